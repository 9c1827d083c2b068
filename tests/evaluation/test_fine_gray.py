"""Fine-Gray regression equals R's crr, robust standard errors too, and asks to have Cox read first."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest
from numpy.testing import assert_allclose

from sammetag.evaluation.arrays import Floats
from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.fine_gray import fine_gray
from sammetag.evaluation.followed import Followed
from sammetag.evaluation.result import Estimate, Undefined
from tests.evaluation.survived import COLUMNS, FOLLOWED, LATE, TREATED, defined, golden, interval

# crr itself stops some 1e-8 short.
CLOSE = 1e-7
ADJUSTED = ("treated", "woman", "age")


def columns(*names: str) -> Mapping[str, object]:
    return {name: COLUMNS[name] for name in names}


@pytest.mark.parametrize("wanted", golden("fine_gray"))
def test_the_ratios_and_their_uncertainty_are_those_of_r(wanted: dict[str, Any]) -> None:
    """cmprsk::crr(week, ending, cov1, failcode = cause, gtol = 1e-11)."""
    found = fine_gray(FOLLOWED, columns(*wanted["columns"]), cause=wanted["cause"])

    told = list(found.effects.values())
    ratios = [one.ratio for one in told if isinstance(one.ratio, Estimate)]
    assert_allclose([one.coefficient.value for one in told], wanted["coefficients"], rtol=CLOSE)
    assert_allclose(found.covariance, wanted["covariance"], rtol=CLOSE, atol=1e-11)
    assert_allclose([one.value for one in ratios], wanted["ratios"], rtol=CLOSE)
    assert_allclose([interval(one).low for one in ratios], wanted["low"], rtol=CLOSE)
    assert_allclose([interval(one).high for one in ratios], wanted["high"], rtol=CLOSE)
    assert_allclose([defined(one.wald).p for one in told], wanted["p"], rtol=1e-7)
    assert found.log_likelihood == pytest.approx(wanted["log_likelihood"], rel=1e-10)
    assert found.log_likelihood_null == pytest.approx(wanted["log_likelihood_null"], rel=1e-10)


def test_at_the_answer_nothing_pulls_any_more_counted_person_by_person() -> None:
    found = fine_gray(FOLLOWED, columns(*ADJUSTED), cause=2)

    beta = np.array([one.coefficient.value for one in found.effects.values()])
    told = np.column_stack([COLUMNS[name] for name in ADJUSTED]).astype(np.float64)
    assert_allclose(pull(told, beta, cause=2), 0, atol=1e-8)


def pull(told: Floats, beta: Floats, cause: int) -> Floats:
    """Sum over the events: the covariates of the person, less the weighted mean of those compared."""
    time, ending = FOLLOWED.time, FOLLOWED.ending
    sum_of = np.zeros(len(beta))
    for person in np.flatnonzero(ending == cause):
        at = time[person]
        weight = np.array([weight_at(at, one) for one in range(len(time))]) * np.exp(told @ beta)
        sum_of += told[person] - weight @ told / weight.sum()
    return sum_of


def weight_at(at: float, person: int) -> float:
    """1 for who is still there, and the share not yet censored since for who ended by another cause."""
    time, ending = FOLLOWED.time, FOLLOWED.ending
    if time[person] >= at:
        return 1.0
    if ending[person] in (0, 2):
        return 0.0
    weight = 1.0
    for moment in np.unique(time[(ending == 0) & (time >= time[person]) & (time < at)]):
        weight *= 1 - ((time == moment) & (ending == 0)).sum() / (time >= moment).sum()
    return weight


def test_the_unit_of_a_covariate_changes_its_ratio_and_nothing_else() -> None:
    months = {"treated": TREATED, "age": COLUMNS["age"] * 12 + 100_000}

    years = fine_gray(FOLLOWED, columns("treated", "age"), cause=3).effects
    found = fine_gray(FOLLOWED, months, cause=3).effects

    assert found["age"].coefficient.value * 12 == pytest.approx(years["age"].coefficient.value)
    assert defined(found["age"].wald).statistic == pytest.approx(defined(years["age"].wald).statistic)
    assert found["treated"].coefficient.value == pytest.approx(years["treated"].coefficient.value)


def test_where_nobody_is_censored_the_weights_need_no_allowance() -> None:
    everybody = Followed(FOLLOWED.time, np.where(FOLLOWED.ending == 0, 3, FOLLOWED.ending))

    found = fine_gray(everybody, columns("treated"), cause=1)

    assert interval(found.effects["treated"].coefficient).holds(0)


def test_the_reader_is_asked_to_read_cox_first() -> None:
    found = fine_gray(FOLLOWED, columns(*ADJUSTED), cause=1)

    assert "Læs først Cox-regressionen for hver årsag" in found.warnings[0].da
    assert "27 hændelser til 3 kolonner" in found.warnings[1].da


def test_all_columns_are_tested_together() -> None:
    found = fine_gray(FOLLOWED, columns("treated"), cause=1)

    assert defined(found.wald).p == pytest.approx(defined(found.effects["treated"].wald).p)


def test_a_unit_beyond_all_numbers_leaves_the_ratio_unwritten() -> None:
    found = fine_gray(FOLLOWED, {"age": COLUMNS["age"] * 1e-6}, cause=1)

    assert isinstance(found.effects["age"].ratio, Undefined)


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({}, "angiv mindst én kolonne"),
        ({"one": np.ones(218)}, "‘one’ er ens hos alle"),
        ({"arm": TREATED, "other": ~TREATED}, "kan regnes ud af de andre: ‘arm’, ‘other’"),
        ({"early": FOLLOWED.ending == 1}, "‘early’ skiller folk helt"),
        ({"arm": TREATED[:9]}, "‘arm’ har 9 rækker, men der skal være 218"),
        ({"age": np.where(COLUMNS["age"] == 43, np.nan, 1)}, "Række 1: ‘age’ mangler"),
    ],
)
def test_what_cannot_be_estimated_is_refused_in_words(told: Mapping[str, object], said: str) -> None:
    with pytest.raises(InputRefused) as refused:
        fine_gray(FOLLOWED, told, cause=1)

    assert said in refused.value.sentence.da


def test_a_column_that_varies_only_where_nobody_is_compared_any_more_is_refused() -> None:
    followed = Followed(np.array([1.0, 5.0, 6.0, 7.0]), np.array([0, 1, 1, 0]))

    with pytest.raises(InputRefused) as refused:
        fine_gray(followed, {"gone": [1, 0, 0, 0]}, cause=1)

    assert "‘gone’ er ens hos alle, der kan sammenlignes" in refused.value.sentence.da


def test_late_entry_and_an_unknown_cause_are_refused() -> None:
    with pytest.raises(InputRefused) as late:
        fine_gray(LATE, columns("treated"), cause=1)
    with pytest.raises(InputRefused) as unknown:
        fine_gray(FOLLOWED, columns("treated"), cause=7)

    assert "Fine-Gray" in late.value.sentence.da
    assert "årsag 7" in unknown.value.sentence.da
