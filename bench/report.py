"""The numbers of a run: pure functions from what was seen to what is printed."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

HEAD = """| page | visits | errors | p50 ms | p95 ms | p99 ms | longest | times the empty page |
|---|---|---|---|---|---|---|---|"""


@dataclass(frozen=True)
class Seen:
    """One visit: when it was due, when the whole answer was there, and whether it was a page. In seconds."""

    page: str
    due: float
    done: float
    good: bool = True

    @property
    def waited(self) -> float:
        """How long somebody waited who came when the visit was due.

        Counted from the schedule, so that a server that hangs is charged with all who came meanwhile.
        """
        return self.done - self.due


@dataclass(frozen=True)
class Waits:
    """How long visitors waited, in milliseconds: half of them, 95 and 99 of a hundred no longer than this."""

    visits: int
    errors: int
    half: float
    p95: float
    p99: float
    longest: float


@dataclass(frozen=True)
class Sample:
    """What the server held at one moment: seconds since the start, kibibytes, connections."""

    at: float
    memory: int
    connections: int


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest of the values that so large a share of them does not exceed; ValueError for no values."""
    if not values:
        raise ValueError("no values")
    ranked = sorted(values)
    return ranked[max(0, math.ceil(share * len(ranked)) - 1)]


def waits(visits: Sequence[Seen]) -> Waits:
    """The waits of these visits, those that failed included; ValueError for no visits."""
    milliseconds = [one.waited * 1000 for one in visits]
    return Waits(
        visits=len(visits),
        errors=sum(not one.good for one in visits),
        half=percentile(milliseconds, 0.5),
        p95=percentile(milliseconds, 0.95),
        p99=percentile(milliseconds, 0.99),
        longest=max(milliseconds),
    )


def schedule(rate: float, seconds: float) -> list[float]:
    """When visits are due, in seconds from the start, so many each second at the same distance."""
    return [number / rate for number in range(int(rate * seconds))]


def row(name: str, found: Waits, empty: float) -> str:
    """One line of the table; `empty` is half the visitors' wait for an empty page, in milliseconds."""
    cells = (
        name,
        f"{found.visits:,}",
        str(found.errors),
        f"{found.half:.0f}",
        f"{found.p95:.0f}",
        f"{found.p99:.0f}",
        f"{found.longest:.0f}",
        f"{found.half / empty:.0f}",
    )
    return "| " + " | ".join(cells) + " |"


def table(visits: Sequence[Seen], empty: float) -> str:
    """All visits together and page by page."""
    pages = list(dict.fromkeys(one.page for one in visits))
    rows = [row("all", waits(visits), empty)] if len(pages) > 1 else []
    rows += [row(page, waits([one for one in visits if one.page == page]), empty) for page in pages]
    return "\n".join([HEAD, *rows])


def growth(samples: Iterable[Sample], warm_up: float) -> float:
    """By what share memory grew from the first fifth of the time after the warm-up to the last fifth.

    Raises ValueError where fewer than five samples come after it.
    """
    after = [one.memory for one in samples if one.at >= warm_up]
    fifth = len(after) // 5
    if not fifth:
        raise ValueError("too few samples after the warm-up")
    first, last = percentile(after[:fifth], 0.5), percentile(after[-fifth:], 0.5)
    return last / first - 1
