"""One talk in the browser: its record, the form that writes it in, and a talk that nobody had booked."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.test import Client
from django.urls import reverse

from sammetag.access.wall import behind_the_wall
from sammetag.talks.models import Talk
from tests.practice.deeds import at_desk as municipality_at_desk
from tests.talks.deeds import Desk, bring_to_today, kinds, moment, posted, talks
from tests.town import Town

Browse = Callable[[str], Client]


def talk_url(town: Town, talk_id: UUID | None = None) -> str:
    return reverse("talk", args=[town.cases["own"], talk_id or town.talks["own"]])


def unbooked_url(town: Town) -> str:
    return reverse("talk-held", args=[town.cases["own"]])


def rows(town: Town) -> list[Talk]:
    with behind_the_wall(town.account("astrid")):
        return talks(town.cases["own"])


def write_in(town: Town, notes: str = "Et følsomt notat") -> None:
    with behind_the_wall(town.account("astrid")):
        Desk(town.person("astrid"), town.cases["own"], town.talks["own"]).hold(-1, notes=notes)


def test_a_talk_to_come_is_shown_with_what_can_be_done_about_it(browse: Browse, committed: Town) -> None:
    page = browse("astrid").get(talk_url(committed))

    assert "Flyt samtalen" in page.text and "Aflys samtalen" in page.text
    assert 'name="notes"' not in page.text


def test_a_talk_of_today_opens_with_the_form_that_writes_it_in(browse: Browse, committed: Town) -> None:
    bring_to_today(committed)

    page = browse("astrid").get(talk_url(committed))

    assert page.status_code == 200
    assert "Gem: samtalen er holdt" in page.text
    assert 'name="notes"' in page.text


def test_what_is_open_about_the_form_of_a_talk_stands_beside_whether_it_counts(
    browse: Browse, committed: Town
) -> None:
    with municipality_at_desk(committed) as desk:
        desk.read("former-requirements", question="contact-since-july", reason="Aftalt med jobcentret.")

    record = browse("astrid").get(talk_url(committed)).text
    bring_to_today(committed)
    form = browse("astrid").get(talk_url(committed)).text

    for text in (record, form):
        assert "Samtalerne fra den 1. juli 2026" in text
        assert "Vores egen læsning:</strong> De hidtidige krav følges." in text
        assert "Aftalt med jobcentret." in text


def test_one_post_writes_the_talk_in_and_agrees_the_next(browse: Browse, committed: Town) -> None:
    form = posted(-1, notes="Vi talte.", next_day=str(moment(20).date()), next_clock="09:00")

    page = browse("astrid").post(talk_url(committed), form, follow=True)

    assert "den næste er aftalt" in page.text
    assert [(one.outcome, one.starts_at) for one in rows(committed)] == [
        ("held", moment(-1)),
        ("booked", moment(20, "09:00")),
    ]


def test_a_next_day_without_a_clock_is_told_and_the_notes_stay(browse: Browse, committed: Town) -> None:
    form = posted(-1, notes="Et langt notat", next_day=str(moment(20).date()))

    page = browse("astrid").post(talk_url(committed), form)

    assert page.status_code == 422
    assert "Skriv også klokken for den næste samtale" in page.text
    assert "Et langt notat" in page.text


def test_a_time_to_come_is_refused_with_the_notes_kept(browse: Browse, committed: Town) -> None:
    page = browse("astrid").post(talk_url(committed), posted(1, notes="Et langt notat"))

    assert page.status_code == 409
    assert "ude i fremtiden" in page.text
    assert "Et langt notat" in page.text


def test_when_a_colleague_was_first_both_texts_stand_beside_each_other(
    browse: Browse, committed: Town
) -> None:
    write_in(committed, "Kollegaens notat")

    page = browse("astrid").post(talk_url(committed), posted(-1, notes="Mit eget notat"))

    assert page.status_code == 409
    assert "Kollegaens notat" in page.text
    assert "Mit eget notat" in page.text
    assert [one.version for one in rows(committed)] == [2]


def test_a_double_post_writes_the_talk_in_once(browse: Browse, committed: Town) -> None:
    astrid, form = browse("astrid"), posted(-1, notes="Vi talte.")

    answers = [astrid.post(talk_url(committed), form).status_code for _ in range(2)]

    assert answers == [302, 302]
    with behind_the_wall(committed.account("astrid")):
        assert kinds(committed.cases["own"]) == ["talk.held"]


def test_a_talk_that_is_written_in_shows_its_record(browse: Browse, committed: Town) -> None:
    write_in(committed)

    page = browse("astrid").get(talk_url(committed))

    assert "Et følsomt notat" in page.text
    assert "Ret samtalen" in page.text
    assert 'name="notes"' not in page.text


def test_a_mentor_reads_when_and_with_whom_and_nothing_of_what_was_said(
    browse: Browse, committed: Town
) -> None:
    write_in(committed)

    page = browse("mads").get(talk_url(committed))

    assert page.status_code == 200
    assert "Astrid" in page.text
    assert "følsomt" not in page.text
    assert "Ret samtalen" not in page.text


def test_a_mentor_cannot_write_a_talk_in(browse: Browse, committed: Town) -> None:
    assert browse("mads").post(talk_url(committed), posted(-1)).status_code == 404
    assert [one.outcome for one in rows(committed)] == ["booked"]


def test_a_talk_at_the_address_of_another_case_is_not_there(browse: Browse, committed: Town) -> None:
    assert browse("astrid").get(talk_url(committed, committed.talks["closed"])).status_code == 404


def test_a_talk_that_nobody_had_booked_is_written_in_once(browse: Browse, committed: Town) -> None:
    astrid, form = browse("astrid"), posted(-2, notes="Kom forbi.", version="0")

    answers = [astrid.post(unbooked_url(committed), form).status_code for _ in range(2)]

    assert answers == [302, 302]
    assert [one.outcome for one in rows(committed)] == ["held", "booked"]


def test_the_form_for_an_unbooked_talk_starts_with_today(browse: Browse, committed: Town) -> None:
    page = browse("astrid").get(unbooked_url(committed))

    assert page.status_code == 200
    assert f'value="{moment(0).date()}"' in page.text
