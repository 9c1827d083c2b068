"""What was worked out of a case, remembered until the journal tells of something new in it.

Whoever changes a case tells the journal of it in the same transaction, so a case of which the journal has
told nothing new is as it was. The question goes through the wall like any other: of a case that its reader
may not see nothing is told, and then nothing is remembered.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Generic, TypeVar
from uuid import UUID

from django.db import connection

T = TypeVar("T")

# `settled` is the lowest transaction still under way: all below it are over, and seen. What one that has
# written itself sees may yet be undone, and is not remembered. Another database, or one that was started
# anew, may count its transactions otherwise.
TOLD = """
SELECT
    ARRAY[d.oid::text, pg_postmaster_start_time()::text],
    pg_current_xact_id_if_assigned() IS NULL,
    pg_snapshot_xmin(pg_current_snapshot())::text::bigint,
    ARRAY(
        SELECT (
            SELECT e.xid FROM journal_event e WHERE e.case_id = c.id ORDER BY e.xid DESC LIMIT 1
        )::text::bigint
        FROM unnest(%s::uuid[]) WITH ORDINALITY c(id, place) ORDER BY place
    )
FROM pg_database d WHERE d.datname = current_database()
"""


@dataclass(frozen=True, slots=True)
class Told:
    """Of which transaction the journal told last in each of some cases; none where it is silent."""

    where: tuple[str, ...]
    only_read: bool
    settled: int
    newest: tuple[int | None, ...]


class Remembered(Generic[T]):
    """What was worked out of cases, of at most so many; what was asked for longest ago is forgotten first."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Hashable, tuple[int, T]] = OrderedDict()
        self._turn = Lock()

    def of(
        self, case_ids: Collection[UUID], about: Hashable, work_out: Callable[[set[UUID]], Mapping[UUID, T]]
    ) -> dict[UUID, T]:
        """What is known of these cases, worked out anew where something has happened. One query besides.

        `about` is all that it depends on besides the case, as the day and the language. Whoever may see the
        case must be told the same.
        """
        told = last_told(case_ids)
        found = dict(self._still_true(case_ids, about, told))
        missing = {one for one in case_ids if one not in found}
        if missing:
            fresh = work_out(missing)
            found.update(fresh)
            self._keep({one: fresh[one] for one in missing & fresh.keys()}, about, told)
        return found

    def _still_true(
        self, case_ids: Collection[UUID], about: Hashable, told: Told
    ) -> Iterator[tuple[UUID, T]]:
        if not told.only_read:
            return
        with self._turn:
            for case_id, newest in zip(case_ids, told.newest, strict=True):
                key = (told.where, about, case_id)
                settled, what = self._kept.get(key, (0, None))
                if newest is not None and newest < settled:
                    self._kept.move_to_end(key)
                    yield case_id, what  # type: ignore[misc]

    def _keep(self, fresh: Mapping[UUID, T], about: Hashable, told: Told) -> None:
        if not told.only_read:
            return
        with self._turn:
            for case_id, what in fresh.items():
                self._kept[told.where, about, case_id] = told.settled, what
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)


def last_told(case_ids: Collection[UUID]) -> Told:
    """Of which transaction the journal told last in each of these cases, in their order. One query."""
    with connection.cursor() as cursor:
        cursor.execute(TOLD, [list(case_ids)])
        where, only_read, settled, newest = cursor.fetchone()
    return Told(tuple(where), only_read, settled, tuple(newest))
