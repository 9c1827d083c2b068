"""What becomes of agreed talks when a case changes hands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone

from sammetag.talks.models import Outcome, Talk


@dataclass(frozen=True)
class Turn:
    """Whose talks in a case go to whom: those of everybody who coordinated it earlier, to who does now."""

    earlier: frozenset[UUID]
    taker: UUID


@dataclass(frozen=True)
class PassedOn:
    """The talks that now have another leader, and those at a time when that one is not free."""

    moved: list[Talk]
    clashing: list[Talk]


def talks_ahead(turns: Mapping[UUID, Turn]) -> list[Talk]:
    """The agreed talks from now on that go along with these cases, earliest first. One query."""
    booked = Talk.objects.scoped("hand-over").filter(
        case_id__in=list(turns), outcome=Outcome.BOOKED, starts_at__gte=timezone.now()
    )
    return [talk for talk in booked.order_by("starts_at") if talk.leader_id in turns[talk.case_id].earlier]
