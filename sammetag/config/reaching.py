"""How a command reaches the database: on the server that the environment names, or on the embedded one."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager

import django
from django.db import connection, connections

from sammetag.config import database, embedded, preparation, roles
from sammetag.config.terminal import step, stopped_by_signals
from sammetag.demo import edition


@contextmanager
def owning_the_tables() -> Iterator[None]:
    """The server that the environment names, as the owner of its tables, who alone lets people in."""
    database.server()
    django.setup()
    try:
        with roles.as_owner():
            preparation.refuse_old_tables()
            yield
    finally:
        let_go()


@contextmanager
def named_or_embedded() -> Iterator[None]:
    """The server that the environment names, or the embedded one, which stops when its last user leaves."""
    if os.environ.get("DATABASE_HOST"):
        yield
        return
    os.environ["SAMMETAG_DEMO"] = "True"
    os.environ["SAMMETAG_SECRET_KEY"] = preparation.secret_key()
    os.environ.setdefault("SAMMETAG_KEYS", preparation.keys())
    os.environ.setdefault("SAMMETAG_SEAL_KEY", preparation.seal_key())
    os.environ.pop("SAMMETAG_HTTPS", None)
    with step("Starter databasen"):
        server = embedded.start("demo")
    os.environ.update(DATABASE_HOST=server.host, DATABASE_PORT=str(server.port), DATABASE_ADMIN=server.admin)
    os.environ.setdefault("DATABASE_NAME", edition.DATABASE)
    try:
        with embedded.watched(server):
            yield
    finally:
        # A second Ctrl-C would leave the server behind.
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        server.stop()


def prepare_tables() -> None:
    """Makes roles, database and tables ready for this version."""
    with step("Gør databasen klar"):
        roles.prepare(database.server())
        django.setup()
        preparation.migrate()


@contextmanager
def as_the_app() -> Iterator[None]:
    """The server that the environment names, or the embedded one, as the role that can do least."""
    with stopped_by_signals(), named_or_embedded():
        django.setup()
        roles.refuse_unsafe_role(connection)
        preparation.refuse_old_tables()
        try:
            yield
        finally:
            let_go()


def let_go() -> None:
    """Closes what this process holds open before the web server starts its own."""
    connections.close_all()
    if connection.settings_dict["OPTIONS"].get("pool"):
        connection.close_pool()  # type: ignore[attr-defined]
