"""A caseworker asks about the target group: each condition is told, and nothing of what is typed is kept."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from sammetag.access.wall import behind_the_wall
from sammetag.cases.models import Case, Programme
from sammetag.law import RESSOURCEFORLOEB
from sammetag.law.target_group import TARGET_GROUP
from tests.town import Town

Browse = Callable[[str], Client]
ALL_HOLD = {
    "complex_problems": "yes",
    "unsolved": "yes",
    "combined_effort": "yes",
    "long_support": "yes",
    "pointless": "no",
    "can_develop": "yes",
    "ruled_out": "no",
    "had_earlier": "no",
    "own_wish": "yes",
    "disability_pension": "no",
}


def typed(on: str, **more: str) -> dict[str, str]:
    """The form filled in so that every condition of every year holds, but for what is given."""
    return {"on": on, "scheme": RESSOURCEFORLOEB, "born_on": "1985-03-10"} | ALL_HOLD | more


def ask(browse: Browse, on: str, **more: str) -> Any:
    return browse("astrid").post(reverse("assess"), typed(on, **more))


def words(page: Any) -> str:
    """What the page says, without its tags."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.text)).split())


def verdict(page: Any) -> str:
    (found,) = re.findall(r"st-verdict--(\w[\w-]*)", page.text)
    return str(found)


def states(page: Any) -> list[str]:
    return re.findall(r"st-state--(\w+)", page.text)


@pytest.mark.parametrize(
    ("on", "conditions"),
    [("2013-06-01", 7), ("2018-05-31", 8), ("2018-06-01", 9), ("2020-03-01", 9), ("2022-01-01", 10)],
)
def test_each_year_is_judged_by_its_own_conditions(
    browse: Browse, committed: Town, on: str, conditions: int
) -> None:
    page = ask(browse, on)

    assert (page.status_code, verdict(page)) == (200, "in")
    assert states(page) == ["holds"] * conditions


def test_since_february_2026_there_is_no_target_group_and_the_page_says_so(
    browse: Browse, committed: Town
) -> None:
    page = ask(browse, "2026-02-01")

    assert (page.status_code, verdict(page), states(page)) == (200, "no-rule", [])
    assert "Der kan ikke bevilges nye ressourceforløb fra og med 1. februar 2026" in words(page)


def test_the_last_day_of_the_scheme_is_still_judged(browse: Browse, committed: Town) -> None:
    assert verdict(ask(browse, "2026-01-31")) == "in"


def test_one_condition_that_fails_is_enough_for_a_no(browse: Browse, committed: Town) -> None:
    page = ask(browse, "2020-03-01", can_develop="no")

    assert verdict(page) == "not_in"
    assert states(page).count("fails") == 1
    assert "Arbejdsevnen har ikke noget udviklingsperspektiv." in words(page)


def test_nothing_answered_is_not_known_and_never_a_no(browse: Browse, committed: Town) -> None:
    page = browse("astrid").post(reverse("assess"), {"on": "2020-03-01", "scheme": RESSOURCEFORLOEB})

    assert verdict(page) == "not_judged"
    assert set(states(page)) == {"unknown"}
    assert "Det afklarer det: Oplys borgerens fødselsdag." in words(page)


def test_each_condition_leads_to_the_rule_on_that_day(browse: Browse, committed: Town) -> None:
    page = ask(browse, "2018-05-31")
    door = f"{reverse('law-of', args=[TARGET_GROUP.name])}?on=2018-05-31"

    links = re.findall(rf'href="{re.escape(door)}" lang="da">([^<]+)<', page.text)

    assert len(links) == 8
    assert all(link.startswith("LAB § 68") for link in links)


@pytest.mark.parametrize(("on", "told"), [("2014-04-08", False), ("2014-04-09", True), ("2020-03-01", True)])
def test_the_circular_is_told_as_an_interpretation_since_it_was_sent(
    browse: Browse, committed: Town, on: str, told: bool
) -> None:
    page = ask(browse, on)

    assert ("En fortolkning, som ikke ændrer reglen" in words(page)) is told
    assert ("orienteringsskrivelse" in words(page)) is told


@pytest.mark.parametrize(
    ("on", "apart"), [("2018-05-31", ["can_develop", "ruled_out"]), ("2018-06-01", ["pointless"])]
)
def test_what_has_no_meaning_on_the_day_is_set_apart(
    browse: Browse, committed: Town, on: str, apart: list[str]
) -> None:
    page = ask(browse, on)
    (aside,) = re.findall(r"uden betydning den dag</summary>.*?</details>", page.text, re.DOTALL)

    assert sorted(set(re.findall(r'name="(\w+)"', aside))) == apart
    assert "Svarene her ændrer intet." in aside


def test_an_earlier_programme_counts_with_its_days(browse: Browse, committed: Town) -> None:
    earlier = {"had_earlier": "yes", "from_1": "2020-01-01", "until_1": "2024-12-31", "own_wish": "no"}

    page = ask(browse, "2025-06-01", born_on="1980-03-10", **earlier)

    assert verdict(page) == "not_in"
    assert "60 måneder og 0 dage" in words(page)


def test_a_programme_that_is_written_in_was_there(browse: Browse, committed: Town) -> None:
    earlier = {"had_earlier": "unknown", "from_1": "2020-01-01", "until_1": "2024-12-31", "own_wish": "no"}

    assert verdict(ask(browse, "2025-06-01", born_on="1980-03-10", **earlier)) == "not_in"


@pytest.mark.parametrize(
    "wrong",
    [
        ("on", {"on": ""}, "Vælg den dag, du spørger om."),
        ("on", {"on": "i går"}, "»i går« er ikke en dag i kalenderen."),
        ("on", {"on": "31.06.2020"}, "»31.06.2020« er ikke en dag i kalenderen."),
        ("born_on", {"born_on": "2024-01-01"}, "Borgeren var ikke født den dag, du spørger om."),
        ("born_on", {"born_on": "1885-03-10"}, "Er årstallet rigtigt?"),
        ("had_earlier", {"had_earlier": "yes"}, "Skriv, hvornår forløbet var"),
        ("had_earlier", {"from_1": "2015-01-01", "until_1": "2016-01-01"}, "Du har svaret nej"),
        ("until_1", {"had_earlier": "yes", "from_1": "2015-01-01"}, "Skriv også, hvornår forløbet sluttede"),
        ("from_1", {"had_earlier": "yes", "until_1": "2015-01-01"}, "Skriv også, hvornår forløbet begyndte"),
        (
            "until_1",
            {"had_earlier": "yes", "from_1": "2015-01-01", "until_1": "2014-01-01"},
            "Forløbet slutter, før det begynder.",
        ),
        (
            "from_1",
            {"had_earlier": "yes", "born_on": "2001-02-02", "from_1": "2001-02-01", "until_1": "2014-01-01"},
            "Forløbet begyndte, før borgeren blev født.",
        ),
        (
            "from_2",
            {
                "had_earlier": "yes",
                "from_1": "2014-01-01",
                "until_1": "2015-01-01",
                "from_2": "2015-01-01",
                "until_2": "2016-01-01",
            },
            "Forløbet ligger oven i et af de andre.",
        ),
    ],
)
def test_what_cannot_be_is_told_by_the_field_and_everything_stays(
    browse: Browse, committed: Town, wrong: tuple[str, dict[str, str], str]
) -> None:
    field, more, sentence = wrong

    page = ask(browse, **{"on": "2020-03-01"} | more)

    assert page.status_code == 422
    assert f'href="#id_{field}' in page.text
    assert sentence in words(page)
    assert re.search(r'name="combined_effort" value="yes"[^>]* checked', page.text)


def test_days_that_contradict_a_no_are_sent_back_so_that_they_can_be_seen(
    browse: Browse, committed: Town
) -> None:
    page = ask(browse, "2020-03-01", had_earlier="no", from_1="2015-01-01")

    (field,) = re.findall(r'<input[^>]*name="from_1"[^>]*>', page.text)
    assert 'value="2015-01-01"' in field


def test_a_birth_ahead_of_us_is_refused(browse: Browse, committed: Town) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)

    page = ask(browse, "2020-03-01", born_on=tomorrow.isoformat())

    assert page.status_code == 422
    assert "Fødselsdagen ligger efter i dag." in words(page)


def test_without_a_case_the_form_begins_on_the_last_day_that_had_a_target_group(
    browse: Browse, committed: Town
) -> None:
    page = browse("astrid").get(reverse("assess"))

    assert 'name="on" value="2026-01-31"' in page.text
    assert 'name="born_on" value' not in page.text
    assert "st-verdict" not in page.text


def test_a_case_fills_in_the_birth_and_the_day_of_the_grant(browse: Browse, committed: Town) -> None:
    granted = date(2024, 5, 2)
    with behind_the_wall(committed.account("astrid")):
        case = Case.objects.scoped("test").select_related("citizen").get(pk=committed.cases["own"])
        born = case.citizen.born_on
        Programme.objects.of(case).update(
            scheme=RESSOURCEFORLOEB, granted_on=granted, starts_on=granted, granted_until=date(2026, 5, 1)
        )

    page = browse("astrid").get(reverse("assess-case", args=[committed.cases["own"]]))

    assert f'name="born_on" value="{born.isoformat()}"' in page.text
    assert 'name="on" value="2024-05-02"' in page.text


def test_nothing_is_stored_and_nothing_of_the_person_stands_in_an_address(
    browse: Browse, committed: Town, superuser: Any
) -> None:
    def rows() -> dict[str, int]:
        tables = superuser.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
        return {
            name: superuser.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608
            for (name,) in tables
            if name not in ("django_session", "journal_look")
        }

    astrid, url = browse("astrid"), reverse("assess-case", args=[committed.cases["own"]])
    before = rows()

    page = astrid.post(url, typed("2020-03-01"))

    assert rows() == before
    assert page.status_code == 200 and not page.headers.get("Location")
    assert "1985" not in "".join(re.findall(r'(?:href|action)="([^"]*)"', page.text))


def test_the_look_at_a_case_is_written_down(browse: Browse, committed: Town, superuser: Any) -> None:
    count = "SELECT count(*) FROM journal_look WHERE page = 'assess'"

    browse("astrid").get(reverse("assess-case", args=[committed.cases["own"]]))

    assert superuser.execute(count).fetchone()[0] == 1


def test_the_case_page_leads_to_the_assessment_for_whoever_may(browse: Browse, committed: Town) -> None:
    case, door = (reverse(name, args=[committed.cases["own"]]) for name in ("case", "assess-case"))

    assert door in browse("astrid").get(case).text
    assert door not in browse("mads").get(case).text


def test_in_english_the_whole_answer_is_english(browse: Browse, committed: Town) -> None:
    astrid = browse("astrid")
    astrid.cookies["django_language"] = "en"

    page = astrid.post(reverse("assess"), typed("2020-03-01", can_develop="no"))

    assert "The working capacity has no perspective of development." in words(page)
