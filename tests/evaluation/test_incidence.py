"""The shares that end by each cause equal R's, ties and all, and with those who have not ended sum to 1."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from numpy.testing import assert_allclose, assert_array_equal

from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.followed import Followed
from sammetag.evaluation.incidence import cumulative_incidence, incidence_difference
from sammetag.evaluation.result import Estimate, Undefined
from sammetag.evaluation.survival import kaplan_meier
from tests.evaluation.survived import COLUMNS, FOLLOWED, LATE, TREATED, arm, defined, golden, interval

CLOSE = 1e-10
GOLDEN = golden("incidence")
PERSON = st.tuples(st.integers(1, 5), st.integers(0, 2))


@pytest.mark.parametrize("wanted", GOLDEN["shares"])
def test_the_shares_and_their_uncertainty_are_those_of_r(wanted: dict[str, Any]) -> None:
    """cmprsk::timepoints(cmprsk::cuminc(week, ending, treated)); interval by survival's scale log(-log)."""
    found = cumulative_incidence(arm(wanted["treated"])).of(wanted["cause"])

    read = [one.estimate for one in found.curve.at(GOLDEN["at"])]
    for place, estimate in enumerate(read):
        assert isinstance(estimate, Estimate)
        assert estimate.value == pytest.approx(wanted["share"][place], rel=CLOSE)
        if wanted["share"][place] == 0:
            assert isinstance(estimate.interval, Undefined)
            continue
        assert estimate.standard_error == pytest.approx(wanted["variance"][place] ** 0.5, rel=CLOSE)
        assert interval(estimate).low == pytest.approx(wanted["lower"][place], rel=CLOSE)
        assert interval(estimate).high == pytest.approx(wanted["upper"][place], rel=CLOSE)


@pytest.mark.parametrize("wanted", GOLDEN["gaps"])
def test_the_difference_at_a_time_is_that_of_r(wanted: dict[str, Any]) -> None:
    """The shares and variances of cmprsk::timepoints, arm against arm."""
    for place, time in enumerate(GOLDEN["at"][2:], start=2):
        found = incidence_difference(FOLLOWED, TREATED, cause=wanted["cause"], at=time)

        assert found.difference.value == pytest.approx(wanted["gap"][place], rel=1e-9)
        assert found.difference.standard_error == pytest.approx(wanted["standard_error"][place], rel=CLOSE)
        assert defined(found.test).p == pytest.approx(wanted["p"][place], rel=1e-9)
        assert interval(found.difference).holds(found.treated.value - found.control.value)


def test_the_order_of_the_rows_changes_nothing() -> None:
    """Weeks are compared as they are: nobody is moved at random to come before another."""
    turned = Followed(FOLLOWED.time[::-1], FOLLOWED.ending[::-1])

    for cause in (1, 2, 3):
        first, second = (cumulative_incidence(one).of(cause).curve for one in (FOLLOWED, turned))
        assert_array_equal(first.estimate, second.estimate)
        assert_array_equal(first.low, second.low)


def test_all_shares_and_those_who_have_not_ended_sum_to_one() -> None:
    found, free = cumulative_incidence(FOLLOWED), kaplan_meier(FOLLOWED).curve

    assert_allclose(sum(one.curve.estimate for one in found.causes) + free.estimate, 1)
    assert [one.cause for one in found.causes] == [1, 2, 3]
    assert sum(one.events for one in found.causes) == int((COLUMNS["ending"] > 0).sum())


def test_with_one_cause_it_is_what_kaplan_meier_lacks_to_one() -> None:
    one = Followed(FOLLOWED.time, np.minimum(FOLLOWED.ending, 1))

    share, free = cumulative_incidence(one).of(1).curve, kaplan_meier(one).curve

    assert_allclose(share.estimate, 1 - free.estimate, atol=1e-14)
    assert_allclose(share.standard_error, free.standard_error, rtol=0.02)


@settings(max_examples=60)
@given(st.lists(PERSON, min_size=1, max_size=12))
def test_the_share_and_its_variance_are_what_one_counts_by_hand(rows: list[tuple[int, int]]) -> None:
    time, ending = (np.array(column) for column in zip(*rows, strict=True))
    assume((ending == 1).any())

    curve = cumulative_incidence(Followed(time.astype(np.float64), ending)).of(1).curve

    share, variance = counted(rows)
    assert curve.estimate[-1] == pytest.approx(float(share))
    assert curve.standard_error[-1] ** 2 == pytest.approx(float(variance), abs=1e-14)


def counted(rows: list[tuple[int, int]]) -> tuple[Fraction, Fraction]:
    """The share that ended by cause 1 at the end, and its variance: each event, with what it took or gave."""
    free, share, steps = Fraction(1), Fraction(0), []
    for moment in sorted({time for time, ending in rows if ending}):
        there = sum(time >= moment for time, _ending in rows)
        own, other = (sum(one == (moment, cause) for one in rows) for cause in (1, 2))
        before, free = free, free * Fraction(there - own - other, there)
        share += before * Fraction(own, there)
        steps.append((before, free, share, there, own, other))
    variance = Fraction(0)
    for before, after, reached, there, own, other in steps:
        later = (share - reached) / after if after else Fraction(0)
        variance += (before * (1 - later)) ** 2 * drawn(own, there)
        variance += (before * later) ** 2 * drawn(other, there)
    return share, variance


def drawn(count: int, there: int) -> Fraction:
    return Fraction(count, there**2) * (1 - Fraction(count - 1, there - 1) if count > 1 else 1)


def test_what_cannot_be_told_any_more_is_undefined_and_what_cannot_change_stays() -> None:
    censored = Followed(np.array([3.0, 6.0]), np.array([1, 0]))
    ended = Followed(np.array([3.0, 6.0]), np.array([1, 2]))

    (after,) = cumulative_incidence(censored).of(1).curve.at([7])
    (still,) = cumulative_incidence(ended).of(1).curve.at([7])

    assert isinstance(after.estimate, Undefined)
    assert isinstance(still.estimate, Estimate) and still.estimate.value == 0.5


def test_an_arm_where_nobody_ended_so_warns_that_the_interval_is_too_narrow() -> None:
    followed = Followed(np.array([3.0, 6.0, 6.0, 6.0]), np.array([1, 0, 0, 0]))

    found = incidence_difference(followed, [True, True, False, False], cause=1, at=5)

    assert found.difference.value == 0.5
    assert "er for smalt" in found.warnings[0].da


def test_arms_where_nobody_has_ended_yet_differ_by_nothing_that_can_be_tested() -> None:
    followed = Followed(np.array([3.0, 6.0, 6.0, 6.0]), np.array([1, 0, 0, 0]))

    found = incidence_difference(followed, [True, True, False, False], cause=1, at=2)

    assert isinstance(found.test, Undefined)
    assert isinstance(found.difference.interval, Undefined)
    assert found.warnings == ()


@pytest.mark.parametrize(
    ("at", "cause", "said"),
    [
        (-1, 1, "Tidspunkt -1 skal være 0 eller mere"),
        (
            7.5,
            1,
            "Tidspunkt 7,5 ligger efter den sidste tid, begge grupper kan fortælle om: 6.",
        ),
        (5, 2, "Ingen af de 4 personer sluttede med årsag 2"),
        (5, 0, "Ingen af de 4 personer sluttede med årsag 0"),
    ],
)
def test_what_nobody_can_answer_for_is_refused(at: float, cause: int, said: str) -> None:
    followed = Followed(np.array([3.0, 9.0, 6.0, 6.0]), np.array([1, 0, 0, 0]))

    with pytest.raises(InputRefused) as refused:
        incidence_difference(followed, [True, True, False, False], cause=cause, at=at)

    assert said in refused.value.sentence.da


def test_a_cause_that_nobody_ended_by_has_no_share() -> None:
    with pytest.raises(KeyError):
        cumulative_incidence(FOLLOWED).of(9)


def test_late_entry_is_refused_with_its_row() -> None:
    with pytest.raises(InputRefused) as refused:
        cumulative_incidence(LATE)

    assert refused.value.row == int(np.argmax(COLUMNS["entry"] > 0)) + 1
    assert "Det kan kumuleret incidens ikke tage højde for" in refused.value.sentence.da
