"""The partial likelihood of Cox regression with its derivatives, in a time that grows as the rows do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from sammetag.evaluation.arrays import Floats
from sammetag.evaluation.cox_model import Ties
from sammetag.evaluation.cox_sets import RiskSets
from sammetag.evaluation.cox_ties import TieSums, tie_sums, together

# Rows worked on at a time: with a handful of covariates they fit beside each other in a processor's cache.
BLOCK = 8192
# Weights beyond it, and below its inverse, leave no room to work with them.
_LARGEST = 1e250


@dataclass(frozen=True, eq=False, slots=True)
class Point:
    """The likelihood at one set of coefficients, with the sums that its derivatives are made of.

    `weight` of each sorted row; `whole` the weight of those at risk at each moment, and `mean` their mean of
    each covariate; `tied` what those with the event at each tied moment bring to that mean.
    """

    beta: Floats
    log_likelihood: float
    weight: Floats
    whole: Floats
    mean: Floats
    tied: Floats
    sums: TieSums


class PartialLikelihood:
    """The partial likelihood of some covariates, which are centred and scaled to a standard deviation of 1.

    `columns` holds 1 in row 0 and then the covariates, in the order of the risk sets; `scale` their
    deviations.
    """

    def __init__(self, sets: RiskSets, covariates: Sequence[Floats], ties: Ties) -> None:
        """Put the covariates in order."""
        self.sets = sets
        self.met = together(sets.events, ties)
        self.columns = np.empty((1 + len(covariates), len(sets.order)))
        self.columns[0] = 1
        self.scale = np.ones(len(covariates))
        for number, values in enumerate(covariates):
            # The order is in bounds; NumPy takes faster when it need not watch for what is not.
            column = np.take(values, sets.order, out=self.columns[number + 1], mode="clip")
            column -= column.mean()
            self.scale[number] = np.sqrt(np.einsum("i,i", column, column) / len(column)) or 1.0
            column /= self.scale[number]
        self._begins = np.cumsum(sets.lengths) - sets.lengths
        self._with_event = sets.with_event
        self._event_sum = self._of_events(np.ones(len(sets.events)))

    def at(self, beta: Floats) -> Point:
        """Give the log-likelihood at coefficients of the scaled covariates; -inf where it overflows."""
        slopes = np.concatenate(([0.0], beta))
        weight = np.empty(len(self.sets.order))
        leaving = np.empty((len(slopes), len(self.sets.events)))
        tied = np.empty((len(slopes), len(self.met.tied)))
        with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
            for moments, rows in self._blocks():
                np.exp(slopes @ self.columns[:, rows], out=weight[rows])
                self._leave(weight[rows], moments, leaving, tied)
            at_risk = self.sets.at_risk(weight, self.columns, leaving)
            whole, mean = at_risk[0], at_risk[1:]
            mean /= whole
            tied /= whole[self.met.tied]
            sums = tie_sums(self.met, tied[0])
            found = float(slopes @ self._event_sum - self.met.events @ np.log(whole) - sums.log)
        written = whole.min() > 1 / _LARGEST and whole.max() < _LARGEST
        return Point(beta, found if written else -np.inf, weight, whole, mean, tied[1:], sums)

    def score(self, point: Point, factor: Floats | None = None) -> Floats:
        """Give the first derivative, each moment taken `factor` times."""
        once, shared = self._times(factor, point.sums.once, point.sums.shared_once)
        seen = self._event_sum if factor is None else self._of_events(factor)
        score: Floats = seen[1:] - point.mean @ once + point.tied @ shared
        return score

    def information(self, point: Point, factor: Floats | None = None) -> Floats:
        """Give the second derivative with its sign turned, each moment taken `factor` times."""
        sums, mean, tied = point.sums, point.mean, point.tied
        once, shared = self._times(factor, sums.once, sums.shared_once)
        twice, shared_twice = self._times(factor, sums.twice, sums.shared_twice)
        _all, both_twice = self._times(factor, sums.twice, sums.both_twice)
        across = (mean[:, self.met.tied] * shared_twice) @ tied.T
        products = (mean * twice) @ mean.T - across - across.T + (tied * both_twice) @ tied.T
        found: Floats = self._squares(point.weight * self.exposure(point, once, shared)) - products
        return found

    def exposure(self, point: Point, once: Floats, shared: Floats) -> Floats:
        """Give each sorted row the sum over its moments of `once`, less `shared` at its own tied event.

        Both are per weight of the risk set.
        """
        exposed = self.sets.over_rows(once / point.whole)
        if len(shared):
            spared = np.zeros_like(point.whole)
            spared[self.met.tied] = shared / point.whole[self.met.tied]
            exposed -= np.repeat(spared, self.sets.events + self.sets.others) * self._with_event
        return exposed

    def _blocks(self) -> Iterator[tuple[slice, slice]]:
        """Give the moments and the rows of one block after another."""
        begins, end = self._begins[::2], len(self.sets.order)
        moment = 0
        while moment < len(begins):
            after = max(moment + 1, int(np.searchsorted(begins, begins[moment] + BLOCK, side="right")) - 1)
            last = int(begins[after]) if after < len(begins) else end
            yield slice(moment, after), slice(int(begins[moment]), last)
            moment = after

    def _leave(self, weight: Floats, moments: slice, leaving: Floats, tied: Floats) -> None:
        """Sum the weighted rows of a block for each moment: all who leave, and those with the event."""
        pairs = slice(2 * moments.start, 2 * moments.stop)
        begin = int(self._begins[pairs.start])
        # One more row, of nothing: the last moment may have nobody without the event, who would begin there.
        weighted = np.zeros((len(self.columns), len(weight) + 1))
        np.multiply(self.columns[:, begin : begin + len(weight)], weight, out=weighted[:, :-1])
        found = np.add.reduceat(weighted, self._begins[pairs] - begin, axis=1)
        # Where nobody is, the sum over them is not what stands there.
        found[:, 1::2] *= self.sets.others[moments] > 0
        np.add(found[:, ::2], found[:, 1::2], out=leaving[:, moments])
        here = slice(*np.searchsorted(self.met.tied, (moments.start, moments.stop)))
        tied[:, here] = found[:, 2 * (self.met.tied[here] - moments.start)]

    def _of_events(self, factor: Floats) -> Floats:
        """Give the sum of each column over those with the event, each moment taken `factor` times."""
        taken = np.repeat(factor, self.sets.events + self.sets.others) * self._with_event
        # Without linear algebra, whose threads cost more than they bring to so little work.
        found: Floats = np.einsum("ij,j->i", self.columns, taken)
        return found

    def _squares(self, weight: Floats) -> Floats:
        """Give the sums of products of the covariates over all rows."""
        found = np.zeros((len(self.scale), len(self.scale)))
        for _moments, rows in self._blocks():
            block = self.columns[1:, rows]
            found += (weight[rows] * block) @ block.T
        return found

    def _times(self, factor: Floats | None, each: Floats, tied: Floats) -> tuple[Floats, Floats]:
        return (each, tied) if factor is None else (each * factor, tied * factor[self.met.tied])
