"""How the question whether the citizen has a right to a job broker is asked of a case."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date

from sammetag.law.answer import Answer, Book
from sammetag.law.case_facts import CaseFacts
from sammetag.law.case_question import CaseQuestion, Lacking, programme_of
from sammetag.law.job_broker import JOB_BROKER, JobBroker, JobBrokerFacts, job_broker
from sammetag.law.job_broker_words import TOLD, TOLD_NO_RIGHT
from sammetag.law.schemes import RESSOURCEFORLOEB
from sammetag.words import Words


def _ask(case: CaseFacts, on: date, book: Book) -> Answer[JobBroker] | None:
    """Ask it; only a proposal does not know the right where the recommendation is not told."""
    if case.scheme != RESSOURCEFORLOEB:
        return None
    known = case.reform
    facts = JobBrokerFacts(
        case.scheme,
        *programme_of(case),
        has_job_broker=known.has_job_broker,
        company_recommended=known.company_recommended,
    )
    answer = job_broker(facts, on, book=book)
    if answer.value.right is None:
        raise Lacking("reform.company_recommended")
    return answer


def _gist(value: JobBroker) -> Hashable:
    return value.right


def _told(value: JobBroker) -> Words:
    return TOLD[value.met] if value.right else TOLD_NO_RIGHT


JOB_BROKER_QUESTION = CaseQuestion(JOB_BROKER, _ask, _gist, _told)
