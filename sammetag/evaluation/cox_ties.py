"""What events at the same time add to the partial likelihood, as a handful of sums for each moment."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sammetag.evaluation.arrays import Floats, Ints
from sammetag.evaluation.cox_model import Ties


@dataclass(frozen=True, eq=False, slots=True)
class Together:
    """Events that fall together, as Efron meets them; with Breslow none do.

    Of d events at one moment, the j-th (from 0) is met by all at risk less j/d of those d: `share` is that
    j/d, for the moments `tied`, one after another; `begins` is where each of them begins in it.
    """

    events: Ints
    tied: Ints
    share: Floats
    begins: Ints


def together(events: Ints, ties: Ties) -> Together:
    """Find the moments at which several have the event."""
    tied = np.flatnonzero(events > 1) if ties is Ties.EFRON else np.empty(0, np.int64)
    several = events[tied]
    begins = np.cumsum(several) - several
    share = (np.arange(several.sum()) - np.repeat(begins, several)) / np.repeat(several, several)
    return Together(events, tied, share, begins)


@dataclass(frozen=True, eq=False, slots=True)
class TieSums:
    """Sums over the events of each moment; `rest` is the share of the risk set that an event is met by.

    `log` is the sum of log(rest) over all events; `once` of 1/rest and `twice` of 1/rest², for each moment;
    the `shared` ones have a factor j/d (`both`: its square), for each tied moment alone.
    """

    log: float
    once: Floats
    twice: Floats
    shared_once: Floats
    shared_twice: Floats
    both_twice: Floats


def tie_sums(met: Together, tied: Floats) -> TieSums:
    """Give the sums; `tied` is the share that the events of each tied moment have in its risk set."""
    once, twice = met.events.astype(np.float64), met.events.astype(np.float64)
    if not len(met.tied):
        return TieSums(0.0, once, twice, *(np.empty(0),) * 3)
    rest = 1 - met.share * np.repeat(tied, met.events[met.tied])
    inverse = 1 / rest
    squared = inverse * inverse
    shared = met.share * squared
    once[met.tied] = np.add.reduceat(inverse, met.begins)
    twice[met.tied] = np.add.reduceat(squared, met.begins)
    return TieSums(
        float(np.log(rest).sum()),
        once,
        twice,
        shared_once=np.add.reduceat(met.share * inverse, met.begins),
        shared_twice=np.add.reduceat(shared, met.begins),
        both_twice=np.add.reduceat(met.share * shared, met.begins),
    )
