"""Whether counts and shares add up: totals, shares of a whole, a number twice, and what bounds one."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from sammetag.evaluation.published.figures import Figure
from sammetag.evaluation.published.rounding import Span, exactly, in_words
from sammetag.evaluation.published.terms import Term, figures_in, span_of, value_of, written
from sammetag.evaluation.published.verdicts import Expected, Finding, Verdict, found
from sammetag.words import Words

_TOTAL = Words("{terms} = {expected}", "{terms} = {expected}")
_SAME = Words("I {where} er det samme tal {expected}", "In {where} the same number is {expected}")
_ROWS = Words("Der er {expected} rækker", "There are {expected} rows")
_WHOLE = {
    Verdict.OK: Words("{terms} = {total} procent.", "{terms} = {total} per cent."),
    Verdict.WITHIN: Words(
        "{terms} = {total} procent; hver andel er rundet for sig, så 100 er muligt.",
        "{terms} = {total} per cent; each share is rounded by itself, so 100 is possible.",
    ),
    Verdict.MISMATCH: Words(
        "{terms} = {total} procent; det bliver ikke 100, heller ikke inden for afrundingen.",
        "{terms} = {total} per cent; that does not make 100, not within rounding either.",
    ),
}
_AT_MOST = Words(
    "Der kan højst være {most}; der er trykt {printed}.", "There can be at most {most}; {printed} is printed."
)
_BETWEEN = Words(
    "Tallet skal ligge fra {low} til {high}; der er trykt {printed}.",
    "The number must lie from {low} to {high}; {printed} is printed.",
)
_UP_TO = Words("højst {most}", "at most {most}")
_FROM_TO = Words("{low}-{high}", "{low}-{high}")
_HALVES = Words(
    "To halvdele må højst adskille sig med 1; der er trykt {one} og {other}.",
    "Two halves may differ by 1 at most; {one} and {other} are printed.",
)


def total(figure: Figure, *, of: Sequence[Term], minus: Sequence[Term] = ()) -> Finding:
    """Say whether a printed total is the sum of its parts, less what is taken from it."""
    expected = Expected(value_of(of) - value_of(minus), span_of(of) - span_of(minus))
    terms = {"terms": written(of, minus)}
    return found(figure, expected, _TOTAL, behind=figures_in(of, minus), said=terms)


def same(figure: Figure, *, other: Figure) -> Finding:
    """Say whether a number that stands in two places is the same in both, to the decimals of each."""
    alike = figure.decimals == other.decimals
    expected = Expected(other.value, exactly(other.value) if alike else other.span)
    return found(figure, expected, _SAME, behind=[other], said={"where": other.where})


def rows(figure: Figure, *, of: Sequence[Figure]) -> Finding:
    """Say whether a printed number of rows is the number that there are."""
    return found(figure, Expected.exact(Fraction(len(of))), _ROWS, behind=of)


def hundred(shares: Sequence[Figure]) -> Finding:
    """Say whether shares that exclude each other make 100 per cent, with room for the rounding of each."""
    value, verdict = value_of(shares), Verdict.MISMATCH
    if value == 100:
        verdict = Verdict.OK
    elif span_of(shares).meets(exactly(100)):
        verdict = Verdict.WITHIN
    decimals = max(share.decimals for share in shares)
    made = in_words(value, decimals)
    told = _WHOLE[verdict].filled(terms=written(shares), total=made)
    return Finding(shares[0], tuple(shares[1:]), verdict, made, in_words(Fraction(100), 0), told)


def at_most(figure: Figure, *, of: Sequence[Term], minus: Sequence[Term] = ()) -> Finding:
    """Say whether a printed number is no larger than what it is a part of."""
    limit = value_of(of) - value_of(minus)
    most = in_words(limit, figure.decimals)
    told = _AT_MOST.filled(most=most, printed=figure.words)
    fits = _holds(figure.value <= limit)
    return Finding(figure, figures_in(of, minus), fits, figure.words, _UP_TO.filled(most=most), told)


def between(figure: Figure, *, low: Figure, high: Figure) -> Finding:
    """Say whether what holds of all lies between what holds of its two parts."""
    limits = {"low": low.words, "high": high.words}
    told = _BETWEEN.filled(**limits, printed=figure.words)
    inside = _holds(figure.span.meets(Span(low.span.low, high.span.high)))
    return Finding(figure, (low, high), inside, figure.words, _FROM_TO.filled(**limits), told)


def halves(figure: Figure, *, other: Figure) -> Finding:
    """Say whether a list was drawn into halves, with one more in either at most."""
    told = _HALVES.filled(one=figure.words, other=other.words)
    even = _holds(abs(figure.value - other.value) <= 1)
    return Finding(figure, (other,), even, figure.words, other.words, told)


def _holds(it_does: bool) -> Verdict:
    return Verdict.OK if it_does else Verdict.MISMATCH
