"""Whoever opens a colleague's or a closed case says why first, and what is denied is written down."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from sammetag.access.person import Person
from sammetag.access.resuming import writer_mark
from sammetag.access.roles import Right
from sammetag.access.wall import behind_the_wall
from sammetag.cases.models import Case
from sammetag.cases.opening import REMEMBERED
from sammetag.errors import NotAllowed
from sammetag.journal.actions import look
from sammetag.talks.models import Talk
from tests.access.matrix import CASES, EVERYBODY, relation_of
from tests.town import Town

Browse = Callable[[str], Client]
NAME = "Ærø"
ASKED = [
    (person, case)
    for person in EVERYBODY
    for case in CASES
    if relation_of(person, case) in ("colleague", "closed")
]


def case_page(town: Town, case: str) -> str:
    return reverse("case", args=[town.cases[case]])


def say_why(client: Client, town: Town, case: str, why: str = "advice") -> Any:
    return client.post(
        reverse("purpose", args=[town.cases[case]]), {"purpose": why, "next": case_page(town, case)}
    )


@pytest.mark.parametrize(("person", "case"), ASKED)
def test_the_name_is_told_once_the_purpose_is_said_and_not_before(
    person: str, case: str, browse: Browse, committed: Town
) -> None:
    client = browse(person)

    before = client.get(case_page(committed, case))
    answer = say_why(client, committed, case)
    after = client.get(answer.headers["Location"])

    assert NAME not in before.content.decode()
    assert answer.status_code == 302
    assert (after.status_code, NAME in after.content.decode()) == (200, True)


def test_a_purpose_opens_the_one_case_for_which_it_was_said(browse: Browse, committed: Town) -> None:
    client = browse("birk")
    say_why(client, committed, "own")

    other = client.get(case_page(committed, "closed"))

    assert NAME not in other.content.decode()


def test_a_purpose_is_asked_for_again_the_next_day(browse: Browse, committed: Town) -> None:
    client = browse("birk")
    say_why(client, committed, "own")
    session = client.session
    yesterday = (timezone.localdate() - timedelta(days=1)).isoformat()
    session[REMEMBERED] = {key: (why, yesterday) for key, (why, _) in session[REMEMBERED].items()}
    session.save()

    assert NAME not in client.get(case_page(committed, "own")).content.decode()


def test_a_purpose_that_is_none_of_the_four_opens_nothing(browse: Browse, committed: Town) -> None:
    client = browse("birk")

    say_why(client, committed, "own", why="curiosity")

    assert NAME not in client.get(case_page(committed, "own")).content.decode()


def test_saying_a_purpose_opens_no_case_of_another_unit(browse: Browse, committed: Town) -> None:
    client = browse("dorte")

    assert say_why(client, committed, "own").status_code == 404
    assert client.get(case_page(committed, "own")).status_code == 404


@pytest.mark.parametrize("name", ["book-talk", "talk-held"])
def test_a_form_sent_before_the_purpose_was_said_does_not_tell_the_name(
    name: str, browse: Browse, committed: Town
) -> None:
    answer = browse("birk").post(reverse(name, args=[committed.cases["own"]]), {})

    assert NAME not in answer.content.decode()


@pytest.mark.parametrize("wanted", ["//elsewhere.example/", "https://elsewhere.example/", "elsewhere", ""])
def test_the_answer_leads_to_no_other_site(wanted: str, browse: Browse, committed: Town) -> None:
    answer = browse("birk").post(
        reverse("purpose", args=[committed.cases["own"]]), {"purpose": "advice", "next": wanted}
    )

    assert answer.headers["Location"] == case_page(committed, "own")


def test_a_look_carries_the_purpose_that_was_said(browse: Browse, committed: Town, superuser: Any) -> None:
    client = browse("birk")
    say_why(client, committed, "own", why="quality")
    client.get(case_page(committed, "own"))

    looks = superuser.execute("SELECT page, purpose, allowed FROM journal_look").fetchall()

    assert looks == [("case", "quality", True)]


def test_a_denied_look_is_written_down_and_all_else_of_the_request_is_undone(
    browse: Browse, committed: Town, superuser: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write_and_refuse(person: Person, case_id: UUID, right: Right) -> Case:
        look(by=person, page="undone", purpose="advice", cases=[case_id], request_id=case_id)
        raise NotAllowed("after writing")

    monkeypatch.setattr("sammetag.cases.opening.case_for", write_and_refuse)
    browse("dorte").get(case_page(committed, "own"))

    looks = superuser.execute("SELECT page, purpose, allowed, cases, by FROM journal_look").fetchall()
    assert looks == [("case", "denied", False, [committed.cases["own"]], committed.account("dorte"))]


@pytest.mark.parametrize("name", ["book-talk", "talk-held"])
def test_writing_in_a_closed_case_is_refused_with_a_sentence(
    name: str, browse: Browse, committed: Town, superuser: Any
) -> None:
    url, before = reverse(name, args=[committed.cases["closed"]]), everything(superuser)

    answer = browse("astrid").post(url, {"notes": "Vi talte længe"})

    assert answer.status_code == 409
    assert "Sagen er lukket, så der kan ikke skrives i den." in answer.content.decode()
    assert everything(superuser) == before


def everything(superuser: Any) -> list[Any]:
    found: list[Any] = superuser.execute(
        "SELECT id, version FROM talks_talk UNION ALL SELECT id, 0 FROM journal_event ORDER BY 1"
    ).fetchall()
    return found


def test_what_was_typed_before_the_purpose_was_said_goes_along_and_is_saved(
    browse: Browse, committed: Town
) -> None:
    birk, case = browse("birk"), committed.cases["own"]
    typed = held_now(notes="Ringede for en kollega", writer=writer_mark(committed.account("birk")))
    question = birk.post(reverse("talk-held", args=[case]), typed)
    along = {name: question.context[name] for name in ("resume_path", "resume_fields")}

    offer = birk.post(reverse("purpose", args=[case]), {"purpose": "stand-in", **along})
    saved = birk.post(offer.context["path"], dict(offer.context["fields"]))

    assert saved.status_code == 302
    with behind_the_wall(committed.account("birk")):
        assert Talk.objects.scoped("test").filter(case_id=case, notes="Ringede for en kollega").exists()


def held_now(**typed: str) -> dict[str, str]:
    """A talk by telephone that ended a moment ago, as the form posts it."""
    start = timezone.localtime() - timedelta(days=1)
    return {
        "token": str(uuid4()),
        "version": "0",
        "day": str(start.date()),
        "clock": "10:00",
        "minutes": "30",
        "form": "phone",
        **typed,
    }


def test_a_case_without_coordinator_is_not_called_a_colleagues(
    browse: Browse, committed: Town, superuser: Any
) -> None:
    birk = browse("birk")
    colleagues = birk.get(case_page(committed, "own")).text
    superuser.execute("UPDATE cases_case SET coordinator_id = NULL WHERE id = %s", [committed.cases["own"]])

    nobodys = birk.get(case_page(committed, "own")).text

    assert "Sagen er en kollegas." in colleagues
    assert "Sagen har ingen koordinator." in nobodys and "kollegas" not in nobodys
