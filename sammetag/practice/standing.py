"""Which of the decisions about one thing holds when. Plain Python."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Generic, Protocol, TypeVar

from sammetag.law import DAY, Period


class Decided(Protocol):
    """A decision that holds from its day on, until a later one takes over or withdraws it."""

    @property
    def number(self) -> int: ...
    @property
    def day(self) -> date: ...
    @property
    def withdraws(self) -> bool: ...


D = TypeVar("D", bound=Decided)


@dataclass(frozen=True)
class Held(Generic[D]):
    """A decision with the days on which it holds."""

    decision: D
    period: Period


def held(decisions: Iterable[D]) -> list[Held[D]]:
    """When each of the decisions about one thing holds, in the order of days; some hold on no day any more.

    The latest holds from its day on, whatever stood before for those days.
    """
    found: list[Held[D]] = []
    for one in sorted(decisions, key=lambda decision: decision.number):
        found = [_cut(other, one.day) for other in found if other.period.first < one.day]
        found.append(Held(one, Period(one.day, None)))
    return [one for one in found if not one.decision.withdraws]


def held_on(decisions: Iterable[D], day: date) -> D | None:
    """The decision that holds on the day; none where nothing is decided, or it was withdrawn."""
    return next((one.decision for one in held(decisions) if one.period.contains(day)), None)


def _cut(one: Held[D], day: date) -> Held[D]:
    last = one.period.last
    return Held(one.decision, Period(one.period.first, day - DAY if last is None else min(last, day - DAY)))
