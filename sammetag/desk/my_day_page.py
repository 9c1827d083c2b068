"""My day: what must be done now, by when and why. The first page that anybody meets."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from sammetag.access.person import Person
from sammetag.access.roles import Right, Role
from sammetag.access.signed_in import signed_in
from sammetag.access.wall import Request
from sammetag.cases.opening import OWN, Purpose
from sammetag.desk.choice import chosen
from sammetag.desk.guest_day import guest_day, helps_besides
from sammetag.desk.leader_day import leader_day
from sammetag.desk.lines import Hands
from sammetag.desk.my_day import day_for
from sammetag.desk.standing_in import open_for, stands_in_for
from sammetag.journal.actions import look

# The purpose of whoever leads a unit, when they see to it that its citizens are not left waiting.
LEADS = "leads-unit"


@require_GET
def my_day(request: HttpRequest) -> HttpResponse:
    """A coordinator's day; a leader's, of the units; for a helper, the citizens they were let in to help."""
    person = signed_in(request)
    if person.keys_with(Right.DISTRIBUTE):
        return _leader(request, person)
    if person.keeps_talks:
        return _coordinator(request, person)
    return _guest(request, person)


@require_GET
def own_day(request: HttpRequest) -> HttpResponse:
    """The day of a leader's own cases, for whoever leads a unit and coordinates besides."""
    person = signed_in(request)
    return _coordinator(request, person) if person.keeps_talks else my_day(request)


def _coordinator(request: HttpRequest, person: Person) -> HttpResponse:
    helped = stands_in_for(request)
    choice, now = chosen(request.path, request.GET, Hands.values), timezone.now()
    day = day_for(person, choice, helped, now)
    helps = helps_besides(person, now)
    theirs = [line.case for line in day.lines if line.hands == Hands.STANDING_IN]
    own = {line.case.id for line in day.lines if line.hands != Hands.STANDING_IN}
    _look(request, OWN, own | {talk.case_id for talk in day.talks} | {row.case.id for row in helps})
    if theirs:
        _look(request, Purpose.STAND_IN, {case.id for case in theirs})
        # A case that came to the colleague since this morning opens like the others.
        open_for(request, person, theirs, Purpose.STAND_IN)
    return render(request, "desk/my_day.html", {"day": day, "helps": helps})


def _leader(request: HttpRequest, person: Person) -> HttpResponse:
    day = leader_day(person, request.path, request.GET, timezone.now())
    _look(request, LEADS, day.shown)
    return render(request, "desk/leader_day.html", {"day": day, "has_own": person.keeps_talks})


def _guest(request: HttpRequest, person: Person) -> HttpResponse:
    visit = guest_day(person, timezone.now())
    _look(request, OWN, {row.case.id for row in visit.rows})
    return render(request, "desk/guest_day.html", {"day": visit})


def _look(request: HttpRequest, purpose: str, cases: Iterable[UUID]) -> None:
    look(
        by=signed_in(request),
        page="my-day",
        purpose=purpose,
        cases=sorted(cases),
        request_id=cast(Request, request).request_id,
    )


@require_GET
def front(request: HttpRequest) -> HttpResponse:
    """The bare address leads to my day; whoever evaluates has none, and begins at the studies."""
    person = getattr(request, "person", None)
    return redirect("studies" if person and person.role == Role.EVALUATOR else "my-day")
