"""Log-rank: whether the event comes sooner in one group than in another, over the whole of the time."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import numpy as np

from sammetag.evaluation.arrays import Bools, Floats
from sammetag.evaluation.curve import happening_at, under_observation
from sammetag.evaluation.followed import Followed
from sammetag.evaluation.groups import (
    GROUP,
    STRATUM,
    WITHIN_STRATA,
    Groups,
    alone,
    among,
    compared,
    events_of,
    grouped,
)
from sammetag.evaluation.normal import jointly
from sammetag.evaluation.result import Method, Test, Undefined
from sammetag.words import Words, together

_LOGRANK = Words(
    "Log-rank: ved hver hændelse sammenlignes grupperne blandt dem, der da var under observation, og det "
    "lægges sammen over tid.",
    "Log-rank: at every event the groups are compared among those who were then under observation, and that "
    "is summed over time.",
)
_SOURCE = "Mantel (1966), Cancer Chemotherapy Reports 50; Peto & Peto (1972), JRSS A 135"
_NO_OVERLAP = Words(
    "Ved ingen af hændelserne var der nogen fra mere end én gruppe under observation, så der er intet at "
    "sammenligne. Følg flere, eller sammenlign uden strata.",
    "At none of the events was anybody of more than one group under observation, so there is nothing to "
    "compare. Follow more persons, or compare without strata.",
)
_NEVER_COMPARED = Words(
    "Gruppen {label} var ikke under observation sammen med andre ved nogen hændelse og er ikke med i testen.",
    "The group {label} was not under observation together with others at any event and is not in the test.",
)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a group came out: its persons, its events, and how many it would have had if no group differed."""

    label: object
    persons: int
    observed: int
    expected: float


@dataclass(frozen=True, slots=True)
class LogRank:
    """The answer of a log-rank test.

    `z`: with two groups, how many standard errors the last group (True, the treated) has more events than
    expected; below 0 it has fewer, so they come later. None with more groups.
    """

    test: Test | Undefined
    z: float | None
    standings: tuple[Standing, ...]
    method: Method
    warnings: tuple[Words, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Score:
    """Observed minus expected events of each group, and the covariance of the differences."""

    observed: Floats
    expected: Floats
    covariance: Floats

    def __add__(self, other: Score) -> Score:
        """Give both together: strata are summed."""
        return Score(
            self.observed + other.observed,
            self.expected + other.expected,
            self.covariance + other.covariance,
        )


def logrank(
    followed: Followed, groups: object, *, cause: int | None = None, strata: object | None = None
) -> LogRank:
    """Say whether the event comes equally soon in all groups.

    `groups`: one a row, texts, whole numbers or truth values (the arm: True for treated). `cause`: the ending
    that counts; the other endings then count as the end of observation, which compares how often the cause
    comes among those still there. `strata`: one a row, compared within (the block of the draw). Those who
    came under observation late count from then on. Raises InputRefused for one group only and no events.
    Source: Mantel (1966), with the variance of the hypergeometric distribution; R's survival::survdiff.
    """
    sorted_groups = compared(groups, GROUP, len(followed))
    events = events_of(followed, cause)
    blocks = None if strata is None else grouped(strata, STRATUM, len(followed))
    score = _score(followed, events, sorted_groups, blocks)
    test, z = _test(score)
    persons = np.bincount(sorted_groups.index).tolist()
    rows = zip(sorted_groups.labels, persons, score.observed, score.expected, strict=True)
    return LogRank(
        test=test,
        z=z,
        standings=tuple(Standing(one, count, int(had), float(due)) for one, count, had, due in rows),
        method=Method(_LOGRANK if blocks is None else together(_LOGRANK, WITHIN_STRATA), _SOURCE),
        warnings=_warnings(sorted_groups, blocks, score),
    )


def _score(followed: Followed, events: Bools, groups: Groups, blocks: Groups | None) -> Score:
    """Sum the differences over the strata."""
    if blocks is None:
        return _differences(followed, events, groups)
    size = len(groups)
    total = Score(np.zeros(size), np.zeros(size), np.zeros((size, size)))
    for block in range(len(blocks)):
        rows = blocks.index == block
        part = Groups(groups.labels, groups.index[rows])
        total += _differences(among(followed, rows), events[rows], part)
    return total


def _differences(followed: Followed, events: Bools, groups: Groups) -> Score:
    times = np.unique(followed.time[events])
    members = [groups.index == one for one in range(len(groups))]
    at_risk = np.array([_at_risk(followed, rows, times) for rows in members], dtype=np.float64)
    observed = np.array([happening_at(times, followed.time[rows & events]) for rows in members])
    happened, all_at_risk = observed.sum(axis=0), at_risk.sum(axis=0)
    share = at_risk / all_at_risk
    # How much the events at a time can fall out differently: not at all where all at risk have the event.
    spread = happened * (all_at_risk - happened) / np.maximum(all_at_risk - 1, 1)
    shared = (share * spread) @ share.T
    # From the others, not from the group itself: so a group with nobody to be compared with has exactly none.
    np.fill_diagonal(shared, 0)
    covariance = np.diag(shared.sum(axis=1)) - shared
    return Score(observed.sum(axis=1).astype(np.float64), share @ happened, covariance)


def _at_risk(followed: Followed, rows: Bools, times: Floats) -> Floats:
    if not rows.any():
        return np.zeros(len(times))
    return under_observation(among(followed, rows), times).astype(np.float64)


def _test(score: Score) -> tuple[Test | Undefined, float | None]:
    """Give the test, and with two groups its direction."""
    excess = score.observed - score.expected
    test = jointly(excess, score.covariance)
    if test is None:
        return Undefined(_NO_OVERLAP), None
    return test, float(excess[1]) / sqrt(float(score.covariance[1, 1])) if len(excess) == 2 else None


def _warnings(groups: Groups, blocks: Groups | None, score: Score) -> tuple[Words, ...]:
    lonely = () if blocks is None else alone(groups, blocks)
    spread = np.diag(score.covariance)
    unseen = [label for label, one in zip(groups.labels, spread, strict=True) if not one > 0]
    return (*lonely, *(_NEVER_COMPARED.filled(label=label) for label in unseen))
