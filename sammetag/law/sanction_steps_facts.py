"""What must be known of the steps before a sanction, and the shape of the answer on them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sammetag.law.sanction_facts import SanctionFacts
from sammetag.words import Words


class GuidanceForm(StrEnum):
    """How rights and duties were explained.

    IN_SUMMONS: in the letter with the summons or offer, with the consequence and how to be entitled again.
    ORAL_AND_WRITTEN: gone through in a talk, with a written copy.
    """

    IN_SUMMONS = "in-summons"
    WRITTEN = "written"
    ORAL = "oral"
    ORAL_AND_WRITTEN = "oral-and-written"


class Contact(StrEnum):
    """Whether the municipality has spoken to the citizen of the event, or tried all it reasonably could."""

    REACHED = "reached"
    EXHAUSTED = "exhausted"
    NOT_EXHAUSTED = "not-exhausted"


class StepKind(StrEnum):
    """What must be in place before a sanction, in the order in which it is usually settled."""

    EVENT = "event"
    GUIDANCE = "guidance"
    CONTACT = "contact"
    REASONABLE_GROUND = "reasonable-ground"
    HEARING = "hearing"
    AVAILABILITY = "availability"
    TIME_LIMIT = "time-limit"


class StepState(StrEnum):
    """How far a step is: DONE, MISSING or UNKNOWN from the facts; BARS: settled, and against a sanction."""

    DONE = "done"
    MISSING = "missing"
    UNKNOWN = "unknown"
    BARS = "bars"


@dataclass(frozen=True, slots=True)
class Guidance:
    """One time that the citizen was told of rights and duties."""

    given_on: date
    form: GuidanceForm


@dataclass(frozen=True, slots=True)
class HearingHeld:
    """How the citizen was heard; `told_on` None: not told of the facts yet; `answer_by` is the deadline set.

    `in_decision_letter`: hearing and decision in one letter (agterskrivelse). Raises ValueError for an answer
    or a deadline before the citizen was told.
    """

    told_on: date | None
    answer_by: date | None = None
    answered_on: date | None = None
    in_decision_letter: bool = False

    def __post_init__(self) -> None:
        """Refuse an answer or a deadline that comes before the question."""
        for day in (self.answer_by, self.answered_on):
            if day is not None and (self.told_on is None or day < self.told_on):
                raise ValueError(f"{day} comes before the citizen was told ({self.told_on})")


@dataclass(frozen=True, slots=True)
class StepFacts:
    """What the case tells of an event and the steps after it; None is always: the case does not tell.

    `guidance` empty: none was given. `furthers_availability`: the municipality's own judgment, with regard to
    all circumstances, of whether a sanction brings the citizen closer to being available for work.
    """

    sanction: SanctionFacts
    guidance: tuple[Guidance, ...] | None = None
    contact: Contact | None = None
    hearing: HearingHeld | None = None
    furthers_availability: bool | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One step: how far it is, why, and what would settle it (None where it is done or forbids)."""

    kind: StepKind
    state: StepState
    why: Words
    settled_by: Words | None = None


@dataclass(frozen=True, slots=True)
class StepsBefore:
    """All steps before a sanction, and the last day (`last_day`, included) on which it can be carried out."""

    steps: tuple[Step, ...]
    last_day: date

    @property
    def states(self) -> dict[StepKind, StepState]:
        """Give the state of each step by its name."""
        return {step.kind: step.state for step in self.steps}

    @property
    def outcome(self) -> StepState:
        """Give what the steps come to: BARS before MISSING before UNKNOWN; DONE only where all are done."""
        states = set(self.states.values())
        for state in (StepState.BARS, StepState.MISSING, StepState.UNKNOWN):
            if state in states:
                return state
        return StepState.DONE
