"""Reduced in the own trade and able in another is enough, and the education costs no municipality."""

from __future__ import annotations

from datetime import date

import pytest

from sammetag.law.impact import Verdict
from sammetag.law.reforms.rehabilitation import (
    REFORM,
    PaymentFacts,
)
from sammetag.law.schemes import FLEKSJOB, KONTANTHJAELP, REVALIDERING
from tests.law.reforms.proposals import effect

DAY = date(2019, 5, 2)


@pytest.mark.parametrize(
    ("own", "other", "verdict", "lacks"),
    [
        (True, True, Verdict.AFFECTED, ()),
        (False, None, Verdict.UNAFFECTED, ()),
        (True, False, Verdict.NOT_JUDGED, ()),
        (True, None, Verdict.NOT_JUDGED, ("reform.able_in_other_trade",)),
        (None, None, Verdict.NOT_JUDGED, ("reform.reduced_in_own_trade",)),
    ],
)
def test_only_whom_practice_refuses_today_is_affected(
    own: bool | None, other: bool | None, verdict: Verdict, lacks: tuple[str, ...]
) -> None:
    told = {"reduced_in_own_trade": own, "able_in_other_trade": other}

    found = effect(REFORM, "rehabilitation.target_group", DAY, scheme=KONTANTHJAELP, reform_facts=told)

    assert found is not None
    assert (found.verdict, found.lacks) == (verdict, lacks)
    assert (found.why_not is None) == (verdict is not Verdict.NOT_JUDGED)


def test_where_no_trade_is_left_the_proposal_is_not_said_to_take_the_citizen_in() -> None:
    told = {"reduced_in_own_trade": True, "able_in_other_trade": False}

    found = effect(REFORM, "rehabilitation.target_group", DAY, scheme=KONTANTHJAELP, reform_facts=told)

    assert found is not None and found.why_not is not None
    assert "Forslaget svarer ikke på" in found.why_not.da
    assert not any("er nok til revalidering" in reason.text.da for reason in found.reasons)


def test_what_the_municipality_is_spared_is_told_in_kroner() -> None:
    told = {"rehabilitation_cost": 85_000}

    found = effect(REFORM, "rehabilitation.payment", DAY, scheme=REVALIDERING, reform_facts=told)

    assert found is not None
    assert found.verdict is Verdict.AFFECTED
    assert found.after is not None
    assert "85.000 kroner" in found.after.da


def test_an_education_that_costs_nothing_spares_nothing() -> None:
    found = effect(
        REFORM, "rehabilitation.payment", DAY, scheme=REVALIDERING, reform_facts={"rehabilitation_cost": 0}
    )

    assert found is not None
    assert found.verdict is Verdict.UNAFFECTED


def test_an_unknown_cost_is_not_taken_for_nothing() -> None:
    found = effect(REFORM, "rehabilitation.payment", DAY, scheme=REVALIDERING)

    assert found is not None
    assert found.lacks == ("reform.rehabilitation_cost",)


def test_a_flexi_job_is_not_asked_about() -> None:
    assert effect(REFORM, "rehabilitation.target_group", DAY, scheme=FLEKSJOB) is None


def test_a_cost_below_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="-1 kroner"):
        PaymentFacts(REVALIDERING, -1)
