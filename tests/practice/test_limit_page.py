"""A leader writes the municipality's own time limit for an area; the law's demand stands above the form."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from sammetag.practice.models import DecidedLimit
from tests.practice.deeds import WHY, ago, at_desk
from tests.town import Town

Browse = Callable[[str], Client]
FORM, END = reverse("own-limit", args=["fleksjob"]), reverse("withdraw-limit", args=["fleksjob"])


def typed(**changed: str) -> dict[str, str]:
    usual = {
        "token": str(uuid4()),
        "version": "0",
        "length": "8",
        "unit": "weeks",
        "since": str(ago(3)),
        "published_on": str(ago(5)),
        "reason": WHY,
    }
    return usual | changed


def decided(town: Town) -> list[DecidedLimit]:
    with at_desk(town):
        return list(DecidedLimit.objects.scoped("test").order_by("number"))


def test_the_form_says_what_the_law_demands(browse: Browse, committed: Town) -> None:
    text = browse("lis").get(FORM).text

    assert "selv fastsætte og offentliggøre en frist" in text
    assert "RSL § 3, stk. 2" in text


def test_what_is_sent_is_written_down_and_stands_on_the_list(browse: Browse, committed: Town) -> None:
    page = browse("lis").post(FORM, typed(), follow=True)

    assert "Fristen er skrevet ind." in page.text
    assert "<strong>8 uger</strong>" in page.text
    assert [(one.length, one.unit, one.since, one.published_on) for one in decided(committed)] == [
        (8, "weeks", ago(3), ago(5))
    ]


def test_the_same_form_sent_twice_is_written_once(browse: Browse, committed: Town) -> None:
    client, sent = browse("lis"), typed()

    assert [client.post(FORM, sent).status_code for _ in range(2)] == [302, 302]
    assert len(decided(committed)) == 1


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"length": "0"}, 422),
        ({"length": "otte"}, 422),
        ({"length": "99999999999999999999"}, 422),
        ({"unit": "år"}, 422),
        ({"since": ""}, 422),
        ({"reason": ""}, 422),
        ({"published_on": str(ago(-1))}, 409),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(
    changed: dict[str, str], status: int, browse: Browse, committed: Town
) -> None:
    page = browse("lis").post(FORM, typed(**changed))

    assert page.status_code == status
    assert "st-error-summary" in page.text
    assert decided(committed) == []


def test_a_limit_need_not_be_published_yet(browse: Browse, committed: Town) -> None:
    page = browse("lis").post(FORM, typed(published_on=""), follow=True)

    assert "Fristen er ikke offentliggjort." in page.text


def test_a_limit_to_come_that_would_go_is_named(browse: Browse, committed: Town) -> None:
    with at_desk(committed) as desk:
        desk.limit(since=ago(-40))

    assert "Der står en frist, der først gælder fra" in browse("lis").get(FORM).text


def test_a_limit_set_meanwhile_is_shown_beside_what_was_typed(browse: Browse, committed: Town) -> None:
    client = browse("lis")
    client.post(FORM, typed(length="8"))

    late = client.post(FORM, typed(length="3"))

    assert late.status_code == 409
    assert "8 uger" in late.text and 'value="3"' in late.text


def test_a_limit_is_withdrawn_and_then_there_is_none(browse: Browse, committed: Town) -> None:
    client = browse("lis")
    client.post(FORM, typed())

    page = client.post(END, typed(version="1", day=str(ago(0))), follow=True)

    assert "fristen ikke gælder længere" in page.text
    assert "Kommunens egen frist for »Fleksjob« er ikke angivet her" in page.text
    assert [one.withdraws for one in decided(committed)] == [False, True]


def test_where_no_limit_stands_the_way_leads_back_to_the_list(browse: Browse, committed: Town) -> None:
    assert "I har ingen frist på det område." in browse("lis").get(END, follow=True).text


@pytest.mark.parametrize("address", ["own-limit", "withdraw-limit"])
def test_an_area_that_is_not_known_is_not_found(address: str, browse: Browse, committed: Town) -> None:
    assert browse("lis").get(reverse(address, args=["no-such"])).status_code == 404
