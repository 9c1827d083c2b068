"""After a restore: another cluster counts otherwise, and what came after the backup is gone."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from sammetag.config.database import DatabaseServer
from sammetag.journal.sealing import actions, verification
from sammetag.journal.sealing.actions import seal_once, take_over_after_restore
from sammetag.journal.sealing.copies import File
from sammetag.journal.sealing.settled import Keeper, Moment, this_moment
from tests.access.walls import Superuser
from tests.journal.sealing import (
    SIGNER,
    Connection,
    check,
    connected,
    named,
    owner,
    seal_all,
    write_events,
    write_looks,
)
from tests.journal.test_copies import cut
from tests.town import Town

DICE = random.Random(6)  # noqa: S311 - chance for a test
ELSEWHERE, FAR = 42, 10**12


@pytest.fixture
def keeper(committed: Town, superuser: Superuser, database_server: DatabaseServer) -> Iterator[Connection]:
    with connected(superuser, database_server) as connection:
        yield connection


@pytest.fixture
def restored(keeper: Connection, superuser: Superuser, monkeypatch: pytest.MonkeyPatch) -> Connection:
    """A journal written on another cluster, further on in its numbers: some of it sealed there, some not."""

    def there(connection: Keeper) -> Moment:
        return Moment(ELSEWHERE, FAR + 100, FAR + 200)

    write_events(superuser, 4, DICE)
    renumber(superuser, FAR)
    with monkeypatch.context() as other_cluster:
        other_cluster.setattr(actions, "this_moment", there)
        other_cluster.setattr(verification, "this_moment", there)
        seal_all(keeper)
    write_events(superuser, 3, DICE)
    write_looks(superuser, 2, DICE)
    renumber(superuser, FAR + 150)
    return keeper


def renumber(superuser: Superuser, xid: int) -> None:
    """Lets the rows without a leaf have been written in a transaction elsewhere."""
    superuser.execute("SET session_replication_role = replica")
    for kind in ("event", "look"):
        superuser.execute(
            f"UPDATE journal_{kind} SET xid = %s::text::xid8"  # noqa: S608 - our own names
            " WHERE NOT EXISTS (SELECT FROM journal_leaf WHERE row_id = id)".encode(),
            [xid],
        )
    superuser.execute("SET session_replication_role = DEFAULT")


def take_over(superuser: Superuser, server: DatabaseServer) -> int:
    with owner(superuser, server) as connection:
        return take_over_after_restore(connection)


def test_rows_of_another_cluster_are_taken_over_and_sealed(
    restored: Connection, superuser: Superuser, database_server: DatabaseServer
) -> None:
    assert {fault for fault, *_ in named(check(restored)[1])} == {"AHEAD"}

    assert take_over(superuser, database_server) == 5
    write_events(superuser, 2, DICE)
    seal_all(restored)

    verdict, found = check(restored)
    assert (found, verdict.unsealed.rows) == ([], 0)
    assert verdict.leaves == sum(verdict.counted.values())


def test_taking_over_twice_and_after_a_seal_changes_nothing(
    restored: Connection, superuser: Superuser, database_server: DatabaseServer
) -> None:
    take_over(superuser, database_server)
    take_over(superuser, database_server)
    seal_all(restored)
    write_events(superuser, 1, DICE)

    assert take_over(superuser, database_server) == 1
    assert take_over(superuser, database_server) == 1
    seal_all(restored)
    assert check(restored)[1] == []


def test_after_taking_over_the_journal_refuses_changes_and_hides_from_its_owner_as_before(
    restored: Connection, superuser: Superuser, database_server: DatabaseServer
) -> None:
    take_over(superuser, database_server)

    with pytest.raises(Exception, match="only ever added to"):
        superuser.execute("UPDATE journal_event SET role = 'x'")
    with owner(superuser, database_server) as connection:
        assert connection.execute("SELECT count(*) FROM journal_event").fetchone() == (0,)


def test_an_insertion_below_the_last_seal_is_found_after_the_first_seal_here(
    restored: Connection, superuser: Superuser, database_server: DatabaseServer
) -> None:
    take_over(superuser, database_server)
    write_events(superuser, 1, DICE)
    seal_all(restored)
    (key,) = write_events(superuser, 1, DICE)
    renumber(superuser, 5)

    assert named(check(restored)[1]) == {("INSERTED", "event", str(key))}
    assert seal_once(restored, SIGNER).seal is None


def test_seals_that_a_restore_lost_are_left_behind_only_on_somebodys_word(
    keeper: Connection, superuser: Superuser, tmp_path: Path
) -> None:
    copy = File(tmp_path / "seals")
    for _ in range(4):
        write_events(superuser, 1, DICE)
        seal_all(keeper, copy)
    last = len(copy.path.read_text().splitlines())
    cut(superuser, last - 1)
    assert {key for *_, key in named(check(keeper, copy)[1])} == {str(last - 1), str(last)}

    made = seal_once(keeper, SIGNER, copy, after_restore=True).seal
    write_events(superuser, 1, DICE)
    seal_all(keeper, copy)

    assert made is not None and (made.number, made.follows) == (last + 1, last - 2)
    verdict, found = check(keeper, copy)
    assert (found, verdict.lost) == ([], [(last - 1, last)])


def test_the_moment_is_that_of_this_cluster(keeper: Connection, superuser: Superuser) -> None:
    moment = this_moment(keeper)

    found = superuser.execute("SELECT system_identifier FROM pg_control_system()").fetchone()
    assert found == (moment.cluster,)
    assert 3 < moment.settled_before <= moment.to_come
