"""The database of the tests: a real server, the three roles, and the town.

`db` gives a transaction that is rolled back; `committed` a copy of the database for what must commit: access
through the middleware, two people at once, the browser. The server is the embedded one, unless DATABASE_HOST
names another.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import psycopg
import pytest
from django.core.management import call_command
from django.db import connections
from django.test import Client
from django.utils import translation
from hypothesis import settings
from pytest_django.plugin import DjangoDbBlocker

from sammetag.config import embedded
from sammetag.config.database import OWNER, DatabaseServer
from sammetag.config.database import server as named_server
from sammetag.config.roles import administration, as_role, copy_database, drop_database, prepare
from sammetag.config.static_files import collect_if_changed
from sammetag.desk.lines import STANDINGS
from tests import town as towns

COPIES = itertools.count(1)
# No test depends on how busy the machine is.
settings.register_profile("unhurried")
settings.load_profile("unhurried")


@pytest.fixture(scope="session", autouse=True)
def static_files_of_today() -> None:
    """Collects what the pages need before any page is drawn: a page remembers the names of its files."""
    collect_if_changed()


@pytest.fixture(autouse=True)
def danish_first() -> None:
    """A page leaves the language of its reader behind in the thread; no test begins in another's."""
    translation.deactivate()


@pytest.fixture(autouse=True)
def remembered_is_as_worked_out_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a day remembers of a case is worked out again and compared: nothing changes in silence.

    A test that alters a case behind the journal's back, as no action may, fails by this.
    """
    remembered = STANDINGS.of

    def compared(case_ids: Any, about: Any, work_out: Any) -> dict[Any, Any]:
        served = set(case_ids)

        def noting(missing: set[Any]) -> Any:
            served.difference_update(missing)
            return work_out(missing)

        found = remembered(case_ids, about, noting)
        assert not served or {one: found[one] for one in served} == work_out(served)
        return found

    monkeypatch.setattr(STANDINGS, "of", compared)


@pytest.fixture(scope="session")
def database_server() -> Iterator[DatabaseServer]:
    """The server and the name of this worker's database on it."""
    # Two runs at once on one machine must not meet in one database.
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))[:8]
    name = f"sammetag_test_{run}_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
    if "DATABASE_HOST" in os.environ:
        yield replace(named_server(), name=name)
        return
    started = embedded.start("test")
    yield DatabaseServer(host=started.host, port=started.port, name=name, admin=started.admin)
    started.stop()


@pytest.fixture(scope="session")
def django_db_setup(
    database_server: DatabaseServer, django_db_blocker: DjangoDbBlocker
) -> Iterator[towns.Town]:
    """Migrates as owner, builds the town, and leaves the connection to the app, whom the tests test."""
    drop_database(database_server, database_server.name)
    prepare(database_server)
    connect_to(database_server.name, database_server)
    with django_db_blocker.unblock():
        with as_role(OWNER):
            call_command("migrate", verbosity=0)
        built = towns.build()
        disconnect()
    yield built
    with django_db_blocker.unblock():
        disconnect()
    drop_database(database_server, database_server.name)


@pytest.fixture
def town(django_db_setup: towns.Town) -> towns.Town:
    """Everybody and everything in the town, by name."""
    return django_db_setup


@pytest.fixture
def committed(
    database_server: DatabaseServer, django_db_setup: towns.Town, django_db_blocker: DjangoDbBlocker
) -> Iterator[towns.Town]:
    """The town in a database of this test's own, in which everything commits."""
    copy = f"{database_server.name}_{next(COPIES)}"
    with django_db_blocker.unblock():
        disconnect()
        copy_database(database_server, source=database_server.name, target=copy)
        connect_to(copy, database_server)
        yield django_db_setup
        disconnect()
        connect_to(database_server.name, database_server)
    drop_database(database_server, copy)


@pytest.fixture
def browse(committed: towns.Town) -> Any:
    """Logs somebody in: `browse("astrid")` gives a test client with her session.

    All clients of a test share one stack of middleware, since making it costs more than a page.
    """
    shared = Client().handler

    def log_in(name: str) -> Client:
        client = Client(HTTP_HOST="localhost")
        client.handler = shared
        client.force_login(committed.staff[name].account)  # type: ignore[arg-type]
        return client

    return log_in


@pytest.fixture
def superuser(committed: towns.Town, database_server: DatabaseServer) -> Iterator[psycopg.Connection[Any]]:
    """A superuser's connection to the copy: to see past every wall, or to take one down."""
    copy: str = connections["default"].settings_dict["NAME"]
    with administration(database_server, copy) as connection:
        yield connection


def connect_to(name: str, server: DatabaseServer) -> None:
    """Points Django's connection at a database of this server."""
    settings = connections["default"].settings_dict
    settings.update(HOST=server.host, PORT=server.port, NAME=name)


def disconnect() -> None:
    """Closes the connection and its pool, so that the database can be copied or dropped."""
    connection: Any = connections["default"]
    connection.close()
    connection.close_pool()
