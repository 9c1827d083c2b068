"""Whether the municipality may decide, when the rehabilitation team has given its recommendation.

To change the law: add a dated version below and end the one before it, add its examples to
`tests/law/team_decision_examples.yaml`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

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
from sammetag.law.registry import BOOK, Book
from sammetag.law.rule import not_known, rule
from sammetag.law.schemes import FLEKSJOB, JOBAFKLARINGSFORLOEB, RESSOURCEFORLOEB
from sammetag.law.team_decision_words import (
    BACK_TO_TEAM,
    DECISION_TITLE,
    FOLLOWS,
    NOT_JUDGED,
    NOTE_2013,
    NOTE_2026,
    NOTE_JOBAFKLARING_2014,
    RECONSIDERED,
    TEAM_RECOMMENDS,
    WHY_2026,
    WHY_JULY_2026,
)
from sammetag.words import Words

TEAM_DECISION = Topic("team.decision", DECISION_TITLE, ChosenBy.DAY)
STEERING_ACT = "Lov om ansvaret for og styringen af den aktive beskæftigelsesindsats"


class DecisionState(StrEnum):
    """Whether the decision may be taken: FREE, BACK_TO_TEAM first, or NOT_JUDGED for want of knowledge.

    BARRED: it can never be taken so. No law has said that; a proposal does.
    """

    FREE = "free"
    BACK_TO_TEAM = "back_to_team"
    NOT_JUDGED = "not_judged"
    BARRED = "barred"


@dataclass(frozen=True, slots=True)
class TeamDecisionFacts:
    """What must be known of a decision: whether it deviates from the recommendation of the team.

    `reconsidered`: the team has had the case again since, and knows of the deviation; None is not known.
    """

    scheme: str
    deviates: bool
    reconsidered: bool | None = None


@dataclass(frozen=True, slots=True)
class TeamDecision:
    """Whether the decision may be taken."""

    state: DecisionState


def team_decision(facts: TeamDecisionFacts, on: date, *, book: Book = BOOK) -> Answer[TeamDecision]:
    """Say whether the municipality may take its decision on that day, or the team must have the case again.

    Raises UnknownScheme; NotInForce before the scheme began; NotKnown since February 2026 (ressourceforløb)
    and since July 2026 (the others).
    Source: lov om ansvaret for og styringen § 25 a until 2014; LOB § 11, stk. 2, since.
    """
    return book.ask(TEAM_DECISION, facts, scheme=facts.scheme, granted_on=on, on=on)


@rule(
    TEAM_DECISION,
    schemes=(JOBAFKLARINGSFORLOEB, FLEKSJOB),
    first=date(2026, 2, 1),
    last=date(2026, 6, 30),
    source=Source("LOB", "§ 11, stk. 2", "LBK 254/2024, jf. BEK 47/2026"),
    confidence=Confidence.MEDIUM,
    note=NOTE_2026,
)
@rule(
    TEAM_DECISION,
    schemes=(RESSOURCEFORLOEB, JOBAFKLARINGSFORLOEB, FLEKSJOB),
    first=date(2015, 1, 1),
    last=date(2026, 1, 31),
    source=Source("LOB", "§ 11, stk. 2", "LOV 1482/2014, LBK 1294/2022, LBK 254/2024"),
    confidence=Confidence.HIGH,
)
@rule(
    TEAM_DECISION,
    schemes=(JOBAFKLARINGSFORLOEB,),
    first=date(2014, 7, 1),
    last=date(2014, 12, 31),
    source=Source(STEERING_ACT, "§ 25 a, stk. 7", "LBK 1177/2014"),
    confidence=Confidence.MEDIUM,
    note=NOTE_JOBAFKLARING_2014,
)
@rule(
    TEAM_DECISION,
    schemes=(RESSOURCEFORLOEB, FLEKSJOB),
    first=date(2014, 7, 1),
    last=date(2014, 12, 31),
    source=Source(STEERING_ACT, "§ 25 a, stk. 7", "LBK 1177/2014"),
    confidence=Confidence.HIGH,
)
@rule(
    TEAM_DECISION,
    schemes=(RESSOURCEFORLOEB, FLEKSJOB),
    first=date(2013, 1, 1),
    last=date(2014, 6, 30),
    source=Source(STEERING_ACT, "§ 25 a, stk. 6", "LBK 1177/2014, jf. BEK 1418/2012"),
    confidence=Confidence.MEDIUM,
    note=NOTE_2013,
)
def the_team_recommends(facts: TeamDecisionFacts, asked: Asked) -> Finding[TeamDecision]:
    """Let the municipality decide, but otherwise than recommended only when the team has reconsidered."""
    demand = Reason(TEAM_RECOMMENDS, ReasonKind.RULE, asked.version.source)
    state, told = _state(facts)
    return Finding(TeamDecision(state), (demand, Reason(told)))


not_known(
    TEAM_DECISION,
    schemes=(RESSOURCEFORLOEB,),
    first=date(2026, 2, 1),
    last=None,
    reason=WHY_2026,
    source=Source("LOV 1750/2025", "§ 21, stk. 8", "jf. BEK 47/2026"),
)
not_known(
    TEAM_DECISION,
    schemes=(JOBAFKLARINGSFORLOEB, FLEKSJOB),
    first=date(2026, 7, 1),
    last=None,
    reason=WHY_JULY_2026,
    source=Source("LOV 1750/2025", "LAB § 43 og LOB § 15 a", "jf. BEK 47/2026"),
)


def _state(facts: TeamDecisionFacts) -> tuple[DecisionState, Words]:
    if not facts.deviates:
        return DecisionState.FREE, FOLLOWS
    if facts.reconsidered is None:
        return DecisionState.NOT_JUDGED, NOT_JUDGED
    if facts.reconsidered:
        return DecisionState.FREE, RECONSIDERED
    return DecisionState.BACK_TO_TEAM, BACK_TO_TEAM
