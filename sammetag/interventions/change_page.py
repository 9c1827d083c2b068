"""Change what an intervention is: its words, its sub-goal, and its hours a week from a day on."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sammetag.access.roles import Right
from sammetag.cases.opening import Opened, open_case
from sammetag.interventions.actions.change import change, draft_of_change, hours_now
from sammetag.interventions.filling_in import InterventionBeingFilledIn
from sammetag.interventions.forms import ChangeForm, offer_sub_goals, today_is
from sammetag.interventions.models import Intervention
from sammetag.interventions.new_page import point_out_hours
from sammetag.interventions.queries import intervention_in
from sammetag.interventions.record import record_of
from sammetag.plan.queries import goals_of


@require_http_methods(["GET", "POST"])
def change_page(request: HttpRequest, case_id: UUID, intervention_id: UUID) -> HttpResponse:
    """The form, with what stands now."""
    opened = open_case(request, case_id, page="change-intervention", right=Right.KEEP_PLAN)
    one = intervention_in(opened.case, intervention_id, sees_health=opened.sees_health)
    page = InterventionBeingFilledIn(
        request, opened, draft_of_change(one.id), "interventions/change.html", one
    )
    page.context["record"] = record_of(opened, one)
    posted = request.method == "POST"
    stands = today_is("hours_from") | {
        "title": one.title,
        "provider": one.provider,
        "company_based": one.company_based,
        "sub_goal": str(one.sub_goal_id or ""),
        "hours": hours_now(one),
    }
    form = ChangeForm(
        request.POST if posted else None, initial=None if posted else page.initial(ChangeForm, stands)
    )
    offer_sub_goals(form, goals_of(opened.case, opened.sees_health), one.sub_goal_id)
    if not posted:
        return page.show(form)
    return page.save(
        form,
        lambda: change(
            by=opened.person,
            case_id=case_id,
            intervention_id=one.id,
            version=page.version,
            token=page.token,
            to=form.change(),
        ),
        lambda after: _done(request, opened, after),
    )


def _done(request: HttpRequest, opened: Opened, one: Intervention) -> HttpResponse:
    messages.success(request, _("Indsatsen er ændret. Det, der stod før, er stadig i journalen."))
    point_out_hours(request, opened.case)
    return redirect("intervention", case_id=one.case_id, intervention_id=one.id)
