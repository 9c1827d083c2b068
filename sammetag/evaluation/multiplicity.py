"""What is a p worth, when it is one of several? Adjusted for all tests that were asked together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np

from sammetag.evaluation.arrays import Floats, floats, refuse_first
from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.result import LEVEL, Method
from sammetag.words import Words

_P = Words("p", "p")
_NO_P = Words(
    "Række {row}: p skal ligge mellem 0 og 1. Kontrollér tallet.",
    "Row {row}: p must lie between 0 and 1. Check the number.",
)
_NO_TESTS = Words("Der er ingen p at justere.", "There is no p to adjust.")
_ALONE = Words(
    "Der er kun én test, så intet er justeret.", "There is one test only, so nothing was adjusted."
)


class Way(Enum):
    """How p is adjusted; Holm's where one false finding is one too many, as it mostly is in a trial."""

    HOLM = Method(
        Words(
            "p er justeret med Holms metode: risikoen for at finde bare én forskel, der ikke er der, er ikke "
            "større for alle test tilsammen end for én alene.",
            "p is adjusted by Holm's method: the risk of finding even one difference that is not there is no "
            "larger for all tests together than for one alone.",
        ),
        "Holm (1979), Scand J Stat 6:65",
    )
    BONFERRONI = Method(
        Words(
            "p er ganget med antallet af test (Bonferroni). Holms metode er lige så sikker og finder mere.",
            "p was multiplied by the number of tests (Bonferroni). Holm's method is as safe and finds more.",
        ),
        "Dunn (1961), JASA 56:52",
    )
    BENJAMINI_HOCHBERG = Method(
        Words(
            "p er justeret med Benjamini og Hochbergs metode: af de forskelle, den finder, er i gennemsnit "
            "ikke flere falske, end niveauet tillader.",
            "p is adjusted by Benjamini and Hochberg's method: of the differences it finds, on average no "
            "more are false than the level allows.",
        ),
        "Benjamini & Hochberg (1995), JRSS B 57:289",
    )


@dataclass(frozen=True, slots=True)
class Adjusted:
    """The adjusted p of each test, in the order asked, and which of them hold at the level."""

    p: tuple[float, ...]
    holds: tuple[bool, ...]
    method: Method
    warnings: tuple[Words, ...]


def adjust(p: Sequence[float], way: Way = Way.HOLM, level: float = LEVEL) -> Adjusted:
    """Say what each p is worth, being one of so many.

    `p`: those of all tests of the family, as the plan names it, also of those that showed nothing. Adjusting
    only the smallest adjusts nothing. Raises InputRefused for none, and for what is no p, with its row.
    """
    given = floats(p, _P)
    if not len(given):
        raise InputRefused(_NO_TESTS, "no tests")
    refuse_first((given < 0) | (given > 1), _NO_P, "no p")
    adjusted = np.minimum(_ADJUST[way](given), 1.0)
    holds = adjusted <= 1 - level
    warnings = (_ALONE,) if len(given) == 1 else ()
    return Adjusted(tuple(adjusted.tolist()), tuple(holds.tolist()), way.value, warnings)


def _holm(p: Floats) -> Floats:
    """The smallest times all tests, the next times one fewer; never below a smaller one's."""
    order = np.argsort(p, kind="stable")
    stepped = np.maximum.accumulate(p[order] * np.arange(len(p), 0, -1))
    return _put_back(stepped, order)


def _benjamini_hochberg(p: Floats) -> Floats:
    """The largest as it is, the next times all tests by its rank; never above a larger one's."""
    order = np.argsort(-p, kind="stable")
    stepped = np.minimum.accumulate(p[order] * len(p) / np.arange(len(p), 0, -1))
    return _put_back(stepped, order)


def _bonferroni(p: Floats) -> Floats:
    return np.asarray(p * len(p))


def _put_back(values: Floats, order: np.ndarray[tuple[int], np.dtype[np.intp]]) -> Floats:
    found = np.empty_like(values)
    found[order] = values
    return found


_ADJUST = {Way.HOLM: _holm, Way.BONFERRONI: _bonferroni, Way.BENJAMINI_HOCHBERG: _benjamini_hochberg}
