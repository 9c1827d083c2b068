"""Where the partial likelihood is highest: Newton's steps, halved until they lead upwards."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sammetag.evaluation.arrays import Floats
from sammetag.evaluation.cox_likelihood import PartialLikelihood, Point

TOLERANCE = 1e-9
MOST_STEPS, MOST_HALVINGS = 25, 30
# What two likelihoods may differ by through rounding alone, as a share of them.
_ROUNDING = 1e-12


@dataclass(frozen=True, eq=False, slots=True)
class Peak:
    """The highest point found, the information there, and whether it is the highest indeed."""

    point: Point
    information: Floats
    converged: bool


def climbed(likelihood: PartialLikelihood, point: Point) -> Peak:
    """Climb from a point until the likelihood and the score, in its standard deviations, no longer move."""
    before = -np.inf
    for _ in range(MOST_STEPS):
        score, information = likelihood.score(point), likelihood.information(point)
        step = np.linalg.pinv(information, hermitian=True) @ score
        still = abs(point.log_likelihood - before) <= TOLERANCE * (1 + abs(point.log_likelihood))
        if still and 0 <= score @ step <= TOLERANCE**2:
            return Peak(point, information, converged=True)
        before = point.log_likelihood
        point = _upwards(likelihood, point, step)
    return Peak(point, likelihood.information(point), converged=False)


def _upwards(likelihood: PartialLikelihood, point: Point, step: Floats) -> Point:
    """Take the step, or as much of it as does not lead downwards; stay where nothing does."""
    for _ in range(MOST_HALVINGS):
        found = likelihood.at(point.beta + step)
        if found.log_likelihood >= point.log_likelihood - _ROUNDING * (1 + abs(point.log_likelihood)):
            return found
        step = step / 2
    return point
