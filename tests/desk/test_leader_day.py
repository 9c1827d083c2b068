"""A leader's day: who is nobody's, what is handed over, where we owe most, and what each carries."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from sammetag.access.wall import behind_the_wall
from sammetag.cases.actions import load
from sammetag.cases.models import Case, HandOver, HandOverState, Manner, Programme
from sammetag.journal.models import Look
from tests.access.walls import Superuser
from tests.desk.reading import citizens, section
from tests.duties.many import cases_of, left_without_coordinator
from tests.town import SINCE, Town

Browse = Callable[[str], Client]
URL = "/my-day/"


def agree(town: Town, case: Case, days: int, state: HandOverState = HandOverState.AGREED) -> None:
    """A hand-over of Astrid's case to Birk, so many days from today."""
    astrid, now = town.staff["astrid"], timezone.now()
    done = state is not HandOverState.AGREED
    with behind_the_wall(town.account("astrid")):
        load(
            rows=[
                HandOver(
                    case=case,
                    giver=astrid,
                    taker=town.staff["birk"],
                    manner=Manner.PLANNED,
                    state=state,
                    planned_on=timezone.localdate() + timedelta(days=days),
                    agreed_by=astrid,
                    agreed_at=now,
                    closed_by=astrid if done else None,
                    closed_at=now if done else None,
                )
            ]
        )


def own(town: Town) -> Case:
    with behind_the_wall(town.account("astrid")):
        return Case.objects.scoped("test").get(pk=town.cases["own"])


def test_cases_without_a_coordinator_stand_first_timed_and_with_their_door(
    browse: Browse, committed: Town
) -> None:
    left_without_coordinator(committed, [own(committed)], "astrid")

    page = browse("lis").get(URL).text
    nobodys = section(page, "nobodys")

    assert "1 i enheden har ingen koordinator." in page
    assert "Åse Ærø own" in nobodys and "121 dage" in nobodys
    assert reverse("hand-over", args=[committed.cases["own"]]) in nobodys
    assert page.index('id="nobodys-heading"') < page.index('id="under-way-heading"')
    assert "Åse Ærø own" not in section(page, "owed")


def test_hand_overs_under_way_stand_in_their_order(browse: Browse, committed: Town) -> None:
    with behind_the_wall(committed.account("astrid")):
        [other] = cases_of(committed, "astrid", 1)
    agree(committed, own(committed), 9)
    agree(committed, other, -2)

    found = section(browse("lis").get(URL).text, "under-way")

    assert found.index("Sagen skulle være overdraget til Birk") < found.index("Sagen overdrages til Birk")


def test_the_giver_and_the_taker_see_it_too_and_the_taker_nothing_else_of_the_case(
    browse: Browse, committed: Town
) -> None:
    agree(committed, own(committed), 5)

    giver, taker = (browse(name).get(URL).text for name in ("astrid", "birk"))

    assert "Sagen overdrages til Birk" in section(giver, "coming")
    assert "Sagen overdrages til Birk" in section(taker, "coming")
    assert "Læg en plan" in giver and "Læg en plan" not in taker


def test_where_we_owe_most_stands_first_and_the_coordinator_is_named(browse: Browse, committed: Town) -> None:
    with behind_the_wall(committed.account("astrid")):
        one, _two = cases_of(committed, "astrid", 2, talks=0, interventions=0)
        long_ago = timezone.localdate() - timedelta(days=250)
        for case in (one, own(committed)):
            Programme.objects.scoped("test").filter(case=case).update(granted_on=long_ago, starts_on=long_ago)

    owed = section(browse("lis").get(URL).text, "owed")

    assert "Åse Ærø own" in owed and "· Astrid" in owed and "4 samtaler mangler" in owed
    assert "Se sagen" in owed and "Book samtale" not in owed


def test_only_who_works_in_the_unit_has_cases_that_its_leader_shares_out(
    browse: Browse, committed: Town, superuser: Superuser
) -> None:
    superuser.execute(
        "UPDATE access_roleheld SET unit_id = %s WHERE staff_id = %s",
        [committed.units["south"].id, committed.staff["astrid"].id],
    )
    there = reverse("distribute", args=[committed.staff["astrid"].id])
    lis = browse("lis")

    page = lis.get(URL).text

    assert reverse("colleague-day", args=[committed.staff["astrid"].id]) in page
    assert (there in page, lis.get(there).status_code) == (False, 404)


def test_by_coordinator_and_by_what_leave_their_citizens(browse: Browse, committed: Town) -> None:
    with behind_the_wall(committed.account("birk")):
        cases_of(committed, "birk", 1, interventions=0)
    lis = browse("lis")

    birk = lis.get(URL, {"whose": str(committed.staff["birk"].id)}).text
    astrid = lis.get(URL, {"whose": str(committed.staff["astrid"].id)}).text

    assert "Bo Nielsen 0" in section(birk, "idle")
    assert "Bo Nielsen 0" not in section(astrid, "idle")
    assert "Bo Nielsen 0" not in section(lis.get(URL, {"what": "plan"}).text, "idle")
    assert "selected" in birk


def test_coordinators_stand_by_name_and_not_by_how_much_we_owe(browse: Browse, committed: Town) -> None:
    with behind_the_wall(committed.account("birk")):
        cases_of(committed, "birk", 9, talks=0, interventions=0)

    page = browse("lis").get(URL).text

    assert citizens(page) == ["Astrid", "Birk"]
    assert "i alfabetisk orden" in page


def test_a_quiet_unit_is_told_so(browse: Browse, committed: Town) -> None:
    page = browse("lis").get(URL).text

    assert "Alle borgere har en koordinator." in section(page, "nobodys")
    assert "Ingen sager skifter koordinator lige nu." in section(page, "under-way")


def test_the_look_names_the_citizens_on_the_page_and_that_she_leads(browse: Browse, committed: Town) -> None:
    left_without_coordinator(committed, [own(committed)], "astrid")

    browse("lis").get(URL)

    with behind_the_wall(committed.account("lis")):
        [look] = Look.objects.scoped("test").filter(page="my-day")
    assert (look.purpose, look.cases) == ("leads-unit", [committed.cases["own"]])


def test_the_queries_are_as_many_for_six_hundred_cases_as_for_ten(browse: Browse, committed: Town) -> None:
    lis, counts = browse("lis"), []
    for more in (9, 590):
        with behind_the_wall(committed.account("astrid")):
            cases = cases_of(committed, "astrid", more, prefix=f"{more}-")
        left_without_coordinator(committed, cases[:2], "astrid")
        with CaptureQueriesContext(connection) as asked:
            assert lis.get(URL).status_code == 200
        counts.append(len(asked))

    assert counts[0] == counts[1] <= 24


def test_how_many_are_nobodys_is_told_whatever_is_chosen(browse: Browse, committed: Town) -> None:
    left_without_coordinator(committed, [own(committed)], "astrid")

    page = browse("lis").get(URL, {"what": "talks"}).text

    assert "1 i enheden har ingen koordinator." in page
    assert "Åse Ærø own" not in section(page, "nobodys")


def test_whoever_leads_and_coordinates_meets_the_unit_first_and_finds_the_way_to_their_own(
    browse: Browse, committed: Town, superuser: Superuser
) -> None:
    superuser.execute(
        "INSERT INTO access_grant (id, case_id, staff_id, role, since)"
        " VALUES (%s, %s, %s, 'coordinator', %s)",
        [uuid4(), committed.cases["other-unit"], committed.staff["lis"].id, SINCE],
    )
    lis = browse("lis")

    unit, mine = lis.get(URL).text, lis.get(reverse("own-day")).text

    assert "Koordinatorer" in unit and reverse("own-day") in unit
    assert "Ærø other-unit" in mine and "Ærø own" not in mine


def test_a_leader_without_cases_of_their_own_has_the_one_day(browse: Browse) -> None:
    lis = browse("lis")

    assert reverse("own-day") not in lis.get(URL).text
    assert "Koordinatorer" in lis.get(reverse("own-day")).text
