"""My day: what must be done now, by when and why; and the day of somebody who was let in to help."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from sammetag.access.models import Grant
from sammetag.access.roles import Role
from sammetag.access.wall import behind_the_wall
from sammetag.cases.models import Case, Programme
from sammetag.config.database import OWNER
from sammetag.config.roles import as_role
from sammetag.interventions.models import Stretch
from sammetag.journal.models import Look
from sammetag.talks.actions import Guests
from sammetag.talks.models import Talk
from tests.desk.reading import section
from tests.duties.many import cases_of
from tests.talks.deeds import Desk, moment
from tests.town import SINCE, Town

Browse = Callable[[str], Client]
URL = "/my-day/"


def move_talk(town: Town, days: int, clock: str = "10:00") -> None:
    with behind_the_wall(town.account("astrid")):
        start = moment(days, clock)
        Talk.objects.scoped("test").filter(pk=town.talks["own"]).update(
            starts_at=start, ends_at=start + timedelta(minutes=30)
        )


def test_a_talk_within_two_weeks_stands_with_its_day_and_its_button(browse: Browse, committed: Town) -> None:
    coming = section(browse("astrid").get(URL).text, "coming")

    assert "Åse Ærø own" in coming and "sag 2026-0001" in coming
    assert "om 7 dage" in coming
    assert reverse("talk", args=[committed.cases["own"], committed.talks["own"]]) in coming


def test_what_lies_farther_than_two_weeks_ahead_is_not_on_my_day(browse: Browse, committed: Town) -> None:
    move_talk(committed, 15)

    assert "Der er ingen frister de næste to uger." in section(browse("astrid").get(URL).text, "coming")


def test_a_talk_that_nobody_wrote_in_is_owed(browse: Browse, committed: Town) -> None:
    move_talk(committed, -3)

    page = browse("astrid").get(URL).text

    assert "Skriv ind, hvad der skete" in section(page, "owed")
    assert "Vi skylder 1 noget." in page


def test_a_missed_legal_duty_stands_before_a_missed_promise(browse: Browse, committed: Town) -> None:
    move_talk(committed, -3)
    with behind_the_wall(committed.account("astrid")):
        Programme.objects.scoped("test").filter(case_id=committed.cases["own"]).update(
            granted_on=timezone.localdate() - timedelta(days=250),
            starts_on=timezone.localdate() - timedelta(days=250),
        )

    owed = section(browse("astrid").get(URL).text, "owed")

    assert 0 < owed.index("4 samtaler mangler") < owed.index("Skriv ind, hvad der skete")


def test_somebody_with_nothing_running_is_idle_and_for_how_long(browse: Browse, committed: Town) -> None:
    with behind_the_wall(committed.account("astrid")):
        Stretch.objects.scoped("test").filter(case_id=committed.cases["own"]).update(
            until=timezone.localdate() - timedelta(days=12)
        )

    page = browse("astrid").get(URL).text

    assert "12 dage" in section(page, "idle")
    assert "1 har ikke noget i gang." in page


def test_the_talks_of_today_stand_beside_with_their_clock(browse: Browse, committed: Town) -> None:
    move_talk(committed, 0, "23:15")

    today = browse("astrid").get(URL).text.partition('id="today-heading"')[2].partition("</section>")[0]

    assert "23.15" in today and "Åse Ærø own" in today


def test_closed_cases_and_those_of_colleagues_are_not_on_my_day(browse: Browse, committed: Town) -> None:
    page = browse("astrid").get(URL).text

    assert "Åse Ærø own" in page
    for other in ("Ærø closed", "Ærø restricted", "Ærø other-unit", "Ærø other-municipality"):
        assert other not in page


def test_whoever_coordinates_nobody_meets_an_empty_day_with_sentences(
    browse: Browse, committed: Town
) -> None:
    page = browse("birk").get(URL)

    assert page.status_code == 200
    for sentence in (
        "Ingen frister er overskredet",
        "mindst én indsats i gang",
        "Du har ingen samtaler i dag",
    ):
        assert sentence in page.text
    assert "Ærø" not in page.text


def test_a_mentor_meets_the_citizens_they_help_and_their_next_talk(browse: Browse, committed: Town) -> None:
    with behind_the_wall(committed.account("astrid")):
        desk = Desk(committed.person("astrid"), committed.cases["own"], committed.talks["own"])
        desk.book(2, "08:20", guests=Guests(frozenset({committed.staff["mads"].id})))

    page = browse("mads").get(URL).text

    assert "Åse Ærø own" in page and "8.20" in page
    assert "Koordinator: Astrid" in page
    assert "Det skylder vi" not in page


def test_a_mentor_who_is_asked_to_no_talk_is_told_so(browse: Browse, committed: Town) -> None:
    assert "Du er ikke med til en aftalt samtale." in browse("mads").get(URL).text


def test_a_mentor_without_a_citizen_is_told_what_will_stand_here(browse: Browse, committed: Town) -> None:
    with behind_the_wall(committed.account("astrid")):
        Case.objects.scoped("test").filter(pk=committed.cases["own"]).update(closed_on=timezone.localdate())

    assert "Du er ikke med i et forløb lige nu" in browse("mads").get(URL).text


def test_a_coordinator_who_is_a_mentor_elsewhere_sees_that_citizen_beside_and_no_duty_of_hers(
    browse: Browse, committed: Town
) -> None:
    with as_role(OWNER):
        Grant(
            case_id=committed.cases["own"], staff=committed.staff["dorte"], role=Role.MENTOR, since=SINCE
        ).save()

    page = browse("dorte").get(URL).text

    beside = page.partition('id="helps-heading"')[2].partition("</section>")[0]
    assert "Åse Ærø own" in beside
    assert all("Åse Ærø own" not in section(page, key) for key in ("owed", "idle", "coming", "ahead"))


def test_whoever_holds_no_role_is_told_whom_to_ask(browse: Browse, committed: Town) -> None:
    page = browse("nora").get(URL)

    assert page.status_code == 403
    assert "Bed din leder" in page.text


def test_the_look_names_the_cases_on_the_day(browse: Browse, committed: Town) -> None:
    browse("astrid").get(URL)

    with behind_the_wall(committed.account("astrid")):
        [look] = Look.objects.scoped("test").filter(page="my-day")
    assert look.cases == [committed.cases["own"]]


def test_the_day_asks_the_same_few_questions_for_ten_and_for_a_thousand_cases(
    browse: Browse, committed: Town
) -> None:
    astrid, counts = browse("astrid"), []
    for more in (9, 990):
        with behind_the_wall(committed.account("astrid")):
            cases_of(committed, "astrid", more, prefix=f"{more}-")
        with CaptureQueriesContext(connection) as asked:
            page = astrid.get(URL)
        counts.append(len(asked))
        assert page.status_code == 200

    assert counts[0] == counts[1] <= 22


@pytest.mark.parametrize(("language", "word"), [("da", "Min dag"), ("en", "My day")])
def test_the_day_is_told_in_the_language_of_the_reader(
    browse: Browse, committed: Town, language: str, word: str
) -> None:
    astrid = browse("astrid")
    astrid.cookies["django_language"] = language

    page = astrid.get(URL).text

    assert f'<html lang="{language}">' in page
    assert word in page
