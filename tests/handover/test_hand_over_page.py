"""The page on which one case changes hands, as people use it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from sammetag.cases.models import HandOverState
from sammetag.cases.opening import REMEMBERED
from sammetag.errors import NotAllowed
from tests.access.walls import Superuser
from tests.handover.deeds import agree, case_now, give, hand_overs, today, told
from tests.town import Town

Browse = Callable[[str], Client]
SECRET = "Hun sover ikke om natten"  # noqa: S105 - words of a note


def url(town: Town, case: str = "own") -> str:
    return reverse("hand-over", args=[town.cases[case]])


def posted(town: Town, to: str, seen: str | None = "astrid", **other: Any) -> dict[str, Any]:
    """The form as a browser sends it."""
    return {
        "token": str(uuid4()),
        "version": "0",
        "seen": str(town.staff[seen].id) if seen else "",
        "taker": str(town.staff[to].id) if to in town.staff else to,
        "day": today().isoformat(),
        "notes": "",
    } | other


def step(town: Town, do: str) -> dict[str, str]:
    """A button on what is under way."""
    row = hand_overs(town)[-1]
    return {"do": do, "hand_over": str(row.id), "version": str(row.version)}


def knowing_why(client: Client, town: Town, case: str = "own") -> Client:
    """Somebody who has said today why they open a colleague's case."""
    session: Any = client.session
    session[REMEMBERED] = {str(town.cases[case]): ("hand-over", today().isoformat())}
    session.save()
    return client


def test_the_page_shows_who_can_take_the_case_with_unit_and_caseload(browse: Browse, committed: Town) -> None:
    page = browse("astrid").get(url(committed))

    near = [(one.name, one.unit, one.caseload) for one in page.context["near"]]
    far = [(one.name, one.unit, one.caseload) for one in page.context["far"]]
    assert (near, far) == ([("Birk", "north", 0)], [("Dorte", "south", 2)])
    assert "Esther" not in page.text and "Lis</span>" not in page.text


def test_the_page_shows_what_goes_along(browse: Browse, committed: Town, superuser: Superuser) -> None:
    superuser.execute(
        "INSERT INTO cases_responsibility (id, case_id, staff_id, part, since)"
        " VALUES (gen_random_uuid(), %s, %s, 'mentor', current_date - 9)",
        [committed.cases["own"], committed.staff["mads"].id],
    )

    page = browse("astrid").get(url(committed))

    along = page.context["along"]
    assert [talk.id for talk in along.talks] == [committed.talks["own"]]
    assert [one.staff.name for one in along.around] == ["Mads"]
    assert along.duties and along.duties[0].what in page.text
    assert reverse("book-talk", args=[committed.cases["own"]]) in page.text


def test_a_sudden_hand_over_leads_to_my_day_and_says_who_has_the_case(
    browse: Browse, committed: Town
) -> None:
    answer = browse("astrid").post(url(committed), posted(committed, "birk", notes="Ring."))

    assert (answer.status_code, answer["Location"]) == (302, reverse("my-day"))
    assert case_now(committed).coordinator_id == committed.staff["birk"].id
    assert hand_overs(committed)[0].notes == "Ring."


def test_a_later_day_is_an_agreement_that_both_see_and_carry_out(
    browse: Browse, committed: Town, superuser: Superuser
) -> None:
    astrid, birk = browse("astrid"), knowing_why(browse("birk"), committed)
    later = (today() + timedelta(days=9)).isoformat()

    first = astrid.post(url(committed), posted(committed, "birk", day=later, notes=SECRET), follow=True)
    assert first.redirect_chain[-1][0] == reverse("case", args=[committed.cases["own"]])
    assert "Birk får sagen" in first.text
    for page in (astrid.get(url(committed)), birk.get(url(committed))):
        assert SECRET in page.text and "Gennemfør overdragelsen" not in page.text
    superuser.execute("UPDATE cases_handover SET planned_on = current_date - 1")
    assert "Gennemfør overdragelsen" in birk.get(url(committed)).text
    birk.post(url(committed), step(committed, "carry-out"))

    assert case_now(committed).coordinator_id == committed.staff["birk"].id


def test_the_successor_reads_the_notes_and_says_so(browse: Browse, committed: Town) -> None:
    give(committed, "astrid", "birk", notes=SECRET)
    birk = browse("birk")
    case = birk.get(reverse("case", args=[committed.cases["own"]]))

    page = birk.get(url(committed))
    read = birk.post(url(committed), step(committed, "take-up"), follow=True)

    assert "Du har fået sagen" in case.text and url(committed) in case.text
    assert SECRET in page.text and "Jeg har læst det" in page.text
    assert "Det står nu i journalen" in read.text
    assert hand_overs(committed)[0].state == HandOverState.TAKEN_UP


def test_a_leader_sees_that_there_are_notes_but_not_what_they_say(browse: Browse, committed: Town) -> None:
    agree(committed, notes=SECRET)
    lis = knowing_why(browse("lis"), committed)

    page = lis.get(url(committed))
    changed = lis.post(
        url(committed),
        posted(committed, "dorte", version="1", day=(today() + timedelta(days=3)).isoformat(), notes="")
        | {"hand_over": str(hand_overs(committed)[0].id)},
    )

    assert SECRET not in page.text and "Der er skrevet noter." in page.text
    assert changed.status_code == 302
    [row] = hand_overs(committed)
    assert (row.notes, row.taker_id) == (SECRET, committed.staff["dorte"].id)


def test_the_journal_names_the_giver_and_the_taker(browse: Browse, committed: Town) -> None:
    give(committed, "lis", None, reason="Sygdom")
    give(committed, "lis", "birk", seen=None)

    page = browse("birk").get(reverse("case", args=[committed.cases["own"]]))

    assert "Sagen stod uden koordinator: Astrid → Ingen" in page.text
    assert "Sagen skiftede koordinator: Ingen → Birk" in page.text


def test_an_agreement_is_called_off_with_one_click(browse: Browse, committed: Town) -> None:
    agree(committed)

    page = browse("astrid").post(url(committed), step(committed, "call-off"), follow=True)

    assert "Sagen bliver, hvor den er" in page.text
    assert hand_overs(committed)[0].state == HandOverState.CALLED_OFF


@pytest.mark.parametrize("do", ["carry-out", "call-off"])
def test_a_button_of_an_agreement_that_became_another_leads_to_what_holds_now(
    do: str, browse: Browse, committed: Town, superuser: Superuser
) -> None:
    agree(committed)
    old = step(committed, do)
    superuser.execute(
        "UPDATE cases_handover SET taker_id = %s, planned_on = current_date - 1, version = 2",
        [committed.staff["dorte"].id],
    )

    page = browse("astrid").post(url(committed), old, follow=True)

    assert "Aftalen er ændret, siden du åbnede siden" in page.text and "Dorte får sagen" in page.text
    assert 'name="version" value="2"' in page.text
    assert hand_overs(committed)[0].state == HandOverState.AGREED
    assert case_now(committed).coordinator_id == committed.staff["astrid"].id


@pytest.mark.parametrize(
    ("to", "words"),
    [
        ("dorte", "Sagen er overdraget og ligger nu i en anden enhed"),
        ("birk", "Sagen er allerede overdraget"),
    ],
)
def test_a_second_click_after_the_first_is_done_leads_to_my_day_too(
    to: str, words: str, browse: Browse, committed: Town
) -> None:
    astrid, form = browse("astrid"), posted(committed, to)
    astrid.post(url(committed), form)

    answer = astrid.post(url(committed), form, follow=True)

    assert answer.redirect_chain == [(reverse("my-day"), 302)]
    assert words in answer.text
    assert [event.kind for event in told(committed)].count("case.handed-over") == 1


def test_a_second_click_on_carrying_out_leads_to_my_day_too(
    browse: Browse, committed: Town, superuser: Superuser
) -> None:
    agree(committed, to="dorte")
    superuser.execute("UPDATE cases_handover SET planned_on = current_date - 1")
    astrid, click = browse("astrid"), step(committed, "carry-out")
    astrid.post(url(committed), click)

    answer = astrid.post(url(committed), click, follow=True)

    assert answer.redirect_chain == [(reverse("my-day"), 302)]
    assert "Sagen er overdraget og ligger nu i en anden enhed" in answer.text


def test_another_form_about_a_case_that_moved_away_finds_nothing(browse: Browse, committed: Town) -> None:
    astrid, form = browse("astrid"), posted(committed, "dorte")
    astrid.post(url(committed), form)

    assert astrid.post(url(committed), posted(committed, "birk")).status_code == 404
    assert astrid.post(url(committed, "other-unit"), form).status_code == 404


def test_a_case_without_a_coordinator_is_given_one_on_the_same_page(browse: Browse, committed: Town) -> None:
    give(committed, "lis", None, reason="Sygdom i familien")
    birk = knowing_why(browse("birk"), committed)

    page = birk.get(url(committed))
    birk.post(url(committed), posted(committed, "birk", seen=None))

    assert "Giv sagen en koordinator" in page.text and "Sygdom i familien" in page.text
    assert {one.name for one in page.context["near"]} == {"Astrid", "Birk"}
    assert case_now(committed).coordinator_id == committed.staff["birk"].id


def test_a_coordinator_who_is_gone_counts_as_none(
    browse: Browse, committed: Town, superuser: Superuser
) -> None:
    superuser.execute("UPDATE people_account SET is_active = false WHERE username = 'astrid'")

    page = knowing_why(browse("birk"), committed).get(url(committed))

    assert "Astrid er ikke længere koordinator" in page.text
    assert "Giv sagen en koordinator" in page.text


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"taker": ""}, "Vælg, hvem der skal have sagen"),
        ({"taker": "somebody"}, "er ikke koordinator i kommunen i dag"),
        ({"day": "31-31-2026"}, "Fra hvilken dag?"),
        ({"taker": "nobody"}, "Skriv, hvorfor sagen må stå uden koordinator"),
        ({"notes": "x" * 20_001}, "Til den nye koordinator"),
    ],
)
def test_what_is_wrong_is_told_above_the_form_and_nothing_is_lost(
    browse: Browse, committed: Town, wrong: dict[str, str], words: str
) -> None:
    page = browse("astrid").post(url(committed), posted(committed, "birk", notes="Husk hunden") | wrong)

    assert page.status_code == 422
    summary = page.text.partition("alert-error")[2].partition("</div>")[0]
    assert words in summary
    assert ("Husk hunden" in page.text) or "notes" in wrong
    assert told(committed) == []


def test_who_comes_second_is_told_and_keeps_what_they_typed(browse: Browse, committed: Town) -> None:
    give(committed, "lis", "birk")

    page = knowing_why(browse("astrid"), committed).post(
        url(committed), posted(committed, "dorte", notes="Husk hunden")
    )

    assert page.status_code == 409
    assert "En sag har skiftet koordinator" in page.text and "Husk hunden" in page.text
    # The page now shows how it stands, and may be sent again.
    assert f'name="seen" value="{committed.staff["birk"].id}"' in page.text


def test_a_talk_that_stays_behind_is_told_of_and_goes_to_the_taker_when_it_is_moved(
    browse: Browse, committed: Town, superuser: Superuser
) -> None:
    superuser.execute(
        "UPDATE talks_talk SET leader_id = %s, starts_at = d.starts_at, ends_at = d.ends_at"
        " FROM talks_talk d WHERE d.id = %s AND talks_talk.id = %s",
        [committed.staff["birk"].id, committed.talks["own"], committed.talks["closed"]],
    )
    answer = browse("astrid").post(url(committed), posted(committed, "birk"), follow=True)
    birk = browse("birk")
    page = birk.get(url(committed))
    day = (today() + timedelta(days=9)).isoformat()
    form = {"day": day, "clock": "13:00", "minutes": "30", "form": "phone", "place": ""}

    birk.post(
        reverse("move-talk", args=[committed.cases["own"], committed.talks["own"]]),
        form | {"token": str(uuid4()), "version": "1"},
    )

    assert "er optaget på disse tidspunkter" in answer.text
    assert "Astrid står stadig for samtalen" in page.text
    assert "står stadig for" not in birk.get(url(committed)).text


def test_whoever_waited_while_the_case_moved_away_is_told_on_my_day(
    browse: Browse, committed: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As with a double click: the second waits at the lock while the first moves the case to Dorte's unit."""

    def after_the_first(**asked: Any) -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT cases_hand_over(%s, %s)", [committed.cases["own"], committed.staff["dorte"].id]
            )
        raise NotAllowed("moved away")

    monkeypatch.setattr("sammetag.handover.hand_over_page.hand_over", after_the_first)

    answer = browse("astrid").post(url(committed), posted(committed, "dorte"), follow=True)

    assert answer.redirect_chain[-1][0] == reverse("my-day")
    assert "Sagen er overdraget og ligger nu i en anden enhed" in answer.text


def test_the_page_of_a_case_that_moved_away_is_not_there(browse: Browse, committed: Town) -> None:
    astrid = browse("astrid")
    astrid.post(url(committed), posted(committed, "dorte"))

    assert astrid.get(url(committed)).status_code == 404
    assert browse("dorte").get(url(committed)).status_code == 200


def test_every_opening_is_written_down(browse: Browse, committed: Town, superuser: Superuser) -> None:
    knowing_why(browse("lis"), committed).get(url(committed))

    looks = superuser.execute("SELECT page, purpose, cases FROM journal_look").fetchall()
    assert looks == [("hand-over", "hand-over", [committed.cases["own"]])]


def test_a_full_case_costs_no_more_questions(browse: Browse, committed: Town) -> None:
    astrid = browse("astrid")
    with CaptureQueriesContext(connection) as few:
        astrid.get(url(committed))
    for _ in range(3):
        give(committed, "astrid", "birk")
        give(committed, "birk", "astrid", seen="birk")
    with CaptureQueriesContext(connection) as many:
        astrid.get(url(committed))

    assert len(many) <= len(few) <= 34
