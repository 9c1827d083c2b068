"""What must be ready before Sammetag serves: secret, roles, database, tables, texts and static files."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from sammetag.config import embedded_account, environment, roles
from sammetag.config.database import OWNER
from sammetag.journal.sealing import keys as sealing_keys
from sammetag.keyring import installed, ring
from sammetag.keyring.errors import KeysMissing


class NotReady(RuntimeError):
    """Something that must be done before serving has not been done."""


def secret_key() -> str:
    """The demo's secret, made once and kept where only this user reads it."""
    folder = embedded_account.make_home(embedded_account.home(), embedded_account.account())
    file = folder / "secret-key"
    if not file.exists():
        _write_secret(file)
    return file.read_text()


def keys() -> str:
    """The file of the demo's keys, made once beside its secret."""
    folder = embedded_account.make_home(embedded_account.home(), embedded_account.account())
    file = folder / "keys"
    if not file.exists():
        ring.write(file, ring.new_keys())
    return str(file)


def seal_key() -> str:
    """The file of the key that seals the demo's journal, made once beside its secret."""
    folder = embedded_account.make_home(embedded_account.home(), embedded_account.account())
    file = folder / "seal-key"
    if not file.exists():
        sealing_keys.new_key(file)
    return str(file)


def _write_secret(file: Path) -> None:
    unfinished = file.with_name(f"secret-key-{os.getpid()}")
    with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as opened:
        opened.write(secrets.token_urlsafe(64))
    unfinished.replace(file)


def tables_are_new() -> bool:
    """Whether every migration of this version has been run."""
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def migrate() -> bool:
    """Runs what migrations are left, as owner; answers whether there were any."""
    with roles.as_role(OWNER):
        if tables_are_new():
            return False
        call_command("migrate", interactive=False, verbosity=0)
        return True


def refuse_missing_keys() -> None:
    """Stops a process that would serve or work without its keys: nothing sealed could be read or found."""
    environment.text("SAMMETAG_KEYS")
    try:
        installed.ring()
    except KeysMissing as fault:
        raise NotReady(fault.told) from fault


def refuse_old_tables() -> None:
    """Stops a process that would serve with tables of another version."""
    if not tables_are_new():
        raise NotReady(
            "Databasen passer ikke til denne udgave. Kør 'sammetag database prepare'.\n"
            "The database does not fit this version. Run 'sammetag database prepare'."
        )
