"""Cox regression: how many times as often the event comes at any moment, for one more of a covariate."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import exp

import numpy as np

from sammetag.evaluation.arrays import Floats
from sammetag.evaluation.cox_fit import Fitted, fit
from sammetag.evaluation.cox_model import CoxModel, Ties
from sammetag.evaluation.cox_robust import robust_covariance
from sammetag.evaluation.cox_words import method_of, one_sided, warnings_of
from sammetag.evaluation.normal import NO_SPREAD, against_zero, around, chi_square
from sammetag.evaluation.result import LEVEL, Estimate, Interval, Method, Test, Undefined
from sammetag.words import Words

# The exponential function holds no more.
_LARGEST = 700.0
# A share of the model's variance that is rounding and no variance.
_NONE_LEFT = 1e-12
_UNIT = Words(
    "Kovariaten er målt i en enhed, der er så stor eller lille, at hazard ratio ikke kan skrives. Vælg en "
    "anden enhed.",
    "The covariate is measured in a unit so large or small that the hazard ratio cannot be written. "
    "Choose another.",
)


@dataclass(frozen=True, slots=True)
class Effect:
    """What one more of a covariate does, the others being the same.

    `coefficient` is the logarithm of `hazard_ratio`, whose interval is that of the coefficient raised; `wald`
    is the test that it is none, its statistic in standard errors. Uncertainty is Undefined where clusters are
    too few to leave any.
    """

    coefficient: Estimate
    hazard_ratio: Estimate | Undefined
    wald: Test | Undefined


@dataclass(frozen=True, eq=False, slots=True)
class Cox:
    """What a Cox regression answered.

    `effects` by covariate, Undefined for one of which every event has the same, outermost value.
    `covariance` is that of the coefficients in `estimated`, in that order: the robust one where the question
    names clusters, else the model's own, which is also in `model_covariance`. `likelihood_ratio` and `score`
    test all covariates together by the model, `wald` those in `estimated` by `covariance`.
    `log_likelihood_null` is without any effect. `converged` says whether the likelihood was climbed to its
    top; a warning says it too.
    """

    effects: Mapping[str, Effect | Undefined]
    estimated: tuple[str, ...]
    covariance: Floats
    model_covariance: Floats
    log_likelihood: float
    log_likelihood_null: float
    likelihood_ratio: Test
    score: Test
    wald: Test | Undefined
    rows: int
    events: int
    ties: Ties
    converged: bool
    method: Method
    warnings: tuple[Words, ...]


def cox(model: CoxModel, *, level: float = LEVEL) -> Cox:
    """Say how each covariate moves the hazard, the others being the same.

    Newton's steps until log-likelihood and score stand still to 1e-9. Raises InputRefused for covariates
    that do not vary among those who can be compared, that say the same, or that part people completely.
    Sources: Cox (1972); Efron (1977) and Breslow (1974) for ties; Lin & Wei (1989) for the robust variance.
    Equals R's survival::coxph.
    """
    fitted = fit(model)
    peak, scale, count = fitted.peak, fitted.likelihood.scale, len(model.covariates)
    scaled = np.asarray(np.linalg.pinv(peak.information, hermitian=True), np.float64)
    covariance = model_covariance = scaled / np.outer(scale, scale)
    if model.cluster is not None:
        robust = robust_covariance(fitted.likelihood, peak.point, scaled, model.cluster)
        covariance = robust / np.outer(scale, scale)
    coefficients = peak.point.beta / scale
    variances = np.diag(covariance)
    errors = np.sqrt(np.where(variances > _NONE_LEFT * np.diag(model_covariance), variances, 0.0))
    return Cox(
        effects=_effects(fitted, coefficients, errors, order=model.covariates, level=level),
        estimated=fitted.names,
        covariance=covariance,
        model_covariance=model_covariance,
        log_likelihood=peak.point.log_likelihood,
        log_likelihood_null=fitted.null,
        likelihood_ratio=chi_square(2 * (peak.point.log_likelihood - fitted.null), count),
        score=chi_square(fitted.score, count),
        wald=_wald(fitted, coefficients, covariance, model_covariance),
        rows=len(model.followed),
        events=int(model.event.sum()),
        ties=model.ties,
        converged=peak.converged,
        method=method_of(model),
        warnings=warnings_of(model, converged=peak.converged),
    )


def _effects(
    fitted: Fitted, coefficients: Floats, errors: Floats, *, order: Iterable[str], level: float
) -> dict[str, Effect | Undefined]:
    found = {
        name: _effect(around(float(value), float(error), level))
        for name, value, error in zip(fitted.names, coefficients, errors, strict=True)
    }
    return {name: found[name] if name in found else one_sided(name, fitted.one_sided[name]) for name in order}


def _effect(coefficient: Estimate) -> Effect:
    value, interval = coefficient.value, coefficient.interval
    ratio: Estimate | Undefined = Undefined(_UNIT)
    if isinstance(interval, Undefined):
        if abs(value) < _LARGEST:
            ratio = Estimate(exp(value), interval)
    elif max(-interval.low, interval.high) < _LARGEST:
        ratio = Estimate(exp(value), Interval(exp(interval.low), exp(interval.high), interval.level))
    return Effect(coefficient, ratio, against_zero(value, coefficient.standard_error or 0.0))


def _wald(
    fitted: Fitted, coefficients: Floats, covariance: Floats, model_covariance: Floats
) -> Test | Undefined:
    if not fitted.names:
        return one_sided(*next(iter(fitted.one_sided.items())))
    size = np.sqrt(np.diag(model_covariance))
    if np.linalg.eigvalsh(covariance / np.outer(size, size)).min() < _NONE_LEFT:
        return Undefined(NO_SPREAD)
    return chi_square(float(coefficients @ np.linalg.solve(covariance, coefficients)), len(coefficients))
