"""What somebody typed survives the end of their session, a stale form, and a log-in in between."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.http import urlencode

from sammetag.access.wall import behind_the_wall
from tests.talks.deeds import guests, kinds, posted, talks, written_by
from tests.town import PASSWORD, Town

Browse = Callable[[str], Client]
HIDDEN = re.compile(r'<input type="hidden" name="([^"]*)" value="([^"]*)"')


def carried(page: Any) -> list[tuple[str, str]]:
    """The hidden fields of a page, but for the one against forgery."""
    found = [(html.unescape(name), html.unescape(value)) for name, value in HIDDEN.findall(page.text)]
    return [(name, value) for name, value in found if name not in ("csrfmiddlewaretoken", "next")]


def book_url(town: Town) -> str:
    return reverse("book-talk", args=[town.cases["own"]])


def test_from_a_lost_session_one_log_in_leads_to_the_saved_talk(committed: Town) -> None:
    nobody = Client(HTTP_HOST="localhost")
    typed = posted(3, agenda='Æbler & "pærer"\r\n<b>fed</b>', other="tolk")
    typed |= written_by(committed, "astrid")

    lost = nobody.post(book_url(committed), typed)
    log_in = nobody.post(reverse("log-in"), dict(carried(lost)))
    again = nobody.post(
        reverse("password-log-in"), dict(carried(log_in)) | {"username": "astrid", "password": PASSWORD}
    )
    saved = nobody.post(book_url(committed), dict(carried(again)))

    assert lost.status_code == 401
    assert "ikke tabt" in lost.text
    assert saved.status_code == 302
    with behind_the_wall(committed.account("astrid")):
        talk = talks(committed.cases["own"])[0]
        assert talk.agenda == typed["agenda"]
        assert guests(talk.id) == {("tolk", None)}


def test_several_boxes_of_one_name_all_survive(committed: Town) -> None:
    nobody = Client(HTTP_HOST="localhost")
    two = [str(committed.staff[name].id) for name in ("mads", "birk")]

    lost = nobody.post(book_url(committed), posted(3, guests=two) | written_by(committed, "astrid"))
    again = nobody.post(
        reverse("password-log-in"), dict(carried(lost)) | {"username": "astrid", "password": PASSWORD}
    )

    assert [value for name, value in carried(again) if name == "guests"] == two


@pytest.mark.parametrize("other", ["birk", "mads", "esther"])
def test_what_somebody_wrote_is_not_handed_to_whoever_logs_in_next(committed: Town, other: str) -> None:
    nobody = Client(HTTP_HOST="localhost")
    lost = nobody.post(book_url(committed), posted(3, agenda="Fortroligt") | written_by(committed, "astrid"))

    theirs = nobody.post(
        reverse("password-log-in"), dict(carried(lost)) | {"username": other, "password": PASSWORD}
    )

    assert theirs.status_code == 302
    assert "Fortroligt" not in theirs.text


def test_a_link_that_somebody_made_fills_in_no_form(committed: Town) -> None:
    nobody = Client(HTTP_HOST="localhost")
    fields = json.dumps({"agenda": ["Plantet"], "writer": [written_by(committed, "astrid")["writer"]]})
    link = urlencode({"resume_path": book_url(committed), "resume_fields": fields})

    page = nobody.get(f"{reverse('password-log-in')}?{link}")

    assert dict(carried(page))["resume_fields"] == ""


def test_after_a_wrong_password_the_text_is_still_carried(committed: Town) -> None:
    nobody = Client(HTTP_HOST="localhost")
    lost = nobody.post(book_url(committed), posted(3, agenda="Et langt notat"))

    again = nobody.post(
        reverse("password-log-in"), dict(carried(lost)) | {"username": "astrid", "password": "forkert"}
    )

    assert "passer ikke sammen" in again.text
    assert "Et langt notat" in dict(carried(again))["resume_fields"]
    assert "forkert" not in again.text


def test_what_was_lost_is_never_sent_to_another_address(committed: Town) -> None:
    login = {"username": "astrid", "password": PASSWORD, "resume_fields": '{"notes": ["Et langt notat"]}'}

    for address in ("https://evil.example/", "//evil.example/", "javascript:alert(1)"):
        answer = Client(HTTP_HOST="localhost").post(
            reverse("password-log-in"), login | {"resume_path": address, "next": address}
        )
        assert (answer.status_code, answer["Location"]) == (302, reverse("front"))


def test_a_fragment_without_a_session_says_so_in_its_place(committed: Town) -> None:
    url = reverse("draft", args=[committed.cases["own"], "book"])

    answer = Client(HTTP_HOST="localhost").post(url, {"agenda": "x"}, headers={"HX-Request": "true"})

    assert answer.status_code == 401
    assert "<html" not in answer.text
    assert "logget ud" in answer.text


def test_a_page_without_a_session_leads_to_log_in_and_back(committed: Town) -> None:
    nobody = Client(HTTP_HOST="localhost")

    sent = nobody.get(book_url(committed))
    page = nobody.post(
        reverse("password-log-in"), {"username": "astrid", "password": PASSWORD, "next": book_url(committed)}
    )

    assert sent["Location"] == f"{reverse('log-in')}?next={book_url(committed).replace('/', '%2F')}"
    assert page["Location"] == book_url(committed)


def test_a_form_opened_before_a_log_in_elsewhere_shows_the_text_back(committed: Town) -> None:
    strict = Client(HTTP_HOST="localhost", enforce_csrf_checks=True)
    strict.force_login(committed.staff["astrid"].account)  # type: ignore[arg-type]

    page = strict.post(book_url(committed), posted(3, agenda="En lang dagsorden"))

    assert page.status_code == 403
    assert "En lang dagsorden" in page.text
    with behind_the_wall(committed.account("astrid")):
        assert kinds(committed.cases["own"]) == []


def test_a_stale_log_in_form_never_shows_the_password(committed: Town) -> None:
    strict = Client(HTTP_HOST="localhost", enforce_csrf_checks=True)

    page = strict.post(reverse("password-log-in"), {"username": "astrid", "password": PASSWORD})

    assert page.status_code == 403
    assert PASSWORD not in page.text
