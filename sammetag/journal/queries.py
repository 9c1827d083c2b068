"""Reading the journal."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sammetag.journal.models import Event
from sammetag.scoped import ScopedQuerySet


def of_case(case_id: UUID) -> ScopedQuerySet[Event]:
    """The events of one case that its reader has already been let into, newest first."""
    return Event.objects.scoped("case").filter(case_id=case_id).order_by("-occurred_at", "-recorded_at")


def latest_about(subject_id: UUID, kinds: Iterable[str]) -> Event | None:
    """The newest recorded event of these kinds about one thing, or none: what a correction points to."""
    about = Event.objects.scoped("subject").filter(subject_id=subject_id, kind__in=list(kinds))
    return about.order_by("-recorded_at").first()


def is_written(event_id: UUID, subject_id: UUID) -> bool:
    """Whether this event about this thing is written: then the form that would write it was sent before."""
    return Event.objects.scoped("token").filter(pk=event_id, subject_id=subject_id).exists()
