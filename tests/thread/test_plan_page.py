"""The plan page: what it tells a coordinator, a leader and a mentor, and how it teaches when it is empty."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from sammetag.access.wall import behind_the_wall
from sammetag.cases.actions import load
from sammetag.interventions.models import Intervention, State, Stretch
from sammetag.people.models import Field
from sammetag.plan.models import About, Achievement, Goal, SubGoal, Voice
from sammetag.plan.texts import SubGoalText
from tests.plan.deeds import day, lay, page, planner
from tests.practice.deeds import at_desk as municipality_at_desk
from tests.town import Town

Browse = Callable[[str], Client]


def plan(browse: Browse, town: Town, name: str = "astrid") -> str:
    """The page between header and footer."""
    client = browse(name)
    if name == "lis":
        client.post(reverse("purpose", args=[town.cases["own"]]), {"purpose": "quality"})
    return client.get(page(town, "plan")).text.partition("<main")[2].partition("<footer")[0]


def give(
    town: Town, title: str, field: Field, sub_goal: UUID | None, *, state: State = State.RUNNING
) -> None:
    """Gives Åse something that began ten days ago, leaning on a sub-goal or on none."""
    with behind_the_wall(town.account("astrid")):
        case = planner(town).case
        one = Intervention(case=case, field=field, title=title, hours_per_week=3, sub_goal_id=sub_goal)
        load(rows=[one])
        load(rows=[Stretch(case=case, intervention=one, state=state, since=day(-10))])


def health(town: Town) -> tuple[Goal, SubGoal]:
    with behind_the_wall(town.account("astrid")):
        at = planner(town)
        goal = at.goal("Mindre smerte", Field.HEALTH)
        return goal, at.sub_goal(goal, "Smerteskole")


def test_an_empty_plan_says_what_a_plan_is_and_how_to_begin(browse: Browse, committed: Town) -> None:
    empty = plan(browse, committed)

    assert "Der er ingen plan endnu" in empty
    assert page(committed, "job-goal") in empty and page(committed, "new-goal") in empty
    assert page(committed, "job-goal") not in plan(browse, committed, "mads")


def test_a_plan_without_a_job_goal_begins_with_its_goals(browse: Browse, committed: Town) -> None:
    with behind_the_wall(committed.account("astrid")):
        planner(committed).goal("Ro på økonomien")

    shown = plan(browse, committed)

    assert "Der er ikke sat et jobmål endnu" in shown and "Ro på økonomien" in shown


def test_the_plan_tells_what_was_written_by_whom_and_what_leans_on_it(
    browse: Browse, committed: Town
) -> None:
    _, one = lay(committed)
    give(committed, "Praktik hos Skolen", Field.EMPLOYMENT, one.id, state=State.WAITING)

    shown = plan(browse, committed)

    for told in ("Pedel på en skole", "Kende skånebehov", "Fire timer om ugen", "Skrevet af Astrid"):
        assert told in shown
    below = shown.partition("Fire timer om ugen")[2].partition("</section>")[0]
    assert "Praktik hos Skolen" in below and "venter" in below
    assert f"{reverse('new-intervention', args=[committed.cases['own']])}?sub_goal={one.id}" in below


def test_what_leans_on_nothing_stands_apart_and_what_has_ended_does_not(
    browse: Browse, committed: Town
) -> None:
    _, one = lay(committed)
    give(committed, "Gældsrådgivning", Field.SOCIAL, None)
    give(committed, "Noget gammelt", Field.SOCIAL, None)
    with behind_the_wall(committed.account("astrid")):
        old = Intervention.objects.scoped("test").filter(title="Noget gammelt")
        old.update(ended_on=day(-1), ending="completed")

    apart = plan(browse, committed).partition("Står ikke i planen endnu")[2]

    assert "Gældsrådgivning" in apart and "Intern træning" in apart
    assert "Noget gammelt" not in apart


def test_what_leaned_on_a_sub_goal_that_was_taken_out_stands_apart(browse: Browse, committed: Town) -> None:
    _, one = lay(committed)
    give(committed, "Praktik hos Skolen", Field.EMPLOYMENT, one.id)
    with behind_the_wall(committed.account("astrid")):
        planner(committed).take_out(one)

    assert "Praktik hos Skolen" in plan(browse, committed).partition("Står ikke i planen endnu")[2]


def test_a_sub_goal_past_its_day_says_so_until_it_is_settled(browse: Browse, committed: Town) -> None:
    goal, _ = lay(committed)
    with behind_the_wall(committed.account("astrid")):
        late = planner(committed).sub_goal(goal, "For sent", due=-3)
    assert "skulle være nået" in plan(browse, committed)

    with behind_the_wall(committed.account("astrid")):
        text = SubGoalText("For sent", late.due_on, achievement=Achievement.PARTLY, achieved_on=day(0))
        planner(committed).change(late, text)

    assert "skulle være nået" not in plan(browse, committed)


def test_the_line_tells_how_far_the_plan_has_come_and_what_changed_since(
    browse: Browse, committed: Town
) -> None:
    lay(committed)
    with behind_the_wall(committed.account("astrid")):
        at = planner(committed)
        at.give_home(7)
    assert "svar senest" in plan(browse, committed)

    with behind_the_wall(committed.account("astrid")):
        at.agree(disagreement="Om praktikken er for tidlig")
        at.goal("Ro på økonomien")
    changed = plan(browse, committed)

    assert "1 ændring siden aftalen" in changed
    assert "Om praktikken er for tidlig" in changed


def test_an_answer_that_is_overdue_is_told(browse: Browse, committed: Town) -> None:
    lay(committed)
    with behind_the_wall(committed.account("astrid")):
        version = planner(committed).give_home(7)
        version.answer_by = day(-1)
        version.save()

    assert "svardagen er passeret" in plan(browse, committed)


def test_ratings_stand_side_by_side_with_the_earlier_ones(browse: Browse, committed: Town) -> None:
    lay(committed)
    with behind_the_wall(committed.account("astrid")):
        at = planner(committed)
        at.rate(Voice.CITIZEN, values={About.OWNERSHIP: 2}, rated_on=day(-30))
        at.rate(Voice.CITIZEN, values={About.OWNERSHIP: 4})
        at.rate(Voice.COORDINATOR, values={About.REALISM: 5})
    with behind_the_wall(committed.account("mads")):
        planner(committed, "mads").rate(Voice.MENTOR, values={About.REALISM: 1})

    ratings = plan(browse, committed).partition('id="ratings"')[2]
    ownership, _, realism = ratings.partition("Realisme")

    assert "4 af 5" in ownership and "1 tidligere" in ownership and "2 af 5" in ownership
    assert "5 af 5" in realism and "1 af 5" in realism
    assert ownership.count("ikke vurderet") == 2


def test_a_mentor_learns_nothing_of_health_and_finds_the_way_to_rate(browse: Browse, committed: Town) -> None:
    _, one = lay(committed)
    _, pain = health(committed)
    give(committed, "Smertehold", Field.HEALTH, pain.id)
    give(committed, "Gåture med mentor", Field.SOCIAL, pain.id)
    with behind_the_wall(committed.account("astrid")):
        at = planner(committed)
        at.agree(disagreement="Uenige om operationen")
        given_up = SubGoalText(
            one.title, one.due_on, achievement=Achievement.GIVEN_UP, achieved_on=day(0), reason="Ryggen låste"
        )
        at.change(one, given_up)
        at.change(pain, SubGoalText("Smerteskole igen", day(80)))

    seen = plan(browse, committed, "mads")

    assert "Kende skånebehov" in seen and "1 ændring" in seen
    for kept in ("Mindre smerte", "Smerteskole", "Smertehold", "operationen", "Ryggen", "Sundhed"):
        assert kept not in seen
    # What leans on a goal of health is not said to stand outside the plan, nor that there is such a goal.
    assert "Gåture med mentor" in seen.partition("Andre indsatser")[2]
    assert page(committed, "rate-plan") in seen
    assert page(committed, "plan-step") not in seen


def test_a_plan_of_health_alone_is_no_plan_to_a_mentor(browse: Browse, committed: Town) -> None:
    health(committed)
    with behind_the_wall(committed.account("astrid")):
        planner(committed).agree()

    seen = plan(browse, committed, "mads")

    assert "Der er ingen plan endnu" in seen
    assert "Aftalt" not in seen


def test_a_change_of_health_alone_does_not_make_it_a_draft_to_a_mentor(
    browse: Browse, committed: Town
) -> None:
    lay(committed)
    with behind_the_wall(committed.account("astrid")):
        planner(committed).agree()
    health(committed)

    assert "siden aftalen" in plan(browse, committed).partition("st-columns")[0]
    assert "siden aftalen" not in plan(browse, committed, "mads").partition("st-columns")[0]


def test_a_leader_sees_the_plan_and_changes_nothing(browse: Browse, committed: Town) -> None:
    _, one = lay(committed)
    health(committed)

    seen = plan(browse, committed, "lis")

    assert "Mindre smerte" in seen
    for door in ("plan-step", "new-goal", "rate-plan"):
        assert page(committed, door) not in seen
    assert page(committed, "sub-goal", one.id) in seen


def test_a_leader_does_not_read_what_was_said_about_why(browse: Browse, committed: Town) -> None:
    _, one = lay(committed)
    with behind_the_wall(committed.account("astrid")):
        at = planner(committed)
        at.agree(disagreement="Uenige om operationen")
        given_up = SubGoalText(
            one.title, one.due_on, achievement=Achievement.GIVEN_UP, achieved_on=day(0), reason="Ryggen låste"
        )
        at.change(one, given_up)

    lis = browse("lis")
    lis.post(reverse("purpose", args=[committed.cases["own"]]), {"purpose": "quality"})
    doors = (page(committed, "plan"), page(committed, "plan-versions"), page(committed, "sub-goal", one.id))
    pages = [lis.get(door).text for door in doors]

    assert all(one.title in seen for seen in pages)
    assert not any(word in seen for seen in pages for word in ("operationen", "Ryggen"))
    assert "Ryggen" in plan(browse, committed) and "operationen" in plan(browse, committed)


def test_the_journal_says_how_far_a_sub_goal_has_come(browse: Browse, committed: Town) -> None:
    _, one = lay(committed)
    with behind_the_wall(committed.account("astrid")):
        reached = SubGoalText(one.title, one.due_on, achievement=Achievement.REACHED, achieved_on=day(0))
        planner(committed).change(one, reached)

    journal = browse("astrid").get(reverse("case", args=[committed.cases["own"]])).text

    assert f"Delmål nået: {one.title}" in " ".join(journal.partition('id="journal"')[2].split())


def test_what_the_law_leaves_open_about_the_plan_is_told_to_those_who_answer_for_it(
    browse: Browse, committed: Town
) -> None:
    lay(committed)
    with municipality_at_desk(committed) as desk:
        desk.read("team-goes-on", question="end-of-the-team", reason="Drøftet med teamet.")

    for name in ("astrid", "lis"):
        shown = plan(browse, committed, name)
        assert "Hvornår kravet om et rehabiliteringsteam ophører" in shown and "Drøftet med teamet." in shown
    assert "Det lader loven stå åbent" not in plan(browse, committed, "mads")


@pytest.mark.parametrize("goals", [8])
def test_a_crowded_plan_asks_the_database_no_more_than_a_small_one(
    browse: Browse, committed: Town, goals: int
) -> None:
    _, one = lay(committed)
    give(committed, "Praktik", Field.EMPLOYMENT, one.id)
    astrid = browse("astrid")
    astrid.get(page(committed, "plan"))
    with CaptureQueriesContext(connection) as small:
        astrid.get(page(committed, "plan"))
    with behind_the_wall(committed.account("astrid")):
        at = planner(committed)
        for number in range(goals):
            at.sub_goal(at.goal(f"Mål {number}"))
        at.agree()
        at.rate()
    give(committed, "Mere", Field.SOCIAL, None)
    with CaptureQueriesContext(connection) as crowded:
        astrid.get(page(committed, "plan"))

    assert len(crowded) == len(small)


def test_the_last_goal_that_was_taken_out_can_be_put_back_from_the_plan(
    browse: Browse, committed: Town
) -> None:
    with behind_the_wall(committed.account("astrid")):
        at = planner(committed)
        at.take_out(at.goal("Kende skånebehov"))

    shown = plan(browse, committed)

    assert "Der er ingen plan endnu" not in shown
    assert "Kende skånebehov" in shown and "Sæt tilbage" in shown
