"""The large database of the load and the soak: 40,000 cases, 1,500 people with a log-in, 60 units.

It stays in the bench's cluster between runs, and is built anew when the tables have changed since.
"""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date
from typing import Any

import psycopg
from django.db.migrations.loader import MigrationLoader

from bench.municipalities import build
from bench.stand import say
from sammetag.config.database import DatabaseServer
from sammetag.config.roles import administration

CASES, PLACES = 40_000, 15
# The demo has many helpers and leaders to each coordinator: those who log in here are who has cases.
LOG_INS = """
UPDATE people_account a SET is_active = EXISTS (
    SELECT 1 FROM people_staff s JOIN access_roleheld r ON r.staff_id = s.id
    WHERE s.account_id = a.id AND r.role = 'coordinator'
      AND current_date BETWEEN r.since AND coalesce(r.until, 'infinity')
      AND EXISTS (SELECT 1 FROM cases_case c WHERE c.coordinator_id = s.id AND c.closed_on IS NULL)
) WHERE is_active
"""
THERE = {
    "cases": "SELECT count(*) FROM cases_case",
    "journal events": "SELECT count(*) FROM journal_event",
    "staff with a log-in": "SELECT count(*) FROM people_account WHERE is_active",
    "units": "SELECT count(*) FROM people_unit",
    "municipalities": "SELECT count(*) FROM people_municipality",
    "open cases of a coordinator, in the middle": """
        SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY n) FROM (
            SELECT count(*) n FROM cases_case
            WHERE closed_on IS NULL AND coordinator_id IS NOT NULL GROUP BY coordinator_id) each""",
}


def stands(server: DatabaseServer, *, cases: int = CASES, rebuild: bool = False) -> DatabaseServer:
    """The server with the large database, built where it is missing or outdated; says what is there."""
    there = replace(server, name=f"sammetag_bench_load_{cases}")
    if rebuild or not _is_ready(there):
        begun = time.monotonic()
        build(there, cases=cases, today=date.today(), places=PLACES)  # noqa: DTZ011 - the machine's own day
        with administration(there, there.name) as superuser:
            superuser.execute(LOG_INS)
            superuser.execute("VACUUM ANALYZE people_account")
        say(f"Built in {time.monotonic() - begun:.0f} s")
    with administration(there, there.name) as superuser:
        for what, question in THERE.items():
            say(f"{_number(superuser, question):>10,.0f} {what}")
    return there


def _is_ready(server: DatabaseServer) -> bool:
    """Whether the database is there, whole, with the tables of this programme."""
    with administration(server, "postgres") as superuser:
        if (
            superuser.execute("SELECT 1 FROM pg_database WHERE datname = %s", [server.name]).fetchone()
            is None
        ):
            return False
    with administration(server, server.name) as superuser:
        if superuser.execute("SELECT to_regclass('django_migrations')").fetchone() == (None,):
            return False
        applied = set(superuser.execute("SELECT app, name FROM django_migrations").fetchall())
        return (
            set(MigrationLoader(None).disk_migrations or ()) <= applied
            and _number(superuser, THERE["cases"]) > 0
        )


def _number(superuser: psycopg.Connection[Any], question: str) -> float:
    found = superuser.execute(question).fetchone()
    return float(found[0]) if found else 0.0
