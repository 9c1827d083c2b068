"""What the database says of itself, and what it holds that is settled but not sealed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import psycopg

from sammetag.journal.sealing.seals import COLUMNS, Seal, of_row

Keeper = psycopg.Connection[Any]

# Nothing that somebody put into the schema may stand in for a function of PostgreSQL.
OWN_NAMES_ALONE = "SET LOCAL search_path = pg_catalog, pg_temp"
MOMENT = """
    SELECT (SELECT system_identifier FROM pg_control_system()),
           pg_snapshot_xmin(pg_current_snapshot())::text::bigint,
           pg_snapshot_xmax(pg_current_snapshot())::text::bigint
"""
UTC = """to_char({} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')"""
# The columns of a seal, as they are signed.
SEAL = ", ".join(UTC.format(name) if name == "made_at" else name for name in COLUMNS)


@dataclass(frozen=True)
class Moment:
    """Which cluster this is; the transaction below which all are over, and the one that is yet to come."""

    cluster: int
    settled_before: int
    to_come: int


def this_moment(connection: Keeper) -> Moment:
    """How far the transactions of this cluster have come."""
    row = connection.execute(MOMENT).fetchone()
    return Moment(*(row or (0, 0, 0)))


def last_seal(connection: Keeper) -> Seal | None:
    """The newest seal in the database, or none."""
    for seal in seals(connection, "ORDER BY number DESC NULLS LAST LIMIT 1"):
        return seal
    return None


def seals(connection: Keeper, rest: str, *values: object) -> Iterator[Seal]:
    """Seals, as the rest of the sentence chooses them."""
    found = connection.execute(f"SELECT {SEAL} FROM public.journal_seal {rest}", values)  # noqa: S608 - ours
    return (of_row(row) for row in found)


def last_shipped(connection: Keeper, place: str) -> int:
    """The number of the newest seal that was sent to a place that cannot be asked."""
    found = connection.execute(
        "SELECT coalesce(max(seal), 0) FROM public.journal_shipment WHERE place = %s", [place]
    ).fetchone()
    return int(found[0]) if found else 0


def sealed_before(last: Seal | None, cluster: int) -> int:
    """The transaction below which nothing may be without a leaf.

    Another cluster counted otherwise: until the first seal here, all that has no leaf is yet to be sealed.
    """
    return last.settled_before if last and last.cluster == cluster else 0
