"""Invented CPR numbers that are nobody's.

Sixty is added to the day, as in a replacement number. The CPR office issues none of those: where an authority
makes one for whoever has no number, it holds in that authority's own systems. So no number of the demo can be
that of a real person, and each still goes through every door that a real one goes through.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from sammetag.demo.world import Life
from sammetag.people.cpr import REPLACED, Number

# Somebody always has none yet: their case shows what that looks like.
WITHOUT = 12


def invented_numbers(lives: Iterable[Life]) -> dict[UUID, Number]:
    """A number for each citizen but a few, by the id of the citizen; the same lives give the same numbers."""
    born: Counter[date] = Counter()
    numbers: dict[UUID, Number] = {}
    for turn, life in enumerate(lives, start=1):
        citizen = life.citizen
        born[citizen.born_on] += 1
        if turn % WITHOUT:
            numbers[citizen.id] = _invented(citizen.born_on, born[citizen.born_on])
    return numbers


def _invented(born_on: date, turn: int) -> Number:
    century = "1" if born_on.year < 2000 else "4"
    digits = f"{born_on.day + REPLACED:02}{born_on:%m%y}{century}{turn:03}"
    return Number(digits, born_on)
