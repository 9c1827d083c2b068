"""Reads what a municipality has decided itself. Whoever works for it may read all of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeVar
from uuid import UUID

from sammetag.law import LimitUnit, OwnLimit, OwnLimits
from sammetag.practice.areas import Area
from sammetag.practice.models import DecidedLimit, DecidedReading, Decision
from sammetag.practice.standing import held
from sammetag.scoped import ScopedQuerySet

D = TypeVar("D", bound=Decision)


def own_limits(decisions: Iterable[DecidedLimit]) -> OwnLimits:
    """These limits as the law takes them, over all days; ask for that of an area by its `name_of`.

    An area goes by the name that whoever reads now reads, since it stands in the sentences of the law.
    """
    return OwnLimits(tuple(_as_own_limits(decisions)))


def _as_own_limits(decisions: Iterable[DecidedLimit]) -> Iterator[OwnLimit]:
    for of_one in by_thing(decisions).values():
        for one in held(of_one):
            limit = one.decision
            if limit.length is not None:
                unit = LimitUnit(limit.unit)
                yield OwnLimit(name_of(limit.area), limit.length, unit, one.period, limit.published_on)


def name_of(area: str) -> str:
    """What an area is called in the language of whoever reads."""
    return str(Area(area).label)


def readings_decided(municipality_id: UUID) -> ScopedQuerySet[DecidedReading]:
    """Every decision on an open question, the first about each first."""
    found = DecidedReading.objects.scoped("municipality").filter(municipality_id=municipality_id)
    return found.order_by("question", "number")


def limits_decided(municipality_id: UUID) -> ScopedQuerySet[DecidedLimit]:
    """Every decision on a time limit, the first about each first."""
    found = DecidedLimit.objects.scoped("municipality").filter(municipality_id=municipality_id)
    return found.order_by("area", "number")


def by_thing(decisions: Iterable[D]) -> dict[str, list[D]]:
    """The decisions by what they are about."""
    found: dict[str, list[D]] = defaultdict(list)
    for one in decisions:
        found[one.about].append(one)
    return dict(found)
