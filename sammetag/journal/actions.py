"""The only way into the journal. Both writes belong in the transaction of what they tell about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Protocol
from uuid import UUID, uuid4

from django.utils import timezone

from sammetag.journal.models import Event, Look, Precision


class Actor(Protocol):
    """Whoever acts: the journal needs no more of a person than this."""

    @property
    def account_id(self) -> UUID: ...
    @property
    def municipality_id(self) -> UUID: ...
    @property
    def role(self) -> str: ...


def record(
    *,
    by: Actor,
    kind: str,
    case_id: UUID | None,
    subject: str,
    subject_id: UUID | None,
    occurred_at: datetime,
    data: Mapping[str, object],
    precision: Precision = Precision.MINUTE,
    corrects: UUID | None = None,
    on_behalf_of: UUID | None = None,
    token: UUID | None = None,
) -> Event:
    """Write down that something happened; `corrects` names the event that this one sets right.

    `token` becomes the event's id: a form that is sent twice is told once.
    """
    event = Event(
        id=token or uuid4(),
        municipality_id=by.municipality_id,
        case_id=case_id,
        kind=kind,
        subject=subject,
        subject_id=subject_id,
        occurred_at=occurred_at,
        precision=precision,
        recorded_at=timezone.now(),
        by=by.account_id,
        role=by.role,
        on_behalf_of=on_behalf_of,
        corrects=corrects,
        data=dict(data),
    )
    event.save(force_insert=True)
    return event


def look(
    *,
    by: Actor,
    page: str,
    purpose: str,
    cases: Iterable[UUID],
    request_id: UUID,
    allowed: bool = True,
    term: str = "",
) -> None:
    """Write down that a person saw these cases on this page, for this purpose, or was denied them."""
    Look(
        municipality_id=by.municipality_id,
        at=timezone.now(),
        by=by.account_id,
        role=by.role,
        page=page,
        purpose=purpose,
        allowed=allowed,
        cases=list(cases),
        term=term,
        request_id=request_id,
    ).save(force_insert=True)


def load(*, events: Iterable[Event], size: int = 2000) -> None:
    """Take in history in bulk, as owner: the app can only tell of what its person does now.

    Each event states by whom and when it was recorded. What is there already is left as it is.
    """
    Event.objects.scoped("load").bulk_create(events, batch_size=size, ignore_conflicts=True)
