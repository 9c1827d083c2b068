"""CPR numbers for tests. Sixty is added to the day, so they are nobody's."""

from __future__ import annotations

from datetime import date

from sammetag.people.cpr import Number, read

TODAY = date(2026, 11, 22)
# Born on the day on which every citizen of the town was born.
OWN, OTHER = "610580-1001", "610580-1002"


def number(typed: str = OWN) -> Number:
    """A number as the program holds it."""
    return read(typed, TODAY)


def turn(count: int) -> Number:
    """The number of somebody born on that day, a different one for each count up to 3999."""
    return read(f"610580-{count:04}", TODAY)
