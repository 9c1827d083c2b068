"""A citizen's benefit month by month, and what it costs the municipality. Nothing of it is stored."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from sammetag.access.resuming import keeps_nothing, writer_mark
from sammetag.access.roles import Right
from sammetag.access.signed_in import signed_in
from sammetag.cases.models import Case
from sammetag.cases.opening import Opened, open_case
from sammetag.cases.queries import programme_of
from sammetag.law import DAY, Period, add_months
from sammetag.law.benefit import BENEFIT
from sammetag.law.case_money import TWO_SHARES_UNTIL
from sammetag.law.case_questions_words import DIVIDED
from sammetag.law.reimbursement import BENEFIT as REIMBURSEMENT
from sammetag.law.reimbursement_programme import PROGRAMME
from sammetag.law.reimbursement_weeks import COUNTED_SINCE
from sammetag.lawbook.money_form import MoneyForms, paid_schemes
from sammetag.lawbook.money_months import (
    benefit_by_months,
    cost_by_months,
    total_of_benefit,
    total_of_cost,
)
from sammetag.lawbook.used_by import rules_on
from sammetag.practice.telling import Asked, open_about


@keeps_nothing
@require_http_methods(["GET", "POST"])
def benefit_page(request: HttpRequest) -> HttpResponse:
    """What the benefit pays in each month, and why."""
    return _benefit(request, None)


@keeps_nothing
@require_http_methods(["GET", "POST"])
def benefit_case_page(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """The same about the citizen of a case, with what the case knows filled in."""
    return _benefit(request, open_case(request, case_id, page="benefit", right=Right.ASSESS))


@keeps_nothing
@require_http_methods(["GET", "POST"])
def reimbursement_page(request: HttpRequest) -> HttpResponse:
    """What of it the state pays, week by week, and what is left for the municipality."""
    return _reimbursement(request, None)


@keeps_nothing
@require_http_methods(["GET", "POST"])
def reimbursement_case_page(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """The same about the citizen of a case."""
    return _reimbursement(request, open_case(request, case_id, page="reimbursement", right=Right.ASSESS))


def _benefit(request: HttpRequest, opened: Opened | None) -> HttpResponse:
    forms = _forms(request, opened, costs=False)
    context: dict[str, Any] = {"topic": BENEFIT}
    if forms.is_asked and forms.is_valid():
        months = benefit_by_months(forms.benefit_facts(), *forms.main.months())
        context |= {"months": months, "total": total_of_benefit(months)}
        context["open_questions"] = _open_questions(request, forms, "benefit")
    return _shown(request, forms, "lawbook/benefit.html", {"case": opened and opened.case} | context)


def _reimbursement(request: HttpRequest, opened: Opened | None) -> HttpResponse:
    forms = _forms(request, opened, costs=True)
    context: dict[str, Any] = {
        "topic": REIMBURSEMENT,
        "programme_topic": PROGRAMME,
        "counted_since": COUNTED_SINCE,
        "two_shares_until": TWO_SHARES_UNTIL,
        "divided": DIVIDED,
    }
    if forms.is_asked and forms.is_valid():
        months = cost_by_months(forms.case_facts(), *forms.main.months())
        context |= {"months": months, "total": total_of_cost(months), "has_history": bool(forms.spells.told)}
        context["open_questions"] = _open_questions(request, forms, "reimbursement")
    return _shown(request, forms, "lawbook/reimbursement.html", {"case": opened and opened.case} | context)


def _forms(request: HttpRequest, opened: Opened | None, *, costs: bool) -> MoneyForms:
    sent = request.POST if request.method == "POST" else None
    return MoneyForms(sent, costs=costs, known=_known_of(opened.case) if opened else {})


def _known_of(case: Case) -> dict[str, Any]:
    """The scheme and the days of the programme granted last, where it has a benefit of its own."""
    programme = programme_of(case)
    if programme is None or programme.scheme not in dict(paid_schemes()):
        return {}
    return {
        "scheme": programme.scheme,
        "granted_on": programme.granted_on,
        "starts_on": programme.starts_on,
        "ends_on": programme.ended_on or programme.granted_until,
    }


def _open_questions(request: HttpRequest, forms: MoneyForms, page: str) -> list[Asked]:
    """What was open in some of the months about a rule that the page asks."""
    first, last = forms.main.months()
    return open_about(
        *rules_on(page),
        days=Period(first, add_months(last, 1) - DAY),
        municipality_id=signed_in(request).municipality_id,
        scheme=forms.main.cleaned_data["scheme"],
    )


def _shown(request: HttpRequest, forms: MoneyForms, template: str, more: dict[str, Any]) -> HttpResponse:
    context = {"forms": forms, "writer": writer_mark(signed_in(request).account_id)} | more
    return render(request, template, context, status=422 if forms.is_asked and "months" not in more else 200)
