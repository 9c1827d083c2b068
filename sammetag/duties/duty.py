"""What must be done: a duty, how loud it is, and the order in which duties stand. Plain Python."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum
from uuid import UUID

from sammetag.law.answer import Version


class Band(IntEnum):
    """How loud a duty is; the loudest first."""

    LAW_MISSED = 1
    PROMISE_MISSED = 2
    NOTHING_RUNNING = 3
    COMING = 4


@dataclass(frozen=True)
class Duty:
    """One thing that somebody must do in one case.

    `what` and `why` are sentences in the reader's language. `due` is the last day on which it is in time; of
    a case with nothing running it is the first day without. `version` is the rule of the law behind it, none
    for a promise of ours. `name` leads to the page that fulfils it (duties.doors).
    """

    case_id: UUID
    name: str
    band: Band
    due: date
    what: str
    why: tuple[str, ...] = ()
    version: Version | None = None
    talk_id: UUID | None = None
    details: tuple[str, ...] = field(default=())

    def days(self, today: date) -> int:
        """Days until it is due; below zero when it is late."""
        return (self.due - today).days


def in_order(duties: Iterable[Duty]) -> list[Duty]:
    """Missed legal duty, missed promise, nothing running, nearest date; within each the oldest date first."""
    return sorted(duties, key=lambda duty: (duty.band, duty.due, str(duty.case_id), duty.name))
