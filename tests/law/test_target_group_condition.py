"""A condition put in the place of another: the result and its reasons are judged anew from all of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sammetag import law
from sammetag.law.answer import Asked, Finding
from sammetag.law.target_group import (
    Assessment,
    ConditionName,
    ConditionState,
    TargetFacts,
    TargetResult,
    target_group,
    with_condition,
)

MET = TargetFacts(
    scheme=law.RESSOURCEFORLOEB,
    born_on=date(1985, 3, 10),
    complex_problems=True,
    unsolved=True,
    combined_effort=True,
    long_support=True,
    pointless=False,
    can_develop=True,
    ruled_out=False,
    earlier=(),
    own_wish=True,
    disability_pension=False,
)
DAY = date(2024, 5, 1)
YES_NO_UNKNOWN = st.sampled_from([True, False, None])
FACTS = st.builds(
    lambda unsolved, wish, pension, born_on: replace(
        MET, unsolved=unsolved, own_wish=wish, disability_pension=pension, born_on=born_on
    ),
    YES_NO_UNKNOWN,
    YES_NO_UNKNOWN,
    YES_NO_UNKNOWN,
    st.dates(date(1945, 1, 1), date(1999, 12, 31)),
)
DAYS = st.dates(date(2013, 1, 1), date(2026, 1, 31))


def changed(facts: TargetFacts, on: date, name: ConditionName, state: ConditionState) -> Finding[Assessment]:
    """The finding of a day with one condition put into another state."""
    answer = target_group(facts, on)
    one = replace(answer.value.conditions[0], name=name, state=state)
    proposed = replace(answer.version, source=law.Source("Forslag", "1", "et forslag"))
    asked = Asked(proposed, facts.scheme, on, on, law.BOOK)
    return with_condition(Finding(answer.value, answer.reasons), one, facts, asked)


def test_a_condition_put_in_the_place_of_another_changes_the_result() -> None:
    facts = replace(MET, unsolved=False)

    finding = changed(facts, DAY, ConditionName.UNSOLVED, ConditionState.HOLDS)

    assert target_group(facts, DAY).value.result is TargetResult.NOT_IN
    assert finding.value.result is TargetResult.IN
    assert finding.reasons[0].text.da == "Borgeren er i målgruppen for et ressourceforløb den 1. maj 2024."
    assert len(finding.value.conditions) == len(target_group(facts, DAY).value.conditions)


def test_a_condition_that_the_day_did_not_have_is_added_and_decides_too() -> None:
    finding = changed(MET, date(2019, 5, 1), ConditionName.YEARS_TO_PENSION, ConditionState.FAILS)

    assert finding.value.result is TargetResult.NOT_IN
    assert finding.value.named(ConditionState.FAILS) == (ConditionName.YEARS_TO_PENSION,)


def test_what_is_told_beside_a_changed_condition_keeps_its_place_in_the_act() -> None:
    finding = changed(
        replace(MET, unsolved=False), date(2014, 3, 1), ConditionName.UNSOLVED, ConditionState.HOLDS
    )

    [duty] = [one for one in finding.reasons if "tilbudt" in one.text.da]
    assert duty.source == law.Source(
        "LAB", "§ 68 a, stk. 1 og 9", target_group(MET, date(2014, 3, 1)).version.source.published
    )


def test_a_condition_in_its_own_place_changes_nothing() -> None:
    answer = target_group(MET, DAY)
    finding = Finding(answer.value, answer.reasons)
    asked = Asked(answer.version, MET.scheme, DAY, DAY, law.BOOK)

    assert with_condition(finding, answer.value.conditions[1], MET, asked) is finding


@given(FACTS, DAYS)
def test_to_judge_all_conditions_anew_gives_the_same_again(facts: TargetFacts, on: date) -> None:
    answer = target_group(facts, on)
    asked = Asked(answer.version, facts.scheme, on, on, law.BOOK)
    first = answer.value.conditions[0]
    finding = Finding(answer.value, answer.reasons)
    other = replace(first, state=ConditionState.UNKNOWN, reason=first.demand, settle=first.demand)

    back = with_condition(with_condition(finding, other, facts, asked), first, facts, asked)

    assert back == finding
