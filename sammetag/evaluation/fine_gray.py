"""Fine-Gray regression: how covariates move the share that ends by a cause, other causes competing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp

import numpy as np

from sammetag.evaluation.arrays import Floats, floats
from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.fine_gray_fit import fit
from sammetag.evaluation.followed import Followed
from sammetag.evaluation.groups import events_of, require_from_the_start
from sammetag.evaluation.normal import against_zero, around, jointly
from sammetag.evaluation.result import LEVEL, Estimate, Interval, Method, Test, Undefined
from sammetag.words import Words

FEW_EVENTS = 10
# The exponential function holds no more.
_LARGEST = 700.0

METHOD = Method(
    Words(
        "Fine-Gray: sammenligner, hvor stor en andel der efterhånden slutter med årsagen. De, der sluttede "
        "med en anden årsag, bliver ved at tælle med, vægtet efter hvor længe de ville være blevet fulgt. "
        "Samtidige hændelser efter Breslow; usikkerheden er robust.",
        "Fine-Gray: compares how large a share comes to end by the cause. Those who ended by another cause "
        "go on counting, weighted by how long they would have been followed. Events at the same time are "
        "met as Breslow does; the uncertainty is robust.",
    ),
    "Fine & Gray (1999), JASA 94:496-509",
)
FIRST_COX = Words(
    "Læs først Cox-regressionen for hver årsag: den siger, hvor ofte årsagen kommer blandt dem, der stadig "
    "er i gang. Fine-Gray blander det sammen med, hvor mange de andre årsager tager, og siger kun noget om "
    "andelene (Latouche m.fl. 2013).",
    "Read the Cox regression of each cause first: it says how often the cause comes among those still there. "
    "Fine-Gray mixes that with how many the other causes take, and tells of the shares alone "
    "(Latouche et al. 2013).",
)
_FINE_GRAY = Words("Fine-Gray", "Fine-Gray")
_NO_COVARIATES = Words(
    "Der er intet at sammenligne: angiv mindst én kolonne, for eksempel gruppen.",
    "There is nothing to compare: name at least one column, for instance the arm.",
)
_FEW = Words(
    "Der er {events} hændelser til {columns} kolonner. Under {few} til hver gør tallene usikre: brug færre "
    "kolonner.",
    "There are {events} events for {columns} columns. Fewer than {few} for each make the numbers uncertain: "
    "use fewer columns.",
)
_UNIT = Words(
    "Kolonnen er målt i en enhed, der er så stor eller lille, at forholdet ikke kan skrives. Vælg en anden "
    "enhed.",
    "The column is measured in a unit so large or small that the ratio cannot be written. Choose another.",
)
_NO_TEST = Words(
    "Koefficienterne har ingen spredning i disse data, så de kan ikke prøves samlet.",
    "The coefficients have no spread in these data, so they cannot be tested together.",
)


@dataclass(frozen=True, slots=True, eq=False)
class Effect:
    """What one more of a covariate does, the others being the same.

    `coefficient` is the logarithm of `ratio`, the ratio of subdistribution hazards: above 1 a larger share
    comes to end by the cause. How much larger, the curves of `incidence` tell.
    """

    coefficient: Estimate
    ratio: Estimate | Undefined
    wald: Test | Undefined


@dataclass(frozen=True, slots=True, eq=False)
class FineGray:
    """The answer of a Fine-Gray regression; `covariance` is the robust one, in the order of `effects`."""

    cause: int
    effects: Mapping[str, Effect]
    covariance: Floats
    wald: Test | Undefined
    log_likelihood: float
    log_likelihood_null: float
    persons: int
    events: int
    method: Method
    warnings: tuple[Words, ...]


def fine_gray(
    followed: Followed, covariates: Mapping[str, object], *, cause: int, level: float = LEVEL
) -> FineGray:
    """Say how each covariate moves the share that comes to end by the cause, the others being the same.

    `covariates`: numbers by name, one a row; an arm is True for treated. Weights by the Kaplan-Meier curve of
    the censoring; the robust variance allows for their being estimated. Raises InputRefused for a cause that
    nobody ended by, for covariates that do not vary, say the same or part people completely, and for persons
    who came under observation late. Source: Fine & Gray (1999); R's cmprsk::crr.
    """
    require_from_the_start(followed, _FINE_GRAY)
    if not covariates:
        raise InputRefused(_NO_COVARIATES, "no covariates")
    events = int(events_of(followed, cause).sum())
    named = {name: Words(f"‘{name}’", f"‘{name}’") for name in covariates}
    columns = [floats(values, named[name], len(followed)) for name, values in covariates.items()]
    found = fit(followed, tuple(covariates), np.column_stack(columns), cause)
    errors = np.sqrt(np.diag(found.covariance))
    numbers = zip(covariates, found.coefficients.tolist(), errors.tolist(), strict=True)
    few = _FEW.filled(events=events, columns=len(columns), few=FEW_EVENTS)
    return FineGray(
        cause=cause,
        effects={name: _effect(value, error, level) for name, value, error in numbers},
        covariance=found.covariance,
        wald=jointly(found.coefficients, found.covariance) or Undefined(_NO_TEST),
        log_likelihood=found.log_likelihood,
        log_likelihood_null=found.log_likelihood_null,
        persons=len(followed),
        events=events,
        method=METHOD,
        warnings=(FIRST_COX, few) if events < FEW_EVENTS * len(columns) else (FIRST_COX,),
    )


def _effect(value: float, error: float, level: float) -> Effect:
    coefficient = around(value, error, level)
    return Effect(coefficient, _raised(coefficient), against_zero(value, error))


def _raised(logarithm: Estimate) -> Estimate | Undefined:
    inside = logarithm.interval
    ends = (inside.low, inside.high) if isinstance(inside, Interval) else (logarithm.value,)
    if max(map(abs, ends)) > _LARGEST:
        return Undefined(_UNIT)
    if isinstance(inside, Interval):
        inside = Interval(exp(inside.low), exp(inside.high), inside.level)
    return Estimate(exp(logarithm.value), inside)
