"""Reforms in the browser: what there is, whom they would affect, and two that cannot hold at once."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from typing import Any

import pytest
from django.urls import reverse

from sammetag.access.wall import behind_the_wall
from sammetag.cases.models import Case, Programme
from sammetag.cases.queries import open_cases
from sammetag.interventions.models import Intervention, Stretch
from sammetag.journal.models import Look
from sammetag.law import RESSOURCEFORLOEB
from sammetag.law.reforms import REFORMS, reform_named
from sammetag.lawbook import reforms_page
from tests.town import Town

GUARANTEE = "guarantee-as-proposed"


def asked(client: Any, *names: str, **more: str) -> Any:
    return client.get(reverse("law-reforms"), {"reform": names, **more})


def test_every_reform_can_be_chosen(browse: Any) -> None:
    page = asked(browse("astrid")).text

    assert {one.name for one in REFORMS if f'value="{one.name}"' not in page} == set()
    assert "Ministerens fire forslag" in page
    assert "Dansk Socialrådgiverforenings forslag" in page


def test_a_leader_is_told_how_many_of_the_units_citizens_and_who_looked_is_written_down(
    browse: Any, committed: Town
) -> None:
    page = asked(browse("lis"), GUARANTEE, "ds-11-caseload-ceiling")

    assert page.status_code == 200
    assert "med et forløb i gang i jeres enheder" in page.text
    assert "Om sagerne er om unge, voksne eller jobparate" in page.text
    with behind_the_wall(committed.account("lis")):
        assert Look.objects.scoped("test").filter(page="law-reforms", purpose="reform").count() == 1


def affect(town: Town) -> None:
    """Gives Astrid's citizen the work that would meet the guarantee as proposed, and does not as enacted."""
    granted = date(2024, 5, 2)
    with behind_the_wall(town.account("astrid")):
        case = Case.objects.scoped("test").get(pk=town.cases["own"])
        Programme.objects.of(case).update(
            scheme=RESSOURCEFORLOEB, granted_on=granted, starts_on=granted, granted_until=date(2099, 5, 1)
        )
        Intervention.objects.of(case).update(chapter=13)
        Stretch.objects.of(case).update(since=date(2024, 6, 3))


def looks(town: Town, name: str) -> list[list[Any]]:
    """The cases of each look at the page."""
    with behind_the_wall(town.account(name)):
        return [one.cases for one in Look.objects.scoped("test").filter(page="law-reforms").order_by("at")]


@pytest.mark.parametrize("name", ["astrid", "lis"])
def test_citizens_are_named_to_their_coordinator_and_to_whoever_leads_the_unit(
    browse: Any, committed: Town, name: str
) -> None:
    affect(committed)

    page = asked(browse(name), GUARANTEE).text

    assert "1 borger ville mærke det" in page
    assert "Åse Ærø own" in page
    assert looks(committed, name) == [[committed.cases["own"]]]


def test_a_colleagues_citizen_is_counted_and_not_named(browse: Any, committed: Town) -> None:
    affect(committed)

    page = asked(browse("birk"), GUARANTEE).text

    assert "1 borger ville mærke det" in page
    assert "1 af dem er ikke din borger og står derfor ikke ved navn." in page
    assert f'<a href="{reverse("colleagues")}">Passer du dem for en kollega' in page
    assert "Åse" not in page and str(committed.cases["own"]) not in page
    assert looks(committed, "birk") == [[]]


def test_the_citizen_is_told_why_the_page_was_looked_at(browse: Any, committed: Town) -> None:
    affect(committed)
    astrid = browse("astrid")
    asked(browse("lis"), GUARANTEE)

    given = astrid.post(reverse("give-insight", args=[committed.cases["own"]]), {"form": "read"}).text

    assert "Så på, hvem en ændring af loven ville betyde noget for" in given


def test_many_citizens_stand_on_several_pages_and_each_look_is_at_its_own(
    browse: Any, committed: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    affect(committed)
    monkeypatch.setattr(reforms_page, "ON_A_PAGE", 2)
    monkeypatch.setattr(reforms_page, "open_cases", lambda person: 3 * open_cases(person))
    lis = browse("lis")

    pages = [asked(lis, GUARANTEE, "ds-11-caseload-ceiling", page=n).text for n in ("1", "2", "many")]

    assert [page.count("Åse Ærø own") for page in pages] == [2, 1, 2]
    assert ["1–2 af 3" in pages[0], "3–3 af 3" in pages[1]] == [True, True]
    assert f'"?reform={GUARANTEE}&amp;reform=ds-11-caseload-ceiling&amp;page=2"' in pages[0]
    assert [len(cases) for cases in looks(committed, "lis")] == [2, 1, 2]


def test_a_foreign_case_is_counted_by_nobody(browse: Any, committed: Town) -> None:
    astrid = asked(browse("astrid"), "ds-11-caseload-ceiling").text

    assert str(committed.cases["other-municipality"]) not in astrid


def test_a_mentor_reads_what_a_reform_is_about_and_nothing_of_citizens(browse: Any) -> None:
    page = asked(browse("mads"), GUARANTEE).text

    assert "kan koordinatorer og ledere se" in page
    assert "jeres enheder" not in page


def test_two_that_contradict_each_other_are_named_and_both_stay_chosen(browse: Any) -> None:
    page = asked(browse("astrid"), GUARANTEE, "guarantee-as-enacted")

    assert page.status_code == 422
    assert "kan ikke gælde på samme tid" in page.text
    assert page.text.count(" checked") == 2
    for name in (GUARANTEE, "guarantee-as-enacted"):
        assert f'<a href="#reform-{name}">' in page.text
        (box,) = re.findall(rf'<input[^>]*id="reform-{name}"[^>]*>', page.text)
        assert 'aria-invalid="true"' in box and "fault" in box
    assert page.text.count("aria-invalid") == 2
    assert "data-focus-on-load" in page.text


def test_a_reform_that_does_not_exist_is_named_with_those_that_do(browse: Any) -> None:
    page = asked(browse("astrid"), "everything-free")

    assert page.status_code == 422
    assert "»everything-free« findes ikke her" in page.text
    assert GUARANTEE in page.text


def test_how_a_reform_was_read_stands_beside_what_it_comes_to(browse: Any) -> None:
    name = "ds-11-caseload-ceiling"
    notes = {one.version.note for one in reform_named(name).amendments if one.version.note}

    page = unescape(asked(browse("mads"), name).text)

    assert notes
    assert [note.da for note in notes if note.da not in page] == []
