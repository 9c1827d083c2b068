"""A leader writes the municipality's own time limit for an area; the law's demand stands above the form."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from sammetag.design.wording import date_words
from sammetag.law import LimitUnit
from sammetag.practice.actions import Sent, Terms, set_limit
from sammetag.practice.areas import Area
from sammetag.practice.models import DecidedLimit
from tests.practice.deeds import WHY, ago, at_desk
from tests.together import together
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
        ({"published_on": str(ago(-1))}, 422),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_written(
    changed: dict[str, str], status: int, browse: Browse, committed: Town
) -> None:
    page = browse("lis").post(FORM, typed(**changed))

    assert page.status_code == status
    assert "st-error-summary" in page.text
    assert decided(committed) == []


def test_a_day_of_publishing_to_come_is_refused_at_its_field(browse: Browse, committed: Town) -> None:
    page = browse("lis").post(FORM, typed(published_on=str(ago(-1))))

    assert list(page.context["form"].errors) == ["published_on"]
    assert "Dagen for offentliggørelsen ligger ude i fremtiden." in page.text


def test_a_limit_that_was_published_needs_only_that_day_and_a_reason(browse: Browse, committed: Town) -> None:
    with at_desk(committed) as desk:
        desk.limit(8, since=ago(40))
    client = browse("lis")

    form = client.get(FORM).context["form"]
    shown = {name: form[name].value() for name in ("length", "unit", "since", "published_on", "reason")}
    assert shown == {"length": 8, "unit": "weeks", "since": ago(40), "published_on": None, "reason": None}

    kept = {name: str(value) for name, value in shown.items() if value}
    page = client.post(FORM, typed(version="1", **kept, published_on=str(ago(0))), follow=True)
    assert "Fristen er skrevet ind." in page.text
    assert "Fristen er ikke offentliggjort." not in page.text


def test_a_limit_need_not_be_published_yet(browse: Browse, committed: Town) -> None:
    page = browse("lis").post(FORM, typed(published_on=""), follow=True)

    assert "Fristen er ikke offentliggjort." in page.text


def test_a_limit_to_come_that_would_go_is_named(browse: Browse, committed: Town) -> None:
    with at_desk(committed) as desk:
        desk.limit(since=ago(-40))

    assert "Der står en frist, der først gælder fra" in browse("lis").get(FORM).text


def test_the_form_shows_how_it_stands_today_and_not_what_was_written_last(
    browse: Browse, committed: Town
) -> None:
    with at_desk(committed) as desk:
        desk.limit(8, since=ago(300))
        desk.limit(3, since=ago(-40), after=1)
    client = browse("lis")

    for address in (FORM, END):
        shown = client.get(address).context
        assert shown["standing"].words == "8 uger"
        assert [line.words for line in shown["coming"]] == ["3 uger"]
    assert client.get(FORM).context["form"]["length"].value() == 8
    done = client.post(END, typed(version="2", day=str(ago(0))), follow=True)
    assert "fristen ikke gælder længere" in done.text


def test_a_limit_with_an_end_to_come_can_still_be_withdrawn_sooner(browse: Browse, committed: Town) -> None:
    with at_desk(committed) as desk:
        desk.limit(8, since=ago(300))
        desk.stop_limit(since=ago(-40), after=1)
    client = browse("lis")

    page = client.get(END)
    assert page.status_code == 200
    assert f"til og med {date_words(ago(-39))}." in page.text
    assert f"Fristen er allerede trukket tilbage fra {date_words(ago(-40))}." in page.text
    assert f"Fristen er trukket tilbage fra {date_words(ago(-40))}." in client.get(FORM).text

    client.post(END, typed(version="2", day=str(ago(-10))))
    assert f"til og med {date_words(ago(-9))}." in client.get(reverse("own-law")).text


def test_what_another_decides_while_ours_is_being_saved_is_shown(
    browse: Browse, committed: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    def outrun(**ours: Any) -> DecidedLimit:
        theirs = Terms(8, LimitUnit.WEEKS, ago(1), None)
        sent = Sent(uuid4(), 0, "Vi var først.")
        lis = committed.person("lis")
        together(committed, ("lis", lambda: set_limit(by=lis, sent=sent, area=Area.FLEXI_JOB, terms=theirs)))
        return set_limit(**ours)

    monkeypatch.setattr("sammetag.practice.limit_page.set_limit", outrun)

    page = browse("lis").post(FORM, typed(length="3"))

    assert page.status_code == 409
    assert "8 uger" in page.text and "Vi var først." in page.text and 'value="3"' in page.text
    assert 'name="version" value="1"' in page.text


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
