"""A curve that goes in steps, ready to be drawn and read off: times, estimate, interval, number at risk."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

import numpy as np

from sammetag.evaluation.arrays import Bools, Floats, Ints, floats, refuse_first
from sammetag.evaluation.figures import number
from sammetag.evaluation.followed import Followed
from sammetag.evaluation.normal import deviations
from sammetag.evaluation.result import Estimate, Interval, Undefined
from sammetag.words import Words

_TIMES = Words("tidspunktet", "the time")
_NEGATIVE = Words(
    "Tidspunkt nummer {row} er negativt. Kurven begynder ved 0.",
    "Time number {row} is negative. The curve begins at 0.",
)
_BEYOND = Words(
    "Ingen blev fulgt så længe. Spørg højst om tidspunkt {last}.",
    "Nobody was followed for so long. Ask about time {last} at most.",
)
_NO_BAND = Words(
    "Her er intet interval: hændelsen er hos ingen eller hos alle, så data siger intet om spredningen.",
    "There is no interval here: nobody or everybody has had the event, so the data tell of no spread.",
)

# A sum of shares that should be 0 or 1 is it but for this.
_ROUNDING = 1e-12
# The exponential function holds no more.
_LARGEST = 700.0


@dataclass(frozen=True, slots=True)
class Reading:
    """What a curve says at one time: how many were still under observation just before it, and the estimate.

    The estimate is Undefined after the last time that anybody was followed.
    """

    time: float
    at_risk: int
    estimate: Estimate | Undefined


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """A step curve, one value a step, in order of time; between two steps it stays where it was.

    `time` begins at 0. `at_risk`: persons under observation just before the step; `events` and `censored`:
    who left at it. `low` and `high` are the interval; where `banded` is false there is none, and both lie on
    the estimate, so that a band can be drawn as it is. `reach`: the last time the curve can tell of, infinite
    where nothing can change any more.
    """

    time: Floats
    estimate: Floats
    standard_error: Floats
    low: Floats
    high: Floats
    banded: Bools
    at_risk: Ints
    events: Ints
    censored: Ints
    reach: float
    level: float

    def at(self, times: object) -> tuple[Reading, ...]:
        """Read the curve off at the times given: the table of numbers at risk below a figure.

        Raises InputRefused for a time that is missing or negative.
        """
        asked = floats(times, _TIMES)
        refuse_first(asked < 0, _NEGATIVE, "negative time asked about")
        # Nobody comes or goes between two steps, so the next step tells who is under observation.
        coming = np.append(self.at_risk, 0)[np.searchsorted(self.time, asked, side="left")]
        untold = Undefined(_BEYOND.filled(last=number(self.reach)))
        return tuple(
            Reading(time, count, self.within_reach(time) if time <= self.reach else untold)
            for time, count in zip(asked.tolist(), coming.tolist(), strict=True)
        )

    def within_reach(self, time: float) -> Estimate:
        """Give the estimate at a time from 0 to `reach`."""
        step = int(np.searchsorted(self.time, time, side="right")) - 1
        value = float(self.estimate[step])
        if not self.banded[step]:
            return Estimate(value, Undefined(_NO_BAND))
        interval = Interval(float(self.low[step]), float(self.high[step]), self.level)
        return Estimate(value, interval, float(self.standard_error[step]))


@dataclass(frozen=True, slots=True, eq=False)
class LifeTable:
    """Who was under observation and who left, at each time that anybody came or left; `time` begins at 0."""

    time: Floats
    at_risk: Ints
    events: Ints
    censored: Ints


def life_table(followed: Followed) -> LifeTable:
    """Count who was at risk at each time, for events of any cause.

    Events come before censorings at the same time: who leaves uneventfully at a time is at risk at it. Who
    enters at a time is at risk after it. Times are equal only where their numbers are: nothing is rounded.
    """
    came = np.zeros(0) if followed.entry is None else followed.entry[followed.entry > 0]
    time = np.unique(np.concatenate([[0.0], followed.time, came]))
    at_risk = under_observation(followed, time)
    if followed.time.min() > 0:
        at_risk[0] = len(followed) - len(came)
    events = happening_at(time, followed.time[followed.ending > 0])
    return LifeTable(time, at_risk, events, happening_at(time, followed.time) - events)


def under_observation(followed: Followed, times: Floats) -> Ints:
    """Count who was under observation just before each of the times."""
    left = np.searchsorted(np.sort(followed.time), times, side="left")
    if followed.entry is None:
        return np.asarray(len(followed) - left, dtype=np.int64)
    return np.asarray(np.searchsorted(np.sort(followed.entry), times, side="left") - left, dtype=np.int64)


def happening_at(times: Floats, when: Floats) -> Ints:
    """Count how often each of the times, in order, occurs in `when`, which holds no other times."""
    return np.bincount(np.searchsorted(times, when), minlength=len(times)).astype(np.int64)


def drawn(table: LifeTable, estimate: Floats, standard_error: Floats, *, reach: float, level: float) -> Curve:
    """Give the curve of a share with its interval on the scale log(-log), which keeps within 0 and 1.

    Source: Kalbfleisch & Prentice (2002), The Statistical Analysis of Failure Time Data, section 1.4.
    """
    z = deviations(level)
    banded = (estimate > _ROUNDING) & (estimate < 1 - _ROUNDING) & (standard_error > 0)
    # Where there is no band any share between 0 and 1 does: its powers are not used.
    share = np.where(banded, estimate, 0.5)
    width = np.exp(np.minimum(-z * standard_error / (share * np.log(share)), _LARGEST))
    low = np.where(banded, share**width, estimate)
    high = np.where(banded, share ** (1 / width), estimate)
    return Curve(
        time=table.time,
        estimate=estimate,
        standard_error=standard_error,
        low=low,
        high=high,
        banded=banded,
        at_risk=table.at_risk,
        events=table.events,
        censored=table.censored,
        reach=reach,
        level=level,
    )


def reach_of(time: Floats, free: Floats) -> float:
    """Give the last time that can be told of: infinite where the share `free` of the event ends at 0."""
    return inf if free[-1] == 0 else float(time[-1])
