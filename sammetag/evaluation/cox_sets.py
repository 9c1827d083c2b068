"""Who is at risk when somebody has the event: rows in an order that makes sums simple."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sammetag.evaluation.arrays import Bools, Floats, Ints
from sammetag.evaluation.cox_model import CoxModel
from sammetag.evaluation.cox_stretches import Stretches


@dataclass(frozen=True, eq=False, slots=True)
class RiskSets:
    """The moments at which somebody has the event, and the rows at risk at each.

    A moment is a time with an event within a stratum; the moments of a stratum stand together, in order of
    time. Rows are sorted by the last moment at which they are at risk, those with the event first: `events`
    and `others` count them for each moment. `order` says which row of the data each of them is. Rows that
    are at risk at no moment say nothing and are left out.

    `stretches` are the moments at which each row is at risk where some enter late; where none do, those at
    which all are who leave with each; None where all are at risk from the first moment on.
    """

    order: Ints
    time: Floats
    events: Ints
    others: Ints
    stretches: Stretches | None
    late: bool

    @property
    def lengths(self) -> Ints:
        """Give the numbers of rows that stand together: with the event, without, moment after moment."""
        return np.column_stack((self.events, self.others)).ravel()

    @property
    def with_event(self) -> Bools:
        """Say of each sorted row whether it ends with the event."""
        return np.repeat(np.tile([True, False], len(self.events)), self.lengths)

    def at_risk(self, weight: Floats, columns: Floats, leaving: Floats) -> Floats:
        """Give the weighted sum of each column over those at risk at each moment.

        `leaving` are the sums over those for whom each moment is the last; they are changed.
        """
        if self.stretches is None:
            backwards = leaving[:, ::-1]
            np.cumsum(backwards, axis=1, out=backwards)
        elif self.late:
            for number, column in enumerate(columns):
                leaving[number] = self.stretches.spread(weight * column)
        else:
            for number, values in enumerate(leaving):
                leaving[number] = self.stretches.spread(values)
        return leaving

    def over_rows(self, values: Floats, add: np.ufunc = np.add) -> Floats:
        """Give for each sorted row the sum of the values over the moments at which it is at risk."""
        if self.stretches is None:
            passed = add.accumulate(values)
        elif self.late:
            return self.stretches.gather(values, add)
        else:
            passed = self.stretches.gather(values, add)
        return np.repeat(passed, self.events + self.others)


def risk_sets(model: CoxModel, among: Bools | None = None) -> RiskSets:
    """Give the risk sets of a question, or of some of its rows, with whom all that have the event must be."""
    event, followed = model.event, model.followed
    times = np.unique(followed.time[event])
    strata = np.zeros(len(event), np.int64) if model.strata is None else model.strata
    # A place on the one line of all strata: the first of a stratum is before all its events.
    place, before = np.searchsorted(times, followed.time, side="right"), strata * (len(times) + 1)
    moments = np.unique(before[event] + place[event])
    openings = first = _moments_until(moments, before)
    last = _moments_until(moments, before + place) - 1
    if followed.entry is not None:
        first = _moments_until(moments, before + np.searchsorted(times, followed.entry, side="right"))
    kept = np.flatnonzero(last >= first if among is None else (last >= first) & among)
    order = kept[_order(last[kept], event[kept], len(moments))]
    counted = np.bincount(2 * last[kept] + ~event[kept], minlength=2 * len(moments))
    late = bool((first[order] > openings[order]).any())
    stretches = None
    if late:
        stretches = Stretches(first[order], last[order], len(moments))
    elif openings[order[-1]]:
        leaving = np.cumsum(counted[::2] + counted[1::2]) - 1
        stretches = Stretches(openings[order[leaving]], np.arange(len(moments)), len(moments))
    return RiskSets(
        order=order,
        time=times[moments % (len(times) + 1) - 1],
        events=counted[::2],
        others=counted[1::2],
        stretches=stretches,
        late=late,
    )


def _moments_until(moments: Ints, place: Ints) -> Ints:
    """Give for each place how many moments lie before it or at it."""
    reach = int(max(moments[-1], place.max())) + 1
    if reach > 4 * len(place):
        return np.searchsorted(moments, place, side="right")
    # Few places: to look up is several times as fast as to search.
    counts = np.zeros(reach, np.int64)
    counts[moments] = 1
    return np.cumsum(counts)[place]


def _order(last: Ints, event: Bools, moments: int) -> Ints:
    """Give the order by last moment, those with the event first."""
    key = 2 * last + ~event
    # Numbers of 16 bits are sorted without being compared.
    return np.argsort(key.astype(np.uint16) if 2 * moments <= 1 << 16 else key, kind="stable")
