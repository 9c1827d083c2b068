"""From draft to agreement: each step keeps the page as it was, and a plan is fixed for long enough."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from sammetag.cases.models import Programme
from sammetag.errors import RuleBroken
from sammetag.law.schemes import JOBAFKLARINGSFORLOEB, RESSOURCEFORLOEB
from sammetag.plan.fixed import ahead, check_fixed
from sammetag.plan.models import Step
from sammetag.plan.picture import DRAFT
from sammetag.plan.texts import SubGoalText
from tests.plan.deeds import Planner, day, journal, kinds, whole_plan


def programme(scheme: str = JOBAFKLARINGSFORLOEB, *, until: date = date(2027, 12, 31)) -> Programme:
    start = date(2025, 11, 1)
    return Programme(scheme=scheme, granted_on=start, starts_on=start, granted_until=until)


def test_a_plan_goes_from_draft_home_and_back_to_an_agreement(astrid: Planner) -> None:
    whole_plan(astrid)
    steps = [astrid.standing.step()]

    for step in (astrid.propose, astrid.give_home, astrid.agree):
        step()
        steps.append(astrid.standing.step())

    assert steps == [DRAFT, Step.PROPOSED, Step.TAKEN_HOME, Step.AGREED]
    assert kinds(astrid.case_id)[-3:] == ["plan.proposed", "plan.taken-home", "plan.agreed"]
    assert [one.number for one in astrid.standing.versions] == [1]


def test_what_was_proposed_and_what_was_agreed_are_both_kept(astrid: Planner) -> None:
    _, one = whole_plan(astrid)
    astrid.propose()
    astrid.change(one, SubGoalText("Seks timer om ugen", one.due_on))

    version = astrid.agree(disagreement="Om praktikken er for tidlig")

    proposed, agreed = version.proposed_content, version.agreed_content or {}
    assert proposed["goals"][0]["sub_goals"][0]["title"] == "Fire timer om ugen"
    assert agreed["goals"][0]["sub_goals"][0]["title"] == "Seks timer om ugen"
    assert version.disagreement == "Om praktikken er for tidlig"


def test_at_a_meeting_a_plan_can_be_proposed_and_agreed_in_one_go(astrid: Planner) -> None:
    whole_plan(astrid)

    version = astrid.agree(until=200)

    assert (version.step, version.agreed_on, version.fixed_until) == (Step.AGREED, day(0), day(200))
    assert kinds(astrid.case_id)[-2:] == ["plan.proposed", "plan.agreed"]
    assert journal(astrid.case_id)[-1].data["fixed_until"] == day(200).isoformat()


def test_a_change_after_the_agreement_makes_the_plan_a_draft_again(astrid: Planner) -> None:
    whole_plan(astrid)
    astrid.agree()

    astrid.goal("Ro på økonomien")

    assert astrid.standing.step() == DRAFT
    assert [one.title for one in astrid.standing.since_agreed()] == ["Ro på økonomien"]


def test_a_proposal_that_is_withdrawn_leaves_the_agreement_standing(astrid: Planner) -> None:
    whole_plan(astrid)
    astrid.agree()
    astrid.goal("Ro på økonomien")
    astrid.propose()

    astrid.withdraw()

    assert [(one.number, one.step) for one in astrid.standing.versions] == [(2, "withdrawn"), (1, "agreed")]
    assert astrid.standing.agreed is not None and astrid.standing.agreed.number == 1


def test_the_citizen_can_be_given_more_time(astrid: Planner) -> None:
    whole_plan(astrid)
    astrid.give_home(7)

    assert astrid.give_home(21).answer_by == day(21)
    assert len(astrid.standing.versions) == 1


def test_an_empty_plan_is_not_proposed(astrid: Planner) -> None:
    goal = astrid.goal()
    astrid.take_out(goal)

    with pytest.raises(RuleBroken, match="empty"):
        astrid.propose()


def test_one_proposal_at_a_time(astrid: Planner) -> None:
    whole_plan(astrid)
    astrid.propose()

    with pytest.raises(RuleBroken, match="open"):
        astrid.propose()


def test_there_must_be_something_to_withdraw(astrid: Planner) -> None:
    whole_plan(astrid)

    with pytest.raises(RuleBroken, match="nothing open"):
        astrid.withdraw()


@pytest.mark.parametrize("days", [-1, 181])
def test_a_day_to_answer_by_lies_ahead_and_not_years_away(astrid: Planner, days: int) -> None:
    whole_plan(astrid)

    with pytest.raises(RuleBroken):
        astrid.give_home(days)
    assert astrid.standing.versions == []


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"on": 1}, "ude i fremtiden"),
        ({"on": -130}, "før bevillingen"),
        ({"until": 0}, "en dag efter"),
        ({"until": 900}, "Forløbet slutter"),
        ({"disagreement": "x" * 4001}, "4001 tegn"),
    ],
)
def test_an_agreement_that_cannot_be_is_refused_and_no_version_is_made(
    astrid: Planner, wrong: dict[str, int], sentence: str
) -> None:
    whole_plan(astrid)

    with pytest.raises(RuleBroken) as refused:
        astrid.agree(**wrong)  # type: ignore[arg-type]

    assert sentence in str(refused.value.sentence)
    assert astrid.standing.versions == []


def test_a_plan_is_not_agreed_on_a_day_before_it_was_proposed(astrid: Planner) -> None:
    whole_plan(astrid)
    astrid.propose()

    with pytest.raises(RuleBroken, match="before proposed"):
        astrid.agree(on=-1)


def test_under_the_rule_a_plan_fixed_for_too_short_is_refused_with_the_rule() -> None:
    on = date(2026, 3, 2)

    check_fixed(programme(), on, date(2026, 9, 1))
    with pytest.raises(RuleBroken) as refused:
        check_fixed(programme(), on, date(2026, 8, 31))

    assert "1. september 2026" in str(refused.value.sentence).replace("\u00a0", " ")
    assert "§ 5, stk. 2" in str(refused.value.sentence)


def test_under_the_rule_a_plan_need_not_reach_past_the_programme() -> None:
    short = programme(until=date(2026, 5, 1))

    assert check_fixed(short, date(2026, 3, 2), date(2026, 5, 1)).by_law
    with pytest.raises(RuleBroken, match="past the end"):
        check_fixed(short, date(2026, 3, 2), date(2026, 5, 2))


@pytest.mark.parametrize(
    ("scheme", "on"), [(JOBAFKLARINGSFORLOEB, date(2026, 7, 1)), (RESSOURCEFORLOEB, date(2026, 2, 1))]
)
def test_where_the_rule_is_not_known_half_a_year_is_our_promise_and_a_shorter_plan_goes_through(
    scheme: str, on: date
) -> None:
    found = check_fixed(programme(scheme), on, on + timedelta(days=30))

    assert not found.by_law
    assert found.earliest == date(on.year + (on.month > 6), (on.month + 5) % 12 + 1, 1) - timedelta(days=1)
    assert found.sentences


def test_nothing_is_agreed_in_a_programme_that_has_ended() -> None:
    ended = programme(until=date(2026, 5, 1))

    with pytest.raises(RuleBroken, match="after the end"):
        check_fixed(ended, date(2026, 5, 2), date(2026, 6, 1))
    assert ahead(ended, date(2026, 5, 2)).sentences == ()


def test_a_case_without_a_programme_has_our_promise_alone() -> None:
    assert ahead(None, date(2026, 1, 1)).earliest == date(2026, 6, 30)


def test_a_proposal_that_was_emptied_since_can_be_taken_back_and_nothing_else(astrid: Planner) -> None:
    goal = astrid.goal()
    astrid.propose()
    astrid.take_out(goal)

    for step in (astrid.give_home, astrid.agree):
        with pytest.raises(RuleBroken, match="empty plan"):
            step()
    astrid.withdraw()

    assert astrid.standing.open is None
