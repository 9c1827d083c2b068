"""Databases to back up, and names to restore to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import connections

from sammetag.config import roles
from sammetag.config.backups import restoring
from sammetag.config.backups.making import backup
from sammetag.config.backups.restoring import FRESH, HALF
from sammetag.config.database import DatabaseServer
from sammetag.journal.sealing import keys
from tests.access.walls import Superuser
from tests.config.backups.beside import (
    EVENT,
    quiet,
    seal_all,
)
from tests.town import Town


@pytest.fixture
def town_server(committed: Town, database_server: DatabaseServer) -> DatabaseServer:
    """The server with the database of this test."""
    return replace(database_server, name=connections["default"].settings_dict["NAME"])


@pytest.fixture
def signer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> keys.Signer:
    monkeypatch.setenv("SAMMETAG_SEAL_KEY", str(tmp_path / "seal-key"))
    return keys.new_key(tmp_path / "seal-key")


@pytest.fixture
def sealed(town_server: DatabaseServer, superuser: Superuser, signer: keys.Signer) -> DatabaseServer:
    """The town with its journal sealed, but for one event that was written since."""
    for _time in range(2):
        superuser.execute(EVENT)
        seal_all(town_server, signer)
    superuser.execute(EVENT)
    return town_server


@pytest.fixture
def made(sealed: DatabaseServer, tmp_path: Path) -> Path:
    return backup(sealed, tmp_path, say=quiet)


@pytest.fixture
def target(town_server: DatabaseServer) -> Iterator[DatabaseServer]:
    """A name on the same server that is not taken."""
    wanted = replace(town_server, name=f"{town_server.name}_back")
    yield wanted
    for ending in ("", HALF, FRESH):
        roles.drop_database(wanted, wanted.name + ending)


@pytest.fixture(scope="session")
def as_new(database_server: DatabaseServer, django_db_setup: Town, django_db_blocker: Any) -> Iterator[str]:
    """The name of a database as a new installation makes it."""
    name = f"{database_server.name}_as_new"
    new = replace(database_server, name=name)
    roles.drop_database(new, name)
    with django_db_blocker.unblock(), roles.administration(database_server) as admin:
        restoring._make_new(admin, new)
    yield name
    roles.drop_database(new, name)


@pytest.fixture
def quickly(as_new: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets a restore compare with a copy of that database: making it takes longer than all the rest."""

    def copied(admin: psycopg.Connection[Any], fresh: DatabaseServer) -> None:
        roles.copy_database(fresh, source=as_new, target=fresh.name)
        admin.execute(f"COMMENT ON DATABASE {fresh.name} IS '{restoring.MARK}'")

    monkeypatch.setattr(restoring, "_make_new", copied)


@pytest.fixture(scope="session")
def whole(django_db_setup: Town, database_server: DatabaseServer, tmp_path_factory: Any) -> Path:
    """A backup of the town, from which each test takes a copy to spoil."""
    return backup(database_server, tmp_path_factory.mktemp("backups"), say=quiet)
