"""Who left, and who was taken out after the draw: whether one arm lost more than the other."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sammetag.evaluation.trial.arms import Arms
from sammetag.evaluation.trial.extract import Extract
from sammetag.evaluation.trial.shares_ended import Counted, had_or_not


@dataclass(frozen=True, slots=True)
class Leaving:
    """Of those drawn, how many of each arm left, were excluded after the draw, or either of them."""

    left: Counted
    excluded: Counted
    either: Counted


def leaving_of(extract: Extract, arms: Arms) -> Leaving:
    """Say how many of each arm, as drawn, left or were excluded, and how far the arms are apart in that."""
    names = (arms.treated.name, arms.control.name)
    drawn = [one for one in extract.persons if one.drawn in names]
    treated = np.array([one.drawn == arms.treated.name for one in drawn], dtype=np.bool_)
    left = np.array([bool(one.left) for one in drawn], dtype=np.bool_)
    excluded = np.array([bool(one.excluded) for one in drawn], dtype=np.bool_)
    level = extract.protocol.analysis.level
    found = (had_or_not(one, treated, level) for one in (left, excluded, left | excluded))
    return Leaving(*found)
