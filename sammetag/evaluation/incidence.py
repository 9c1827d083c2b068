"""Cumulative incidence: how large a share has ended by each cause, the causes excluding each other."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot, inf

import numpy as np

from sammetag.evaluation.arrays import Floats, Ints
from sammetag.evaluation.curve import Curve, drawn, happening_at, reach_of
from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.figures import number
from sammetag.evaluation.followed import Followed
from sammetag.evaluation.groups import among, events_of, require_from_the_start, two_arms
from sammetag.evaluation.normal import against_zero, around
from sammetag.evaluation.result import LEVEL, Estimate, Method, Test, Undefined
from sammetag.evaluation.survival import ProductLimit, product_limit
from sammetag.words import Words

METHOD = Method(
    Words(
        "Aalen-Johansen: andelen, der er sluttet med hver årsag. De, der sluttede med en anden årsag, kan "
        "ikke længere slutte med denne; de regnes ikke som om de kunne, sådan som 1 minus Kaplan-Meier "
        "ville gøre. Usikkerhed efter Aalen med rettelse for samtidige hændelser (som R's cmprsk); interval "
        "på log(-log)-skala.",
        "Aalen-Johansen: the share that has ended by each cause. Those who ended by another cause can no "
        "longer end by this one; they are not treated as if they could, as 1 minus Kaplan-Meier would. "
        "Uncertainty by Aalen, corrected for events at the same time (as R's cmprsk); interval on the scale "
        "log(-log).",
    ),
    "Aalen & Johansen (1978), Scandinavian Journal of Statistics 5; Aalen (1978), Annals of Statistics 6; "
    "Choudhury (2002), Statistics in Medicine 21 (interval)",
)
_INCIDENCE = Words("kumuleret incidens", "Cumulative incidence")
_BEYOND = Words(
    "Tidspunkt {time} ligger efter den sidste tid, begge grupper kan fortælle om: {last}. Vælg højst {last}.",
    "Time {time} lies after the last time that both arms can tell of: {last}. Choose {last} at most.",
)
_BEFORE = Words(
    "Tidspunkt {time} skal være 0 eller mere. Vælg det, før data ses, for eksempel 104 uger.",
    "Time {time} must be 0 or more. Choose it before the data are seen, for instance 104 weeks.",
)
_ONE_SIDED = Words(
    "I en af grupperne var ingen eller alle sluttet med årsagen, så forskellens interval bygger kun på den "
    "anden gruppe og er for smalt. Sammenlign de to tal, som de står.",
    "In one of the arms nobody or everybody had ended by the cause, so the interval of the difference rests "
    "on the other arm alone and is too narrow. Compare the two numbers as they stand.",
)


@dataclass(frozen=True, slots=True, eq=False)
class Incidence:
    """The share that has ended by one cause; in its curve `events` and `censored` count every cause."""

    cause: int
    events: int
    curve: Curve


@dataclass(frozen=True, slots=True, eq=False)
class CumulativeIncidence:
    """The shares that have ended by each cause that occurs, in order of their numbers.

    At every time they and the share of those who have not ended sum to 1.
    """

    persons: int
    causes: tuple[Incidence, ...]
    method: Method

    def of(self, cause: int) -> Incidence:
        """Give the share of one cause; raises KeyError where nobody ended by it."""
        for one in self.causes:
            if one.cause == cause:
                return one
        raise KeyError(cause)


@dataclass(frozen=True, slots=True, eq=False)
class IncidenceDifference:
    """How large a share of each arm has ended by a cause at a time, and how far they are apart.

    `difference` is treated minus control, in shares: 0.1 is ten percentage points.
    """

    cause: int
    time: float
    treated: Estimate
    control: Estimate
    difference: Estimate
    test: Test | Undefined
    method: Method
    warnings: tuple[Words, ...]


def cumulative_incidence(followed: Followed, *, level: float = LEVEL) -> CumulativeIncidence:
    """Say how large a share has ended by each cause as time goes, where the causes exclude each other.

    Times are in the unit of `followed`; events come before censorings at the same time, and ties are exact.
    Raises InputRefused where nobody had an event, and for persons who came under observation late.
    Source: Aalen & Johansen (1978); R's cmprsk::cuminc, whose variance is used (etm's is Greenwood's).
    """
    require_from_the_start(followed, _INCIDENCE)
    causes = np.unique(followed.ending[events_of(followed, None)])
    product = product_limit(followed)
    return CumulativeIncidence(
        persons=len(followed),
        causes=tuple(_incidence(followed, product, int(cause), level) for cause in causes),
        method=METHOD,
    )


def incidence_difference(
    followed: Followed, treated: object, *, cause: int, at: float, level: float = LEVEL
) -> IncidenceDifference:
    """Say how much larger a share of the treated has ended by the cause at the time, in shares.

    `treated`: True or False, one a row; `at` in the unit of `followed`. The arms are independent, so the
    variance of the difference is the sum of theirs. Raises InputRefused for a time beyond what both arms can
    tell of, for a cause that nobody ended by, and for persons who came under observation late.
    """
    arm = two_arms(treated, len(followed))
    require_from_the_start(followed, _INCIDENCE)
    events_of(followed, cause)
    parts = (among(followed, rows) for rows in (arm, ~arm))
    curves = [_incidence(one, product_limit(one), cause, level).curve for one in parts]
    _require_told(at, min(one.reach for one in curves))
    first, second = (one.within_reach(at) for one in curves)
    gap = first.value - second.value
    spread = hypot(first.standard_error or 0, second.standard_error or 0)
    certain = isinstance(first.interval, Undefined) or isinstance(second.interval, Undefined)
    return IncidenceDifference(
        cause=cause,
        time=at,
        treated=first,
        control=second,
        difference=around(gap, spread, level),
        test=against_zero(gap, spread),
        method=METHOD,
        warnings=(_ONE_SIDED,) if certain and spread > 0 else (),
    )


def _require_told(time: float, last: float) -> None:
    if not 0 <= time < inf:
        raise InputRefused(_BEFORE.filled(time=number(time)), f"time {time}")
    if time > last:
        raise InputRefused(_BEYOND.filled(time=number(time), last=number(last)), f"{time} beyond {last}")


def _incidence(followed: Followed, product: ProductLimit, cause: int, level: float) -> Incidence:
    table = product.table
    happened = happening_at(table.time, followed.time[followed.ending == cause])
    share, standard_error = _share(product, happened)
    reach = reach_of(table.time, product.free)
    curve = drawn(table, share, standard_error, reach=reach, level=level)
    return Incidence(cause, int(happened.sum()), curve)


def _share(product: ProductLimit, happened: Ints) -> tuple[Floats, Floats]:
    """Give the share that has ended by the cause after each time, and its standard error.

    Everybody who ends moves the share: by this cause upwards, less what the person could still have added
    later; by another downwards by that. What can still be added after `s` until `t` is (F(t) - F(s)) / S(s).
    """
    free, at_risk = product.free, np.maximum(product.table.at_risk, 1)
    before = np.concatenate([[1.0], free[:-1]])
    share = np.cumsum(before * happened / at_risk)
    # Once nobody is left, nothing can be added later.
    per_left = np.divide(1, free, out=np.zeros_like(free), where=free > 0)
    own = before**2 * _chance(happened, at_risk)
    others = before**2 * _chance(product.table.events - happened, at_risk) * (free > 0)
    reached = 1 + share * per_left
    # (reached - F(t) per_left)^2 and (F(s) per_left - F(t) per_left)^2, summed over all s until t.
    constant = np.cumsum(own * reached**2 + others * (share * per_left) ** 2)
    linear = np.cumsum(own * reached * per_left + others * share * per_left**2)
    square = np.cumsum((own + others) * per_left**2)
    variance = constant - 2 * share * linear + share**2 * square
    return np.minimum(share, 1), np.sqrt(np.maximum(variance, 0))


def _chance(happened: Ints, at_risk: Ints) -> Floats:
    """Give the variance of the share of those at risk who end at a time, drawn without putting back."""
    together = np.where(happened > 1, (happened - 1) / np.maximum(at_risk - 1, 1), 0.0)
    spread: Floats = happened * (1 - together) / at_risk.astype(np.float64) ** 2
    return spread
