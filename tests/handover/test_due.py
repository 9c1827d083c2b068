"""What was agreed for today, carried out with one click: by whom, what of it, and all of it or nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from sammetag.access.roles import Right
from sammetag.cases.models import Case, HandOver, HandOverState
from sammetag.cases.opening import REMEMBERED
from sammetag.config.database import KEEPER
from sammetag.config.roles import as_role
from sammetag.handover import actions
from sammetag.handover.terms import Terms, Wish
from sammetag.journal.models import Event
from tests.access.walls import Superuser
from tests.duties.many import cases_of
from tests.handover.deeds import as_person, today
from tests.town import Town

Browse = Callable[[str], Client]
BUTTON = "Gennemfør dem, der er aftalt til i dag"


def agreed(town: Town, superuser: Superuser, takers: dict[str, int], days: int = -1) -> list[UUID]:
    """So many cases of Astrid's agreed for each of these, for a day that so many days ago was ahead."""
    names = [name for name, count in takers.items() for _ in range(count)]
    with as_person(town, "astrid") as astrid:
        cases = cases_of(town, "astrid", len(names), talks=0, prefix=uuid4().hex[:6])
        wishes = [
            Wish(uuid4(), case.id, astrid.staff_id, town.staff[name].id)
            for case, name in zip(cases, names, strict=True)
        ]
        terms = Terms(on=today() + timedelta(days=7))
        actions.hand_over(by=astrid, wishes=wishes, terms=terms, right=Right.HAND_OVER)
    ids = [case.id for case in cases]
    superuser.execute(
        "UPDATE cases_handover SET planned_on = %s WHERE case_id = ANY (%s)",
        [today() + timedelta(days=days), ids],
    )
    return ids


def has(town: Town, cases: list[UUID]) -> list[str]:
    """Who coordinates each of these cases."""
    names = {one.id: name for name, one in town.staff.items()}
    with as_role(KEEPER):
        rows = dict(Case.objects.scoped("test").filter(pk__in=cases).values_list("id", "coordinator_id"))
    return [names[rows[case]] for case in cases if rows[case]]


def states(cases: list[UUID]) -> set[str]:
    with as_role(KEEPER):
        return set(HandOver.objects.scoped("test").filter(case_id__in=cases).values_list("state", flat=True))


def shared_out(town: Town) -> str:
    return reverse("distribute", args=[town.staff["astrid"].id])


def of_one(case: UUID) -> str:
    return reverse("hand-over", args=[case])


def knowing_why(client: Client, case: UUID) -> Client:
    """Somebody who has said today why they open a colleague's case."""
    session: Any = client.session
    session[REMEMBERED] = {str(case): ("hand-over", today().isoformat())}
    session.save()
    return client


def sent(page: Any, do: str) -> dict[str, str]:
    """The button as the page sends it."""
    more = {"hand_over": str(page.context["under_way"].id)} if "under_way" in page.context else {}
    return {"do": do, "due": page.context["due_sent"]} | more


@pytest.mark.parametrize("name", ["astrid", "lis"])
def test_the_giver_and_the_leader_carry_out_all_that_is_due_from_the_list(
    name: str, browse: Browse, committed: Town, superuser: Superuser
) -> None:
    due = agreed(committed, superuser, {"birk": 2, "dorte": 1})
    later = agreed(committed, superuser, {"birk": 1}, days=3)
    client = browse(name)
    page = client.get(shared_out(committed))

    after = client.post(shared_out(committed), sent(page, "carry-out"), follow=True)

    assert BUTTON in page.text and "3 sager er aftalt til i dag eller før" in page.text
    assert "3 sager har fået en ny koordinator" in after.text and BUTTON not in after.text
    assert has(committed, due) == ["birk", "birk", "dorte"]
    assert (has(committed, later), states(later)) == (["astrid"], {HandOverState.AGREED})


@pytest.mark.parametrize(
    ("name", "went"),
    [
        ("astrid", ["birk", "birk", "dorte"]),
        ("lis", ["birk", "birk", "dorte"]),
        # What comes to Dorte is no business of Birk's.
        ("birk", ["birk", "birk", "astrid"]),
    ],
)
def test_from_the_duty_of_one_case_all_that_is_ones_own_to_carry_out_is_one_click_away(
    *, name: str, went: list[str], browse: Browse, committed: Town, superuser: Superuser
) -> None:
    due = agreed(committed, superuser, {"birk": 2, "dorte": 1})
    client = knowing_why(browse(name), due[0])
    page = client.get(of_one(due[0]))

    after = client.post(of_one(due[0]), sent(page, "carry-out-all"), follow=True)

    assert BUTTON in page.text
    assert after.redirect_chain == [(reverse("my-day"), 302)]
    assert f"{3 - went.count('astrid')} sager har fået en ny koordinator" in after.text
    assert has(committed, due) == went


def test_with_nothing_more_due_there_is_but_the_one_button(
    browse: Browse, committed: Town, superuser: Superuser
) -> None:
    [due] = agreed(committed, superuser, {"birk": 1})
    agreed(committed, superuser, {"birk": 1}, days=3)
    astrid = browse("astrid")

    one, everything = astrid.get(of_one(due)).text, astrid.get(shared_out(committed)).text

    assert "Gennemfør overdragelsen" in one and BUTTON not in one
    assert "1 sag er aftalt til i dag eller før" in everything and BUTTON not in everything


def test_one_that_was_changed_meanwhile_keeps_all_where_they_are_and_the_list_shows_it(
    browse: Browse, committed: Town, superuser: Superuser
) -> None:
    due = agreed(committed, superuser, {"birk": 3})
    lis = browse("lis")
    click = sent(lis.get(shared_out(committed)), "carry-out")
    superuser.execute(
        "UPDATE cases_handover SET taker_id = %s, version = version + 1 WHERE case_id = %s",
        [committed.staff["dorte"].id, due[1]],
    )

    page = lis.post(shared_out(committed), click)

    assert page.status_code == 409
    assert "Aftalen er ændret, siden du åbnede siden" in page.text and "Dorte får sagen" in page.text
    assert (has(committed, due), states(due)) == (["astrid"] * 3, {HandOverState.AGREED})
    assert lis.post(shared_out(committed), sent(page, "carry-out")).status_code == 302
    assert has(committed, due) == ["birk", "dorte", "birk"]


def test_one_whose_taker_has_left_keeps_all_where_they_are_and_is_named(
    browse: Browse, committed: Town, superuser: Superuser
) -> None:
    due = agreed(committed, superuser, {"birk": 2, "dorte": 1})
    superuser.execute("UPDATE people_account SET is_active = false WHERE username = 'dorte'")
    astrid = browse("astrid")

    page = astrid.post(shared_out(committed), sent(astrid.get(shared_out(committed)), "carry-out"))

    assert page.status_code == 409 and "Dorte er ikke koordinator i dag" in page.text
    assert (has(committed, due), states(due)) == (["astrid"] * 3, {HandOverState.AGREED})


@pytest.mark.parametrize("do", ["carry-out", "carry-out-all"])
def test_a_second_click_does_no_harm_where_cases_moved_away(
    do: str, browse: Browse, committed: Town, superuser: Superuser
) -> None:
    due = agreed(committed, superuser, {"dorte": 2, "birk": 1})
    astrid = browse("astrid")
    there = shared_out(committed) if do == "carry-out" else of_one(due[0])
    click = sent(astrid.get(there), do)

    answers = [astrid.post(there, click, follow=True) for _ in range(2)]

    assert [one.status_code for one in answers] == [200, 200]
    assert "overdraget" in answers[1].text
    assert "Mindst én af sagerne er flyttet" not in answers[1].text
    with as_role(KEEPER):
        told = Event.objects.scoped("test").filter(case_id__in=due, kind="case.handed-over")
        assert told.count() == 3


def test_nothing_before_its_day_and_nothing_foreign_is_slipped_in(
    browse: Browse, committed: Town, superuser: Superuser
) -> None:
    [due, later] = agreed(committed, superuser, {"birk": 2})
    superuser.execute("UPDATE cases_handover SET planned_on = current_date + 5 WHERE case_id = %s", [later])
    with as_role(KEEPER):
        rows = {row.case_id: row for row in HandOver.objects.scoped("test").filter(case_id__in=[due, later])}
    lines = [f"{case}/{rows[case].id}/1" for case in (due, later)]
    foreign = f"{committed.cases['other-unit']}/{rows[due].id}/1"
    wrong_case = f"{committed.cases['own']}/{rows[due].id}/1"
    astrid = browse("astrid")

    answers = [
        astrid.post(shared_out(committed), {"do": "carry-out", "due": " ".join(text)}).status_code
        for text in (lines, [lines[0], foreign], [wrong_case], [], ["x/y/z"])
    ]

    assert answers == [409, 409, 409, 404, 404]
    assert has(committed, [due, later]) == ["astrid", "astrid"]


def test_sixty_that_are_due_cost_no_more_questions_than_six(
    browse: Browse, committed: Town, superuser: Superuser
) -> None:
    counts = []
    for count in (6, 60):
        cases, lis = agreed(committed, superuser, {"birk": count}), browse("lis")
        click = sent(lis.get(shared_out(committed)), "carry-out")
        with CaptureQueriesContext(connection) as seen:
            lis.post(shared_out(committed), click)
        assert has(committed, cases) == ["birk"] * count
        counts.append(len(seen))

    assert counts[0] == counts[1] < 50
