"""A grant that cannot exist has no duties: each rule that looks at the grant refuses it, with its dates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from sammetag import law
from sammetag.law.errors import LawError

RES, JOB = law.RESSOURCEFORLOEB, law.JOBAFKLARINGSFORLOEB
ON = date(2026, 4, 1)
Ask = Callable[[str, date], law.Answer[Any]]


def talks(scheme: str, granted_on: date) -> law.Answer[Any]:
    return law.talks_due(law.TalkFacts(scheme, granted_on, ON, None, ()), ON)


def mentor(scheme: str, granted_on: date) -> law.Answer[Any]:
    return law.mentor_period(law.MentorFacts(scheme, granted_on, ON, None), ON)


def plan(scheme: str, granted_on: date) -> law.Answer[Any]:
    fixed_on = date(2025, 6, 2)
    return law.plan_ahead(law.PlanFacts(scheme, granted_on, fixed_on, None, None), ON)


def benefit(scheme: str, granted_on: date) -> law.Answer[Any]:
    rate = law.RateFacts(scheme, True, False, True)
    return law.benefit(law.BenefitFacts(granted_on, date(2025, 1, 1), None, rate), ON)


ASKS: dict[str, Ask] = {"talks": talks, "mentor": mentor, "plan": plan, "benefit": benefit}


@pytest.mark.parametrize("name", ASKS)
@pytest.mark.parametrize("granted_on", [date(2013, 1, 1), date(2026, 1, 31)])
def test_the_first_and_the_last_grant_of_a_ressourceforloeb_are_answered(name: str, granted_on: date) -> None:
    assert ASKS[name](RES, granted_on).reasons


@pytest.mark.parametrize("name", ASKS)
def test_the_day_before_the_scheme_began_nothing_could_be_granted(name: str) -> None:
    with pytest.raises(law.NotInForce) as refused:
        ASKS[name](RES, date(2012, 12, 31))

    assert "først bevilges fra og med 1. januar 2013" in refused.value.sentence.da
    assert "Check the day of the grant" in refused.value.sentence.en


@pytest.mark.parametrize("name", ASKS)
def test_from_the_day_of_the_closing_on_nothing_can_be_granted(name: str) -> None:
    with pytest.raises(law.NotInForce) as refused:
        ASKS[name](RES, date(2026, 2, 1))

    assert "Der kan ikke bevilges nye ressourceforløb fra og med 1. februar 2026" in refused.value.sentence.da


@pytest.mark.parametrize("name", ("talks", "mentor", "plan"))
def test_job_clarification_begins_in_2014_and_is_not_closed(name: str) -> None:
    assert ASKS[name](JOB, date(2014, 7, 1)).reasons
    assert ASKS[name](JOB, date(2026, 2, 1)).reasons
    with pytest.raises(law.NotInForce):
        ASKS[name](JOB, date(2014, 6, 30))


@pytest.mark.parametrize("topic", law.BOOK.topics(), ids=lambda one: one.name)
def test_whatever_grant_a_rule_refuses_it_says_why_in_both_languages(topic: law.Topic) -> None:
    for granted_on in (date(2012, 12, 31), date(2021, 12, 31), date(2026, 2, 1)):
        try:
            topic.require_grant(RES, granted_on)
        except LawError as refused:
            assert refused.sentence.da != refused.sentence.en
            assert "{" not in refused.sentence.da + refused.sentence.en
