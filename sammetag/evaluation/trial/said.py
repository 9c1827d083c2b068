"""What can be said of an outcome in a sentence: by rule, and naming no arm where nobody may know it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import log

from sammetag.evaluation.conclusion import Finding, Plan, Scale, conclude, said_range
from sammetag.evaluation.figures import figure
from sammetag.evaluation.result import Estimate, Method, Undefined
from sammetag.evaluation.trial.outcomes import Direction
from sammetag.evaluation.trial.protocol import Adjustment, Outcome, Protocol
from sammetag.words import Words

_BLIND_APART = Words(
    "Der er en forskel mellem grupperne ({range}, første gruppe mod sidste). Hvilken gruppe der fik hvad, er "
    "endnu skjult.",
    "There is a difference between the arms ({range}, first arm against last). Which arm received what is "
    "still hidden.",
)
_BLIND_OPEN = Words(
    "Der er ingen sikker forskel mellem grupperne, men heller ikke vist, at der ingen er ({range}). Hvilken "
    "gruppe der fik hvad, er endnu skjult.",
    "There is no certain difference between the arms, but neither is it shown that there is none ({range}). "
    "Which arm received what is still hidden.",
)
_BLIND_EDGE = Words(
    "Testen og intervallet ({range}) er ikke enige, så svaret ligger på grænsen. Hvilken gruppe der fik "
    "hvad, er endnu skjult.",
    "The test and the interval ({range}) do not agree, so the answer lies on the edge. Which arm received "
    "what is still hidden.",
)
_UNDEFINED = Words(
    "Tallene kan ikke besvare spørgsmålet. {why}", "The figures cannot answer the question. {why}"
)
_SPREAD_APART = Words(
    "Grupperne fordeler sig forskelligt (p = {p}). Tabellen viser hvordan.",
    "The arms are distributed differently (p = {p}). The table shows how.",
)
_SPREAD_OPEN = Words(
    "Grupperne fordeler sig ikke sikkert forskelligt (p = {p}). Det viser ikke, at de er ens.",
    "The arms are not certainly distributed differently (p = {p}). That does not show that they are alike.",
)
_NO_TEST = Words("Der er ingen test at læse.", "There is no test to read.")
PLANNED = Method(
    Words(
        "Forsøget var planlagt efter andele: {control} i kontrol og {treatment} i indsats. Som forhold "
        "mellem hazard-rater er det log(1 - {treatment}) / log(1 - {control}) = {ratio}.",
        "The trial was planned by shares: {control} in control and {treatment} in the treatment. As a ratio "
        "of hazards that is log(1 - {treatment}) / log(1 - {control}) = {ratio}.",
    ),
    "Schoenfeld (1981), Biometrika 68:316",
)


@dataclass(frozen=True, slots=True)
class Said:
    """What can be said of an outcome: its verdict, the sentence, what to read first, and p adjusted."""

    verdict: str
    words: Words
    warnings: tuple[Words, ...]
    adjusted_p: float | None


@dataclass(frozen=True, slots=True)
class Head:
    """The number that is concluded from: on a scale, with p and the events in both arms, where there are any.

    `estimate` is None where there is a test and no number: a table of several labels.
    """

    estimate: Estimate | Undefined | None
    p: float | None
    scale: Scale
    events: int | None = None


def said(
    head: Head, outcome: Outcome, protocol: Protocol, *, adjusted_p: float | None, as_drawn: bool, blind: bool
) -> Said:
    """Say what an outcome shows and what it cannot show, by the rules of `conclusion`.

    `adjusted_p`: what the head's own p is worth among the others. Raises InputRefused as `conclude` does.
    """
    if head.estimate is None:
        return _of_table(adjusted_p, protocol.analysis.level)
    if blind:
        return _blind(head, head.estimate, adjusted_p)
    finding = Finding(head.estimate, adjusted_p, head.events, as_drawn)
    plan = plan_of(head.scale, outcome, protocol)
    if head.p is not None and head.p > 1 - protocol.analysis.level:
        # The test alone did not show it, so it is not by the adjustment that it was lost.
        plan = replace(plan, adjusted=False)
    found = conclude(finding, plan)
    return Said(found.verdict.name, found.words, found.warnings, adjusted_p)


def plan_of(scale: Scale, outcome: Outcome, protocol: Protocol) -> Plan:
    """Give what the protocol planned of an outcome on a scale: the primary one has its planned difference.

    A planned difference on the side that is not hoped for is no plan and left out.
    """
    higher = outcome.hoped is Direction.MORE
    bare = Plan(
        scale,
        outcome.primary,
        higher_is_better=higher,
        adjusted=protocol.analysis.several is not Adjustment.NONE,
    )
    planned = planned_difference(protocol, scale) if outcome.primary else None
    if planned is None or not bare.gain(planned) > 0:
        return bare
    return Plan(scale, True, planned, higher_is_better=higher, adjusted=bare.adjusted)


def planned_difference(protocol: Protocol, scale: Scale) -> float | None:
    """Give the planned difference on a scale: in shares, or as a ratio of hazards; None where none is."""
    size = protocol.size
    if size is None:
        return None
    if scale is Scale.SHARES:
        return round(size.treatment - size.control, 4)
    inside = 0 < size.treatment < 1 and 0 < size.control < 1
    if scale is not Scale.RATIO or not inside:
        return None
    return round(log(1 - size.treatment) / log(1 - size.control), 2)


def planned_method(protocol: Protocol) -> Method | None:
    """Say how the planned shares became a ratio; None where they did not."""
    ratio = planned_difference(protocol, Scale.RATIO)
    if protocol.size is None or ratio is None:
        return None
    words = PLANNED.words.filled(
        control=figure(protocol.size.control), treatment=figure(protocol.size.treatment), ratio=figure(ratio)
    )
    return Method(words, PLANNED.source)


def _of_table(p: float | None, level: float) -> Said:
    if p is None:
        return Said("UNDEFINED", _UNDEFINED.filled(why=_NO_TEST), (), None)
    apart = p <= 1 - level
    words = _SPREAD_APART if apart else _SPREAD_OPEN
    return Said("APART" if apart else "OPEN", words.filled(p=figure(p, 3)), (), p)


def _blind(head: Head, estimate: Estimate | Undefined, p: float | None) -> Said:
    interval = estimate if isinstance(estimate, Undefined) else estimate.interval
    if isinstance(interval, Undefined):
        return Said("UNDEFINED", _UNDEFINED.filled(why=interval.why), (), p)
    apart = not interval.holds(1.0 if head.scale is Scale.RATIO else 0.0)
    edge = p is not None and apart != (p <= 1 - interval.level)
    verdict, words = ("BLIND_APART", _BLIND_APART) if apart else ("BLIND_OPEN", _BLIND_OPEN)
    if edge:
        verdict, words = "ON_THE_EDGE", _BLIND_EDGE
    return Said(verdict, words.filled(range=said_range(interval, head.scale)), (), p)
