"""The day of a colleague, for whoever stands in for them or leads the unit. Why is asked once a day."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from sammetag.access.queries import coordinator_roles
from sammetag.access.roles import Right
from sammetag.access.signed_in import signed_in
from sammetag.access.wall import Request
from sammetag.cases.opening import Purpose
from sammetag.cases.queries import distributes, units_with
from sammetag.desk.choice import chosen
from sammetag.desk.colleagues import Colleague, colleague_for
from sammetag.desk.lines import lines_of
from sammetag.desk.my_day import day_of_colleague
from sammetag.desk.standing_in import open_for, purposes_today, remember
from sammetag.journal.actions import look

# A leader may also look into how the unit works; a coordinator opens a colleague's day to do their work.
WHY = {
    Purpose.STAND_IN: _("Jeg passer sagerne for en kollega"),
    Purpose.QUALITY: Purpose.QUALITY.label,
}


class WhyForm(forms.Form):
    purpose = forms.ChoiceField(
        label=_("Hvorfor åbner du kollegaens dag?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Vælg, hvorfor du åbner kollegaens dag."),
            "invalid_choice": _("Vælg, hvorfor du åbner kollegaens dag."),
        },
    )

    def __init__(self, data: object = None, *, allowed: list[Purpose]) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        field = cast(forms.ChoiceField, self.fields["purpose"])
        field.choices = [(one.value, WHY[one]) for one in allowed]
        if len(allowed) == 1:
            field.initial = allowed[0].value


@require_http_methods(["GET", "POST"])
def colleague_day(request: HttpRequest, staff_id: UUID) -> HttpResponse:
    """What must be done with a colleague's citizens; before it, once a day, why it is opened."""
    person = signed_in(request)
    if staff_id == person.staff_id:
        return redirect("my-day")
    today, roles = timezone.localdate(), coordinator_roles(person)
    colleague, cases = colleague_for(person, staff_id, roles, today)
    is_led = staff_id in distributes(person, units_with(person, Right.DISTRIBUTE), roles)
    if request.method == "POST":
        return _answered(request, colleague, WhyForm(request.POST, allowed=_allowed(is_led=is_led)))
    purpose = _purpose(request, staff_id, is_led=is_led)
    if purpose is None:
        return _question(request, colleague, WhyForm(allowed=_allowed(is_led=is_led)))
    if purpose is Purpose.QUALITY:
        # They may have citizens in another unit too, where the reader is a colleague and no more.
        cases = [case for case in cases if person.may(Right.DISTRIBUTE, case)]
    open_for(request, person, cases, purpose)
    lines = lines_of(person, cases, roles, today)
    choice = chosen(request.path, request.GET, ())
    day = day_of_colleague(person, staff_id, lines, choice=choice, now=timezone.now())
    look(
        by=person,
        page="colleague-day",
        purpose=purpose,
        cases=sorted(case.id for case in cases),
        request_id=cast(Request, request).request_id,
    )
    return render(
        request,
        "desk/colleague_day.html",
        {"day": day, "colleague": colleague, "why": WHY[purpose], "may_distribute": is_led},
    )


def _answered(request: HttpRequest, colleague: Colleague, form: WhyForm) -> HttpResponse:
    if not form.is_valid():
        return _question(request, colleague, form, status=422)
    remember(request, colleague.staff_id, Purpose(form.cleaned_data["purpose"]))
    return redirect("colleague-day", staff_id=colleague.staff_id)


def _allowed(*, is_led: bool) -> list[Purpose]:
    """What may be answered: the quality of their work is the business of whoever leads their unit."""
    return [Purpose.STAND_IN, Purpose.QUALITY] if is_led else [Purpose.STAND_IN]


def _purpose(request: HttpRequest, staff_id: UUID, *, is_led: bool) -> Purpose | None:
    """Why the day was opened today, if that may still be why."""
    said = purposes_today(request).get(staff_id)
    return said if said in _allowed(is_led=is_led) else None


def _question(
    request: HttpRequest, colleague: Colleague, form: WhyForm, *, status: int = 200
) -> HttpResponse:
    return render(request, "desk/ask_why.html", {"colleague": colleague, "form": form}, status=status)
