"""How the question whether the citizen has a right to a health coordinator is asked of a case."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date

from sammetag.law.answer import Answer, Book
from sammetag.law.case_facts import CaseFacts
from sammetag.law.case_question import CaseQuestion, Lacking, programme_of
from sammetag.law.health_coordinator import (
    HEALTH_COORDINATOR,
    HealthCoordinator,
    HealthCoordinatorFacts,
    health_coordinator,
)
from sammetag.law.health_coordinator_words import TOLD, TOLD_NO_RIGHT
from sammetag.law.schemes import RESSOURCEFORLOEB
from sammetag.words import Words


def _ask(case: CaseFacts, on: date, book: Book) -> Answer[HealthCoordinator] | None:
    if case.scheme != RESSOURCEFORLOEB:
        return None
    known = case.reform
    facts = HealthCoordinatorFacts(
        case.scheme,
        *programme_of(case),
        in_offer=known.in_offer,
        doubts_health_fit=known.doubts_health_fit,
        has_health_coordinator=known.has_health_coordinator,
        offer_begun=known.offer_begun,
    )
    answer = health_coordinator(facts, on, book=book)
    if answer.value.right is None:
        wanted = {"in_offer": known.in_offer, "doubts_health_fit": known.doubts_health_fit}
        raise Lacking(*(f"reform.{name}" for name, value in wanted.items() if value is None))
    return answer


def _gist(value: HealthCoordinator) -> Hashable:
    return value.right


def _told(value: HealthCoordinator) -> Words:
    return TOLD[value.met] if value.right else TOLD_NO_RIGHT


HEALTH_COORDINATOR_QUESTION = CaseQuestion(HEALTH_COORDINATOR, _ask, _gist, _told)
