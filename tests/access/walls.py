"""The walls of a database as its catalogue tells of them, and how a test takes them down."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg import sql

Superuser = psycopg.Connection[Any]


def walled(superuser: Superuser) -> list[str]:
    """The tables with row security, by name."""
    found = superuser.execute(
        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
        " AND relkind IN ('r', 'p') AND relrowsecurity ORDER BY relname"
    )
    return [name for (name,) in found]


def take_down(superuser: Superuser, tables: list[str]) -> None:
    """Lets every role see and write the rows of these tables, as far as its grants reach."""
    for table in tables:
        superuser.execute(sql.SQL("ALTER TABLE {} DISABLE ROW LEVEL SECURITY").format(sql.Identifier(table)))


@contextmanager
def down_for_a_while(superuser: Superuser) -> Iterator[None]:
    """No walls, so that a test can fill the tables; afterwards they stand as before."""
    tables = walled(superuser)
    take_down(superuser, tables)
    yield
    for table in tables:
        superuser.execute(sql.SQL("ALTER TABLE {} ENABLE ROW LEVEL SECURITY").format(sql.Identifier(table)))
