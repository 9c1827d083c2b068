"""Dates as Danish law counts them: the last day is part of the period ('til og med')."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

DAY = timedelta(days=1)
# Every month has these days, so that for them no calendar needs to be asked.
SHORTEST_MONTH = 28


@dataclass(frozen=True, slots=True)
class Period:
    """Which days belong together: from `first` to `last`, both included; `last` None means still open.

    Raises ValueError where the last day lies before the first.
    """

    first: date
    last: date | None = None

    def __post_init__(self) -> None:
        """Refuse a period that ends before it begins."""
        if self.last is not None and self.last < self.first:
            raise ValueError(f"period ends {self.last} before it begins {self.first}")

    def contains(self, day: date) -> bool:
        """Say whether the day lies in the period, its first and last day included."""
        return self.first <= day and (self.last is None or day <= self.last)

    def overlaps(self, other: Period) -> bool:
        """Say whether the two periods share at least one day."""
        return self.overlap(other) is not None

    def overlap(self, other: Period) -> Period | None:
        """Give the days that both periods have, or None where they have none."""
        first = max(self.first, other.first)
        ends = [last for last in (self.last, other.last) if last is not None]
        last = min(ends, default=None)
        return None if last is not None and last < first else Period(first, last)

    def as_half_open(self) -> tuple[date, date | None]:
        """Give the same days as PostgreSQL writes ranges: first day included, end not included.

        This and `from_half_open` are the only places where the two ways of counting meet.
        """
        return self.first, None if self.last is None else self.last + DAY

    @classmethod
    def from_half_open(cls, first: date, end: date | None) -> Period:
        """Give the period whose end is the first day that no longer belongs to it."""
        return cls(first, None if end is None else end - DAY)


def add_months(day: date, months: int) -> date:
    """Give the same day of the month so many months later, or the month's last day where it has none."""
    year, month_index = divmod(day.year * 12 + day.month - 1 + months, 12)
    if day.day <= SHORTEST_MONTH:
        return date(year, month_index + 1, day.day)
    return date(year, month_index + 1, min(day.day, monthrange(year, month_index + 1)[1]))


def day_after_months(first: date, months: int) -> date:
    """Give the first day that lies after so many whole months counted from `first`.

    A month that begins on the 31st ends on the last day of a shorter month, so that no day is lost.
    """
    landed = add_months(first, months)
    return landed if landed.day == first.day else landed + DAY


def months_from(first: date, months: int) -> Period:
    """Give the period of so many whole months that begins on `first`."""
    return Period(first, day_after_months(first, months) - DAY)


def window_around(day: date, start: date, months: int) -> Period:
    """Give the window that holds `day` when windows of so many months follow each other from `start`.

    Raises ValueError where the day lies before the start.
    """
    if day < start:
        raise ValueError(f"{day} lies before {start}")
    passed = 0
    while day_after_months(start, passed + months) <= day:
        passed += months
    return Period(day_after_months(start, passed), day_after_months(start, passed + months) - DAY)
