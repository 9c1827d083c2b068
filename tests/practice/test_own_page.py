"""What the municipality decides itself stands on one page that everybody there reads, and leaders write."""

from __future__ import annotations

from collections.abc import Callable

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from sammetag.design.wording import date_words
from sammetag.practice.areas import Area
from sammetag.practice.questions import questions_on
from tests.practice.deeds import OTHER, WHY, ago, at_desk
from tests.town import Town

Browse = Callable[[str], Client]
READING = "De hidtidige detaljer bruges videre"
OTHER_READING = "Kun lovens egne ord i LAB § 113, stk. 2"


def page(browse: Browse, name: str) -> str:
    text: str = browse(name).get(reverse("own-law")).text
    return text


def test_every_open_question_and_every_area_is_said_to_be_undecided(browse: Browse, committed: Town) -> None:
    text = page(browse, "astrid")

    assert text.count(">ikke besluttet<") == len(questions_on(ago(0)))
    assert text.count(">ikke fastsat<") == len(Area)
    assert text.count("er ikke angivet her. Fastsæt og offentliggør den") == len(Area)
    assert "skal for hvert sagsområde selv fastsætte og offentliggøre en frist" in text
    assert text.count("Svaret skal findes her:") == len(questions_on(ago(0)))


def test_what_is_decided_stands_there_with_day_reason_and_name(browse: Browse, committed: Town) -> None:
    with at_desk(committed) as desk:
        desk.read()
        desk.limit(6)

    text = page(browse, "mads")

    assert "Vores egen læsning:</strong> " + READING in text
    assert "<strong>6 uger</strong>" in text
    assert text.count(WHY) == 2
    assert text.count("Skrevet ind af Lis") == 2


def test_what_stood_before_can_still_be_read(browse: Browse, committed: Town) -> None:
    with at_desk(committed) as desk:
        desk.read()
        desk.read(OTHER, on=ago(3), after=1)
        desk.stop_reading(on=ago(1), after=2)

    text = page(browse, "lis")

    assert "3 tidligere beslutninger" in text
    assert "Vores egen læsning:</strong>" not in text


def test_a_limit_that_is_not_published_is_said_to_be_so(browse: Browse, committed: Town) -> None:
    with at_desk(committed) as desk:
        desk.limit(6)

    assert "Fristen er ikke offentliggjort." in page(browse, "astrid")


def test_a_limit_to_come_stands_beside_what_holds_today(browse: Browse, committed: Town) -> None:
    with at_desk(committed) as desk:
        desk.limit(6, published_on=ago(5))
        desk.limit(3, since=ago(-30), after=1)

    text = page(browse, "astrid")

    assert "<strong>6 uger</strong>" in text and "<strong>3 uger</strong>" in text


def test_a_limit_that_ends_says_until_when_and_the_end_is_no_earlier_decision(
    browse: Browse, committed: Town
) -> None:
    with at_desk(committed) as desk:
        desk.limit(6, since=ago(300))
        desk.stop_limit(since=ago(-40), after=1)

    text = page(browse, "astrid")

    assert f"{date_words(ago(300))} til og med {date_words(ago(-39))}." in text
    assert f"Fra {date_words(ago(-40))} er der ingen frist." in text
    assert "tidligere beslutning" not in text


def test_only_leaders_meet_the_way_to_a_form(browse: Browse, committed: Town) -> None:
    form = reverse("own-limit", args=["fleksjob"])

    assert form in page(browse, "lis")
    assert form not in page(browse, "astrid")


def test_nobody_elsewhere_reads_it(browse: Browse, committed: Town) -> None:
    with at_desk(committed) as desk:
        desk.read()

    assert WHY not in page(browse, "esther")


def test_the_page_asks_no_more_however_much_is_decided(browse: Browse, committed: Town) -> None:
    client = browse("lis")
    client.get(reverse("own-law"))
    with CaptureQueriesContext(connection) as empty:
        client.get(reverse("own-law"))
    with at_desk(committed) as desk:
        desk.read()
        desk.read(OTHER, after=1)
        desk.limit()
    with CaptureQueriesContext(connection) as full:
        client.get(reverse("own-law"))

    assert len(full) == len(empty)
