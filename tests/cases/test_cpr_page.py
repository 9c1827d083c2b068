"""The pages of the CPR number: masked on the case, written in with its doubts named, shown in full once."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from sammetag.access.log_in import PROVEN_AT
from sammetag.cases.cpr_page import MOST_TRIES
from sammetag.keyring import installed
from sammetag.keyring.ring import new_keys, ring_of
from tests.access.walls import Superuser
from tests.people.numbers import OTHER, OWN
from tests.town import Town

Browse = Callable[[str], Client]
MASK = "610580-****"
# Of somebody born on another day than the citizen, and one for which modulus 11 does not come out even.
ANOTHER_DAY, UNCHECKED = "620580-1001", "010580-1001"


def page(town: Town, name: str = "case-cpr", case: str = "own") -> str:
    return reverse(name, args=[town.cases[case]])


def write(client: Client, town: Town, typed: str = OWN, case: str = "own", **more: str) -> Any:
    return client.post(page(town, case=case), {"cpr": typed, "version": "0"} | more)


def show(client: Client, town: Town) -> Any:
    return client.post(page(town, "show-cpr"))


def test_the_case_shows_the_mask_and_a_door_to_the_whole(browse: Browse, committed: Town) -> None:
    astrid = browse("astrid")
    before = astrid.get(page(committed, "case")).text
    answer = write(astrid, committed)
    after = astrid.get(page(committed, "case")).text

    assert "Ikke skrevet ind" in before and "Skriv det ind" in before
    assert answer.headers["Location"] == page(committed, "case")
    assert MASK in after and "Vis hele nummeret" in after
    assert "1001" not in after


def test_a_mentor_meets_neither_mask_nor_door(browse: Browse, committed: Town) -> None:
    write(browse("astrid"), committed)

    seen = browse("mads").get(page(committed, "case")).text

    assert MASK not in seen and "CPR" not in seen


def test_the_whole_number_stands_on_one_page_that_no_browser_keeps(
    browse: Browse, committed: Town, superuser: Superuser
) -> None:
    astrid = browse("astrid")
    write(astrid, committed)

    shown = show(astrid, committed)

    assert OWN in shown.text and "no-store" in shown.headers["Cache-Control"]
    looks = superuser.execute("SELECT page, purpose, cases FROM journal_look WHERE page = 'cpr'").fetchall()
    assert looks == [("cpr", "own-case", [committed.cases["own"]])]
    told = superuser.execute("SELECT kind, by FROM journal_event WHERE kind = 'cpr.seen'").fetchall()
    assert told == [("cpr.seen", committed.account("astrid"))]
    assert "Hele CPR-nummeret blev vist" in astrid.get(page(committed, "case")).text


def test_a_colleague_says_why_first_and_the_look_holds_it(
    browse: Browse, committed: Town, superuser: Superuser
) -> None:
    write(browse("astrid"), committed)
    birk = browse("birk")

    asked = show(birk, committed)
    birk.post(page(committed, "purpose"), {"purpose": "contact"})
    shown = show(birk, committed)

    assert OWN not in asked.text and OWN in shown.text
    looks = superuser.execute("SELECT purpose FROM journal_look WHERE page = 'cpr'").fetchall()
    assert looks == [("contact",)]


def test_who_has_not_proven_lately_who_they_are_is_asked_first(
    browse: Browse, committed: Town, superuser: Superuser
) -> None:
    astrid = browse("astrid")
    write(astrid, committed)
    session = astrid.session
    session[PROVEN_AT] = 0
    session.save()

    asked = show(astrid, committed)

    assert OWN not in asked.text and "Vis, at det er dig" in asked.text
    assert superuser.execute("SELECT count(*) FROM journal_event WHERE kind = 'cpr.seen'").fetchone() == (0,)


def test_where_the_journal_cannot_be_written_nothing_is_shown(
    browse: Browse, committed: Town, superuser: Superuser
) -> None:
    astrid = browse("astrid")
    astrid.raise_request_exception = False
    write(astrid, committed)
    superuser.execute("ALTER TABLE journal_event ADD CONSTRAINT broken CHECK (id IS NULL) NOT VALID")

    shown = show(astrid, committed)

    assert shown.status_code == 500 and OWN not in shown.text
    assert superuser.execute("SELECT count(*) FROM journal_look WHERE page = 'cpr'").fetchone() == (0,)


@pytest.mark.parametrize(
    ("typed", "what"),
    [
        ("610580-100", "for kort"),
        ("610580-100x", "bogstaver"),
        ("000000-0000", "ingen dato"),
        ("", "Skriv CPR-nummeret."),
    ],
)
def test_a_wrong_form_is_named_at_the_field(
    *, typed: str, what: str, browse: Browse, committed: Town, superuser: Superuser
) -> None:
    answer = write(browse("astrid"), committed, typed)

    assert answer.status_code == 422 and what in answer.text
    assert superuser.execute("SELECT count(*) FROM people_cpr").fetchone() == (0,)


@pytest.mark.parametrize(
    ("typed", "doubt"), [(ANOTHER_DAY, "Efter nummeret er borgeren født"), (UNCHECKED, "modulus 11")]
)
def test_a_doubt_is_named_and_confirmed_for_that_number_alone(
    *, typed: str, doubt: str, browse: Browse, committed: Town, superuser: Superuser
) -> None:
    astrid = browse("astrid")
    asked = write(astrid, committed, typed)
    sure_of = re.search(r'name="sure_of" value="(\w+)"', asked.text)
    assert asked.status_code == 422 and doubt in asked.text and sure_of is not None
    confirmed = {"sure": "on", "sure_of": sure_of[1]}

    other = write(astrid, committed, "630580-1001", **confirmed)
    saved = write(astrid, committed, typed, **confirmed)

    assert (other.status_code, saved.status_code) == (422, 302)
    assert superuser.execute("SELECT date_part FROM people_cpr").fetchall() == [(typed[:6],)]


def test_a_correction_does_not_show_what_stood_there(browse: Browse, committed: Town) -> None:
    astrid = browse("astrid")
    write(astrid, committed)

    form = astrid.get(page(committed)).text
    stale = write(astrid, committed, OTHER)
    saved = write(astrid, committed, OTHER, version="1")

    assert MASK in form and OWN not in form
    assert (stale.status_code, saved.status_code) == (409, 302)
    assert OTHER in show(astrid, committed).text


def test_a_number_that_is_taken_is_refused_written_down_and_not_asked_for_without_end(
    browse: Browse, committed: Town, superuser: Superuser
) -> None:
    superuser.execute("UPDATE cases_case SET coordinator_id = %s", [committed.staff["dorte"].id])
    write(browse("astrid"), committed)
    astrid, dorte = browse("astrid"), browse("dorte")
    astrid.post(page(committed, "purpose"), {"purpose": "contact"})
    write(astrid, committed)

    answers = [write(dorte, committed, case="other-unit") for _ in range(MOST_TRIES + 1)]

    assert {one.status_code for one in answers} == {409}
    assert "en anden borger i kommunen" in answers[0].text and "own" not in answers[0].text
    assert "igen i morgen" in answers[-1].text and "en anden borger i kommunen" not in answers[-1].text
    tries = superuser.execute(
        "SELECT by, allowed, cases FROM journal_look WHERE purpose = 'cpr-taken'"
    ).fetchall()
    assert tries == [(committed.account("dorte"), False, [committed.cases["other-unit"]])] * MOST_TRIES


def test_a_key_that_is_missing_leaves_the_mask_and_says_so_plainly(
    browse: Browse, committed: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    astrid = browse("astrid")
    write(astrid, committed)
    stranger = ring_of(new_keys(), "test")
    monkeypatch.setattr(installed, "_read", lambda path: stranger)

    shown, case = show(astrid, committed), astrid.get(page(committed, "case"))

    assert shown.status_code == 503 and "En nøgle mangler hos os" in shown.text
    assert case.status_code == 200 and MASK in case.text


def test_a_number_that_was_changed_in_the_database_is_not_shown(
    browse: Browse, committed: Town, superuser: Superuser
) -> None:
    astrid = browse("astrid")
    write(astrid, committed)
    superuser.execute("UPDATE people_cpr SET sealed = set_byte(sealed, 30, get_byte(sealed, 30) # 1)")

    shown = show(astrid, committed)

    assert shown.status_code == 500 and "er blevet ændret" in shown.text


def test_the_number_is_not_carried_through_a_log_in_or_a_question(browse: Browse, committed: Town) -> None:
    signed_out = Client(HTTP_HOST="localhost")

    for client in (signed_out, browse("birk")):
        answer = write(client, committed)
        assert OWN not in answer.text and "610580" not in answer.text
