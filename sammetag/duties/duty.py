"""What must be done: a duty, how loud it is, and the order in which duties stand. Plain Python."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum
from uuid import UUID

from sammetag.law.answer import Version

# My day tells of a date to come so many days before it, where the duty itself does not ask for more.
TWO_WEEKS = 14


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
    a case with nothing running it is the first day without. Where nobody has set a day, `timed` is false and
    `due` is today. `version` is the rule of the law behind it, none for a promise of ours; then the last
    of `details` says where it stands. `name` leads to the page that fulfils it (duties.doors), `about` is the
    talk or intervention that this page is of.
    `ahead` is how many days before `due` there is something to do about it. `clock` is the hour of a talk.
    """

    case_id: UUID
    name: str
    band: Band
    due: date
    what: str
    why: tuple[str, ...] = ()
    version: Version | None = None
    about: UUID | None = None
    details: tuple[str, ...] = field(default=())
    ahead: int = TWO_WEEKS
    timed: bool = True
    clock: str = ""

    def days(self, today: date) -> int:
        """Days until it is due; below zero when it is late."""
        return (self.due - today).days

    @property
    def is_owed(self) -> bool:
        """Whether the law's last day or a promise of ours has passed."""
        return self.band in (Band.LAW_MISSED, Band.PROMISE_MISSED)


def in_order(duties: Iterable[Duty]) -> list[Duty]:
    """Missed legal duty, missed promise, nothing running, nearest date; within each the oldest date first.

    What nobody has set a day for stands last in its band.
    """
    return sorted(duties, key=_rank)


def _rank(duty: Duty) -> tuple[object, ...]:
    # Nine o'clock comes before ten, although its name is shorter.
    return (duty.band, not duty.timed, duty.due, duty.clock.rjust(5), str(duty.case_id), duty.name)
