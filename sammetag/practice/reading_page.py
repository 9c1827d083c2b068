"""A leader writes down how the municipality reads what the law leaves open, or that it no longer does."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sammetag.practice.actions import decide_reading, withdraw_reading
from sammetag.practice.deciding import Deciding, who_decides
from sammetag.practice.forms import ReadingForm, WithdrawReadingForm
from sammetag.practice.models import DecidedReading
from sammetag.practice.queries import readings_decided
from sammetag.practice.questions import question_called
from sammetag.practice.telling import Line, as_asked, reading_line


@require_http_methods(["GET", "POST"])
def reading_page(request: HttpRequest, question: str) -> HttpResponse:
    """The question with its readings, one of which is chosen, with a day and a reason."""
    page = _page(request, question, "practice/reading.html")
    form = ReadingForm(request.POST if request.method == "POST" else None)
    form.ask(question_called(question))
    if request.method == "GET":
        return page.show(form)
    return page.save(
        form,
        lambda sent: decide_reading(
            by=page.person,
            sent=sent,
            question=question,
            reading=form.cleaned_data["reading"],
            decided_on=form.cleaned_data["day"],
        ),
        _("Jeres læsning er skrevet ind."),
    )


@require_http_methods(["GET", "POST"])
def withdraw_page(request: HttpRequest, question: str) -> HttpResponse:
    """The end of a reading of one's own: from which day, and why."""
    page = _page(request, question, "practice/withdraw_reading.html")
    form = WithdrawReadingForm(request.POST if request.method == "POST" else None)
    if request.method == "GET" and page.holds is None:
        messages.info(request, _("I har ingen egen læsning af det spørgsmål."))
        return redirect("own-law")
    if request.method == "GET":
        return page.show(form)
    return page.save(
        form,
        lambda sent: withdraw_reading(
            by=page.person, sent=sent, question=question, decided_on=form.cleaned_data["day"]
        ),
        _("Det er skrevet ind, at I ikke længere har jeres egen læsning."),
    )


def _page(request: HttpRequest, question: str, template: str) -> Deciding[DecidedReading]:
    # Whoever may only read is refused before anything is asked.
    person = who_decides(request)
    asked = as_asked(question_called(question))

    def read() -> list[Line[DecidedReading]]:
        decided = readings_decided(person.municipality_id).filter(question=question)
        return [reading_line(one) for one in decided.select_related("written_by")]

    return Deciding(request, person, read, template, {"question": asked})
