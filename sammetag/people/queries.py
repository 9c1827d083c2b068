"""Reading what lies sealed: how much of it under which key."""

from __future__ import annotations

from collections import Counter

from django.db import connection, transaction
from psycopg import sql

from sammetag.people.resealing import Place


def under_each_key(place: Place) -> tuple[Counter[str], Counter[str]]:
    """How many rows lie under each key that seals, and under each that finds, by fingerprint.

    For the owner or the keeper: a person's wall would hide most of it.
    """
    sealing = _counted(place, place.sealed, 2)
    return sealing, _counted(place, place.mark, 1) if place.mark else Counter()


@transaction.atomic
def _counted(place: Place, column: str, begins: int) -> Counter[str]:
    kind, value = place.only or (place.key, "")
    statement = sql.SQL(
        "SELECT encode(substr({column}, %s, 8), 'hex'), count(*) FROM {table}"
        " WHERE {column} IS NOT NULL AND (%s = '' OR {kind}::text = %s) GROUP BY 1"
    )
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('app.resealing', 'yes', true)")
        names = {"column": column, "table": place.table, "kind": kind}
        query = statement.format(**{name: sql.Identifier(word) for name, word in names.items()})
        cursor.execute(query, [begins, value, value])
        return Counter(dict(cursor.fetchall()))
