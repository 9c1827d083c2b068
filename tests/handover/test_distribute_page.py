"""All cases of a colleague who leaves: who may, what they see, and that all of it happens or nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from sammetag.access.wall import behind_the_wall
from sammetag.cases.actions import load
from sammetag.cases.models import Case, HandOverState
from sammetag.config.database import KEEPER
from sammetag.config.roles import as_role
from sammetag.journal.models import Event
from sammetag.talks.models import Form, Talk
from tests.access.walls import Superuser
from tests.duties.many import cases_of
from tests.handover.deeds import agree, case_now, hand_overs, today, told
from tests.town import Town

Browse = Callable[[str], Client]


def url(town: Town, name: str = "astrid") -> str:
    return reverse("distribute", args=[town.staff[name].id])


def posted(
    town: Town, do: str = "hand-over", to: dict[UUID, str] | None = None, **other: Any
) -> dict[str, Any]:
    """The list as a browser sends it, with a successor for some cases."""
    chosen = {f"to-{case_id}": str(town.staff[name].id) for case_id, name in (to or {}).items()}
    fixed = {"token": str(uuid4()), "do": do, "day": today().isoformat(), "notes": "", "everybody": ""}
    return fixed | chosen | other


def many(town: Town, count: int, name: str = "astrid") -> list[UUID]:
    """So many more cases that somebody coordinates, each with talks held and one agreed."""
    with behind_the_wall(town.account(name)):
        cases = cases_of(town, name, count, prefix=f"{count}9")
        start = timezone.now() + timedelta(days=count)
        load(rows=[agreed_talk(case, start + n * timedelta(minutes=5)) for n, case in enumerate(cases)])
    return [case.id for case in cases]


def agreed_talk(case: Case, start: datetime) -> Talk:
    """Five minutes with whoever coordinates the case."""
    end = start + timedelta(minutes=5)
    return Talk(case=case, leader=case.coordinator, starts_at=start, ends_at=end, form=Form.PHONE)


@pytest.mark.parametrize(
    ("person", "colleague", "status"),
    [
        ("astrid", "astrid", 200),
        ("lis", "astrid", 200),
        ("lis", "birk", 200),
        ("birk", "astrid", 404),
        ("lis", "dorte", 404),
        ("lis", "esther", 404),
        ("lis", "mads", 404),
        ("mads", "mads", 404),
        ("dorte", "astrid", 404),
        ("esther", "astrid", 404),
        ("nora", "astrid", 403),
    ],
)
def test_a_colleagues_cases_are_for_themself_and_for_the_leader_of_the_unit(
    *, person: str, colleague: str, status: int, browse: Browse, committed: Town
) -> None:
    client = browse(person)

    assert client.get(url(committed, colleague)).status_code == status
    assert client.post(url(committed, colleague), posted(committed, "count")).status_code == status


def test_the_list_holds_the_open_cases_with_what_a_choice_needs(browse: Browse, committed: Town) -> None:
    many(committed, 3)

    page = browse("lis").get(url(committed))

    rows = {row.case.id: row for row in page.context["rows"]}
    own = rows[committed.cases["own"]]
    assert len(rows) == 4 and committed.cases["closed"] not in rows
    assert (own.next_talk, own.contact_days) == (today() + timedelta(days=7), None)
    assert {row.contact_days for row in rows.values()} - {None}
    assert own.open_duties > 0


def test_one_successor_for_all_and_an_even_spread_are_proposed_and_change_nothing(
    browse: Browse, committed: Town
) -> None:
    many(committed, 5)
    lis, birk, dorte = browse("lis"), committed.staff["birk"], committed.staff["dorte"]

    for_all = lis.post(url(committed), posted(committed, "everybody", everybody=str(dorte.id)))
    even = lis.post(url(committed), posted(committed, "spread"))

    assert {row.chosen for row in for_all.context["rows"]} == {str(dorte.id)}
    loads = {load.successor.name: (load.successor.caseload, load.then) for load in for_all.context["loads"]}
    assert loads == {"Birk": (0, 0), "Dorte": (2, 8)}
    # Dorte carries more, and works elsewhere: an even spread stays in the unit.
    assert {row.chosen for row in even.context["rows"]} == {str(birk.id)}
    assert hand_overs(committed) == []


def test_the_count_follows_each_choice_and_shows_no_citizen(
    browse: Browse, committed: Town, superuser: Superuser
) -> None:
    chosen = {committed.cases["own"]: "birk"}

    page = browse("lis").post(
        url(committed), posted(committed, "count", chosen, day=""), headers={"HX-Request": "true"}
    )

    assert "0 → 1" in page.text and "1 af 1" in page.text
    assert "<html" not in page.text and "Ærø" not in page.text
    assert superuser.execute("SELECT count(*) FROM journal_look").fetchone() == (0,)


def test_all_that_was_chosen_changes_hands_with_the_shared_note(browse: Browse, committed: Town) -> None:
    first, second, left = many(committed, 3)
    chosen = {first: "birk", second: "dorte", committed.cases["own"]: "birk"}

    page = browse("lis").post(
        url(committed), posted(committed, to=chosen, notes="Astrid er på barsel."), follow=True
    )

    assert "3 sager har fået en ny koordinator" in page.text
    assert [row.case.id for row in page.context["rows"]] == [left]
    [row] = hand_overs(committed)
    assert (row.notes, row.state) == ("Astrid er på barsel.", HandOverState.CARRIED_OUT)
    assert case_now(committed).coordinator_id == committed.staff["birk"].id


def test_on_a_later_day_each_is_agreed_and_shown_so(browse: Browse, committed: Town) -> None:
    chosen = {committed.cases["own"]: "birk"}
    day = (today() + timedelta(days=20)).isoformat()

    page = browse("astrid").post(url(committed), posted(committed, to=chosen, day=day), follow=True)

    assert "1 sag skifter koordinator" in page.text
    assert page.context["rows"][0].agreed.taker_id == committed.staff["birk"].id
    assert case_now(committed).coordinator_id == committed.staff["astrid"].id


def test_one_case_that_cannot_go_keeps_all_where_they_are(browse: Browse, committed: Town) -> None:
    first, second = many(committed, 2)
    agree(committed)
    chosen = {first: "birk", second: "birk", committed.cases["own"]: "dorte"}

    page = browse("lis").post(url(committed), posted(committed, to=chosen, notes="Husk det her"))

    assert page.status_code == 409
    assert "Det er allerede aftalt, at Birk får sagen" in page.text and "Husk det her" in page.text
    assert {row.chosen for row in page.context["rows"]} - {""} and len(page.context["rows"]) == 3


@pytest.mark.parametrize("case", ["other-unit", "restricted", "other-municipality"])
def test_a_foreign_case_slipped_into_the_list_moves_nothing(
    case: str, browse: Browse, committed: Town
) -> None:
    chosen = {committed.cases["own"]: "birk", committed.cases[case]: "birk"}

    page = browse("lis").post(url(committed), posted(committed, to=chosen))

    assert page.status_code == 409
    assert case_now(committed).coordinator_id == committed.staff["astrid"].id
    assert "case.handed-over" not in {event.kind for event in told(committed, case)}


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({}, "Vælg en ny koordinator til mindst én sag"),
        ({"day": "i morgen"}, "Fra hvilken dag?"),
    ],
)
def test_what_is_missing_is_said(browse: Browse, committed: Town, wrong: dict[str, str], words: str) -> None:
    to = {committed.cases["own"]: "birk"} if wrong else None

    page = browse("lis").post(url(committed), posted(committed, to=to, notes="Husk det her") | wrong)

    assert page.status_code == 422
    assert words in page.text and "Husk det her" in page.text


def test_the_list_sent_twice_is_done_once(browse: Browse, committed: Town) -> None:
    lis, form = browse("lis"), posted(committed, to={committed.cases["own"]: "birk"})

    answers = [lis.post(url(committed), form).status_code for _ in range(2)]

    assert answers == [302, 302]
    assert [event.kind for event in told(committed)].count("case.handed-over") == 1


def test_the_list_sent_again_with_more_chosen_does_the_rest(browse: Browse, committed: Town) -> None:
    [second] = many(committed, 1)
    lis, form = browse("lis"), posted(committed, to={committed.cases["own"]: "birk"})
    lis.post(url(committed), form)

    lis.post(url(committed), form | {f"to-{second}": str(committed.staff["birk"].id)})

    kinds = [event.kind for event in events_of(second)]
    assert kinds.count("case.handed-over") == 1
    assert [event.kind for event in told(committed)].count("case.handed-over") == 1


def test_a_last_day_that_is_near_is_told(browse: Browse, committed: Town, superuser: Superuser) -> None:
    for name, days in (("astrid", 30), ("birk", 59), ("dorte", 61)):
        superuser.execute(
            "UPDATE access_roleheld SET until = %s WHERE staff_id = %s",
            [today() + timedelta(days=days), committed.staff[name].id],
        )

    page = browse("lis").get(url(committed))

    assert page.context["stops_on"] == today() + timedelta(days=30)
    stops = {load.successor.name: load.successor.stops_on for load in page.context["loads"]}
    assert stops == {"Birk": today() + timedelta(days=59), "Dorte": None}


def test_the_cases_of_somebody_who_has_left_can_still_be_distributed(
    browse: Browse, committed: Town, superuser: Superuser
) -> None:
    superuser.execute(
        "UPDATE access_roleheld SET until = current_date - 5 WHERE staff_id = %s",
        [committed.staff["astrid"].id],
    )

    page = browse("lis").get(url(committed))

    assert "Astrid er ikke længere koordinator" in page.text
    assert [row.case.id for row in page.context["rows"]] == [committed.cases["own"]]


def test_the_look_names_every_case_shown(browse: Browse, committed: Town, superuser: Superuser) -> None:
    shown = {*many(committed, 2), committed.cases["own"]}

    browse("lis").get(url(committed))

    [(purpose, cases)] = superuser.execute("SELECT purpose, cases FROM journal_look").fetchall()
    assert (purpose, set(cases)) == ("hand-over", shown)


def test_sixty_cases_cost_no_more_questions_than_six(browse: Browse, committed: Town) -> None:
    counts = []
    for count in (6, 60):
        cases, lis = many(committed, count), browse("lis")
        with CaptureQueriesContext(connection) as seen:
            lis.get(url(committed))
        with CaptureQueriesContext(connection) as done:
            lis.post(url(committed), posted(committed, to=dict.fromkeys(cases, "birk")))
        moved = Counter(event.kind for case in cases for event in events_of(case))
        assert moved == {"case.handed-over": count, "talk.passed-on": count}
        counts.append((len(seen), len(done)))

    assert counts[0] == counts[1]
    assert max(counts[1]) < 50


def events_of(case_id: UUID) -> list[Event]:
    """What the journal tells of a case."""
    with as_role(KEEPER):
        return list(Event.objects.scoped("test").filter(case_id=case_id))
