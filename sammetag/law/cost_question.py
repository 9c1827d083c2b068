"""How the question what the state pays of a programme's own costs is asked of a case."""

from __future__ import annotations

from datetime import date

from sammetag.law.answer import Answer, Book
from sammetag.law.benefit_words import money
from sammetag.law.case_facts import CaseFacts
from sammetag.law.case_question import CaseQuestion, Lacking
from sammetag.law.registry import BOOK
from sammetag.law.reimbursement_cost import PaidPart, SharedCost, cost_of_month
from sammetag.law.reimbursement_programme import PROGRAMME, CostFacts, programme_share
from sammetag.words import Words

TOLD = Words(
    "Staten betaler {state} af de {paid}, indsatsen kostede den måned.",
    "The state pays {state} of the {paid} that the programme's own costs were that month.",
)


def _ask(case: CaseFacts, on: date, book: Book) -> Answer[SharedCost] | None:
    """Ask it of the costs of that day's month; a month without any is not asked about."""
    if not BOOK.periods(PROGRAMME, case.scheme):
        return None
    if case.costs is None:
        raise Lacking("costs")
    month = on.replace(day=1)
    costs = [cost for cost in case.costs if cost.month == month and cost.amount]
    if not costs:
        return None
    answers = [programme_share(CostFacts(case.scheme, cost.kind), on, book=book) for cost in costs]
    shared = cost_of_month(
        PaidPart(cost.amount * 100, answer.value) for cost, answer in zip(costs, answers, strict=True)
    )
    # The same reason may speak of two kinds of cost; it is said once.
    reasons = dict.fromkeys(reason for answer in answers for reason in answer.reasons)
    return Answer(shared, tuple(reasons), answers[-1].version)


def _gist(cost: SharedCost) -> int:
    return cost.state_oere


def _told(cost: SharedCost) -> Words:
    return TOLD.filled(state=money(cost.state_oere), paid=money(cost.paid_oere))


COSTS_SHARED = CaseQuestion(PROGRAMME, _ask, _gist, _told)
