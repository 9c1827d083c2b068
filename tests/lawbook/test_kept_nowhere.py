"""What is asked about one citizen is kept nowhere; and still a log-in, or a question, loses none of it."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from sammetag.access.resuming import is_kept
from tests.lawbook.test_assess_page import typed as judged
from tests.lawbook.test_assess_page import verdict
from tests.lawbook.test_money_page import typed as reckoned
from tests.town import PASSWORD, Town

Browse = Callable[[str], Client]
HIDDEN = re.compile(r'<input type="hidden" name="([^"]*)" value="([^"]*)"')
ASKED = {
    "assess": judged("2020-03-01"),
    "benefit": reckoned("03.2024", "03.2024"),
    "reimbursement": reckoned("03.2024", "03.2024"),
}


def hidden(page: Any) -> dict[str, str]:
    """The hidden fields of a page, but for the one against forgery."""
    found = {html.unescape(name): html.unescape(value) for name, value in HIDDEN.findall(page.text)}
    return {name: value for name, value in found.items() if name not in ("csrfmiddlewaretoken", "next")}


def written(browse: Browse, name: str, page: str, *args: Any) -> dict[str, str]:
    """The sign of its reader, as the form bears it."""
    return {"writer": hidden(browse(name).get(reverse(page, args=args)))["writer"]}


@pytest.mark.parametrize("page", ASKED)
def test_after_a_lost_session_one_log_in_and_one_click_lead_to_the_answer(
    browse: Browse, committed: Town, page: str
) -> None:
    nobody = Client(HTTP_HOST="localhost")

    lost = nobody.post(reverse(page), ASKED[page] | written(browse, "astrid", page))
    again = nobody.post(
        reverse("password-log-in"), hidden(lost) | {"username": "astrid", "password": PASSWORD}
    )
    answered = nobody.post(reverse(page), hidden(again))

    assert lost.status_code == 401 and "Det bliver ikke gemt." in lost.text
    assert "Send det, jeg skrev" in again.text and "Gem " not in again.text
    assert answered.status_code == 200 and "answer-heading" in answered.text


def test_what_was_asked_of_a_colleagues_case_goes_along_past_the_question_why(
    browse: Browse, committed: Town
) -> None:
    birk, case = browse("birk"), committed.cases["own"]
    sign = written(browse, "birk", "assess")
    question = birk.post(reverse("assess-case", args=[case]), judged("2020-03-01") | sign)

    offer = birk.post(reverse("purpose", args=[case]), hidden(question) | {"purpose": "stand-in"})
    answered = birk.post(reverse("assess-case", args=[case]), hidden(offer))

    assert "Det, du skrev, er ikke tabt." in question.text
    assert verdict(answered) == "in"


@pytest.mark.parametrize("page", ASKED)
def test_a_change_of_language_is_offered_until_something_was_typed(
    browse: Browse, committed: Town, page: str
) -> None:
    astrid = browse("astrid")

    shown = [astrid.get(reverse(page)), astrid.post(reverse(page), ASKED[page]), astrid.post(reverse(page))]

    assert ["st-language" in one.text for one in shown] == [True, False, False]


@pytest.mark.parametrize("page", ASKED)
def test_no_browser_keeps_the_answer(browse: Browse, committed: Town, page: str) -> None:
    answer = browse("astrid").post(reverse(page), ASKED[page])

    assert answer.headers["Cache-Control"] == "no-store"


def test_only_pages_that_answer_keep_nothing() -> None:
    assert [is_kept(reverse(page)) for page in ASKED] == [False] * len(ASKED)
    assert is_kept(reverse("my-day")) and is_kept("/nowhere/")
