"""A rule or number with all its versions, and the one that was asked for marked."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from sammetag import law
from sammetag.law.looking_up import names
from sammetag.law.numbers import all_numbers
from tests.lawbook.reading import read


def test_every_rule_and_number_has_a_page_with_all_its_versions(reader: Client) -> None:
    for name in names():
        page = read(reader, "law-of", name=name)
        known = sum(one.topic.name == name for one in law.BOOK.versions())
        known += sum(one.name == name for one in all_numbers())
        unread = sum(one.topic.name == name for one in law.BOOK.unknown)
        closed = sum(one.topic.name == name for one in law.BOOK.closings)

        assert page.count('<tr id="version-') == known + unread + closed, name
        bars = set(re.findall(r'<a href="#(version-\d+)" class="st-law-stretch', page))
        assert bars == set(re.findall(r'<tr id="(version-\d+)"', page)), name
        assert ("st-law-hatch" in page) is bool(unread), name


def test_with_a_day_the_version_of_that_day_is_marked_and_no_other(reader: Client) -> None:
    page = read(reader, "law-of", name="programme.length", on="2021-05-01")

    assert "Det her gjaldt 1. maj 2021:" in page
    marked = re.findall(r'<tr id="version-\d+"[^>]*--marked">.*?</tr>', page)
    assert [("LOV 548/2019" in row, "gælder 1.5.2021" in row) for row in marked] == [(True, True)] * 2
    assert "marked" not in read(reader, "law-of", name="programme.length")


def test_a_day_before_the_rule_says_that_there_was_nothing(reader: Client) -> None:
    assert "1. maj 2012 var der intet under det navn" in read(
        reader, "law-of", name="guarantee", on="2012-05-01"
    )


def test_a_rule_tells_its_duties_pages_numbers_and_examples(reader: Client) -> None:
    page = read(reader, "law-of", name="talks.due")

    assert "Hold de samtaler, der mangler" in page
    assert "/law/talks_in_first_months/" in page
    assert "På ordningens første dag skal der holdes seks samtaler" in page


def test_without_the_repository_it_is_said_that_the_examples_are_elsewhere(
    reader: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sammetag.lawbook.rule_page.examples_of", lambda _name: None)

    assert "Eksemplerne følger med kildekoden" in read(reader, "law-of", name="talks.due")


def test_a_name_that_does_not_exist_gives_the_page_for_what_is_not_there(reader: Client) -> None:
    assert "st-law" not in read(reader, "law-of", name="talks.undone", status=404)


def test_a_bad_day_on_a_rule_is_answered_and_the_rule_still_stands_there(reader: Client) -> None:
    text = read(reader, "law-of", name="talks.due", on="31. juni", status=422)

    assert text.count("»31. juni« er ikke en dag i kalenderen.") == 2, "above the rule and by the field"
    assert '<a href="#id_on">' in text
    assert '<tr id="version-1"' in text


def test_what_else_stands_in_the_address_asks_for_no_day(reader: Client) -> None:
    text = read(reader, "law-of", name="talks.due", anything="1")

    assert "st-error-summary" not in text and "form-error" not in text


def test_english_pages_are_english(reader: Client) -> None:
    reader.cookies["django_language"] = "en"

    assert "The steps before a sanction" in read(reader, "law-of", name="sanction.steps")
    assert "You have a right to a talk when you ask for one." in read(reader, "law-for-citizens")
    assert "'31 June' is no day of the calendar" in (
        read(reader, "law-of", name="guarantee", on="31 June", status=422).replace("&#x27;", "'")
    )
