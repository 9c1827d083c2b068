"""What must be known of one case to say what must be done in it. Plain Python, filled by duties.queries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sammetag.interventions.seen import Laid
from sammetag.law.guarantee_facts import GuaranteeFacts
from sammetag.law.talks import TalkFacts
from sammetag.talks.models import Outcome

# A talk that came to nothing.
MISSED = (Outcome.CANCELLED, Outcome.NO_SHOW)


@dataclass(frozen=True)
class TalkSeen:
    """One talk, as far as duties care: its day and what became of it.

    `clock` is when it begins, as it is read aloud; `form` the code of how it is held.
    """

    id: UUID
    on: date
    outcome: str
    by_whom: str
    form: str
    clock: str = ""


@dataclass(frozen=True)
class OpenVersion:
    """A version of the plan that waits for the citizen's answer; no day where none was agreed."""

    proposed_on: date
    taken_home: bool
    answer_by: date | None


@dataclass(frozen=True)
class SubGoalSeen:
    """A sub-goal whose day has passed, and of which nobody has written how far it came."""

    due_on: date
    title: str


@dataclass(frozen=True)
class PlanSeen:
    """The plan of a case: whether it is begun, what waits for an answer, and what was agreed last."""

    begun: bool = False
    open: OpenVersion | None = None
    agreed_on: date | None = None
    fixed_until: date | None = None
    past_due: tuple[SubGoalSeen, ...] = ()


@dataclass(frozen=True)
class MentorGranted:
    """Until when a mentor is granted, by the period that reaches farthest."""

    intervention_id: UUID
    since: date
    until: date


@dataclass(frozen=True)
class CaseFacts:
    """One case with its latest programme. `held` are the days of the talks that count.

    `guarantee` is none where the law of the guarantee need not be asked.
    """

    case_id: UUID
    scheme: str
    granted_on: date
    starts_on: date
    granted_until: date
    ended_on: date | None
    talks: tuple[TalkSeen, ...]
    held: tuple[date, ...]
    interventions: tuple[Laid, ...]
    end_reason: str = ""
    plan: PlanSeen = PlanSeen()
    mentors: tuple[MentorGranted, ...] = ()
    guarantee: GuaranteeFacts | None = None
    talks_known_from: date | None = None

    @property
    def booked(self) -> tuple[TalkSeen, ...]:
        """The talks that are agreed and not yet written in."""
        return tuple(talk for talk in self.talks if talk.outcome == Outcome.BOOKED)

    @property
    def last_held(self) -> date | None:
        """The day of the last talk that was held, whether or not it counts."""
        return max((talk.on for talk in self.talks if talk.outcome == Outcome.HELD), default=None)

    def talks_unknown(self, first: date) -> bool:
        """Whether talks of a time that begins on this day were not taken in, so that none can be missed."""
        return self.talks_known_from is not None and first < self.talks_known_from

    def runs_on(self, day: date) -> bool:
        """Whether the programme has not ended before the day."""
        return self.ended_on is None or self.ended_on >= day

    def under_way(self, day: date) -> bool:
        """Whether the programme has begun and has not ended before the day."""
        return self.starts_on <= day and self.runs_on(day)

    def for_talks(self) -> TalkFacts:
        """The facts as the law of talks asks for them."""
        return TalkFacts(self.scheme, self.granted_on, self.starts_on, self.ended_on, self.held)
