"""What a case costs month by month: nothing is lost between state and municipality, nothing guessed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sammetag import law
from sammetag.law.case_facts import ActiveTime, CaseFacts, ProgrammeCost
from sammetag.law.case_money import MonthCost, Reckoning

RES = law.RESSOURCEFORLOEB
BENEFIT = law.CoveredBenefit.PROGRAMME_BENEFIT
MONTHS = st.dates(date(2016, 2, 1), date(2025, 12, 1)).map(lambda day: day.replace(day=1))


def case(
    start: date, *, ends_on: date | None = None, incomes: tuple[law.Income, ...] = (), **parts: Any
) -> CaseFacts:
    """A case with benefit, paid from its start on, and without other costs."""
    rate = law.RateFacts(RES, True, False, True)
    spell = law.BenefitSpell(law.Period(start, ends_on), BENEFIT)
    told: dict[str, Any] = {"support": law.SupportHistory((spell,)), "costs": (), "active": ()}
    return CaseFacts(
        id="a",
        scheme=RES,
        granted_on=start,
        starts_on=start,
        ends_on=ends_on,
        benefit=law.BenefitFacts(start, start, ends_on, rate, incomes=incomes),
        **(told | parts),
    )


def month_of(facts: CaseFacts, month: date) -> MonthCost:
    (found,) = Reckoning(law.BOOK).months(facts, month, month)
    return found


@given(MONTHS, st.integers(0, 30_000))
def test_the_weeks_of_a_month_make_up_all_that_was_paid(month: date, other: int) -> None:
    facts = case(month, incomes=(law.Income(month, other=other),))
    found = month_of(facts, month)

    assert facts.benefit is not None
    assert found.unshared == ()
    assert found.cost.paid_oere == law.benefit(facts.benefit, month).value.paid_oere
    assert found.cost.state_oere + found.cost.net_oere == found.cost.paid_oere
    assert [part.week_number for part in found.parts] == list(range(1, len(found.parts) + 1))
    assert found.parts[0].period.first == month
    assert found.parts[-1].period.last == law.months_from(month, 1).last


def test_the_share_falls_within_the_month_in_which_the_first_weeks_end() -> None:
    found = month_of(case(date(2023, 5, 1)), date(2023, 5, 1))

    assert [part.paid.share.per_cent for part in found.parts] == [80, 80, 80, 80, 40]
    assert [part.period.first.day for part in found.parts] == [1, 8, 15, 22, 29]


def test_the_first_days_of_2016_follow_the_week_after_them() -> None:
    found = month_of(case(date(2015, 12, 1)), date(2016, 1, 1))

    first, second = found.parts[:2]
    assert first.period == law.Period(date(2016, 1, 1), date(2016, 1, 3))
    assert first.week_number == second.week_number
    assert first.paid.share == second.paid.share


def test_until_2015_the_share_goes_by_what_the_citizen_does_on_the_day() -> None:
    practice = ActiveTime(law.Period(date(2015, 3, 5), date(2015, 3, 10)), law.Activity.COMPANY_PRACTICE)
    found = month_of(case(date(2015, 1, 1), active=(practice,)), date(2015, 3, 1))

    shares = {part.period.first.day: part.paid.share.per_cent for part in found.parts}
    assert shares[2] < shares[5] == shares[9] > shares[11]
    assert found.cost.paid_oere == sum(part.paid.paid_oere for part in found.parts)


@pytest.mark.parametrize(
    ("month", "parts", "lacks"),
    [
        (date(2024, 5, 1), {"support": None}, "support"),
        (date(2015, 5, 1), {"active": None}, "active"),
        (date(2024, 5, 1), {"costs": None}, "costs"),
    ],
)
def test_what_the_case_does_not_tell_is_named_and_not_taken_for_nothing(
    month: date, parts: dict[str, Any], lacks: str
) -> None:
    (unshared,) = month_of(case(date(2015, 1, 1), **parts), month).unshared

    assert lacks in unshared.why.sentence.da
    assert (unshared.paid_oere is None) == (lacks == "costs")


def test_a_history_that_ends_before_the_month_leaves_the_share_open() -> None:
    old = law.BenefitSpell(law.Period(date(2023, 1, 2), date(2024, 4, 30)), BENEFIT)
    found = month_of(case(date(2023, 1, 2), support=law.SupportHistory((old,))), date(2024, 5, 1))

    (unshared,) = found.unshared
    assert found.parts == ()
    assert "ugen fra 6. maj 2024" in unshared.why.sentence.da


def test_what_the_law_leaves_open_is_said_before_what_the_case_lacks() -> None:
    found = month_of(case(date(2025, 1, 1), support=None), date(2026, 2, 1))

    (unshared,) = found.unshared
    assert isinstance(unshared.why, law.NotKnown)
    assert unshared.paid_oere


def test_before_and_after_the_programme_nothing_is_paid_and_nothing_is_missing() -> None:
    facts = case(date(2024, 3, 1), ends_on=date(2024, 12, 31))
    for month in (date(2024, 2, 1), date(2025, 1, 1)):
        found = month_of(facts, month)
        assert found.cost.paid_oere == 0
        assert found.unshared == ()
        assert found.outside is not None


def test_costs_of_the_month_are_shared_by_their_kind_and_day() -> None:
    costs = tuple(
        ProgrammeCost(month, law.CostKind.MENTOR, 3_000) for month in (date(2021, 12, 1), date(2022, 1, 1))
    )
    facts = case(date(2021, 11, 1), costs=costs)
    before, since = Reckoning(law.BOOK).months(facts, date(2021, 12, 1), date(2022, 1, 1))

    mentors = [part.paid for month in (before, since) for part in month.parts if part.kind is not None]
    assert [(paid.paid_oere, paid.share.per_cent) for paid in mentors] == [(300_000, 50), (300_000, 0)]


def test_one_reckoning_of_many_cases_keeps_them_apart() -> None:
    reckoning, month = Reckoning(law.BOOK), date(2024, 5, 1)
    new, old = case(month), case(date(2021, 3, 1))

    together = [reckoning.months(facts, month, month) for facts in (new, old, new)]

    assert together[0] == together[2] == Reckoning(law.BOOK).months(new, month, month)
    assert together[1] == Reckoning(law.BOOK).months(old, month, month)
    assert together[0][0].cost.net_oere < together[1][0].cost.net_oere
