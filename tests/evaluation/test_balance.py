"""The arms are told apart by means, shares and standardised differences, and never by a p."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields
from math import isclose, sqrt

import numpy as np
import pytest

from sammetag.evaluation.balance import Balance, Category, CategoryRow, Number, NumberRow, balance
from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.result import Undefined
from sammetag.words import Words
from tests.evaluation.drawn import GOLDENS, read

GOLDEN = json.loads((GOLDENS / "balance.json").read_text())
TRIAL = read()
AGE, SEX, GROUP = Words("Alder", "Age"), Words("Køn", "Sex"), Words("Aldersgruppe", "Age group")


def same(found: Sequence[float | Undefined], expected: list[float]) -> bool:
    known = [one for one in found if not isinstance(one, Undefined)]
    return len(known) == len(expected) and np.allclose(known, expected, rtol=1e-9, atol=0)


def ages() -> Number:
    """The ages, with the third, the fiftieth and the two hundredth missing, as R was asked."""
    values: list[float | None] = [*TRIAL.age.tolist()]
    for row in (3, 50, 200):
        values[row - 1] = None
    return Number(AGE, values)


def age_groups() -> Category:
    ends = np.searchsorted([39, 49, 59], TRIAL.age, side="left")
    return Category(GROUP, [("30-39", "40-49", "50-59", "60-")[end] for end in ends])


def told(*characteristics: Number | Category) -> Balance:
    return balance(characteristics, TRIAL.blocks.treated)


def test_a_number_has_means_and_spread_and_how_far_apart_they_are() -> None:
    """R: `mean`, `sd`, and the difference of means by the root of the mean of both `var`."""
    golden = GOLDEN["age"]

    (row,) = told(ages()).rows

    assert isinstance(row, NumberRow)
    assert same([row.treated.mean, row.treated.deviation], golden["treated"])
    assert same([row.control.mean, row.control.deviation], golden["control"])
    assert same([row.difference], [golden["difference"]])


def test_a_category_is_told_label_by_label_and_all_together() -> None:
    """R: the same of each label's share; all together by `mahalanobis` (Yang & Dalton 2012)."""
    sex, group = told(Category(SEX, TRIAL.sex), age_groups()).rows

    assert isinstance(sex, CategoryRow) and isinstance(group, CategoryRow)
    assert same([sex.levels[0].difference, sex.difference], [GOLDEN["women"], GOLDEN["sex"]])
    # Of two labels the one is all there is to tell.
    assert same([sex.difference], [abs(GOLDEN["women"])])
    assert same([one.difference for one in group.levels], list(GOLDEN["groups"].values()))
    assert same([group.difference], [GOLDEN["group"]])


def test_shares_are_those_of_the_report() -> None:
    """VIVE19, table 8.1: 66 women of 109 are 60.6 per cent, 67 of 109 are 61.5."""
    sex = ["K"] * 66 + ["M"] * 43 + ["K"] * 67 + ["M"] * 42

    (row,) = balance([Category(SEX, sex)], np.arange(218) < 109).rows

    assert isinstance(row, CategoryRow)
    women = row.levels[0]
    assert (women.treated, women.control) == (66, 67)
    assert same([women.treated_share, women.control_share], [66 / 109, 67 / 109])
    assert (round(6600 / 109, 1), round(6700 / 109, 1)) == (60.6, 61.5)


def test_what_is_missing_is_counted_and_warned_of() -> None:
    found = told(ages(), Category(SEX, [None, *TRIAL.sex[1:]]))

    assert [warning.da for warning in found.warnings] == [
        "Alder: 2 i indsatsgruppen og 1 i kontrolgruppen mangler og er ikke regnet med.",
        "Køn: 1 i indsatsgruppen og 0 i kontrolgruppen mangler og er ikke regnet med.",
    ]


def test_there_is_no_p_and_it_says_why() -> None:
    found = told(ages())

    assert "p" not in {one.name for row in (NumberRow, CategoryRow) for one in fields(row)}
    assert "Der står ingen p, for fra lodtrækningen ved vi" in found.method.words.da
    assert "mindre end 0,27." in found.method.words.da
    assert isclose(found.by_chance, 1.959964 * sqrt(2 / 109), rel_tol=1e-6)


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ([1.0, None, 2.0, 3.0], "Én person har ingen spredning."),
        ([None, None, 2.0, 3.0], "Ingen i gruppen har oplyst det."),
        ([1.0, 1.0, 2.0, 2.0], "Alle i hver gruppe har samme værdi"),
    ],
)
def test_a_difference_that_cannot_be_measured_in_spread_says_why(
    values: list[float | None], why: str
) -> None:
    (row,) = balance([Number(AGE, values)], np.array([True, True, False, False])).rows

    assert isinstance(row.difference, Undefined)
    assert row.difference.why.da.startswith(why)


@pytest.mark.parametrize(
    ("labels", "why"),
    [
        (["a", "a", "b", "b"], "Alle i hver gruppe har samme værdi"),
        (["a", "b", "c", "c"], "Alle i hver gruppe har samme værdi"),
        ([None, None, "b", "b"], "Ingen i gruppen har oplyst det."),
    ],
)
def test_arms_without_a_label_in_common_say_so(labels: list[str | None], why: str) -> None:
    (row,) = balance([Category(SEX, labels)], np.array([True, True, False, False])).rows

    assert isinstance(row.difference, Undefined)
    assert row.difference.why.da.startswith(why)


def test_arms_that_are_all_alike_differ_by_nothing() -> None:
    found = balance(
        [Number(AGE, [4.0, 4.0, 4.0, 4.0]), Category(SEX, ["a"] * 4)], np.array([True, True, False, False])
    )

    assert [row.difference for row in found.rows] == [0.0, 0.0]


@pytest.mark.parametrize(
    ("values", "treated", "sentence"),
    [
        ([1.0, 2.0], [True, True], "Alle 2 personer er i samme gruppe"),
        ([1.0], [True, False], "Alder har 1 rækker, men der skal være 2."),
        ([1.0, float("inf")], [True, False], "Række 2: Alder er uendelig."),
    ],
)
def test_what_cannot_be_compared_is_refused(values: list[float], treated: list[bool], sentence: str) -> None:
    with pytest.raises(InputRefused) as refused:
        balance([Number(AGE, values)], np.array(treated))

    assert refused.value.sentence.da.startswith(sentence)
