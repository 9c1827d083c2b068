"""One talk: what was agreed, what became of it, and the form that writes it in as held."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sammetag.access.roles import Right
from sammetag.cases.opening import Opened, open_case
from sammetag.cases.queries import around
from sammetag.errors import RuleBroken
from sammetag.talks.actions import NEW, hold
from sammetag.talks.filling_in import TalkBeingFilledIn
from sammetag.talks.forms import HoldForm, time_of
from sammetag.talks.models import NoteVersion, Outcome, Participant, Talk
from sammetag.talks.queries import next_booked, note_versions, participants_of, talk_in
from sammetag.talks.rulebook import counting


@require_http_methods(["GET", "POST"])
def talk_page(request: HttpRequest, case_id: UUID, talk_id: UUID) -> HttpResponse:
    """Shows the talk; a booked one with the form to write it in, for whoever may."""
    opened = open_case(request, case_id, page="talk", right=_right(request))
    talk = talk_in(opened.case, talk_id)
    asked = participants_of(talk, opened.case)
    if request.method == "GET" and not (opened.keeps_talks and _may_be_held(talk)):
        return render(request, "talks/record.html", _record(opened, talk, asked))
    if talk.outcome != Outcome.BOOKED and "token" not in request.POST:
        raise RuleBroken(
            _("Samtalen er allerede skrevet ind. Er der en fejl i den, så ret den."), "not booked"
        )
    page = TalkBeingFilledIn(request, opened, f"hold-{talk.id}", "talks/hold.html", talk)
    page.context.update(_record(opened, talk, asked))
    return _hold(page, talk.id, asked, time_of(talk))


@require_http_methods(["GET", "POST"])
def held_unbooked(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Writes in a talk that nobody had booked."""
    opened = open_case(request, case_id, page="talk-held", right=Right.KEEP_TALKS)
    page = TalkBeingFilledIn(request, opened, "hold-new", "talks/hold.html")
    now = timezone.localtime().replace(second=0, microsecond=0)
    return _hold(page, page.token, [], {"day": now.date(), "clock": now.time(), "minutes": 30})


def _hold(
    page: TalkBeingFilledIn, talk_id: UUID, asked: list[Participant], otherwise: dict[str, Any]
) -> HttpResponse:
    opened, posted = page.opened, page.request.method == "POST"
    person = opened.person
    people = [str(one.staff_id) for one in asked if one.staff_id]
    other = next((one.other for one in asked if one.other), "")
    start = None if posted else page.initial(HoldForm, otherwise | {"guests": people, "other": other})
    form = HoldForm(page.request.POST if posted else None, initial=start)
    form.offer(around(opened.case, timezone.localdate()), asked, person.staff_id)
    page.context["agreed"] = next_booked(opened.case, page.thing.id if page.thing else None)
    form.offer_holders(page.thing.leader if page.thing else None, person)
    if not posted:
        return page.show(form)
    return page.save(
        form,
        lambda: hold(
            by=person,
            case_id=opened.case.id,
            talk_id=talk_id,
            version=page.version if page.thing else NEW,
            token=page.token,
            appointment=form.appointment(),
            guests=form.chosen(),
            notes=form.cleaned_data["notes"],
            held_by=form.holder(),
            following=form.following(),
        ),
        lambda talk: _done(page.request, talk, form),
    )


def _may_be_held(talk: Talk) -> bool:
    """Whether a talk can be written in: it is agreed, and its day has come. Notes may begin before it."""
    return (
        talk.outcome == Outcome.BOOKED and timezone.localtime(talk.starts_at).date() <= timezone.localdate()
    )


def _done(request: HttpRequest, talk: Talk, form: HoldForm) -> HttpResponse:
    told = _("Samtalen er skrevet ind. Tråden, fristerne og journalen er opdateret.")
    if form.following():
        told = _(
            "Samtalen er skrevet ind, og den næste er aftalt. Tråden, fristerne og journalen er opdateret."
        )
    messages.success(request, told)
    return redirect("case", case_id=talk.case_id)


def _record(opened: Opened, talk: Talk, asked: list[Participant]) -> dict[str, Any]:
    """What is told of a talk to this reader: who has no right to the notes gets none."""
    versions: list[NoteVersion] = note_versions(talk, opened.case) if opened.sees_notes else []
    if not opened.sees_notes:
        # Who else was there can tell of health; that one was asked oneself tells nothing new.
        asked = [one for one in asked if one.staff_id == opened.person.staff_id]
    return {
        "opened": opened,
        "case": opened.case,
        "talk": talk,
        "participants": asked,
        "notes_told": opened.sees_notes,
        "earlier_notes": versions[1:],
        "correction": versions[0].correction if versions else "",
        "counting": counting(opened.case, talk),
    }


def _right(request: HttpRequest) -> Right:
    return Right.KEEP_TALKS if request.method == "POST" else Right.SEE_CASE
