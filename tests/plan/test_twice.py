"""The same form sent twice, or two people at once: one thing is done once, and no text is lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

import pytest

from sammetag.access.wall import behind_the_wall
from sammetag.errors import StalePage
from sammetag.people.models import Field
from sammetag.plan.models import Goal
from sammetag.plan.texts import GoalText, SubGoalText
from tests.plan.deeds import Planner, day, kinds, lay, planner, whole_plan, wordings
from tests.together import together
from tests.town import Town

Deed = Callable[[Planner, UUID], Any]


def deeds(at: Planner) -> dict[str, Deed]:
    """Everything that can be done with a plan, each with the versions of now."""
    goal = at.standing.goals[0]
    one, version = goal.sub_goals.all()[0], at.standing.version
    return {
        "job goal": lambda who, token: who.job_goal("Gartner", version=1, token=token),
        "goal": lambda who, token: who.goal("Nyt", token=token),
        "goal changed": lambda who, token: who.rewrite(
            goal, GoalText("Andet", Field.SOCIAL), version=1, token=token
        ),
        "sub-goal": lambda who, token: who.sub_goal(goal, "Nyt", token=token),
        "sub-goal changed": lambda who, token: who.change(
            one, SubGoalText("Andet", day(9)), version=1, token=token
        ),
        "taken out": lambda who, token: who.take_out(one, version=1, token=token),
        "proposed": lambda who, token: who.propose(version=version, token=token),
        "given home": lambda who, token: who.give_home(version=version, token=token),
        "agreed": lambda who, token: who.agree(version=version, token=token),
    }


NAMES = (
    "job goal",
    "goal",
    "goal changed",
    "sub-goal",
    "sub-goal changed",
    "taken out",
    "proposed",
    "given home",
    "agreed",
)


@pytest.mark.parametrize("name", NAMES)
def test_the_same_form_sent_again_does_nothing_more(astrid: Planner, name: str) -> None:
    whole_plan(astrid)
    deed, token = deeds(astrid)[name], uuid4()
    before = len(kinds(astrid.case_id))

    first = deed(astrid, token)
    once = (kinds(astrid.case_id), astrid.standing.version)
    second = deed(astrid, token)

    assert first.pk == second.pk
    assert (kinds(astrid.case_id), astrid.standing.version) == once
    assert len(once[0]) > before


@pytest.mark.parametrize("name", ["job goal", "sub-goal", "given home"])
def test_a_double_click_in_the_same_moment_does_it_once(committed: Town, name: str) -> None:
    lay(committed)
    with behind_the_wall(committed.account("astrid")):
        astrid = planner(committed)
        deed, token, before = deeds(astrid)[name], uuid4(), kinds(astrid.case_id)

    answers = together(committed, *[("astrid", lambda: deed(astrid, token))] * 2)

    assert answers[0].pk == answers[1].pk
    with behind_the_wall(committed.account("astrid")):
        told = kinds(committed.cases["own"])[len(before) :]
        assert len(told) == len(set(told)) == (2 if name == "given home" else 1)


def test_of_two_who_write_one_goal_in_the_same_moment_one_is_told_and_can_save_after(
    committed: Town,
) -> None:
    goal, _ = lay(committed)
    people = {}
    for name in ("astrid", "birk"):
        with behind_the_wall(committed.account(name)):
            people[name] = planner(committed, name)

    def write(name: str) -> Callable[[], Goal]:
        return lambda: people[name].rewrite(goal, GoalText(f"Af {name}", Field.SOCIAL), version=1)

    answers = together(committed, ("astrid", write("astrid")), ("birk", write("birk")))

    assert sorted(type(one).__name__ for one in answers) == ["Goal", "StalePage"]
    late = "astrid" if isinstance(answers[0], StalePage) else "birk"
    with behind_the_wall(committed.account(late)):
        people[late].rewrite(goal, GoalText(f"Af {late}", Field.SOCIAL), version=2)
        assert sorted(wordings(goal.id)) == ["Af astrid", "Af birk", "Kende skånebehov"]


def test_the_first_two_who_write_in_an_empty_plan_share_one(committed: Town) -> None:
    people = {}
    for name in ("astrid", "birk"):
        with behind_the_wall(committed.account(name)):
            people[name] = planner(committed, name)

    answers = together(
        committed,
        ("astrid", lambda: people["astrid"].goal("Af Astrid")),
        ("birk", lambda: people["birk"].goal("Af Birk")),
    )

    assert answers[0].plan_id == answers[1].plan_id
    assert {one.position for one in answers} == {0, 1}
