"""Drawing in the browser: nobody's arm is on any page before the draw, and everything typed is kept."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.utils import timezone

from sammetag.evaluation.trial.eligibility import Eligibility
from tests.studies.deeds import DRAWER, behind, frozen_study_in
from tests.studies.drawing import citizens_in, entries_of
from tests.studies.paging import at, drawn_people, page
from tests.town import Town

CONDITION = "Borgeren har fået forsøget forklaret."


def sent(do: str, cases: list[UUID], **more: object) -> dict[str, object]:
    return {
        "do": do,
        "case": [str(one) for one in cases],
        "on": timezone.localdate().isoformat(),
        "token": str(uuid4()),
        **more,
    }


def test_the_list_proposes_those_who_can_be_drawn_and_says_of_others_why_not(
    committed: Town, browse: Any
) -> None:
    study_id = frozen_study_in(committed)
    citizens_in(committed, 1, born_on=date(2005, 1, 1))
    shown = page(browse(DRAWER), at("study-draw", study_id))

    assert "Ærø own" in shown
    assert "og skal være mindst 30." in shown
    assert "Ærø closed" not in shown


def test_the_list_is_read_through_before_it_is_drawn_and_tells_no_arm(committed: Town, browse: Any) -> None:
    study_id, cases = frozen_study_in(committed), citizens_in(committed, 3)
    shown = page(browse(DRAWER), at("study-draw", study_id), **sent("look", cases))

    assert "3 borgere bliver trukket." in shown
    assert "Som hidtil" not in shown
    with behind(committed, DRAWER):
        assert entries_of(study_id) == []


def test_what_must_be_confirmed_is_asked_for_each_person(committed: Town, browse: Any) -> None:
    study_id = frozen_study_in(committed, eligibility=Eligibility(vouched=(CONDITION,)))
    cases, client = citizens_in(committed, 2), browse(DRAWER)
    data = sent("look", cases) | {f"confirmed-{cases[0]}": "0"}
    shown = page(client, at("study-draw", study_id), **data)

    assert "1 borger bliver trukket." in shown
    assert f"Ingen har bekræftet: {CONDITION}" in shown


def test_a_number_that_is_not_there_is_told_and_one_that_is_comes_along(committed: Town, browse: Any) -> None:
    study_id, client = frozen_study_in(committed), browse(DRAWER)
    wrong = client.post(at("study-draw", study_id), sent("look", [], numbers="2026-9999"))
    right = client.post(at("study-draw", study_id), sent("look", [], numbers="2026-0001"))

    assert (wrong.status_code, right.status_code) == (422, 200)
    assert "2026-9999" in wrong.text
    assert "1 borger bliver trukket." in right.text


def test_an_empty_list_is_not_read_through(committed: Town, browse: Any) -> None:
    study_id = frozen_study_in(committed)
    response = browse(DRAWER).post(at("study-draw", study_id), sent("look", []))

    assert response.status_code == 422
    assert "Vælg, hvem der står på listen." in response.text


def test_after_the_draw_each_arm_is_told_and_a_second_click_changes_nothing(
    committed: Town, browse: Any
) -> None:
    study_id, cases, client = frozen_study_in(committed), citizens_in(committed, 4), browse(DRAWER)
    data = sent("draw", cases)
    answers = [client.post(at("study-draw", study_id), data) for _ in range(2)]
    shown = page(client, answers[0].url)

    assert [one.status_code for one in answers] == [302, 302]
    assert answers[0].url == answers[1].url
    assert "Under samme tag" in shown and "Som hidtil" in shown
    assert all(f"Bo Lund{number}" in shown for number in range(4))


def test_a_second_list_on_a_day_stays_in_the_form_until_it_is_meant(committed: Town, browse: Any) -> None:
    study_id, _entries = drawn_people(committed)
    cases, client = citizens_in(committed, 2), browse(DRAWER)
    refused = client.post(at("study-draw", study_id), sent("draw", cases))
    meant = client.post(at("study-draw", study_id), sent("draw", cases, extra="on"))

    assert (refused.status_code, meant.status_code) == (409, 302)
    assert "Der er allerede trukket lod den dag." in refused.text


def test_the_pages_are_there_in_english(committed: Town, browse: Any) -> None:
    study_id, entries = drawn_people(committed)
    client = browse(DRAWER)
    client.cookies["django_language"] = "en"

    assert "Draw lots" in page(client, at("study-draw", study_id))
    assert "All draws" in page(client, at("study-drawn", study_id, draw_id=entries[0].draw_id))


def test_a_day_that_cannot_be_drawn_on_is_refused_when_the_list_is_read_through(
    committed: Town, browse: Any
) -> None:
    study_id, cases, client = frozen_study_in(committed), citizens_in(committed, 2), browse(DRAWER)
    today = timezone.localdate()
    ahead, before = (
        client.post(at("study-draw", study_id), sent("look", cases, on=day.isoformat()))
        for day in (today + timedelta(days=1), today - timedelta(days=1))
    )

    assert (ahead.status_code, before.status_code) == (409, 409)
    assert "Der kan ikke trækkes lod på en dag, der ikke er kommet." in ahead.text
    assert "Planen blev låst" in before.text
    assert 'value="draw"' not in ahead.text + before.text


def test_a_second_list_on_a_day_is_asked_about_when_it_is_read_through(committed: Town, browse: Any) -> None:
    study_id, _entries = drawn_people(committed)
    cases, client = citizens_in(committed, 2), browse(DRAWER)
    refused = client.post(at("study-draw", study_id), sent("look", cases))
    meant = client.post(at("study-draw", study_id), sent("look", cases, extra="on"))

    assert (refused.status_code, meant.status_code) == (409, 200)
    assert "Der er allerede trukket lod den dag." in refused.text
