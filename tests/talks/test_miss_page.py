"""A talk that came to nothing: who cancelled it or stayed away."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from sammetag.access.wall import behind_the_wall
from sammetag.talks.models import Talk
from tests.talks.deeds import kinds, talks
from tests.town import Town

Browse = Callable[[str], Client]


def url(town: Town) -> str:
    return reverse("miss-talk", args=[town.cases["own"], town.talks["own"]])


def answer(**other: Any) -> dict[str, Any]:
    said = {"outcome": "cancelled", "by_whom": "citizen", "reason": "Syg"}
    return {"token": str(uuid4()), "version": "1"} | said | other


def talk(town: Town) -> Talk:
    with behind_the_wall(town.account("astrid")):
        return talks(town.cases["own"])[0]


def test_the_page_asks_what_happened_and_who(browse: Browse, committed: Town) -> None:
    page = browse("astrid").get(url(committed))

    assert page.status_code == 200
    assert "Hvad skete der?" in page.text and "Hvem?" in page.text


@pytest.mark.parametrize("by_whom", ["citizen", "municipality", "other"])
def test_a_cancelled_talk_leads_to_booking_a_new_one(browse: Browse, committed: Town, by_whom: str) -> None:
    page = browse("astrid").post(url(committed), answer(by_whom=by_whom))

    assert page["Location"] == reverse("book-talk", args=[committed.cases["own"]])
    assert (talk(committed).outcome, talk(committed).by_whom) == ("cancelled", by_whom)


@pytest.mark.parametrize(
    "wrong", [{"by_whom": ""}, {"by_whom": "nobody"}, {"outcome": "held"}, {"reason": "x" * 401}]
)
def test_an_answer_that_is_not_one_is_told(browse: Browse, committed: Town, wrong: dict[str, str]) -> None:
    page = browse("astrid").post(url(committed), answer(**wrong))

    assert page.status_code == 422
    assert "Der er noget, der skal rettes" in page.text
    assert talk(committed).outcome == "booked"


def test_nobody_has_stayed_away_from_a_talk_to_come(browse: Browse, committed: Town) -> None:
    page = browse("astrid").post(url(committed), answer(outcome="no-show", reason="Kom ikke"))

    assert page.status_code == 409
    assert "ude i fremtiden" in page.text
    assert "Kom ikke" in page.text


def test_a_double_post_cancels_once(browse: Browse, committed: Town) -> None:
    astrid, form = browse("astrid"), answer()

    answers = [astrid.post(url(committed), form).status_code for _ in range(2)]

    assert answers == [302, 302]
    with behind_the_wall(committed.account("astrid")):
        assert kinds(committed.cases["own"]) == ["talk.cancelled"]


def test_on_a_stale_page_nothing_is_cancelled(browse: Browse, committed: Town) -> None:
    astrid = browse("astrid")
    astrid.post(url(committed), answer(by_whom="municipality"))

    page = astrid.post(url(committed), answer(reason="Min grund"))

    assert page.status_code == 409
    assert "Min grund" in page.text
    assert talk(committed).by_whom == "municipality"
