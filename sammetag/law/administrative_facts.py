"""What must be known of a decision or a complaint to answer on general administrative law."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class HearingException(StrEnum):
    """Why the party need not be heard (FVL § 19, stk. 2), in the order of the act."""

    UNOBJECTIONABLE = "unobjectionable"
    STATUTORY_DEADLINE = "statutory-deadline"
    WEIGHTIER_INTERESTS = "weightier-interests"
    NO_ACCESS = "no-access"
    WIDE_CIRCLE = "wide-circle"
    SPECIAL_RULES = "special-rules"


class Outcome(StrEnum):
    """What the reassessment of a complaint came to: upheld in FULL or in PART, or UNCHANGED."""

    FULL = "full"
    PART = "part"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class HearingFacts:
    """What must be known of one piece of information before a decision is made on it.

    `known`: the party can be presumed to know that the authority has it. `against` and `essential`: it is
    to the party's disadvantage, and of essential weight. `heard_on`: the day the party was told of it and
    could comment. `answer_by`: the deadline set. `answered_on`: the day the party answered.
    Raises ValueError where deadline or answer lie before the hearing, or stand without one.
    """

    scheme: str
    known: bool
    against: bool
    essential: bool
    exception: HearingException | None = None
    heard_on: date | None = None
    answer_by: date | None = None
    answered_on: date | None = None

    def __post_init__(self) -> None:
        """Refuse an answer and a deadline that no hearing came before."""
        for day in (self.answer_by, self.answered_on):
            if day is not None and (self.heard_on is None or day < self.heard_on):
                raise ValueError(f"{day} lies before the hearing {self.heard_on}")


@dataclass(frozen=True, slots=True)
class Hearing:
    """Whether the party must be heard, and whether the decision may be made on the day asked about."""

    required: bool
    may_decide: bool


@dataclass(frozen=True, slots=True)
class LetterFacts:
    """What must be known of a decision to say what must come with it.

    `favourable`: it fully gives the party what was asked. `appealable`: another authority can review it.
    `told_on`: the day the party was told.
    """

    scheme: str
    told_on: date
    written: bool
    favourable: bool
    appealable: bool = True


@dataclass(frozen=True, slots=True)
class Letter:
    """Whether reasons and guidance on complaints must come with the decision.

    `ask_by`: the last day on which the party can ask for written reasons of an oral decision, else None.
    """

    reasons: bool
    guidance: bool
    ask_by: date | None


@dataclass(frozen=True, slots=True)
class ComplaintFacts:
    """What must be known of a complaint: the day of the notice, and the day it came in (None: not yet).

    Raises ValueError for a complaint before the notice.
    """

    scheme: str
    told_on: date
    complained_on: date | None = None

    def __post_init__(self) -> None:
        """Refuse a complaint before the notice."""
        if self.complained_on is not None and self.complained_on < self.told_on:
            raise ValueError(f"complained {self.complained_on} before the notice {self.told_on}")


@dataclass(frozen=True, slots=True)
class ComplaintLimit:
    """The last day for a complaint, and whether the one that came was `in_time` (None where none came)."""

    last_day: date
    in_time: bool | None


@dataclass(frozen=True, slots=True)
class ReassessmentFacts:
    """What must be known of a complaint that the municipality has received.

    `late`: it came after the limit. `urgent`: the municipality judges that it cannot wait. `outcome` None:
    not reassessed yet. `told_on`: the day the complainant was told of a new decision. `maintained_on`: the
    day the complainant said that the complaint stands. A late complaint is never reassessed here.
    Raises ValueError where the days do not follow each other, or a late complaint was reassessed.
    """

    scheme: str
    received_on: date
    late: bool = False
    urgent: bool = False
    outcome: Outcome | None = None
    told_on: date | None = None
    maintained_on: date | None = None

    def __post_init__(self) -> None:
        """Refuse days out of order, and the outcome of a reassessment that must not take place."""
        if self.late and self.outcome is not None:
            raise ValueError("a late complaint is sent on, not reassessed")
        if self.told_on is not None and (self.outcome is None or self.told_on < self.received_on):
            raise ValueError(f"told {self.told_on} without a reassessment of {self.received_on}")
        told = self.told_on
        if self.maintained_on is not None and (told is None or self.maintained_on < told):
            raise ValueError(f"maintained {self.maintained_on} before it was told {told}")


@dataclass(frozen=True, slots=True)
class Reassessment:
    """The last days of the steps that still lie ahead; None for a step that does not come.

    `reassess_by`: the municipality has reassessed and answered or sent on. `maintain_by`: the complainant
    says that the complaint stands. `forward_by`: the case is with the Appeals Board.
    """

    reassess_by: date | None
    maintain_by: date | None
    forward_by: date | None
