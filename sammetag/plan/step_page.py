"""The next step of the plan with the citizen: propose it, give it home, agree on it, or take it back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from sammetag.access.roles import Right
from sammetag.cases.filling_in import FillingIn
from sammetag.cases.opening import open_case
from sammetag.cases.queries import programme_of
from sammetag.design.wording import date_words
from sammetag.plan.actions.steps import FORM, agree, give_home, propose, withdraw
from sammetag.plan.fixed import ahead, open_about_ahead
from sammetag.plan.forms import StepForm
from sammetag.plan.models import PlanVersion, Step
from sammetag.plan.picture import Standing
from sammetag.plan.queries import standing_of
from sammetag.plan.telling import told

GIVE_HOME = gettext_lazy("Giv planen med hjem, så borgeren kan tænke over den")
AGREE = gettext_lazy("Aftal planen, som den står nu")
PROPOSE = gettext_lazy("Foreslå planen uden en svardag")
WITHDRAW = gettext_lazy("Træk forslaget tilbage og skriv videre")
MORE_TIME = gettext_lazy("Giv borgeren mere tid")
FROM_DRAFT = {Step.TAKEN_HOME.value: GIVE_HOME, Step.AGREED.value: AGREE, Step.PROPOSED.value: PROPOSE}
FROM_PROPOSED = {Step.AGREED.value: AGREE, Step.TAKEN_HOME.value: GIVE_HOME, Step.WITHDRAWN.value: WITHDRAW}
FROM_HOME = {Step.AGREED.value: AGREE, Step.TAKEN_HOME.value: MORE_TIME, Step.WITHDRAWN.value: WITHDRAW}
FROM_EMPTIED = {Step.WITHDRAWN.value: WITHDRAW}
STEPS: dict[str, Mapping[str, object]] = {Step.PROPOSED: FROM_PROPOSED, Step.TAKEN_HOME: FROM_HOME}


@dataclass(eq=False)
class StepBeingTaken(FillingIn):
    """One person taking the next step with a plan."""

    thing: Standing | None = None

    def meanwhile(self, form: forms.Form) -> dict[str, Any]:
        """The plan as it is now: what is agreed on must be what was read."""
        now = standing_of(self.opened.case)
        return {"standing": now, "version": now.version, "is_changed": True, "new": _new(now)}


@require_http_methods(["GET", "POST"])
def step_page(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """The form with which the plan comes a step further."""
    opened, posted = open_case(request, case_id, page=FORM, right=Right.KEEP_PLAN), request.method == "POST"
    standing, programme = standing_of(opened.case), programme_of(opened.case)
    page = StepBeingTaken(request, opened, FORM, "plan/step.html", standing)
    today = timezone.localdate()
    reach = ahead(programme, today)
    steps = _steps_from(standing)
    page.context |= {"standing": standing, "reach": reach, "programme": programme, "new": _new(standing)}
    page.context["open_questions"] = open_about_ahead(programme, opened.case.municipality_id, today)
    otherwise = {"step": next(iter(steps)), "agreed_on": today, "fixed_until": max(reach.earliest, today)}
    form = StepForm(
        request.POST if posted else None, initial=None if posted else page.initial(StepForm, otherwise)
    )
    form.offer(steps)
    if not posted:
        return page.show(form)
    return page.save(form, lambda: _act(page, form), lambda version: _done(request, version, standing))


def _steps_from(standing: Standing) -> Mapping[str, object]:
    """The steps that can be taken from where the plan is."""
    if standing.open is None:
        return FROM_DRAFT
    return FROM_EMPTIED if standing.is_empty else STEPS[standing.open.step]


def _new(standing: Standing) -> list[Any]:
    """What is new in the plan for whoever agreed on it last."""
    return told(standing.since_agreed())


def _act(page: StepBeingTaken, form: StepForm) -> PlanVersion:
    typed, step = form.cleaned_data, form.cleaned_data["step"]
    asked: dict[str, Any] = {
        "by": page.opened.person,
        "case_id": page.opened.case.id,
        "version": page.version,
        "token": page.token,
    }
    acts: dict[str, Callable[[], PlanVersion]] = {
        Step.PROPOSED.value: lambda: propose(**asked),
        Step.TAKEN_HOME.value: lambda: give_home(**asked, answer_by=typed["answer_by"]),
        Step.AGREED.value: lambda: agree(**asked, agreement=form.agreement()),
        Step.WITHDRAWN.value: lambda: withdraw(**asked),
    }
    return acts[step]()


def _done(request: HttpRequest, version: PlanVersion, standing: Standing) -> HttpResponse:
    # The same form may come twice, and then the plan that was agreed stands there already.
    is_first = not any(one.step == Step.AGREED and one.number < version.number for one in standing.versions)
    sentences = {
        Step.PROPOSED.value: _("Planen er foreslået."),
        Step.TAKEN_HOME.value: _("Planen er givet med hjem."),
        Step.AGREED.value: _("Planen er aftalt.")
        if is_first
        else _("Planen er aftalt. Den, der gjaldt før, er gemt."),
        Step.WITHDRAWN.value: _("Forslaget er trukket tilbage. Planen kan skrives videre."),
    }
    messages.success(request, sentences[version.step])
    _warn_of_a_short_plan(request, version)
    return redirect("plan", case_id=version.case_id)


def _warn_of_a_short_plan(request: HttpRequest, version: PlanVersion) -> None:
    """Where no rule is known that would refuse it, a plan shorter than we promise is told of."""
    if version.step != Step.AGREED or not version.agreed_on or not version.fixed_until:
        return
    reach = ahead(programme_of(version.case), version.agreed_on)
    if version.fixed_until < reach.earliest:
        sentence = _("Planen gælder kun til %(until)s. Vi lover et halvt år, altså til %(earliest)s.")
        days = {"until": date_words(version.fixed_until), "earliest": date_words(reach.earliest)}
        messages.warning(request, sentence % days)
