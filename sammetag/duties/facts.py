"""What must be known of one case to say what must be done in it. Plain Python, filled by duties.queries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sammetag.interventions.models import Intervention
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
class CaseFacts:
    """One case with its running programme. `held` are the days of the talks that count."""

    case_id: UUID
    scheme: str
    granted_on: date
    starts_on: date
    granted_until: date
    ended_on: date | None
    talks: tuple[TalkSeen, ...]
    held: tuple[date, ...]
    interventions: tuple[Intervention, ...]

    @property
    def booked(self) -> tuple[TalkSeen, ...]:
        """The talks that are agreed and not yet written in."""
        return tuple(talk for talk in self.talks if talk.outcome == Outcome.BOOKED)

    def runs_on(self, day: date) -> bool:
        """Whether the programme has not ended before the day."""
        return self.ended_on is None or self.ended_on >= day

    def for_talks(self) -> TalkFacts:
        """The facts as the law of talks asks for them."""
        return TalkFacts(self.scheme, self.granted_on, self.starts_on, self.ended_on, self.held)
