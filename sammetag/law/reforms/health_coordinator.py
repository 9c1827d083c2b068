"""The right to a health coordinator about an offer, as proposed, and as it became law in 2022."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sammetag.law.act_of_2022 import refuse_closed
from sammetag.law.answer import Answer, Asked, Book, Finding, Reason, ReasonKind, Source
from sammetag.law.case_facts import CaseFacts
from sammetag.law.case_question import CaseQuestion, Lacking
from sammetag.law.health_coordinator import (
    HEALTH_COORDINATOR,
    HealthCoordinator,
    HealthCoordinatorFacts,
    brought_in,
    health_coordinator,
    without_right,
)
from sammetag.law.health_coordinator_words import DOUBTS
from sammetag.law.reform import WHOLE, Base, Reform, ReformStatus
from sammetag.law.reforms.health_coordinator_words import (
    BEYOND,
    DEMAND,
    ENACTED_TITLE,
    ENACTED_WHAT,
    PROPOSED_TITLE,
    PROPOSED_WHAT,
    TOLD,
    TOLD_NO_RIGHT,
)
from sammetag.law.reforms.minister import (
    NOTE_EARLIER,
    SCHEME_BEGAN,
    as_of_2022,
    covered,
    is_law,
    programme_of,
    proposal,
)
from sammetag.law.schemes import RESSOURCEFORLOEB
from sammetag.words import Words


def _asked_of(case: CaseFacts, on: date, book: Book) -> Answer[HealthCoordinator] | None:
    if case.scheme != RESSOURCEFORLOEB:
        return None
    known = case.reform
    facts = HealthCoordinatorFacts(
        case.scheme,
        *programme_of(case),
        in_offer=known.in_offer,
        doubts_health_fit=known.doubts_health_fit,
        has_health_coordinator=known.has_health_coordinator,
    )
    answer = health_coordinator(facts, on, book=book)
    if answer.value.right is None:
        wanted = {"in_offer": known.in_offer, "doubts_health_fit": known.doubts_health_fit}
        raise Lacking(*(f"reform.{name}" for name, value in wanted.items() if value is None))
    return answer


def _told(value: HealthCoordinator) -> Words:
    return TOLD[value.met] if value.right else TOLD_NO_RIGHT


HEALTH_COORDINATOR_QUESTION = CaseQuestion(HEALTH_COORDINATOR, _asked_of, lambda value: value.right, _told)

HEALTH_COORDINATOR_AS_PROPOSED = Reform(
    "health-coordinator-as-proposed",
    PROPOSED_TITLE,
    PROPOSED_WHAT,
    proposal(3),
    ReformStatus.PROPOSED,
    BEYOND,
    [HEALTH_COORDINATOR_QUESTION],
)
HEALTH_COORDINATOR_AS_ENACTED = Reform(
    "health-coordinator-as-enacted",
    ENACTED_TITLE,
    ENACTED_WHAT,
    Source("LAB", "§ 113, stk. 3", "LOV 1160/2021, LBK 280/2024, BEK 2409/2021"),
    ReformStatus.ENACTED,
    questions=[HEALTH_COORDINATOR_QUESTION],
)


@HEALTH_COORDINATOR_AS_PROPOSED.amends(
    HEALTH_COORDINATOR, part=WHOLE, schemes=(RESSOURCEFORLOEB,), first=SCHEME_BEGAN, last=None
)
def before_and_during_an_offer(
    base: Base[HealthCoordinator], facts: HealthCoordinatorFacts, asked: Asked
) -> Finding[HealthCoordinator]:
    """Give the right to one who doubts that an offer suits their health; it says nothing of waiting."""
    refuse_closed(HEALTH_COORDINATOR, facts.granted_on)
    demand = Reason(DEMAND, ReasonKind.RULE, asked.version.source)
    without = without_right(facts)
    if without is not None:
        return Finding(without.value, (demand, *without.reasons))
    value = HealthCoordinator(True, facts.has_health_coordinator)
    return Finding(value, (demand, Reason(DOUBTS), brought_in(facts)))


@HEALTH_COORDINATOR_AS_ENACTED.amends(
    HEALTH_COORDINATOR,
    part=WHOLE,
    schemes=(RESSOURCEFORLOEB,),
    first=SCHEME_BEGAN,
    last=None,
    note=NOTE_EARLIER,
)
def as_the_act_says(
    base: Base[HealthCoordinator], facts: HealthCoordinatorFacts, asked: Asked
) -> Finding[HealthCoordinator]:
    """Give the right as the act does, and let the offer wait, whenever the programme was granted."""
    if is_law(facts.granted_on, asked):
        return base()
    return as_of_2022(HEALTH_COORDINATOR, replace(facts, granted_on=covered(facts.granted_on)), asked)
