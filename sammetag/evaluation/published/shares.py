"""Whether shares and means are those of the counts and means that they are printed with."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.published.figures import Figure
from sammetag.evaluation.published.rounding import Span, exactly, in_words
from sammetag.evaluation.published.terms import Term, figures_in, pairs, span_of, value_of
from sammetag.evaluation.published.verdicts import Expected, Finding, Hedge, Verdict, found, hedged
from sammetag.words import Words

WEIGHT = "weight"
IN_ALL = Fraction(100)

_SHARE = Words("{part} af {whole} er {expected} procent", "{part} of {whole} is {expected} per cent")
_QUOTIENT = Words("{part}/{whole} er {expected}", "{part}/{whole} is {expected}")
_MEAN = Words(
    "Gennemsnittet af {values}, vægtet med {weights}, er {expected}",
    "The mean of {values}, weighted by {weights}, is {expected}",
)
_GROUPED = Words(
    "Grupperne tillader et gennemsnit fra {low} til {high}; der er trykt {printed}.",
    "The groups allow a mean from {low} to {high}; {printed} is printed.",
)
_FROM_TO = Words("{low}-{high}", "{low}-{high}")
_HIGHER = Words("{ratio} er {expected} procent højere end 1", "{ratio} is {expected} per cent higher than 1")
_SAID = Words(
    "{part} af {whole} er {share} procent; der står »{said}«.",
    "{part} of {whole} is {share} per cent; it says '{said}'.",
)
_NOTHING = Words(
    "»{id}« skal regnes af en helhed på 0. Ret tallene, eller tag sammenhængen ud.",
    "'{id}' is to be worked out from a whole of 0. Correct the figures, or take the relation out.",
)
_SAID_FAR = Words(
    "{part} af {whole} er {share} procent; der står »{said}«, og hvor langt det rækker, er ikke givet.",
    "{part} of {whole} is {share} per cent; it says '{said}', and how far that reaches is not given.",
)
_AND = Words("{first} og {second}", "{first} and {second}")


def share(
    figure: Figure, *, part: Sequence[Term], whole: Sequence[Term], hedge: Hedge | None = None
) -> Finding:
    """Say whether a printed share is what the counts make it, in per cent or as a weight.

    Raises InputRefused where the whole is nothing.
    """
    of_all = IN_ALL if figure.unit != WEIGHT else Fraction(1)
    expected = _quotient(figure, part, whole, of_all)
    claim = _QUOTIENT if figure.unit == WEIGHT else _SHARE
    said = {"part": _sum_in_words(part), "whole": _sum_in_words(whole)}
    return found(figure, expected, claim, behind=figures_in(part, whole), hedge=hedge, said=said)


def said_share(
    figure: Figure, *, whole: Sequence[Term], share: Fraction, said: str, hedge: Hedge | None = None
) -> Finding:
    """Say whether a count is the share of the whole that a text says in words, as 'godt halvdelen'."""
    value = _quotient(figure, [figure], whole, IN_ALL).value
    verdict = Verdict.OK if value == share else Verdict.MISMATCH
    if hedge and value != share:
        verdict = hedged(share, value, hedge)
    shown = in_words(value, 0)
    sentence = _SAID_FAR if verdict is Verdict.AMBIGUOUS else _SAID
    told = sentence.filled(part=figure.words, whole=_sum_in_words(whole), share=shown, said=said)
    return Finding(figure, figures_in(whole), verdict, Words(said, said), shown, told)


def mean(figure: Figure, *, of: Sequence[Figure], weights: Sequence[Figure]) -> Finding:
    """Say whether a mean is that of the rounded means of its rows, weighted by how many each holds."""
    everybody = _not_nothing(figure, weights)
    parts = [(one, weight.value / everybody) for one, weight in pairs(figure, of, weights)]
    value = sum((one.value * part for one, part in parts), Fraction(0))
    span = sum((one.span.times(part) for one, part in parts), exactly(0))
    said = {"values": _listed(of), "weights": _listed(weights)}
    behind = figures_in(of, weights)
    return found(figure, Expected(value, span), _MEAN, behind=behind, said=said)


def grouped_mean(
    figure: Figure, *, of: Sequence[Figure], starts: Sequence[Fraction], end: Fraction
) -> Finding:
    """Say whether a mean is possible when only the groups are printed.

    `starts`: where each group starts, in order; each ends where the next starts, and the last at `end`.
    """
    everybody = _not_nothing(figure, of)
    low, high = (
        sum((one.value * edge for one, edge in pairs(figure, of, edges)), Fraction(0)) / everybody
        for edges in (starts, [*starts[1:], end])
    )
    verdict = Verdict.WITHIN if figure.span.meets(Span(low, high)) else Verdict.MISMATCH
    limits = {"low": in_words(low, figure.decimals), "high": in_words(high, figure.decimals)}
    told = _GROUPED.filled(**limits, printed=figure.words)
    return Finding(figure, tuple(of), verdict, figure.words, _FROM_TO.filled(**limits), told)


def higher(figure: Figure, *, ratio: Figure) -> Finding:
    """Say whether 'so many per cent higher' is what the printed ratio is above 1."""
    one = exactly(1)
    expected = Expected(IN_ALL * (ratio.value - 1), (ratio.span - one).times(IN_ALL))
    return found(figure, expected, _HIGHER, behind=[ratio], said={"ratio": ratio.words})


def _quotient(figure: Figure, part: Sequence[Term], whole: Sequence[Term], of_all: Fraction) -> Expected:
    everybody = _not_nothing(figure, whole)
    upper, lower = span_of(part), span_of(whole)
    span = Span(of_all * upper.low / lower.high, of_all * upper.high / lower.low)
    return Expected(of_all * value_of(part) / everybody, span)


def _not_nothing(figure: Figure, whole: Sequence[Term]) -> Fraction:
    if span_of(whole).low <= 0:
        raise InputRefused(_NOTHING.filled(id=figure.id), f"nothing to divide by for {figure.id}")
    return value_of(whole)


def _sum_in_words(terms: Sequence[Term]) -> Words:
    decimals = max((one.decimals for one in terms if isinstance(one, Figure)), default=0)
    return in_words(value_of(terms), decimals)


def _listed(figures: Sequence[Figure]) -> Words:
    told = [figure.words for figure in figures]
    if len(told) == 1:
        return told[0]
    first = Words(", ".join(one.da for one in told[:-1]), ", ".join(one.en for one in told[:-1]))
    return _AND.filled(first=first, second=told[-1])
