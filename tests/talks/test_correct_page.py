"""Setting right what was written about a talk."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from sammetag.access.wall import behind_the_wall
from tests.talks.deeds import Desk, kinds, moment, notes, posted, talks
from tests.town import Town

Browse = Callable[[str], Client]


@pytest.fixture
def url(committed: Town) -> str:
    """The address that corrects the talk, which was held yesterday."""
    with behind_the_wall(committed.account("astrid")):
        desk = Desk(committed.person("astrid"), committed.cases["own"], committed.talks["own"])
        desk.hold(-1, notes="Det første notat")
    return reverse("correct-talk", args=[desk.case_id, desk.talk_id])


def corrected(days: int = -2, **other: str) -> dict[str, str]:
    said = {"outcome": "held", "by_whom": "", "correction": "Forkert dag", "notes": "Det andet notat"}
    return posted(days) | {"version": "2"} | said | other


def test_the_form_starts_with_what_stands(browse: Browse, committed: Town, url: str) -> None:
    page = browse("astrid").get(url)

    assert page.status_code == 200
    assert "Det første notat" in page.text
    assert f'value="{moment(-1).date()}"' in page.text


def test_a_correction_leads_to_the_talk_where_both_texts_can_be_read(
    browse: Browse, committed: Town, url: str
) -> None:
    page = browse("astrid").post(url, corrected(), follow=True)

    assert "Samtalen er rettet" in page.text
    assert "Det andet notat" in page.text and "Det første notat" in page.text
    with behind_the_wall(committed.account("astrid")):
        assert talks(committed.cases["own"])[0].starts_at == moment(-2)
        assert notes(committed.talks["own"]) == ["Det første notat", "Det andet notat"]
        assert kinds(committed.cases["own"]) == ["talk.held", "talk.corrected"]


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"correction": ""}, "Hvad var forkert?"),
        ({"outcome": "cancelled"}, "Vælg, hvem der aflyste eller blev væk."),
        ({"outcome": "booked"}, "Hvad blev der af samtalen?"),
        ({"notes": "x" * 20_001}, "Notat"),
    ],
)
def test_what_is_wrong_is_told_and_the_text_stays(
    browse: Browse, url: str, wrong: dict[str, str], sentence: str
) -> None:
    page = browse("astrid").post(url, corrected() | wrong | {"clock": "08:05"})

    assert page.status_code == 422
    assert sentence in page.text.partition("alert-error")[2].partition("</div>")[0]
    assert 'value="08:05"' in page.text


@pytest.mark.parametrize(("days", "sentence"), [(2, "fremtiden"), (-200, "før bevillingen")])
def test_a_time_that_cannot_be_is_refused(browse: Browse, url: str, days: int, sentence: str) -> None:
    page = browse("astrid").post(url, corrected(days))

    assert page.status_code == 409
    assert sentence in page.text
    assert "Det andet notat" in page.text


def test_two_corrections_from_the_same_page_are_not_both_saved(
    browse: Browse, committed: Town, url: str
) -> None:
    astrid = browse("astrid")
    astrid.post(url, corrected(notes="Den første rettelse"))

    page = astrid.post(url, corrected(notes="Den anden rettelse"))

    assert page.status_code == 409
    assert "Den første rettelse" in page.text and "Den anden rettelse" in page.text


def test_a_talk_that_is_not_written_in_cannot_be_corrected(browse: Browse, committed: Town) -> None:
    page = browse("astrid").post(
        reverse("correct-talk", args=[committed.cases["own"], committed.talks["own"]]),
        corrected(version="1"),
    )

    assert page.status_code == 409
    assert "intet at rette" in page.text
