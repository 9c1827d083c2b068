"""What was worked out is said with its decimals, as each language writes them."""

from __future__ import annotations

import pytest

from sammetag.evaluation.figures import figure, range_of
from sammetag.evaluation.result import Interval


@pytest.mark.parametrize(
    ("value", "places", "danish", "english"),
    [
        (1.7449, 2, "1,74", "1.74"),
        (-0.004, 2, "0,00", "0.00"),
        (12.0, 1, "12,0", "12.0"),
        (-17.87, 1, "-17,9", "-17.9"),
    ],
)
def test_a_figure_has_its_decimals(value: float, places: int, danish: str, english: str) -> None:
    found = figure(value, places)

    assert (found.da, found.en) == (danish, english)


def test_an_interval_goes_from_end_to_end() -> None:
    found = range_of(Interval(0.87, 3.12))

    assert (found.da, found.en) == ("0,87 til 3,12", "0.87 to 3.12")
