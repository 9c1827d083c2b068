"""One intervention: where it is, its story so far, and the next step as a form."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sammetag.access.roles import Right
from sammetag.cases.opening import Opened, open_case
from sammetag.interventions.actions.correct import LastStep, correct, last_step
from sammetag.interventions.actions.steps import draft_of_step, take
from sammetag.interventions.filling_in import InterventionBeingFilledIn
from sammetag.interventions.life import STEPS, Standing, Step, obvious, standing, steps_of
from sammetag.interventions.models import Intervention
from sammetag.interventions.new_page import point_out_hours
from sammetag.interventions.queries import granted_to, intervention_in, runs_beside
from sammetag.interventions.record import record_of
from sammetag.interventions.step_forms import FORMS, LABELS, TAKEN, CorrectForm, StartForm, StepForm, proposed

TEMPLATE = "interventions/intervention.html"


@dataclass(frozen=True)
class Choice:
    """One step that can be taken, as a link."""

    url: str
    label: str
    current: bool


@require_http_methods(["GET", "POST"])
def intervention_page(request: HttpRequest, case_id: UUID, intervention_id: UUID) -> HttpResponse:
    """Shows the intervention; to whoever keeps the plan with the form of the step they chose."""
    posted = request.method == "POST"
    right = Right.KEEP_PLAN if posted else Right.SEE_CASE
    opened = open_case(request, case_id, page="intervention", right=right)
    one = intervention_in(opened.case, intervention_id, sees_health=opened.sees_health)
    told: dict[str, Any] = {"opened": opened, "case": opened.case, "record": record_of(opened, one)}
    told["today"] = timezone.localdate()
    if not opened.keeps_plan:
        return render(request, TEMPLATE, told)
    wrong = last_step(one)
    step = _asked_for(request, one, wrong)
    told |= {"choices": _choices(request.path, one, step, wrong), "step": step}
    if step is None:
        return render(request, TEMPLATE, told)
    page = InterventionBeingFilledIn(request, opened, draft_of_step(one.id, step), TEMPLATE, one)
    page.context.update(told)
    form = _form(page, one, step, wrong)
    page.context["button"] = getattr(form, "button", "")
    return _save(page, form, one) if posted else page.show(form)


def _asked_for(request: HttpRequest, one: Intervention, wrong: LastStep | None) -> Step | None:
    """The step whose form is shown: the one asked for, or the obvious one."""
    today = timezone.localdate()
    asked = request.GET.get("step", "")
    if request.method == "POST":
        # A form sent twice asks for a step that is taken already; the action knows it by its token.
        fallback = (*STEPS[standing(one, today)], Step.CORRECT)[0]
        return Step(asked) if asked in set(Step) else fallback
    open_to = set(steps_of(one, today)) | ({Step.CORRECT} if wrong else set())
    return Step(asked) if asked in open_to else obvious(one, today)


def _choices(path: str, one: Intervention, step: Step | None, wrong: LastStep | None) -> list[Choice]:
    found = steps_of(one, timezone.localdate())
    if wrong and standing(one, timezone.localdate()) is Standing.ENDED:
        found = [Step.CORRECT]
    return [Choice(f"{path}?step={one_step}", str(LABELS[one_step]), one_step is step) for one_step in found]


def _form(
    page: InterventionBeingFilledIn, one: Intervention, step: Step, wrong: LastStep | None
) -> forms.Form:
    posted = page.request.method == "POST"
    kind = FORMS[step]
    start = None if posted else page.initial(kind, proposed(step, one, granted_to(one, page.opened.case)))
    form = kind(page.request.POST if posted else None, initial=start)
    if isinstance(form, StartForm) and one.company_based:
        form.ask_about(runs_beside(page.opened.case, one.id, timezone.localdate()))
    if isinstance(form, CorrectForm) and wrong:
        form.offer(may_move=wrong.may_move, may_be_taken_back=wrong.may_be_taken_back)
        page.context["taken"] = TAKEN[wrong.kind]
        page.context["taken_on"] = wrong.day
    return form


def _save(page: InterventionBeingFilledIn, form: forms.Form, one: Intervention) -> HttpResponse:
    asked: dict[str, Any] = {
        "by": page.opened.person,
        "case_id": one.case_id,
        "intervention_id": one.id,
        "version": page.version,
        "token": page.token,
    }

    def act() -> Intervention:
        if isinstance(form, StepForm):
            return take(**asked, taken=form.taken())
        if isinstance(form, CorrectForm):
            return correct(**asked, day=form.right_day())
        raise TypeError(f"{form!r} is no step")

    return page.save(form, act, lambda after: _done(page.request, page.opened, after))


def _done(request: HttpRequest, opened: Opened, one: Intervention) -> HttpResponse:
    messages.success(request, _("Det er skrevet ind. Tråden, fristerne og journalen er opdateret."))
    point_out_hours(request, opened.case)
    return redirect("intervention", case_id=one.case_id, intervention_id=one.id)
