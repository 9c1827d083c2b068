"""Whatever a browser, a script or a slip sends: a plain sentence, nothing half-saved, and never a 500."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from sammetag.access.wall import behind_the_wall
from tests.talks.deeds import kinds, posted, talks
from tests.town import PASSWORD, Town

Browse = Callable[[str], Client]
PAGES = ["book-talk", "talk-held", "talk", "move-talk", "miss-talk"]
GARBAGE: dict[str, dict[str, Any]] = {
    "no token": {"token": ""},
    "a token that is none": {"token": "hest"},
    "a token as long as a book": {"token": "f" * 5000},
    "a version that is none": {"version": "hest"},
    "a version below zero": {"version": "-1"},
    "version nought": {"version": "0"},
    "a version in raised digits": {"version": "²"},
    "a version in Arabic digits": {"version": "٣"},
    "a huge version": {"version": "9" * 400},
    "the first day of all": {"day": "0001-01-01", "clock": "00:00"},
    "the last day of all": {"day": "9999-12-31", "clock": "23:59"},
    "a day that is none": {"day": "2026-02-30"},
    "an hour that is none": {"clock": "25:61"},
    "a hole in the text": {"notes": "a\x00b", "agenda": "a\x00b", "reason": "a\x00b", "other": "a\x00b"},
    "guests who are none": {"guests": ["hest", str(uuid4())]},
    "the next talk on the last day": {"next_day": "9999-12-31", "next_clock": "23:59"},
    "nothing but brackets": {"minutes": "{}", "form": "[]", "outcome": "{}", "by_whom": "<>"},
}


def url(town: Town, name: str) -> str:
    args = [town.cases["own"], town.talks["own"]]
    return reverse(name, args=args[:1] if name in ("book-talk", "talk-held") else args)


@pytest.mark.parametrize("garbage", GARBAGE)
def test_no_form_breaks(browse: Browse, committed: Town, garbage: str) -> None:
    astrid = browse("astrid")
    astrid.raise_request_exception = False
    sound = {"outcome": "cancelled", "by_whom": "citizen"}
    answers = {}
    for name in PAGES:
        days = -1 if name in ("talk", "talk-held") else 3
        answers[name] = astrid.post(url(committed, name), posted(days) | sound | GARBAGE[garbage]).status_code

    assert {name: status for name, status in answers.items() if status >= 500} == {}


@pytest.mark.parametrize("garbage", GARBAGE)
def test_no_correction_breaks(browse: Browse, committed: Town, garbage: str) -> None:
    astrid = browse("astrid")
    astrid.raise_request_exception = False
    astrid.post(url(committed, "talk"), posted(-1))
    typed = posted(-2) | {"version": "2", "outcome": "cancelled", "by_whom": "other", "reason": "Fejl"}

    answer = astrid.post(url(committed, "correct-talk"), typed | GARBAGE[garbage])

    assert answer.status_code < 500


def test_the_id_of_another_case_s_talk_as_token_books_nothing(browse: Browse, committed: Town) -> None:
    astrid = browse("astrid")
    astrid.raise_request_exception = False

    answer = astrid.post(url(committed, "book-talk"), posted(3, token=str(committed.talks["closed"])))

    assert 400 <= answer.status_code < 500
    with behind_the_wall(committed.account("astrid")):
        assert len(talks(committed.cases["own"])) == 1
        assert kinds(committed.cases["own"]) == []


@pytest.mark.parametrize(
    "fields", ['{"notes": ["\\ud800"]}', '{"a": 1}', "[]", "null", "{", '{"a": [1]}', "9" * 5000]
)
def test_what_a_log_in_page_carries_may_be_anything(committed: Town, fields: str) -> None:
    nobody = Client(HTTP_HOST="localhost", raise_request_exception=False)

    answer = nobody.post(
        reverse("password-log-in"),
        {"username": "astrid", "password": PASSWORD, "resume_path": "/my-day/", "resume_fields": fields},
    )

    assert answer.status_code < 500


@pytest.mark.parametrize("text", ["a\x00b", "\ufffe", "x" * 30_000])
def test_a_draft_may_hold_anything_that_can_be_typed_or_pasted(
    browse: Browse, committed: Town, text: str
) -> None:
    astrid = browse("astrid")
    astrid.raise_request_exception = False

    answer = astrid.post(reverse("draft", args=[committed.cases["own"], "book"]), {"agenda": text})

    assert answer.status_code < 500


def test_a_draft_of_a_form_with_a_very_long_name_breaks_nothing(browse: Browse, committed: Town) -> None:
    astrid = browse("astrid")
    astrid.raise_request_exception = False

    answer = astrid.post(reverse("draft", args=[committed.cases["own"], "b" * 200]), {"agenda": "x"})

    assert answer.status_code < 500


@pytest.mark.parametrize("field", ["", "day", "clock", "minutes", "form", "guests", "next_day", "fields"])
def test_a_draft_of_nonsense_still_opens_as_a_form(browse: Browse, committed: Town, field: str) -> None:
    astrid = browse("astrid")
    astrid.raise_request_exception = False
    for form in ("book", f"hold-{committed.talks['own']}"):
        astrid.post(reverse("draft", args=[committed.cases["own"], form]), {field: "{} hest <b>"})

    assert astrid.get(url(committed, "book-talk")).status_code == 200
    assert astrid.get(url(committed, "talk")).status_code == 200
