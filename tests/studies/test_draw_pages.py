"""Drawing in the browser: nobody's arm is on any page before the draw, and only some pages have names."""

from __future__ import annotations

from datetime import date
from html import unescape
from typing import Any
from uuid import UUID, uuid4

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from sammetag.evaluation.trial.eligibility import Eligibility
from sammetag.evaluation.trial.extract import sha256
from sammetag.studies.actions.study import close
from sammetag.studies.models import DeviationKind, Entry, FrozenExtract
from tests.studies.deeds import DRAWER, EVALUATOR, LEADER, behind, frozen_study_in
from tests.studies.drawing import citizens_in, drawn, entries_of
from tests.town import Town

CONDITION = "Borgeren har fået forsøget forklaret."


def at(name: str, study_id: UUID, **more: object) -> str:
    return reverse(name, kwargs={"study_id": study_id, **more})


def sent(do: str, cases: list[UUID], **more: object) -> dict[str, object]:
    return {
        "do": do,
        "case": [str(one) for one in cases],
        "on": timezone.localdate().isoformat(),
        "token": str(uuid4()),
        **more,
    }


def page(client: Client, address: str, **data: Any) -> str:
    response = client.post(address, data) if data else client.get(address)
    assert response.status_code == 200, response.status_code
    return unescape(response.text)


def drawn_people(town: Town, count: int = 4) -> tuple[UUID, list[Entry]]:
    study_id = frozen_study_in(town)
    drawn(town, study_id, citizens_in(town, count))
    with behind(town, DRAWER):
        return study_id, entries_of(study_id)


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


def test_the_log_names_people_to_the_drawer_and_pseudonyms_to_the_evaluator(
    committed: Town, browse: Any
) -> None:
    study_id, entries = drawn_people(committed)
    known = page(browse(DRAWER), at("study-log", study_id))
    blind = page(browse(EVALUATOR), at("study-log", study_id))

    assert "Bo Lund0" in known and "Som hidtil" in known
    assert all(one.pseudonym in blind for one in entries)
    assert "Lund" not in blind
    assert "Som hidtil" not in blind
    assert str(entries[0].id) not in blind


def test_once_it_is_closed_the_log_shows_that_the_promise_was_kept(committed: Town, browse: Any) -> None:
    study_id, _entries = drawn_people(committed)
    with behind(committed, LEADER):
        close(by=committed.person(LEADER), study_id=study_id, version=2)
    shown = page(browse(EVALUATOR), at("study-log", study_id))

    assert "alle 4 fik den samme gruppe" in shown
    assert "Som hidtil" in shown


def test_what_went_otherwise_is_written_from_the_log_and_shown_there(committed: Town, browse: Any) -> None:
    study_id, entries = drawn_people(committed)
    client, address = browse(LEADER), at("study-deviation", study_id)
    data = {
        "kind": DeviationKind.MOVED.value,
        "on": timezone.localdate().isoformat(),
        "words": "Bor nu i en anden kommune.",
        "token": str(uuid4()),
    }
    response = client.post(f"{address}?entry={entries[0].id}", data)
    swap = client.get(f"{address}?draw={entries[0].draw_id}")

    assert response.status_code == 302
    assert "Bor nu i en anden kommune." in page(client, at("study-log", study_id))
    assert "Hele listen blev byttet om" in swap.text
    assert "Bor nu i en anden kommune." not in page(browse(EVALUATOR), at("study-log", study_id))


def test_a_person_of_another_trial_has_no_page_here(committed: Town, browse: Any) -> None:
    study_id, entries = drawn_people(committed)
    other = frozen_study_in(committed)

    for asked in (f"entry={entries[0].id}", f"draw={entries[0].draw_id}", "entry=x"):
        assert browse(DRAWER).get(f"{at('study-deviation', other)}?{asked}").status_code == 404
    assert browse(DRAWER).get(at("study-drawn", other, draw_id=entries[0].draw_id)).status_code == 404


def test_an_extract_is_made_on_its_page_and_the_file_has_its_fingerprint(
    committed: Town, browse: Any
) -> None:
    study_id, _entries = drawn_people(committed)
    client, address = browse(EVALUATOR), at("study-extracts", study_id)
    made = client.post(address, {"cut_on": timezone.localdate().isoformat(), "token": str(uuid4())})
    with behind(committed, EVALUATOR):
        extract = FrozenExtract.objects.scoped("test").get(study_id=study_id)
    file = client.get(at("study-extract-file", study_id, extract_id=extract.id))

    assert made.status_code == 302
    assert extract.sha256 in page(client, address)
    assert sha256(file.text) == extract.sha256
    assert file["Content-Disposition"].startswith("attachment")


def test_the_look_at_the_names_is_written_down(committed: Town, browse: Any, superuser: Any) -> None:
    study_id, _entries = drawn_people(committed)
    page(browse(DRAWER), at("study-log", study_id))
    page(browse(EVALUATOR), at("study-log", study_id))

    looks = superuser.execute(
        "SELECT purpose, cardinality(cases) FROM journal_look WHERE page = 'study-log'"
    ).fetchall()
    assert looks == [("trial", 4)]


def test_the_pages_are_there_in_english(committed: Town, browse: Any) -> None:
    study_id, entries = drawn_people(committed)
    client = browse(DRAWER)
    client.cookies["django_language"] = "en"

    assert "Draw lots" in page(client, at("study-draw", study_id))
    assert "All draws" in page(client, at("study-drawn", study_id, draw_id=entries[0].draw_id))
