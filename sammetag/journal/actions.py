"""The only way into the journal. Both writes belong in the transaction of what they tell about."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import islice
from typing import Protocol
from uuid import UUID, uuid4

from django.db import connection
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
    event = as_event(
        by=by,
        kind=kind,
        case_id=case_id,
        subject=subject,
        subject_id=subject_id,
        occurred_at=occurred_at,
        data=data,
        precision=precision,
        corrects=corrects,
        on_behalf_of=on_behalf_of,
        token=token,
    )
    event.save(force_insert=True)
    return event


def as_event(
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
    """What is to be written down, not yet written: `record_each` takes several of them."""
    return Event(
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


def record_each(*, events: Iterable[Event], size: int = 2000) -> None:
    """Write down that several things happened, all by whoever does them now, in one question for many."""
    # A question takes at most 65 535 values.
    Event.objects.scoped("record").bulk_create(events, batch_size=size)


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


def load(*, events: Iterable[Event], size: int = 5000) -> None:
    """Take in history in bulk, as owner: the app can only tell of what its person does now.

    Each event states by whom and when it was recorded. What is there already is left as it is. Many events go
    as one text, since a place for each value would take most of the time.
    """
    columns = [field.attname for field in Event._meta.concrete_fields]
    names = ", ".join(f'"{column}"' for column in columns)
    table = Event._meta.db_table
    sentence = (
        f"INSERT INTO {table} ({names}) SELECT {names} "  # noqa: S608  # names of our own columns
        f"FROM json_populate_recordset(NULL::{table}, %s) ON CONFLICT DO NOTHING"
    )
    remaining = iter(events)
    while batch := list(islice(remaining, size)):
        rows = [{column: getattr(one, column) for column in columns} for one in batch]
        with connection.cursor() as cursor:
            cursor.execute(sentence, [json.dumps(rows, default=_plain)])


def _plain(value: object) -> str:
    """A value as PostgreSQL reads it."""
    if isinstance(value, bytes):
        return f"\\x{value.hex()}"
    return value.isoformat() if isinstance(value, datetime) else str(value)
