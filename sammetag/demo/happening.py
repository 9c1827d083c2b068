"""What an event tells before it is known who wrote it down and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from sammetag.demo.working_days import moment
from sammetag.journal.models import Precision

NOON = time(12)


@dataclass(frozen=True)
class Happening:
    """One thing that happened; `by` is set where it was a mentor who wrote it down."""

    kind: str
    subject: str
    subject_id: UUID
    at: datetime
    data: dict[str, object]
    precision: Precision = Precision.DAY
    by: UUID | None = None


def on_day(day: date) -> datetime:
    """When something happened of which only the day is known."""
    return moment(day, NOON)
