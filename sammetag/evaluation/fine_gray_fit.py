"""The numbers of a Fine-Gray regression: weights, likelihood, its top, and the robust covariance there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sammetag.evaluation.arrays import Bools, Floats, Ints
from sammetag.evaluation.curve import happening_at, under_observation
from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.followed import CENSORED, Followed
from sammetag.words import Words

# A ratio of e^15, over three million, from one end of a covariate to the other is none that data can show.
_ENDLESS = 15.0
_STANDS_STILL = 1e-11
# What is smaller, as a share of what it is held against, is only rounding.
_ROUNDING, _SLACK = 1e-10, 1e-12
_STEPS, _HALVINGS = 50, 30

_SAME_FOR_ALL = Words(
    "‘{name}’ er ens hos alle, der kan sammenlignes, så der er intet at måle på. Tag kolonnen ud.",
    "‘{name}’ is the same for all who can be compared, so there is nothing to measure by. Leave it out.",
)
_SAY_THE_SAME = Words(
    "Mindst én af kolonnerne kan regnes ud af de andre: {names}. Tag den ud.",
    "At least one of the columns can be worked out from the others: {names}. Leave it out.",
)
_PARTED = Words(
    "‘{name}’ skiller folk helt, så der er ingen endelig forskel at regne ud. Tag kolonnen ud, slå grupper "
    "sammen, eller brug Grays test.",
    "‘{name}’ parts people completely, so there is no finite difference to work out. Leave it out, put "
    "groups together, or use Gray's test.",
)
_NO_TOP = Words(
    "Beregningen faldt ikke til ro. Brug færre kolonner, eller følg flere personer.",
    "The calculation did not settle. Use fewer columns, or follow more persons.",
)


@dataclass(frozen=True, slots=True, eq=False)
class Fit:
    """The coefficients, their robust covariance, and the log-likelihood there and without any effect."""

    coefficients: Floats
    covariance: Floats
    log_likelihood: float
    log_likelihood_null: float


@dataclass(frozen=True, slots=True, eq=False)
class Sample:
    """Persons in order of time, one a row, and when the cause came: `events` at each of `times`.

    Who ended by another cause goes on being compared, with `weight` (0 for all others) times `stays`: the
    share not yet censored just before each of `times`, over that just before the person's own time.
    `earlier`: how many persons are before each of `times`; `reached`: how many of `times` each person saw.
    """

    time: Floats
    covariates: Floats
    own: Bools
    censored: Bools
    weight: Floats
    times: Floats
    events: Floats
    stays: Floats
    earlier: Ints
    reached: Ints

    def compared(self, values: Floats) -> Floats:
        """Sum what each person brings, a row each, over those compared at each of `times`."""
        return _onwards(values)[self.earlier] + self.stays[:, None] * self.gone(values)[self.earlier]

    def gone(self, values: Floats) -> Floats:
        """Sum what those bring who ended by another cause, over the first none, one, two ... persons."""
        return _up_to(values * self.weight[:, None])

    def over_time(self, values: Floats) -> Floats:
        """Sum what each of `times` brings, a row each, over those at which each person is compared."""
        return _up_to(values)[self.reached] + self.weight[:, None] * self.later(values)[self.reached]

    def later(self, values: Floats) -> Floats:
        """Sum what `times` bring to those who are gone, from the first, the second ... time onwards."""
        return _onwards(values * self.stays[:, None])


@dataclass(frozen=True, slots=True, eq=False)
class Point:
    """The likelihood at some coefficients: its height, slope and bend, and what they are made of.

    `risk`: how much each person weighs; `hazard` and `mean`: how often the cause comes to one who weighs 1,
    and the mean of the covariates of those compared, at each time.
    """

    beta: Floats
    height: float
    slope: Floats
    information: Floats
    risk: Floats
    hazard: Floats
    mean: Floats


def fit(followed: Followed, names: Sequence[str], columns: Floats, cause: int) -> Fit:
    """Find the coefficients for which what was seen is most likely, and how sure they are.

    `columns`: a row for each person. Raises InputRefused for columns that do not vary among those who can be
    compared, that say the same, or that part people completely.
    """
    lowest, width = columns.min(axis=0), np.ptp(columns, axis=0)
    _refuse(names, width <= 0)
    sample = _sample(followed, (columns - lowest) / width, cause)
    start = _at(sample, np.zeros(len(names)))
    _refuse(names, np.diag(start.information) <= _ROUNDING * sample.events.sum())
    if np.linalg.matrix_rank(start.information, rtol=_ROUNDING, hermitian=True) < len(names):
        listed = ", ".join(f"‘{name}’" for name in names)
        raise InputRefused(_SAY_THE_SAME.filled(names=listed), "collinear covariates")
    top = _climb(sample, names, start)
    inverse = np.linalg.inv(top.information)
    influence = (_own_influence(sample, top) + _weight_influence(sample, top)) @ inverse
    return Fit(top.beta / width, influence.T @ influence / np.outer(width, width), top.height, start.height)


def _refuse(names: Sequence[str], flat: Bools) -> None:
    if flat.any():
        raise InputRefused(_SAME_FOR_ALL.filled(name=names[int(np.argmax(flat))]), "constant covariate")


def _sample(followed: Followed, columns: Floats, cause: int) -> Sample:
    order = np.argsort(followed.time, kind="stable")
    time, ending = followed.time[order], followed.ending[order]
    own, censored = ending == cause, ending == CENSORED
    times = np.unique(time[own])
    leaving = np.unique(time[censored])
    left = happening_at(leaving, time[censored]) / under_observation(followed, leaving)
    uncensored = np.concatenate([[1.0], np.cumprod(1 - left)])
    stayed = uncensored[np.searchsorted(leaving, time, side="left")]
    return Sample(
        time=time,
        covariates=columns[order],
        own=own,
        censored=censored,
        weight=np.where(own | censored, 0.0, 1 / stayed),
        times=times,
        events=happening_at(times, time[own]).astype(np.float64),
        stays=uncensored[np.searchsorted(leaving, times, side="left")],
        earlier=np.searchsorted(time, times, side="left").astype(np.int64),
        reached=np.searchsorted(times, time, side="right").astype(np.int64),
    )


def _at(sample: Sample, beta: Floats) -> Point:
    columns = sample.covariates
    score = columns @ beta
    risk = np.exp(score)
    total = sample.compared(risk[:, None])[:, 0]
    mean = sample.compared(risk[:, None] * columns) / total[:, None]
    hazard = sample.events / total
    weighted = columns * (risk * sample.over_time(hazard[:, None])[:, 0])[:, None]
    return Point(
        beta=beta,
        height=float(score[sample.own].sum() - sample.events @ np.log(total)),
        slope=columns[sample.own].sum(axis=0) - sample.events @ mean,
        information=weighted.T @ columns - (mean * sample.events[:, None]).T @ mean,
        risk=risk,
        hazard=hazard,
        mean=mean,
    )


def _climb(sample: Sample, names: Sequence[str], start: Point) -> Point:
    """Take Newton's steps until the next one would lead nowhere."""
    point = start
    for _step in range(_STEPS):
        step: Floats = np.linalg.pinv(point.information, hermitian=True) @ point.slope
        if np.abs(step).max() < _STANDS_STILL:
            return point
        point = _upwards(sample, point, step)
        if np.abs(point.beta).max() > _ENDLESS:
            name = names[int(np.argmax(np.abs(point.beta)))]
            raise InputRefused(_PARTED.filled(name=name), "monotone likelihood")
    raise InputRefused(_NO_TOP, "Fine-Gray did not converge")


def _upwards(sample: Sample, point: Point, step: Floats) -> Point:
    """Take the step, or as much of it as does not lead down."""
    following = _at(sample, point.beta + step)
    for halved in range(1, _HALVINGS):
        if following.height >= point.height - _SLACK * abs(point.height):
            break
        following = _at(sample, point.beta + step / 2**halved)
    return following


def _own_influence(sample: Sample, top: Point) -> Floats:
    """Give how each person pulls at the slope, the weights being taken as known."""
    columns, hazard = sample.covariates, top.hazard[:, None]
    alone = np.where(sample.own[:, None], columns - top.mean[np.maximum(sample.reached - 1, 0)], 0.0)
    due = columns * sample.over_time(hazard) - sample.over_time(hazard * top.mean)
    return np.asarray(alone - top.risk[:, None] * due, dtype=np.float64)


def _weight_influence(sample: Sample, top: Point) -> Floats:
    """Give how each person pulls at the slope by having told of the censoring, from which weights are made.

    As crr, a censoring moves the weights of those who ended by another cause before it, at its own time too.
    """
    leaving = np.unique(sample.time[sample.censored])
    if not len(leaving):
        return np.zeros_like(sample.covariates)
    earlier = np.searchsorted(sample.time, leaving, side="left")
    coming = np.searchsorted(sample.times, leaving, side="left")
    risk, hazard = top.risk[:, None], top.hazard[:, None]
    moved = sample.gone(risk * sample.covariates)[earlier] * sample.later(hazard)[coming]
    moved = moved - sample.gone(risk)[earlier] * sample.later(hazard * top.mean)[coming]
    at_risk = len(sample.time) - earlier
    share = moved / at_risk[:, None]
    expected = share * (happening_at(leaving, sample.time[sample.censored]) / at_risk)[:, None]
    there = np.searchsorted(leaving, sample.time, side="right")
    seen = np.where(sample.censored[:, None], share[np.maximum(there - 1, 0)], 0.0)
    return np.asarray(seen - _up_to(expected)[there], dtype=np.float64)


def _up_to(values: Floats) -> Floats:
    """Give the sums of the first none, one, two ... values."""
    return np.concatenate([np.zeros_like(values[:1]), np.cumsum(values, axis=0)])


def _onwards(values: Floats) -> Floats:
    """Give the sums from the first, the second ... value to the last, and of none."""
    return _up_to(values[::-1])[::-1]
