"""The facts about a citizen that the target group is judged by, and the shapes of what is found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise

from sammetag.law.answer import Source
from sammetag.law.period import Period, day_after_months
from sammetag.words import Words

# The act counts in years and does not say how parts of several programmes add up. Our choice.
DAYS_OF_A_MONTH = 30


class TargetResult(StrEnum):
    """Whether the citizen is IN the target group, NOT_IN it, or NOT_JUDGED for want of knowledge."""

    IN = "in"
    NOT_IN = "not_in"
    NOT_JUDGED = "not_judged"


class ConditionState(StrEnum):
    """Whether a condition HOLDS, FAILS, or is UNKNOWN because something that decides it is not known."""

    HOLDS = "holds"
    FAILS = "fails"
    UNKNOWN = "unknown"


class ConditionName(StrEnum):
    """The conditions that the act has had; which of them apply depends on the day.

    GROUND: at least one of the act's three alternatives. DISABILITY_PENSION: the way in for those who
    already receive one.
    """

    COMPLEX_PROBLEMS = "complex_problems"
    UNSOLVED = "unsolved"
    COMBINED_EFFORT = "combined_effort"
    GROUND = "ground"
    NOT_POINTLESS = "not_pointless"
    CAN_DEVELOP = "can_develop"
    NOT_RULED_OUT = "not_ruled_out"
    BELOW_PENSION_AGE = "below_pension_age"
    YEARS_TO_PENSION = "years_to_pension"
    EARLIER_PROGRAMMES = "earlier_programmes"
    DISABILITY_PENSION = "disability_pension"


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of the act: what it demands, whether it is met, why, and what would settle it.

    `settle` is None unless the state is UNKNOWN.
    """

    name: ConditionName
    demand: Words
    state: ConditionState
    reason: Words
    settle: Words | None
    source: Source


@dataclass(frozen=True, slots=True)
class Assessment:
    """How the citizen stands to the target group: the result, and every condition of that day."""

    result: TargetResult
    conditions: tuple[Condition, ...]

    def named(self, state: ConditionState) -> tuple[ConditionName, ...]:
        """Give the names of the conditions that are in that state."""
        return tuple(condition.name for condition in self.conditions if condition.state is state)


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetFacts:
    """What is known of a citizen; True and False are judgements made, None is not known, and never a no.

    `complex_problems`: more than being out of work. `unsolved`: efforts under LAB or LAS have not solved
    them. `combined_effort`: needs LAB together with social or health effort. One ground is enough:
    `long_support`: has long had public support; `tried_in_vain`: has taken part in offers or vocational
    rehabilitation without coming closer to work; `long_effort`: a longer effort must come before a
    concrete job goal. `pointless` (until 31 May 2018): illness or impairment makes a programme obviously
    pointless. Since then `can_develop`: the working capacity has a perspective of development, and
    `ruled_out`: it is documented or quite obvious that a programme cannot improve it.
    `earlier`: earlier programmes of the same scheme, a running one with its planned end; () for none.
    `own_wish`: the citizen wants this programme. `disability_pension`: receives one already.
    Raises ValueError for earlier programmes without end, that overlap, or from before the birth.
    """

    scheme: str
    born_on: date | None = None
    complex_problems: bool | None = None
    unsolved: bool | None = None
    combined_effort: bool | None = None
    long_support: bool | None = None
    tried_in_vain: bool | None = None
    long_effort: bool | None = None
    pointless: bool | None = None
    can_develop: bool | None = None
    ruled_out: bool | None = None
    earlier: tuple[Period, ...] | None = None
    own_wish: bool | None = None
    disability_pension: bool | None = None

    def __post_init__(self) -> None:
        """Refuse earlier programmes that cannot all have been."""
        programmes = sorted(self.earlier or (), key=lambda programme: programme.first)
        if any(programme.last is None for programme in programmes):
            raise ValueError("an earlier programme needs an end, if only a planned one")
        if any(one.overlaps(other) for one, other in pairwise(programmes)):
            raise ValueError("two earlier programmes overlap")
        if programmes and self.born_on is not None and programmes[0].first < self.born_on:
            raise ValueError("an earlier programme began before the citizen was born")

    def earlier_on(self, day: date) -> tuple[Period, ...] | None:
        """Give the programmes that had begun on that day; None where that is not known."""
        if self.earlier is None:
            return None
        return tuple(programme for programme in self.earlier if programme.first <= day)


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedTargetFacts(TargetFacts):
    """The same, with what only a proposed wording asks; None is not known.

    `on_public_support`: receives it, however short the time. `offers_considered`: the municipality has judged
    the relevance of offers or vocational rehabilitation, or tried some.
    """

    on_public_support: bool | None = None
    offers_considered: bool | None = None


def birthday(born_on: date, age: int) -> date:
    """Give the first day on which a person has that age in years; born on 29 February counts from 1 March."""
    return day_after_months(born_on, age * 12)


def time_used(programmes: tuple[Period, ...]) -> tuple[int, int]:
    """Give the time in all programmes together, as whole months and remaining days (30 days to a month)."""
    months, days = 0, 0
    for programme in programmes:
        first, end = programme.as_half_open()
        if end is None:
            raise ValueError("a programme without end has no length")
        whole = (end.year - first.year) * 12 + end.month - first.month
        whole -= day_after_months(first, whole) > end
        months += whole
        days += (end - day_after_months(first, whole)).days
    return months + days // DAYS_OF_A_MONTH, days % DAYS_OF_A_MONTH


def any_known(*values: bool | None) -> bool | None:
    """Say whether one of them is true: None while none is, and at least one is not known."""
    if any(value is True for value in values):
        return True
    return None if None in values else False


def all_known(*values: bool | None) -> bool | None:
    """Say whether all of them are true: None while none is false, and at least one is not known."""
    if any(value is False for value in values):
        return False
    return None if None in values else True


def opposite(value: bool | None) -> bool | None:
    """Turn yes into no and no into yes; what is not known stays so."""
    return None if value is None else not value
