"""Reading talks."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from sammetag.access.person import Person
from sammetag.cases.models import Case
from sammetag.errors import NotAllowed
from sammetag.talks.models import NoteVersion, Outcome, Participant, Talk

HAPPENED = {"talk.held", "talk.cancelled", "talk.no-show", "talk.corrected"}


def talk_in(case: Case, talk_id: UUID) -> Talk:
    """The talk of a case that its reader has been let into; NotAllowed for any other."""
    talk = Talk.objects.of(case).select_related("leader").filter(pk=talk_id).first()
    if talk is None:
        raise NotAllowed(f"talk {talk_id} of case {case.id}")
    return talk


def talks_of(case: Case) -> QuerySet[Talk]:
    """All talks of a case, earliest first."""
    return Talk.objects.of(case).select_related("leader").order_by("starts_at")


def participants_of(talk: Talk, case: Case) -> list[Participant]:
    """Who is asked to a talk, or took part in it, besides the citizen and whoever leads it."""
    return list(
        Participant.objects.of(case).filter(talk=talk).select_related("staff").order_by("staff__name")
    )


def day_of(person: Person, start: datetime, end: datetime) -> QuerySet[Talk]:
    """The talks that the person leads or takes part in from `start` to before `end`, earliest first."""
    asked = Q(pk__in=Participant.objects.seen_by(person).filter(staff_id=person.staff_id).values("talk"))
    seen = Talk.objects.seen_by(person).filter(asked | Q(leader_id=person.staff_id))
    return (
        seen.filter(starts_at__gte=start, starts_at__lt=end)
        .exclude(outcome=Outcome.CANCELLED)
        .select_related("case__citizen")
        .order_by("starts_at")
    )


def note_versions(talk: Talk, case: Case) -> list[NoteVersion]:
    """What the notes of a talk have said, newest first."""
    found = NoteVersion.objects.of(case).filter(talk=talk)
    return list(found.select_related("written_by").order_by("-written_at"))
