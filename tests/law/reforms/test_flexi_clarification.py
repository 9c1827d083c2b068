"""A flexi-job may clarify the working capacity before it is documented, and is then followed up earlier."""

from __future__ import annotations

from datetime import date

import pytest

from sammetag import law
from sammetag.law.impact import Verdict
from sammetag.law.reforms.flexi_clarification import (
    REFORM,
)
from sammetag.law.schemes import FLEKSJOB, KONTANTHJAELP
from tests.law.reforms.proposals import effect

DAY = date(2019, 5, 2)


@pytest.mark.parametrize(
    ("documented", "assessed", "verdict", "lacks"),
    [
        (False, True, Verdict.AFFECTED, ()),
        (False, False, Verdict.UNAFFECTED, ()),
        (True, None, Verdict.UNAFFECTED, ()),
        (None, True, Verdict.NOT_JUDGED, ("reform.capacity_documented",)),
        (False, None, Verdict.NOT_JUDGED, ("reform.preliminary_assessment",)),
    ],
)
def test_only_who_can_be_granted_one_now_is_affected(
    documented: bool | None, assessed: bool | None, verdict: Verdict, lacks: tuple[str, ...]
) -> None:
    told = {"capacity_documented": documented, "preliminary_assessment": assessed}

    found = effect(REFORM, "flexi_job.clarification", DAY, scheme=KONTANTHJAELP, reform_facts=told)

    assert found is not None
    assert (found.verdict, found.lacks) == (verdict, lacks)


def test_the_follow_up_is_told_with_the_day_it_must_come_before_and_no_other_number() -> None:
    told = {"capacity_documented": False, "flexi_since": date(2018, 1, 1)}

    found = effect(REFORM, "flexi_job.clarification_follow_up", DAY, scheme=FLEKSJOB, reform_facts=told)

    assert found is not None
    assert found.verdict is Verdict.AFFECTED
    assert found.after is not None
    assert "før 1. juli 2020" in found.after.da
    assert "siger forslaget ikke" in found.after.da


def test_the_first_day_is_taken_from_the_clock_where_only_that_tells_it() -> None:
    clock = law.FlexiClockFacts(FLEKSJOB, date(2018, 1, 1), date(2018, 2, 1), permanent=False)

    found = effect(
        REFORM,
        "flexi_job.clarification_follow_up",
        DAY,
        scheme=FLEKSJOB,
        flexi_clock=clock,
        reform_facts={"capacity_documented": False},
    )

    assert found is not None
    assert found.after is not None
    assert "før 1. august 2020" in found.after.da


def test_a_flexi_job_without_a_first_day_cannot_be_judged() -> None:
    found = effect(REFORM, "flexi_job.clarification_follow_up", DAY, scheme=FLEKSJOB)

    assert found is not None
    assert found.lacks == ("reform.flexi_since",)


def test_nobody_is_asked_about_a_flexi_job_of_another_kind() -> None:
    assert effect(REFORM, "flexi_job.clarification", DAY, scheme=FLEKSJOB) is None
    assert effect(REFORM, "flexi_job.clarification_follow_up", DAY, scheme=KONTANTHJAELP) is None
