"""How long a case was without a coordinator. Plain Python over days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)
Span = tuple[date, date | None]


def days_uncovered(spans: Iterable[Span], first: date, last: date) -> int:
    """The days from `first` to `last`, both included, that lie in no span; one without an end goes on."""
    missing, next_day = 0, first
    for since, until in sorted(spans, key=lambda span: span[0]):
        if since > last:
            break
        missing += max(0, (since - next_day).days)
        next_day = max(next_day, last + ONE_DAY if until is None else until + ONE_DAY)
    return missing + max(0, (last - next_day).days + 1)


def days_without_before(spans: Iterable[Span], opened_on: date, day: date) -> int:
    """The days without anybody that end the day before `day`: what a citizen has just waited."""
    ends = [min(until or day, day) for since, until in spans if since < day]
    return max(0, (day - max(ends, default=opened_on - ONE_DAY)).days - 1)
