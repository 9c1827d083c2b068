"""What a table holds, as a number: the same rows give the same one, in any order and on any PostgreSQL."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg import sql

# Sessions let people in. They are left out of a backup: after a restore everybody logs in again.
LEFT_OUT = ("django_session",)
# How values are written as text, whatever the server or the role is set to.
WRITING = (
    "SET LOCAL timezone = 'UTC'",
    "SET LOCAL datestyle = 'ISO, YMD'",
    "SET LOCAL intervalstyle = 'postgres'",
    "SET LOCAL extra_float_digits = 1",
    "SET LOCAL bytea_output = 'hex'",
    "SET LOCAL search_path = pg_catalog, public",
)
TABLES = """
    SELECT c.relname FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
    ORDER BY c.relname
"""
# A sum of hashes of rows: nothing is sorted, and nothing grows with the table.
SUM = sql.SQL("""
    SELECT count(*), coalesce(sum(
        ('x' || encode(substr(sha256(convert_to(r::text, 'UTF8')), 1, 8), 'hex'))::bit(64)::bigint
    ), 0)::text FROM ONLY public.{} AS r
""")


@dataclass(frozen=True)
class Contents:
    """How many rows a table has, and what they come to."""

    rows: int
    sum: str


def of_all(connection: psycopg.Connection[Any]) -> dict[str, Contents]:
    """The contents of every table, within the transaction that is open; sessions stand for none."""
    for setting in WRITING:
        connection.execute(setting)
    return {table: _of(connection, table) for table in tables(connection)}


def tables(connection: psycopg.Connection[Any]) -> list[str]:
    """The names of our tables."""
    return [str(name) for (name,) in connection.execute(TABLES).fetchall()]


def _of(connection: psycopg.Connection[Any], table: str) -> Contents:
    if table in LEFT_OUT:
        return Contents(0, "0")
    rows, total = connection.execute(SUM.format(sql.Identifier(table))).fetchone() or (0, "0")
    return Contents(int(rows), str(total))
