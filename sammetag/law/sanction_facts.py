"""What must be known of an event to say which sanction it may lead to, and the shape of the sanction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class SanctionEvent(StrEnum):
    """What happened.

    STAYED_AWAY: refused an offer of the plan, or was absent from it for a day or part of one.
    NO_SHOW: did not come to a talk or an assessment of availability, also with another provider.
    NOT_BOOKED: had not booked the talk when the deadline for it ran out.
    REPEATED: refused or stayed away repeatedly, or did not take part in other ways.
    HIDDEN: knowingly hid work or a stay abroad.
    NO_SHOW_TEAM: did not come to a meeting of the rehabilitation team.
    REFUSED_TREATMENT: said no to an operation or other medical treatment.
    """

    STAYED_AWAY = "stayed-away"
    NO_SHOW = "no-show"
    NOT_BOOKED = "not-booked"
    LEFT_JOB = "left-job"
    REFUSED_JOB = "refused-job"
    SICKNESS_NOT_REPORTED = "sickness-not-reported"
    NOT_APPLIED = "not-applied"
    REPEATED = "repeated"
    HIDDEN = "hidden"
    NO_SHOW_TEAM = "no-show-team"
    REFUSED_TREATMENT = "refused-treatment"


class RateGroup(StrEnum):
    """Which rate of the programme benefit a citizen has; YOUNG_AT_HOME is under 25, with parents, no child.

    OTHER: another amount, such as the lower level, a duty to pay child support, or former sickness benefit.
    """

    WITH_CHILD = "with-child"
    WITHOUT_CHILD = "without-child"
    YOUNG_AT_HOME = "young-at-home"
    OTHER = "other"


class SanctionKind(StrEnum):
    """What the event leads to; NONE is no sanction at all, MAY_STOP leaves the choice to the municipality.

    THIRD: one third of the benefit is deducted. THIRD_REPAID, ALL_REPAID: that much is paid back instead.
    """

    NONE = "none"
    DAILY = "daily-deduction"
    POINT = "point-deduction"
    MAY_STOP = "may-stop"
    THIRD = "third"
    THIRD_REPAID = "third-repaid"
    ALL_REPAID = "all-repaid"


@dataclass(frozen=True, slots=True)
class SanctionFacts:
    """What must be known of one event, as far as the case tells it.

    `happened_on`: the first day missed, the day of the talk, the first day after the deadline for booking,
    or the day of the event. `group` and `reasonable_ground` None: not told. `missed_days`: further days
    wholly or partly missed. `contact_again_on`: the day of contact or booking, None where there is none yet.
    `points_on`: the days of other events that led to a point deduction. `hidden_before`: the days of
    earlier events of the kind HIDDEN that led to a sanction.
    Raises ValueError for an event before the grant, and days that lie on the wrong side of the event.
    """

    scheme: str
    granted_on: date
    event: SanctionEvent
    happened_on: date
    group: RateGroup | None = None
    reasonable_ground: bool | None = None
    missed_days: tuple[date, ...] = ()
    contact_again_on: date | None = None
    points_on: tuple[date, ...] = ()
    hidden_before: tuple[date, ...] = ()

    def __post_init__(self) -> None:
        """Refuse days that cannot be true together."""
        if self.happened_on < self.granted_on:
            raise ValueError(f"event on {self.happened_on} lies before the grant on {self.granted_on}")
        if any(day < self.happened_on for day in self.missed_days):
            raise ValueError(f"a missed day lies before the first one, {self.happened_on}")
        if self.contact_again_on is not None and self.contact_again_on < self.happened_on:
            raise ValueError(f"contact on {self.contact_again_on} lies before the event {self.happened_on}")
        if any(day >= self.happened_on for day in self.hidden_before):
            raise ValueError(f"an earlier event lies on or after {self.happened_on}")


@dataclass(frozen=True, slots=True)
class Sanction:
    """What an event leads to: its kind, and the days or weeks and whole kroner where they are known.

    `days` are deducted with the daily rate up to the day asked about. `base_kroner` is the point deduction
    at the price level of 2012, from which each year's amount is regulated. `plus_repayment`: a repayment
    comes on top, whose size has not been read. None is what does not apply, or is not known.
    """

    kind: SanctionKind
    days: int | None = None
    weeks: int | None = None
    kroner: int | None = None
    base_kroner: int | None = None
    plus_repayment: bool = False
