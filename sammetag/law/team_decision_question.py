"""How the question whether the municipality may decide is asked of a case."""

from __future__ import annotations

from datetime import date

from sammetag.law.answer import Answer, Book
from sammetag.law.case_facts import CaseFacts
from sammetag.law.case_question import CaseQuestion, Lacking, covers
from sammetag.law.team_decision import (
    TEAM_DECISION,
    DecisionState,
    TeamDecision,
    TeamDecisionFacts,
    team_decision,
)
from sammetag.words import Words

TOLD = {
    DecisionState.FREE: Words("Kommunen kan træffe afgørelsen.", "The municipality can take the decision."),
    DecisionState.BACK_TO_TEAM: Words(
        "Teamet skal have sagen igen, før kommunen træffer afgørelsen.",
        "The team must have the case again before the municipality takes the decision.",
    ),
    DecisionState.NOT_JUDGED: Words(
        "Kommunen vil fravige indstillingen. Den kan først træffe afgørelsen, når teamet har haft sagen "
        "igen.",
        "The municipality wants to deviate from the recommendation. It can take the decision only when the "
        "team has had the case again.",
    ),
    DecisionState.BARRED: Words(
        "Teamet har besluttet, og en anden afgørelse kan ikke træffes.",
        "The team has decided, and no other decision can be taken.",
    ),
}


def _ask(case: CaseFacts, on: date, book: Book) -> Answer[TeamDecision] | None:
    if not covers(TEAM_DECISION, case.scheme):
        return None
    deviates, reconsidered = case.reform.decision_deviates, case.reform.decision_reconsidered
    if deviates is None:
        raise Lacking("reform.decision_deviates")
    return team_decision(TeamDecisionFacts(case.scheme, deviates, reconsidered), on, book=book)


def _state(value: TeamDecision) -> DecisionState:
    return value.state


def _told(value: TeamDecision) -> Words:
    return TOLD[value.state]


TEAM_DECISION_QUESTION = CaseQuestion(TEAM_DECISION, _ask, _state, _told)
