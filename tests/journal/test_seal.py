"""Making seals: all that is settled, nothing twice, whoever else writes, seals or falls over at the time."""

from __future__ import annotations

import random
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sammetag.config.database import APP, DatabaseServer
from sammetag.journal.sealing import actions
from sammetag.journal.sealing.actions import seal_once
from sammetag.journal.sealing.keys import Signer, listed
from tests.access.walls import Superuser
from tests.journal.sealing import (
    KEYS,
    SIGNER,
    Connection,
    check,
    connected,
    named,
    seal_all,
    write_events,
    write_looks,
)
from tests.town import Town


@pytest.fixture
def dice() -> random.Random:
    return random.Random(11)  # noqa: S311 - chance for a test, the same each time


@pytest.fixture
def keeper(committed: Town, superuser: Superuser, database_server: DatabaseServer) -> Iterator[Connection]:
    with connected(superuser, database_server) as connection:
        yield connection


def rows(superuser: Superuser) -> int:
    """All events and looks: the town has told of some itself."""
    both = "SELECT (SELECT count(*) FROM journal_event) + (SELECT count(*) FROM journal_look)"
    (count,) = superuser.execute(both).fetchone() or (0,)
    return int(count)


def leaves(keeper: Connection) -> int:
    (count,) = keeper.execute("SELECT count(*) FROM journal_leaf").fetchone() or (0,)
    keeper.rollback()
    return int(count)


def test_events_and_looks_are_sealed_and_stand(
    keeper: Connection, superuser: Superuser, dice: random.Random
) -> None:
    write_events(superuser, 5, dice)
    write_looks(superuser, 4, dice)
    seal_all(keeper)

    verdict, found = check(keeper)

    assert (found, verdict.holds) == ([], True)
    assert verdict.counted["event"] >= 5 and verdict.counted["look"] >= 4
    assert sum(verdict.counted.values()) == verdict.leaves == rows(superuser)


def test_where_nothing_is_new_no_seal_is_made(
    keeper: Connection, superuser: Superuser, dice: random.Random
) -> None:
    write_events(superuser, 2, dice)
    seal_all(keeper)
    before = check(keeper)[0].seals

    assert seal_once(keeper, SIGNER).seal is None
    assert check(keeper)[0].seals == before


def test_a_journal_without_anything_sealed_proves_nothing(
    keeper: Connection, superuser: Superuser, dice: random.Random
) -> None:
    assert not check(keeper)[0].holds

    write_events(superuser, 2, dice)

    assert not check(keeper)[0].holds
    assert check(keeper)[0].unsealed.rows == rows(superuser)


def test_a_slow_commit_is_sealed_when_it_comes_and_is_no_insertion(
    *, keeper: Connection, superuser: Superuser, database_server: DatabaseServer, dice: random.Random
) -> None:
    with connected(superuser, database_server, database_server.admin) as slow:
        late = write_events(slow, 1, dice)
        write_events(superuser, 3, dice)
        seal_once(keeper, SIGNER)
        assert check(keeper)[0].unsealed.waiting >= 3
        slow.commit()
    seal_all(keeper)

    verdict, found = check(keeper)

    assert (found, verdict.leaves) == ([], rows(superuser))
    assert keeper.execute("SELECT count(*) FROM journal_leaf WHERE row_id = ANY (%s)", [late]).fetchone() == (
        1,
    )


def test_numbers_that_were_rolled_back_mean_nothing(
    keeper: Connection, superuser: Superuser, dice: random.Random
) -> None:
    for keep in (True, False, True, False, False, True):
        with superuser.transaction(force_rollback=not keep):
            write_events(superuser, 2, dice)
            write_looks(superuser, 1, dice)
        seal_once(keeper, SIGNER)
    seal_all(keeper)

    verdict, found = check(keeper)

    assert (found, verdict.leaves) == ([], rows(superuser))


def test_two_who_seal_at_once_seal_everything_once(
    *, keeper: Connection, superuser: Superuser, database_server: DatabaseServer, dice: random.Random
) -> None:
    write_events(superuser, 30, dice)
    start = threading.Barrier(4)

    def seal() -> int:
        with connected(superuser, database_server) as mine:
            start.wait(timeout=30)
            made = seal_once(mine, SIGNER).seal
            return made.events + made.looks if made else 0

    with ThreadPoolExecutor(4) as pool:
        sealed = [one.result() for one in [pool.submit(seal) for _ in range(4)]]

    # What is not settled yet is left to the next: a transaction of the server's own may be open.
    assert sum(sealed) == leaves(keeper)
    seal_all(keeper)
    assert check(keeper)[1] == [] and leaves(keeper) == rows(superuser) >= 30


def test_who_falls_over_between_leaves_and_seal_leaves_nothing_behind(
    *, keeper: Connection, superuser: Superuser, monkeypatch: pytest.MonkeyPatch, dice: random.Random
) -> None:
    write_events(superuser, 3, dice)

    def fall(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as fault:
        fault.setattr(actions, "_keep", fall)
        with pytest.raises(KeyboardInterrupt):
            seal_once(keeper, SIGNER)

    assert leaves(keeper) == 0
    seal_all(keeper)
    assert check(keeper)[1] == [] and leaves(keeper) == rows(superuser)


def test_a_connection_that_is_cut_off_in_the_middle_leaves_nothing_behind(
    *,
    keeper: Connection,
    superuser: Superuser,
    database_server: DatabaseServer,
    monkeypatch: pytest.MonkeyPatch,
    dice: random.Random,
) -> None:
    write_events(superuser, 3, dice)

    def cut(connection: Connection, seal: object) -> None:
        superuser.execute("SELECT pg_terminate_backend(%s)", [connection.info.backend_pid])
        connection.execute("SELECT 1")

    with monkeypatch.context() as fault, pytest.raises(psycopg.OperationalError):
        fault.setattr(actions, "_keep", cut)
        with connected(superuser, database_server) as mine:
            seal_once(mine, SIGNER)

    assert leaves(keeper) == 0
    seal_all(keeper)
    assert check(keeper)[1] == [] and leaves(keeper) == rows(superuser)


def test_a_new_key_seals_on_and_the_old_one_is_still_known(
    keeper: Connection, superuser: Superuser, dice: random.Random
) -> None:
    write_events(superuser, 2, dice)
    seal_all(keeper)
    newer = Signer(Ed25519PrivateKey.generate())
    write_events(superuser, 2, dice)
    seal_all(keeper, signer=newer)

    both = listed([SIGNER.public, newer.public])

    assert check(keeper, keys=both)[1] == []
    only_the_old = named(check(keeper, keys=KEYS)[1])
    assert {fault for fault, *_ in only_the_old} == {"KEY_UNKNOWN"}


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT count(*) FROM journal_seal",
        "SELECT count(*) FROM journal_leaf",
        "SELECT count(*) FROM journal_shipment",
        "INSERT INTO journal_leaf (kind, row_id, seal, place, hash)"
        " VALUES ('event', gen_random_uuid(), 1, 1, '')",
    ],
)
def test_the_app_may_not_even_see_the_seal(
    *, statement: str, committed: Town, superuser: Superuser, database_server: DatabaseServer
) -> None:
    with (
        connected(superuser, database_server, APP) as app,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        app.execute(statement.encode())


@pytest.mark.parametrize("table", ["journal_seal", "journal_leaf", "journal_shipment"])
@pytest.mark.parametrize("change", ["UPDATE {} SET seal = 2", "DELETE FROM {}", "TRUNCATE {}"])
def test_what_is_sealed_is_refused_to_be_changed_in_passing(
    *, table: str, change: str, keeper: Connection, superuser: Superuser, dice: random.Random
) -> None:
    write_events(superuser, 1, dice)
    seal_all(keeper)
    superuser.execute("INSERT INTO journal_shipment (place, seal, at) VALUES ('there', 1, now())")
    statement = change.format(table).replace(
        "seal = 2", "number = 2" if table == "journal_seal" else "seal = 2"
    )

    with pytest.raises(psycopg.errors.RaiseException, match="only ever added to"):
        superuser.execute(statement.encode())
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        keeper.execute(statement.encode())
