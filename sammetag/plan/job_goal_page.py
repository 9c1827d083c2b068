"""The job goal: written and changed, and who has written what."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sammetag.access.roles import Right
from sammetag.cases.opening import open_case
from sammetag.plan.actions.words import write_job_goal
from sammetag.plan.filling_in import TextBeingFilledIn
from sammetag.plan.forms import JobGoalForm
from sammetag.plan.models import Plan
from sammetag.plan.queries import plan_of


@require_http_methods(["GET", "POST"])
def job_goal_page(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Shows the job goal with its history; with the form for whoever keeps the plan."""
    posted = request.method == "POST"
    right = Right.KEEP_PLAN if posted else Right.SEE_HEALTH
    opened = open_case(request, case_id, page="job-goal", right=right)
    plan = plan_of(opened.case)
    page = TextBeingFilledIn(
        request, opened, "job-goal", "plan/job_goal.html", plan, fetch=lambda: plan_of(opened.case)
    )
    page.tell_history()
    if not opened.keeps_plan:
        return render(request, "plan/record.html", page.context | {"opened": opened, "case": opened.case})
    stands = {"job_goal": plan.job_goal, "words_of": plan.words_of} if plan and plan.version else {}
    form = JobGoalForm(
        page.typed if posted else None, initial=None if posted else page.initial(JobGoalForm, stands)
    )
    if not posted:
        return page.show(form)
    return page.save(
        form,
        lambda: write_job_goal(
            by=opened.person, case_id=case_id, version=page.version, token=page.token, text=form.text()
        ),
        lambda written: _done(request, written),
    )


def _done(request: HttpRequest, plan: Plan) -> HttpResponse:
    messages.success(request, _("Jobmålet er gemt."))
    return redirect("plan", case_id=plan.case_id)
