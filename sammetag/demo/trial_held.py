"""A trial of the demo as it was held: its draws, who was drawn, and what went otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import sha256
from uuid import UUID

from sammetag.demo.pace import USUAL, Pace
from sammetag.evaluation.allocation import commit

INTERVENTION, CONTROL = "intervention", "control"
ARMS = (INTERVENTION, CONTROL)
OTHER = {INTERVENTION: CONTROL, CONTROL: INTERVENTION}
SEED = sha256(b"sammetag/demo/trial").digest()
# Together they leave the pace of the municipality as it is.
PACES = {INTERVENTION: 0.7, CONTROL: 1.15}
TRIED = {INTERVENTION: 5, CONTROL: 4}


@dataclass(frozen=True)
class Entered:
    """Somebody who was drawn: the arm as drawn, and as received where that was another one or none."""

    key: str
    pseudonym: str
    arm: str
    age: int
    received: str | None


@dataclass(frozen=True)
class DrawHeld:
    """One draw; `refused` are the keys of those who were too young."""

    number: int
    on: date
    entered: tuple[Entered, ...]
    refused: tuple[str, ...]

    @property
    def block(self) -> str:
        return self.on.isoformat()


def all_entered(draws: Iterable[DrawHeld]) -> Iterator[tuple[DrawHeld, Entered]]:
    """Everybody who was drawn, with the draw."""
    return ((held, one) for held in draws for one in held.entered)


@dataclass(frozen=True)
class Astray:
    """Something that went otherwise: about a draw by its number, or about somebody by their key."""

    kind: str
    on: date
    words: str
    number: int | None = None
    key: str | None = None
    received: str = ""


@dataclass(frozen=True)
class TrialHeld:
    """The trial as it went."""

    id: UUID
    until: date
    draws: tuple[DrawHeld, ...]
    astray: tuple[Astray, ...]

    @property
    def commitment(self) -> str:
        return commit(SEED, str(self.id))

    @property
    def moved(self) -> frozenset[str]:
        return frozenset(one.key for one in self.astray if one.kind == "moved" and one.key)

    def pace(self, key: str, today: date) -> Pace:
        """How soon things began for somebody: that of the arm received, from the day of the draw on."""
        found = self._received.get(key)
        if found is None:
            return USUAL
        on, arm = found
        return Pace(PACES[arm], (on - today).days, TRIED[arm])

    @cached_property
    def _received(self) -> dict[str, tuple[date, str]]:
        return {one.key: (held.on, one.received) for held, one in all_entered(self.draws) if one.received}
