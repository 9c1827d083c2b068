"""What the law leaves open stands beside the answers that it touches, with the municipality's own reading."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from sammetag.law import BOOK, RESSOURCEFORLOEB
from sammetag.law.open_questions import OPEN_QUESTIONS
from sammetag.lawbook.used_by import PAGES, rules_on
from tests.lawbook.reading import read
from tests.practice.deeds import at_desk
from tests.town import Town

Browse = Callable[[str], Client]
OPEN, OWN = "Det lader loven stå åbent", "Vores egen læsning:</strong> "
REFUND, RATES = "Statens refusion af ydelsen", "Satserne i 2026"


def asked(client: Client, page: str, **typed: str) -> str:
    usual = {"scheme": RESSOURCEFORLOEB, "granted_on": "2025-12-10", "starts_on": "2026-01-01"}
    text: str = client.post(reverse(page), usual | typed).text
    return text


def months(client: Client, page: str, first: str, last: str) -> str:
    return asked(client, page, first_month=first, last_month=last)


def test_every_rule_tells_what_is_open_about_it(reader: Client) -> None:
    touched = {topic for one in OPEN_QUESTIONS for topic in one.topics}

    for topic in BOOK.topics():
        page = read(reader, "law-of", name=topic.name)

        assert (OPEN in page) is (topic.name in touched), topic.name
        for one in OPEN_QUESTIONS:
            assert (f"#{one.name}" in page) is (topic.name in one.topics), one.name


def test_a_rule_of_an_earlier_day_was_not_open_and_a_grant_of_that_day_is(reader: Client) -> None:
    assert OPEN not in read(reader, "law-of", name="talks.due", on="2021-05-01")
    assert OPEN in read(reader, "law-of", name="programme.length", on="2021-05-01")


def test_the_municipalitys_own_reading_stands_on_the_page_of_the_rule(
    reader: Client, committed: Town
) -> None:
    with at_desk(committed) as desk:
        desk.read("former-requirements", question="contact-since-july", reason="Aftalt med jobcentret.")

    page = read(reader, "law-of", name="talks.due")

    assert OWN + "De hidtidige krav følges." in page and "Aftalt med jobcentret." in page


def test_beside_a_judgement_stands_what_was_open_on_its_day(reader: Client, committed: Town) -> None:
    with at_desk(committed) as desk:
        desk.read("none", question="further-programme")

    assert OWN + "Der kan ikke bevilges et forløb til." in asked(reader, "assess", on="2026-02-01")
    assert OPEN not in asked(reader, "assess", on="2026-01-31")
    assert OPEN not in reader.get(reverse("assess")).text


@pytest.mark.parametrize(("page", "told"), [("benefit", {RATES}), ("reimbursement", {RATES, REFUND})])
def test_beside_the_months_stands_what_was_open_in_some_of_them(
    page: str, told: set[str], reader: Client
) -> None:
    over_the_closing = months(reader, page, "01.2026", "02.2026")

    assert {one for one in (RATES, REFUND) if one in over_the_closing} == told
    assert OPEN not in months(reader, page, "11.2025", "11.2025")


def test_a_reading_decided_after_the_months_is_still_how_they_are_read_today(
    reader: Client, committed: Town
) -> None:
    with at_desk(committed) as desk:
        desk.read("none", question="benefit-refund")

    assert OWN + "Der er ingen refusion." in months(reader, "reimbursement", "02.2026", "02.2026")


def test_the_pages_name_the_rules_that_they_ask() -> None:
    assert rules_on("assess") == ["target.group"]
    assert all(rules_on(page) for page in PAGES)
