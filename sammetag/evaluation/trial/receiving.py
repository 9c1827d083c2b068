"""What became of one person after the draw, by what was recorded that went otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

SWAP, OTHER_ARM, NOTHING = "swap", "other-arm", "nothing"
EXCLUDED, MOVED, WITHDREW = "excluded", "moved", "withdrew"


class Told(NamedTuple):
    """One thing that went otherwise: its kind, its day, the arm received instead, and the words."""

    kind: str
    on: date
    received: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Fate:
    """The arm in fact received (None: nothing), why somebody was excluded, and how and when they left."""

    received: str | None
    excluded: str = ""
    left: str = ""
    left_on: date | None = None


def fate(drawn: str, arms: Sequence[str], *, swapped: bool, told: Iterable[Told]) -> Fate:
    """Say what became of a person drawn for an arm, from what was told of them, in its order.

    `swapped`: their whole list was swapped between two arms; what is told of the person goes before that.
    """
    received: str | None = drawn
    if swapped and len(arms) == 2:
        received = _other(drawn, arms)
    excluded, left, left_on = "", "", None
    for one in told:
        if one.kind == NOTHING:
            received = None
        elif one.kind == OTHER_ARM:
            received = one.received or _other(drawn, arms)
        elif one.kind == EXCLUDED:
            excluded = excluded or one.words
        elif one.kind in (MOVED, WITHDREW) and left_on is None:
            left, left_on = one.kind, one.on
    return Fate(received, excluded, left, left_on)


def _other(arm: str, arms: Sequence[str]) -> str:
    return next((one for one in arms if one != arm), arm)
