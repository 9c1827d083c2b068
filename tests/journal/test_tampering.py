"""A thousand times the owner of the tables alters what was sealed; each time it is found and named."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from sammetag.config.database import DatabaseServer
from sammetag.journal.sealing.copies import File
from sammetag.journal.sealing.findings import Finding
from sammetag.journal.sealing.verification import examine
from tests.access.walls import Superuser
from tests.journal.sealing import KEYS, Connection, connected, seal_all, write_events, write_looks
from tests.journal.tamperings import OPENED, Hand, Names, Way, ways
from tests.town import Town

HANDS, TIMES = 4, 250


@pytest.fixture
def copy(tmp_path: Path) -> File:
    return File(tmp_path / "seals")


@pytest.fixture
def owner(
    committed: Town, superuser: Superuser, database_server: DatabaseServer, copy: File
) -> Iterator[Connection]:
    """The owner, with the triggers out of the way, over a journal of some seals and some rows without one."""
    dice = random.Random(3)  # noqa: S311 - chance for a test, the same each time
    with connected(superuser, database_server) as keeper:
        for _ in range(5):
            with superuser.transaction():
                write_events(superuser, 4, dice)
            write_looks(superuser, 3, dice)
            seal_all(keeper, copy)
    write_events(superuser, 2, dice)
    with superuser.transaction(force_rollback=True):
        superuser.execute("SET LOCAL ROLE sammetag_owner")
        for sentence in OPENED:
            superuser.execute(sentence.encode())
        yield superuser


def found_by_the_keeper(owner: Connection, copy: File) -> list[Finding]:
    found: list[Finding] = []
    owner.execute("SET LOCAL ROLE sammetag_keeper")
    examine(owner, KEYS, copy, told=found.append)
    return found


def after(way: Way, hand: Hand, copy: File) -> tuple[Names, list[Finding]]:
    """What had to be named and what was found; then everything is as it was."""
    with hand.owner.transaction(force_rollback=True):
        wanted = way(hand)
        found = found_by_the_keeper(hand.owner, copy)
    return wanted, found


def named(found: list[Finding]) -> Names:
    """Whatever is named, with the places of leaves that are gone."""
    places = [one.detail.removeprefix("blad / leaf ").split(", ") for one in found if one.detail]
    return {(one.kind, one.key) for one in found} | {("leaf", place) for some in places for place in some}


@pytest.mark.parametrize("seed", range(HANDS))
def test_whatever_the_owner_alters_is_found_and_named(seed: int, owner: Connection, copy: File) -> None:
    hand = Hand(owner, random.Random(1000 + seed))  # noqa: S311 - the same each time
    every = sorted(ways().items())
    chosen = (every * (TIMES // len(every) + 1))[:TIMES]
    hand.dice.shuffle(chosen)
    unseen = []
    for name, way in chosen:
        wanted, found = after(way, hand, copy)
        if not wanted or not wanted <= named(found):
            unseen.append((name, wanted, found))

    assert unseen == []
    assert len(chosen) == TIMES


def test_nobody_but_the_altered_row_is_named(owner: Connection, copy: File) -> None:
    hand = Hand(owner, random.Random(7))  # noqa: S311 - the same each time
    of_rows = {name: way for name, way in ways().items() if name.startswith(("event.", "look."))}
    others = []
    for name, way in of_rows.items():
        wanted, found = after(way, hand, copy)
        if named(found) != wanted and not name.endswith(".id"):
            others.append((name, wanted, found))

    assert others == []
    assert len(of_rows) > 30


def test_what_nobody_altered_stands(owner: Connection, copy: File) -> None:
    wanted, found = after(lambda hand: set(), Hand(owner, random.Random(1)), copy)  # noqa: S311

    assert (wanted, found) == (set(), [])
