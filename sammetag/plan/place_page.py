"""Takes a goal or a sub-goal out of the plan, or puts it back, from the plan itself."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sammetag.access.roles import Right
from sammetag.cases.filling_in import FillingIn
from sammetag.cases.opening import open_case
from sammetag.errors import StalePage
from sammetag.plan.actions.placing import put_back, take_out
from sammetag.plan.changes import What
from sammetag.plan.queries import goal_in, sub_goal_in, wrote_since


@require_POST
def place_goal(request: HttpRequest, case_id: UUID, goal_id: UUID) -> HttpResponse:
    """Takes a goal with all below it out, or puts it back."""
    return _place(request, case_id, What.GOAL, goal_id)


@require_POST
def place_sub_goal(request: HttpRequest, case_id: UUID, sub_goal_id: UUID) -> HttpResponse:
    """Takes a sub-goal out, or puts it back."""
    return _place(request, case_id, What.SUB_GOAL, sub_goal_id)


def _place(request: HttpRequest, case_id: UUID, what: What, thing_id: UUID) -> HttpResponse:
    opened = open_case(request, case_id, page=f"place-{what.value}", right=Right.KEEP_PLAN)
    thing = goal_in(opened.case, thing_id) if what is What.GOAL else sub_goal_in(opened.case, thing_id)
    sent = FillingIn(request, opened, what.value, "", thing)
    back = request.POST.get("place") == "back"
    act = put_back if back else take_out
    try:
        act(
            by=opened.person,
            case_id=case_id,
            what=what,
            thing_id=thing_id,
            version=sent.version,
            token=sent.token if "token" in request.POST else uuid4(),
        )
    except StalePage:
        # Nothing was typed here, so there is no text to keep: what stands now is to be read first.
        told = (
            _("Du har selv skrevet her i et andet vindue. Læs det først. Intet er ændret.")
            if wrote_since(opened.person, opened.case, thing_id, sent.version)
            else _("En anden har skrevet her imens. Læs det først. Intet er ændret.")
        )
        messages.warning(request, told)
        return redirect("plan", case_id=case_id)
    told = (
        _("Det er sat tilbage i planen.")
        if back
        else _("Det er taget ud af planen. Du kan sætte det tilbage.")
    )
    messages.success(request, told)
    return redirect("plan", case_id=case_id)
