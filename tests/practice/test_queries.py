"""What stands is handed to the law: one reading a question, and limits with the days on which they hold."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sammetag.law import DAY, LimitUnit, OwnLimitFacts, Period, own_limit
from sammetag.practice.areas import Area, scheme_of
from sammetag.practice.models import DecidedReading
from sammetag.practice.queries import as_law_takes_it, limits_of, name_of, readings_of
from sammetag.practice.telling import readings_about
from tests.practice.deeds import ONE, OTHER, QUESTION, WHY, Desk, ago


def read_on(desk: Desk, day: date) -> list[str]:
    return [one.reading for one in readings_of(desk.person.municipality_id, day)]


def test_each_day_has_the_reading_that_held_then(desk: Desk) -> None:
    desk.read(ONE, on=ago(20))
    desk.read(OTHER, on=ago(10), after=1)
    desk.stop_reading(on=ago(5), after=2)

    assert read_on(desk, ago(21)) == []
    assert read_on(desk, ago(20)) == read_on(desk, ago(11)) == [ONE]
    assert read_on(desk, ago(10)) == read_on(desk, ago(6)) == [OTHER]
    assert read_on(desk, ago(5)) == read_on(desk, ago(0)) == []


def test_a_reading_brings_its_reason_and_day(desk: Desk) -> None:
    desk.read(on=ago(3))
    (one,) = readings_of(desk.person.municipality_id, ago(0))

    assert (one.question, one.reason, one.decided_on) == (QUESTION, WHY, ago(3))


def test_a_reading_of_what_the_law_asks_no_longer_is_no_reading() -> None:
    gone = DecidedReading(question="settled-since", reading=ONE, reason=WHY, decided_on=ago(1))

    assert as_law_takes_it(gone) is None


def test_readings_are_one_question_however_many(desk: Desk, django_assert_num_queries: Any) -> None:
    desk.read()
    with django_assert_num_queries(1):
        readings_of(desk.person.municipality_id, ago(0))


def test_nothing_is_asked_where_nothing_is_open(desk: Desk, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        found = readings_about(
            "guarantee",
            scheme="ressourceforloeb",
            municipality_id=desk.person.municipality_id,
            on=date(2021, 12, 31),
        )

    assert found == []


def test_a_limit_holds_on_its_days_in_its_unit(desk: Desk) -> None:
    desk.limit(4, since=ago(20), published_on=ago(30))
    desk.limit(2, unit=LimitUnit.MONTHS, since=ago(10), after=1)
    first, second = limits_of(desk.person.municipality_id).limits

    assert (first.length, first.unit, first.period) == (4, LimitUnit.WEEKS, Period(ago(20), ago(10) - DAY))
    assert (second.length, second.unit, second.period) == (2, LimitUnit.MONTHS, Period(ago(10), None))
    assert (first.published_on, second.published_on) == (ago(30), None)


@pytest.mark.parametrize("area", Area)
def test_an_area_without_a_limit_is_said_to_have_none(area: Area, desk: Desk) -> None:
    facts = OwnLimitFacts(scheme_of(area), name_of(area), ago(0), limits_of(desk.person.municipality_id))
    answer = own_limit(facts, ago(0))

    assert answer.value.due_on is None
    assert any(name_of(area) in warning.text.da for warning in answer.warnings)
