"""What is open is told with the reading that stands, and limits are handed to the law with their days."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sammetag.law import DAY, LimitUnit, OwnLimitFacts, OwnLimits, Period, own_limit
from sammetag.practice.areas import Area, scheme_of
from sammetag.practice.queries import limits_decided, name_of, own_limits
from sammetag.practice.telling import Asked, open_about
from tests.practice.deeds import ONE, OTHER, QUESTION, WHY, Desk, ago

TODAY = Period(ago(0), ago(0))


def asked_about(desk: Desk, topic: str, *, days: Period = TODAY, scheme: str | None = None) -> list[Asked]:
    return open_about(topic, days=days, municipality_id=desk.person.municipality_id, scheme=scheme)


def limits(desk: Desk) -> OwnLimits:
    return own_limits(limits_decided(desk.person.municipality_id))


def test_what_is_open_about_a_rule_is_told_with_what_it_depends_on(desk: Desk) -> None:
    found = {one.name: one for one in asked_about(desk, "guarantee")}

    assert set(found) == {"six-month-details", "resubmission-team", "repeated-passivity", "end-of-the-team"}
    assert found[QUESTION].standing is None
    assert any("VEJ 9117/2026" in source for source in found[QUESTION].sources)


def test_the_reading_of_today_stands_with_its_question(desk: Desk) -> None:
    desk.read(ONE, on=ago(20))
    desk.read(OTHER, on=ago(10), after=1)

    (standing,) = [one.standing for one in asked_about(desk, "guarantee") if one.standing]
    assert (standing.decision.reading, standing.decision.reason) == (OTHER, WHY)

    desk.stop_reading(on=ago(5), after=2)
    assert not any(one.standing for one in asked_about(desk, "guarantee"))


def test_days_before_a_question_was_open_meet_it_not(desk: Desk) -> None:
    before = Period(date(2026, 1, 1), date(2026, 1, 31))

    assert QUESTION not in {one.name for one in asked_about(desk, "guarantee", days=before)}
    assert asked_about(desk, "guarantee", scheme="jobafklaringsforloeb") == []


def test_readings_are_one_question_however_many(desk: Desk, django_assert_num_queries: Any) -> None:
    desk.read()
    with django_assert_num_queries(1):
        asked_about(desk, "guarantee")


def test_nothing_is_asked_where_nothing_is_open(desk: Desk, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        assert asked_about(desk, "guarantee", days=Period(date(2021, 1, 1), date(2021, 12, 31))) == []


def test_a_limit_holds_on_its_days_in_its_unit(desk: Desk) -> None:
    desk.limit(4, since=ago(20), published_on=ago(30))
    desk.limit(2, unit=LimitUnit.MONTHS, since=ago(10), after=1)
    first, second = limits(desk).limits

    assert (first.length, first.unit, first.period) == (4, LimitUnit.WEEKS, Period(ago(20), ago(10) - DAY))
    assert (second.length, second.unit, second.period) == (2, LimitUnit.MONTHS, Period(ago(10), None))
    assert (first.published_on, second.published_on) == (ago(30), None)


@pytest.mark.parametrize("area", Area)
def test_an_area_without_a_limit_is_said_to_have_none(area: Area, desk: Desk) -> None:
    facts = OwnLimitFacts(scheme_of(area), name_of(area), ago(0), limits(desk))
    answer = own_limit(facts, ago(0))

    assert answer.value.due_on is None
    assert any(name_of(area) in warning.text.da for warning in answer.warnings)
