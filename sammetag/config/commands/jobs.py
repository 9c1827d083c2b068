"""`sammetag work`: the worker that does what is done later."""

from __future__ import annotations

import argparse

import django
import psycopg
from django.db import connection

from sammetag.config import database, environment, preparation, roles, sealing
from sammetag.config.commands.grammar import Commands, word
from sammetag.config.reaching import let_go
from sammetag.config.terminal import say
from sammetag.journal.sealing.refusals import SealRefused


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Adds `work`."""
    parser = word(commands, "work", work)
    # For the demo, whose worker is a child of its own.
    parser.add_argument("--with-parent", action="store_true", help=argparse.SUPPRESS)


def work(chosen: argparse.Namespace) -> int:
    """Does the jobs that wait, and the housekeeping, until told to stop."""
    database.server()
    django.setup()
    roles.refuse_unsafe_role(connection)
    preparation.refuse_old_tables()
    preparation.refuse_missing_keys()
    let_go()
    from sammetag.config import working  # noqa: PLC0415 - models need the settings

    may_seal = _may_seal()
    say("Klar til arbejde.\n")
    working.work(seals=may_seal, with_parent=chosen.with_parent)
    return 0


def _may_seal() -> bool:
    """Whether this process has what sealing takes; says why where it has not."""
    try:
        sealing.signer()
        sealing.copy()
        with roles.connect(database.KEEPER):
            return True
    except (environment.MissingSetting, SealRefused, psycopg.OperationalError) as fault:
        why = str(fault).splitlines()[0]
        say(f"Journalen bliver ikke forseglet af denne proces: {why}\n")
        return False
