"""What an intervention is, changed; what it was before stays where it was."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tests.interventions.deeds import on
from tests.interventions.pages import Browse, add_sub_goal, at_desk, page_of, posted
from tests.town import Town


def url(town: Town) -> str:
    return page_of(town, "change-intervention", town.interventions["own"])


def form(version: int = 1, **fields: Any) -> dict[str, Any]:
    stands = {"title": "Intern træning", "provider": "", "hours": "4", "hours_from": on(0), "sub_goal": ""}
    return posted(version, **stands | fields)


def hours(town: Town) -> list[Decimal]:
    with at_desk(town) as desk:
        return [part.hours for part in desk.now().parts]


def test_the_page_begins_with_what_stands(browse: Browse, committed: Town) -> None:
    page = browse("astrid").get(url(committed))

    assert 'value="Intern træning"' in page.text and 'value="4' in page.text


def test_other_hours_split_the_stretch(browse: Browse, committed: Town) -> None:
    answer = browse("astrid").post(url(committed), form(hours="9", hours_from=on(-10)))

    assert answer["Location"] == page_of(committed, "intervention", committed.interventions["own"])
    assert hours(committed) == [Decimal(4), Decimal(9)]


def test_a_sub_goal_makes_it_stand_in_the_plan(browse: Browse, committed: Town) -> None:
    with at_desk(committed) as desk:
        sub_goal = add_sub_goal(desk)

    browse("astrid").post(url(committed), form(sub_goal=str(sub_goal.id)))

    with at_desk(committed) as desk:
        assert desk.now().sub_goal_id == sub_goal.id


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("37.5", "Skriv højst 37 timer om ugen."),
        ("4000", "Skriv højst 37 timer om ugen."),
        ("-1", "Timerne om ugen kan ikke være under 0."),
        ("2.25", "Skriv timerne med højst én decimal, for eksempel 2,5."),
    ],
)
def test_hours_that_no_week_has_are_told(browse: Browse, committed: Town, typed: str, sentence: str) -> None:
    page = browse("astrid").post(url(committed), form(hours=typed))

    assert page.status_code == 422
    assert page.context["form"].errors["hours"] == [sentence]
    assert hours(committed) == [Decimal(4)]


@pytest.mark.parametrize("day", [on(-200), on(900)])
def test_hours_from_a_day_outside_the_programme_are_refused(
    browse: Browse, committed: Town, day: Any
) -> None:
    page = browse("astrid").post(url(committed), form(hours="9", hours_from=day))

    assert page.status_code == 409
    assert hours(committed) == [Decimal(4)]


def test_the_second_of_two_sees_what_changed(browse: Browse, committed: Town) -> None:
    astrid = browse("astrid")
    astrid.post(url(committed), form(title="Træning i køkkenet"))

    page = astrid.post(url(committed), form(title="Mit navn for det"))

    assert page.status_code == 409
    assert "Sådan står indsatsen nu" in page.text
    assert "Træning i køkkenet" in page.text and 'value="Mit navn for det"' in page.text
    again = astrid.post(url(committed), form(2, title="Mit navn for det"))
    assert again.status_code == 302
