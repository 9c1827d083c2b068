"""My day: what must be done now, by when and why. The first page that anybody meets."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from sammetag.access.signed_in import signed_in
from sammetag.access.wall import Request
from sammetag.cases.opening import OWN
from sammetag.desk.guest_day import guest_day
from sammetag.desk.my_day import day_for
from sammetag.journal.actions import look


@require_GET
def my_day(request: HttpRequest) -> HttpResponse:
    """A coordinator's day; for whoever coordinates nobody, the citizens they were let in to help."""
    person, now = signed_in(request), timezone.now()
    if person.keeps_talks:
        day = day_for(person, now)
        shown = {case.id for case in day.cases} | {talk.case_id for talk in day.talks}
        template = "desk/my_day.html"
        context: dict[str, object] = {"day": day}
    else:
        visit = guest_day(person, now)
        shown, template = {row.case.id for row in visit.rows}, "desk/guest_day.html"
        context = {"day": visit}
    look(
        by=person,
        page="my-day",
        purpose=OWN,
        cases=sorted(shown),
        request_id=cast(Request, request).request_id,
    )
    return render(request, template, context)


@require_GET
def front(request: HttpRequest) -> HttpResponse:
    """The bare address leads to my day."""
    return redirect("my-day")
