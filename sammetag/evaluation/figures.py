"""How a number is written in a sentence."""

from __future__ import annotations

from sammetag.evaluation.result import Interval
from sammetag.words import Words

_RANGE = Words("{low} til {high}", "{low} to {high}")


def number(value: float) -> Words:
    """Give a number as people write it, without needless decimals: '52', and '12,5' and '12.5'."""
    text = f"{value:.10g}"
    return Words(text.replace(".", ","), text)


def figure(value: float, places: int = 2) -> Words:
    """Give the number with so many decimals, a comma before them in Danish: '1,74' and '1.74'."""
    # Adding 0 makes a zero of what is rounded to minus zero.
    text = f"{round(value, places) + 0.0:.{places}f}"
    return Words(text.replace(".", ","), text)


def whole(count: int) -> Words:
    """Give a whole number with a sign between its thousands: '100.000' and '100,000'."""
    text = f"{count:,}"
    return Words(text.replace(",", "."), text)


def range_of(interval: Interval, places: int = 2) -> Words:
    """Give the ends of an interval: '0,87 til 3,12'."""
    return _RANGE.filled(low=figure(interval.low, places), high=figure(interval.high, places))
