"""A number as a sentence says it, in Danish and in English."""

from __future__ import annotations

from sammetag.evaluation.result import Interval
from sammetag.words import Words

SMALLEST_P = 0.001

_RANGE = Words("{low} til {high}", "{low} to {high}")


def figure(value: float, places: int = 2) -> Words:
    """Give the number with so many decimals, a comma before them in Danish: '1,74' and '1.74'."""
    # Adding 0 makes a zero of what is rounded to minus zero.
    text = f"{round(value, places) + 0.0:.{places}f}"
    return Words(text.replace(".", ","), text)


def range_of(interval: Interval, places: int = 2) -> Words:
    """Give the ends of an interval: '0,87 til 3,12'."""
    return _RANGE.filled(low=figure(interval.low, places), high=figure(interval.high, places))


def p_in_words(p: float) -> Words:
    """Give a p value as it is printed: 'p = 0,034', and 'p < 0,001' for the smallest."""
    sign, value = ("<", SMALLEST_P) if p < SMALLEST_P else ("=", p)
    found = figure(value, 3)
    return Words(f"p {sign} {found.da}", f"p {sign} {found.en}")
