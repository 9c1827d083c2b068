"""Reforms in the browser: what there is, whom they would affect, and two that cannot hold at once."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from sammetag.access.wall import behind_the_wall
from sammetag.journal.models import Look
from sammetag.law.reforms import REFORMS
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


def test_a_reform_that_does_not_exist_is_named_with_those_that_do(browse: Any) -> None:
    page = asked(browse("astrid"), "everything-free")

    assert page.status_code == 422
    assert "»everything-free« findes ikke her" in page.text
    assert GUARANTEE in page.text
