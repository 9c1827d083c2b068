"""Whom an answer is about: everybody as drawn, as received, or by the plan; and what the swaps do to it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from sammetag.evaluation.arrays import Bools
from sammetag.evaluation.trial.arms import Arms
from sammetag.evaluation.trial.extract import Extract, PersonDrawn
from sammetag.words import Words

SWAP = "swap"


class Estimand(StrEnum):
    """Which question an answer belongs to; AS_DRAWN is the one that the draw itself answers."""

    AS_DRAWN = "as-drawn"
    AS_RECEIVED = "as-received"
    PER_PROTOCOL = "per-protocol"
    SWAPPED_AS_RECEIVED = "swapped-as-received"
    SWAPPED_LEFT_OUT = "swapped-left-out"


ESTIMANDS = (Estimand.AS_DRAWN, Estimand.AS_RECEIVED, Estimand.PER_PROTOCOL)
OF_SWAPS = (Estimand.SWAPPED_AS_RECEIVED, Estimand.SWAPPED_LEFT_OUT)
# What somebody received decides neither who counts nor where, so the draw still makes the arms alike.
BY_THE_DRAW = frozenset({Estimand.AS_DRAWN, Estimand.SWAPPED_LEFT_OUT})

TITLES = {
    Estimand.AS_DRAWN: Words("Som trukket", "As drawn"),
    Estimand.AS_RECEIVED: Words("Som modtaget", "As received"),
    Estimand.PER_PROTOCOL: Words("Efter planen", "Per protocol"),
    Estimand.SWAPPED_AS_RECEIVED: Words("Ombyttede blokke som modtaget", "Swapped blocks as received"),
    Estimand.SWAPPED_LEFT_OUT: Words("Ombyttede blokke udeladt", "Swapped blocks left out"),
}
EXPLAINED = {
    Estimand.AS_DRAWN: Words(
        "Alle tæller i den gruppe, de blev trukket til, uanset hvad de fik. Det er forsøgets hovedsvar.",
        "Everybody counts in the arm they were drawn to, whatever they received. It is the trial's answer.",
    ),
    Estimand.AS_RECEIVED: Words(
        "Alle tæller i den gruppe, hvis indsats de fik. De, der intet fik, er ikke med.",
        "Everybody counts in the arm whose treatment they received. Those who received none are left out.",
    ),
    Estimand.PER_PROTOCOL: Words(
        "Kun de, der fik det, de blev trukket til, og hvor intet brød planen.",
        "Only those who received what they were drawn to, and where nothing broke the plan.",
    ),
    Estimand.SWAPPED_AS_RECEIVED: Words(
        "I blokke, hvor der blev byttet om, tæller folk som modtaget, ellers som trukket.",
        "In blocks where arms were swapped people count as received, elsewhere as drawn.",
    ),
    Estimand.SWAPPED_LEFT_OUT: Words(
        "Blokke, hvor der blev byttet om, er taget helt ud.",
        "Blocks where arms were swapped are left out altogether.",
    ),
}


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """The persons an answer is about, and which of them count as treated, one a person."""

    estimand: Estimand
    persons: tuple[PersonDrawn, ...]
    treated: Bools

    def among(self, rows: Bools) -> Sample:
        """Give those of the persons for whom `rows` holds."""
        kept = tuple(one for one, row in zip(self.persons, rows, strict=True) if row)
        return Sample(self.estimand, kept, self.treated[rows])

    @property
    def blocks(self) -> list[str]:
        """The block of each person."""
        return [one.block for one in self.persons]

    def sizes(self) -> tuple[int, int]:
        """Give how many count as treated, and how many as control."""
        return int(self.treated.sum()), int((~self.treated).sum())


def sample(extract: Extract, arms: Arms, estimand: Estimand) -> Sample:
    """Give the persons an answer is about: nobody who was excluded after the draw, nor of a third arm."""
    swapped = swapped_blocks(extract)
    chosen = []
    for person in extract.persons:
        arm = None if person.excluded else _counts_in(person, estimand, person.block in swapped)
        if arm in (arms.treated.name, arms.control.name):
            chosen.append((person, arm == arms.treated.name))
    persons = tuple(person for person, _treated in chosen)
    return Sample(estimand, persons, np.array([treated for _person, treated in chosen], dtype=np.bool_))


def swapped_blocks(extract: Extract) -> frozenset[str]:
    """Give the blocks that a deviation says were swapped, by its draw or by its person."""
    swaps = [one for one in extract.deviations if one.kind == SWAP]
    draws = {one.draw for one in swaps if one.draw is not None and one.person is None}
    persons = {one.person for one in swaps if one.person is not None}
    return frozenset(one.block for one in extract.persons if one.draw in draws or one.id in persons)


def _counts_in(person: PersonDrawn, estimand: Estimand, swapped: bool) -> str | None:
    """The arm in which a person counts, None where they do not."""
    if estimand is Estimand.AS_RECEIVED:
        return person.received
    if estimand is Estimand.PER_PROTOCOL:
        return person.drawn if person.per_protocol and person.received == person.drawn else None
    if estimand is Estimand.SWAPPED_AS_RECEIVED and swapped:
        return person.received
    if estimand is Estimand.SWAPPED_LEFT_OUT and swapped:
        return None
    return person.drawn
