"""What the journal tells of a hand-over: people by id, lengths and days, never words."""

from __future__ import annotations

from django.utils import timezone

from sammetag.access.person import Person
from sammetag.cases.models import HandOver
from sammetag.journal.actions import as_event
from sammetag.journal.models import Event
from sammetag.talks.passing import PassedOn


def handed_over(by: Person, row: HandOver, waited: int, passed: PassedOn) -> Event:
    """That a case changed hands, after so many days with nobody, and how many talks went along."""
    kind = "case.handed-over" if row.taker_id else "case.left-without-coordinator"
    return event_of(
        by,
        row,
        kind,
        days_without=waited,
        talks_moved=sum(talk.case_id == row.case_id for talk in passed.moved),
        talks_left=sum(talk.case_id == row.case_id for talk in passed.clashing),
    )


def event_of(by: Person, row: HandOver, kind: str, **more: object) -> Event:
    """Something about a hand-over that is to be written down."""
    data = {
        "from": str(row.giver_id or ""),
        "to": str(row.taker_id or ""),
        "manner": str(row.manner),
        "planned_on": row.planned_on.isoformat(),
        "citizen_told": row.citizen_told,
        "note_length": len(row.notes),
    }
    return as_event(
        by=by,
        kind=kind,
        case_id=row.case_id,
        subject="hand-over",
        subject_id=row.id,
        occurred_at=timezone.now(),
        data=data | more,
    )
