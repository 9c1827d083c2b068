"""Below five hours a week the hours grow within a year, unless few are wished, or the team judges again."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sammetag.law.impact import Verdict
from sammetag.law.reforms.flexi_small import REFORM, SmallJobFacts, SmallJobState, small_flexi_job
from sammetag.law.schemes import FLEKSJOB, RESSOURCEFORLOEB
from tests.law.reforms.proposals import effect, under

BEGAN = date(2019, 3, 15)


@pytest.mark.parametrize(
    ("told", "verdict", "lacks"),
    [
        ({"flexi_hours": 4, "flexi_small_by_wish": False, "flexi_progressed": False}, Verdict.AFFECTED, ()),
        ({"flexi_hours": 5}, Verdict.UNAFFECTED, ()),
        ({"flexi_hours": 4, "flexi_small_by_wish": True}, Verdict.UNAFFECTED, ()),
        ({"flexi_hours": 4, "flexi_progressed": True}, Verdict.UNAFFECTED, ()),
        ({}, Verdict.NOT_JUDGED, ("reform.flexi_hours",)),
        ({"flexi_hours": 4}, Verdict.NOT_JUDGED, ("reform.flexi_small_by_wish",)),
    ],
)
def test_only_a_small_job_that_nobody_wished_and_that_does_not_grow_is_affected(
    told: dict[str, Any], verdict: Verdict, lacks: tuple[str, ...]
) -> None:
    facts = {"flexi_since": BEGAN, **told}

    found = effect(REFORM, "flexi_job.small", date(2020, 6, 1), scheme=FLEKSJOB, reform_facts=facts)

    assert found is not None
    assert (found.verdict, found.lacks) == (verdict, lacks)


def test_the_two_wordings_are_told_from_where_each_of_them_stands() -> None:
    facts = SmallJobFacts(FLEKSJOB, BEGAN, hours=2, progressed=False, by_wish=False)

    reasons = small_flexi_job(facts, date(2020, 6, 1), book=under(REFORM)).reasons

    told = {reason.source.section: reason.text.da for reason in reasons if reason.source}
    assert "stoppe fleksjobbet" in told["forslag 3, begrundelsen"]
    assert "ressourceforløb" in told["forslag 3, »DS foreslår«"]


@given(st.integers(0, 800))
def test_once_there_is_a_right_to_reassessment_it_stays(days: int) -> None:
    facts = SmallJobFacts(FLEKSJOB, BEGAN, hours=2, progressed=False, by_wish=False)

    state = small_flexi_job(facts, BEGAN + timedelta(days=days), book=under(REFORM)).value.state

    assert state is (SmallJobState.REASSESSMENT if days >= 366 else SmallJobState.RUNNING)


@pytest.mark.parametrize(("state", "said"), [(0, "senest 14. marts 2020"), (366, "vurderer sagen igen")])
def test_what_follows_is_told_to_the_caseworker(state: int, said: str) -> None:
    facts = {"flexi_since": BEGAN, "flexi_hours": 4, "flexi_small_by_wish": False, "flexi_progressed": False}

    found = effect(
        REFORM, "flexi_job.small", BEGAN + timedelta(days=state), scheme=FLEKSJOB, reform_facts=facts
    )

    assert found is not None
    assert found.after is not None
    assert said in found.after.da


def test_another_scheme_is_not_asked_about() -> None:
    assert effect(REFORM, "flexi_job.small", BEGAN, scheme=RESSOURCEFORLOEB) is None


def test_hours_below_nothing_are_refused() -> None:
    with pytest.raises(ValueError, match="-1 hours"):
        SmallJobFacts(FLEKSJOB, BEGAN, hours=-1, progressed=None, by_wish=None)
