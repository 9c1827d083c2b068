"""Whether the difference that a trial was said to be able to show is the one that its size allows."""

from __future__ import annotations

from fractions import Fraction
from math import sqrt

from scipy import optimize, stats

from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.published.figures import Figure
from sammetag.evaluation.published.rounding import in_words
from sammetag.evaluation.published.verdicts import Expected, Finding, found
from sammetag.words import Words

_DETECTABLE = Words(
    "Med {size} i hver gruppe, {control} procent i den ene, styrke {power} procent og tosidet "
    "signifikansniveau {level} procent kan {expected} procent i den anden påvises",
    "With {size} in each group, {control} per cent in one, power {power} per cent and two-sided "
    "significance level {level} per cent, {expected} per cent in the other can be detected",
)
_NO_SHARE = Words(
    "»{id}«: ingen andel kan påvises med de tal. Kontrollér gruppens størrelse og andelen.",
    "'{id}': no share can be detected with those figures. Check the size of the group and the share.",
)


def detectable(figure: Figure, *, control: Figure, size: Figure, power: Fraction, level: Fraction) -> Finding:
    """Say whether a printed share is the smallest above the control's that a trial can detect.

    `size` is how many are in each group; `power` and `level` are in per cent. Raises InputRefused
    where none can be detected.
    """
    low, per_group = float(control.value / 100), int(size.value)
    wanted, alpha = float(power / 100), float(level / 100)
    if not (0 < low < 1 and power_of(low, 1.0, per_group, alpha) >= wanted):
        raise InputRefused(_NO_SHARE.filled(id=figure.id), f"no detectable share for {figure.id}")
    high = optimize.brentq(lambda share: power_of(low, share, per_group, alpha) - wanted, low, 1.0)
    said = {
        "size": size.words,
        "control": control.words,
        "power": in_words(power, 0),
        "level": in_words(level, 0),
    }
    expected = Expected.exact(Fraction(100 * high))
    return found(figure, expected, _DETECTABLE, behind=[control, size], said=said)


def power_of(one: float, other: float, per_group: int, level: float) -> float:
    """Give the probability that a two-sided test shows the difference between two shares.

    By the normal approximation of R's power.prop.test: Fleiss, Levin and Paik, Statistical Methods for
    Rates and Proportions (2003), 4.2.
    """
    middle = (one + other) / 2
    by_chance = stats.norm.isf(level / 2) * sqrt(2 * middle * (1 - middle))
    spread = sqrt(one * (1 - one) + other * (1 - other))
    return float(stats.norm.cdf((sqrt(per_group) * abs(one - other) - by_chance) / spread))
