"""The days of one case as its page shows them: dead time of three kinds, how much ran at once, and hours."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.utils import timezone

from sammetag.interventions.day_by_day import DayByDay, day_by_day
from sammetag.interventions.queries import exemptions_of
from sammetag.talks.models import Outcome
from sammetag.thread.picture import Gathered

TENTH = Decimal("0.1")


@dataclass(frozen=True)
class Days:
    """The days of the programme so far, rounded for people."""

    counted: DayByDay

    @property
    def at_once(self) -> Decimal:
        return self.counted.at_once.quantize(TENTH)

    @property
    def parallel_percent(self) -> int:
        return round(self.counted.share_parallel * 100)

    @property
    def hours_a_week(self) -> Decimal:
        return self.counted.hours_a_week.quantize(TENTH)


def days_of(gathered: Gathered) -> Days | None:
    """The days from the start of the latest programme to its end or today. One query.

    None for whoever may not see health, since a sum tells of it too, and none before the first day.
    """
    if not gathered.programmes or not gathered.opened.sees_health:
        return None
    programme, today = gathered.programmes[-1], gathered.today
    held = [talk for talk in gathered.talks if talk.outcome == Outcome.HELD]
    counted = day_by_day(
        gathered.interventions,
        exemptions_of(gathered.opened.case),
        [timezone.localtime(talk.starts_at).date() for talk in held],
        first=programme.starts_on,
        last=min(today, programme.ended_on or today),
    )
    return Days(counted) if counted.days else None
