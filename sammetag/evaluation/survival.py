"""Kaplan-Meier: how large a share is still without the event, as time goes."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

import numpy as np

from sammetag.evaluation.arrays import Floats
from sammetag.evaluation.curve import Curve, LifeTable, drawn, life_table, reach_of
from sammetag.evaluation.figures import number
from sammetag.evaluation.followed import Followed
from sammetag.evaluation.result import LEVEL, Estimate, Interval, Method, Undefined
from sammetag.words import Words

HALF = 0.5
# A product of many shares that should be a half is a half but for the last digits: as R's survfit.
NEARLY = 1.5e-8

METHOD = Method(
    Words(
        "Kaplan-Meier: andelen, der endnu ikke har haft hændelsen. De, der ikke kunne følges længere, "
        "tæller med, så længe de blev fulgt. Usikkerhed efter Greenwood; interval på log(-log)-skala.",
        "Kaplan-Meier: the share that has not yet had the event. Those who could be followed no longer "
        "count for as long as they were. Uncertainty by Greenwood; interval on the scale log(-log).",
    ),
    "Kaplan & Meier (1958), JASA 53; Greenwood (1926); Brookmeyer & Crowley (1982), Biometrics 38 (median)",
)
_NOT_HALF = Words(
    "Færre end halvdelen nåede hændelsen, mens de blev fulgt, så medianen kendes ikke. "
    "Følg dem længere, eller brug den gennemsnitlige tid inden for en grænse.",
    "Fewer than half reached the event while they were followed, so the median is not known. "
    "Follow them longer, or use the mean time within a limit.",
)
_NO_LIMITS = Words(
    "Kurvens interval når ikke ned på en halv, så medianens interval kendes ikke. Følg flere eller længere.",
    "The interval of the curve does not come down to a half, so the interval of the median is not known. "
    "Follow more persons, or longer.",
)
_OPEN = Words(
    "Medianens interval er åbent opad: data udelukker ikke, at halvdelen aldrig når hændelsen.",
    "The interval of the median is open above: the data do not rule out that half never reach the event.",
)
_EMPTIED = Words(
    "Ved tidspunkt {time} fik alle, der da var under observation, hændelsen, og kurven faldt til 0, men "
    "flere kom ind senere. Begynd kurven senere, hvor flere er under observation.",
    "At time {time} all who were then under observation had the event, and the curve fell to 0, but others "
    "came in later. Begin the curve later, when more are under observation.",
)


@dataclass(frozen=True, slots=True, eq=False)
class KaplanMeier:
    """The share without the event over time, with the median time until it.

    The end of the median's interval is infinite where the data do not bound it; a warning says so.
    """

    persons: int
    events: int
    curve: Curve
    median: Estimate | Undefined
    method: Method
    warnings: tuple[Words, ...]


@dataclass(frozen=True, slots=True, eq=False)
class ProductLimit:
    """The share without the event after each time, and what each adds to the variance of its logarithm."""

    table: LifeTable
    free: Floats
    spread: Floats


def kaplan_meier(followed: Followed, *, level: float = LEVEL) -> KaplanMeier:
    """Say how large a share is still without the event as time goes, and when half have had it.

    An event is an ending of any cause; where causes exclude each other, `incidence` tells them apart. Times
    are in the unit of `followed`. Those who came under observation late count from then on (left truncation).
    The median follows R: the first time that the curve is at a half or below, and where it lies exactly at a
    half, the middle of that step. Its interval is read off the interval of the curve in the same way.
    Raises InputRefused for a level that is not between 0 and 1.
    Source: Kaplan & Meier (1958); Greenwood (1926); Brookmeyer & Crowley (1982); R's survival::survfit.
    """
    product = product_limit(followed)
    table = product.table
    standard_error = product.free * np.sqrt(product.spread.cumsum())
    curve = drawn(table, product.free, standard_error, reach=reach_of(table.time, product.free), level=level)
    median = _median(curve)
    return KaplanMeier(
        persons=len(followed),
        events=int(table.events.sum()),
        curve=curve,
        median=median,
        method=METHOD,
        warnings=tuple(_warnings(curve, median)),
    )


def product_limit(followed: Followed) -> ProductLimit:
    """Give the share without the event after each time, with Greenwood's terms of its variance."""
    table = life_table(followed)
    # Where nobody is under observation nobody leaves, and nothing changes.
    at_risk = np.maximum(table.at_risk, 1)
    stayed = at_risk - table.events
    share: Floats = np.asarray(stayed / at_risk, dtype=np.float64)
    spread: Floats = np.where(stayed > 0, table.events / (at_risk * np.maximum(stayed, 1)), 0.0)
    return ProductLimit(table, share.cumprod(), spread)


def _median(curve: Curve) -> Estimate | Undefined:
    median = _when_half(curve.time, curve.estimate)
    if median is None:
        return Undefined(_NOT_HALF)
    low = _when_half(curve.time[curve.banded], curve.low[curve.banded])
    if low is None:
        return Estimate(median, Undefined(_NO_LIMITS))
    high = _when_half(curve.time[curve.banded], curve.high[curve.banded])
    return Estimate(median, Interval(low, inf if high is None else high, curve.level))


def _when_half(time: Floats, share: Floats) -> float | None:
    """Give the first time that the share is at most a half; the middle of the step if it is exactly that."""
    reached = np.flatnonzero(share < HALF + NEARLY)
    if not len(reached):
        return None
    first = reached[0]
    below = np.flatnonzero(share < share[first])
    if abs(share[first] - HALF) < NEARLY and len(below):
        return float(time[first] + time[below[0]]) / 2
    return float(time[first])


def _warnings(curve: Curve, median: Estimate | Undefined) -> list[Words]:
    found = []
    if isinstance(median, Estimate) and isinstance(median.interval, Interval) and median.interval.high == inf:
        found.append(_OPEN)
    emptied = np.flatnonzero(curve.estimate == 0)
    if len(emptied) and curve.at_risk[emptied[0] + 1 :].any():
        found.append(_EMPTIED.filled(time=number(float(curve.time[emptied[0]]))))
    return found
