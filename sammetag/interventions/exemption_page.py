"""A period in which the citizen need not be available: a new one, or the last day of one that goes on."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sammetag.access.roles import Right
from sammetag.cases.filling_in import FillingIn
from sammetag.cases.opening import Opened, open_case
from sammetag.errors import NotAllowed
from sammetag.interventions.actions.guarantee import EXEMPT_DRAFT, close, draft_of_closing, exempt
from sammetag.interventions.forms import CloseForm, ExemptionForm, today_is
from sammetag.interventions.models import Exemption
from sammetag.interventions.queries import exemptions_of

TEMPLATE = "interventions/exemption.html"


@require_http_methods(["GET", "POST"])
def exemption_page(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """The form of a new period, or of the last day of the one that the address names."""
    opened = open_case(request, case_id, page="exemption", right=Right.KEEP_PLAN)
    period = _asked_for(request, opened)
    name = draft_of_closing(period.id) if period else EXEMPT_DRAFT
    page = FillingIn(request, opened, name, TEMPLATE, period)
    page.context["period"] = period
    kind: type[forms.Form] = CloseForm if period else ExemptionForm
    posted = request.method == "POST"
    otherwise = today_is("until" if period else "since")
    form = kind(request.POST if posted else None, initial=None if posted else page.initial(kind, otherwise))
    if not posted:
        return page.show(form)
    return page.save(form, lambda: _act(page, form, period), lambda _made: _done(request, case_id))


def _asked_for(request: HttpRequest, opened: Opened) -> Exemption | None:
    """The period that the address names; none for a new one."""
    asked = request.GET.get("period")
    if not asked:
        return None
    found = next((one for one in exemptions_of(opened.case) if str(one.id) == asked), None)
    if found is None:
        raise NotAllowed(f"exemption of case {opened.case.id}")
    return found


def _act(page: FillingIn, form: forms.Form, period: Exemption | None) -> Exemption:
    typed, person, case_id = form.cleaned_data, page.opened.person, page.opened.case.id
    if period is None:
        return exempt(by=person, case_id=case_id, token=page.token, **typed)
    return close(
        by=person,
        case_id=case_id,
        exemption_id=period.id,
        version=page.version,
        token=page.token,
        until=typed["until"],
    )


def _done(request: HttpRequest, case_id: UUID) -> HttpResponse:
    messages.success(request, _("Perioden er skrevet ind. Fristerne og journalen er opdateret."))
    return redirect("guarantee", case_id=case_id)
