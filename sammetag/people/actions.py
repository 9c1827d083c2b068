"""Seals anew what lies under older keys, as the owner of the tables: a person's wall would hide most."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.db import IntegrityError, connection, transaction
from psycopg import sql

from sammetag.keyring.ring import KeyRing
from sammetag.people.resealing import Lying, Place, Tally, anew, newest


def reseal_some(*, place: Place, ring: KeyRing, after: Any, size: int, tally: Tally) -> Any:
    """Seal the next rows of a place anew, in a transaction of their own; answers with the last key looked at.

    `after` is the answer of the time before, None to begin with; None comes back once there is nothing more.
    Whoever writes such a row in the meantime waits until the batch is done.
    """
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('app.resealing', 'yes', true)")
            cursor.execute(_older(place), {"after": after, "size": size} | _newest(place, ring))
            rows = [Lying(row[0], str(row[1]), bytes(row[2]), *_marked(row[3:])) for row in cursor.fetchall()]
        written = [new for row in rows if (new := anew(ring, place, row, tally))]
        _write(place, written, {row.key: row for row in rows}, tally)
    return rows[-1].key if rows else None


def _write(place: Place, rows: list[Lying], before: dict[object, Lying], tally: Tally) -> None:
    """Writes all rows at once; where two turn out to hold the same number, one by one."""
    if _went_in(place, rows):
        tally.done += len(rows)
        return
    for row in rows:
        if _went_in(place, [row]):
            tally.done += 1
        else:
            # Another citizen has the number under the newest key. Somebody must look, so both stay findable.
            _update(place, [replace(row, mark=before[row.key].mark)])
            tally.double.append(str(row.key))


def _went_in(place: Place, rows: list[Lying]) -> bool:
    """Whether the rows could be written: all of them, or none where one of their marks is there already."""
    try:
        with transaction.atomic():
            _update(place, rows)
    except IntegrityError:
        return False
    return True


def _update(place: Place, rows: list[Lying]) -> None:
    names = {name: sql.Identifier(getattr(place, name)) for name in ("table", "key", "sealed")}
    marks = sql.SQL(", {} = new.mark").format(sql.Identifier(place.mark)) if place.mark else sql.SQL("")
    statement = sql.SQL(
        "UPDATE {table} SET {sealed} = new.sealed{marks}"
        " FROM unnest(%s::uuid[], %s::bytea[], %s::bytea[]) AS new(key, sealed, mark)"
        " WHERE {table}.{key} = new.key"
    ).format(**names, marks=marks)
    with connection.cursor() as cursor:
        cursor.execute(
            statement, [[row.key for row in rows], [row.sealed for row in rows], [row.mark for row in rows]]
        )


def _older(place: Place) -> sql.Composed:
    """The rows after a key, of which something lies under an older key, locked."""
    columns = [place.key, place.about, place.sealed, *filter(None, (place.mark, place.mark_about))]
    # Where there is no mark, one that is the newest stands in for it.
    mark = sql.Identifier(place.mark) if place.mark else sql.SQL("%(mark)s::bytea")
    return sql.SQL(
        "SELECT {columns} FROM {table} WHERE (%(after)s::uuid IS NULL OR {key} > %(after)s::uuid)"
        " AND (%(only)s = '' OR {only}::text = %(only)s)"
        " AND (substr({sealed}, 1, 9) <> %(sealed)s OR substr({mark}, 1, 8) <> %(mark)s)"
        " ORDER BY {key} LIMIT %(size)s FOR UPDATE"
    ).format(
        columns=sql.SQL(", ").join(map(sql.Identifier, columns)),
        table=sql.Identifier(place.table),
        key=sql.Identifier(place.key),
        sealed=sql.Identifier(place.sealed),
        mark=mark,
        only=sql.Identifier(place.only[0] if place.only else place.key),
    )


def _newest(place: Place, ring: KeyRing) -> dict[str, Any]:
    sealed, mark = newest(ring)
    return {"sealed": sealed, "mark": mark, "only": place.only[1] if place.only else ""}


def _marked(columns: Any) -> tuple[Any, ...]:
    return (bytes(columns[0]), str(columns[1])) if columns else ()
