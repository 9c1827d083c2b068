"""What is added and weighed in a check: printed figures, and numbers that a text gives without a figure."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TypeAlias, TypeVar

from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.published.figures import Figure
from sammetag.evaluation.published.rounding import Span, exactly, in_words
from sammetag.words import Words

Term: TypeAlias = Figure | Fraction
One = TypeVar("One")
Other = TypeVar("Other")

_UNEVEN = Words(
    "»{id}« skal regnes af {ones} og {others} tal, der hører sammen to og to. Ret sammenhængen.",
    "'{id}' is to be worked out from {ones} and {others} numbers that go in pairs. Correct the relation.",
)


def value_of(terms: Sequence[Term]) -> Fraction:
    """Give the sum of the terms as they are printed."""
    return sum((term.value if isinstance(term, Figure) else term for term in terms), Fraction(0))


def span_of(terms: Sequence[Term]) -> Span:
    """Give all that the sum of the terms can be, when what is printed was rounded."""
    spans = (term.span if isinstance(term, Figure) else exactly(term) for term in terms)
    return sum(spans, exactly(0))


def figures_in(*several: Sequence[Term]) -> tuple[Figure, ...]:
    """Give the terms that are printed figures."""
    return tuple(term for terms in several for term in terms if isinstance(term, Figure))


def pairs(figure: Figure, ones: Sequence[One], others: Sequence[Other]) -> list[tuple[One, Other]]:
    """Give what goes together for a figure; raises InputRefused where there is not one for each."""
    if len(ones) != len(others):
        told = _UNEVEN.filled(id=figure.id, ones=len(ones), others=len(others))
        raise InputRefused(told, f"no pairs for {figure.id}")
    return list(zip(ones, others, strict=True))


def written(terms: Sequence[Term], minus: Sequence[Term] = ()) -> Words:
    """Give the sum as it is written: '19 + 27 - 3'."""
    added, taken = [_told(term) for term in terms], [_told(term) for term in minus]
    danish = " - ".join([" + ".join(words.da for words in added), *(words.da for words in taken)])
    english = " - ".join([" + ".join(words.en for words in added), *(words.en for words in taken)])
    return Words(danish, english)


def _told(term: Term) -> Words:
    return term.words if isinstance(term, Figure) else in_words(term, 0)
