"""Finding a citizen by a part of the name or of the case number."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from sammetag.access.wall import behind_the_wall
from sammetag.journal.models import Look
from tests.duties.many import cases_of
from tests.town import Town

Browse = Callable[[str], Client]
URL = "/search/"


def find(client: Client, term: str, **headers: Any) -> Any:
    return client.post(URL, {"term": term}, headers=headers)


def looks(town: Town) -> list[Look]:
    with behind_the_wall(town.account("astrid")):
        return list(Look.objects.scoped("test").filter(page="search"))


@pytest.mark.parametrize(
    "term", ["Ærø own", "ærø OWN", "åse own", "Aase own", "own   Åse", "2026-0001", "ÆRØ"]
)
def test_a_citizen_is_found_however_the_name_is_written(browse: Browse, committed: Town, term: str) -> None:
    assert "Åse Ærø own" in find(browse("astrid"), term).text


@pytest.mark.parametrize("term", ["Oero own", "Bodil", "own bodil", "2027-0001", "%%", "__", "' OR 1=1 --"])
def test_what_does_not_fit_finds_nobody_and_says_so(browse: Browse, committed: Town, term: str) -> None:
    page = find(browse("astrid"), term)

    assert page.status_code == 200
    assert "Vi fandt ingen" in page.text


@pytest.mark.parametrize("term", ["", " ", "x", " x "])
def test_one_letter_is_too_little(browse: Browse, committed: Town, term: str) -> None:
    assert "Skriv mindst to tegn" in find(browse("astrid"), term).text


@pytest.mark.parametrize("term", ["a\x00b", "æ" * 5000, "\ufffe\ufffe", "\\\\", "<script>alert(1)</script>"])
def test_nothing_that_is_typed_breaks_the_page(browse: Browse, committed: Town, term: str) -> None:
    astrid = browse("astrid")
    astrid.raise_request_exception = False

    page = find(astrid, term)

    assert page.status_code < 500
    assert "<script>alert" not in page.text


def test_only_those_whom_the_person_may_see_are_found(browse: Browse, committed: Town) -> None:
    page = find(browse("astrid"), "Ærø").text

    assert "Ærø own" in page and "Ærø closed" in page
    for hidden in ("Ærø restricted", "Ærø other-unit", "Ærø other-municipality"):
        assert hidden not in page


def test_a_mentor_finds_only_the_citizen_they_were_let_in_to_help(browse: Browse, committed: Town) -> None:
    page = find(browse("mads"), "Ærø").text

    assert "Ærø own" in page and "Ærø closed" not in page


def test_open_cases_stand_before_closed_ones_and_these_are_marked(browse: Browse, committed: Town) -> None:
    page = find(browse("astrid"), "Ærø").text

    assert page.index("Ærø own") < page.index("Ærø closed")
    assert page.count(">lukket<") == 1


def test_at_most_twenty_are_shown_with_few_questions(browse: Browse, committed: Town) -> None:
    astrid = browse("astrid")
    with behind_the_wall(committed.account("astrid")):
        cases_of(committed, "astrid", 30, talks=0, interventions=0)

    with CaptureQueriesContext(connection) as asked:
        page = find(astrid, "nielsen")

    assert page.text.count("Bo Nielsen") == 20
    assert len(asked) <= 20


def test_no_name_ever_stands_in_an_address(browse: Browse, committed: Town) -> None:
    answer = browse("astrid").get(URL, {"term": "Ærø"})

    assert (answer.status_code, answer["Location"]) == (302, "/my-day/")
    assert looks(committed) == []


def test_the_look_keeps_whom_was_found_and_not_what_was_typed(browse: Browse, committed: Town) -> None:
    astrid = browse("astrid")
    for term in ("Aase OWN", "åse own"):
        find(astrid, term)

    first, second = looks(committed)
    assert first.cases == [committed.cases["own"]]
    assert first.term == second.term != ""
    assert "own" not in first.term


def test_a_fragment_is_the_list_alone(browse: Browse, committed: Town) -> None:
    fragment = find(browse("astrid"), "own", **{"HX-Request": "true"}).text

    assert fragment.strip().startswith('<div id="results"')
    assert "Åse Ærø own" in fragment and "<html" not in fragment
