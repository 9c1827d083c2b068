"""Both days of a period belong to it, months end where people expect, and no day is lost between windows."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sammetag.law.period import Period, add_months, day_after_months, months_from, window_around

DAYS = st.dates(date(2010, 1, 1), date(2035, 12, 31))
MONTHS = st.integers(1, 60)


@st.composite
def periods(draw: st.DrawFn) -> Period:
    first = draw(DAYS)
    length = draw(st.none() | st.integers(0, 2000))
    return Period(first, None if length is None else first + timedelta(days=length))


def test_the_first_and_the_last_day_belong_to_a_period() -> None:
    period = Period(date(2013, 1, 1), date(2019, 12, 31))

    assert period.contains(date(2013, 1, 1))
    assert period.contains(date(2019, 12, 31))
    assert not period.contains(date(2012, 12, 31))
    assert not period.contains(date(2020, 1, 1))


def test_a_period_may_not_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        Period(date(2020, 1, 2), date(2020, 1, 1))


def test_periods_that_share_one_day_overlap() -> None:
    earlier = Period(date(2020, 1, 1), date(2020, 1, 31))
    later = Period(date(2020, 1, 31))

    assert earlier.overlap(later) == Period(date(2020, 1, 31), date(2020, 1, 31))
    assert not earlier.overlaps(Period(date(2020, 2, 1)))


def test_a_half_open_range_ends_on_the_first_day_outside() -> None:
    assert Period(date(2020, 1, 1), date(2020, 1, 31)).as_half_open() == (date(2020, 1, 1), date(2020, 2, 1))
    assert Period(date(2020, 1, 1)).as_half_open() == (date(2020, 1, 1), None)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2023, 1, 31), 1, date(2023, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 11, 30), 3, date(2025, 2, 28)),
        (date(2024, 3, 15), -3, date(2023, 12, 15)),
    ],
)
def test_adding_months_stops_at_the_end_of_a_shorter_month(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected


def test_six_months_from_a_day_end_on_the_day_before_the_same_day() -> None:
    assert months_from(date(2024, 3, 15), 6) == Period(date(2024, 3, 15), date(2024, 9, 14))
    assert months_from(date(2024, 8, 31), 6) == Period(date(2024, 8, 31), date(2025, 2, 28))


def test_no_window_holds_a_day_before_the_start() -> None:
    with pytest.raises(ValueError, match="lies before"):
        window_around(date(2020, 1, 1), date(2020, 1, 2), 12)


@given(periods())
def test_counting_half_open_and_back_gives_the_same_period(period: Period) -> None:
    assert Period.from_half_open(*period.as_half_open()) == period


@given(periods(), periods(), DAYS)
def test_the_overlap_holds_the_days_that_both_periods_hold(one: Period, other: Period, day: date) -> None:
    shared = one.overlap(other)

    assert shared == other.overlap(one)
    assert (shared is not None and shared.contains(day)) == (one.contains(day) and other.contains(day))


@given(DAYS, st.integers(0, 4000), MONTHS)
def test_every_day_lies_in_exactly_one_window(start: date, later: int, months: int) -> None:
    day = start + timedelta(days=later)

    window = window_around(day, start, months)

    assert window.contains(day)
    assert window.last is not None
    assert window_around(window.last, start, months) == window
    assert window_around(window.last + timedelta(days=1), start, months) != window


@given(DAYS, MONTHS)
def test_a_month_more_never_ends_earlier(first: date, months: int) -> None:
    assert first < day_after_months(first, months) < day_after_months(first, months + 1)
