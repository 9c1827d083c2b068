"""A booked talk as a calendar file. It names nobody: calendars are read by more people than cases are."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from sammetag.cases.opening import open_case
from sammetag.talks.models import Outcome, Talk
from sammetag.talks.queries import talk_in


@require_GET
def calendar_file(request: HttpRequest, case_id: UUID, talk_id: UUID) -> HttpResponse:
    """The file that a calendar program takes in (RFC 5545)."""
    opened = open_case(request, case_id, page="calendar")
    talk = talk_in(opened.case, talk_id)
    response = HttpResponse(_event(talk, opened.case.number), content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="samtale.ics"'
    return response


def _event(talk: Talk, number: str) -> str:
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Sammetag//Sammetag//DA",
        "BEGIN:VEVENT",
        f"UID:{talk.id}@sammetag",
        f"SEQUENCE:{talk.version}",
        f"DTSTAMP:{_moment(timezone.now())}",
        f"DTSTART:{_moment(talk.starts_at)}",
        f"DTEND:{_moment(talk.ends_at)}",
        "SUMMARY:" + _escaped(_("Samtale, sag %(number)s") % {"number": number}),
        "CLASS:PRIVATE",
        f"STATUS:{'CANCELLED' if talk.outcome == Outcome.CANCELLED else 'CONFIRMED'}",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return "\r\n".join(lines) + "\r\n"


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
