"""Every failure is a page with a plain sentence, in both languages, and nothing is half-saved."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import OperationalError, connections
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import include, path, reverse

from sammetag.access.signed_in import signed_in
from sammetag.access.wall import behind_the_wall
from sammetag.cases.actions import keep_draft
from sammetag.cases.models import Draft
from sammetag.cases.opening import open_case
from sammetag.config.urls import handler400, handler404, handler500
from sammetag.law.errors import NotKnown
from sammetag.words import Words
from tests.conftest import disconnect
from tests.talks.deeds import posted
from tests.town import PASSWORD, Town

Browse = Callable[[str], Client]
__all__ = ["handler400", "handler404", "handler500"]


def break_after_writing(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """A page that saves something and then meets a fault that nobody foresaw."""
    opened = open_case(request, case_id, page="broken")
    keep_draft(by=opened.person, case=opened.case, form="broken", fields={"notes": ["x"]})
    raise ZeroDivisionError("nobody foresaw this")


def ask_an_unknown_law(request: HttpRequest) -> HttpResponse:
    """A page that asks for a rule that has not been read."""
    signed_in(request)
    raise NotKnown(Words("Reglen er ikke læst.", "The rule has not been read."), "not read")


def lose_the_database(request: HttpRequest) -> HttpResponse:
    """A page whose question the database fails to answer, and repeats in its complaint."""
    raise OperationalError("no answer to: SELECT 'Kirsten Sommer'")


urlpatterns = [
    path("lost/", lose_the_database),
    path("broken/<uuid:case_id>/", break_after_writing),
    path("unknown-law/", ask_an_unknown_law),
    path("", include("sammetag.config.urls")),
]


@contextmanager
def database_away() -> Iterator[None]:
    """The database cannot be reached, and then it can again."""
    settings = connections["default"].settings_dict
    host, port, name = settings["HOST"], settings["PORT"], settings["NAME"]
    disconnect()
    settings.update(HOST="/nonexistent", PORT=1)
    try:
        yield
    finally:
        disconnect()
        settings.update(HOST=host, PORT=port, NAME=name)


@pytest.fixture
def astrid(browse: Browse) -> Client:
    """Astrid's browser, which shows what a browser shows when the program fails."""
    client = browse("astrid")
    client.raise_request_exception = False
    return client


def test_while_the_database_is_away_a_plain_page_says_so_and_then_it_recovers(astrid: Client) -> None:
    with database_away():
        away = astrid.get("/my-day/")
    back = astrid.get("/my-day/")

    assert (away.status_code, away["Retry-After"]) == (503, "10")
    assert "Vi kan ikke nå vores database lige nu" in away.text
    assert back.status_code == 200


@override_settings(ROOT_URLCONF=__name__)
def test_what_the_database_complains_of_in_the_middle_of_a_page_is_not_in_the_log(
    astrid: Client, caplog: pytest.LogCaptureFixture
) -> None:
    page = astrid.get("/lost/")

    assert page.status_code == 503
    assert "database away: OperationalError" in caplog.text
    assert "Kirsten" not in caplog.text


def test_what_was_typed_while_the_database_was_away_is_shown_back(astrid: Client, committed: Town) -> None:
    with database_away():
        page = astrid.post(
            reverse("book-talk", args=[committed.cases["own"]]), posted(3, agenda="En lang dagsorden")
        )

    assert page.status_code == 503
    assert "En lang dagsorden" in page.text


@override_settings(ROOT_URLCONF=__name__)
def test_a_fault_that_nobody_foresaw_is_told_in_both_languages_and_rolled_back(
    astrid: Client, committed: Town
) -> None:
    url = f"/broken/{committed.cases['own']}/"

    danish = astrid.get(url)
    astrid.cookies["django_language"] = "en"
    english = astrid.get(url)

    assert (danish.status_code, english.status_code) == (500, 500)
    assert "Noget gik galt hos os" in danish.text and '<html lang="da">' in danish.text
    assert "Noget gik galt" not in english.text and '<html lang="en">' in english.text
    assert "ZeroDivisionError" not in danish.text and "nobody foresaw" not in danish.text
    with behind_the_wall(committed.account("astrid")):
        assert not Draft.objects.scoped("test").exists()


@override_settings(ROOT_URLCONF=__name__)
def test_what_the_law_room_does_not_know_is_said_in_its_own_words(astrid: Client) -> None:
    danish = astrid.get("/unknown-law/")
    astrid.cookies["django_language"] = "en"
    english = astrid.get("/unknown-law/")

    assert (danish.status_code, english.status_code) == (409, 409)
    assert "Reglen er ikke læst." in danish.text
    assert "The rule has not been read." in english.text


def test_an_unknown_case_a_foreign_case_and_an_unknown_address_look_the_same(
    astrid: Client, committed: Town
) -> None:
    unknown = astrid.get(reverse("case", args=[uuid4()]))
    foreign = astrid.get(reverse("case", args=[committed.cases["other-municipality"]]))
    nowhere = astrid.get("/nowhere/")

    assert {page.status_code for page in (unknown, foreign, nowhere)} == {404}
    mains = {page.text.partition("<main")[2] for page in (unknown, foreign, nowhere)}
    assert len(mains) == 1
    assert "Måske er adressen forkert" in mains.pop()


def test_a_request_too_large_is_told_to_be_so(astrid: Client, committed: Town) -> None:
    page = astrid.post(reverse("book-talk", args=[committed.cases["own"]]), {"agenda": "x" * 1_100_000})

    assert page.status_code == 400
    assert "for stort" in page.text


def test_a_form_with_too_many_fields_is_told_to_be_so(astrid: Client, committed: Town) -> None:
    page = astrid.post(
        reverse("book-talk", args=[committed.cases["own"]]), {f"f{n}": "x" for n in range(1100)}
    )

    assert page.status_code == 400


def test_a_method_that_a_page_does_not_take_is_refused(astrid: Client) -> None:
    assert astrid.delete("/my-day/").status_code == 405


def test_another_host_is_refused(committed: Town) -> None:
    client = Client(HTTP_HOST="evil.example", raise_request_exception=False)

    assert client.get("/my-day/").status_code == 400


@override_settings(ROOT_URLCONF=__name__)
def test_every_kind_of_answer_carries_the_headers_that_keep_it_safe(astrid: Client, committed: Town) -> None:
    case = committed.cases["own"]
    nobody = Client(HTTP_HOST="localhost", raise_request_exception=False)
    answers: list[Any] = [
        astrid.get("/my-day/"),
        astrid.get("/"),
        astrid.get("/nowhere/"),
        astrid.get(f"/broken/{case}/"),
        astrid.get("/unknown-law/"),
        astrid.post(reverse("book-talk", args=[case]), {}),
        astrid.post(reverse("draft", args=[case, "book"]), {"agenda": "x"}, headers={"HX-Request": "true"}),
        astrid.get(reverse("calendar", args=[case, committed.talks["own"]])),
        astrid.delete("/my-day/"),
        nobody.get("/my-day/"),
        nobody.post("/search/", {"term": "x"}),
        nobody.get("/log-in/"),
    ]

    statuses = {answer.status_code for answer in answers}
    assert statuses == {200, 302, 401, 404, 405, 409, 422, 500}
    for answer in answers:
        assert_safe(answer)


def test_also_while_the_database_is_away_the_headers_are_there(astrid: Client) -> None:
    with database_away():
        away = astrid.get("/my-day/")

    assert away.status_code == 503
    assert_safe(away)


def assert_safe(answer: Any) -> None:
    """The headers that keep a page out of frames, shared caches and the reach of foreign scripts."""
    assert "script-src 'self'" in answer["Content-Security-Policy"]
    assert "unsafe" not in answer["Content-Security-Policy"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["Cache-Control"] == "no-store"


def test_the_cookies_are_out_of_reach_of_scripts_and_other_sites(committed: Town) -> None:
    nobody = Client(HTTP_HOST="localhost")
    nobody.post("/log-in/password/", {"username": "astrid", "password": PASSWORD})
    nobody.get("/my-day/")

    cookies = [nobody.cookies[name] for name in ("sessionid", "csrftoken")]

    assert all(cookie["httponly"] and cookie["samesite"] == "Lax" for cookie in cookies)
