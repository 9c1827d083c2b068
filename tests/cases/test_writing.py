"""Writing in a case: whoever waits for another finds the case as that one left it."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any
from uuid import UUID

import pytest
from django.db import connection

from sammetag.access.roles import Right
from sammetag.access.wall import behind_the_wall
from sammetag.cases.writing import writing
from sammetag.errors import NotAllowed
from tests.access.walls import Superuser
from tests.town import Town

WAITING = "SELECT count(*) FROM pg_locks WHERE NOT granted"


def coordinator_when_let_in(town: Town) -> UUID | None:
    """Who coordinates the case, as Astrid finds it once she may write."""
    try:
        with (
            behind_the_wall(town.account("astrid")),
            writing(town.person("astrid"), town.cases["own"], Right.KEEP_PLAN) as case,
        ):
            return case.coordinator_id
    finally:
        connection.close()


@contextmanager
def while_another_holds_it(superuser: Superuser, change: bytes, values: list[Any]) -> Iterator[None]:
    """Changes the case in a transaction that ends once somebody waits for it."""
    with superuser.transaction():
        superuser.execute(change, values)
        yield
        for _ in range(100_000):
            if superuser.execute(WAITING).fetchone() != (0,):
                return
    raise AssertionError("nobody waited")


def test_whoever_waits_finds_the_coordinator_of_now(committed: Town, superuser: Superuser) -> None:
    change = b"UPDATE cases_case SET coordinator_id = %s WHERE id = %s"
    birk = committed.staff["birk"].id
    with ThreadPoolExecutor(1) as pool:
        with while_another_holds_it(superuser, change, [birk, committed.cases["own"]]):
            waits = pool.submit(coordinator_when_let_in, committed)

        assert waits.result(timeout=10) == birk


def test_whoever_waits_while_the_case_moves_away_is_not_let_in(committed: Town, superuser: Superuser) -> None:
    change = b"UPDATE cases_case SET acl = %s WHERE id = %s"
    away = committed.units["south"].key
    with ThreadPoolExecutor(1) as pool:
        with while_another_holds_it(superuser, change, [away, committed.cases["own"]]):
            waits = pool.submit(coordinator_when_let_in, committed)

        with pytest.raises(NotAllowed):
            waits.result(timeout=10)
