"""Making a seal, sending it to the second place, and taking over rows that another cluster numbered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import psycopg

from sammetag.journal.sealing import leaves, refusals
from sammetag.journal.sealing.copies import Copy, File, Syslog
from sammetag.journal.sealing.keys import Signer
from sammetag.journal.sealing.leaves import TABLES, Sealed
from sammetag.journal.sealing.refusals import SealRefused
from sammetag.journal.sealing.seals import COLUMNS, FIRST, FORM, Seal
from sammetag.journal.sealing.settled import (
    OWN_NAMES_ALONE,
    UTC,
    Keeper,
    Moment,
    last_seal,
    last_shipped,
    sealed_before,
    seals,
    this_moment,
)

ONE_AT_A_TIME = 5_312_020


@dataclass(frozen=True)
class Made:
    """What one run did: the seal, or none where nothing was new, and how many seals were sent."""

    seal: Seal | None
    shipped: int = 0


@dataclass(frozen=True)
class _Written:
    events: int
    looks: int
    leaves: bytes
    at: str


def seal_once(
    connection: Keeper, signer: Signer, copy: Copy | None = None, *, after_restore: bool = False
) -> Made:
    """Seal what is settled and not sealed yet, in one transaction, and then send what was not sent.

    Two at once wait for each other, and the second finds nothing. Raises SealRefused where the copy tells of
    seals that the database lacks: they are left behind only on the word of whoever restored it.
    """
    made = None
    with connection.transaction():
        _alone(connection)
        last = last_seal(connection)
        number, leaves_some_behind = _next_number(connection, last, copy, after_restore=after_restore)
        seal = _seal(connection, signer, last, number)
        if seal.events + seal.looks or leaves_some_behind:
            _keep(connection, seal)
            made = seal
    return Made(made, _ship(connection, copy) if copy else 0)


def take_over_after_restore(connection: psycopg.Connection[Any]) -> int:
    """Let rows without a leaf, numbered by another cluster, be sealed by this one; as owner, after a restore.

    Numbers of transactions mean nothing elsewhere: each such row takes the number from which the next seal
    begins. Rows with a leaf stay as they are, since their number is sealed. Answers how many were taken over.
    """
    with connection.transaction():
        connection.execute(OWN_NAMES_ALONE)
        begin = sealed_before(last_seal(connection), this_moment(connection).cluster)
        return sum(_take_over(connection, one, begin) for one in TABLES)


def _take_over(connection: psycopg.Connection[Any], one: Sealed, begin: int) -> int:
    connection.execute(
        f"ALTER TABLE {one.table} NO FORCE ROW LEVEL SECURITY, DISABLE TRIGGER append_only".encode()
    )
    taken = connection.execute(
        f"UPDATE {one.table} AS r SET xid = %s::text::xid8 WHERE NOT EXISTS ("  # noqa: S608 - our own names
        " SELECT FROM public.journal_leaf l WHERE l.kind = %s AND l.row_id = r.id)",
        [begin, one.kind],
    )
    connection.execute(
        f"ALTER TABLE {one.table} FORCE ROW LEVEL SECURITY, ENABLE TRIGGER append_only".encode()
    )
    return taken.rowcount


def _alone(connection: Keeper) -> None:
    connection.execute(OWN_NAMES_ALONE)
    connection.execute("SET LOCAL work_mem = '64MB'")
    connection.execute("SELECT pg_advisory_xact_lock(%s)", [ONE_AT_A_TIME])


def _next_number(
    connection: Keeper, last: Seal | None, copy: Copy | None, *, after_restore: bool
) -> tuple[int, bool]:
    """The number of the next seal, and whether it leaves behind seals that only the copy knows."""
    held = last.number if last else 0
    copied = _last_in(copy)
    if copied is None:
        return held + 1, False
    if copied.number > held:
        if after_restore:
            return copied.number + 1, True
        raise SealRefused(refusals.COPY_IS_AHEAD.format(copied=copied.number, held=held))
    same = [seal.line for seal in seals(connection, "WHERE number = %s", copied.number)]
    if same != [copied.line]:
        raise SealRefused(refusals.COPY_DIFFERS.format(number=copied.number))
    return held + 1, False


def _last_in(copy: Copy | None) -> Seal | None:
    """The newest seal in the copy, as far as it can be asked.

    A copy out of reach is no reason to seal nothing: sending to it fails loudly afterwards.
    """
    if not isinstance(copy, File):
        return None
    try:
        return copy.last()
    except OSError:
        return None


def _seal(connection: Keeper, signer: Signer, last: Seal | None, number: int) -> Seal:
    moment = this_moment(connection)
    written = _write_leaves(connection, moment, sealed_before(last, moment.cluster), number)
    seal = Seal(
        form=FORM,
        number=number,
        follows=last.number if last else 0,
        made_at=written.at,
        settled_before=moment.settled_before,
        cluster=moment.cluster,
        events=written.events,
        looks=written.looks,
        leaves=written.leaves,
        previous=last.head if last else FIRST,
        key=signer.fingerprint,
    )
    head = seal.counted_head()
    return replace(seal, head=head, signature=signer.sign(head))


def _write_leaves(connection: Keeper, moment: Moment, begin: int, number: int) -> _Written:
    """Writes a leaf for each settled row, within the database, and answers what they come to.

    A row below where this seal begins was not there when the last one was made. It gets no leaf, so that it
    is found, rather than being sealed as if it were new.
    """
    settled = " UNION ALL ".join(_settled(one) for one in TABLES)
    row = connection.execute(
        f"""
        WITH settled AS ({settled}),
        placed AS (
            SELECT kind, id, hash, row_number() OVER (ORDER BY kind, "position", id) AS place FROM settled),
        written AS (
            INSERT INTO public.journal_leaf (seal, place, kind, row_id, hash)
            SELECT %(number)s, place, kind, id, hash FROM placed RETURNING place, kind, row_id, hash),
        chunks AS (
            SELECT {leaves.CHUNK} AS chunk, {leaves.OF_CHUNK} AS hash,
                   count(*) FILTER (WHERE kind = '{leaves.EVENT}') AS events,
                   count(*) FILTER (WHERE kind = '{leaves.LOOK}') AS looks
            FROM written GROUP BY 1)
        SELECT coalesce(sum(events), 0)::bigint, coalesce(sum(looks), 0)::bigint, {leaves.OF_CHUNKS},
               {UTC.format("clock_timestamp()")}
        FROM chunks
        """,  # noqa: S608 - our own expressions
        {"number": number, "begin": begin, "before": moment.settled_before},
    ).fetchone()
    return _Written(*(row or ()))


def _settled(one: Sealed) -> str:
    return f"""
        SELECT '{one.kind}' AS kind, "position", id, {one.leaf} AS hash FROM {one.table} AS r
        WHERE xid >= %(begin)s::text::xid8 AND xid < %(before)s::text::xid8
          AND NOT EXISTS (
            SELECT FROM public.journal_leaf l WHERE l.kind = '{one.kind}' AND l.row_id = r.id)
    """  # noqa: S608 - our own names


def _keep(connection: Keeper, seal: Seal) -> None:
    places = ", ".join("%s" for _ in COLUMNS)
    connection.execute(
        f"INSERT INTO public.journal_seal ({', '.join(COLUMNS)}) VALUES ({places})",  # noqa: S608 - ours
        [getattr(seal, name) for name in COLUMNS],
    )


def _ship(connection: Keeper, copy: Copy) -> int:
    """Sends what the copy lacks, once the seal is committed: no copy may know more than the database."""
    shipped = 0
    try:
        with connection.transaction():
            _alone(connection)
            since = _sent_to(connection, copy)
            while batch := list(seals(connection, "WHERE number > %s ORDER BY number LIMIT 500", since)):
                copy.send(batch)
                since, shipped = batch[-1].number, shipped + len(batch)
                if isinstance(copy, Syslog):
                    _mark(connection, copy, batch)
    except OSError as fault:
        why = fault.strerror or str(fault)
        raise SealRefused(refusals.COPY_NOT_REACHED.format(where=copy.place, why=why)) from fault
    return shipped


def _sent_to(connection: Keeper, copy: Copy) -> int:
    """The number of the newest seal that is there."""
    if isinstance(copy, File):
        last = copy.last()
        return last.number if last else 0
    return last_shipped(connection, copy.place)


def _mark(connection: Keeper, copy: Copy, batch: list[Seal]) -> None:
    connection.execute(
        "INSERT INTO public.journal_shipment (place, seal, at)"
        " SELECT %s, number, clock_timestamp() FROM unnest(%s::bigint[]) AS number",
        [copy.place, [seal.number for seal in batch]],
    )
