"""Tables of counts give what R's chisq.test and fisher.test give, and what VIVE19 printed."""

from __future__ import annotations

import json
from itertools import product
from math import comb, isclose

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.result import Estimate, Interval, Test, Undefined
from sammetag.evaluation.tables import MOST_TABLES, chi_square, fisher
from tests.evaluation.drawn import GOLDENS

GOLDEN = json.loads((GOLDENS / "tables.json").read_text())
TWO_BY_TWO = [name for name, golden in GOLDEN.items() if "corrected" in golden]
WITHOUT_ZERO = [name for name, golden in GOLDEN.items() if "odds_ratio" in golden]
# VIVE19, tables 8.8 and 8.4, the treated first: complaints, and support at the end of the trial.
COMPLAINTS = [[3, 106], [14, 95]]
SUPPORT = [[7, 18, 84], [5, 10, 94]]


def same(test: Test, statistic: float, p: float) -> bool:
    return isclose(test.statistic, statistic, rel_tol=1e-9, abs_tol=1e-12) and isclose(
        test.p, p, rel_tol=1e-9
    )


@pytest.mark.parametrize("name", GOLDEN)
def test_chi_square_is_that_of_r(name: str) -> None:
    """R: `chisq.test(counts, correct = FALSE)`."""
    golden = GOLDEN[name]

    found = chi_square(golden["counts"])

    assert same(found.test, golden["statistic"], golden["p"])
    assert found.test.degrees == golden["df"]
    assert np.allclose(found.expected, golden["expected"], rtol=1e-12)


@pytest.mark.parametrize("name", TWO_BY_TWO)
def test_chi_square_with_the_correction_is_that_of_r(name: str) -> None:
    """R: `chisq.test(counts, correct = TRUE)`; half a person less, and never past what is expected."""
    golden = GOLDEN[name]

    corrected = chi_square(golden["counts"]).corrected

    assert corrected is not None
    assert same(corrected, golden["corrected"], golden["corrected_p"])


def test_only_two_by_two_has_a_correction() -> None:
    assert chi_square(SUPPORT).corrected is None


@pytest.mark.parametrize("name", GOLDEN)
def test_fishers_p_is_that_of_r(name: str) -> None:
    """R: `fisher.test(counts)$p.value`, of tables of any size."""
    golden = GOLDEN[name]

    assert isclose(fisher(golden["counts"]).p, golden["fisher"], rel_tol=1e-9)


@pytest.mark.parametrize("name", WITHOUT_ZERO)
def test_the_odds_ratio_given_the_totals_is_that_of_r(name: str) -> None:
    """R: `fisher.test(counts)`: estimate and conf.int, searched for to more digits than it does itself."""
    value, low, high = GOLDEN[name]["odds_ratio"]

    found = fisher(GOLDEN[name]["counts"]).odds_ratio

    assert isinstance(found, Estimate)
    assert isinstance(found.interval, Interval)
    assert np.allclose([found.value, found.interval.low, found.interval.high], [value, low, high], rtol=1e-8)


def test_the_complaints_of_the_report_come_out_as_printed() -> None:
    """VIVE19, 8.5: chi-square 7.7, p < 0.01. With the correction it would have been 6.4 and p 0.012."""
    found = chi_square(COMPLAINTS)

    assert (round(found.test.statistic, 1), found.test.p < 0.01) == (7.7, True)
    assert found.corrected is not None
    assert (round(found.corrected.statistic, 1), round(found.corrected.p, 3)) == (6.4, 0.012)
    assert fisher(COMPLAINTS).p < 0.01


def test_the_support_of_the_report_comes_out_as_printed_but_for_its_p() -> None:
    """VIVE19, 8.2: chi-square 3.2, p < 0.20. From the printed counts p is 0.204, and not below 0.20."""
    found = chi_square(SUPPORT)

    assert round(found.test.statistic, 1) == 3.2
    assert round(found.test.p, 4) == 0.2038


def one_by_one(counts: list[list[int]]) -> float:
    """Fisher's p of a table with two rows, from every first row that the totals allow."""
    columns = [sum(column) for column in zip(*counts, strict=True)]

    def likely(row: tuple[int, ...]) -> int:
        found = 1
        for had, total in zip(row, columns, strict=True):
            found *= comb(total, had)
        return found

    rows = [row for row in product(*(range(total + 1) for total in columns)) if sum(row) == sum(counts[0])]
    every = [likely(row) for row in rows]
    return sum(one for one in every if one <= likely(tuple(counts[0]))) / sum(every)


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5)), min_size=2, max_size=4))
def test_fishers_p_is_that_of_all_tables_one_by_one(columns: list[tuple[int, int]]) -> None:
    counts = [list(row) for row in zip(*columns, strict=True)]

    assert isclose(fisher(counts).p, one_by_one(counts), rel_tol=1e-9)


def test_every_table_with_the_same_totals_is_gone_through() -> None:
    """Of a first row of six in columns of four, four and five: 21 tables, as many as such rows."""
    rows = [row for row in product(range(5), range(5), range(6)) if sum(row) == 6]

    assert fisher([[2, 3, 1], [2, 1, 4]]).tables == len(rows)
    assert fisher([[3, 3], [3, 3]]).p == 1.0


@pytest.mark.parametrize(
    ("counts", "warned"),
    [
        (COMPLAINTS, False),
        ([[3, 1], [1, 3]], True),
        # One cell in six expects fewer than five; two in six are more than one in five.
        ([[20, 20, 8], [20, 20, 2]], False),
        ([[20, 20, 6], [20, 20, 2]], True),
        ([[40, 40, 40, 40, 40, 1], [40, 40, 40, 40, 40, 0]], True),
    ],
)
def test_too_few_expected_are_warned_of(counts: list[list[int]], warned: bool) -> None:
    assert bool(chi_square(counts).warnings) == warned


def test_the_warning_counts_the_cells_and_points_to_fisher() -> None:
    (warning,) = chi_square([[3, 1], [1, 3]]).warnings

    assert warning.da == (
        "4 af 4 celler venter færre end 5 personer, så chi-i-anden er upålidelig. "
        "Læs Fishers eksakte test i stedet."
    )


def test_an_odds_ratio_with_an_empty_cell_says_why_there_is_none() -> None:
    found = fisher([[0, 12], [5, 9]]).odds_ratio

    assert isinstance(found, Undefined)
    assert found.why.da.startswith("En celle er tom")


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        ([[1, 2]], "Tabellen skal have mindst to rækker og to kolonner"),
        ([[1, 2], [3]], "Tabellen skal have mindst to rækker og to kolonner"),
        ([[1, 2], [3, -1]], "Række 2, kolonne 2: der skal stå et helt antal personer"),
        ([[1, 2], [3, 0.5]], "Række 2, kolonne 2: der skal stå et helt antal personer"),
        ([[1, float("nan")], [3, 1]], "Række 1, kolonne 2: der skal stå et helt antal personer"),
        ([[1, 2], [0, 0]], "Række 2: der er ingen personer."),
        ([[1, 0], [3, 0]], "Kolonne 2: der er ingen personer."),
    ],
)
def test_what_is_no_table_is_refused_with_its_place(counts: list[list[int]], sentence: str) -> None:
    with pytest.raises(InputRefused) as refused:
        chi_square(counts)

    assert refused.value.sentence.da.startswith(sentence)


def test_a_table_too_large_for_fisher_is_refused_with_the_remedy() -> None:
    with pytest.raises(InputRefused) as refused:
        fisher([[30, 45, 20], [25, 20, 15], [10, 30, 23]])

    assert MOST_TABLES == 200_000
    assert refused.value.sentence.da.endswith("Læg kategorier sammen, eller brug chi-i-anden.")
