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
T = TypeVar("T")


@dataclass(frozen=True)
class Held(Generic[D]):
    """A decision with the days on which it holds."""

    decision: D
    period: Period


@dataclass(frozen=True)
class Outlook(Generic[T]):
    """What holds on a day, if anything; its last day, where one is known; and what changes after the day.

    Of what is `coming`, a withdrawal is the end of what held until then.
    """

    now: T | None
    until: date | None
    coming: tuple[T, ...]


def held(decisions: Iterable[D]) -> list[Held[D]]:
    """When each of the decisions about one thing holds, in the order of days; some hold on no day any more.

    The latest holds from its day on, whatever stood before for those days.
    """
    return [one for one in _laid_out(decisions) if not one.decision.withdraws]


def held_on(decisions: Iterable[D], day: date) -> D | None:
    """The decision that holds on the day; none where nothing is decided, or it was withdrawn."""
    return outlook(decisions, day).now


def outlook(decisions: Iterable[D], day: date) -> Outlook[D]:
    """What holds on the day, and what is decided already for the days after it."""
    laid_out = _laid_out(decisions)
    now = [one for one in laid_out if one.period.contains(day) and not one.decision.withdraws]
    coming = tuple(one.decision for one in laid_out if one.period.first > day)
    return Outlook(now[0].decision, now[0].period.last, coming) if now else Outlook(None, None, coming)


def _laid_out(decisions: Iterable[D]) -> list[Held[D]]:
    """The decisions over their days; of those that withdraw only the ones that end something."""
    found: list[Held[D]] = []
    for one in sorted(decisions, key=lambda decision: decision.number):
        found = [_cut(other, one.day) for other in found if other.period.first < one.day]
        if not one.withdraws or (found and not found[-1].decision.withdraws):
            found.append(Held(one, Period(one.day, None)))
    return found


def _cut(one: Held[D], day: date) -> Held[D]:
    last = one.period.last
    return Held(one.decision, Period(one.period.first, day - DAY if last is None else min(last, day - DAY)))
