"""Agreeing a talk, and agreeing another time for it, in the browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from sammetag.access.wall import behind_the_wall
from tests.talks.deeds import guests, kinds, moment, posted, talks
from tests.town import Town

Browse = Callable[[str], Client]


def book_url(town: Town, case: str = "own") -> str:
    return reverse("book-talk", args=[town.cases[case]])


def move_url(town: Town) -> str:
    return reverse("move-talk", args=[town.cases["own"], town.talks["own"]])


def test_the_form_proposes_a_time_a_week_ahead_and_the_people_around(browse: Browse, committed: Town) -> None:
    page = browse("astrid").get(book_url(committed))

    assert page.status_code == 200
    proposed = page.context["form"].initial["day"]
    assert 7 <= (proposed - timezone.localdate()).days < 14 and proposed.weekday() < 5
    assert f'value="{proposed}"' in page.text
    assert 'name="token"' in page.text


def test_a_booking_leads_to_the_case_and_says_when(browse: Browse, committed: Town) -> None:
    astrid = browse("astrid")

    page = astrid.post(book_url(committed), posted(3, "09:15", agenda="Plan", other="tolk"), follow=True)

    assert page.redirect_chain == [(reverse("case", args=[committed.cases["own"]]), 302)]
    assert "kl. 9.15" in page.text
    with behind_the_wall(committed.account("astrid")):
        talk = talks(committed.cases["own"])[0]
        assert (talk.starts_at, talk.agenda) == (moment(3, "09:15"), "Plan")
        assert guests(talk.id) == {("tolk", None)}


@pytest.mark.parametrize(
    ("wrong", "label"),
    [
        ({"day": ""}, "Dato"),
        ({"day": "31-31-2026"}, "Dato"),
        ({"clock": "kvart i"}, "Klokken"),
        ({"minutes": "0"}, "Varighed"),
        ({"form": "pigeon"}, "Form"),
        ({"agenda": "x" * 20_001}, "Dagsorden"),
        ({"place": "x" * 121}, "Sted"),
    ],
)
def test_what_is_wrong_is_told_above_the_form_and_nothing_is_lost(
    browse: Browse, committed: Town, wrong: dict[str, str], label: str
) -> None:
    page = browse("astrid").post(book_url(committed), posted(3, other="En bestemt bisidder") | wrong)

    assert page.status_code == 422
    summary = page.text.partition("alert-error")[2].partition("</div>")[0]
    assert "Der er noget, der skal rettes" in summary
    assert label in summary
    assert "En bestemt bisidder" in page.text


def test_a_time_that_is_taken_is_refused_with_the_text_kept(browse: Browse, committed: Town) -> None:
    page = browse("astrid").post(book_url(committed), posted(7, "11:15", agenda="En lang dagsorden"))

    assert page.status_code == 409
    assert "Den, der holder samtalen, er optaget på det tidspunkt" in page.text
    assert "En lang dagsorden" in page.text


def test_a_double_post_books_one_talk_and_says_the_same_twice(browse: Browse, committed: Town) -> None:
    astrid, form = browse("astrid"), posted(3)

    first, second = astrid.post(book_url(committed), form), astrid.post(book_url(committed), form)

    assert (first.status_code, first["Location"]) == (second.status_code, second["Location"])
    with behind_the_wall(committed.account("astrid")):
        assert kinds(committed.cases["own"]) == ["talk.booked"]


def test_in_a_closed_case_the_text_is_shown_back(browse: Browse, committed: Town) -> None:
    page = browse("astrid").post(book_url(committed, "closed"), posted(3, agenda="En lang dagsorden"))

    assert page.status_code == 409
    assert "Sagen er lukket" in page.text
    assert "En lang dagsorden" in page.text


@pytest.mark.parametrize("name", ["mads", "dorte", "esther"])
def test_whoever_may_not_book_finds_no_page(browse: Browse, committed: Town, name: str) -> None:
    outsider = browse(name)

    assert outsider.get(book_url(committed)).status_code == 404
    assert outsider.post(book_url(committed), posted(3)).status_code == 404


def test_moving_starts_from_the_time_that_was_agreed(browse: Browse, committed: Town) -> None:
    page = browse("astrid").get(move_url(committed))

    assert f'value="{moment(7).date()}"' in page.text
    assert 'value="10:00"' in page.text


def test_a_moved_talk_stands_at_its_new_time(browse: Browse, committed: Town) -> None:
    page = browse("astrid").post(move_url(committed), posted(9, "13:00"), follow=True)

    assert "kl. 13.00" in page.text
    with behind_the_wall(committed.account("astrid")):
        assert talks(committed.cases["own"])[0].starts_at == moment(9, "13:00")


def test_moving_on_a_stale_page_shows_how_the_talk_stands_now(browse: Browse, committed: Town) -> None:
    astrid = browse("astrid")
    astrid.post(move_url(committed), posted(9, "13:00"))

    page = astrid.post(move_url(committed), posted(10, "14:00"))

    assert page.status_code == 409
    assert "Sådan står samtalen nu" in page.text
    assert "13.00" in page.text
    assert 'value="14:00"' in page.text


def test_the_words_on_the_button_are_english_for_whoever_asks_for_english(
    browse: Browse, committed: Town
) -> None:
    astrid: Any = browse("astrid")

    danish = astrid.get(book_url(committed))
    astrid.cookies["django_language"] = "en"
    english = astrid.get(book_url(committed))

    assert 'lang="da"' in danish.text and "Book samtalen" in danish.text
    assert '<html lang="en">' in english.text and "Book samtalen" not in english.text


def test_the_choice_of_language_is_kept_in_a_cookie(browse: Browse, committed: Town) -> None:
    astrid = browse("astrid")

    astrid.post(reverse("language"), {"language": "en", "next": "/my-day/"})

    assert '<html lang="en">' in astrid.get(book_url(committed)).text


def test_the_time_that_is_proposed_is_one_when_the_coordinator_is_free(
    browse: Browse, committed: Town
) -> None:
    astrid = browse("astrid")
    first = astrid.get(book_url(committed)).context["form"].initial
    typed = posted(3) | {"day": str(first["day"]), "clock": f"{first['clock']:%H:%M}"}
    astrid.post(book_url(committed), typed)

    second = astrid.get(book_url(committed)).context["form"].initial

    assert (second["day"], second["clock"]) > (first["day"], first["clock"])


@pytest.mark.parametrize(
    ("minutes", "sentence"), [("481", "Skriv højst 480 minutter."), ("4", "Skriv mindst 5 minutter.")]
)
def test_a_talk_too_long_or_too_short_is_told_in_plain_words(
    browse: Browse, committed: Town, minutes: str, sentence: str
) -> None:
    page = browse("astrid").post(book_url(committed), posted(3, minutes=minutes))

    assert page.context["form"].errors["minutes"] == [sentence]
