"""Reading plans of many cases in short, and what other rooms ask for."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sammetag.access.wall import behind_the_wall
from sammetag.cases.models import Case
from sammetag.people.models import Field
from sammetag.plan.models import Achievement, Step, SubGoal
from sammetag.plan.queries import goals_of, past_due_in, plan_of, steps_in, sub_goals_to_choose
from sammetag.plan.texts import SubGoalText
from tests.plan.deeds import Planner, day, lay, planner, whole_plan
from tests.town import Town


def test_the_steps_of_a_plan_come_in_their_order(astrid: Planner) -> None:
    whole_plan(astrid)
    astrid.agree(until=200, disagreement="Om praktikken")
    astrid.give_home(9)

    agreed, home = (row[1:] for row in steps_in([astrid.case]))

    assert (agreed[0], agreed[4]) == (Step.AGREED, day(200))
    assert (home[0], home[2]) == (Step.TAKEN_HOME, day(9))


def test_a_sub_goal_that_is_open_after_its_day_is_past_due(astrid: Planner) -> None:
    goal, _ = whole_plan(astrid)
    late = astrid.sub_goal(goal, "For sent", due=-3)

    found = list(past_due_in([astrid.case], day(0)))

    assert found == [(astrid.case_id, late.due_on, "For sent")]


@pytest.mark.parametrize("why", ["reached", "taken out", "goal taken out", "due today"])
def test_a_sub_goal_is_not_past_due_when_it_is_settled_or_gone(astrid: Planner, why: str) -> None:
    goal = astrid.goal()
    one = astrid.sub_goal(goal, due=0 if why == "due today" else -1)
    if why == "reached":
        text = SubGoalText(one.title, one.due_on, achievement=Achievement.REACHED, achieved_on=day(-1))
        astrid.change(one, text)
    elif why == "taken out":
        astrid.take_out(one)
    elif why == "goal taken out":
        astrid.take_out(goal)

    assert list(past_due_in([astrid.case], day(0))) == []


def test_plans_of_many_cases_are_read_as_far_as_a_person_sees_and_without_their_contents(
    committed: Town,
) -> None:
    for case, name in (("own", "astrid"), ("other-unit", "dorte"), ("restricted", "dorte")):
        lay(committed, case, name)
        with behind_the_wall(committed.account(name)):
            planner(committed, name, case).agree()
    cases = [Case(id=one) for one in committed.cases.values()]
    with behind_the_wall(committed.account("dorte")), CaptureQueriesContext(connection) as asked:
        found = {row[0] for row in steps_in(cases)}

    assert found == {committed.cases["other-unit"], committed.cases["restricted"]}
    assert len(asked) == 1
    assert not any("_content" in one["sql"] for one in asked)


def test_where_there_is_no_plan_there_is_nothing_to_read(astrid: Planner) -> None:
    assert list(steps_in([astrid.case])) == []
    assert plan_of(astrid.case) is None


def test_an_intervention_can_lean_on_what_is_in_the_plan(astrid: Planner) -> None:
    goal, one = whole_plan(astrid)
    gone = astrid.sub_goal(goal, "Taget ud")
    astrid.take_out(gone)
    other = astrid.goal("Ud med det hele")
    astrid.sub_goal(other)
    astrid.take_out(other)

    assert list(sub_goals_to_choose(astrid.case)) == [one]


def test_whoever_may_not_know_of_health_gets_no_such_goal(astrid: Planner) -> None:
    whole_plan(astrid)
    astrid.sub_goal(astrid.goal("Mindre smerte", Field.HEALTH))
    astrid.goal("Operation", Field.TREATMENT)

    assert [goal.title for goal in goals_of(astrid.case, sees_health=False)] == ["Kende skånebehov"]
    assert len(goals_of(astrid.case, sees_health=True)) == 3
    assert SubGoal.objects.scoped("test").filter(case_id=astrid.case_id).count() == 2
