"""Weeks are counted once, across benefits, and from the beginning again after enough self-support."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sammetag import law
from sammetag.law.reimbursement_weeks import (
    BenefitSpell,
    CoveredBenefit,
    FreshStart,
    SupportHistory,
    WeekCount,
    WeekState,
    count_weeks,
    fresh_start,
)

WEEK = timedelta(weeks=1)
MONDAY = date(2018, 1, 1)
RULE = FreshStart(weeks=52, years=3)


def week(index: int) -> date:
    """The Monday of the week that lies so many weeks after the first Monday of 2018."""
    return MONDAY + index * WEEK


def weeks(first: int, last: int) -> law.Period:
    """Whole weeks, from the Monday of the first to the Sunday of the last."""
    return law.Period(week(first), week(last + 1) - law.DAY)


def paid(
    *periods: law.Period, benefit: CoveredBenefit = CoveredBenefit.PROGRAMME_BENEFIT
) -> tuple[BenefitSpell, ...]:
    return tuple(BenefitSpell(period, benefit) for period in periods)


def counted(*benefits: law.Period, other: tuple[law.Period, ...] = ()) -> WeekCount:
    return count_weeks(SupportHistory(paid(*benefits), other), RULE)


def walked(history: SupportHistory, rule: FreshStart, asked: date) -> int:
    """The slow twin: walk every week since July 2014 and count by hand."""
    monday, start, number, free = date(2014, 6, 30), None, 0, list[date]()
    while True:
        days = law.Period(monday, monday + WEEK - law.DAY)
        since = law.Period(max(monday, date(2014, 7, 1)), days.last)
        with_benefit = any(spell.period.overlaps(since) for spell in history.benefits)
        if days.contains(asked):
            return number + 1
        if with_benefit:
            start, number = start or monday, number + 1
        elif start and not any(period.overlaps(days) for period in history.other_support):
            free.append(monday)
        last_years = law.add_months(days.last or monday, -12 * rule.years)
        if sum(last_years < day for day in free) >= rule.weeks:
            start, number, free = None, 0, []
        monday += WEEK


PERIODS = st.builds(
    lambda first, length: law.Period(
        date(2014, 5, 1) + timedelta(days=first),
        None if length is None else date(2014, 5, 1) + timedelta(days=first + length),
    ),
    st.integers(0, 2500),
    st.one_of(st.integers(0, 400), st.none()),
)
HISTORIES = st.builds(
    SupportHistory,
    st.lists(st.builds(BenefitSpell, PERIODS, st.sampled_from(CoveredBenefit)), max_size=7).map(tuple),
    st.lists(PERIODS, max_size=4).map(tuple),
)
RULES = st.builds(FreshStart, st.integers(1, 60), st.integers(1, 3))


@given(HISTORIES, RULES, st.dates(date(2014, 7, 1), date(2023, 12, 31)))
def test_the_count_is_that_of_a_walk_through_every_week(
    history: SupportHistory, rule: FreshStart, asked: date
) -> None:
    assert count_weeks(history, rule).number_on(asked) == walked(history, rule, asked)


@given(HISTORIES, st.dates(date(2014, 7, 1), date(2020, 12, 31)), PERIODS)
def test_a_later_spell_never_changes_an_earlier_week(
    history: SupportHistory, asked: date, spell: law.Period
) -> None:
    moved = law.Period(max(spell.first, asked + WEEK), None)
    more = SupportHistory((*history.benefits, *paid(moved)), history.other_support)

    assert count_weeks(more, RULE).number_on(asked) == count_weeks(history, RULE).number_on(asked)


def test_the_first_week_is_number_1_and_the_next_one_number_2() -> None:
    count = counted(weeks(0, 9))

    assert [count.number_on(week(index)) for index in (0, 1, 9)] == [1, 2, 10]


def test_one_day_of_benefit_counts_the_whole_week() -> None:
    count = counted(law.Period(week(0) + 6 * law.DAY, week(1)))

    assert [count.number_on(week(0)), count.number_on(week(1) + 6 * law.DAY)] == [1, 2]


def test_a_week_with_two_benefits_counts_once() -> None:
    change = week(4) + 2 * law.DAY
    history = SupportHistory(
        (
            BenefitSpell(law.Period(week(0), change), CoveredBenefit.SICKNESS_BENEFIT),
            BenefitSpell(law.Period(change + law.DAY), CoveredBenefit.PROGRAMME_BENEFIT),
        )
    )

    shared = count_weeks(history, RULE).week_of(change)

    assert shared.number == 5
    assert shared.benefits == {CoveredBenefit.SICKNESS_BENEFIT, CoveredBenefit.PROGRAMME_BENEFIT}


def test_weeks_count_across_benefits_so_a_programme_after_a_year_of_sickness_is_on_the_last_step() -> None:
    sick = BenefitSpell(weeks(0, 51), CoveredBenefit.SICKNESS_BENEFIT)
    programme = BenefitSpell(law.Period(week(52)), CoveredBenefit.PROGRAMME_BENEFIT)

    assert count_weeks(SupportHistory((sick, programme)), RULE).number_on(week(52)) == 53


def test_benefit_before_july_2014_is_not_counted() -> None:
    count = counted(law.Period(date(2010, 1, 1), date(2014, 7, 6)), law.Period(date(2014, 7, 7)))

    assert [count.number_on(date(2014, 7, 1)), count.number_on(date(2014, 7, 7))] == [1, 2]


def test_a_benefit_that_ended_on_30_june_2014_does_not_count_its_week() -> None:
    count = counted(law.Period(date(2014, 1, 1), date(2014, 6, 30)))

    assert count.week_of(date(2014, 7, 1)).state is WeekState.SELF_SUPPORT
    assert count.number_on(date(2014, 7, 14)) == 1


def test_the_first_week_names_only_benefits_paid_since_july_2014() -> None:
    sick = BenefitSpell(law.Period(date(2014, 6, 1), date(2014, 6, 30)), CoveredBenefit.SICKNESS_BENEFIT)
    programme = BenefitSpell(law.Period(date(2014, 7, 1)), CoveredBenefit.PROGRAMME_BENEFIT)

    first = count_weeks(SupportHistory((sick, programme)), RULE).week_of(date(2014, 7, 2))

    assert first.benefits == {CoveredBenefit.PROGRAMME_BENEFIT}


def test_a_day_before_july_2014_is_refused() -> None:
    with pytest.raises(law.NotInForce) as refused:
        counted().number_on(date(2014, 6, 30))

    assert "1. juli 2014" in refused.value.sentence.da


@pytest.mark.parametrize(("free", "number"), [(51, 11), (52, 1), (53, 1)])
def test_52_weeks_of_self_support_make_the_count_start_over(free: int, number: int) -> None:
    again = 10 + free

    assert counted(weeks(0, 9), weeks(again, again + 4)).number_on(week(again)) == number


def test_after_a_fresh_start_the_next_weeks_follow_from_1() -> None:
    count = counted(weeks(0, 9), weeks(62, 70))

    assert [count.number_on(week(index)) for index in (62, 63, 70)] == [1, 2, 9]


def test_self_support_adds_up_over_several_stretches() -> None:
    count = counted(weeks(0, 9), weeks(36, 40), weeks(67, 70))

    assert [count.number_on(week(36)), count.number_on(week(67))] == [11, 1]


def test_self_support_from_before_the_fresh_start_is_not_used_again() -> None:
    count = counted(weeks(0, 0), weeks(101, 101), weeks(103, 103))

    assert [count.number_on(week(101)), count.number_on(week(103))] == [1, 2]


def test_self_support_before_the_first_week_with_benefit_is_worth_nothing() -> None:
    count = counted(weeks(60, 60), weeks(62, 62))

    assert count.number_on(week(62)) == 2


@pytest.mark.parametrize(("between", "number"), [(104, 1), (105, 107)])
def test_self_support_must_lie_within_the_last_156_whole_weeks(between: int, number: int) -> None:
    """One week with benefit, 26 free, then benefit, then 26 free again: 156 weeks in all is just enough."""
    free_again = 1 + 26 + between

    count = counted(weeks(0, 0), weeks(27, free_again - 1), weeks(free_again + 26, free_again + 30))

    assert count.number_on(week(free_again + 26)) == number


def test_a_week_touched_by_other_support_is_not_self_support() -> None:
    student_day = law.Period(week(30) + 3 * law.DAY, week(30) + 3 * law.DAY)
    count = counted(weeks(0, 9), weeks(62, 70), other=(student_day,))

    assert count.number_on(week(62)) == 11
    assert count.week_of(week(30)).state is WeekState.OTHER_SUPPORT


def test_what_was_reached_is_kept_through_years_of_other_support() -> None:
    studies = weeks(62, 62 + 200)
    count = counted(weeks(0, 9), weeks(263, 270), other=(studies,))

    assert count.number_on(week(263)) == 1


def test_other_support_is_no_week_with_benefit() -> None:
    count = counted(weeks(0, 0), weeks(5, 5), other=(weeks(1, 4),))

    assert count.number_on(week(5)) == 2


def test_a_week_says_what_is_counted_and_how_much_self_support_there_is() -> None:
    found = counted(weeks(0, 9)).week_of(week(12) + 3 * law.DAY)

    assert found.week == weeks(12, 12)
    assert (found.state, found.number) == (WeekState.SELF_SUPPORT, 11)
    assert (found.self_support_weeks, found.benefits) == (3, frozenset())


def test_without_any_benefit_the_first_week_would_be_number_1() -> None:
    found = counted().week_of(week(0))

    assert (found.number, found.self_support_weeks) == (1, 0)


def test_the_act_asks_for_52_weeks_within_3_years() -> None:
    assert fresh_start(date(2016, 1, 4)) == fresh_start(date(2026, 5, 1)) == RULE


def test_before_the_act_there_is_no_fresh_start() -> None:
    with pytest.raises(law.NotInForce):
        fresh_start(date(2016, 1, 3))


@pytest.mark.parametrize(("needed", "years"), [(0, 3), (52, 0)])
def test_a_fresh_start_that_needs_nothing_is_refused(needed: int, years: int) -> None:
    with pytest.raises(ValueError, match="needs weeks and years"):
        FreshStart(needed, years)
