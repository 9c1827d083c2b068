"""Restricted mean: how long persons go without the event on average, within a limit set beforehand."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, hypot, inf, log, sqrt

import numpy as np

from sammetag.evaluation.curve import reach_of
from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.figures import number
from sammetag.evaluation.followed import Followed
from sammetag.evaluation.groups import among, require_from_the_start, two_arms
from sammetag.evaluation.normal import against_zero, around
from sammetag.evaluation.result import LEVEL, Estimate, Interval, Method, Test, Undefined
from sammetag.evaluation.survival import ProductLimit, product_limit
from sammetag.words import Words

METHOD = Method(
    Words(
        "Gennemsnitlig tid uden hændelsen inden for de første {tau} tidsenheder: arealet under Kaplan-Meiers "
        "kurve. Den kræver ikke, at forskellen mellem grupperne er den samme hele vejen.",
        "Mean time without the event within the first {tau} units of time: the area under the curve of "
        "Kaplan-Meier. It does not require the difference between the arms to be the same all along.",
    ),
    "Royston & Parmar (2013), BMC Medical Research Methodology 13:152; Uno et al. (2014), JCO 32",
)
_RESTRICTED_MEAN = Words("gennemsnitlig tid inden for en grænse", "The mean time within a limit")
_NO_LIMIT = Words(
    "Grænsen {tau} skal være over 0. Vælg den, før data ses, for eksempel 104 uger.",
    "The limit {tau} must be above 0. Choose it before the data are seen, for instance 104 weeks.",
)
_BEYOND = Words(
    "Grænsen {tau} ligger efter den sidste tid, data kan fortælle om: {last}. Vælg højst {last}.",
    "The limit {tau} lies after the last time that the data can tell of: {last}. Choose {last} at most.",
)
_BEYOND_AN_ARM = Words(
    "Grænsen {tau} ligger efter den sidste tid, begge grupper kan fortælle om: {last}. Vælg højst {last}.",
    "The limit {tau} lies after the last time that both arms can tell of: {last}. Choose {last} at most.",
)
_ONE_SIDED = Words(
    "I en af grupperne nåede ingen hændelsen inden grænsen, eller alle nåede den samtidig, så intervallerne "
    "bygger kun på den anden gruppe og er for smalle. Sammenlign de to tal, som de står.",
    "In one of the arms nobody reached the event within the limit, or all did at the same time, so the "
    "intervals rest on the other arm alone and are too narrow. Compare the two numbers as they stand.",
)
_AT_ONCE = Words(
    "I en gruppe havde alle hændelsen ved tid 0, så der er intet forhold mellem de to tider.",
    "In one arm all had the event at time 0, so there is no ratio of the two times.",
)


@dataclass(frozen=True, slots=True, eq=False)
class RestrictedMean:
    """The mean time without the event, within the first `tau` units of time, in those units."""

    tau: float
    persons: int
    mean: Estimate
    method: Method


@dataclass(frozen=True, slots=True, eq=False)
class RestrictedMeans:
    """The mean times of both arms and how far they are apart: treated minus control, treated over control.

    The interval and the test of `ratio` are those of its logarithm, whose standard error it carries.
    """

    treated: RestrictedMean
    control: RestrictedMean
    difference: Estimate
    difference_test: Test | Undefined
    ratio: Estimate | Undefined
    ratio_test: Test | Undefined
    method: Method
    warnings: tuple[Words, ...]


def restricted_mean(followed: Followed, tau: float, *, level: float = LEVEL) -> RestrictedMean:
    """Say how long persons go without the event on average, counting no longer than until `tau`.

    `tau` is in the unit of `followed`. The variance is that of the area under the curve, each event counting
    by the area that comes after it, with Greenwood's terms. Raises InputRefused for a limit that is not above
    0 or lies beyond what the data tell of, and for persons who came under observation late.
    Source: Royston & Parmar (2013); R's print(survfit(...), rmean = tau).
    """
    require_from_the_start(followed, _RESTRICTED_MEAN)
    product = product_limit(followed)
    _require_told(tau, _reach(product), _BEYOND)
    return _mean(product, tau, level)


def restricted_means(
    followed: Followed, treated: object, tau: float, *, level: float = LEVEL
) -> RestrictedMeans:
    """Say how much longer the treated go without the event on average, counting no longer than until `tau`.

    `treated`: True or False, one a row. The limit must lie where both arms can still tell: where an arm was
    followed that long, or all its persons have had the event. Raises InputRefused where it does not, and for
    what `restricted_mean` refuses. Source: Uno et al. (2014); R's survRM2::rmst2 does the same.
    """
    arm = two_arms(treated, len(followed))
    require_from_the_start(followed, _RESTRICTED_MEAN)
    products = product_limit(among(followed, arm)), product_limit(among(followed, ~arm))
    _require_told(tau, min(map(_reach, products)), _BEYOND_AN_ARM)
    first, second = (_mean(one, tau, level) for one in products)
    return _compared(first, second, level)


def _reach(product: ProductLimit) -> float:
    return reach_of(product.table.time, product.free)


def _require_told(tau: float, last: float, sentence: Words) -> None:
    if not 0 < tau < inf:
        raise InputRefused(_NO_LIMIT.filled(tau=number(tau)), f"limit {tau}")
    if tau > last:
        raise InputRefused(sentence.filled(tau=number(tau), last=number(last)), f"limit {tau} beyond {last}")


def _mean(product: ProductLimit, tau: float, level: float) -> RestrictedMean:
    table = product.table
    width = np.diff(np.minimum(np.append(table.time, tau), tau))
    area_after = np.cumsum((product.free * width)[::-1])[::-1]
    error = sqrt(float(area_after**2 @ product.spread))
    return RestrictedMean(
        tau=tau,
        persons=int(table.at_risk[0]),
        mean=around(float(area_after[0]), error, level),
        method=_method(tau),
    )


def _method(tau: float) -> Method:
    return Method(METHOD.words.filled(tau=number(tau)), METHOD.source)


def _compared(treated: RestrictedMean, control: RestrictedMean, level: float) -> RestrictedMeans:
    first, second = treated.mean, control.mean
    spread = hypot(first.standard_error or 0, second.standard_error or 0)
    ratio, ratio_test = _ratio(first, second, level)
    return RestrictedMeans(
        treated=treated,
        control=control,
        difference=around(first.value - second.value, spread, level),
        difference_test=against_zero(first.value - second.value, spread),
        ratio=ratio,
        ratio_test=ratio_test,
        method=treated.method,
        warnings=(_ONE_SIDED,) if spread > 0 and not (first.standard_error and second.standard_error) else (),
    )


def _ratio(
    treated: Estimate, control: Estimate, level: float
) -> tuple[Estimate | Undefined, Test | Undefined]:
    if not (treated.value > 0 and control.value > 0):
        return Undefined(_AT_ONCE), Undefined(_AT_ONCE)
    parts = ((one.standard_error or 0) / one.value for one in (treated, control))
    spread, logarithm = hypot(*parts), log(treated.value / control.value)
    inside = around(logarithm, spread, level).interval
    if isinstance(inside, Interval):
        inside = Interval(exp(inside.low), exp(inside.high), level)
    return Estimate(exp(logarithm), inside, spread), against_zero(logarithm, spread)
