"""A talk as a calendar file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC

from django.test import Client
from django.urls import reverse

from tests.talks.deeds import moment
from tests.town import Town

Browse = Callable[[str], Client]


def test_the_file_says_when_and_which_case_and_names_nobody(browse: Browse, committed: Town) -> None:
    url = reverse("calendar", args=[committed.cases["own"], committed.talks["own"]])

    answer = browse("astrid").get(url)

    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    lines = answer.text.split("\r\n")
    assert f"DTSTART:{moment(7).astimezone(UTC):%Y%m%dT%H%M%SZ}" in lines
    assert "SUMMARY:Samtale\\, sag 2026-0001" in lines
    assert "Åse" not in answer.text and "Astrid" not in answer.text


def test_a_mentor_may_put_the_talk_in_the_calendar_and_an_outsider_not(
    browse: Browse, committed: Town
) -> None:
    url = reverse("calendar", args=[committed.cases["own"], committed.talks["own"]])

    assert browse("mads").get(url).status_code == 200
    assert browse("dorte").get(url).status_code == 404
