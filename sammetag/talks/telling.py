"""What the journal tells of a talk: times, codes and lengths, never words."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Protocol
from uuid import UUID

from sammetag.journal.actions import Actor, as_event
from sammetag.journal.models import Event
from sammetag.talks.models import Talk


class Told(Protocol):
    """A talk, saved or about to be."""

    @property
    def starts_at(self) -> datetime: ...
    @property
    def ends_at(self) -> datetime: ...
    @property
    def form(self) -> Any: ...
    @property
    def outcome(self) -> Any: ...
    @property
    def by_whom(self) -> Any: ...
    @property
    def leader_id(self) -> Any: ...
    @property
    def notes(self) -> str: ...


def facts(talk: Told) -> dict[str, object]:
    """The data of a talk's event; moments are in UTC."""
    return {
        "starts_at": talk.starts_at.astimezone(UTC).isoformat(),
        "minutes": int((talk.ends_at - talk.starts_at).total_seconds() // 60),
        "form": str(talk.form),
        "outcome": str(talk.outcome),
        "by_whom": str(talk.by_whom),
        "leader": str(talk.leader_id),
        "note_length": len(talk.notes),
    }


def event_of(
    by: Actor,
    talk: Talk,
    kind: str,
    occurred_at: datetime,
    *,
    token: UUID | None = None,
    corrects: UUID | None = None,
    **more: object,
) -> Event:
    """What happened to a talk, as the journal is to have it; not yet written down."""
    return as_event(
        by=by,
        kind=kind,
        case_id=talk.case_id,
        subject="talk",
        subject_id=talk.id,
        occurred_at=occurred_at,
        data=facts(talk) | more,
        corrects=corrects,
        token=token,
    )
