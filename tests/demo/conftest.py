"""A migrated database of the demo's own, in which everything commits, as it does where the demo runs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

import pytest
from django.core.management import call_command
from django.utils import timezone
from pytest_django.plugin import DjangoDbBlocker

from sammetag.config.database import OWNER, DatabaseServer
from sammetag.config.roles import as_owner, as_role, drop_database, prepare
from sammetag.demo.actions import load
from sammetag.demo.creation import create
from sammetag.demo.world import World
from tests.conftest import connect_to, disconnect
from tests.town import Town


@contextmanager
def database_of_its_own(server: DatabaseServer, blocker: DjangoDbBlocker, name: str) -> Iterator[None]:
    """Points the connection at a new, migrated, empty database, and back again."""
    own = replace(server, name=f"{server.name}_{name}")
    drop_database(own, own.name)
    prepare(own)
    with blocker.unblock():
        disconnect()
        connect_to(own.name, own)
        try:
            with as_role(OWNER):
                call_command("migrate", verbosity=0)
            yield
        finally:
            disconnect()
            connect_to(server.name, server)
            drop_database(own, own.name)


@pytest.fixture
def empty(
    database_server: DatabaseServer, django_db_setup: Town, django_db_blocker: DjangoDbBlocker
) -> Iterator[None]:
    """A database in which nobody lives yet."""
    with database_of_its_own(database_server, django_db_blocker, "empty"):
        yield


@pytest.fixture(scope="module")
def loaded(
    database_server: DatabaseServer, django_db_setup: Town, django_db_blocker: DjangoDbBlocker
) -> Iterator[World]:
    """A database with the demo of today in it, for tests that only read."""
    today: date = timezone.localdate()
    with database_of_its_own(database_server, django_db_blocker, "loaded"):
        load(as_owner=as_owner, today=today)
        yield create(today=today)
