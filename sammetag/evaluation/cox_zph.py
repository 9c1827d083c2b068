"""Whether hazards stay in proportion: whether a hazard ratio of Cox regression moves as time goes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from sammetag.evaluation.arrays import Bools, Floats, refuse_first
from sammetag.evaluation.cox_fit import fit
from sammetag.evaluation.cox_model import CoxModel
from sammetag.evaluation.cox_sets import RiskSets
from sammetag.evaluation.cox_words import one_sided, warnings_of
from sammetag.evaluation.followed import Followed
from sammetag.evaluation.normal import chi_square
from sammetag.evaluation.result import Method, Test, Undefined
from sammetag.words import Words

# What is left of a variance when all of it can be told from the coefficients is rounding.
_NOTHING_LEFT = 1e-10


class Transform(StrEnum):
    """The clock by which a hazard ratio may move: the share with the event, rank, time, or its logarithm."""

    KM = "km"
    RANK = "rank"
    IDENTITY = "identity"
    LOG = "log"


_METHOD = Words(
    "Score-test af, om hazard ratio ændrer sig med tiden ({clock}). En lille p betyder, at den gør, og at "
    "ét tal for hele perioden er et gennemsnit.",
    "Score test of whether the hazard ratio moves with time ({clock}). A small p means that it does, and "
    "that one number for the whole period is an average.",
)
_CLOCKS = {
    Transform.KM: Words("målt i Kaplan-Meiers andel", "measured in the share of Kaplan-Meier"),
    Transform.RANK: Words("målt i tidernes rækkefølge", "measured in the rank of the times"),
    Transform.IDENTITY: Words("målt i tiden selv", "measured in time itself"),
    Transform.LOG: Words("målt i tidens logaritme", "measured in the logarithm of time"),
}
_SOURCE = "Grambsch & Therneau (1994), Biometrika 81; as survival::cox.zph since version 3.0"
_NO_LOGARITHM = Words(
    "Række {row}: hændelsen ligger på tid 0, som ingen logaritme har. Vælg en anden tidsskala.",
    "Row {row}: the event is at time 0, which has no logarithm. Choose another scale of time.",
)
_TOO_FEW_TIMES = Words(
    "Hændelserne ligger på så få tidspunkter, at det ikke kan ses, om hazard ratio ændrer sig. Følg dem "
    "længere.",
    "The events are at so few times that it cannot be seen whether the hazard ratio moves. Follow them "
    "longer.",
)


@dataclass(frozen=True, eq=False, slots=True)
class Proportionality:
    """Tests of proportional hazards: of each covariate with one degree of freedom, and of all `together`.

    Undefined for a covariate without a hazard ratio, and where the events are at too few times to tell.
    """

    covariates: Mapping[str, Test | Undefined]
    together: Test | Undefined
    transform: Transform
    method: Method
    warnings: tuple[Words, ...]


def cox_zph(model: CoxModel, *, transform: Transform = Transform.KM) -> Proportionality:
    """Say whether the hazard ratios of a Cox regression stay the same over time.

    The score test of coefficients that move in step with the transformed time, at the fitted ones. Raises
    InputRefused as `cox` does, and for the logarithm of time 0. Source: Grambsch & Therneau (1994). Equals
    R's survival::cox.zph (version 3.0 and later).
    """
    fitted = fit(model)
    clock = _clock(model, fitted.likelihood.sets, transform)
    point, information, likelihood = fitted.peak.point, fitted.peak.information, fitted.likelihood
    between = likelihood.information(point, clock)
    left = likelihood.information(point, clock**2) - between @ np.linalg.pinv(information) @ between
    score = likelihood.score(point, clock)
    tests = {
        name: _test(score[one], left[one, one], information[one, one])
        for name, one in ((name, slice(place, place + 1)) for place, name in enumerate(fitted.names))
    }
    return Proportionality(
        covariates={
            name: tests[name] if name in tests else one_sided(name, fitted.one_sided[name])
            for name in model.covariates
        },
        together=_test(score, left, information),
        transform=transform,
        method=Method(_METHOD.filled(clock=_CLOCKS[transform]), _SOURCE),
        warnings=warnings_of(model, converged=fitted.peak.converged),
    )


def _test(score: Floats, left: Floats, information: Floats) -> Test | Undefined:
    """Test a score by what the coefficients leave of its variance, unless they leave nothing."""
    size = np.sqrt(np.diag(information))
    if not len(score) or np.linalg.eigvalsh(left / np.outer(size, size)).min() < _NOTHING_LEFT:
        return Undefined(_TOO_FEW_TIMES)
    return chi_square(float(score @ np.linalg.solve(left, score)), len(score))


def _clock(model: CoxModel, sets: RiskSets, transform: Transform) -> Floats:
    """Give the transformed time of each moment, with mean 0 and variance 1 over the events.

    Coefficients take up what does not move, and the unit of the clock takes no part in the test.
    """
    clock = _transformed(model, sets.time, transform)
    clock = clock - np.average(clock, weights=sets.events)
    size = np.sqrt(np.average(clock**2, weights=sets.events))
    return clock / (size or 1.0)


def _transformed(model: CoxModel, moments: Floats, transform: Transform) -> Floats:
    """Give the time of each moment by another clock; the share and the rank are those among all rows."""
    followed = model.followed
    if transform is Transform.KM:
        return _had_before(followed, model.event, moments)
    if transform is Transform.RANK:
        times = np.sort(followed.time)
        below, until = np.searchsorted(times, moments), np.searchsorted(times, moments, side="right")
        ranks = np.asarray(below + until, np.float64)
        return (ranks + 1) / 2
    if transform is Transform.LOG:
        refuse_first(model.event & (followed.time == 0), _NO_LOGARITHM, "logarithm of time 0")
        return np.log(moments)
    return moments


def _had_before(followed: Followed, event: Bools, moments: Floats) -> Floats:
    """Give the share that has had the event before each moment, by Kaplan-Meier over all strata."""
    times, events = np.unique(followed.time[event], return_counts=True)
    at_risk = len(followed) - np.searchsorted(np.sort(followed.time), times)
    if followed.entry is not None:
        at_risk -= len(followed) - np.searchsorted(np.sort(followed.entry), times)
    free: Floats = np.cumprod(np.append(1.0, 1 - events / at_risk), dtype=np.float64)
    return 1 - free[np.searchsorted(times, moments)]
