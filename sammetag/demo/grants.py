"""Which programme the law lets a municipality grant on a day, and for how long at most."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sammetag.demo.story import Anchor, Given
from sammetag.demo.working_days import DAY, open_day
from sammetag.law import (
    JOBAFKLARINGSFORLOEB,
    RESSOURCEFORLOEB,
    LengthFacts,
    NotInForce,
    add_months,
    length_allowed,
    months_from,
)

JOB_CLARIFICATION_SINCE = date(2014, 7, 1)


@dataclass(frozen=True)
class Terms:
    """A lawful programme: its scheme and its days."""

    scheme: str
    granted_on: date
    starts_on: date
    granted_until: date


@lru_cache(maxsize=4096)
def terms(given: Given, today: date) -> Terms:
    """The programme that could be granted as told: a ressourceforløb while the law has it, else the other."""
    counted = today + given.day * DAY
    if given.anchor is Anchor.LAST:
        return _ending(counted, given)
    start = counted + given.waits * DAY
    if given.anchor is Anchor.HALF_YEAR:
        start = add_months(counted + DAY, -6)
    return _from(start, given, open_day(start - given.waits * DAY, -1))


def _from(start: date, given: Given, granted: date) -> Terms:
    scheme = scheme_on(granted, given.scheme)
    wanted = months_from(start, max(given.months, 12)).last
    longest = _longest(scheme, granted, start)
    return Terms(scheme, granted, start, min(wanted or longest, longest))


def _ending(last: date, given: Given) -> Terms:
    """The longest of the usual lengths that the law allowed when it must have been granted."""
    for months in (given.months, 24):
        start = add_months(last + DAY, -months)
        granted = open_day(start - given.waits * DAY, -1)
        if _longest(scheme_on(granted, given.scheme), granted, start) >= last:
            break
    # A programme that began on the last day of a February has one day less than the months that were counted.
    scheme = scheme_on(granted, given.scheme)
    return Terms(scheme, granted, start, min(last, _longest(scheme, granted, start)))


def scheme_on(granted: date, wanted: str = "") -> str:
    """The scheme of a programme granted on the day: ressourceforløb while it was open to new citizens.

    Job clarification, where it is wished for, since it began.
    """
    if wanted == JOBAFKLARINGSFORLOEB and granted >= JOB_CLARIFICATION_SINCE:
        return wanted
    try:
        length_allowed(LengthFacts(RESSOURCEFORLOEB, granted, granted, None))
    except NotInForce:
        return JOBAFKLARINGSFORLOEB
    return RESSOURCEFORLOEB


def _longest(scheme: str, granted: date, start: date) -> date:
    return length_allowed(LengthFacts(scheme, granted, start, None)).value.longest_end
