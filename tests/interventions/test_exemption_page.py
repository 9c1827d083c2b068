"""Periods in which the citizen need not be available: they push the limit of the guarantee."""

from __future__ import annotations

from typing import Any

import pytest

from sammetag.interventions.models import Exemption
from tests.interventions.deeds import on
from tests.interventions.pages import Browse, as_resource_programme, at_desk, page_of, posted
from tests.town import Town


def url(town: Town) -> str:
    return page_of(town, "exemption")


def periods(town: Town) -> list[Exemption]:
    with at_desk(town) as desk:
        return list(Exemption.objects.of(desk.case).order_by("since"))


def test_a_period_moves_the_last_day(browse: Browse, committed: Town) -> None:
    with at_desk(committed) as desk:
        as_resource_programme(desk)
    astrid = browse("astrid")
    before = astrid.get(page_of(committed, "guarantee")).context["clock"].guarantee.last_day

    answer = astrid.post(url(committed), posted(since=on(-250), until=on(-241), reason="Operation"))

    assert answer["Location"] == page_of(committed, "guarantee")
    after = astrid.get(page_of(committed, "guarantee")).context["clock"].guarantee.last_day
    assert (after - before).days == 10


def test_a_period_is_closed_on_its_last_day(browse: Browse, committed: Town) -> None:
    astrid = browse("astrid")
    astrid.post(url(committed), posted(since=on(-30), until="", reason=""))
    one = periods(committed)[0]

    page = astrid.get(f"{url(committed)}?period={one.id}")
    answer = astrid.post(f"{url(committed)}?period={one.id}", posted(until=on(-3)))

    assert "Perioden begyndte" in page.text
    assert (answer.status_code, periods(committed)[0].until) == (302, on(-3))


def test_a_period_sent_twice_is_one(browse: Browse, committed: Town) -> None:
    astrid, form = browse("astrid"), posted(since=on(-30), until=on(-20), reason="")

    assert [astrid.post(url(committed), form).status_code for _ in range(2)] == [302, 302]
    assert len(periods(committed)) == 1


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"since": on(-25), "until": on(-10)}, "overlappe"),
        ({"since": on(-10), "until": on(-11)}, "Slutningen ligger før begyndelsen"),
        ({"since": on(-500), "until": on(-400)}, "før bevillingen"),
    ],
)
def test_days_that_cannot_be_are_told(
    browse: Browse, committed: Town, wrong: dict[str, Any], sentence: str
) -> None:
    astrid = browse("astrid")
    astrid.post(url(committed), posted(since=on(-30), until=on(-20), reason=""))

    page = astrid.post(url(committed), posted(**wrong | {"reason": "Sygdom"}))

    assert page.status_code == 409
    assert sentence in page.text and "Sygdom" in page.text
    assert len(periods(committed)) == 1


def test_a_stale_page_closes_nothing(browse: Browse, committed: Town) -> None:
    astrid = browse("astrid")
    astrid.post(url(committed), posted(since=on(-30), until="", reason=""))
    closing = f"{url(committed)}?period={periods(committed)[0].id}"
    astrid.post(closing, posted(until=on(-3)))

    page = astrid.post(closing, posted(until=on(-9)))

    assert page.status_code == 409
    assert periods(committed)[0].until == on(-3)


def test_a_period_of_nowhere_is_not_there(browse: Browse, committed: Town) -> None:
    nowhere = committed.cases["own"]

    assert browse("astrid").get(f"{url(committed)}?period={nowhere}").status_code == 404
