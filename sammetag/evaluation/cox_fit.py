"""The likelihood of a question, climbed to its top, once it is clear that it has one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from sammetag.evaluation.arrays import Bools, Floats
from sammetag.evaluation.cox_likelihood import PartialLikelihood, Point
from sammetag.evaluation.cox_model import CoxModel
from sammetag.evaluation.cox_peak import Peak, climbed
from sammetag.evaluation.cox_refusals import refuse_flat, refuse_parting
from sammetag.evaluation.cox_sets import risk_sets


@dataclass(frozen=True, eq=False, slots=True)
class Fitted:
    """A fitted model: `names` are the covariates that have a coefficient.

    `one_sided` are those that have none, since all events have one value of it, given here, and the
    outermost: the likelihood rises towards that of those who have the value, and the others are fitted among
    them. `null` is the likelihood without any effect, `score` the statistic of the score test there.
    """

    names: tuple[str, ...]
    one_sided: Mapping[str, float]
    likelihood: PartialLikelihood
    null: float
    score: float
    peak: Peak


def fit(model: CoxModel) -> Fitted:
    """Fit a question; raises InputRefused with the covariates for which there is no answer."""
    start = _start(model, tuple(model.covariates))
    score = start.likelihood.score(start.point)
    null, statistic = start.point.log_likelihood, float(score @ np.linalg.solve(start.information, score))
    one_sided = _one_sided(model, start.likelihood)
    names = tuple(name for name in model.covariates if name not in one_sided)
    if one_sided:
        start = _start(model, names, _having(model, one_sided))
    peak = climbed(start.likelihood, start.point)
    if names:
        refuse_parting(names, start.likelihood, start.information, peak)
    return Fitted(names, one_sided, start.likelihood, null, statistic, peak)


@dataclass(frozen=True, eq=False, slots=True)
class _Start:
    """The likelihood without any effect, and the information there."""

    likelihood: PartialLikelihood
    point: Point
    information: Floats


def _start(model: CoxModel, names: tuple[str, ...], among: Bools | None = None) -> _Start:
    """Put some covariates of some rows in order; refuse those that tell nothing there."""
    sets = risk_sets(model, among)
    likelihood = PartialLikelihood(sets, [model.covariates[name] for name in names], model.ties)
    point = likelihood.at(np.zeros(len(names)))
    information = likelihood.information(point)
    if names:
        refuse_flat(names, information, int(sets.events.sum()))
    return _Start(likelihood, point, information)


def _one_sided(model: CoxModel, likelihood: PartialLikelihood) -> dict[str, float]:
    """Find the covariates of which all events have one value, where nobody at risk lies beyond it."""
    found, with_event = {}, likelihood.sets.with_event
    for (name, values), column in zip(model.covariates.items(), likelihood.columns[1:], strict=True):
        seen = column[with_event]
        if seen.min() == seen.max() and seen[0] in (column.min(), column.max()):
            found[name] = float(values[likelihood.sets.order[with_event][0]])
    return found


def _having(model: CoxModel, one_sided: Mapping[str, float]) -> Bools:
    each = [model.covariates[name] == value for name, value in one_sided.items()]
    having: Bools = np.logical_and.reduce(each)
    return having
