"""How much do the arms differ in how many had an event? As a difference, a ratio, and a ratio of odds."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, hypot, sqrt

from scipy import stats

from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.normal import deviations
from sammetag.evaluation.result import LEVEL, Estimate, Interval, Method, Undefined
from sammetag.words import Words

_TREATED, _CONTROL = Words("Indsatsgruppen", "The treated"), Words("Kontrolgruppen", "Control")
_NOBODY = Words(
    "{arm}: der er ingen personer. Kontrollér kolonnen med gruppen.",
    "{arm}: there are no persons. Check the column of the arm.",
)
_NO_PART = Words(
    "{arm}: {events} af {persons} kan ikke have haft hændelsen. Ret antallene.",
    "{arm}: {events} of {persons} cannot have had the event. Correct the counts.",
)
_NO_RATIO = Words(
    "Ingen i den ene gruppe havde hændelsen, så forholdet er nul eller uendeligt. Se på forskellen.",
    "Nobody in one arm had the event, so the ratio is zero or infinite. Look at the difference.",
)
_ALL_HAD_IT = Words(
    "Alle i begge grupper havde hændelsen, så forholdet har intet interval. Se på forskellen.",
    "Everybody in both arms had the event, so the ratio has no interval. Look at the difference.",
)
_NO_ODDS_RATIO = Words(
    "Alle eller ingen i den ene gruppe havde hændelsen, så oddsforholdet er nul eller uendeligt. Se på "
    "forskellen.",
    "Everybody or nobody in one arm had the event, so the odds ratio is zero or infinite. Look at the "
    "difference.",
)
_METHOD = Method(
    Words(
        "Forskellen i andele har Newcombes interval, bygget af de to gruppers egne (Wilsons); det holder "
        "også ved få hændelser. Forholdene har det almindelige interval på deres logaritme.",
        "The difference of shares has Newcombe's interval, built from those of the two arms (Wilson's); it "
        "holds with few events too. The ratios have the usual interval on their logarithm.",
    ),
    "Newcombe (1998), Stat Med 17:873, method 10; Wilson (1927); Katz et al. (1978); Woolf (1955)",
)


@dataclass(frozen=True, slots=True)
class SharesCompared:
    """How many had the event in each arm, and how much they differ: treated less, or by, control.

    `treated` and `control` are shares from 0 to 1; so is `difference` (0.1 is ten percentage points).
    """

    treated: Estimate
    control: Estimate
    difference: Estimate
    ratio: Estimate | Undefined
    odds_ratio: Estimate | Undefined
    method: Method
    warnings: tuple[Words, ...] = ()


def compare_shares(
    treated: tuple[int, int], control: tuple[int, int], level: float = LEVEL
) -> SharesCompared:
    """Say how much the arms differ in the share that had an event.

    Each arm is told as those with the event, and all persons. Newcombe's method 10 was chosen for the
    difference: it is worked out at once, never leaves -1 to 1, and keeps its level with few events as well as
    Miettinen and Nurminen's. Raises InputRefused for an empty arm and for more events than persons.
    """
    _refuse(treated, _TREATED)
    _refuse(control, _CONTROL)
    had, lacked = (treated[0], control[0]), (treated[1] - treated[0], control[1] - control[0])
    return SharesCompared(
        treated=share(*treated, level),
        control=share(*control, level),
        difference=_difference(treated, control, level),
        ratio=_ratio(had, (treated[1], control[1]), level),
        odds_ratio=_odds_ratio(had, lacked, level),
        method=_METHOD,
    )


def share(events: int, persons: int, level: float = LEVEL) -> Estimate:
    """Give the share of persons with an event, with Wilson's interval."""
    return Estimate(events / persons, Interval(*_wilson(events, persons, level), level))


def _wilson(events: int, persons: int, level: float) -> tuple[float, float]:
    ends = stats.binomtest(events, persons).proportion_ci(level, method="wilson")
    return float(ends.low), float(ends.high)


def _difference(treated: tuple[int, int], control: tuple[int, int], level: float) -> Estimate:
    """Newcombe's square-and-add of the distances to the ends of each arm's own interval."""
    ours, theirs = treated[0] / treated[1], control[0] / control[1]
    (low, high), (their_low, their_high) = _wilson(*treated, level), _wilson(*control, level)
    value = ours - theirs
    down, up = hypot(ours - low, their_high - theirs), hypot(high - ours, theirs - their_low)
    return Estimate(value, Interval(value - down, value + up, level))


def _ratio(had: tuple[int, int], of: tuple[int, int], level: float) -> Estimate | Undefined:
    if not all(had):
        return Undefined(_NO_RATIO)
    value = (had[0] / of[0]) / (had[1] / of[1])
    if had == of:
        return Estimate(value, Undefined(_ALL_HAD_IT))
    return _on_logarithm(
        value, sum(1 / events - 1 / persons for events, persons in zip(had, of, strict=True)), level
    )


def _odds_ratio(had: tuple[int, int], lacked: tuple[int, int], level: float) -> Estimate | Undefined:
    if not all(had + lacked):
        return Undefined(_NO_ODDS_RATIO)
    value = (had[0] / lacked[0]) / (had[1] / lacked[1])
    return _on_logarithm(value, sum(1 / count for count in had + lacked), level)


def _on_logarithm(value: float, variance: float, level: float) -> Estimate:
    """A ratio with the interval that is normal on its logarithm."""
    reach = exp(deviations(level) * sqrt(variance))
    return Estimate(value, Interval(value / reach, value * reach, level))


def _refuse(arm: tuple[int, int], name: Words) -> None:
    events, persons = arm
    if persons < 1:
        raise InputRefused(_NOBODY.filled(arm=name), "an empty arm")
    if not 0 <= events <= persons:
        sentence = _NO_PART.filled(arm=name, events=events, persons=persons)
        raise InputRefused(sentence, f"{events} events of {persons}")
