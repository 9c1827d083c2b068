"""What each day of a case was: how much ran at once, how many hours a week, and the three kinds of dead time.

Plain Python, as a sweep over the days on which something changes. `day_by_day_sql` asks the database the same
for many cases at once, and the tests hold the two together.

A day is dead in three ways, each a part of the one before it:
1. without work: no intervention towards employment or education runs;
2. with nothing: no intervention of any law runs. A mentor alone is somebody, but not something running;
3. without contact: nothing runs, there is no mentor, and no talk was held that day or in the 30 days before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from sammetag.interventions.models import State
from sammetag.interventions.seen import Exempt, Laid
from sammetag.people.models import Field

ONE_DAY = timedelta(days=1)
CONTACT_LASTS = timedelta(days=30)
TOWARDS_WORK = frozenset({Field.EMPLOYMENT, Field.EDUCATION})
MENTOR, PAUSED, EXEMPT, CONTACT = "mentor", "paused", "exempt", "contact"


@dataclass(frozen=True)
class DayByDay:
    """The days of a case from the first to the last, counted by what ran on them."""

    days: int = 0
    # Days with at least one running, with two or more, and with two or more fields at once.
    active: int = 0
    parallel: int = 0
    across_fields: int = 0
    # For each active day, how many ran; summed.
    running: int = 0
    # For each day, the hours a week that ran, a mentor's among them; summed.
    hours: Decimal = Decimal(0)
    without_work: int = 0
    with_nothing: int = 0
    without_contact: int = 0
    # Of the days with nothing: those on which something was on pause, and those of an exempt period.
    paused: int = 0
    exempt: int = 0

    @property
    def at_once(self) -> Decimal:
        """How many ran at once, as a mean over the days with at least one."""
        return Decimal(self.running) / self.active if self.active else Decimal(0)

    @property
    def share_parallel(self) -> Decimal:
        """The share of the active days on which two or more ran."""
        return Decimal(self.parallel) / self.active if self.active else Decimal(0)

    @property
    def hours_a_week(self) -> Decimal:
        """The hours a week, as a mean over all days."""
        return self.hours / self.days if self.days else Decimal(0)


@dataclass(frozen=True)
class _Part:
    """Something that holds from a day to a day; `what` is a field where it runs, or what else it is."""

    what: str
    first: date
    last: date
    hours: Decimal = Decimal(0)


def day_by_day(
    interventions: Iterable[Laid],
    exemptions: Iterable[Exempt],
    contact_days: Iterable[date],
    *,
    first: date,
    last: date,
) -> DayByDay:
    """The days from the first to the last, both included; none where the last lies before the first."""
    parts = [
        *(part for one in interventions for part in _parts(one, last)),
        *(_Part(EXEMPT, one.since, one.until or last) for one in exemptions),
        *(_Part(CONTACT, day, day + CONTACT_LASTS) for day in contact_days),
    ]
    inside = [_Part(p.what, max(p.first, first), min(p.last, last), p.hours) for p in parts]
    total = DayByDay()
    for length, holding, hours in _sweep([p for p in inside if p.first <= p.last], first, last):
        total = _plus(total, length, holding, hours)
    return total


def _parts(one: Laid, last: date) -> Iterator[_Part]:
    for stretch in one.parts:
        end = last if stretch.last is None else stretch.last
        if stretch.state == State.RUNNING:
            yield _Part(MENTOR if one.mentor else one.field, stretch.since, end, stretch.hours)
        elif stretch.state == State.PAUSED and not one.mentor:
            yield _Part(PAUSED, stretch.since, end)


def _sweep(parts: list[_Part], first: date, last: date) -> Iterator[tuple[int, Counter[str], Decimal]]:
    """The stretches of days in which nothing changes: how long, what holds how often, the hours a week."""
    if first > last:
        return
    changes: dict[date, list[tuple[int, _Part]]] = {}
    for part in parts:
        changes.setdefault(part.first, []).append((1, part))
        changes.setdefault(part.last + ONE_DAY, []).append((-1, part))
    holding, hours = Counter[str](), Decimal(0)
    begins = sorted({day for day in changes if day <= last} | {first})
    for day, following in zip(begins, [*begins[1:], last + ONE_DAY], strict=True):
        for sign, part in changes.get(day, []):
            holding[part.what] += sign
            hours += sign * part.hours
        yield (following - day).days, holding, hours


def _plus(total: DayByDay, days: int, holding: Counter[str], hours: Decimal) -> DayByDay:
    fields = [holding[field.value] for field in Field if holding[field.value]]
    running = sum(fields)
    nothing = days if not running else 0
    alone = not holding[MENTOR] and not holding[CONTACT]
    return DayByDay(
        days=total.days + days,
        active=total.active + (days if running else 0),
        parallel=total.parallel + (days if running > 1 else 0),
        across_fields=total.across_fields + (days if len(fields) > 1 else 0),
        running=total.running + running * days,
        hours=total.hours + hours * days,
        without_work=total.without_work + (0 if any(holding[f.value] for f in TOWARDS_WORK) else days),
        with_nothing=total.with_nothing + nothing,
        without_contact=total.without_contact + (nothing if alone else 0),
        paused=total.paused + (nothing if holding[PAUSED] else 0),
        exempt=total.exempt + (nothing if holding[EXEMPT] else 0),
    )
