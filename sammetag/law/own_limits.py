"""The time limits that a municipality must set itself: never a default, an unset one is said to be unset.

To change the law: add a dated version below and end the one before it, and add its examples to
`tests/law/administrative_examples.yaml`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import combinations

from sammetag.law.administrative_words import (
    OWN_DUE,
    OWN_KEPT,
    OWN_LATE,
    OWN_MUST_BE_SET,
    OWN_NOT_PUBLISHED,
    OWN_OVERDUE,
    OWN_TITLE,
    OWN_UNSET,
    WHY_BEFORE_RSL,
)
from sammetag.law.answer import (
    Answer,
    Asked,
    ChosenBy,
    Confidence,
    Finding,
    Reason,
    ReasonKind,
    Source,
    Topic,
)
from sammetag.law.period import Period, add_months
from sammetag.law.registry import BOOK, Book
from sammetag.law.rule import not_known, rule
from sammetag.law.schemes import FLEKSJOB, JOBAFKLARINGSFORLOEB, RESSOURCEFORLOEB

OWN_LIMIT = Topic("administrative.own_limit", OWN_TITLE, ChosenBy.DAY)
EVERY_SCHEME = (RESSOURCEFORLOEB, JOBAFKLARINGSFORLOEB, FLEKSJOB)
RSL_READ = date(2025, 4, 2)
OWN_LIMITS_SOURCE = Source("RSL", "§ 3, stk. 2", "LBK 354/2025")


class LimitUnit(StrEnum):
    """What a municipality counts its limit in."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"


@dataclass(frozen=True, slots=True)
class OwnLimit:
    """One limit that the municipality has set: `length` units from the application to the decision.

    `period`: the applications it holds for, by the day they came in. `published_on` None: not published.
    Raises ValueError for an area without a name and a length below one.
    """

    area: str
    length: int
    unit: LimitUnit
    period: Period
    published_on: date | None

    def __post_init__(self) -> None:
        """Refuse a limit without an area, and one of no length."""
        if not self.area.strip():
            raise ValueError("a limit needs the name of its case area")
        if self.length < 1:
            raise ValueError(f"a limit of {self.length} {self.unit.value} is none")

    def last_day(self, received_on: date) -> date:
        """Give the last day for the decision; the day the application came in is not counted."""
        if self.unit is LimitUnit.MONTHS:
            return add_months(received_on, self.length)
        days = self.length * 7 if self.unit is LimitUnit.WEEKS else self.length
        return received_on + timedelta(days=days)


@dataclass(frozen=True, slots=True)
class OwnLimits:
    """The municipality's own limits by case area; empty where it has set none.

    Raises ValueError where two of one area hold on the same day.
    """

    limits: tuple[OwnLimit, ...] = ()

    def __post_init__(self) -> None:
        """Refuse two limits for one area on one day."""
        for one, other in combinations(self.limits, 2):
            if one.area == other.area and one.period.overlaps(other.period):
                raise ValueError(f"two limits for {one.area!r} in {one.period} and {other.period}")

    def limit(self, area: str, received_on: date) -> OwnLimit | None:
        """Give the limit for an application of that area and day, or None where none is set."""
        for limit in self.limits:
            if limit.area == area and limit.period.contains(received_on):
                return limit
        return None


@dataclass(frozen=True, slots=True)
class OwnLimitFacts:
    """What must be known to answer by when an application must be decided; `decided_on` None: not yet.

    Raises ValueError for a decision before the application.
    """

    scheme: str
    area: str
    received_on: date
    limits: OwnLimits
    decided_on: date | None = None

    def __post_init__(self) -> None:
        """Refuse a decision before the application."""
        if self.decided_on is not None and self.decided_on < self.received_on:
            raise ValueError(f"decided {self.decided_on} before the application {self.received_on}")


@dataclass(frozen=True, slots=True)
class OwnDeadline:
    """The last day for the decision under the municipality's own limit, and whether it was `kept`.

    `due_on` is None where the municipality has set no limit; `kept` is None there and until it has decided.
    """

    due_on: date | None
    kept: bool | None


def own_limit(facts: OwnLimitFacts, on: date, *, book: Book = BOOK) -> Answer[OwnDeadline]:
    """Say by when the municipality's own limit asks for a decision, or that it has set none.

    The day the application came in picks the version; `on` is only asked whether the limit has run out.
    Raises UnknownScheme; NotKnown for applications before April 2025. Source: RSL § 3, stk. 2.
    """
    day = facts.received_on
    answer: Answer[OwnDeadline] = book.ask(OWN_LIMIT, facts, scheme=facts.scheme, granted_on=day, on=day)
    due = answer.value.due_on
    decided = facts.decided_on is not None and facts.decided_on <= on
    if due is None or decided or on <= due:
        return answer
    overdue = Reason(OWN_OVERDUE.filled(due=due), ReasonKind.WARNING, answer.version.source)
    return Answer(answer.value, (*answer.reasons, overdue), answer.version)


@rule(
    OWN_LIMIT,
    schemes=EVERY_SCHEME,
    first=RSL_READ,
    last=None,
    source=OWN_LIMITS_SOURCE,
    confidence=Confidence.HIGH,
)
def as_the_municipality_set_it(facts: OwnLimitFacts, asked: Asked) -> Finding[OwnDeadline]:
    """Set and publish a limit for each case area, and decide within it."""
    demand = Reason(OWN_MUST_BE_SET, ReasonKind.RULE, asked.version.source)
    limit = facts.limits.limit(facts.area, facts.received_on)
    if limit is None:
        unset = OWN_UNSET.filled(area=facts.area)
        return Finding(OwnDeadline(None, None), (demand, Reason(unset, ReasonKind.WARNING)))
    due = limit.last_day(facts.received_on)
    kept = None if facts.decided_on is None else facts.decided_on <= due
    told = Reason(OWN_DUE.filled(area=facts.area, received=facts.received_on, due=due))
    reasons = (demand, told, *_decided(facts, kept), *_published(facts, limit))
    return Finding(OwnDeadline(due, kept), reasons)


not_known(
    OWN_LIMIT,
    schemes=(RESSOURCEFORLOEB, FLEKSJOB),
    first=date(2013, 1, 1),
    last=date(2025, 4, 1),
    reason=WHY_BEFORE_RSL,
    source=OWN_LIMITS_SOURCE,
)
not_known(
    OWN_LIMIT,
    schemes=(JOBAFKLARINGSFORLOEB,),
    first=date(2014, 7, 1),
    last=date(2025, 4, 1),
    reason=WHY_BEFORE_RSL,
    source=OWN_LIMITS_SOURCE,
)


def _decided(facts: OwnLimitFacts, kept: bool | None) -> tuple[Reason, ...]:
    if kept is None:
        return ()
    return (Reason((OWN_KEPT if kept else OWN_LATE).filled(decided=facts.decided_on)),)


def _published(facts: OwnLimitFacts, limit: OwnLimit) -> tuple[Reason, ...]:
    if limit.published_on is not None and limit.published_on <= facts.received_on:
        return ()
    return (Reason(OWN_NOT_PUBLISHED.filled(area=facts.area), ReasonKind.WARNING),)
