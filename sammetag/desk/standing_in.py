"""For whom somebody stands in today, and why: said once for the colleague, not once for each case."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone

from sammetag.access.person import Person
from sammetag.cases.models import Case
from sammetag.cases.opening import Purpose, is_own, said_purpose, say_purpose

REMEMBERED = "standing-in"


def purposes_today(request: HttpRequest) -> dict[UUID, Purpose]:
    """The colleagues whose day was opened today, and why."""
    today = timezone.localdate().isoformat()
    kept = request.session.get(REMEMBERED, {})
    return {UUID(staff): Purpose(why) for staff, (why, day) in kept.items() if day == today}


def stands_in_for(request: HttpRequest) -> list[UUID]:
    """The colleagues whose cases the reader looks after today."""
    return [staff for staff, why in purposes_today(request).items() if why is Purpose.STAND_IN]


def remember(request: HttpRequest, staff_id: UUID, purpose: Purpose) -> None:
    """Keep for the rest of the day why the day of a colleague was opened."""
    today = timezone.localdate().isoformat()
    kept = {staff.hex: (why.value, today) for staff, why in purposes_today(request).items()}
    request.session[REMEMBERED] = kept | {staff_id.hex: (purpose.value, today)}


def open_for(request: HttpRequest, person: Person, cases: Iterable[Case], purpose: Purpose) -> None:
    """Let the colleague's cases open today without asking again; what was said of one of them stands."""
    for case in cases:
        if not is_own(person, case) and said_purpose(request, case) is None:
            say_purpose(request, case, purpose)
