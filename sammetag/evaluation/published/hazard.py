"""Whether a printed hazard ratio, its interval and its p can belong together."""

from __future__ import annotations

from fractions import Fraction

from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.published.envelopes import HIGH, LOW, RATIO, Envelope, Limits, P, envelope_of
from sammetag.evaluation.published.figures import Figure
from sammetag.evaluation.published.rounding import in_words
from sammetag.evaluation.published.verdicts import Finding, Verdict
from sammetag.words import Words, together

DECIMALS = 2
NAMES = {
    RATIO: Words("HR", "HR"),
    LOW: Words("den nedre grænse", "the lower end"),
    HIGH: Words("den øvre grænse", "the upper end"),
    P: Words("p", "p"),
}
WALD = Words(
    "Regnet for et 95-procents-interval, der er symmetrisk på den logaritmiske skala (Wald). "
    "Et likelihood-interval kan afvige lidt.",
    "Worked out for a 95 per cent interval that is symmetric on the logarithmic scale (Wald). "
    "A likelihood interval can differ a little.",
)

_FOUR = Words("HR {ratio} ({low}-{high}) og p = {p}", "HR {ratio} ({low}-{high}) and p = {p}")
_FROM_TO = Words("{low}-{high}", "{low}-{high}")
_AGREE = Words("{four} kan høre sammen inden for afrundingen.", "{four} can belong together within rounding.")
_DISAGREE = Words(
    "{four} kan ikke høre sammen, heller ikke inden for afrundingen. "
    "Intervallets midte svarer til HR {middle}.",
    "{four} cannot belong together, not within rounding either. "
    "The middle of the interval corresponds to HR {middle}.",
)
_THREE_AGREE = Words(
    "De tre andre passer sammen, hvis {name} er {limits}.",
    "The other three agree if {name} is {limits}.",
)
_NO_THREE = Words("Der er heller ikke tre af dem, der passer sammen.", "No three of them agree either.")
_NO_RATIO = Words(
    "»{id}«: HR og dets interval skal være større end 0, og den nedre grænse under den øvre.",
    "'{id}': HR and its interval must be above 0, and the lower end below the upper.",
)


def ratio_with_interval(figure: Figure, *, low: Figure, high: Figure, p: Figure) -> Finding:
    """Say whether a hazard ratio, its 95 per cent interval and its p agree; if not, whether three do.

    Raises InputRefused for a ratio or an end that is not above 0.
    """
    if not (0 < low.value <= high.value and figure.value > 0):
        raise InputRefused(_NO_RATIO.filled(id=figure.id), f"no ratio in {figure.id}")
    envelope = envelope_of(figure, low, high, p)
    four = _FOUR.filled(ratio=figure.words, low=low.words, high=high.words, p=p.words)
    middle = _from_to(envelope.left_for(RATIO, (LOW, HIGH)), figure.decimals)
    verdict, sentence = Verdict.WITHIN, _AGREE.filled(four=four)
    if not envelope.agrees:
        verdict = Verdict.MISMATCH
        sentence = together(_DISAGREE.filled(four=four, middle=middle), *_told_of_three(envelope))
    return Finding(figure, (low, high, p), verdict, figure.words, middle, sentence, WALD)


def _told_of_three(envelope: Envelope) -> list[Words]:
    """What is said of three that agree, for each that the others would have otherwise."""
    left = {name: limits for name in NAMES if (limits := envelope.without(name))}
    told = {NAMES[name]: _from_to(limits, DECIMALS) for name, limits in left.items()}
    return [_THREE_AGREE.filled(name=name, limits=limits) for name, limits in told.items()] or [_NO_THREE]


def _from_to(limits: Limits | None, decimals: int) -> Words:
    low, high = (in_words(Fraction(limit), decimals) for limit in limits or (0, 0))
    return _FROM_TO.filled(low=low, high=high)
