"""How the outcomes of a trial came out for one person, from what the journal says of them.

Day 0 is the day of the draw. Nobody is followed beyond the end of their programme: what came then belongs to
another story. What began before the draw and still runs on its day counts as day 0.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

ONE_DAY = timedelta(days=1)
CENSORED, EVENT, ENDED = 0, 1, 2
# The endings of a programme that settle what the citizen can live by.
CLARIFIED = frozenset({"ordinary-job", "education", "flexi-job", "disability-pension"})
MENTOR, COMPANY = "mentor", "company"
KINDS_OF = {
    "first-employment": frozenset({"employment", "education"}),
    "first-social": frozenset({"social"}),
    "first-health": frozenset({"health", "treatment"}),
}


class Seen(NamedTuple):
    """How an outcome came out: `value` in days for a time, else a number; `cause` as in an observation."""

    value: float
    cause: int = CENSORED


@dataclass(frozen=True, slots=True)
class Running:
    """Days on which something ran, both included; `until` None while it goes on.

    `field` is its administration; a `mentor` is somebody, but not something running.
    """

    since: date
    until: date | None
    field: str
    company: bool = False
    mentor: bool = False

    @property
    def kind(self) -> str:
        """Say what it was: a mentor, something at a company, or its field."""
        return MENTOR if self.mentor else COMPANY if self.company else self.field


@dataclass(frozen=True, slots=True)
class Course:
    """What the journal says of a person: when and why the programme ended, talks held, what ran."""

    ended_on: date | None = None
    end_reason: str = ""
    talks: tuple[date, ...] = ()
    running: tuple[Running, ...] = ()


@dataclass(frozen=True, slots=True)
class Followed:
    """The days on which a person is followed, both included, and whether the programme ended on the last."""

    first: date
    last: date
    ended: bool = False

    def within(self, days: int | None) -> Followed:
        """Give the days up to and with day number `days`, None: all of them."""
        if days is None or self.first + timedelta(days=days) >= self.last:
            return self
        return Followed(self.first, self.first + timedelta(days=days))


def followed(course: Course, entered_on: date, limits: Iterable[date | None]) -> Followed:
    """Say from when to when a person is followed: until the first of the limits, or the programme's end."""
    last = max(entered_on, min(limit for limit in limits if limit is not None))
    if course.ended_on is None or course.ended_on > last:
        return Followed(entered_on, last)
    return Followed(entered_on, max(entered_on, course.ended_on), ended=True)


def observe(course: Course, outcome: str, days: Followed, at_most: int | None = None) -> Seen | None:
    """Say how an outcome came out; None where the journal does not tell.

    `at_most`: the outcome is followed no longer than so many days from the draw. Shares are of 100 days.
    """
    if outcome in ("parallel-days", "dead-days"):
        # So many days in all: the day of the draw is the first of them.
        counted = days.within(None if at_most is None else at_most - 1)
        return Seen(_share(course.running, counted, parallel=outcome == "parallel-days"))
    within = days.within(at_most)
    if outcome == "completion":
        return _until(within, EVENT)
    if outcome == "clarification":
        return _until(within, EVENT if course.end_reason in CLARIFIED else ENDED)
    if outcome not in ("first-talk", "company-placement", *KINDS_OF):
        return None
    came = [day for day in _days_of(course, outcome, within.first) if day <= within.last]
    return Seen((min(came) - within.first).days, EVENT) if came else _until(within, ENDED)


def days_received(course: Course, days: Followed) -> dict[str, int]:
    """Give on how many of the days a person got each kind of intervention; two of a kind count once."""
    kinds = {one.kind for one in course.running}
    counted = {
        kind: sum(
            length
            for length, at_once in _stretches([one for one in course.running if one.kind == kind], days)
            if at_once
        )
        for kind in sorted(kinds)
    }
    return {kind: number for kind, number in counted.items() if number}


def _until(days: Followed, cause: int) -> Seen:
    return Seen((days.last - days.first).days, cause if days.ended else CENSORED)


def _days_of(course: Course, outcome: str, first: date) -> Iterator[date]:
    """The days on which an event came that is asked for, none before the draw."""
    if outcome == "first-talk":
        yield from (day for day in course.talks if day >= first)
        return
    for one in course.running:
        asked = one.company if outcome == "company-placement" else one.field in KINDS_OF[outcome]
        if asked and not one.mentor and (one.until is None or one.until >= max(one.since, first)):
            yield max(one.since, first)


def _share(running: Iterable[Running], days: Followed, *, parallel: bool) -> float:
    counted = sum(
        length
        for length, at_once in _stretches([one for one in running if not one.mentor], days)
        if (at_once >= 2 if parallel else not at_once)
    )
    return 100 * counted / ((days.last - days.first).days + 1)


def _stretches(running: Iterable[Running], days: Followed) -> Iterator[tuple[int, int]]:
    """The stretches of days in which nothing changes: how many days, and how many ran at once."""
    changes = Counter({days.first: 0})
    for one in running:
        since, until = max(one.since, days.first), min(one.until or days.last, days.last)
        if since <= until:
            changes[since] += 1
            changes[until + ONE_DAY] -= 1
    at_once, end = 0, days.last + ONE_DAY
    begins = sorted(day for day in changes if day < end)
    for day, following in zip(begins, [*begins[1:], end], strict=True):
        at_once += changes[day]
        yield (following - day).days, at_once
