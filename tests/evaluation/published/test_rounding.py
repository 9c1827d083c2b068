"""A printed number stands for a span of exact fractions, and is rounded as people round."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sammetag.evaluation.published.rounding import Span, exactly, half_up, half_up_twice, in_words, stands_for

values = st.fractions(min_value=-1000, max_value=1000, max_denominator=5000)
decimals = st.integers(0, 3)


@pytest.mark.parametrize(
    ("value", "places", "rounded"),
    [("0.5", 0, "1"), ("2.5", 0, "3"), ("-2.5", 0, "-2"), ("7.85", 1, "7.9"), ("1.005", 2, "1.01")],
)
def test_a_half_goes_up(value: str, places: int, rounded: str) -> None:
    assert half_up(Fraction(value), places) == Fraction(rounded)


def test_rounding_twice_can_give_one_more() -> None:
    share = Fraction(43, 109) * 100

    assert half_up(share, 1) == Fraction("39.4")
    assert half_up_twice(share, 1) == Fraction("39.5")


@given(value=st.decimals(0, 1000, places=4), places=decimals)
def test_it_rounds_as_decimal_does(value: Decimal, places: int) -> None:
    quantum = Decimal(1).scaleb(-places)

    assert half_up(Fraction(value), places) == Fraction(value.quantize(quantum, ROUND_HALF_UP))


@given(value=values, places=decimals)
def test_what_is_printed_stands_for_what_was_rounded(value: Fraction, places: int) -> None:
    span = stands_for(half_up(value, places), places)

    assert span.meets(exactly(value))


@given(one=values, other=values, places=decimals)
def test_spans_add_and_subtract_as_their_values_do(one: Fraction, other: Fraction, places: int) -> None:
    first, second = stands_for(half_up(one, places), places), stands_for(half_up(other, places), places)

    assert (first + second).meets(exactly(one + other))
    assert (first - second).meets(exactly(one - other))


@pytest.mark.parametrize(
    ("value", "places", "danish", "english"),
    [
        ("7.798", 1, "7,8", "7.8"),
        ("0.05", 2, "0,05", "0.05"),
        ("12", 0, "12", "12"),
        ("-0.6", 0, "-1", "-1"),
        ("-0.04", 1, "0,0", "0.0"),
        ("100", 2, "100,00", "100.00"),
    ],
)
def test_a_number_is_written_as_each_language_writes_it(
    value: str, places: int, danish: str, english: str
) -> None:
    words = in_words(Fraction(value), places)

    assert (words.da, words.en) == (danish, english)


def test_a_span_is_one_value_or_several() -> None:
    assert exactly(3).is_one_value
    assert not stands_for(Fraction(3), 0).is_one_value
    assert not Span(Fraction(0), Fraction(1)).meets(exactly(2))
