"""What Lis, who leads in the north, decides for her municipality."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.utils import timezone

from sammetag.access.person import Person
from sammetag.access.wall import behind_the_wall
from sammetag.law import LimitUnit
from sammetag.practice.actions import (
    Sent,
    Terms,
    decide_reading,
    set_limit,
    withdraw_limit,
    withdraw_reading,
)
from sammetag.practice.areas import Area
from sammetag.practice.models import DecidedLimit, DecidedReading
from tests.town import Town

# A question that has been open since February 2026 and has no last day.
QUESTION, ONE, OTHER = "six-month-details", "former-details", "act-alone"
WHY = "Besluttet i udvalget."


def ago(days: int) -> date:
    """So many days before today."""
    return timezone.localdate() - timedelta(days=days)


@dataclass
class Desk:
    """Somebody deciding, behind the wall."""

    person: Person

    def read(
        self,
        reading: str = ONE,
        *,
        on: date | None = None,
        after: int = 0,
        question: str = QUESTION,
        **sent: Any,
    ) -> DecidedReading:
        """Decide on a reading of the question."""
        return decide_reading(
            by=self.person,
            sent=self._sent(after, **sent),
            question=question,
            reading=reading,
            decided_on=on or ago(10),
        )

    def stop_reading(self, *, on: date, after: int, **sent: Any) -> DecidedReading:
        """Withdraw the reading of the question."""
        return withdraw_reading(
            by=self.person, sent=self._sent(after, **sent), question=QUESTION, decided_on=on
        )

    def limit(
        self,
        length: int = 4,
        *,
        unit: LimitUnit = LimitUnit.WEEKS,
        since: date | None = None,
        published_on: date | None = None,
        after: int = 0,
        **sent: Any,
    ) -> DecidedLimit:
        """Set a limit for flexi-jobs."""
        terms = Terms(length, unit, since or ago(10), published_on)
        return set_limit(by=self.person, sent=self._sent(after, **sent), area=Area.FLEXI_JOB, terms=terms)

    def stop_limit(self, *, since: date, after: int) -> DecidedLimit:
        """Withdraw the limit for flexi-jobs."""
        return withdraw_limit(by=self.person, sent=self._sent(after), area=Area.FLEXI_JOB, since=since)

    def _sent(self, after: int, *, token: UUID | None = None, reason: str = WHY) -> Sent:
        return Sent(token or uuid4(), after, reason)


@contextmanager
def at_desk(town: Town, name: str = "lis") -> Iterator[Desk]:
    """Somebody at their desk, with the wall standing."""
    with behind_the_wall(town.account(name)):
        yield Desk(town.person(name))
