"""Gray's test: whether the same share ends by a cause in all groups, other causes competing."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import numpy as np

from sammetag.evaluation.arrays import Floats, Ints
from sammetag.evaluation.curve import happening_at, under_observation
from sammetag.evaluation.followed import Followed
from sammetag.evaluation.groups import (
    GROUP,
    STRATUM,
    WITHIN_STRATA,
    alone,
    among,
    compared,
    events_of,
    grouped,
    require_from_the_start,
)
from sammetag.evaluation.normal import jointly
from sammetag.evaluation.result import Method, Test, Undefined
from sammetag.words import Words, together

_GRAY = Words(
    "Grays test: sammenligner, hvor stor en andel der efterhånden slutter med årsagen. De, der sluttede med "
    "en anden årsag, bliver ved at tælle som nogle, der ikke sluttede med denne.",
    "Gray's test: compares how large a share comes to end by the cause. Those who ended by another cause go "
    "on counting as persons who did not end by this one.",
)
_SOURCE = "Gray (1988), Annals of Statistics 16:1141-1154"
_TEST = Words("Grays test", "Gray's test")
_NO_OVERLAP = Words(
    "Ingen af årsagens hændelser skete, mens der var nogen fra mere end én gruppe, så der er intet at "
    "sammenligne. Følg flere, eller sammenlign uden strata.",
    "None of the events of the cause happened while there was anybody of more than one group, so there is "
    "nothing to compare. Follow more persons, or compare without strata.",
)


@dataclass(frozen=True, slots=True)
class Gray:
    """The answer of Gray's test.

    `z`: with two groups, how many standard errors more the last group (True, the treated) ends by the cause
    than if no group differed; below 0 it does so less. None with more groups.
    """

    cause: int
    test: Test | Undefined
    z: float | None
    method: Method
    warnings: tuple[Words, ...]


def gray(followed: Followed, groups: object, *, cause: int, strata: object | None = None) -> Gray:
    """Say whether the same share comes to end by the cause in all groups, the other causes competing.

    `groups` and `strata`: one a row, as for `logrank`. It belongs to the curves of `incidence`; whether the
    cause comes more often among those still there is another question, which `logrank` and Cox answer. Raises
    InputRefused for one group only, for a cause that nobody ended by, and for persons who came under
    observation late. Source: Gray (1988), with rho 0; R's cmprsk::cuminc, its correction for ties included.
    """
    require_from_the_start(followed, _TEST)
    told = compared(groups, GROUP, len(followed))
    events_of(followed, cause)
    blocks = None if strata is None else grouped(strata, STRATUM, len(followed))
    inside = np.zeros(len(followed), dtype=np.int64) if blocks is None else blocks.index
    excess, covariance = np.zeros(len(told)), np.zeros((len(told), len(told)))
    for block in np.unique(inside[followed.ending == cause]):
        rows = inside == block
        part = _score(_counts(among(followed, rows), told.index[rows], len(told), cause))
        excess, covariance = excess + part[0], covariance + part[1]
    test = jointly(excess, covariance)
    z = None
    if test is not None and len(told) == 2:
        z = float(excess[1]) / sqrt(float(covariance[1, 1]))
    method = Method(_GRAY if blocks is None else together(_GRAY, WITHIN_STRATA), _SOURCE)
    warnings = () if blocks is None else alone(told, blocks)
    return Gray(cause, Undefined(_NO_OVERLAP) if test is None else test, z, method, warnings)


@dataclass(frozen=True, slots=True, eq=False)
class Counts:
    """What the test is made of: a row for each group, a column for each time with an event of any cause.

    `before` and `after`: the share of the group without any event; `reached`: ended by the cause, before.
    """

    own: Floats
    others: Floats
    at_risk: Floats
    before: Floats
    after: Floats
    reached: Floats


def _counts(followed: Followed, group: Ints, size: int, cause: int) -> Counts:
    times = np.unique(followed.time[followed.ending > 0])
    own, others, at_risk = (np.zeros((size, len(times))) for _one in range(3))
    for one in np.unique(group):
        part = among(followed, group == one)
        own[one] = happening_at(times, part.time[part.ending == cause])
        others[one] = happening_at(times, part.time[part.ending > 0]) - own[one]
        at_risk[one] = under_observation(part, times)
    some = np.maximum(at_risk, 1)
    after: Floats = np.multiply.accumulate(1 - (own + others) / some, axis=1)
    before = _shifted(after, 1.0)
    reached = _shifted(np.cumsum(before * own / some, axis=1), 0.0)
    return Counts(own, others, at_risk, before, after, reached)


def _score(counts: Counts) -> tuple[Floats, Floats]:
    """Give how much more each group ends by the cause than expected, and the covariance of that.

    A person who ended by another cause goes on counting: those at risk are made as many as there would be if
    nobody had, n / S(t-), and 1 - F(t-) of them have not ended by the cause (Gray 1988).
    """
    weight = _over(counts.at_risk, counts.before)
    all_weights = weight.sum(axis=0)
    happened = counts.own.sum(axis=0)
    open_still = weight * (1 - counts.reached)
    excess = (counts.own - happened * open_still / open_still.sum(axis=0)).sum(axis=1)
    step = happened / all_weights
    share = np.cumsum(step)
    # How a change of group k at a time moves the score of group i: at once, and through what comes after.
    at_once = -weight[:, None] * weight / all_weights
    # From the others, not from the group itself: so a group with nobody to be compared with has exactly none.
    itself = np.arange(len(weight))
    at_once[itself, itself] = 0
    at_once[itself, itself] = -at_once.sum(axis=1)
    passed = np.cumsum(at_once * _over(step, 1 - _shifted(share, 0.0)), axis=2)
    later = passed[:, :, -1:] - passed
    lost = _over(1 - share, counts.after)
    by_own = at_once + np.where(counts.after > 0, 1 - lost, 1.0) * later
    by_others = lost * later
    own, others = _chances(counts, happened, all_weights)
    covariance = np.einsum("ikt,jkt,kt->ij", by_own, by_own, own)
    return excess, covariance + np.einsum("ikt,jkt,kt->ij", by_others, by_others, others)


def _chances(counts: Counts, happened: Floats, all_weights: Floats) -> tuple[Floats, Floats]:
    """Give how much the ends by the cause, and by the others, can fall out differently in each group.

    Those by the cause as if no group differed; both corrected for events at the same time.
    """
    size = counts.before * all_weights
    own = _over(counts.before * happened, all_weights * counts.at_risk) * _tied(happened, size)
    others = _over(counts.before**2 * counts.others, counts.at_risk**2) * _tied(counts.others, counts.at_risk)
    return own, others


def _tied(happened: Floats, at_risk: Floats) -> Floats:
    return 1 - np.where(happened > 1, _over(happened - 1, at_risk - 1), 0.0)


def _shifted(values: Floats, first: float) -> Floats:
    """Give the values as they were just before each time, beginning with `first`."""
    return np.concatenate([np.full_like(values[..., :1], first), values[..., :-1]], axis=-1)


def _over(share: Floats, of: Floats) -> Floats:
    """Divide, giving 0 where there is nothing to divide by: where a group has nobody left."""
    share, of = np.broadcast_arrays(share, of)
    return np.divide(share, of, out=np.zeros(of.shape), where=of > 0)
