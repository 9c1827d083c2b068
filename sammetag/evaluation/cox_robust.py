"""How much each cluster moves the coefficients, and the variance that rests on it instead of on the model."""

from __future__ import annotations

import numpy as np

from sammetag.evaluation.arrays import Floats, Ints
from sammetag.evaluation.cox_likelihood import PartialLikelihood, Point


def robust_covariance(
    likelihood: PartialLikelihood, point: Point, covariance: Floats, clusters: Ints
) -> Floats:
    """Give the variance that holds although rows of a cluster hang together (Lin & Wei 1989).

    `covariance` is the model's own; `clusters` the number of each row's, from 0.
    """
    moved = covariance @ score_residuals(likelihood, point)
    of_rows, count = clusters[likelihood.sets.order], int(clusters.max()) + 1
    by_cluster = np.zeros((len(moved), count))
    for number, one in enumerate(moved):
        by_cluster[number] = np.bincount(of_rows, one, minlength=count)
    return by_cluster @ by_cluster.T


def score_residuals(likelihood: PartialLikelihood, point: Point) -> Floats:
    """Give what each sorted row adds to the score: a line for each covariate.

    Its own event against the mean then, less what was to be expected of it at each moment at risk. Those who
    fall together are there for the share that Efron's way leaves of them.
    """
    sets, sums, met = likelihood.sets, point.sums, likelihood.met
    columns, mean, tied = likelihood.columns[1:], point.mean, point.tied
    met_means = mean * sums.once
    met_means[:, met.tied] -= tied * sums.shared_once
    expected = mean * sums.twice
    expected[:, met.tied] -= tied * sums.shared_twice
    spared = mean[:, met.tied] * sums.shared_twice - tied * sums.both_twice
    exposure = likelihood.exposure(point, sums.once, sums.shared_once)
    found = np.empty_like(columns)
    for number, column in enumerate(columns):
        own = np.repeat(met_means[number] / sets.events, 2).repeat(sets.lengths)
        seen = likelihood.exposure(point, expected[number], spared[number])
        found[number] = sets.with_event * (column - own) - point.weight * (column * exposure - seen)
    return found
