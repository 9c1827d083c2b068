"""A suspension is answered for a day and an activity; it warns of what did not hold, and only of that."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sammetag import law
from sammetag.law.suspensions import warnings_of

DAYS = st.dates(date(2020, 3, 20), date(2022, 1, 31))
ACTIVITIES = st.sampled_from(law.SuspendedActivity)
TOLD = st.sampled_from([True, False, None])


def facts(activity: law.SuspendedActivity, **told: bool | None) -> law.SuspensionFacts:
    return law.SuspensionFacts(law.RESSOURCEFORLOEB, activity, **told)


@given(DAYS, ACTIVITIES, TOLD, TOLD)
def test_every_day_of_the_pandemic_has_an_answer_with_its_order(
    on: date, activity: law.SuspendedActivity, eastern: bool | None, closed_down: bool | None
) -> None:
    told = facts(activity, eastern=eastern, closed_down=closed_down)

    answer = law.suspension(told, on)

    (reason,) = answer.reasons
    assert answer.value.period.contains(on)
    assert reason.source is not None and "BEK" in reason.source.published


@given(DAYS, ACTIVITIES)
def test_the_unknown_is_settled_by_telling_the_region_and_the_closing(
    on: date, activity: law.SuspendedActivity
) -> None:
    unknown = law.suspension(facts(activity), on).value.state is law.SuspensionState.UNKNOWN

    settled = law.suspension(facts(activity, eastern=True, closed_down=True), on).value.state

    assert settled is not law.SuspensionState.UNKNOWN
    depends = date(2020, 5, 27) <= on <= date(2020, 6, 14) or date(2021, 8, 1) <= on <= date(2021, 8, 31)
    assert depends or not unknown


@given(DAYS, ACTIVITIES)
def test_a_warning_is_given_exactly_where_a_rule_did_not_hold_as_usual(
    on: date, activity: law.SuspendedActivity
) -> None:
    told = facts(activity)
    state = law.suspension(told, on).value.state

    assert len(warnings_of(told, (on, on))) == (state is not law.SuspensionState.IN_FORCE)


@given(st.dates(date(2020, 5, 27), date(2030, 1, 1)))
def test_after_may_2020_talks_had_to_be_held_again(on: date) -> None:
    try:
        state = law.suspension(facts(law.SuspendedActivity.TALK, eastern=True), on).value.state
    except law.NotInForce as refused:
        assert "1. februar 2022" in refused.sentence.da
        return
    assert state not in (law.SuspensionState.SUSPENDED, law.SuspensionState.PARTLY)


@pytest.mark.parametrize("day", [date(2020, 3, 19), date(2022, 2, 1)])
def test_before_and_after_the_orders_nothing_is_warned_of(day: date) -> None:
    assert warnings_of(facts(law.SuspendedActivity.OFFER_13), [day]) == ()


def test_days_under_several_orders_are_warned_of_in_order_and_with_their_dates() -> None:
    days = [date(2021, 3, 1) + timedelta(days=60), date(2021, 1, 4), date(2021, 1, 5)]

    warnings = [one.text.da for one in warnings_of(facts(law.SuspendedActivity.OFFER_13), days)]

    assert "fra og med 20. december 2020 til og med 31. januar 2021" in warnings[0]
    assert "fra og med 15. april 2021 til og med 15. maj 2021" in warnings[1]
    assert len(warnings) == 2
