"""A citizen's CPR number: written in or corrected on one page, shown in full on another.

Neither page is a form with a draft: what is typed here is kept nowhere but sealed.
"""

from __future__ import annotations

from typing import Any, cast
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from sammetag.access.proof import proven_lately
from sammetag.access.roles import Right
from sammetag.access.wall import Request
from sammetag.cases.actions import NumberTaken, keep_cpr, show_cpr
from sammetag.cases.cpr_queries import TAKEN, cpr_of, tries_today
from sammetag.cases.models import Case
from sammetag.cases.opening import Opened, open_case
from sammetag.errors import RuleBroken, StalePage
from sammetag.journal.actions import look
from sammetag.people.cpr import Number, WrongNumber, doubts, read
from sammetag.people.sealed_cpr import marks_of

# Whoever asks after strangers by trying their numbers gets so many answers a day, each of them written down.
MOST_TRIES = 5


class CprForm(forms.Form):
    """The number, and a tick where something speaks against it that may still be right."""

    cpr = forms.CharField(
        label=gettext_lazy("CPR-nummer"),
        max_length=40,
        help_text=gettext_lazy("Seks cifre, en bindestreg og fire cifre. Nummeret bliver gemt krypteret."),
        error_messages={"required": gettext_lazy("Skriv CPR-nummeret.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "numeric", "spellcheck": "false"}),
    )
    sure = forms.BooleanField(required=False, label=gettext_lazy("Jeg har set efter, og nummeret er rigtigt"))

    def __init__(self, data: Any, case: Case) -> None:
        super().__init__(data)
        self.case = case
        self.doubts: list[str] = []
        self.sure_of = ""

    def clean_cpr(self) -> Number:
        try:
            return read(self.cleaned_data["cpr"], timezone.localdate())
        except WrongNumber as wrong:
            raise forms.ValidationError(f"{wrong.what} {wrong.remedy}") from None

    def clean(self) -> None:
        number = self.cleaned_data.get("cpr")
        if not isinstance(number, Number):
            return
        self.doubts = doubts(number, self.case.citizen.born_on)
        # The tick holds for the number that was doubted, and for no other.
        marks = [mark.hex() for mark in marks_of(number.digits, self.case.municipality_id)]
        self.sure_of = marks[0]
        is_sure = self.cleaned_data.get("sure") and self.data.get("sure_of") in marks
        if self.doubts and not is_sure:
            self.add_error("sure", _("Sæt et flueben, hvis nummeret er rigtigt. Ellers ret det."))


@sensitive_post_parameters("cpr")
@require_http_methods(["GET", "POST"])
def cpr_page(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """The page on which the number is written in, or corrected without the old one being shown."""
    opened = open_case(request, case_id, page="case-cpr", right=Right.KEEP_CPR)
    form = CprForm(request.POST if request.method == "POST" else None, opened.case)
    if request.method == "GET":
        return _form_page(request, opened, form)
    if not form.is_valid():
        return _form_page(request, opened, form, status=422)
    try:
        _keep(request, opened, form.cleaned_data["cpr"])
    except (NumberTaken, StalePage, RuleBroken) as refused:
        form.add_error("cpr", str(refused.sentence))
        return _form_page(request, opened, form, status=409)
    messages.success(request, _("CPR-nummeret er gemt."))
    return redirect("case", case_id=case_id)


@require_POST
@proven_lately
def show_page(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """The whole number, once, on a page that no browser keeps; by POST, so that no link can bring it up."""
    opened = open_case(request, case_id, page="cpr", right=Right.SEE_CPR)
    number = show_cpr(by=opened.person, case=opened.case)
    if number is None:
        messages.info(request, _("Der er ikke skrevet noget CPR-nummer ind."))
        return redirect("case", case_id=case_id)
    return render(request, "cases/cpr_shown.html", {"case": opened.case, "number": number})


def _keep(request: HttpRequest, opened: Opened, number: Number) -> None:
    """Saves the number; that one was taken is written down, so that fishing for numbers is seen."""
    sent = request.POST.get("version", "")
    version = int(sent) if sent.isdecimal() and len(sent) < 9 else 0
    if tries_today(opened.person) >= MOST_TRIES:
        raise RuleBroken(
            _(
                "Du har i dag skrevet flere numre, som andre borgere har. "
                "Derfor kan du først skrive et igen i morgen."
            ),
            "too many numbers taken",
        )
    try:
        keep_cpr(by=opened.person, case_id=opened.case.id, number=number, version=version)
    except NumberTaken:
        look(
            by=opened.person,
            page="case-cpr",
            purpose=TAKEN,
            cases=[opened.case.id],
            request_id=cast(Request, request).request_id,
            allowed=False,
        )
        raise


def _form_page(request: HttpRequest, opened: Opened, form: CprForm, status: int = 200) -> HttpResponse:
    there = cpr_of(opened.case)
    context = {"case": opened.case, "form": form, "there": there, "version": there.version if there else 0}
    return render(request, "cases/cpr.html", context, status=status)
