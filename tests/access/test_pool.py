"""Connections are shared; who asked last is forgotten before the next one asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from itertools import islice, product
from typing import Any
from uuid import UUID

import pytest
from django.db import connection, connections, transaction
from django.test import Client
from django.urls import reverse

from sammetag.access.wall import behind_the_wall
from tests.access.matrix import CASES, WITH_CASES, WITH_ROLE, relation_of
from tests.conftest import disconnect
from tests.town import Town

THREADS, TURNS = 8, 240


class Mishap(Exception):
    """Something goes wrong in the middle of a request."""


@pytest.fixture
def small_pool(committed: Town) -> Iterator[Town]:
    """Two connections for everybody."""
    settings = connections["default"].settings_dict
    kept = settings["OPTIONS"]
    disconnect()
    settings["OPTIONS"] = {"pool": {"min_size": 1, "max_size": 2, "timeout": 30}}
    yield committed
    disconnect()
    settings["OPTIONS"] = kept


def opened(town: Town, name: str) -> set[UUID]:
    return {town.cases[case] for case in CASES if relation_of(name, case) != "foreign"}


def rows() -> set[UUID]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM cases_case")
        return {one for (one,) in cursor.fetchall()}


def setting() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(current_setting('app.uid', true), '')")
        return str(cursor.fetchone()[0])


def well(account: UUID) -> set[UUID]:
    with behind_the_wall(account):
        return rows()


def with_a_mishap(account: UUID) -> set[UUID]:
    seen: set[UUID] = set()
    with suppress(Mishap), behind_the_wall(account):
        seen = rows()
        raise Mishap
    return seen


def rolled_back(account: UUID) -> set[UUID]:
    with behind_the_wall(account):
        seen = rows()
        transaction.set_rollback(True)
    return seen


WAYS: tuple[Callable[[UUID], set[UUID]], ...] = (well, with_a_mishap, rolled_back)


def turn(town: Town, name: str, way: Callable[[UUID], set[UUID]]) -> tuple[str, bool, set[UUID], str]:
    """One turn on a connection from the pool: what was seen, and what is left behind for the next."""
    try:
        seen = way(town.account(name))
        return name, seen == opened(town, name), rows(), setting()
    finally:
        connection.close()


def test_many_people_on_few_connections_see_their_own_and_leave_nothing(small_pool: Town) -> None:
    turns = list(islice(product(range(TURNS), WAYS, WITH_ROLE), TURNS))
    with ThreadPoolExecutor(THREADS) as threads:
        done = list(threads.map(lambda one: turn(small_pool, one[2], one[1]), turns))

    assert len(done) == TURNS
    assert all(right and not left and not uid for _, right, left, uid in done), done


def test_a_connection_fresh_from_the_pool_sees_no_case(small_pool: Town) -> None:
    assert (rows(), setting()) == (set(), "")


def test_a_setting_that_outlives_its_transaction_would_be_noticed(small_pool: Town) -> None:
    """The tests above can fail: were the setting made for the session, the next one would see these cases."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('app.uid', %s, false)", [str(small_pool.account("astrid"))])

    assert rows() == opened(small_pool, "astrid")


def test_pages_on_few_connections_show_each_person_their_own(small_pool: Town, browse: Any) -> None:
    def visit(name: str) -> tuple[str, set[str], int]:
        client: Client = clients[name]
        try:
            day = client.get(reverse("my-day")).content.decode()
            foreign = next(case for case in CASES if relation_of(name, case) == "foreign")
            denied = client.get(reverse("case", args=[small_pool.cases[foreign]])).status_code
        finally:
            connection.close()
        return name, {case for case in CASES if f"Ærø {case}" in day}, denied

    clients = {name: browse(name) for name in WITH_ROLE}
    with ThreadPoolExecutor(THREADS) as threads:
        visits = list(threads.map(visit, WITH_ROLE * 12))

    assert {denied for _, _, denied in visits} == {404}
    for name, seen, _ in visits:
        assert seen <= {case for case in CASES if relation_of(name, case) in ("mine", "helper", "led")}, name
    assert {name for name, seen, _ in visits if seen} == set(WITH_CASES) - {"birk", "lis"}
