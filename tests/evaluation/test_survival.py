"""Kaplan-Meier equals R's, and says where it knows nothing."""

from __future__ import annotations

from fractions import Fraction
from math import inf

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal

from sammetag.evaluation.curve import Curve
from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.followed import Followed
from sammetag.evaluation.groups import among
from sammetag.evaluation.result import Estimate, Undefined
from sammetag.evaluation.survival import KaplanMeier, kaplan_meier
from tests.evaluation import survival_data
from tests.evaluation.survived import COLUMNS, FOLLOWED, LATE, ON_DRUG, REMISSION, ROWS, arm, golden, interval

CLOSE = 1e-10
GOLDEN = golden("survival")
ASKED = {
    "treated": arm(True),
    "control": arm(False),
    "treated_entry": arm(True, LATE),
    "control_entry": arm(False, LATE),
    "oldest": among(FOLLOWED, COLUMNS["age_group"] == 3),
}
PERSON = st.tuples(st.integers(0, 6), st.integers(1, 6), st.booleans())


def at_events(curve: Curve) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    return np.asarray(curve.events > 0)


def shares(found: KaplanMeier, *times: float) -> list[float]:
    return [one.estimate.value for one in found.curve.at(times) if isinstance(one.estimate, Estimate)]


@pytest.mark.parametrize("name", ASKED)
def test_the_curve_and_its_interval_are_those_of_r(name: str) -> None:
    """summary(survival::survfit(Surv(entry, week, any) ~ 1, conf.type = "log-log"))."""
    wanted = GOLDEN["curves"][name]

    curve = kaplan_meier(ASKED[name]).curve

    steps = at_events(curve)
    assert_array_equal(curve.time[steps], wanted["time"])
    assert_array_equal(curve.at_risk[steps], wanted["at_risk"])
    assert_array_equal(curve.events[steps], wanted["events"])
    assert_allclose(curve.estimate[steps], wanted["share"], rtol=CLOSE)
    assert_allclose(curve.standard_error[steps], wanted["standard_error"], rtol=CLOSE)
    assert_allclose(curve.low[steps], wanted["low"], rtol=CLOSE)
    assert_allclose(curve.high[steps], wanted["high"], rtol=CLOSE)


@pytest.mark.parametrize("name", ASKED)
def test_the_median_and_its_interval_are_those_of_r(name: str) -> None:
    """summary(survival::survfit(...))$table[c("median", "0.95LCL", "0.95UCL")]."""
    median, low, high = GOLDEN["curves"][name]["median"]

    found = kaplan_meier(ASKED[name]).median

    assert isinstance(found, Estimate)
    assert found.value == median
    assert (interval(found).low, interval(found).high) == (low, inf if high is None else high)


@pytest.mark.parametrize(("name", "followed"), [("plain", arm(True)), ("entry", arm(True, LATE))])
def test_the_table_below_a_figure_is_that_of_r(name: str, followed: Followed) -> None:
    """summary(survival::survfit(...), times = c(13, 26, 52, 78, 104))."""
    wanted = GOLDEN["readings"][name]

    read = kaplan_meier(followed).curve.at(wanted["time"])

    assert [one.at_risk for one in read] == wanted["at_risk"]
    told = [one.estimate.value for one in read if isinstance(one.estimate, Estimate)]
    assert_allclose(told, wanted["share"], rtol=CLOSE)
    assert_allclose([interval(one.estimate).low for one in read], wanted["low"], rtol=CLOSE)
    assert_allclose([interval(one.estimate).high for one in read], wanted["high"], rtol=CLOSE)


def test_another_level_gives_another_interval() -> None:
    """summary(survival::survfit(..., conf.int = 0.9))."""
    curve = kaplan_meier(arm(True), level=0.9).curve

    assert_allclose(curve.low[at_events(curve)], GOLDEN["ninety"]["low"], rtol=CLOSE)
    assert_allclose(curve.high[at_events(curve)], GOLDEN["ninety"]["high"], rtol=CLOSE)


def test_the_remissions_come_out_as_they_were_published() -> None:
    """Kleinbaum & Klein, Survival Analysis, chapter 2: 0.857 after 6 weeks, 0.448 after 23; median 23."""
    found = kaplan_meier(among(REMISSION, ON_DRUG))

    assert [round(share, 3) for share in shares(found, 6, 10, 23)] == [0.857, 0.753, 0.448]
    assert isinstance(found.median, Estimate)
    assert found.median.value == 23


@settings(max_examples=60)
@given(st.lists(PERSON, min_size=1, max_size=12))
def test_the_share_is_what_one_counts_by_hand(
    rows: list[tuple[int, int, bool]],
) -> None:
    people = [(entry, entry + stayed, event) for entry, stayed, event in rows]
    columns = [np.array(column) for column in zip(*people, strict=True)]

    curve = kaplan_meier(Followed(columns[1], columns[2], columns[0])).curve

    share = Fraction(1)
    for step, time in enumerate(curve.time):
        there = [one for one in people if one[0] < time <= one[1]]
        had = [one for one in there if one[2] and one[1] == time]
        share *= Fraction(len(there) - len(had), len(there)) if there else 1
        assert curve.estimate[step] == pytest.approx(float(share), abs=1e-12)
        assert curve.at_risk[step] == len(there) or time == 0
    assert (curve.low <= curve.estimate).all() and (curve.estimate <= curve.high).all()


def test_an_event_comes_before_a_censoring_in_the_same_week() -> None:
    found = kaplan_meier(Followed(np.array([5.0, 5.0]), np.array([1, 0])))

    assert shares(found, 5) == [0.5]


def test_who_enters_in_a_week_is_at_risk_from_the_next() -> None:
    found = kaplan_meier(Followed(np.array([5.0, 5.0, 9.0]), np.array([1, 0, 1]), np.array([0.0, 0.0, 5.0])))

    assert shares(found, 5) == [0.5]
    assert [one.at_risk for one in found.curve.at([0, 5, 6])] == [2, 2, 1]


def test_the_median_is_not_known_where_fewer_than_half_had_the_event() -> None:
    found = kaplan_meier(Followed(np.array([3.0, 8.0, 8.0]), np.array([1, 0, 0])))

    assert isinstance(found.median, Undefined)
    assert "Færre end halvdelen" in found.median.why.da


def test_an_interval_that_the_data_do_not_bound_is_open_and_says_so() -> None:
    found = kaplan_meier(arm(False))

    assert interval(found.median).high == inf
    assert "åbent opad" in found.warnings[0].da


def test_nobody_having_had_the_event_is_no_certainty() -> None:
    first, last = kaplan_meier(Followed(np.array([4.0, 9.0]), np.array([0, 0]))).curve.at([9, 9.5])

    assert isinstance(first.estimate, Estimate) and first.estimate.value == 1
    assert isinstance(first.estimate.interval, Undefined)
    assert isinstance(last.estimate, Undefined)
    assert "9" in last.estimate.why.en


def test_once_everybody_had_the_event_it_stays_so() -> None:
    found = kaplan_meier(Followed(np.array([4.0, 9.0]), np.array([1, 1])))

    assert shares(found, 9, 500) == [0, 0]


def test_a_curve_that_fell_to_nothing_before_others_came_warns() -> None:
    found = kaplan_meier(Followed(np.array([2.0, 9.0]), np.array([1, 1]), np.array([0.0, 4.0])))

    assert "Ved tidspunkt 2 fik alle" in found.warnings[-1].da


@pytest.mark.parametrize("level", [0, 1, 95])
def test_a_level_that_is_no_share_is_refused(level: float) -> None:
    with pytest.raises(InputRefused) as refused:
        kaplan_meier(FOLLOWED, level=level)

    assert f"Niveauet {level} skal ligge mellem 0 og 1" in refused.value.sentence.da


def test_a_time_before_the_beginning_is_refused() -> None:
    with pytest.raises(InputRefused) as refused:
        kaplan_meier(FOLLOWED).curve.at([4, -1])

    assert refused.value.row == 2


def test_the_invented_persons_are_always_the_same() -> None:
    assert [tuple(int(value) for value in row.values()) for row in ROWS] == survival_data.rows()
