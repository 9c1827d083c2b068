"""A draft of a plan that waited while somebody else wrote: whoever takes it up is told, side by side."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import Any

from django.test import Client
from django.urls import reverse

from sammetag.access.wall import behind_the_wall
from sammetag.cases.actions import keep_draft
from sammetag.people.models import Field
from sammetag.plan.models import Goal
from sammetag.plan.texts import GoalText
from tests.plan.deeds import lay, page, planner, sent
from tests.talks.deeds import written_by
from tests.town import PASSWORD, Town

Browse = Callable[[str], Client]
HTMX = {"HX-Request": "true"}


def typed(version: int, **other: Any) -> dict[str, Any]:
    return sent(version=version, title="Astrids ord", field="employment") | other


def draft_of(town: Town, goal: Goal) -> str:
    return reverse("draft", args=[town.cases["own"], f"goal-{goal.id}"])


def birk_writes(town: Town, goal: Goal) -> None:
    with behind_the_wall(town.account("birk")):
        planner(town, "birk").rewrite(goal, GoalText("Birks ord", Field.EMPLOYMENT))


def version_on(text: str) -> int:
    found = re.search(r'name="version" value="(\d+)"', text)
    return int(found[1]) if found else -1


def test_whoever_takes_up_a_draft_is_told_of_what_was_written_since(browse: Browse, committed: Town) -> None:
    goal, _ = lay(committed)
    astrid, url = browse("astrid"), page(committed, "goal", goal.id)
    astrid.post(draft_of(committed, goal), typed(1), headers=HTMX)
    birk_writes(committed, goal)

    opened = astrid.get(url).text
    told = astrid.post(url, typed(version_on(opened)))
    again = astrid.post(url, typed(version_on(told.text)))

    assert "Astrids ord" in opened
    assert told.status_code == 409
    assert "Birks ord" in told.text and "Astrids ord" in told.text
    assert again.status_code == 302


def test_a_draft_that_nobody_has_overtaken_is_saved_at_once(browse: Browse, committed: Town) -> None:
    goal, _ = lay(committed)
    astrid, url = browse("astrid"), page(committed, "goal", goal.id)
    astrid.post(draft_of(committed, goal), typed(1), headers=HTMX)

    assert astrid.post(url, typed(version_on(astrid.get(url).text))).status_code == 302


def test_a_draft_from_before_versions_were_kept_opens_like_any_other(browse: Browse, committed: Town) -> None:
    goal, _ = lay(committed)
    with behind_the_wall(committed.account("astrid")):
        at = planner(committed)
        keep_draft(by=at.person, case=at.case, form=f"goal-{goal.id}", fields={"title": ["Gammel kladde"]})

    opened = browse("astrid").get(page(committed, "goal", goal.id)).text

    assert "Gammel kladde" in opened and version_on(opened) == 1


def test_what_was_being_written_in_a_plan_is_shown_after_a_lost_session(committed: Town) -> None:
    goal, _ = lay(committed)
    nobody = Client(HTTP_HOST="localhost")
    hidden = re.compile(r'<input type="hidden" name="([^"]*)" value="([^"]*)"')

    lost = nobody.post(
        page(committed, "goal", goal.id), typed(1, title="Ord for sig") | written_by(committed, "astrid")
    )
    carried = {name: html.unescape(value) for name, value in hidden.findall(lost.text)}
    again = nobody.post(reverse("password-log-in"), carried | {"username": "astrid", "password": PASSWORD})

    assert '<p class="st-journal-text">Ord for sig</p>' in again.text
