"""Rows of many cases, read in one go, put together case by case."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Protocol, TypeVar
from uuid import UUID


class OfACase(Protocol):
    @property
    def case_id(self) -> UUID: ...


R = TypeVar("R", bound=OfACase)


def by_case(rows: Iterable[R]) -> dict[UUID, list[R]]:
    """The rows of each case, in the order in which they came."""
    found: dict[UUID, list[R]] = defaultdict(list)
    for row in rows:
        found[row.case_id].append(row)
    return found
