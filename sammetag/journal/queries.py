"""Reading the journal."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import BigIntegerField, Q
from django.db.models.expressions import RawSQL

from sammetag.journal.models import Event
from sammetag.scoped import ScopedQuerySet

# The order in which events came into the table. A clock that was set back would tell another.
WRITTEN_DOWN = RawSQL('"journal_event"."position"', [], output_field=BigIntegerField())


def of_case(case_id: UUID) -> ScopedQuerySet[Event]:
    """The events of one case that its reader has already been let into, newest first."""
    return Event.objects.scoped("case").filter(case_id=case_id).order_by("-occurred_at", "-recorded_at")


def corrected_among(event_ids: Iterable[UUID]) -> list[UUID]:
    """Those of these events that a later one sets right."""
    found = Event.objects.scoped("correction").filter(corrects__in=list(event_ids))
    return [one for one in found.values_list("corrects", flat=True) if one]


def latest_about(subject_id: UUID, kinds: Iterable[str]) -> Event | None:
    """The newest recorded event of these kinds about one thing, or none: what a correction points to."""
    about = Event.objects.scoped("subject").filter(subject_id=subject_id, kind__in=list(kinds))
    return about.order_by(WRITTEN_DOWN.desc()).first()


def is_written(event_id: UUID, subject_id: UUID) -> bool:
    """Whether this event about this thing is written: then the form that would write it was sent before."""
    return Event.objects.scoped("token").filter(pk=event_id, subject_id=subject_id).exists()


def was_sent(token: str) -> bool:
    """Whether the form with this token has been saved: its event, or what it made, has that id."""
    try:
        sent = UUID(token)
    except ValueError:
        return False
    return Event.objects.scoped("token").filter(Q(pk=sent) | Q(subject_id=sent)).exists()
