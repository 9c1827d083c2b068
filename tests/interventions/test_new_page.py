"""A new intervention, from the form to the thread."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from sammetag.interventions.life import pieces_of
from sammetag.people.models import Field
from tests.interventions.deeds import KITCHEN, days, on
from tests.interventions.pages import Browse, add_sub_goal, at_desk, new, page_of
from tests.town import Town


def titles(town: Town) -> list[str]:
    with at_desk(town) as desk:
        return sorted(one.title for one in desk.all())


def test_a_new_intervention_leads_to_its_record(browse: Browse, committed: Town) -> None:
    answer = browse("astrid").post(page_of(committed, "new-intervention"), new(), follow=True)

    assert "Søvn og pauser" in answer.text
    assert "I gang siden" in answer.text
    assert titles(committed) == ["Intern træning", "Søvn og pauser"]


def test_whoever_comes_from_a_sub_goal_finds_it_chosen(browse: Browse, committed: Town) -> None:
    with at_desk(committed) as desk:
        sub_goal = add_sub_goal(desk, Field.SOCIAL)

    page = browse("astrid").get(f"{page_of(committed, 'new-intervention')}?sub_goal={sub_goal.id}")

    assert f'<option value="{sub_goal.id}" selected' in page.text
    assert '<option value="social" selected' in page.text


def test_a_sub_goal_is_kept_with_the_intervention(browse: Browse, committed: Town) -> None:
    with at_desk(committed) as desk:
        sub_goal = add_sub_goal(desk)

    answer = browse("astrid").post(
        page_of(committed, "new-intervention"), new(sub_goal=str(sub_goal.id)), follow=True
    )

    assert "Prøve en praktik" in answer.text


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"hours": "38"}, "hours"),
        ({"hours": "-1"}, "hours"),
        ({"title": ""}, "title"),
        ({"field": "sport"}, "field"),
        ({"since": "0026-01-01"}, "since"),
        ({"sub_goal": "6f0f2f0a-0000-4000-8000-000000000000"}, "sub_goal"),
        ({"granted_until": "2027-01-01"}, "mentor"),
    ],
)
def test_what_is_wrong_is_told_at_its_field(
    browse: Browse, committed: Town, wrong: dict[str, Any], field: str
) -> None:
    page = browse("astrid").post(page_of(committed, "new-intervention"), new(**wrong))

    assert page.status_code == 422
    assert f'href="#id_{field}"' in page.text
    assert titles(committed) == ["Intern træning"]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"since": on(-300)}, "før bevillingen"),
        ({"since": on(3)}, "ude i fremtiden"),
        ({"since": on(900), "state": "planned"}, "efter forløbets slutning"),
        ({"since": on(-5), "until": on(-6)}, "Slutningen ligger før begyndelsen"),
        ({"mentor": "on", "field": "social", "granted_until": on(400)}, "er for sen"),
    ],
)
def test_days_that_cannot_be_are_told_and_nothing_typed_is_lost(
    browse: Browse, committed: Town, wrong: dict[str, Any], sentence: str
) -> None:
    page = browse("astrid").post(page_of(committed, "new-intervention"), new(**wrong))

    assert page.status_code == 409
    assert sentence in page.text
    assert 'value="Søvn og pauser"' in page.text
    assert titles(committed) == ["Intern træning"]
    assert "Her er din kladde" in browse("astrid").get(page_of(committed, "new-intervention")).text


def test_a_double_click_makes_one(browse: Browse, committed: Town) -> None:
    astrid, form = browse("astrid"), new()

    answers = [astrid.post(page_of(committed, "new-intervention"), form)["Location"] for _ in range(2)]

    assert answers[0] == answers[1]
    assert titles(committed) == ["Intern træning", "Søvn og pauser"]


def test_more_than_a_week_of_work_is_pointed_out_and_saved(browse: Browse, committed: Town) -> None:
    answer = browse("astrid").post(page_of(committed, "new-intervention"), new(hours="35"), follow=True)

    assert "39 timer om ugen" in answer.text
    assert "Søvn og pauser" in titles(committed)


def test_an_internship_asks_first_what_becomes_of_the_rest(browse: Browse, committed: Town) -> None:
    astrid, form = browse("astrid"), new(company_based="on", title=KITCHEN.title, field="employment")

    asked = astrid.post(page_of(committed, "new-intervention"), form)

    assert asked.status_code == 422
    assert "Hvad skal der ske med det, der allerede er i gang?" in asked.text
    training = committed.interventions["own"]
    answer = astrid.post(page_of(committed, "new-intervention"), form | {f"beside-{training}": "pause"})
    assert answer["Location"].startswith(reverse("case", args=[committed.cases["own"]]))
    with at_desk(committed) as desk:
        assert days(desk.now())[-1] == ("paused", -20, None)
        assert len(pieces_of(desk.now())) == 2


def test_a_mentor_comes_with_the_period_that_was_granted(browse: Browse, committed: Town) -> None:
    form = new(mentor="on", field="social", title="Mentor Mads", granted_until=on(90))

    answer = browse("astrid").post(page_of(committed, "new-intervention"), form, follow=True)

    assert "Bevilget mentor" in answer.text
