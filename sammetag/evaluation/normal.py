"""What follows when an estimate is nearly normally distributed: its interval and its test."""

from __future__ import annotations

from math import erfc, sqrt

import numpy as np
from scipy.special import chdtrc, ndtri

from sammetag.evaluation.arrays import Floats
from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.figures import number
from sammetag.evaluation.result import LEVEL, Estimate, Interval, Test, Undefined
from sammetag.words import Words

_LEVEL = Words(
    "Niveauet {level} skal ligge mellem 0 og 1. 0,95 er det almindelige.",
    "The level {level} must lie between 0 and 1. 0.95 is the usual one.",
)
NO_SPREAD = Words(
    "Tallet har ingen spredning i disse data, for der skete for lidt. "
    "Følg personerne længere, eller tag flere med.",
    "The number has no spread in these data, since too little happened. "
    "Follow the persons longer, or include more.",
)
# What is smaller, as a share of the largest, is only rounding.
_ROUNDING = 1e-10


def deviations(level: float) -> float:
    """Give how many standard errors an interval of that level reaches to each side: 1.96 for 0.95.

    Raises InputRefused for a level that is not between 0 and 1.
    """
    if not 0 < level < 1:
        raise InputRefused(_LEVEL.filled(level=number(level)), f"level {level}")
    return float(ndtri((1 + level) / 2))


def around(value: float, standard_error: float, level: float = LEVEL) -> Estimate:
    """Give the value with its interval, as many standard errors to each side as the level asks for.

    The interval is Undefined where the standard error is 0: no data are that certain.
    """
    reach = deviations(level) * standard_error
    if not standard_error > 0:
        return Estimate(value, Undefined(NO_SPREAD), standard_error)
    return Estimate(value, Interval(value - reach, value + reach, level), standard_error)


def against_zero(value: float, standard_error: float) -> Test | Undefined:
    """Say how often chance alone gives a value so far from 0; `statistic`: in standard errors."""
    if not standard_error > 0:
        return Undefined(NO_SPREAD)
    z = value / standard_error
    return Test(z, erfc(abs(z) / sqrt(2)))


def jointly(values: Floats, covariance: Floats) -> Test | None:
    """Say how often chance alone gives several values so far from 0; None where none of them can vary.

    Values that follow from the others, as the last of several differences that sum to 0, change nothing.
    """
    degrees = int(np.linalg.matrix_rank(covariance, rtol=_ROUNDING, hermitian=True))
    if not degrees:
        return None
    statistic = float(values @ np.linalg.pinv(covariance, rtol=_ROUNDING, hermitian=True) @ values)
    return chi_square(statistic, degrees)


def chi_square(statistic: float, degrees: int) -> Test:
    """Give the test of a statistic that is chi-square distributed when nothing differs."""
    # Rounding may leave less than nothing.
    found = max(statistic, 0.0)
    return Test(found, float(chdtrc(degrees, found)), degrees)
