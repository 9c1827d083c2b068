"""Every policy of the database: opened so that its text tells nothing, or, where it lets all in, dropped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg import sql

from bench.walls.mutation import Mutation

Connect = Callable[[], psycopg.Connection[Any]]
# The quickest first.
NOTICED_IN = (
    "tests/access/test_walls_ask.py",
    "tests/access/test_catalogue.py::test_a_wall_has_a_door",
    "tests/access/test_catalogue.py::test_every_policy",
    "tests/access/test_catalogue.py",
    "tests/access/test_differential.py",
    "tests/access/test_either_wall.py",
    "tests/access/test_limits_within_a_case.py",
)
QUERY = """
    SELECT tablename, policyname, cmd, roles::text[], qual, with_check FROM pg_policies
    WHERE schemaname = 'public' ORDER BY tablename, policyname
"""
# True for every row, and not the word that a test of the catalogue looks for.
EVERYBODY = sql.SQL("(tableoid IS NOT NULL)")


@dataclass(frozen=True)
class Policy:
    """A policy as the catalogue tells of it."""

    table: str
    name: str
    command: str
    roles: list[str]
    using: str | None
    check: str | None

    @property
    def lets_all_in(self) -> bool:
        return self.using == "true" and self.check in (None, "true")


def mutations(connect: Connect) -> Iterator[Mutation]:
    """Each policy away; where reading and writing have conditions of their own, that of writing alone too."""
    with connect() as superuser:
        found = [Policy(*row) for row in superuser.execute(QUERY).fetchall()]
    for one in found:
        name = f"{one.name} for {', '.join(one.roles)}"
        if one.lets_all_in:
            yield _mutation(f"{name}: dropped", _dropped(connect, one))
            continue
        yield _mutation(f"{name}: opened", _opened(connect, one, reading=True))
        if one.using and one.check:
            yield _mutation(f"{name}: opened for writing", _opened(connect, one, reading=False))


def _mutation(name: str, away: Callable[[], AbstractContextManager[object]]) -> Mutation:
    return Mutation("policy", name, away, NOTICED_IN)


def _opened(connect: Connect, one: Policy, *, reading: bool) -> Callable[[], AbstractContextManager[object]]:
    @contextmanager
    def away() -> Iterator[None]:
        head = sql.SQL("ALTER POLICY {} ON {} ").format(sql.Identifier(one.name), sql.Identifier(one.table))
        wide = EVERYBODY if one.using and reading else None
        _do(connect, head + _conditions(wide, EVERYBODY if one.check else None))
        try:
            yield
        finally:
            _do(connect, head + _conditions(_as_it_was(one.using), _as_it_was(one.check)))

    return away


def _dropped(connect: Connect, one: Policy) -> Callable[[], AbstractContextManager[object]]:
    @contextmanager
    def away() -> Iterator[None]:
        names = sql.Identifier(one.name), sql.Identifier(one.table)
        _do(connect, sql.SQL("DROP POLICY {} ON {}").format(*names))
        try:
            yield
        finally:
            roles = sql.SQL(", ").join(map(sql.Identifier, one.roles))
            head = sql.SQL("CREATE POLICY {} ON {} FOR {} TO {} ").format(*names, sql.SQL(one.command), roles)
            _do(connect, head + _conditions(_as_it_was(one.using), _as_it_was(one.check)))

    return away


def _as_it_was(text: str | None) -> sql.Composable | None:
    return sql.SQL(f"({text})") if text else None


def _conditions(using: sql.Composable | None, check: sql.Composable | None) -> sql.Composed:
    parts = {"USING ": using, " WITH CHECK ": check}
    return sql.Composed([sql.SQL(word) + part for word, part in parts.items() if part])


def _do(connect: Connect, statement: sql.Composed) -> None:
    with connect() as superuser:
        superuser.execute(statement)
