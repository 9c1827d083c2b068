"""A citizen on cash benefit who wishes a vocational education gets a plan for it."""

from __future__ import annotations

from datetime import date

import pytest

from sammetag.law.impact import Verdict
from sammetag.law.reforms.education import REFORM
from sammetag.law.schemes import KONTANTHJAELP, RESSOURCEFORLOEB
from tests.law.reforms.proposals import effect

DAY = date(2019, 5, 2)


@pytest.mark.parametrize(
    ("has", "wants", "verdict", "lacks"),
    [
        (False, True, Verdict.AFFECTED, ()),
        (None, False, Verdict.UNAFFECTED, ()),
        (False, None, Verdict.NOT_JUDGED, ("reform.wants_education",)),
        (None, True, Verdict.NOT_JUDGED, ("reform.has_vocational_education",)),
        (True, True, Verdict.NOT_JUDGED, ()),
    ],
)
def test_who_has_no_vocational_education_and_wishes_one_is_affected(
    has: bool | None, wants: bool | None, verdict: Verdict, lacks: tuple[str, ...]
) -> None:
    told = {"has_vocational_education": has, "wants_education": wants}

    found = effect(REFORM, "education.vocational", DAY, scheme=KONTANTHJAELP, reform_facts=told)

    assert found is not None
    assert (found.verdict, found.lacks) == (verdict, lacks)


def test_the_conditions_that_were_not_read_are_said_to_be() -> None:
    told = {"has_vocational_education": True, "wants_education": True}

    found = effect(REFORM, "education.vocational", DAY, scheme=KONTANTHJAELP, reform_facts=told)

    assert found is not None
    assert found.why_not is not None
    assert "er ikke læst" in found.why_not.da


def test_another_scheme_is_not_asked_about() -> None:
    assert effect(REFORM, "education.vocational", DAY, scheme=RESSOURCEFORLOEB) is None
