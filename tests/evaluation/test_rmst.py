"""The mean time within a limit equals R's; a limit beyond what both arms can tell of is refused."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose

from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.followed import Followed
from sammetag.evaluation.result import Estimate, Undefined
from sammetag.evaluation.rmst import restricted_mean, restricted_means
from tests.evaluation.survived import COLUMNS, FOLLOWED, LATE, TREATED, arm, defined, golden, interval

CLOSE = 1e-10


@pytest.mark.parametrize("wanted", golden("rmst"))
def test_the_means_and_what_is_between_them_are_those_of_r(wanted: dict[str, Any]) -> None:
    """summary(survival::survfit(...), rmean = tau)$table, put together as survRM2::rmst2 does."""
    found = restricted_means(FOLLOWED, TREATED, wanted["tau"])

    for mean, of_arm in ((found.treated.mean, "treated"), (found.control.mean, "control")):
        told = np.array([mean.value, mean.standard_error], dtype=np.float64)
        assert_allclose(told, [wanted[of_arm]["mean"], wanted[of_arm]["standard_error"]], rtol=CLOSE)
    assert isinstance(found.ratio, Estimate)
    for estimate, test, of in (
        (found.difference, found.difference_test, "difference"),
        (found.ratio, found.ratio_test, "ratio"),
    ):
        inside = interval(estimate)
        assert_allclose([estimate.value, inside.low, inside.high, defined(test).p], wanted[of], rtol=CLOSE)


def test_one_group_has_its_mean_as_well() -> None:
    alone, compared = restricted_mean(arm(True), 52), restricted_means(FOLLOWED, TREATED, 52)

    assert alone.mean == compared.treated.mean
    assert alone.persons == 109


@settings(max_examples=60)
@given(st.lists(st.integers(1, 30), min_size=1, max_size=15), st.integers(1, 40))
def test_where_nobody_is_censored_it_is_the_plain_mean(times: list[int], tau: int) -> None:
    """Its variance is the plain one too, divided by the number of persons."""
    clipped = np.minimum(times, tau)
    people = Followed(np.array(times, dtype=np.float64), np.ones(len(times), dtype=np.int64))

    found = restricted_mean(people, tau).mean

    assert found.value == pytest.approx(clipped.mean())
    assert found.standard_error == pytest.approx(clipped.std() / np.sqrt(len(times)), abs=1e-9)


def test_the_reader_is_told_the_limit() -> None:
    assert "inden for de første 60,5 tidsenheder" in restricted_mean(FOLLOWED, 60.5).method.words.da


@pytest.mark.parametrize(
    ("tau", "said"),
    [
        (0, "Grænsen 0 skal være over 0"),
        (float("nan"), "skal være over 0"),
        (float("inf"), "skal være over 0"),
        (120, "begge grupper kan fortælle om: 119. Vælg højst 119."),
    ],
)
def test_a_limit_that_nobody_can_answer_for_is_refused(tau: float, said: str) -> None:
    short = Followed(np.where(TREATED, np.minimum(FOLLOWED.time, 119), FOLLOWED.time), FOLLOWED.ending)

    with pytest.raises(InputRefused) as refused:
        restricted_means(short, TREATED, tau)

    assert said in refused.value.sentence.da


def test_an_arm_where_all_had_the_event_can_tell_of_any_time() -> None:
    time, ending = np.array([3.0, 5.0, 9.0, 20.0]), np.array([1, 1, 0, 0])

    found = restricted_means(Followed(time, ending), [True, True, False, False], 15)

    assert found.treated.mean.value == 4
    assert found.control.mean.value == 15


def test_an_arm_without_events_has_a_mean_but_no_spread() -> None:
    time, ending = np.array([9.0, 20.0, 9.0, 20.0]), np.array([0, 0, 0, 0])

    found = restricted_means(Followed(time, ending), [True, True, False, False], 15)

    assert isinstance(found.difference.interval, Undefined)
    assert isinstance(found.difference_test, Undefined)
    assert "ingen spredning" in found.difference_test.why.da


def test_one_arm_without_events_warns_that_the_intervals_are_too_narrow() -> None:
    time, ending = np.array([9.0, 12.0, 16.0, 20.0]), np.array([1, 1, 0, 0])

    found = restricted_means(Followed(time, ending), [True, True, False, False], 15)

    assert "er for smalle" in found.warnings[0].da


def test_where_all_of_an_arm_had_the_event_at_once_there_is_no_ratio() -> None:
    time, ending = np.array([0.0, 0.0, 9.0, 20.0]), np.array([1, 1, 1, 0])

    found = restricted_means(Followed(time, ending), [True, True, False, False], 15)

    assert isinstance(found.ratio, Undefined)
    assert "ved tid 0" in found.ratio.why.da


def test_late_entry_is_refused_with_its_row() -> None:
    with pytest.raises(InputRefused) as refused:
        restricted_mean(LATE, 52)

    assert refused.value.row == int(np.argmax(COLUMNS["entry"] > 0)) + 1
    assert "Kaplan-Meier og log-rank" in refused.value.sentence.da


def test_an_empty_arm_is_refused() -> None:
    with pytest.raises(InputRefused) as refused:
        restricted_means(FOLLOWED, np.ones(218, dtype=np.bool_), 52)

    assert "Alle 218 personer er i samme gruppe" in refused.value.sentence.da


def test_an_arm_that_is_not_told_is_refused_with_its_row() -> None:
    with pytest.raises(InputRefused) as refused:
        restricted_means(FOLLOWED, [True, False, None] + [True] * 215, 52)

    assert refused.value.row == 3
