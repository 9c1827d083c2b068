"""A colleague's day: for whoever passes her cases or leads the unit; why is asked once, not for each case."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from sammetag.access.wall import behind_the_wall
from sammetag.cases.models import Case
from sammetag.journal.models import Look
from tests.access.walls import Superuser
from tests.desk.reading import citizens, section
from tests.duties.many import cases_of
from tests.town import SINCE, Town

Browse = Callable[[str], Client]
WHY = "Hvorfor åbner du sagen?"


def address(town: Town, name: str = "astrid") -> str:
    return reverse("colleague-day", args=[town.staff[name].id])


def looks(town: Town, name: str, page: str) -> list[Look]:
    with behind_the_wall(town.account(name)):
        return list(Look.objects.scoped("test").filter(page=page).order_by("at"))


def test_why_is_asked_before_any_citizen_is_named(browse: Browse, committed: Town) -> None:
    page = browse("birk").get(address(committed))

    assert page.status_code == 200
    assert "Hvorfor åbner du kollegaens dag?" in page.text
    assert "Ærø" not in page.text
    assert looks(committed, "birk", "colleague-day") == []


def test_after_the_answer_the_colleagues_day_is_shown_and_the_look_written(
    browse: Browse, committed: Town
) -> None:
    birk = browse("birk")

    page = birk.post(address(committed), {"purpose": "stand-in"}, follow=True).text

    assert "Åse Ærø own" in section(page, "coming")
    assert citizens(page) == ["Åse Ærø own"]
    [look] = looks(committed, "birk", "colleague-day")
    assert (look.purpose, look.cases) == ("stand-in", [committed.cases["own"]])


def test_her_cases_then_open_without_a_question_for_each(browse: Browse, committed: Town) -> None:
    birk = browse("birk")
    case = reverse("case", args=[committed.cases["own"]])
    assert WHY in birk.get(case).text

    birk.post(address(committed), {"purpose": "stand-in"}, follow=True)

    assert WHY not in birk.get(case).text
    [look] = looks(committed, "birk", "case")
    assert look.purpose == "stand-in"


def test_a_closed_case_of_hers_is_not_opened_along(browse: Browse, committed: Town) -> None:
    birk = browse("birk")
    birk.post(address(committed), {"purpose": "stand-in"}, follow=True)

    assert WHY in birk.get(reverse("case", args=[committed.cases["closed"]])).text


def test_the_answer_holds_for_the_day_and_not_for_the_next(browse: Browse, committed: Town) -> None:
    birk = browse("birk")
    birk.post(address(committed), {"purpose": "stand-in"})
    assert "Hvorfor åbner du" not in birk.get(address(committed)).text

    session, yesterday = birk.session, (timezone.localdate() - timedelta(days=1)).isoformat()
    session["standing-in"] = {who: (why, yesterday) for who, (why, _) in session["standing-in"].items()}
    session.save()

    assert "Hvorfor åbner du kollegaens dag?" in birk.get(address(committed)).text


def test_a_coordinator_stands_in_and_a_leader_may_also_look_into_quality(
    browse: Browse, committed: Town
) -> None:
    birk, lis = browse("birk"), browse("lis")

    refused = birk.post(address(committed), {"purpose": "quality"})
    page = lis.post(address(committed), {"purpose": "quality"}, follow=True).text

    assert refused.status_code == 422
    assert "Vælg, hvorfor du åbner kollegaens dag." in refused.text
    assert "Jeg gennemgår kvaliteten" in page
    [look] = looks(committed, "lis", "colleague-day")
    assert look.purpose == "quality"


def north_and_south(town: Town, superuser: Superuser) -> None:
    """Lis, leader in the north, coordinates in the south too; Astrid has a second citizen there."""
    superuser.execute(
        "INSERT INTO access_roleheld (id, staff_id, unit_id, role, since)"
        " VALUES (gen_random_uuid(), %s, %s, 'coordinator', %s)",
        [town.staff["lis"].id, town.units["south"].id, SINCE],
    )
    superuser.execute(
        "UPDATE cases_case SET coordinator_id = %s WHERE id = %s",
        [town.staff["astrid"].id, town.cases["other-unit"]],
    )


def test_a_leader_asks_for_quality_only_in_the_unit_they_lead(
    browse: Browse, committed: Town, superuser: Superuser
) -> None:
    north_and_south(committed, superuser)
    lis = browse("lis")

    refused = lis.post(address(committed, "dorte"), {"purpose": "quality"})
    page = lis.post(address(committed), {"purpose": "quality"}, follow=True).text

    assert refused.status_code == 422 and "Jeg gennemgår kvaliteten" not in refused.text
    assert citizens(page) == ["Åse Ærø own"]
    assert WHY in lis.get(reverse("case", args=[committed.cases["other-unit"]])).text


def test_whoever_stands_in_sees_the_citizens_of_both_units(
    browse: Browse, committed: Town, superuser: Superuser
) -> None:
    north_and_south(committed, superuser)

    page = browse("lis").post(address(committed), {"purpose": "stand-in"}, follow=True).text

    assert sorted(citizens(page)) == ["Åse Ærø other-unit", "Åse Ærø own"]


def test_why_a_day_was_opened_holds_no_longer_than_the_right_to_it(
    browse: Browse, committed: Town, superuser: Superuser
) -> None:
    lis = browse("lis")
    lis.post(address(committed), {"purpose": "quality"})
    superuser.execute(
        "UPDATE access_roleheld SET role = 'coordinator' WHERE staff_id = %s", [committed.staff["lis"].id]
    )

    assert "Hvorfor åbner du kollegaens dag?" in lis.get(address(committed)).text


def test_the_way_to_share_cases_out_stands_only_where_it_leads_somewhere(
    browse: Browse, committed: Town, superuser: Superuser
) -> None:
    north_and_south(committed, superuser)
    with behind_the_wall(committed.account("dorte")):
        cases_of(committed, "dorte", 1)
    lis = browse("lis")

    for name, leads in (("astrid", True), ("dorte", False)):
        there = reverse("distribute", args=[committed.staff[name].id])
        day = lis.post(address(committed, name), {"purpose": "stand-in"}, follow=True).text
        pages = [day, lis.get("/colleagues/").text]
        assert [there in page for page in pages] == [leads, leads], name
        assert lis.get(there).status_code == (200 if leads else 404), name


def test_only_a_leader_is_led_to_share_the_cases_out(browse: Browse, committed: Town) -> None:
    distribute = reverse("distribute", args=[committed.staff["astrid"].id])

    pages = {
        name: browse(name).post(address(committed), {"purpose": "stand-in"}, follow=True).text
        for name in ("birk", "lis")
    }

    assert distribute in pages["lis"] and distribute not in pages["birk"]


def test_the_cases_one_stands_in_for_are_on_ones_own_day_too_with_that_purpose(
    browse: Browse, committed: Town
) -> None:
    birk = browse("birk")
    assert citizens(birk.get("/my-day/").text) == []
    birk.post(address(committed), {"purpose": "stand-in"})

    page = birk.get("/my-day/", {"whose": "standing-in"}).text

    assert citizens(page) == ["Åse Ærø own"]
    assert "Dem, jeg passer" in page
    assert [look.purpose for look in looks(committed, "birk", "my-day")][-2:] == ["own-case", "stand-in"]


def test_ones_own_day_is_my_day(browse: Browse, committed: Town) -> None:
    answer = browse("astrid").get(address(committed))

    assert (answer.status_code, answer.headers["Location"]) == (302, "/my-day/")


@pytest.mark.parametrize("name", ["dorte", "esther", "mads"])
def test_whoever_is_no_colleague_finds_no_such_page(name: str, browse: Browse, committed: Town) -> None:
    client = browse(name)

    assert client.get(address(committed)).status_code == 404
    assert client.post(address(committed), {"purpose": "stand-in"}).status_code == 404


def test_a_leader_is_no_colleague_whose_day_one_could_open(browse: Browse, committed: Town) -> None:
    assert browse("birk").get(address(committed, "lis")).status_code == 404


def test_a_colleague_without_citizens_has_a_day_that_says_so(browse: Browse, committed: Town) -> None:
    page = browse("astrid").post(address(committed, "birk"), {"purpose": "stand-in"}, follow=True).text

    assert "Kollegaen har ingen borgere, som du kan se" in page


def test_whoever_has_left_is_said_to_have_and_their_cases_are_nobodys(
    browse: Browse, committed: Town, superuser: object
) -> None:
    astrid = committed.staff["astrid"].id
    superuser.execute(  # type: ignore[attr-defined]
        "UPDATE access_roleheld SET until = current_date - 3 WHERE staff_id = %s", [astrid]
    )
    birk = browse("birk")

    mine = birk.get("/my-day/").text
    page = birk.post(address(committed), {"purpose": "stand-in"}, follow=True).text

    assert "Astrid står på sagen, men arbejder her ikke længere." in section(mine, "owed")
    assert "Kollegaen arbejder her ikke længere." in page


def test_a_colleagues_talks_of_today_stand_beside(browse: Browse, committed: Town) -> None:
    with behind_the_wall(committed.account("astrid")):
        cases_of(committed, "astrid", 1)
        case = Case.objects.scoped("test").get(pk=committed.cases["own"])
        start = timezone.localtime().replace(hour=23, minute=10, second=0, microsecond=0)
        case.talks.all().scoped("test").update(starts_at=start, ends_at=start + timedelta(minutes=20))

    page = browse("birk").post(address(committed), {"purpose": "stand-in"}, follow=True).text

    today = page.partition('id="today-heading"')[2].partition("</section>")[0]
    assert "23.10" in today and "Åse Ærø own" in today


@pytest.mark.parametrize(("name", "chosen"), [("birk", ["stand-in"]), ("lis", [])])
def test_the_only_answer_is_chosen_already(
    browse: Browse, committed: Town, name: str, chosen: list[str]
) -> None:
    asked = browse(name).get(address(committed)).text

    assert re.findall(r'name="purpose" value="([a-z-]+)"[^>]* checked', asked) == chosen
