"""How outcomes come out for one person: from which day, until which, and what ends it otherwise."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest

from sammetag.evaluation.trial.observing import (
    CENSORED,
    ENDED,
    EVENT,
    Course,
    Followed,
    Running,
    Seen,
    days_received,
    followed,
    observe,
)
from sammetag.evaluation.trial.outcomes import INDICATORS
from sammetag.interventions.day_by_day import DayByDay, day_by_day
from sammetag.interventions.models import State
from tests.interventions.test_day_by_day import History, history

DRAWN = date(2026, 1, 1)
HUNDRED = Followed(DRAWN, DRAWN + timedelta(days=99))


def day(number: int) -> date:
    return DRAWN + timedelta(days=number)


def runs(since: int, until: int | None, field: str = "employment", **how: bool) -> Running:
    return Running(day(since), None if until is None else day(until), field, **how)


def test_a_talk_before_the_draw_is_not_the_first_one_after_it() -> None:
    course = Course(talks=(day(-3), day(12), day(20)))

    assert observe(course, "first-talk", HUNDRED) == Seen(12, EVENT)


def test_whoever_has_no_talk_is_followed_to_the_last_day() -> None:
    assert observe(Course(), "first-talk", HUNDRED) == Seen(99, CENSORED)


def test_what_ran_already_counts_on_the_day_of_the_draw_only_while_it_runs() -> None:
    goes_on = Course(running=(runs(-30, 5, "social"),))
    was_over = Course(running=(runs(-30, -1, "social"),))

    assert observe(goes_on, "first-social", HUNDRED) == Seen(0, EVENT)
    assert observe(was_over, "first-social", HUNDRED) == Seen(99, CENSORED)


@pytest.mark.parametrize(
    ("outcome", "field"),
    [
        ("first-employment", "employment"),
        ("first-employment", "education"),
        ("first-health", "health"),
        ("first-health", "treatment"),
    ],
)
def test_each_kind_of_intervention_is_known_by_its_fields(outcome: str, field: str) -> None:
    course = Course(running=(runs(3, None, "social"), runs(8, None, field)))

    assert observe(course, outcome, HUNDRED) == Seen(8, EVENT)


def test_a_mentor_is_nobodys_first_intervention() -> None:
    course = Course(running=(runs(2, None, mentor=True, company=True),))

    assert observe(course, "first-employment", HUNDRED) == Seen(99, CENSORED)
    assert observe(course, "company-placement", HUNDRED) == Seen(99, CENSORED)


def test_a_placement_begins_on_the_first_day_at_a_company() -> None:
    course = Course(running=(runs(2, 30), runs(40, 60, company=True)))

    assert observe(course, "company-placement", HUNDRED) == Seen(40, EVENT)


@pytest.mark.parametrize("reason", ["ordinary-job", "education", "flexi-job", "disability-pension"])
def test_work_education_a_flexi_job_or_a_pension_is_a_clarification(reason: str) -> None:
    course = Course(ended_on=day(50), end_reason=reason)

    assert observe(course, "clarification", followed(course, DRAWN, [day(99)])) == Seen(50, EVENT)


@pytest.mark.parametrize("reason", ["cash-benefit", "time-limit", "moved", "sick-pay", ""])
def test_every_other_ending_keeps_a_clarification_from_coming(reason: str) -> None:
    course = Course(ended_on=day(50), end_reason=reason)
    days = followed(course, DRAWN, [day(99)])

    assert observe(course, "clarification", days) == Seen(50, ENDED)
    assert observe(course, "completion", days) == Seen(50, EVENT)
    assert observe(course, "first-talk", days) == Seen(50, ENDED)


def test_what_came_on_the_last_day_of_the_programme_still_came() -> None:
    course = Course(ended_on=day(50), talks=(day(50),))

    assert observe(course, "first-talk", followed(course, DRAWN, [day(99)])) == Seen(50, EVENT)


def test_nobody_is_followed_beyond_the_first_of_the_limits() -> None:
    course = Course(ended_on=day(80), end_reason="flexi-job", talks=(day(70),))
    days = followed(course, DRAWN, [day(99), None, day(60)])

    assert days == Followed(DRAWN, day(60))
    assert observe(course, "first-talk", days) == Seen(60, CENSORED)
    assert observe(course, "clarification", days) == Seen(60, CENSORED)


def test_a_programme_that_turns_out_to_have_ended_before_the_draw_is_followed_for_its_day_alone() -> None:
    course = Course(ended_on=day(-4), end_reason="moved")

    assert followed(course, DRAWN, [day(99)]) == Followed(DRAWN, DRAWN, ended=True)


def test_an_outcome_can_be_followed_for_fewer_days_than_the_person() -> None:
    course = Course(talks=(day(30),), running=(runs(10, None), runs(10, None, "social")))

    assert observe(course, "first-talk", HUNDRED, 30) == Seen(30, EVENT)
    assert observe(course, "first-talk", HUNDRED, 29) == Seen(29, CENSORED)
    assert observe(course, "parallel-days", HUNDRED, 20) == Seen(50.0)


def test_dead_and_parallel_days_are_of_a_hundred_and_a_mentor_changes_neither() -> None:
    course = Course(running=(runs(0, 39), runs(20, 49, "health"), runs(0, None, mentor=True)))

    assert observe(course, "dead-days", HUNDRED) == Seen(50.0)
    assert observe(course, "parallel-days", HUNDRED) == Seen(20.0)


def test_days_received_are_counted_by_kind_and_a_day_once() -> None:
    course = Course(
        running=(
            runs(-5, 9),
            runs(5, 14),
            runs(90, None, company=True),
            runs(0, 2, mentor=True),
            runs(200, None),
        )
    )

    assert days_received(course, HUNDRED) == {"employment": 15, "company": 10, "mentor": 3}


def test_what_the_journal_does_not_write_is_not_guessed() -> None:
    for one in INDICATORS:
        assert (observe(Course(), one.name, HUNDRED) is not None) == one.in_journal


def as_running(made: History) -> tuple[Running, ...]:
    return tuple(
        Running(part.since, part.last, one.field, mentor=one.mentor)
        for one in made.gathered()
        for part in one.parts
        if part.state == State.RUNNING
    )


def counted(made: History) -> DayByDay:
    return day_by_day(made.gathered(), made.exemptions, made.contacts, first=made.first, last=made.last)


def test_a_trial_counts_the_days_as_the_page_of_a_case_does() -> None:
    compared = 0
    for seed in range(400):
        made = history(Random(seed))  # noqa: S311
        if made.first > made.last:
            continue
        course, page = Course(running=as_running(made)), counted(made)
        days = Followed(made.first, made.last)
        dead, parallel = (observe(course, name, days) for name in ("dead-days", "parallel-days"))

        assert dead == Seen(100 * page.with_nothing / page.days)
        assert parallel == Seen(100 * page.parallel / page.days)
        compared += page.parallel > 0 and page.with_nothing > 0
    assert compared > 30
