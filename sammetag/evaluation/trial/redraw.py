"""The draw repeated in the real blocks: only the arms as drawn can be drawn again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from sammetag.evaluation.randomisation import Blocks, Redrawn
from sammetag.evaluation.result import Undefined
from sammetag.evaluation.trial.arms import arms_of
from sammetag.evaluation.trial.extract import Extract
from sammetag.evaluation.trial.samples import Estimand, Sample
from sammetag.evaluation.trial.shares_ended import or_why
from sammetag.words import Words

_NOT_DRAWN = Words(
    "Lodtrækningen kan kun gentages for grupperne, som de blev trukket.",
    "The draw can be repeated only for the arms as they were drawn.",
)


def redraw(
    extract: Extract, sample: Sample, name: str, ask: Callable[[Blocks, int], Redrawn]
) -> Redrawn | Undefined:
    """Ask a question of the draw repeated in the blocks of a sample, or say why it cannot be asked.

    The seed comes from the trial and the outcome, so that the same extract gives the same p. Where the shares
    are hidden from whoever is blind, each block keeps the seats it has.
    """
    if sample.estimand is not Estimand.AS_DRAWN:
        return Undefined(_NOT_DRAWN)
    arms = arms_of(extract)
    ratio = None if extract.hidden.shares else (arms.treated.share, arms.control.share)
    return or_why(lambda: ask(Blocks(sample.treated, sample.blocks, ratio), seed_of(extract, name)))


def seed_of(extract: Extract, name: str) -> int:
    """Give the seed of an outcome's redraws: the first eight bytes of SHA-256 of 'trial/outcome'."""
    return int.from_bytes(hashlib.sha256(f"{extract.trial}/{name}".encode()).digest()[:8], "big")
