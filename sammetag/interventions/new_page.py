"""The form of a new intervention, whatever state it is in when it is first heard of."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sammetag.access.roles import Right
from sammetag.cases.models import Case
from sammetag.cases.opening import open_case
from sammetag.design.wording import number_words
from sammetag.interventions.actions.begin import NEW_DRAFT, begin
from sammetag.interventions.checks import FULL_TIME
from sammetag.interventions.filling_in import InterventionBeingFilledIn
from sammetag.interventions.forms import NewForm, offer_sub_goals, today_is
from sammetag.interventions.models import Intervention
from sammetag.interventions.queries import interventions_of, runs_beside
from sammetag.interventions.running import hours_running
from sammetag.plan.queries import goals_of


@require_http_methods(["GET", "POST"])
def new_page(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """The form, with the sub-goal already chosen for whoever comes from it."""
    opened = open_case(request, case_id, page="new-intervention", right=Right.KEEP_PLAN)
    page, posted = (
        InterventionBeingFilledIn(request, opened, NEW_DRAFT, "interventions/new.html"),
        request.method == "POST",
    )
    goals = goals_of(opened.case, opened.sees_health)
    form = NewForm(
        request.POST if posted else None,
        initial=None if posted else page.initial(NewForm, _proposed(request, goals)),
    )
    offer_sub_goals(form, goals)
    if form.begins_in_company:
        form.ask_about(runs_beside(opened.case, None, timezone.localdate()))
    if not posted:
        return page.show(form)
    return page.save(
        form,
        lambda: begin(
            by=opened.person,
            case_id=case_id,
            token=page.token,
            description=form.description(),
            beginning=form.beginning(),
        ),
        lambda one: _done(request, opened.case, one),
    )


def point_out_hours(request: HttpRequest, case: Case) -> None:
    """Say it where all that runs comes to more than a week of work; it is for people to judge."""
    hours = hours_running(interventions_of(case), timezone.localdate())
    if hours > FULL_TIME:
        told = _("Det, der er i gang, er nu %(hours)s timer om ugen. Det er mere end en arbejdsuge.")
        messages.warning(request, told % {"hours": number_words(hours)})


def _proposed(request: HttpRequest, goals: list[Any]) -> dict[str, Any]:
    """The sub-goal that the reader comes from, with the field of its goal."""
    asked = request.GET.get("sub_goal", "")
    for goal in goals:
        if any(str(one.id) == asked for one in goal.sub_goals.all()):
            return today_is("since") | {"sub_goal": asked, "field": goal.field}
    return today_is("since")


def _done(request: HttpRequest, case: Case, one: Intervention) -> HttpResponse:
    messages.success(request, _("Indsatsen er skrevet ind. Tråden, fristerne og journalen er opdateret."))
    point_out_hours(request, case)
    return redirect("intervention", case_id=case.id, intervention_id=one.id)
