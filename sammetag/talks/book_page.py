"""Agree a talk, and agree another time for one."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sammetag.access.roles import Right
from sammetag.cases.opening import open_case
from sammetag.cases.queries import around
from sammetag.design.wording import clock_words, date_words
from sammetag.talks.actions import book, move
from sammetag.talks.filling_in import TalkBeingFilledIn
from sammetag.talks.forms import BookForm, MoveForm, time_of
from sammetag.talks.models import Talk
from sammetag.talks.queries import first_free, next_booked, talk_in
from sammetag.talks.rulebook import forms_that_count


@require_http_methods(["GET", "POST"])
def book_page(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """The form with which a talk is agreed."""
    opened = open_case(request, case_id, page="book", right=Right.KEEP_TALKS)
    page, posted = TalkBeingFilledIn(request, opened, "book", "talks/book.html"), request.method == "POST"
    proposed = timezone.localtime(first_free(opened.person, timezone.localdate() + timedelta(days=7)))
    otherwise = {"day": proposed.date(), "clock": proposed.time()}
    form = BookForm(
        request.POST if posted else None, initial=None if posted else page.initial(BookForm, otherwise)
    )
    form.offer(around(opened.case, timezone.localdate()), [], opened.person.staff_id)
    form.fields["form"].help_text = forms_that_count(opened.case, timezone.localdate())
    page.context["agreed"] = next_booked(opened.case)
    if not posted:
        return page.show(form)
    return page.save(
        form,
        lambda: book(
            by=opened.person,
            case_id=case_id,
            token=page.token,
            appointment=form.appointment(),
            guests=form.chosen(),
            agenda=form.cleaned_data["agenda"],
        ),
        lambda talk: _agreed(request, talk),
    )


@require_http_methods(["GET", "POST"])
def move_page(request: HttpRequest, case_id: UUID, talk_id: UUID) -> HttpResponse:
    """The form with which a booked talk gets another time, form or place."""
    opened = open_case(request, case_id, page="move", right=Right.KEEP_TALKS)
    talk = talk_in(opened.case, talk_id)
    page, posted = (
        TalkBeingFilledIn(request, opened, f"move-{talk.id}", "talks/move.html", talk),
        request.method == "POST",
    )
    start = None if posted else page.initial(MoveForm, time_of(talk))
    form = MoveForm(request.POST if posted else None, initial=start)
    if not posted:
        return page.show(form)
    return page.save(
        form,
        lambda: move(
            by=opened.person,
            case_id=case_id,
            talk_id=talk_id,
            version=page.version,
            token=page.token,
            appointment=form.appointment(),
        ),
        lambda moved: _agreed(request, moved),
    )


def _agreed(request: HttpRequest, talk: Talk) -> HttpResponse:
    day = timezone.localtime(talk.starts_at).date()
    when = {"day": date_words(day), "clock": clock_words(talk.starts_at)}
    messages.success(request, _("Samtalen er aftalt til den %(day)s kl. %(clock)s.") % when)
    return redirect("case", case_id=talk.case_id)
