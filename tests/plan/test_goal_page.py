"""The goal page: a goal is written, two people write at once, and nobody's text is lost."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.test import Client

from sammetag.access.wall import behind_the_wall
from sammetag.cases.models import Draft
from sammetag.people.models import Field
from sammetag.plan.models import Goal, Voice
from sammetag.plan.texts import GoalText
from tests.plan.deeds import lay, page, planner, sent, wordings
from tests.town import Town

Browse = Callable[[str], Client]
MINE, THEIRS = "Mit: prøve kræfter", "Birks: hvile først"


def goals(town: Town) -> list[tuple[str, str, int]]:
    with behind_the_wall(town.account("astrid")):
        rows = Goal.objects.scoped("test").filter(case_id=town.cases["own"]).order_by("position")
        return [(one.title, one.field, one.version) for one in rows]


def words(town: Town, goal_id: UUID) -> list[str]:
    with behind_the_wall(town.account("astrid")):
        return wordings(goal_id)


def birk_was_first(town: Town, goal: Goal) -> None:
    with behind_the_wall(town.account("birk")):
        planner(town, "birk").rewrite(goal, GoalText(THEIRS, Field.SOCIAL, Voice.CITIZEN))


def hidden(text: str, name: str) -> str:
    """What a hidden field of the page carries."""
    found = re.search(rf'name="{name}" value="([^"]*)"', text)
    if found is None:
        raise LookupError(name)
    return found[1]


def come_second(browse: Browse, town: Town) -> tuple[Client, str, Any]:
    """Astrid saves a goal that Birk has changed since she opened it."""
    goal, _ = lay(town)
    astrid, url = browse("astrid"), page(town, "goal", goal.id)
    astrid.get(url)
    birk_was_first(town, goal)
    return astrid, url, astrid.post(url, sent(version=1, title=MINE, field="employment"))


def test_a_goal_is_put_into_the_plan(browse: Browse, committed: Town) -> None:
    told = browse("astrid").post(
        page(committed, "new-goal"), sent(title="Praktik", field="education"), follow=True
    )

    assert goals(committed) == [("Praktik", "education", 1)]
    assert "Målet er gemt." in told.text and "Uddannelse" in told.text


def test_whoever_comes_second_sees_both_texts_place_by_place_and_whose_they_are(
    browse: Browse, committed: Town
) -> None:
    _, _, refused = come_second(browse, committed)

    assert refused.status_code == 409
    clashes = refused.text.partition('class="st-clashes"')[2].partition("</section>")[0]
    for told in (MINE, THEIRS, "Birk skrev også", "Social", "Her har du ikke ændret noget."):
        assert told in clashes
    # What Astrid did not touch is Birk's unless she says otherwise; what she wrote is hers.
    assert re.search(r'id="take-field-theirs"[^>]* checked', clashes)
    assert re.search(r'id="take-title-mine"[^>]* checked', clashes)
    assert goals(committed) == [(THEIRS, "social", 2)]


def test_the_refused_text_waits_as_a_draft(browse: Browse, committed: Town) -> None:
    come_second(browse, committed)

    with behind_the_wall(committed.account("astrid")):
        [draft] = Draft.objects.scoped("test").all()
        assert draft.fields["title"] == [MINE]


def test_choosing_theirs_keeps_theirs_and_mine_stays_to_be_read(browse: Browse, committed: Town) -> None:
    astrid, url, refused = come_second(browse, committed)
    chosen = {
        "take-title": "theirs",
        "theirs-title": hidden(refused.text, "theirs-title"),
        "take-field": "mine",
        "theirs-field": hidden(refused.text, "theirs-field"),
    }

    version = hidden(refused.text, "version")
    saved = astrid.post(url, sent(version=version, title=MINE, field="employment") | chosen)

    assert saved.status_code == 302
    assert goals(committed) == [(THEIRS, "employment", 3)]


def test_choosing_mine_saves_mine_and_theirs_stays_in_the_history(browse: Browse, committed: Town) -> None:
    astrid, url, refused = come_second(browse, committed)

    chosen = {"take-title": "mine", "theirs-title": THEIRS}
    astrid.post(url, sent(version=hidden(refused.text, "version"), title=MINE, field="employment") | chosen)

    [goal] = goals(committed)
    assert goal[0] == MINE
    history = astrid.get(url).text.partition('id="history"')[2]
    assert MINE in history and THEIRS in history and "skrevet af Birk" in history


def test_a_text_put_together_in_the_field_is_saved(browse: Browse, committed: Town) -> None:
    astrid, url, refused = come_second(browse, committed)
    both = "Hvile først, så prøve kræfter"

    version = hidden(refused.text, "version")
    chosen = {"take-title": "mine", "theirs-title": THEIRS}
    astrid.post(url, sent(version=version, title=both, field="social") | chosen)

    goal_id = UUID(url.split("/")[-2])
    assert words(committed, goal_id) == ["Kende skånebehov", THEIRS, both]


def test_a_third_who_comes_in_between_is_compared_with_too(browse: Browse, committed: Town) -> None:
    astrid, url, refused = come_second(browse, committed)
    with behind_the_wall(committed.account("birk")):
        at = planner(committed, "birk")
        at.rewrite(at.standing.goals[0], GoalText("Birk igen", Field.SOCIAL))

    again = astrid.post(url, sent(version=hidden(refused.text, "version"), title=MINE, field="employment"))

    assert again.status_code == 409
    assert "Birk igen" in again.text and MINE in again.text


def test_two_who_wrote_the_same_are_told_that_there_is_no_difference(browse: Browse, committed: Town) -> None:
    goal, _ = lay(committed)
    birk_was_first(committed, goal)

    same = sent(version=1, title=THEIRS, field="social", words_of="citizen")
    refused = browse("astrid").post(page(committed, "goal", goal.id), same)

    assert refused.status_code == 409
    assert "Der er ingen forskel på jeres to tekster" in refused.text


def test_what_the_other_wrote_is_shown_as_text_and_never_as_markup(browse: Browse, committed: Town) -> None:
    goal, _ = lay(committed)
    with behind_the_wall(committed.account("birk")):
        planner(committed, "birk").rewrite(goal, GoalText('"><script>x</script>', Field.SOCIAL))

    url = page(committed, "goal", goal.id)
    refused = browse("astrid").post(url, sent(version=1, title=MINE, field="social"))

    assert "<script>x" not in refused.text and "&lt;script&gt;x" in refused.text
