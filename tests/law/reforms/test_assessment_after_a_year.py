"""After a year on cash benefit the capacity is assessed, and a right to be judged for more begins."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sammetag.law.facts_file import FactsRefused, case_of
from sammetag.law.impact import Verdict
from sammetag.law.reforms.assessment_after_a_year import (
    REFORM,
    AssessmentFacts,
    AssessmentState,
    capacity_assessment,
    programme_right,
)
from sammetag.law.schemes import KONTANTHJAELP, RESSOURCEFORLOEB
from tests.law.reforms.proposals import effect, under

SINCE = date(2018, 8, 15)
AFTER = date(2019, 9, 1)


@pytest.mark.parametrize(
    ("told", "verdict", "lacks"),
    [
        ({"capacity_assessed": False}, Verdict.AFFECTED, ()),
        ({"capacity_assessed": True}, Verdict.NOT_JUDGED, ("reform.capacity_assessed_on",)),
        ({"capacity_assessed_on": date(2017, 1, 1)}, Verdict.AFFECTED, ()),
        ({"capacity_assessed_on": AFTER, "capacity_reduced": True}, Verdict.AFFECTED, ()),
        ({"capacity_assessed_on": AFTER, "capacity_reduced": False}, Verdict.UNAFFECTED, ()),
        ({"capacity_assessed_on": AFTER}, Verdict.NOT_JUDGED, ("reform.capacity_reduced",)),
        ({}, Verdict.NOT_JUDGED, ("reform.capacity_assessed_on",)),
    ],
)
def test_who_is_not_assessed_or_found_reduced_is_affected_by_the_duty(
    told: dict[str, Any], verdict: Verdict, lacks: tuple[str, ...]
) -> None:
    facts = {"cash_benefit_since": SINCE, **told}

    found = effect(REFORM, "capacity.assessment", AFTER, scheme=KONTANTHJAELP, reform_facts=facts)

    assert found is not None
    assert (found.verdict, found.lacks) == (verdict, lacks)


def test_an_assessment_after_the_day_is_not_said_to_be_untold_but_to_lie_later() -> None:
    facts = {"cash_benefit_since": SINCE, "capacity_assessed_on": date(2019, 10, 1)}

    found = effect(REFORM, "capacity.assessment", AFTER, scheme=KONTANTHJAELP, reform_facts=facts)

    assert found is not None and found.why_not is not None
    assert (found.verdict, found.lacks) == (Verdict.NOT_JUDGED, ())
    assert "ligger efter den dag, der spørges om" in found.why_not.da
    assert any("1. oktober 2019" in reason.text.da for reason in found.reasons)


def test_a_result_of_an_assessment_that_was_never_made_is_refused_in_a_sentence() -> None:
    told = {"capacity_assessed": False, "capacity_reduced": True}

    with pytest.raises(FactsRefused) as refused:
        case_of({"id": "1", "scheme": KONTANTHJAELP, "reform": told}, on=AFTER)

    assert refused.value.path == "reform"
    assert "aldrig være vurderet" in refused.value.sentence.da


@pytest.mark.parametrize(
    ("day", "verdict"), [(date(2019, 8, 14), Verdict.UNAFFECTED), (date(2019, 8, 15), Verdict.AFFECTED)]
)
def test_the_right_begins_after_an_unbroken_year(day: date, verdict: Verdict) -> None:
    facts = {"cash_benefit_since": SINCE}

    found = effect(REFORM, "capacity.programme_right", day, scheme=KONTANTHJAELP, reform_facts=facts)

    assert found is not None
    assert found.verdict is verdict


@pytest.mark.parametrize("topic", ["capacity.assessment", "capacity.programme_right"])
def test_without_the_first_day_nothing_can_be_judged(topic: str) -> None:
    found = effect(REFORM, topic, AFTER, scheme=KONTANTHJAELP)

    assert found is not None
    assert found.lacks == ("reform.cash_benefit_since",)


@pytest.mark.parametrize("topic", ["capacity.assessment", "capacity.programme_right"])
def test_another_scheme_is_not_asked_about(topic: str) -> None:
    assert effect(REFORM, topic, AFTER, scheme=RESSOURCEFORLOEB) is None


@given(st.dates(date(2013, 1, 1), date(2024, 12, 31)), st.integers(0, 1000))
def test_duty_and_right_turn_on_the_same_day_and_never_turn_back(since: date, days: int) -> None:
    on, book = since + timedelta(days=days), under(REFORM)
    facts = AssessmentFacts(KONTANTHJAELP, since, since - timedelta(days=1), reduced=None)

    duty = capacity_assessment(facts, on, book=book).value
    right = programme_right(since, on, scheme=KONTANTHJAELP, book=book).value

    assert (duty.state is AssessmentState.OVERDUE) == right.holds == (on > duty.last_day)
    assert timedelta(days=365) <= right.begins - since <= timedelta(days=366)
