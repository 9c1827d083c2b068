"""Taking goals and sub-goals out of the plan and putting them back, from the plan itself."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.test import Client

from sammetag.access.wall import behind_the_wall
from sammetag.plan.texts import SubGoalText
from tests.plan.deeds import lay, page, planner
from tests.town import Town

Browse = Callable[[str], Client]


@pytest.mark.parametrize("what", ["goal", "sub-goal"])
def test_what_is_taken_out_stands_below_the_plan_and_goes_back_again(
    browse: Browse, committed: Town, what: str
) -> None:
    goal, one = lay(committed)
    thing = goal if what == "goal" else one
    astrid, url = browse("astrid"), page(committed, f"place-{what}", thing.id)

    out = astrid.post(url, {"place": "out", "version": "1", "token": str(uuid4())}, follow=True).text
    plan, _, taken = out.partition("er taget ud af planen</summary>")
    assert thing.title in taken and thing.title not in plan
    back = astrid.post(url, {"place": "back", "version": "2", "token": str(uuid4())}, follow=True).text

    assert "er taget ud af planen</summary>" not in back
    assert thing.title in back


def test_a_button_pressed_twice_does_it_once(browse: Browse, committed: Town) -> None:
    goal, _ = lay(committed)
    astrid, url = browse("astrid"), page(committed, "place-goal", goal.id)

    answers = [astrid.post(url, {"place": "out", "version": "1"}).status_code for _ in range(2)]

    assert answers == [302, 302]


def test_a_goal_that_somebody_has_changed_since_is_not_taken_out_unseen(
    browse: Browse, committed: Town
) -> None:
    goal, _ = lay(committed)

    told = browse("astrid").post(
        page(committed, "place-goal", goal.id), {"place": "out", "version": "7"}, follow=True
    )

    assert "En anden har skrevet her imens" in told.text
    assert goal.title in told.text and "Taget ud" not in told.text


def test_whoever_wrote_in_a_second_window_is_told_that_it_was_them(browse: Browse, committed: Town) -> None:
    _, one = lay(committed)
    with behind_the_wall(committed.account("astrid")):
        planner(committed).change(one, SubGoalText("Fem timer om ugen", one.due_on))

    url = page(committed, "place-sub-goal", one.id)
    told = browse("astrid").post(url, {"place": "out", "version": "1"}, follow=True).text

    assert "Du har selv skrevet her i et andet vindue. Læs det først." in told
