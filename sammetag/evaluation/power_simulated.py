"""How often would a trial as it is planned find the difference? Answered by running it thousands of times.

What the formulas of `power` leave out is in here: persons come in draw by draw and are followed for as long
as is left, other endings come in between, some are lost, and time is counted in whole weeks.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import log1p

import numpy as np
from scipy import stats

from sammetag.evaluation.arrays import Bools, Floats, Ints
from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.figures import figure, whole
from sammetag.evaluation.randomisation import seated
from sammetag.evaluation.result import LEVEL, Estimate, Method
from sammetag.evaluation.shares import share
from sammetag.words import Words, together

TRIALS = 2_000
# So many trials at a time: what they need stays in some tens of megabytes. Part of what a seed means.
CHUNK = 100
# With fewer events in a trial, the test itself is rough.
FEW_EVENTS = 20

_RATES = Words(
    "Hver ende skal have en ugentlig rate over 0 og en hazard ratio over 0; den første er målet.",
    "Each ending must have a weekly rate above 0 and a hazard ratio above 0; the first is the outcome.",
)
_DRAWS = Words(
    "Hver lodtrækning skal have mindst én person og mindst én uge at følge dem i.",
    "Each draw must have at least one person and at least one week to follow them.",
)
_TRIALS = Words("Der skal simuleres mindst ét forsøg.", "At least one trial must be simulated.")
_RATIO = Words(
    "Forholdet mellem grupperne skal være to hele tal fra 1.",
    "The ratio of the arms must be two whole numbers from 1.",
)
_SHARE = Words(
    "Andelen skal ligge mellem 0 og 1, og ugerne være over 0; {share} på {weeks} uger kan ikke bruges.",
    "The share must lie between 0 and 1, and the weeks be above 0; {share} in {weeks} weeks cannot be used.",
)
_FEW = Words(
    "Et forsøg får i gennemsnit kun {events} hændelser. Så få kan næppe vise noget: følg længere, eller tag "
    "flere med.",
    "A trial has only {events} events on average. So few can hardly show anything: follow longer, or include "
    "more persons.",
)
_METHOD = Words(
    "Forsøget er simuleret {trials} gange med de samme lodtrækninger, ender og uger. Styrken er den andel, "
    "hvis log-rank-test finder forskellen (tosidet).",
    "The trial was simulated {trials} times with the same draws, endings and weeks. The power is the share "
    "whose log-rank test finds the difference (two-sided).",
)
_WITHIN = Words("Der sammenlignes kun inden for lodtrækningerne.", "Only within the draws is compared.")
_SOURCE = "Morris, White & Crowther (2019), Stat Med 38:2074; Wilson (1927); Mantel (1966)"


@dataclass(frozen=True, slots=True)
class Course:
    """How it goes for persons in control, and what the treatment changes.

    `rates`: the weekly rate of each ending, for those whom nothing has happened to yet; the first is the
    outcome, the others compete with it. `ratios`: by what the treatment multiplies each (hazard ratios).
    `lost`: the weekly rate at which persons drop out unseen. Raises InputRefused for a rate that cannot be.
    """

    rates: tuple[float, ...]
    ratios: tuple[float, ...]
    lost: float = 0.0

    def __post_init__(self) -> None:
        """Refuse rates that cannot be."""
        positive = all(one > 0 for one in (*self.rates, *self.ratios)) and self.lost >= 0
        if not self.rates or len(self.rates) != len(self.ratios) or not positive:
            raise InputRefused(_RATES, f"rates {self.rates}, ratios {self.ratios}, lost {self.lost}")


@dataclass(frozen=True, slots=True)
class Accrual:
    """How persons come in: those of each draw, and the weeks from it to the end of the trial.

    `ratio`: of treated to control. Raises InputRefused for a draw without persons or weeks.
    """

    persons: tuple[int, ...]
    weeks: tuple[int, ...]
    ratio: tuple[int, int] = (1, 1)

    def __post_init__(self) -> None:
        """Refuse draws that cannot be followed."""
        if not self.persons or len(self.persons) != len(self.weeks) or min(*self.persons, *self.weeks) < 1:
            raise InputRefused(_DRAWS, f"persons {self.persons}, weeks {self.weeks}")
        if min(self.ratio) < 1:
            raise InputRefused(_RATIO, f"a ratio of {self.ratio}")


@dataclass(frozen=True, slots=True)
class SimulatedPower:
    """The share of simulated trials that found the difference, with the interval that chance leaves it.

    `events`: outcomes in a trial, on average. `ratio`: the hazard ratio of the outcome that was put in.
    """

    power: Estimate
    events: float
    ratio: float
    trials: int
    method: Method
    warnings: tuple[Words, ...]


def weekly_rate(share_of_persons: float, weeks: float) -> float:
    """Give the weekly rate at which this share has had an ending after so many weeks, if nothing competes.

    Raises InputRefused for what is no share and no time.
    """
    if not 0 < share_of_persons < 1 or not weeks > 0:
        params = {"share": figure(share_of_persons, 3), "weeks": figure(weeks, 1)}
        raise InputRefused(_SHARE.filled(**params), f"a share of {share_of_persons} in {weeks} weeks")
    return -log1p(-share_of_persons) / weeks


def simulate_power(
    course: Course,
    accrual: Accrual,
    *,
    seed: int,
    trials: int = TRIALS,
    stratified: bool = True,
    level: float = LEVEL,
) -> SimulatedPower:
    """Say how often a trial with this course and these draws would find the outcome to differ.

    `stratified`: the log-rank compares within each draw. With ratios of 1 the power is how often the test
    finds what is not there, and should be 1 - `level`. Raises InputRefused for no trials.
    """
    if trials < 1:
        raise InputRefused(_TRIALS, f"{trials} trials")
    chance = np.random.Generator(np.random.PCG64(seed))
    draw = np.repeat(np.arange(len(accrual.persons)), accrual.persons)
    strata = draw if stratified else np.zeros_like(draw)
    limit = float(stats.chi2.isf(1 - level, 1))
    found = events = 0
    for start in range(0, trials, CHUNK):
        treated = _drawn(chance, accrual, min(CHUNK, trials - start))
        weeks, outcome = _followed(chance, course, treated, np.array(accrual.weeks)[draw])
        found += int((log_rank_statistics(weeks, outcome, treated, strata) > limit).sum())
        events += int(outcome.sum())
    average = events / trials
    told = _METHOD.filled(trials=whole(trials))
    method = Method(together(told, _WITHIN) if stratified else told, _SOURCE)
    warnings = (_FEW.filled(events=figure(average, 1)),) if average < FEW_EVENTS else ()
    return SimulatedPower(share(found, trials), average, course.ratios[0], trials, method, warnings)


def log_rank_statistics(weeks: Ints, outcome: Bools, treated: Bools, strata: Ints) -> Floats:
    """Give the log-rank's chi-square of many trials at once; 0 where a trial has nothing to compare.

    `weeks`, `outcome` and `treated` have a row a trial and a column a person; `strata` numbers the persons'
    strata from 0. Variance: hypergeometric, with ties (Mantel 1966).
    """
    trials, groups, last = len(weeks), int(strata.max()) + 1, int(weeks.max()) + 1
    place = (np.arange(trials)[:, None] * groups + strata) * last + weeks
    shape = (trials, groups, last)

    def counted(which: Bools) -> Floats:
        return np.bincount(place[which], minlength=trials * groups * last).reshape(shape).astype(np.float64)

    def at_risk(which: Bools) -> Floats:
        return np.asarray(counted(which)[..., ::-1].cumsum(axis=-1)[..., ::-1])

    all_, ours = at_risk(np.ones_like(treated)), at_risk(treated)
    events, our_events = counted(outcome), counted(outcome & treated)
    share_of_ours = ours / np.maximum(all_, 1)
    beyond = (our_events - events * share_of_ours).sum(axis=(1, 2))
    spread = events * share_of_ours * (1 - share_of_ours) * (all_ - events) / np.maximum(all_ - 1, 1)
    variance = spread.sum(axis=(1, 2))
    return np.where(variance > 0, beyond**2 / np.where(variance > 0, variance, 1), 0.0)


def _drawn(chance: np.random.Generator, accrual: Accrual, trials: int) -> Bools:
    """Who is treated, draw by draw; the extra seat of what the ratio does not divide is drawn too."""
    columns: list[Bools] = []
    total = sum(accrual.ratio)
    for persons in accrual.persons:
        sure, over = divmod(persons * accrual.ratio[0], total)
        seats = sure + (chance.random(trials) * total < over)
        columns.extend(seated(chance, persons, seats))
    return np.stack(columns, axis=1)


def _followed(chance: np.random.Generator, course: Course, treated: Bools, most: Ints) -> tuple[Ints, Bools]:
    """In which week each person was last seen, and whether it was with the outcome."""
    ends = np.stack(
        [
            chance.standard_exponential(treated.shape) / (rate * np.where(treated, ratio, 1.0))
            for rate, ratio in zip(course.rates, course.ratios, strict=True)
        ]
    )
    if course.lost:
        gone = chance.standard_exponential(treated.shape) / course.lost
        ends = np.concatenate([ends, gone[None]])
    weeks = np.ceil(ends.min(axis=0))
    outcome = (ends.argmin(axis=0) == 0) & (weeks <= most)
    return np.minimum(weeks, most).astype(np.int64), outcome
