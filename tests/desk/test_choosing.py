"""What is chosen on my day: by what, by whom, in which order; and that the address holds no name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from sammetag.access.wall import behind_the_wall
from sammetag.cases.actions import load
from sammetag.cases.models import Case
from sammetag.plan.models import Plan, PlanVersion, Step
from tests.desk.reading import citizens, links, section
from tests.duties.many import add_interventions, cases_of, left_without_coordinator
from tests.town import Town

Browse = Callable[[str], Client]
URL = "/my-day/"


def test_by_what_leaves_the_duties_of_one_subject(browse: Browse, committed: Town) -> None:
    astrid = browse("astrid")

    talks, plan = (astrid.get(URL, {"what": what}).text for what in ("talks", "plan"))

    assert "Samtale " in section(talks, "coming") and "Læg en plan" not in section(talks, "ahead")
    assert "Læg en plan" in section(plan, "ahead") and "Åse Ærø own" not in section(plan, "coming")


def test_a_choice_that_leaves_nobody_leads_back_to_everything(browse: Browse, committed: Town) -> None:
    page = browse("astrid").get(URL, {"what": "mentor"}).text

    assert "Ingen i det udsnit, du har valgt." in section(page, "owed")
    assert ("Vis alt", "/my-day/") in links(section(page, "owed"))


def test_by_whom_leaves_nobodys_cases(browse: Browse, committed: Town) -> None:
    with behind_the_wall(committed.account("astrid")):
        cases = cases_of(committed, "astrid", 2)
    left_without_coordinator(committed, cases[:1], "astrid")

    astrid = browse("astrid")

    assert len(citizens(astrid.get(URL).text)) == 3
    assert citizens(astrid.get(URL, {"whose": "nobodys"}).text) == ["Bo Nielsen 0"]
    assert citizens(astrid.get(URL, {"whose": "mine"}).text) == ["Bo Nielsen 1", "Åse Ærø own"]


def test_where_all_are_ones_own_there_is_nothing_to_choose_by_whom(browse: Browse, committed: Town) -> None:
    assert 'aria-label="Hvem"' not in browse("astrid").get(URL).text


@pytest.mark.parametrize(
    "asked", [{"what": "Åse Ærø"}, {"whose": "Åse Ærø"}, {"sort": "Åse Ærø"}, {"down": "Åse", "whole": "Ærø"}]
)
def test_what_is_none_of_our_words_is_dropped(asked: dict[str, str], browse: Browse, committed: Town) -> None:
    """A name that somebody puts into the address stands in no link of the page."""
    page = browse("astrid").get(URL, asked)

    assert page.status_code == 200
    assert all("%C3" not in url and "Ær" not in url for _words, url in links(page.text))


def test_no_link_of_a_day_holds_a_name(browse: Browse, committed: Town) -> None:
    with behind_the_wall(committed.account("astrid")):
        cases_of(committed, "astrid", 12)

    found = links(browse("astrid").get(URL, {"what": "talks", "sort": "contact"}).text)

    assert found
    assert not any("Nielsen" in url or "%C3%86" in url for _words, url in found)


def varied(town: Town) -> None:
    """Two citizens of Astrid besides her own: Nielsen 0 has much running, Nielsen 1 nothing."""
    with behind_the_wall(town.account("astrid")):
        busy, _idle = cases_of(town, "astrid", 2, interventions=0)
        add_interventions([busy], 3)


@pytest.mark.parametrize(
    ("sort", "down", "first"),
    [
        ("name", "", "Nielsen 0"),
        ("name", "1", "Åse Ærø own"),
        ("contact", "", "Åse Ærø own"),
        ("contact", "1", "Nielsen 0"),
        ("idle", "", "Nielsen 1"),
        ("talk", "", "Åse Ærø own"),
        ("end", "", "Åse Ærø own"),
        ("hours", "", "Nielsen 1"),
        ("hours", "1", "Åse Ærø own"),
        ("running", "", "Nielsen 1"),
        ("running", "1", "Nielsen 0"),
    ],
)
def test_the_table_can_be_sorted_by_each_column_both_ways(
    *, sort: str, down: str, first: str, browse: Browse, committed: Town
) -> None:
    varied(committed)

    page = browse("astrid").get(URL, {"sort": sort, "down": down}).text

    assert citizens(page)[0].endswith(first)
    assert f'aria-sort="{"descending" if down else "ascending"}"' in page


def test_the_heading_that_is_sorted_by_turns_the_order_round(browse: Browse, committed: Town) -> None:
    page = browse("astrid").get(URL, {"sort": "hours"}).text

    assert "/my-day/?sort=hours&amp;down=1#citizens" in page
    assert "/my-day/?sort=contact#citizens" in page


def test_a_crowded_section_shows_the_loudest_and_says_how_many_more(browse: Browse, committed: Town) -> None:
    with behind_the_wall(committed.account("astrid")):
        cases_of(committed, "astrid", 45, interventions=0)

    astrid = browse("astrid")
    idle = section(astrid.get(URL).text, "idle")

    assert idle.count('class="st-duty-group"') == 10
    assert "Vis 35 borgere mere" in idle
    assert section(astrid.get(URL, {"whole": "1"}).text, "idle").count('class="st-duty-group"') == 45


def test_the_duties_of_one_citizen_stand_behind_the_loudest(browse: Browse, committed: Town) -> None:
    today = timezone.localdate()
    with behind_the_wall(committed.account("astrid")):
        case = Case.objects.scoped("test").get(pk=committed.cases["own"])
        plan = Plan(case=case, written_at=timezone.now())
        load(rows=[plan])
        late = {"proposed_on": today - timedelta(9), "answer_by": today - timedelta(2)}
        load(
            rows=[
                PlanVersion(case=case, plan=plan, number=1, step=Step.PROPOSED, proposed_content={}, **late)
            ]
        )
    left_without_coordinator(committed, [case], "astrid")

    owed = section(browse("birk").get(URL).text, "owed")

    assert owed.count('class="st-duty-group"') == 1
    assert owed.index("Sagen har ingen koordinator") < owed.index("+1 mere for Åse")
    assert owed.index("+1 mere for Åse") < owed.index("Hent borgerens svar på planen")
