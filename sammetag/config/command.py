"""The command `sammetag`: its words lie in `config/commands`, and Django's own follow `sammetag django`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence

import django
import psycopg
from django.core.management import execute_from_command_line
from django.db import DatabaseError

from sammetag.config import (
    database,
    embedded,
    embedded_faults,
    environment,
    preparation,
    refusal,
    roles,
    serving,
)
from sammetag.config.commands import (
    accounts,
    backups,
    evaluate,
    exports,
    imports,
    jobs,
    journal,
    keys,
    law,
    texts,
)
from sammetag.config.commands import database as databases
from sammetag.config.commands import serving as serving_commands
from sammetag.config.commands.grammar import Action
from sammetag.config.reaching import let_go, named_or_embedded
from sammetag.config.terminal import fail, stopped_by_signals
from sammetag.demo import edition
from sammetag.journal.sealing.refusals import SealRefused
from sammetag.keyring.errors import KeysMissing

FORESEEN = (
    edition.OlderEdition,
    embedded.EmbeddedServerFailed,
    environment.MissingSetting,
    preparation.NotReady,
    refusal.Refused,
    roles.DatabaseUnsuited,
    roles.UnsafeRole,
    serving.PortTaken,
    SealRefused,
)
# In the order in which help names them.
NOUNS = (
    serving_commands,
    jobs,
    databases,
    backups,
    imports,
    exports,
    accounts,
    keys,
    journal,
    law,
    evaluate,
    texts,
)
# Commands of Django that make or look at tables, which only the owner may.
FOR_THE_OWNER = {"makemigrations", "migrate", "showmigrations", "sqlmigrate", "squashmigrations", "pgtrigger"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Does what the words after `sammetag` say; 0 when it went well, 1 with one sentence when it did not."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sammetag.config.settings")
    try:
        if words[:1] == ["django"]:
            return pass_on_to_django(words)
        chosen = _parser().parse_args(words)
        action: Action = chosen.action
        return action(chosen)
    except embedded.EmbeddedServerFailed as fault:
        return fail(fault.sentence)
    except KeysMissing as fault:
        return fail(fault.told)
    except FORESEEN as fault:
        return fail(str(fault))
    except (psycopg.Error, DatabaseError) as fault:
        return fail(_sentence_of(fault))
    except OSError as fault:
        return fail(embedded_faults.from_os_error(fault, embedded.home()).sentence)
    except KeyboardInterrupt:
        return 130


def pass_on_to_django(words: list[str]) -> int:
    """Runs a command of Django with the settings and the database of Sammetag."""
    with stopped_by_signals(), named_or_embedded():
        roles.prepare(database.server())
        django.setup()
        if words[1:2] and words[1] in FOR_THE_OWNER:
            with roles.as_role(database.OWNER):
                execute_from_command_line(["sammetag django", *words[1:]])
        else:
            execute_from_command_line(["sammetag django", *words[1:]])
        let_go()
    return 0


def _sentence_of(fault: Exception) -> str:
    if isinstance(fault, psycopg.errors.DiskFull) or "No space left" in str(fault):
        return embedded_faults.from_output("No space left on device", embedded.home()).sentence
    return f"Databasen svarede ikke som ventet: {fault}\nThe database did not answer as expected."


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="sammetag", description=__doc__.splitlines()[0] if __doc__ else None
    )
    commands = parser.add_subparsers(required=True, metavar="command")
    for noun in NOUNS:
        noun.add(commands)
    commands.add_parser("django", help="Django's own commands, e.g. sammetag django showmigrations")
    return parser


if __name__ == "__main__":
    sys.exit(main())
