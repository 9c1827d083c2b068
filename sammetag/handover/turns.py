"""Who was responsible until when, and who is from now on, when a case changes coordinator."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from sammetag.cases.models import Case, Part, Responsibility

ONE_DAY = timedelta(days=1)


@dataclass
class Changes:
    """The intervals that are to be changed, and those that are new."""

    changed: list[Responsibility] = field(default_factory=list)
    new: list[Responsibility] = field(default_factory=list)


def change_hands(
    case: Case,
    held: Sequence[Responsibility],
    *,
    taker_id: UUID | None,
    day: date,
    left_on: date | None,
) -> Changes:
    """The intervals of a case whose coordinator changes: the day itself belongs to the taker.

    `left_on` is the last day at work of a coordinator who left before; the days since then were nobody's.
    """
    changes = Changes()
    going = [one for one in held if one.until is None or one.until >= day]
    for one in going:
        if one.since < day:
            last = min(left_on or day, day - ONE_DAY)
            one.until = max(one.since, last)
            changes.changed.append(one)
    begun = [one for one in going if one.since >= day]
    if taker_id is None:
        # Whoever had the case for this one day keeps it in the record; nothing of a case is deleted.
        for one in begun:
            one.until = one.since
    elif begun:
        # Two changes on one day: the day goes to the last.
        begun[0].staff_id, begun[0].since, begun[0].until = taker_id, day, None
    else:
        changes.new.append(
            Responsibility(case=case, staff_id=taker_id, part=Part.COORDINATOR, since=day, until=None)
        )
    changes.changed += begun
    return changes
