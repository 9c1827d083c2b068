"""A goal of the plan: written and changed, and who has written what."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sammetag.access.roles import Right
from sammetag.cases.opening import open_case
from sammetag.plan.actions.words import add_goal, change_goal
from sammetag.plan.filling_in import TextBeingFilledIn
from sammetag.plan.forms import GoalForm
from sammetag.plan.models import Goal
from sammetag.plan.queries import goal_in, plan_of


@require_http_methods(["GET", "POST"])
def new_goal_page(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """The form with which a goal is put into the plan."""
    posted = request.method == "POST"
    opened = open_case(request, case_id, page="new-goal", right=Right.KEEP_PLAN)
    page = TextBeingFilledIn(request, opened, "new-goal", "plan/goal.html")
    page.context["plan"] = plan_of(opened.case)
    form = GoalForm(page.typed if posted else None, initial=None if posted else page.initial(GoalForm, {}))
    if not posted:
        return page.show(form)
    return page.save(
        form,
        lambda: add_goal(by=opened.person, case_id=case_id, token=page.token, text=form.text()),
        lambda goal: _done(request, goal),
    )


@require_http_methods(["GET", "POST"])
def goal_page(request: HttpRequest, case_id: UUID, goal_id: UUID) -> HttpResponse:
    """Shows a goal with its history; with the form for whoever keeps the plan."""
    posted = request.method == "POST"
    right = Right.KEEP_PLAN if posted else Right.SEE_HEALTH
    opened = open_case(request, case_id, page="goal", right=right)
    goal = goal_in(opened.case, goal_id)
    page = TextBeingFilledIn(
        request,
        opened,
        f"goal-{goal_id}",
        "plan/goal.html",
        goal,
        fetch=lambda: goal_in(opened.case, goal_id),
    )
    page.tell_history()
    page.context["goal"] = goal
    if not opened.keeps_plan:
        return render(request, "plan/record.html", page.context | {"opened": opened, "case": opened.case})
    stands = {"title": goal.title, "field": goal.field, "words_of": goal.words_of}
    form = GoalForm(
        page.typed if posted else None, initial=None if posted else page.initial(GoalForm, stands)
    )
    if not posted:
        return page.show(form)
    return page.save(
        form,
        lambda: change_goal(
            by=opened.person,
            case_id=case_id,
            goal_id=goal_id,
            version=page.version,
            token=page.token,
            text=form.text(),
        ),
        lambda changed: _done(request, changed),
    )


def _done(request: HttpRequest, goal: Goal) -> HttpResponse:
    messages.success(request, _("Målet er gemt."))
    return redirect("plan", case_id=goal.case_id)
