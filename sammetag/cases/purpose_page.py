"""Asks why a case is opened that is not one's own, once a day and case."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from sammetag.access.resuming import carried, is_ours, kept, resumed
from sammetag.access.roles import Right
from sammetag.access.signed_in import signed_in
from sammetag.cases.models import Case
from sammetag.cases.opening import Purpose, PurposeNeeded, say_purpose
from sammetag.cases.queries import case_for


class PurposeForm(forms.Form):
    purpose = forms.ChoiceField(
        label=_("Hvorfor åbner du sagen?"),
        choices=Purpose.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Vælg, hvorfor du åbner sagen.")},
    )


class AskPurpose:
    """Shows the question where a page raised PurposeNeeded, at the address that was asked for."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, PurposeNeeded):
            return None
        if request.headers.get("HX-Request"):
            # A fragment has no room for a question; the page around it asks when it is sent.
            return HttpResponse(status=403)
        along = {"next": request.get_full_path()} if request.method == "GET" else kept(request)
        return _question(request, exception.case, PurposeForm(), along)


@require_POST
def say(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Takes the answer, and goes on to the page that was asked for."""
    case = case_for(signed_in(request), case_id, Right.SEE_CASE)
    form = PurposeForm(request.POST)
    along = carried(request)
    if not form.is_valid():
        return _question(request, case, form, along, status=422)
    say_purpose(request, case, Purpose(form.cleaned_data["purpose"]))
    wanted = along["next"] if is_ours(along["next"], request) else reverse("case", args=[case.id])
    return resumed(request) or redirect(wanted)


def _question(
    request: HttpRequest, case: Case, form: PurposeForm, along: dict[str, str], *, status: int = 200
) -> HttpResponse:
    return render(request, "cases/purpose.html", {"case": case, "form": form, **along}, status=status)
