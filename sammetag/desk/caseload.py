"""A caseload at a glance: how many, how much runs, how long since contact; for one person or several."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sammetag.desk.lines import Line


@dataclass(frozen=True)
class Load:
    """How many of the running programmes have how much running; `waits`: nothing, but it is agreed."""

    several: int = 0
    one: int = 0
    waits: int = 0
    none: int = 0

    @property
    def total(self) -> int:
        return self.several + self.one + self.waits + self.none

    @property
    def idle(self) -> int:
        return self.waits + self.none


@dataclass(frozen=True)
class Caseload:
    """The cases of one person, or of a unit. Days are since the last talk that was held; none without any."""

    cases: int
    owing: int
    load: Load
    contact_mean: int | None
    contact_longest: int | None
    never_met: int


def load_of(lines: Iterable[Line]) -> Load:
    """How much runs, citizen by citizen; a case outside a programme is not counted."""
    running = [line for line in lines if line.running is not None]
    return Load(
        several=sum((line.running or 0) > 1 for line in running),
        one=sum(line.running == 1 for line in running),
        waits=sum(line.running == 0 and line.waits for line in running),
        none=sum(line.running == 0 and not line.waits for line in running),
    )


def caseload_of(lines: Sequence[Line]) -> Caseload:
    """The figures of these lines together."""
    since = [line.contact_days for line in lines if line.contact_days is not None]
    return Caseload(
        cases=len(lines),
        owing=sum(line.owed > 0 for line in lines),
        load=load_of(lines),
        contact_mean=round(sum(since) / len(since)) if since else None,
        contact_longest=max(since, default=None),
        never_met=len(lines) - len(since),
    )
