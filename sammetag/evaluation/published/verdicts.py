"""What a check comes to: a verdict on a printed number, and a careful sentence about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType

from sammetag.evaluation.published.figures import Figure
from sammetag.evaluation.published.rounding import Span, exactly, half_up, half_up_twice, in_words
from sammetag.words import Words


class Verdict(StrEnum):
    """How a printed number agrees with the others that it rests on."""

    OK = "ok"
    ROUNDED_TWICE = "rounded twice"
    WITHIN = "within rounding"
    APPROXIMATE = "approximate"
    AMBIGUOUS = "ambiguous"
    MISMATCH = "mismatch"


VERDICT_WORDS = {
    Verdict.OK: Words("stemmer", "adds up"),
    Verdict.ROUNDED_TWICE: Words("rundet to gange", "rounded twice"),
    Verdict.WITHIN: Words("inden for afrundingen", "within rounding"),
    Verdict.APPROXIMATE: Words("tilnærmet", "approximate"),
    Verdict.AMBIGUOUS: Words("kan læses på flere måder", "can be read in several ways"),
    Verdict.MISMATCH: Words("stemmer ikke", "does not add up"),
}


class Hedge(StrEnum):
    """A word that says that a number is not exact, and to which side it leans."""

    ABOUT = "ca."
    AROUND = "omkring"
    GOOD = "godt"
    SCARCE = "knap"


# How far from the printed number a hedged one may lie and still be called so.
SLACK = Fraction(1, 10)
NOTHING_MORE: Mapping[str, object] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found.

    `figure` is the one it is about, `behind` those it rests on; `expected` is what they make of it, a value
    or a range, and `printed` what stands there.
    """

    figure: Figure
    behind: tuple[Figure, ...]
    verdict: Verdict
    printed: Words
    expected: Words
    sentence: Words
    remark: Words | None = None

    def doubted(self, unsure: Words) -> Finding:
        """Give the finding as one that can be read in several ways, where it did not add up."""
        if self.verdict is not Verdict.MISMATCH:
            return self
        sentence = _AND_WHY.filled(sentence=self.sentence, why=unsure)
        return replace(self, verdict=Verdict.AMBIGUOUS, sentence=sentence)


@dataclass(frozen=True, slots=True)
class Expected:
    """What other figures make of one: `value` from what is printed, `span` from all they stand for."""

    value: Fraction
    span: Span

    @classmethod
    def exact(cls, value: Fraction) -> Expected:
        """Give the value that nothing was rounded for."""
        return cls(value, exactly(value))


_AND_WHY = Words("{sentence} {why}", "{sentence} {why}")
_OK = Words("{claim}, som trykt.", "{claim}, as printed.")
_TWICE = Words(
    "{claim}; der er trykt {printed}, som er det, man får ved at runde til {finer} først.",
    "{claim}; {printed} is printed, which is what one gets by rounding to {finer} first.",
)
_WITHIN = Words(
    "{claim}; der er trykt {printed}. Tallene bag er rundet, så {low} til {high} er muligt.",
    "{claim}; {printed} is printed. The numbers behind are rounded, so {low} to {high} is possible.",
)
_HEDGED = Words("{claim}; der er trykt {hedge} {printed}.", "{claim}; {hedge} {printed} is printed.")
_PRINTED = Words("{claim}; der er trykt {printed}.", "{claim}; {printed} is printed.")
_OUTSIDE = Words(
    "{claim} (fra {low} til {high} inden for afrundingen); der er trykt {printed}.",
    "{claim} (from {low} to {high} within rounding); {printed} is printed.",
)
_NO_LIMIT = Words(
    "{claim}; der er trykt {hedge} {printed}, og hvor langt det ord rækker, er ikke givet.",
    "{claim}; {hedge} {printed} is printed, and how far that word reaches is not given.",
)

_SENTENCES = {
    Verdict.OK: _OK,
    Verdict.ROUNDED_TWICE: _TWICE,
    Verdict.WITHIN: _WITHIN,
    Verdict.APPROXIMATE: _HEDGED,
    Verdict.AMBIGUOUS: _NO_LIMIT,
    Verdict.MISMATCH: _PRINTED,
}


def verdict_on(figure: Figure, expected: Expected, hedge: Hedge | None = None) -> Verdict:
    """Say how a printed number agrees with what the others make of it."""
    if half_up(expected.value, figure.decimals) == figure.value:
        return Verdict.OK
    if hedge:
        return hedged(figure.value, expected.value, hedge)
    if expected.span.is_one_value:
        twice = half_up_twice(expected.value, figure.decimals) == figure.value
        return Verdict.ROUNDED_TWICE if twice and figure.span != exactly(figure.value) else Verdict.MISMATCH
    return Verdict.WITHIN if expected.span.meets(figure.span) else Verdict.MISMATCH


def hedged(printed: Fraction, value: Fraction, hedge: Hedge) -> Verdict:
    """Say how a value agrees with a printed one that a word makes inexact."""
    wrong_side = (hedge is Hedge.GOOD and value < printed) or (hedge is Hedge.SCARCE and value > printed)
    if wrong_side:
        return Verdict.MISMATCH
    return Verdict.APPROXIMATE if abs(value - printed) <= SLACK * printed else Verdict.AMBIGUOUS


def found(
    figure: Figure,
    expected: Expected,
    claim: Words,
    *,
    behind: Sequence[Figure],
    hedge: Hedge | None = None,
    said: Mapping[str, object] = NOTHING_MORE,
) -> Finding:
    """Give the finding about a printed number.

    `claim` says what the figures behind it make of it: {expected} is that value, `said` fills the rest.
    """
    verdict, decimals = verdict_on(figure, expected, hedge), figure.decimals
    value = in_words(expected.value, decimals)
    sentence = _SENTENCES[verdict]
    if verdict is Verdict.MISMATCH and not expected.span.is_one_value:
        sentence = _OUTSIDE
    told = sentence.filled(
        claim=claim.filled(expected=value, **said),
        printed=figure.words,
        finer=in_words(expected.value, decimals + 1),
        low=in_words(expected.span.low, decimals + 1),
        high=in_words(expected.span.high, decimals + 1),
        hedge=hedge or "",
    )
    return Finding(figure, tuple(behind), verdict, figure.words, value, told)
