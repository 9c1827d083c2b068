"""Writing job goal, goals and sub-goals: what is kept, what is told, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from sammetag.cases.actions import load
from sammetag.cases.models import Programme
from sammetag.errors import NotAllowed, RuleBroken, StalePage
from sammetag.people.models import Field
from sammetag.plan.models import Achievement, Goal, SubGoal, Voice
from sammetag.plan.texts import GoalText, JobGoalText, SubGoalText
from tests.plan.deeds import Planner, day, journal, kinds, whole_plan, wordings


def test_a_job_goal_is_kept_with_whose_words_it_is_and_by_whom(astrid: Planner) -> None:
    plan = astrid.job_goal(text=JobGoalText("Jeg vil være pedel", Voice.CITIZEN))

    assert (plan.job_goal, plan.words_of, plan.version) == ("Jeg vil være pedel", Voice.CITIZEN, 1)
    assert plan.written_by_id == astrid.person.staff_id
    assert wordings(plan.id) == ["Jeg vil være pedel"]
    assert kinds(astrid.case_id) == ["plan.job-goal-written"]


def test_every_wording_stays_when_the_next_is_written(astrid: Planner) -> None:
    plan = astrid.job_goal("Pedel")
    astrid.job_goal("Gartner", version=1)

    assert wordings(plan.id) == ["Pedel", "Gartner"]


def test_what_came_in_with_history_is_kept_before_it_is_changed(astrid: Planner) -> None:
    plan = astrid.job_goal()
    loaded = Goal(case_id=plan.case_id, plan=plan, title="Indlæst", field=Field.SOCIAL)
    loaded.written_at = timezone.now() - timedelta(days=9)
    load(rows=[loaded])

    astrid.rewrite(loaded, GoalText("Nyt", Field.SOCIAL))

    assert wordings(loaded.id) == ["Indlæst", "Nyt"]


def test_the_journal_tells_codes_and_days_and_never_the_words(astrid: Planner) -> None:
    goal, one = whole_plan(astrid)
    given_up = SubGoalText(
        one.title,
        one.due_on,
        achievement=Achievement.GIVEN_UP,
        achieved_on=day(-1),
        reason="Det gjorde for ondt i ryggen",
    )
    astrid.change(one, given_up)

    told = str([event.data for event in journal(astrid.case_id)])
    for words in ("Pedel", "skånebehov", "timer om ugen", "ryggen"):
        assert words not in told
    assert "given-up" in told and one.due_on.isoformat() in told and "employment" in told


def test_how_far_a_sub_goal_has_come_is_told_on_its_day(astrid: Planner) -> None:
    _, one = whole_plan(astrid)

    text = SubGoalText(one.title, one.due_on, achievement=Achievement.REACHED, achieved_on=day(-3))
    reached = astrid.change(one, text)

    event = journal(astrid.case_id)[-1]
    assert (reached.achievement, reached.version) == (Achievement.REACHED, 2)
    assert event.kind == "plan.sub-goal-achieved"
    assert timezone.localtime(event.occurred_at).date() == day(-3)
    assert (event.data["before"], event.data["achievement"]) == ("not-begun", "reached")


def test_a_change_of_text_and_of_how_far_are_two_things_in_the_journal(astrid: Planner) -> None:
    _, one = whole_plan(astrid)
    before = len(kinds(astrid.case_id))

    text = SubGoalText("Nyt", one.due_on, achievement=Achievement.ON_THE_WAY, achieved_on=day(0))
    astrid.change(one, text)

    assert sorted(kinds(astrid.case_id)[before:]) == ["plan.sub-goal-achieved", "plan.sub-goal-written"]


def test_saving_the_same_text_again_changes_nothing(astrid: Planner) -> None:
    _, one = whole_plan(astrid)
    before = kinds(astrid.case_id)

    same = astrid.change(one, SubGoalText(one.title, one.due_on))

    assert same.version == 1
    assert kinds(astrid.case_id) == before
    assert len(wordings(one.id)) == 1


REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "after the programme's end": ({"due_on": day(900)}, "Forløbet slutter"),
    "before the grant": ({"due_on": day(-121)}, "før bevillingen"),
    "begins before the grant": ({"begins_on": day(-121)}, "før bevillingen"),
    "begins after it is due": ({"begins_on": day(61)}, "kan ikke begynde, efter"),
    "achieved in the future": (
        {"achievement": Achievement.REACHED, "achieved_on": day(1)},
        "på en dag i fremtiden",
    ),
    "achieved on no day": ({"achievement": Achievement.REACHED}, "siden hvornår"),
    "given up without a reason": (
        {"achievement": Achievement.GIVEN_UP, "achieved_on": day(0), "reason": "  "},
        "hvorfor delmålet er opgivet",
    ),
    "a title too long": ({"title": "x" * 201}, "201 tegn"),
    "a reason too long": ({"reason": "x" * 401}, "401 tegn"),
    "an empty title": ({"title": "  "}, "Skriv først"),
}


@pytest.mark.parametrize("fault", REFUSED)
def test_a_sub_goal_that_cannot_be_is_refused_with_a_sentence(astrid: Planner, fault: str) -> None:
    goal = astrid.goal()
    wrong, sentence = REFUSED[fault]
    before = kinds(astrid.case_id)

    with pytest.raises(RuleBroken) as refused:
        astrid.sub_goal(goal, text=replace(SubGoalText("Delmål", day(60)), **wrong))

    assert sentence in str(refused.value.sentence)
    assert kinds(astrid.case_id) == before
    assert not SubGoal.objects.scoped("test").filter(goal=goal).exists()


@pytest.mark.parametrize(("days", "fits"), [(0, True), (1, False)])
def test_the_last_day_of_the_programme_is_the_last_for_a_sub_goal(
    astrid: Planner, days: int, fits: bool
) -> None:
    end = Programme.objects.scoped("test").get(case_id=astrid.case_id).granted_until
    text, goal = SubGoalText("Delmål", end + timedelta(days=days)), astrid.goal()

    if fits:
        assert astrid.sub_goal(goal, text=text).due_on == end
    else:
        with pytest.raises(RuleBroken):
            astrid.sub_goal(goal, text=text)


@pytest.mark.parametrize("text", ["", "x" * 201])
def test_a_job_goal_that_says_nothing_or_too_much_is_refused(astrid: Planner, text: str) -> None:
    with pytest.raises(RuleBroken):
        astrid.job_goal(text)


STALE: dict[str, Callable[[Planner, Goal, SubGoal], object]] = {
    "job goal": lambda at, goal, one: at.job_goal("Gartner", version=0),
    "goal": lambda at, goal, one: at.rewrite(goal, GoalText("Andet", Field.SOCIAL), version=7),
    "sub-goal": lambda at, goal, one: at.change(one, SubGoalText("Andet", day(9)), version=7),
    "take out": lambda at, goal, one: at.take_out(one, version=7),
    "propose": lambda at, goal, one: at.propose(version=1),
    "agree": lambda at, goal, one: at.agree(version=1),
}


@pytest.mark.parametrize("deed", STALE)
def test_whoever_comes_second_is_refused_and_nothing_is_written(astrid: Planner, deed: str) -> None:
    goal, one = whole_plan(astrid)
    before = kinds(astrid.case_id)

    with pytest.raises(StalePage):
        STALE[deed](astrid, goal, one)

    assert kinds(astrid.case_id) == before
    assert (wordings(goal.id), wordings(one.id)) == ([goal.title], [one.title])


def test_what_is_taken_out_stays_with_its_day_and_can_be_put_back(astrid: Planner) -> None:
    goal, one = whole_plan(astrid)

    out = astrid.take_out(goal)
    assert out.removed_on == day(0)
    assert astrid.standing.picture["goals"] == []

    back = astrid.put_back(out)
    assert back.removed_on is None
    assert astrid.standing.picture["goals"][0]["sub_goals"][0]["id"] == str(one.id)
    assert kinds(astrid.case_id)[-2:] == ["plan.goal-taken-out", "plan.goal-put-back"]


def test_a_goal_that_does_not_exist_is_not_there(astrid: Planner) -> None:
    goal = astrid.goal()
    goal.id = uuid4()

    with pytest.raises(NotAllowed):
        astrid.sub_goal(goal)
