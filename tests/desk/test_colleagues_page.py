"""The colleagues of one's unit, by name, with what each carries; no citizen is named."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from sammetag.access.wall import behind_the_wall
from tests.desk.reading import citizens as rows
from tests.duties.many import cases_of, left_without_coordinator
from tests.town import Town

Browse = Callable[[str], Client]
URL = "/colleagues/"


@pytest.mark.parametrize("name", ["astrid", "birk", "lis"])
def test_everybody_of_the_unit_stands_there_by_name_with_the_way_to_their_day(
    name: str, browse: Browse, committed: Town
) -> None:
    page = browse(name).get(URL).text

    assert rows(page) == ["Astrid", "Birk"]
    assert reverse("colleague-day", args=[committed.staff["birk"].id]) in page
    assert "Ærø" not in page


def test_what_each_carries_is_counted(browse: Browse, committed: Town) -> None:
    with behind_the_wall(committed.account("birk")):
        cases = cases_of(committed, "birk", 3, interventions=0)
    left_without_coordinator(committed, cases[:1], "birk")

    page = browse("lis").get(URL).text

    [row] = re.findall(r">Birk</a>(.*?)</tr>", page, re.DOTALL)
    cells = [re.sub("<[^>]*>", "", cell) for cell in re.findall(r"<td data-label.*?>(.*?)</td>", row)]
    # Citizens, those to whom we owe something, those with nothing running.
    assert cells[:3] == ["2", "0", "2"]
    assert "1 i enheden har ingen koordinator." in page


def test_only_a_leader_may_share_cases_out(browse: Browse, committed: Town) -> None:
    distribute = reverse("distribute", args=[committed.staff["astrid"].id])

    assert distribute in browse("lis").get(URL).text
    assert distribute not in browse("birk").get(URL).text


def test_whoever_belongs_to_no_unit_is_told_what_would_stand_there(browse: Browse, committed: Town) -> None:
    assert "Du hører ikke til en enhed" in browse("mads").get(URL).text


def test_the_way_there_stands_in_the_navigation_of_whoever_belongs_to_a_unit(
    browse: Browse, committed: Town
) -> None:
    assert '<a href="/colleagues/"' in browse("astrid").get("/my-day/").text
    assert '<a href="/colleagues/"' not in browse("mads").get("/my-day/").text


def test_the_queries_are_as_many_for_a_hundred_cases_as_for_one(browse: Browse, committed: Town) -> None:
    lis, counts = browse("lis"), []
    for more in (1, 99):
        with behind_the_wall(committed.account("astrid")):
            cases_of(committed, "astrid", more, prefix=f"{more}-")
        with CaptureQueriesContext(connection) as asked:
            assert lis.get(URL).status_code == 200
        counts.append(len(asked))

    assert counts[0] == counts[1] <= 24
