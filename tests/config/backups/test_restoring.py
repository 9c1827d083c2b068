"""A restore gives back what was there behind the same walls, into a place that is empty."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import psycopg
import pytest
from django.db import connections

from sammetag.config import roles
from sammetag.config.backups import manifest, restoring
from sammetag.config.backups.making import backup
from sammetag.config.backups.restoring import FRESH, HALF, restore
from sammetag.config.database import APP, DatabaseServer
from sammetag.config.refusal import Refused
from sammetag.journal.sealing import keys
from tests.access.walls import Superuser
from tests.config.backups.beside import (
    begun,
    contents,
    quiet,
    seal_all,
    seen_by,
    there,
    wait_for,
)
from tests.config.jobs_of_the_tests import tell_at_the_gate
from tests.town import Town


def test_what_is_restored_is_what_was_there_behind_the_same_walls(
    committed: Town, sealed: DatabaseServer, made: Path, target: DatabaseServer
) -> None:
    told: list[str] = []

    restore(target, made, say=told.append)

    before, after = contents(sealed), contents(target)
    # The event that waited for a seal got a number of this cluster.
    assert {table for table in before if before[table] != after[table]} <= {"journal_event"}
    assert before["journal_event"].rows == after["journal_event"].rows > 0
    for name in ("astrid", "birk", "lis"):
        account = committed.account(name)
        assert seen_by(account, target) == seen_by(account, sealed) != set()
    sealed_by = manifest.read(made).seal
    assert sealed_by and f"som den blev forseglet: {sealed_by['number']} segl" in "".join(told)
    assert there(target) == {target.name}


@pytest.mark.usefixtures("quickly")
def test_a_restored_journal_can_be_sealed_on(made: Path, target: DatabaseServer, signer: keys.Signer) -> None:
    restore(target, made, say=quiet)

    sealed_by = manifest.read(made).seal
    assert sealed_by and seal_all(target, signer) == int(sealed_by["number"]) + 1


def test_a_database_that_is_used_is_left_alone(whole: Path, town_server: DatabaseServer) -> None:
    before = contents(town_server)

    with pytest.raises(Refused, match="er i brug"):
        restore(town_server, whole, say=quiet)

    assert contents(town_server) == before and there(town_server) == {town_server.name}


def test_a_strangers_database_beside_it_is_left_alone(
    whole: Path, town_server: DatabaseServer, target: DatabaseServer
) -> None:
    roles.copy_database(town_server, source=_emptied(town_server), target=target.name + HALF)

    with pytest.raises(Refused, match="ikke fra en gendannelse"):
        restore(target, whole, say=quiet)

    assert there(target) == {target.name + HALF}


def _emptied(server: DatabaseServer) -> str:
    """The name of a database that nobody is connected to."""
    for connection in connections.all(initialized_only=True):
        connection.close()
        connection.close_pool()  # type: ignore[attr-defined]
    return server.name


def test_two_restores_at_once_do_not_meet(
    whole: Path, target: DatabaseServer, database_server: DatabaseServer
) -> None:
    with roles.administration(database_server) as other:
        other.execute("SELECT pg_advisory_lock(%s, hashtext(%s))", [restoring.RESTORING, target.name])

        with pytest.raises(Refused, match="ved at blive gendannet"):
            restore(target, whole, say=quiet)


def test_a_restore_that_was_killed_begins_again_and_a_second_one_is_refused(
    whole: Path, target: DatabaseServer, tmp_path: Path
) -> None:
    log = tmp_path / "log"
    killed = begun(target, log, "restore", str(whole))
    wait_for(lambda: target.name + FRESH in there(target), killed, log)
    killed.kill()
    killed.wait()
    assert target.name + HALF in there(target) and target.name not in there(target)
    with pytest.raises(psycopg.OperationalError, match="permission denied"):
        roles.connect_to(replace(target, name=target.name + FRESH), APP)
    told: list[str] = []

    restore(target, whole, say=told.append)

    assert told[0].startswith("En gendannelse blev afbrudt") and there(target) == {target.name}
    assert "ikke forseglet" in "".join(told)
    with pytest.raises(Refused, match="er i brug"):
        restore(target, whole, say=quiet)
    assert contents(target)["people_unit"] == manifest.read(whole).tables["people_unit"]


@pytest.mark.usefixtures("quickly")
def test_a_database_that_was_made_ready_and_is_empty_is_taken(
    town_server: DatabaseServer, made: Path, target: DatabaseServer
) -> None:
    roles.prepare(target)

    restore(target, made, say=quiet)

    assert contents(target)["people_unit"] == contents(town_server)["people_unit"]
    with roles.administration(target) as connection:
        said = connection.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s", [target.name]
        ).fetchone()
    assert said is not None and said[0] is None


@pytest.mark.usefixtures("quickly")
def test_jobs_that_waited_or_were_being_done_are_done_after_a_restore(
    *,
    committed: Town,
    town_server: DatabaseServer,
    superuser: Superuser,
    tmp_path: Path,
    target: DatabaseServer,
) -> None:
    ids = {"account_id": str(committed.account("astrid")), "case_id": str(committed.cases["own"])}
    for _time in range(2):
        being_done = tell_at_the_gate.later(**ids)
    superuser.execute("UPDATE procrastinate_jobs SET status = 'doing' WHERE id = %s", [being_done])
    restore(target, backup(town_server, tmp_path, say=quiet), say=quiet)

    log = tmp_path / "log"
    worker = begun(target, log, "work")
    try:
        with roles.administration(target, target.name) as connection:
            ended = "SELECT count(*) = 2 FROM procrastinate_jobs WHERE status = 'succeeded'"
            wait_for(lambda: connection.execute(ended).fetchone() == (True,), worker, log)
            told = connection.execute("SELECT count(*) FROM journal_event WHERE kind = 'x'").fetchone()
    finally:
        worker.terminate()
        worker.wait()

    assert told == (2,)
