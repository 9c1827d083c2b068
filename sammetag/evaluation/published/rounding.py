"""What a printed number can stand for, in exact fractions: no binary rounding comes between."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import floor

from sammetag.words import Words


@dataclass(frozen=True, slots=True)
class Span:
    """All the values from `low`, which is included, up to `high`, which is not: a half is rounded up.

    Where the two are the same, that one value is all.
    """

    low: Fraction
    high: Fraction

    @property
    def is_one_value(self) -> bool:
        """Say whether nothing is left open."""
        return self.low == self.high

    def meets(self, other: Span) -> bool:
        """Say whether the two have a value in common."""
        return self._starts_in_time_for(other) and other._starts_in_time_for(self)

    def _starts_in_time_for(self, other: Span) -> bool:
        return self.low <= other.high if other.is_one_value else self.low < other.high

    def __add__(self, other: Span) -> Span:
        """Give what the sum of the two can be."""
        return Span(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Span) -> Span:
        """Give what the difference of the two can be."""
        return Span(self.low - other.high, self.high - other.low)

    def times(self, factor: Fraction) -> Span:
        """Give what the product with a factor of 0 or more can be."""
        return Span(self.low * factor, self.high * factor)


def exactly(value: Fraction | int) -> Span:
    """Give the span of a value that was not rounded."""
    return Span(Fraction(value), Fraction(value))


def stands_for(printed: Fraction, decimals: int) -> Span:
    """Give the values that are printed so when they are rounded to so many decimals."""
    half = Fraction(1, 2 * 10**decimals)
    return Span(printed - half, printed + half)


def half_up(value: Fraction, decimals: int) -> Fraction:
    """Give the value rounded to so many decimals; a half goes up."""
    scale = 10**decimals
    return Fraction(floor(value * scale + Fraction(1, 2)), scale)


def half_up_twice(value: Fraction, decimals: int) -> Fraction:
    """Give the value rounded to one decimal more first, and then to so many."""
    return half_up(half_up(value, decimals + 1), decimals)


def in_words(value: Fraction, decimals: int) -> Words:
    """Give the number as each language writes it, rounded to so many decimals: '7,8' and '7.8'."""
    rounded = half_up(value, decimals)
    digits = str(abs(rounded.numerator) * 10**decimals // rounded.denominator).rjust(decimals + 1, "0")
    sign = "-" if rounded < 0 else ""
    if not decimals:
        return Words(sign + digits, sign + digits)
    before, after = digits[:-decimals], digits[-decimals:]
    return Words(f"{sign}{before},{after}", f"{sign}{before}.{after}")
