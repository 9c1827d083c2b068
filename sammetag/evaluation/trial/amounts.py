"""What an outcome that is a number comes to in each arm, and how far the arms are apart."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import numpy as np
from scipy import stats

from sammetag.evaluation.arrays import Floats, floats
from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.randomisation import Redrawn, difference_redrawn
from sammetag.evaluation.result import Estimate, Interval, Method, Test, Undefined
from sammetag.evaluation.trial.extract import Extract
from sammetag.evaluation.trial.redraw import redraw
from sammetag.evaluation.trial.samples import Sample
from sammetag.evaluation.trial.shares_ended import Counted, counted_by, had_or_not, or_why
from sammetag.words import Words

_VALUE = Words("målet", "the outcome")
_ONE = Words("Der er kun én person i gruppen.", "There is one person only in the arm.")
_NOBODY = Words("Der er ingen i gruppen med et kendt tal.", "Nobody in the arm has a known number.")
_NO_SPREAD = Words(
    "Alle i hver gruppe har samme tal, så forskellen har ingen usikkerhed.",
    "Everybody in each arm has the same number, so the difference has no uncertainty.",
)
ANY, NOT_ONE = Words("Mindst én", "At least one"), Words("Ingen", "None")
NONE, ONE, MORE = Words("0", "0"), Words("1", "1"), Words("2 eller flere", "2 or more")
_METHOD = Method(
    Words(
        "Gennemsnit og median i hver gruppe. Forskellen i gennemsnit har Welchs interval, som ikke kræver, "
        "at grupperne spreder sig lige meget.",
        "Mean and median of each arm. The difference of means has Welch's interval, which does not require "
        "the arms to be equally spread.",
    ),
    "Welch (1947), Biometrika 34:28",
)


@dataclass(frozen=True, slots=True)
class Amount:
    """The numbers of an arm: how many persons, their mean with its interval, median, quartiles, deviation."""

    persons: int
    mean: Estimate | Undefined
    median: float | Undefined
    quartiles: tuple[float, float] | Undefined
    deviation: float | Undefined


@dataclass(frozen=True, slots=True)
class AmountFound:
    """How a number came out; `counted` (0, 1, more) and `any` (at least one) are there for counts of few."""

    treated: Amount
    control: Amount
    difference: Estimate | Undefined
    test: Test | Undefined
    redrawn: Redrawn | Undefined
    counted: Counted | None
    any: Counted | None
    method: Method = _METHOD


def amount_found(
    extract: Extract, sample: Sample, values: list[float | None], *, counts: bool, name: str
) -> AmountFound:
    """Say how a number came out, one a person; `counts`: it counts what most have none of.

    Raises InputRefused for a value that is missing, with its row.
    """
    known = floats([np.nan if one is None else one for one in values], _VALUE)
    level, within = extract.protocol.analysis.level, extract.protocol.analysis.within_blocks
    ours, theirs = known[sample.treated], known[~sample.treated]
    difference, test = _welch(ours, theirs, level)
    label = np.minimum(known, 2).astype(np.int64)
    return AmountFound(
        treated=_amount(ours, level),
        control=_amount(theirs, level),
        difference=difference,
        test=test,
        redrawn=redraw(
            extract,
            sample,
            name,
            lambda blocks, seed: difference_redrawn(known, blocks, seed=seed, stratified=within),
        ),
        counted=counted_by(label, sample.treated, (NONE, ONE, MORE)) if counts else None,
        any=had_or_not(known > 0, sample.treated, level, (ANY, NOT_ONE)) if counts else None,
    )


def _amount(values: Floats, level: float) -> Amount:
    if not len(values):
        none = Undefined(_NOBODY)
        return Amount(0, none, none, none, none)
    low, median, high = (float(one) for one in np.quantile(values, (0.25, 0.5, 0.75)))
    if len(values) == 1:
        mean = Estimate(float(values[0]), Undefined(_ONE))
        return Amount(1, mean, median, (low, high), Undefined(_ONE))
    deviation = float(values.std(ddof=1))
    error = deviation / sqrt(len(values))
    reach = float(stats.t.ppf((1 + level) / 2, len(values) - 1)) * error
    value = float(values.mean())
    interval: Interval | Undefined = Interval(value - reach, value + reach, level)
    return Amount(len(values), Estimate(value, interval, error), median, (low, high), deviation)


def _welch(ours: Floats, theirs: Floats, level: float) -> tuple[Estimate | Undefined, Test | Undefined]:
    found = or_why(lambda: _compared(ours, theirs, level))
    return (found, found) if isinstance(found, Undefined) else found


def _compared(ours: Floats, theirs: Floats, level: float) -> tuple[Estimate, Test]:
    if min(len(ours), len(theirs)) < 2:
        raise InputRefused(_ONE if len(ours) and len(theirs) else _NOBODY, "an arm of one or none")
    first, second = ours.var(ddof=1) / len(ours), theirs.var(ddof=1) / len(theirs)
    error = sqrt(first + second)
    if not error:
        raise InputRefused(_NO_SPREAD, "no spread")
    degrees = float((first + second) ** 2 / (first**2 / (len(ours) - 1) + second**2 / (len(theirs) - 1)))
    value = float(ours.mean() - theirs.mean())
    reach = float(stats.t.ppf((1 + level) / 2, degrees)) * error
    p = float(2 * stats.t.sf(abs(value / error), degrees))
    return Estimate(value, Interval(value - reach, value + reach, level), error), Test(value / error, p)
