"""The sub-goal page: its dates, how far it has come, and a plain sentence for what cannot be."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from sammetag.access.wall import behind_the_wall
from sammetag.design.wording import date_words
from sammetag.plan.models import Achievement, SubGoal, Voice
from sammetag.plan.texts import SubGoalText
from tests.plan.deeds import day, goal_laid_in, lay, page, planner, sent
from tests.town import Town

Browse = Callable[[str], Client]
GIVEN_UP = (Achievement.GIVEN_UP, day(0), "For mange smerter")


def latest(town: Town) -> SubGoal:
    with behind_the_wall(town.account("astrid")):
        rows = SubGoal.objects.scoped("test").filter(case_id=town.cases["own"])
        return rows.order_by("-written_at")[0]


def test_a_sub_goal_is_put_below_its_goal(browse: Browse, committed: Town) -> None:
    goal, _ = lay(committed)

    typed = sent(title="Møde en pedel", begins_on=day(1).isoformat(), due_on=day(30).isoformat())
    told = browse("astrid").post(page(committed, "new-sub-goal", goal.id), typed, follow=True)

    made = latest(committed)
    assert (made.title, made.begins_on, made.due_on) == ("Møde en pedel", day(1), day(30))
    assert "Møde en pedel" in told.text


@pytest.mark.parametrize(
    ("days", "status", "sentence"),
    [(900, 409, "Forløbet slutter"), (-200, 409, "før bevillingen"), (None, 422, "st-error-summary")],
)
def test_a_sub_goal_that_cannot_be_is_refused_and_what_was_typed_stays(
    *, browse: Browse, committed: Town, days: int | None, status: int, sentence: str
) -> None:
    goal, one = lay(committed)
    due = day(days).isoformat() if days else "i morgen"

    refused = browse("astrid").post(
        page(committed, "new-sub-goal", goal.id), sent(title="Møde en pedel", due_on=due)
    )

    assert refused.status_code == status
    assert sentence in refused.text and "Møde en pedel" in refused.text
    assert latest(committed).id == one.id


def test_how_far_it_has_come_is_today_when_no_day_is_given(browse: Browse, committed: Town) -> None:
    _, one = lay(committed)
    typed = sent(version=1, title=one.title, due_on=one.due_on.isoformat(), achievement="reached")

    told = browse("astrid").post(page(committed, "sub-goal", one.id), typed, follow=True)

    assert (latest(committed).achievement, latest(committed).achieved_on) == ("reached", day(0))
    assert "nået" in told.text.partition("st-far--reached")[2][:40]


def test_giving_up_asks_why(browse: Browse, committed: Town) -> None:
    _, one = lay(committed)
    typed = sent(version=1, title=one.title, due_on=one.due_on.isoformat(), achievement="given-up")
    astrid, url = browse("astrid"), page(committed, "sub-goal", one.id)

    refused = astrid.post(url, typed)
    assert refused.status_code == 409
    assert "Skriv, hvorfor delmålet er opgivet." in refused.text

    astrid.post(url, typed | {"reason": "For mange smerter"})
    assert latest(committed).reason == "For mange smerter"


def test_a_sub_goal_that_is_not_begun_has_no_day(browse: Browse, committed: Town) -> None:
    _, one = lay(committed)
    typed = sent(version=1, title="Andet", due_on=one.due_on.isoformat(), achievement="not-begun")

    browse("astrid").post(page(committed, "sub-goal", one.id), typed | {"achieved_on": day(-1).isoformat()})

    assert latest(committed).achieved_on is None


def test_a_closed_case_shows_the_sub_goal_and_takes_nothing_in(browse: Browse, committed: Town) -> None:
    astrid, made = browse("astrid"), goal_laid_in(committed, "closed")
    astrid.post(reverse("purpose", args=[committed.cases["closed"]]), {"purpose": "quality"})
    url = page(committed, "sub-goal", made["sub_goal_id"], case="closed")

    read = astrid.get(url)

    assert "Otte uger" in read.text and 'name="title"' not in read.text
    assert astrid.post(url, sent(title="x")).status_code == 409


def came(town: Town, days: int) -> SubGoal:
    """A sub-goal that has been on the way since a day."""
    _, one = lay(town)
    text = SubGoalText(one.title, one.due_on, achievement=Achievement.ON_THE_WAY, achieved_on=day(days))
    with behind_the_wall(town.account("astrid")):
        return planner(town).change(one, text)


@pytest.mark.parametrize(
    ("achievement", "written", "since"),
    [("reached", None, 0), ("on-the-way", None, -50), ("on-the-way", -40, -40), ("reached", -3, -3)],
)
def test_the_day_of_one_state_is_not_taken_for_that_of_the_next(
    *, browse: Browse, committed: Town, achievement: str, written: int | None, since: int
) -> None:
    one = came(committed, -50)
    astrid, url = browse("astrid"), page(committed, "sub-goal", one.id)
    box = re.search('<input[^>]*name="achieved_on"[^>]*>', astrid.get(url).text)
    assert box and "value=" not in box[0]

    typed = sent(version=one.version, title=one.title, due_on=one.due_on.isoformat(), achievement=achievement)
    astrid.post(url, typed | ({"achieved_on": day(written).isoformat()} if written else {}))

    assert (latest(committed).achievement, latest(committed).achieved_on) == (achievement, day(since))


def test_the_day_that_stands_is_told_beside_the_empty_box(browse: Browse, committed: Town) -> None:
    one = came(committed, -50)

    opened = browse("astrid").get(page(committed, "sub-goal", one.id)).text

    assert f"Nu: på vej siden {date_words(day(-50))}." in opened


def given_up_meanwhile(browse: Browse, town: Town, by: str, **typed: str) -> tuple[Client, str, Any]:
    """Astrid saves a sub-goal that has been given up since she opened it, by herself or by another."""
    one = came(town, -50)
    astrid, url = browse("astrid"), page(town, "sub-goal", one.id)
    with behind_the_wall(town.account(by)):
        reason = SubGoalText(one.title, one.due_on, one.begins_on, Voice.COORDINATOR, *GIVEN_UP)
        planner(town, by).change(one, reason)
    form = {"title": one.title, "due_on": one.due_on.isoformat(), "achievement": "on-the-way"} | typed
    return astrid, url, astrid.post(url, sent(version=one.version, **form))


def sent_again(refused: Any, **typed: str) -> dict[str, Any]:
    """The page of two texts as a browser sends it again, with one answer for how far it is."""
    hidden = dict(re.findall(r'name="(theirs-[a-z_]+|version)" value="([^"]*)"', refused.text))
    title = re.search(r'name="title"[^>]*>\s*([^<]*)</textarea>', refused.text)
    due = re.search(r'<input[^>]*name="due_on"[^>]*value="([^"]+)"', refused.text)
    since = re.search(r'<input[^>]*name="achieved_on"[^>]*value="([^"]+)"', refused.text)
    assert title and due
    shown = {
        "title": title[1],
        "due_on": due[1],
        "achieved_on": since[1] if since else "",
        "achievement": "on-the-way",
    }
    return sent(**shown | hidden | typed)


def test_how_far_since_when_and_why_are_chosen_as_one(browse: Browse, committed: Town) -> None:
    _, _, refused = given_up_meanwhile(browse, committed, "birk", title="Fem timer om ugen")

    clashes = refused.text.partition('class="st-clashes"')[2].partition("</section>")[0]
    assert re.findall('name="take-([a-z_]+)" value="([a-z]+)" checked', clashes) == [
        ("title", "mine"),
        ("achievement", "theirs"),
    ]
    assert clashes.index("opgivet") < clashes.index("For mange smerter")


@pytest.mark.parametrize(
    ("take", "stands"),
    [("theirs", ("given-up", 0, "For mange smerter")), ("mine", ("on-the-way", -50, ""))],
)
def test_one_answer_brings_its_own_day_and_its_own_reason(
    *, browse: Browse, committed: Town, take: str, stands: tuple[str, int, str]
) -> None:
    astrid, url, refused = given_up_meanwhile(browse, committed, "birk", title="Fem timer om ugen")

    saved = astrid.post(url, sent_again(refused, **{"take-achievement": take, "take-title": "mine"}))

    one = latest(committed)
    assert (saved.status_code, one.title) == (302, "Fem timer om ugen")
    assert (one.achievement, one.achieved_on, one.reason) == (stands[0], day(stands[1]), stands[2])


def test_partly_reached_never_comes_with_the_reason_for_giving_up(browse: Browse, committed: Town) -> None:
    astrid, url, refused = given_up_meanwhile(browse, committed, "birk", achievement="partly", reason="To")

    assert re.search('id="take-achievement-mine"[^>]* checked', refused.text)
    mine = {"take-achievement": "mine", "achievement": "partly", "reason": "To"}
    astrid.post(url, sent_again(refused, **mine))

    assert (latest(committed).achievement, latest(committed).reason) == ("partly", "To")


def test_whoever_wrote_in_a_second_window_is_told_that_it_was_them(browse: Browse, committed: Town) -> None:
    _, _, refused = given_up_meanwhile(browse, committed, "astrid", title="Fem timer om ugen")

    assert "Du har selv skrevet her i et andet vindue. Din tekst er ikke gemt endnu" in refused.text
    assert "Brug det, du skrev i det andet vindue" in refused.text
    for wrong in ("En anden har", "Astrid skrev også", "Brug det, Astrid"):
        assert wrong not in refused.text
