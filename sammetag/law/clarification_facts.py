"""What must be known of a job clarification programme to tell its clocks, and what they say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class TeamExemption(StrEnum):
    """Why the case need not go to the team: soon well again, or the same effort given on sickness benefit."""

    RECOVERY_EXPECTED = "recovery-expected"
    EARLIER_EFFORT = "earlier-effort"


@dataclass(frozen=True, slots=True)
class TeamFacts:
    """What must be known to say when the rehabilitation team must have treated the case.

    `starts_on`: the day the person moves to the programme. `decided_on`: the day of the decision that gives
    the right to it under the Sickness Benefit Act § 24 a; None where the person came from the benefit.
    `treated_on`: the day the team treated the case. `exemption`: RECOVERY_EXPECTED within some weeks from
    `starts_on`, or EARLIER_EFFORT under that act's § 13 d for those who move at its reassessment.
    Raises ValueError where the team treated the case before the programme and its right began.
    """

    scheme: str
    starts_on: date
    decided_on: date | None = None
    treated_on: date | None = None
    exemption: TeamExemption | None = None

    def __post_init__(self) -> None:
        """Refuse a case treated before there was one."""
        began = min(self.starts_on, self.counted_from)
        if self.treated_on is not None and self.treated_on < began:
            raise ValueError(f"treated {self.treated_on} before the programme began {began}")

    @property
    def counted_from(self) -> date:
        """Give the day from which the weeks are counted; that day itself is not one of them."""
        return self.starts_on if self.decided_on is None else self.decided_on


@dataclass(frozen=True, slots=True)
class TeamDeadline:
    """The last day on which the team can treat the case in time, and whether it did (`kept`).

    `due_on` is None where the case need not go to the team; `kept` is None there and until it is treated.
    """

    due_on: date | None
    kept: bool | None


@dataclass(frozen=True, slots=True)
class LongTermFacts:
    """What must be known of a person who has been ill for years.

    `benefit_ended_on`: the last day of sickness benefit; all is counted from it. `at_risk`: the
    municipality's judgement that the person may still be unfit for work after four years; None means that
    it has not been made. `talk_on`: the day the talk with the health coordinator began. `new_until`: the
    last day of a new programme that the municipality thinks of. Days after the one asked about are left out.
    Raises ValueError where talk or new programme lie before the end of the benefit.
    """

    scheme: str
    benefit_ended_on: date
    at_risk: bool | None
    talk_on: date | None = None
    new_until: date | None = None

    def __post_init__(self) -> None:
        """Refuse what lies before the end of the sickness benefit."""
        for day in (self.talk_on, self.new_until):
            if day is not None and day < self.benefit_ended_on:
                raise ValueError(f"{day} lies before the benefit ended {self.benefit_ended_on}")


@dataclass(frozen=True, slots=True)
class LongTerm:
    """By when the talk must begin, whether it is needed, when the four years end, and what then.

    `talk_needed` is None until the risk has been judged. `clinical_function`: the municipality must consider
    the region's clinical function before the team hears of a new programme; None where none is planned.
    """

    talk_by: date
    talk_needed: bool | None
    four_years_on: date
    clinical_function: bool | None
