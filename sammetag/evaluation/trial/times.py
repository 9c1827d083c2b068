"""How long until it happens, in both arms: curves, tests, regressions, mean times, and the draw redrawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import inf

import numpy as np

from sammetag.evaluation.arrays import Ints
from sammetag.evaluation.cox import Cox, cox
from sammetag.evaluation.cox import Effect as CoxEffect
from sammetag.evaluation.cox_model import CoxModel, Ties
from sammetag.evaluation.cox_zph import Proportionality, cox_zph
from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.fine_gray import FineGray, fine_gray
from sammetag.evaluation.followed import Followed
from sammetag.evaluation.gray import Gray, gray
from sammetag.evaluation.groups import among
from sammetag.evaluation.incidence import (
    CumulativeIncidence,
    IncidenceDifference,
    cumulative_incidence,
    incidence_difference,
)
from sammetag.evaluation.logrank import LogRank, logrank
from sammetag.evaluation.randomisation import Redrawn, log_rank_redrawn
from sammetag.evaluation.result import Estimate, Undefined
from sammetag.evaluation.rmst import RestrictedMeans, restricted_means
from sammetag.evaluation.survival import KaplanMeier, kaplan_meier
from sammetag.evaluation.trial.covariates import ARM, Columns, columns
from sammetag.evaluation.trial.extract import Extract
from sammetag.evaluation.trial.redraw import redraw
from sammetag.evaluation.trial.samples import Sample
from sammetag.evaluation.trial.shares_ended import Counted, Found, had_or_not, or_why
from sammetag.words import Words

EVENT = 1

_COMPETING = Words(
    "Andre afslutninger kan komme først, så en gennemsnitlig tid til hændelsen findes ikke. Læs andelene "
    "over tid i stedet.",
    "Other endings can come first, so there is no mean time until the event. Read the shares over time "
    "instead.",
)
_ALONE = Words(
    "Ingen andre afslutninger holder hændelsen fra at komme, så det er det samme som Kaplan-Meier og "
    "log-rank.",
    "No other ending keeps the event from coming, so it is the same as Kaplan-Meier and log-rank.",
)
_NOBODY_YET = Words(
    "Ingen af de {count} har endnu nået målet. Tag et nyt udtræk senere.",
    "None of the {count} has reached the outcome yet. Take a new extract later.",
)
DAYS_UNKNOWN = Words(
    "Udtrækket siger kun, at det skete, og ikke hvilken dag (personer: {count}). Derfor er der andele, men "
    "ingen kurver eller regressioner. Find dagene, og hent udtrækket igen.",
    "The extract says only that it happened, and not on which day (persons: {count}). So there are shares, "
    "but neither curves nor regressions. Find the days, and fetch the extract again.",
)


@dataclass(frozen=True, slots=True, eq=False)
class ArmOverTime:
    """One arm over time: the share without the event, and the share that has ended by each cause."""

    persons: int
    events: int
    free: KaplanMeier
    ended: CumulativeIncidence | Undefined


@dataclass(frozen=True, slots=True, eq=False)
class Timed:
    """All that is known of the time until the event; `tau`: the limit of mean times and shares, in days.

    Gray, Fine-Gray and the difference of incidence are there where
    the event can be kept away by another ending, the mean times where it cannot.
    """

    tau: float
    competing: bool
    treated: ArmOverTime
    control: ArmOverTime
    logrank: LogRank | Undefined
    gray: Gray | Undefined
    incidence: IncidenceDifference | Undefined
    cox_plain: Cox | Undefined
    cox: Cox | Undefined
    proportional: Proportionality | Undefined
    fine_gray: FineGray | Undefined
    means: RestrictedMeans | Undefined
    redrawn: Redrawn | Undefined
    not_adjusted: tuple[Words, ...]


@dataclass(frozen=True, slots=True, eq=False)
class TimeFound:
    """How a time came out for one question: the shares at the end, and what the days tell, or why nothing."""

    shares: Counted
    timed: Timed | Undefined


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """What is asked: of whom, with which days and endings, and whether other endings keep the event away."""

    extract: Extract
    sample: Sample
    followed: Followed
    competing: bool
    name: str

    @property
    def strata(self) -> list[str] | None:
        """The block of each person, None where the protocol compares all together."""
        return self.sample.blocks if self.extract.protocol.analysis.within_blocks else None


def time_found(
    extract: Extract,
    sample: Sample,
    observed: Sequence[tuple[float | None, int]],
    *,
    competing: bool,
    name: str,
) -> TimeFound:
    """Say how a time came out: `observed` has days and ending of each person, the days None if not known.

    Raises InputRefused for days or endings that cannot be right, and where nobody has come so far.
    """
    ending = np.array([cause for _days, cause in observed], dtype=np.int64)
    days = _limit(extract, name)
    known = [value for value, _cause in observed if value is not None]
    if len(known) < len(observed):
        shares = had_or_not(ending == EVENT, sample.treated, extract.protocol.analysis.level)
        return TimeFound(shares, Undefined(DAYS_UNKNOWN.filled(count=len(observed) - len(known))))
    followed = _cut(Followed(np.array(known), ending), days)
    if not (followed.ending == EVENT).any():
        raise InputRefused(_NOBODY_YET.filled(count=len(followed)), "nobody reached it")
    shares = had_or_not(followed.ending == EVENT, sample.treated, extract.protocol.analysis.level)
    asked = Asked(extract, sample, followed, competing, name)
    return TimeFound(shares, or_why(lambda: _timed(asked, days)))


def head(timed: Timed) -> tuple[Estimate | Undefined, float | None]:
    """Give the hazard ratio of the arm that is concluded from, adjusted as planned, with its p."""
    if isinstance(timed.cox, Undefined):
        return timed.cox, None
    effect = timed.cox.effects[ARM]
    if not isinstance(effect, CoxEffect):
        return effect, None
    return effect.hazard_ratio, None if isinstance(effect.wald, Undefined) else effect.wald.p


def _timed(asked: Asked, days: float) -> Timed:
    sample, followed = asked.sample, asked.followed
    level = asked.extract.protocol.analysis.level
    arms = tuple(_over_time(among(followed, rows), level) for rows in (sample.treated, ~sample.treated))
    tau = min(days, *(float(followed.time[rows].max()) for rows in (sample.treated, ~sample.treated)))
    planned = columns(asked.extract, sample)
    return Timed(
        tau=tau,
        competing=asked.competing,
        treated=arms[0],
        control=arms[1],
        logrank=or_why(lambda: logrank(followed, sample.treated, cause=EVENT, strata=asked.strata)),
        gray=_if(
            asked.competing,
            lambda: gray(followed, sample.treated, cause=EVENT, strata=asked.strata),
        ),
        incidence=_if(
            asked.competing,
            lambda: incidence_difference(followed, sample.treated, cause=EVENT, at=tau, level=level),
        ),
        cox_plain=or_why(lambda: cox(_model(asked, Columns({ARM: sample.treated}, ())), level=level)),
        cox=or_why(lambda: cox(_model(asked, planned), level=level)),
        proportional=or_why(lambda: cox_zph(_model(asked, planned))),
        fine_gray=_if(asked.competing, lambda: fine_gray(followed, planned.values, cause=EVENT, level=level)),
        means=Undefined(_COMPETING)
        if asked.competing
        else or_why(lambda: restricted_means(followed, sample.treated, tau, level=level)),
        redrawn=_redrawn(asked),
        not_adjusted=planned.left_out,
    )


def _if(competing: bool, ask: Callable[[], Found]) -> Found | Undefined:
    """What is asked only where another ending can keep the event away."""
    return or_why(ask) if competing else Undefined(_ALONE)


def _over_time(followed: Followed, level: float) -> ArmOverTime:
    """The share without the event counts other endings as the end of observation."""
    event: Ints = (followed.ending == EVENT).astype(np.int64)
    return ArmOverTime(
        persons=len(followed),
        events=int(event.sum()),
        free=kaplan_meier(Followed(followed.time, event), level=level),
        ended=or_why(lambda: cumulative_incidence(followed, level=level)),
    )


def _model(asked: Asked, planned: Columns) -> CoxModel:
    ties = Ties(asked.extract.protocol.analysis.ties)
    strata = None if asked.strata is None else np.array(asked.strata)
    return CoxModel(asked.followed, planned.values, cause=EVENT, strata=strata, ties=ties)


def _redrawn(asked: Asked) -> Redrawn | Undefined:
    within = asked.extract.protocol.analysis.within_blocks
    return redraw(
        asked.extract,
        asked.sample,
        asked.name,
        lambda blocks, seed: log_rank_redrawn(
            asked.followed, blocks, seed=seed, cause=EVENT, stratified=within
        ),
    )


def _limit(extract: Extract, name: str) -> float:
    """How long each is followed, as the protocol says of the outcome."""
    days = next((one.days for one in extract.protocol.outcomes if one.indicator == name), None)
    return inf if days is None else float(days)


def _cut(followed: Followed, days: float) -> Followed:
    """What came after the days that the protocol follows anybody for had not come within them."""
    later = followed.time > days
    return Followed(np.minimum(followed.time, days), np.where(later, 0, followed.ending))
