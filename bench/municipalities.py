"""Makes a database of so many cases: the demo, copied municipality by municipality until there are enough.

A copy holds everybody and every case, so that a coordinator has as many cases at 40,000 as at 600; what grows
is everything that the walls and the indexes have to hold apart. Each copy is a place of its own, or several
share one: then a unit has as many times the cases and the colleagues.
"""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date
from typing import Any

import psycopg
from django.core.management import call_command
from django.db import connections
from psycopg import sql

from sammetag.config.database import OWNER, DatabaseServer
from sammetag.config.roles import administration, as_owner, as_role, drop_database, prepare
from sammetag.demo.actions import load

# What is not a copy's: Django's own tables, sessions, jobs, what is sealed for one row alone, the journal's
# seal, and row history, which holds nothing that a page reads.
LEFT_OUT = "^(django_|auth_|pghistory_|procrastinate_|people_cpr|access_factor|journal_(seal|leaf|shipment))"
TABLES = """
SELECT c.relname FROM pg_class c
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname !~ %s
  AND NOT EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'pgh_id')
ORDER BY 1
"""
COLUMNS = """
SELECT column_name, udt_name FROM information_schema.columns
WHERE table_schema = 'public' AND table_name = %s AND is_identity = 'NO' AND udt_name <> 'xid8'
ORDER BY ordinal_position
"""
# Names that stand once on an installation, and keys that open one unit or one restricted case.
NAMED_ONCE = {("people_municipality", "name"), ("people_account", "username")}
KEYS_APART = 1_000_000
PLACES = {"people_municipality", "people_unit"}
COPIED_ID = """
CREATE OR REPLACE FUNCTION pg_temp.copied(id uuid, copy integer) RETURNS uuid LANGUAGE sql IMMUTABLE
RETURN CASE WHEN copy = 0 THEN id ELSE md5(id::text || copy::text)::uuid END
"""


def build(server: DatabaseServer, *, cases: int, today: date, places: int | None = None) -> int:
    """Fill the server's database anew with at least so many cases as they stand today; answers how many.

    `places`: how many times the demo's municipalities are there; left out, each copy has its own.
    """
    drop_database(server, server.name)
    prepare(server)
    connections["default"].settings_dict.update(HOST=server.host, PORT=server.port, NAME=server.name)
    with as_role(OWNER):
        call_command("migrate", verbosity=0)
    load(as_owner=as_owner, today=today)
    connections["default"].close()
    connections["default"].close_pool()  # type: ignore[attr-defined]
    with administration(server, server.name) as superuser:
        there = _count(superuser)
        copies = max(0, math.ceil(cases / there) - 1)
        if copies:
            _multiply(superuser, copies, places or copies + 1)
        superuser.execute("VACUUM ANALYZE")
        return _count(superuser)


def named(server: DatabaseServer, cases: int) -> DatabaseServer:
    """The same server with the database for so many cases."""
    return replace(server, name=f"sammetag_bench_{cases}")


def busiest(server: DatabaseServer) -> tuple[str, str]:
    """The user name of the coordinator with most open cases, and the id of her case with most events."""
    with administration(server, server.name) as superuser:
        found = superuser.execute(
            """
            SELECT a.username, s.id FROM cases_case c
            JOIN people_staff s ON s.id = c.coordinator_id JOIN people_account a ON a.id = s.account_id
            WHERE c.closed_on IS NULL AND NOT c.restricted AND a.is_active
            GROUP BY a.username, s.id ORDER BY count(*) DESC, a.username LIMIT 1
            """
        ).fetchone()
        if found is None:
            raise LookupError("no coordinator has an open case")
        username, staff = found
        case = superuser.execute(
            """
            SELECT c.id FROM cases_case c JOIN journal_event e ON e.case_id = c.id
            WHERE c.coordinator_id = %s AND c.closed_on IS NULL
            GROUP BY c.id ORDER BY count(*) DESC, c.id LIMIT 1
            """,
            [staff],
        ).fetchone()
        if case is None:
            raise LookupError("no case has an event")
        return username, str(case[0])


def _multiply(superuser: psycopg.Connection[Any], copies: int, places: int) -> None:
    with superuser.transaction():
        # The demo has gone through every check; its copies need neither triggers nor foreign keys.
        superuser.execute("SET LOCAL session_replication_role = replica")
        superuser.execute(COPIED_ID)
        for (table,) in superuser.execute(TABLES, [LEFT_OUT]).fetchall():
            most = min(copies, places - 1) if table in PLACES else copies
            superuser.execute(_copying(superuser, table), {"copies": most, "places": places})


def _copying(superuser: psycopg.Connection[Any], table: str) -> sql.Composed:
    columns = superuser.execute(COLUMNS, [table]).fetchall()
    return sql.SQL(
        "INSERT INTO {table} ({names}) SELECT {values} FROM {table}, generate_series(1, %(copies)s) n"
    ).format(
        table=sql.Identifier(table),
        names=sql.SQL(", ").join(sql.Identifier(name) for name, _kind in columns),
        values=sql.SQL(", ").join(_value(table, name, kind) for name, kind in columns),
    )


def _value(table: str, name: str, kind: str) -> sql.Composable:
    column = sql.Identifier(name)
    if name in ("municipality_id", "unit_id"):
        return sql.SQL("pg_temp.copied({}, n %% %(places)s)").format(column)
    if kind == "uuid":
        return sql.SQL("pg_temp.copied({}, n)").format(column)
    if kind == "_uuid":
        return sql.SQL("ARRAY(SELECT pg_temp.copied(one, n) FROM unnest({}) one)").format(column)
    if (table, name) in NAMED_ONCE:
        return sql.SQL("{} || ' ' || n").format(column)
    if (table, name) == ("cases_case", "number"):
        return sql.SQL("{} || repeat('+', n / %(places)s)").format(column)
    if (table, name) == ("cases_case", "acl"):
        # The key of the unit, or the case's own where it is restricted.
        copy = sql.SQL("(CASE WHEN restricted THEN n ELSE n %% %(places)s END)")
        return sql.SQL("{} + {} * {}").format(column, copy, sql.Literal(KEYS_APART))
    if (table, name) == ("people_unit", "key"):
        return sql.SQL("{} + n * {}").format(column, sql.Literal(KEYS_APART))
    return column


def _count(superuser: psycopg.Connection[Any]) -> int:
    found = superuser.execute("SELECT count(*) FROM cases_case").fetchone()
    return int(found[0]) if found else 0
