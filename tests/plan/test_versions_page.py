"""The versions of a plan: what changed between them, and what a mentor may not see of it."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from sammetag.access.wall import behind_the_wall
from sammetag.people.models import Field
from sammetag.plan.models import Achievement
from sammetag.plan.texts import GoalText, SubGoalText
from tests.plan.deeds import day, lay, page, planner
from tests.town import Town

Browse = Callable[[str], Client]


def live_through(town: Town) -> None:
    """Two agreements: the first proposed otherwise, the second with a health goal given up in between."""
    _, one = lay(town)
    with behind_the_wall(town.account("astrid")):
        at = planner(town)
        pain = at.sub_goal(at.goal("Mindre smerte", Field.HEALTH), "Smerteskole")
        at.propose()
        one = at.change(one, SubGoalText("Seks timer om ugen", one.due_on))
        at.agree(disagreement="Uenige om operationen")
        reason = "Kunne ikke tåle medicinen"
        given_up = SubGoalText(
            pain.title, pain.due_on, achievement=Achievement.GIVEN_UP, achieved_on=day(0), reason=reason
        )
        at.change(pain, given_up)
        at.change(one, SubGoalText("Seks timer om ugen", day(90)))
        at.agree()


def test_no_version_yet_says_what_a_version_is(browse: Browse, committed: Town) -> None:
    assert "Der er ingen versioner endnu" in browse("astrid").get(page(committed, "plan-versions")).text


def test_each_version_tells_what_changed_since_the_one_before(browse: Browse, committed: Town) -> None:
    live_through(committed)

    second, _, first = browse("astrid").get(page(committed, "plan-versions")).text.partition("Version 1<")

    assert "2 ændringer siden den forrige" in second
    for told in ("Nået senest", "opgivet", "Kunne ikke tåle medicinen"):
        assert told in second
    assert "1 ting blev aftalt anderledes end foreslået" in first
    assert "Fire timer om ugen" in first and "Seks timer om ugen" in first
    assert "Uenige om operationen" in first


def test_what_has_changed_since_the_agreement_stands_above_the_versions(
    browse: Browse, committed: Town
) -> None:
    live_through(committed)
    with behind_the_wall(committed.account("astrid")):
        planner(committed).goal("Ro på økonomien")

    above = browse("astrid").get(page(committed, "plan-versions")).text.partition("Version 2<")[0]

    assert "1 ændring siden aftalen" in above and "Ro på økonomien" in above


def test_a_mentor_learns_nothing_of_health_from_versions(browse: Browse, committed: Town) -> None:
    live_through(committed)

    seen = browse("mads").get(page(committed, "plan-versions")).text

    assert "1 ændring siden den forrige" in seen and "Seks timer om ugen" in seen
    for kept in ("Mindre smerte", "Smerteskole", "medicinen", "operationen", "Sundhed", "opgivet"):
        assert kept not in seen


def test_a_goal_that_was_once_about_health_stays_hidden_when_it_is_not_any_more(
    browse: Browse, committed: Town
) -> None:
    live_through(committed)
    with behind_the_wall(committed.account("astrid")):
        at = planner(committed)
        [goal] = [one for one in at.standing.goals if one.field == Field.HEALTH]
        at.rewrite(goal, GoalText("Mindre smerte", Field.SOCIAL))
        at.agree()

    seen = browse("mads").get(page(committed, "plan-versions")).text

    assert "Mindre smerte" not in seen and "Smerteskole" not in seen


def test_versions_of_health_alone_are_not_there_to_a_mentor(browse: Browse, committed: Town) -> None:
    with behind_the_wall(committed.account("astrid")):
        at = planner(committed)
        at.goal("Mindre smerte", Field.HEALTH)
        at.agree()

    assert "Version 1" in browse("astrid").get(page(committed, "plan-versions")).text
    assert "Version 1" not in browse("mads").get(page(committed, "plan-versions")).text


def test_only_one_version_is_the_first_even_where_it_was_taken_back(browse: Browse, committed: Town) -> None:
    _, one = lay(committed)
    with behind_the_wall(committed.account("astrid")):
        at = planner(committed)
        at.propose()
        at.withdraw()
        at.change(one, SubGoalText("Seks timer om ugen", one.due_on))
        at.agree()

    second, _, first = browse("astrid").get(page(committed, "plan-versions")).text.partition("Version 1<")

    assert "1 ændring siden den forrige" in second and "Den første plan" not in second
    assert "Den første plan" in first
