"""A sub-goal: written and changed, how far it has come, and who has written what."""

from __future__ import annotations

from dataclasses import asdict
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sammetag.access.roles import Right
from sammetag.cases.opening import Opened, open_case
from sammetag.cases.queries import programme_of
from sammetag.design.wording import date_words
from sammetag.plan.actions.words import add_sub_goal, change_sub_goal
from sammetag.plan.filling_in import TextBeingFilledIn
from sammetag.plan.forms import NewSubGoalForm, SubGoalForm
from sammetag.plan.limits import end_of
from sammetag.plan.models import SubGoal
from sammetag.plan.queries import goal_in, sub_goal_in
from sammetag.plan.texts import text_of


@require_http_methods(["GET", "POST"])
def new_sub_goal_page(request: HttpRequest, case_id: UUID, goal_id: UUID) -> HttpResponse:
    """The form with which a sub-goal is put below a goal."""
    posted = request.method == "POST"
    opened = open_case(request, case_id, page="new-sub-goal", right=Right.KEEP_PLAN)
    goal = goal_in(opened.case, goal_id)
    page = TextBeingFilledIn(request, opened, f"new-sub-goal-{goal_id}", "plan/sub_goal.html")
    page.context["goal"] = goal
    form = NewSubGoalForm(
        page.typed if posted else None, initial=None if posted else page.initial(NewSubGoalForm, {})
    )
    _tell_the_end(opened, form)
    if not posted:
        return page.show(form)
    return page.save(
        form,
        lambda: add_sub_goal(
            by=opened.person, case_id=case_id, goal_id=goal_id, token=page.token, text=form.text()
        ),
        lambda made: _done(request, made),
    )


@require_http_methods(["GET", "POST"])
def sub_goal_page(request: HttpRequest, case_id: UUID, sub_goal_id: UUID) -> HttpResponse:
    """Shows a sub-goal with its history; with the form for whoever keeps the plan."""
    posted = request.method == "POST"
    right = Right.KEEP_PLAN if posted else Right.SEE_HEALTH
    opened = open_case(request, case_id, page="sub-goal", right=right)
    one = sub_goal_in(opened.case, sub_goal_id)
    page = TextBeingFilledIn(
        request,
        opened,
        f"sub-goal-{sub_goal_id}",
        "plan/sub_goal.html",
        one,
        fetch=lambda: sub_goal_in(opened.case, sub_goal_id),
    )
    page.tell_history()
    page.context |= {"goal": one.goal, "sub_goal": one}
    if not opened.keeps_plan:
        return render(request, "plan/record.html", page.context | {"opened": opened, "case": opened.case})
    start = None if posted else page.initial(SubGoalForm, asdict(text_of(one)) | {"achieved_on": None})
    form = SubGoalForm(page.typed if posted else None, initial=start)
    form.stands(one)
    _tell_the_end(opened, form)
    if not posted:
        return page.show(form)
    return page.save(
        form,
        lambda: change_sub_goal(
            by=opened.person,
            case_id=case_id,
            sub_goal_id=sub_goal_id,
            version=page.version,
            token=page.token,
            text=form.text(),
        ),
        lambda changed: _done(request, changed),
    )


def _tell_the_end(opened: Opened, form: NewSubGoalForm) -> None:
    programme = programme_of(opened.case)
    if programme:
        day = date_words(end_of(programme))
        form.fields["due_on"].help_text = _("Forløbet slutter %(day)s.") % {"day": day}


def _done(request: HttpRequest, sub_goal: SubGoal) -> HttpResponse:
    messages.success(request, _("Delmålet er gemt."))
    return redirect("plan", case_id=sub_goal.case_id)
