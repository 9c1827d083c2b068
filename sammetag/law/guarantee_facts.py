"""What must be known of a programme to answer on its intervention guarantee, and how its days are counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sammetag.law.period import DAY, Period, day_after_months


class EffortKind(StrEnum):
    """What kind of effort began: a LAB chapter, or what else it stands under."""

    LAB_11 = "lab-11"
    LAB_12 = "lab-12"
    LAB_13 = "lab-13"
    LAB_14 = "lab-14"
    SOCIAL = "social"
    MUNICIPAL_HEALTH = "municipal-health"
    TREATMENT = "treatment"
    MENTOR = "mentor"
    OTHER = "other"


class ReliefKind(StrEnum):
    """What frees the municipality from bringing the case again, although no effort has begun."""

    ORDINARY_HOURS = "ordinary-hours"
    HANDICAP_WAGE_SUBSIDY = "handicap-wage-subsidy"
    STU = "stu"
    SPECIAL_REASONS = "special-reasons"


STOPS_THE_CLOCK = frozenset(
    {
        EffortKind.LAB_11,
        EffortKind.LAB_12,
        EffortKind.LAB_14,
        EffortKind.SOCIAL,
        EffortKind.MUNICIPAL_HEALTH,
    }
)


@dataclass(frozen=True, slots=True)
class Effort:
    """One effort on the day it began; `in_plan`: it stands in the plan (indsatsdel)."""

    kind: EffortKind
    began_on: date
    in_plan: bool


@dataclass(frozen=True, slots=True)
class Relief:
    """One circumstance that frees from bringing the case again; `on` is a day on which it was so.

    For special reasons `on` is the day the municipality found them.
    """

    kind: ReliefKind
    on: date


@dataclass(frozen=True, slots=True)
class GuaranteeFacts:
    """What must be known of a programme: what began in it, and what moves the limit or frees from it.

    `exempt` are periods without duty to be available or without contact (standby); one without an end is
    counted up to the day asked about. `resubmitted_on` is the day the team treated the case again.
    Raises ValueError for an end before the start.
    """

    scheme: str
    granted_on: date
    starts_on: date
    ends_on: date | None
    efforts: tuple[Effort, ...] = ()
    exempt: tuple[Period, ...] = ()
    reliefs: tuple[Relief, ...] = ()
    resubmitted_on: date | None = None

    def __post_init__(self) -> None:
        """Refuse a programme that ends before it starts."""
        Period(self.starts_on, self.ends_on)


def last_day_to_begin(facts: GuaranteeFacts, months: int, on: date) -> date:
    """Give the last of so many months from the start, one day later for each exempt day before it is reached.

    Days that several periods share are counted once. A period without an end is counted up to `on`.
    """
    last = day_after_months(facts.starts_on, months) - DAY
    counted_to = facts.starts_on - DAY
    for period in sorted(facts.exempt, key=lambda exempt: exempt.first):
        first = max(period.first, counted_to + DAY)
        end = on if period.last is None else period.last
        if first <= min(last, end):
            last += end - first + DAY
            counted_to = end
    return last
