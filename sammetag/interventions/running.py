"""Day by day: what runs, what does not, and how many hours a week it comes to. Plain Python."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeVar

from sammetag.interventions.models import Part, State
from sammetag.interventions.seen import Laid

L = TypeVar("L", bound=Laid)
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Span:
    """Days from the first to the last, both included; no last day while it goes on."""

    first: date
    last: date | None


@dataclass(frozen=True)
class Level:
    """How many hours a week ran from the first to the last day, both included."""

    first: date
    last: date
    hours: Decimal


def idle_spans(interventions: Iterable[Laid], first: date, last: date) -> list[Span]:
    """The stretches of days in which nothing ran, under any law; a mentor alone is not something running."""
    spans: list[Span] = []
    free_from = first
    for span in sorted(_running(one for one in interventions if not one.mentor), key=lambda one: one.first):
        if span.first > last:
            break
        if span.first > free_from:
            spans.append(Span(free_from, span.first - ONE_DAY))
        free_from = max(free_from, (span.last or last) + ONE_DAY)
    if free_from <= last:
        spans.append(Span(free_from, last))
    return spans


def hours_levels(interventions: Iterable[Laid], first: date, last: date) -> list[Level]:
    """The hours a week that ran, as steps from the first to the last day."""
    changes: dict[date, Decimal] = {first: Decimal(0)}
    for one in interventions:
        for span, hours in _running_parts(one):
            begin, end = max(span.first, first), min(span.last or last, last)
            if begin <= end:
                changes[begin] = changes.get(begin, Decimal(0)) + hours
                changes[end + ONE_DAY] = changes.get(end + ONE_DAY, Decimal(0)) - hours
    levels: list[Level] = []
    hours = Decimal(0)
    days = sorted(day for day in changes if day <= last)
    for day, following in zip(days, [*days[1:], last + ONE_DAY], strict=True):
        hours += changes[day]
        if not levels or levels[-1].hours != hours:
            levels.append(Level(day, following - ONE_DAY, hours))
        else:
            levels[-1] = Level(levels[-1].first, following - ONE_DAY, hours)
    return levels


def in_state(interventions: Iterable[L], state: State, day: date) -> list[L]:
    """The interventions that are in this state on the day."""
    return [one for one in interventions if part_on(one, state, day)]


def part_on(one: Laid, state: State, day: date) -> Part | None:
    """The stretch in which an intervention is in this state on the day, or none."""
    for part in one.parts:
        if part.state == state and part.holds(day):
            return part
    return None


def hours_running(interventions: Iterable[Laid], day: date) -> Decimal:
    """The hours a week of all that runs on the day."""
    parts = [part_on(one, State.RUNNING, day) for one in interventions]
    return sum((part.hours for part in parts if part), Decimal(0))


def chapters_on(interventions: Iterable[Laid], day: date) -> frozenset[int]:
    """The chapters of LAB under which an offer runs on the day: the law of talks asks for them."""
    return frozenset(one.chapter for one in in_state(interventions, State.RUNNING, day) if one.chapter)


def _running(interventions: Iterable[Laid]) -> list[Span]:
    return [span for one in interventions for span, _hours in _running_parts(one)]


def _running_parts(one: Laid) -> list[tuple[Span, Decimal]]:
    """When an intervention ran, with the hours a week of each stretch."""
    return [
        (Span(part.since, part.last), part.hours)
        for part in one.parts
        if part.state == State.RUNNING and (part.last is None or part.since <= part.last)
    ]
