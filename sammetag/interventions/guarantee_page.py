"""The clock of the guarantee in one case, and what is done when nothing began in time."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sammetag.access.roles import Right
from sammetag.cases.opening import Opened, open_case
from sammetag.interventions.actions.guarantee import ANSWER_DRAFT, answer
from sammetag.interventions.clock import Clock, clock_of
from sammetag.interventions.filling_in import InterventionBeingFilledIn
from sammetag.interventions.forms import AnswerForm, today_is
from sammetag.law.guarantee import GUARANTEE
from sammetag.law.period import Period
from sammetag.practice.telling import Asked, open_about

TEMPLATE = "interventions/guarantee.html"


@require_http_methods(["GET", "POST"])
def guarantee_page(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Until when something must have begun, what stopped the clock, and the answer where it is owed."""
    posted = request.method == "POST"
    # What counts and what does not tells of health: it is not for whoever may not know of it.
    right = Right.KEEP_PLAN if posted else Right.SEE_HEALTH
    opened = open_case(request, case_id, page="guarantee", right=right)
    clock = clock_of(opened.case, timezone.localdate())
    told = {
        "opened": opened,
        "case": opened.case,
        "clock": clock,
        "open_questions": _open_questions(opened, clock) if clock else [],
    }
    if not posted and not (opened.keeps_plan and clock and clock.is_owed):
        return render(request, TEMPLATE, told)
    page = InterventionBeingFilledIn(request, opened, ANSWER_DRAFT, TEMPLATE)
    page.context.update(told)
    form = AnswerForm(
        request.POST if posted else None,
        initial=None if posted else page.initial(AnswerForm, today_is("day")),
    )
    if not posted:
        return page.show(form)
    return page.save(
        form,
        lambda: answer(
            by=opened.person,
            case_id=case_id,
            token=page.token,
            resubmitted=form.cleaned_data["what"] == "resubmitted",
            on=form.cleaned_data["day"],
            reason=form.cleaned_data["reason"],
        ),
        lambda _made: _done(request, case_id),
    )


def _open_questions(opened: Opened, clock: Clock) -> list[Asked]:
    """What the law leaves open about the guarantee of this programme."""
    return open_about(
        GUARANTEE.name,
        days=Period(clock.on, clock.on),
        municipality_id=opened.case.municipality_id,
        scheme=clock.programme.scheme,
    )


def _done(request: HttpRequest, case_id: UUID) -> HttpResponse:
    messages.success(request, _("Det er skrevet ind. Fristerne og journalen er opdateret."))
    return redirect("guarantee", case_id=case_id)
