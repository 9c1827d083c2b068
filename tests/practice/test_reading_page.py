"""A leader writes how the municipality reads an open question; nothing is lost, and all is told once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from sammetag.practice.models import DecidedReading
from tests.practice.deeds import ONE, OTHER, QUESTION, WHY, ago, at_desk
from tests.town import Town

Browse = Callable[[str], Client]
FORM, END = reverse("own-reading", args=[QUESTION]), reverse("withdraw-reading", args=[QUESTION])


def typed(**changed: str) -> dict[str, str]:
    usual = {"token": str(uuid4()), "version": "0", "reading": ONE, "day": str(ago(3)), "reason": WHY}
    return usual | changed


def decided(town: Town) -> list[DecidedReading]:
    with at_desk(town):
        return list(DecidedReading.objects.scoped("test").order_by("number"))


def test_the_form_asks_the_question_with_its_readings_and_where_the_answer_is_to_be_found(
    browse: Browse, committed: Town
) -> None:
    text = browse("lis").get(FORM).text

    assert "Detaljerne i indsatsgarantien" in text
    assert f'value="{ONE}"' in text and f'value="{OTHER}"' in text
    assert "Svaret skal findes her" in text and "VEJ 9117/2026" in text


def test_what_is_sent_is_written_down_and_stands_on_the_list(browse: Browse, committed: Town) -> None:
    page = browse("lis").post(FORM, typed(), follow=True)

    assert page.redirect_chain == [(reverse("own-law"), 302)]
    assert "Jeres læsning er skrevet ind." in page.text
    assert [(one.reading, one.decided_on, one.reason) for one in decided(committed)] == [(ONE, ago(3), WHY)]


def test_the_same_form_sent_twice_is_written_once(browse: Browse, committed: Town) -> None:
    client, sent = browse("lis"), typed()

    answers = [client.post(FORM, sent).status_code for _ in range(2)]

    assert answers == [302, 302]
    assert len(decided(committed)) == 1


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"reading": ""}, 422),
        ({"reading": "as-we-like"}, 422),
        ({"reason": " "}, 422),
        ({"reason": "x" * 2001}, 422),
        ({"day": "31. juni"}, 422),
        ({"day": str(ago(-1))}, 422),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    changed: dict[str, str], status: int, browse: Browse, committed: Town
) -> None:
    sent = typed(**{"reason": "Vi talte med nabokommunen.", **changed})

    page = browse("lis").post(FORM, sent)

    assert page.status_code == status
    assert "st-error-summary" in page.text
    assert sent["reason"].strip() in page.text
    assert decided(committed) == []


def test_a_day_to_come_is_refused_at_its_field_and_says_which_day_is_meant(
    browse: Browse, committed: Town
) -> None:
    page = browse("lis").post(FORM, typed(day=str(ago(-1))))

    assert list(page.context["form"].errors) == ["day"]
    assert "Beslutningens dag ligger ude i fremtiden." in page.text


def test_what_a_withdrawal_is_refused_for_stands_at_its_field(browse: Browse, committed: Town) -> None:
    client = browse("lis")
    client.post(FORM, typed())

    page = client.post(END, typed(version="1", day=str(ago(4))))

    assert page.status_code == 409
    assert list(page.context["form"].errors) == ["day"]
    assert "Det gælder først fra" in page.text


def test_no_reason_may_name_a_citizen_and_each_form_says_so(browse: Browse, committed: Town) -> None:
    client = browse("lis")
    client.post(FORM, typed())

    for address in (FORM, END, reverse("own-limit", args=["mentor"])):
        assert "Nævn ingen borgere." in client.get(address).text


def test_where_what_was_typed_would_be_lost_the_language_cannot_be_changed(
    browse: Browse, committed: Town
) -> None:
    client = browse("lis")

    assert reverse("language") in client.get(FORM).text
    assert reverse("language") not in client.post(FORM, typed(reading="")).text


def test_a_decision_made_meanwhile_is_shown_and_the_form_can_be_sent_again(
    browse: Browse, committed: Town
) -> None:
    client = browse("lis")
    client.post(FORM, typed(reason="Den første."))

    late = client.post(FORM, typed(reading=OTHER, reason="Den anden."))

    assert late.status_code == 409
    assert "Den første." in late.text and "Den anden." in late.text
    assert 'name="version" value="1"' in late.text
    assert client.post(FORM, typed(version="1", reading=OTHER)).status_code == 302
    assert [one.number for one in decided(committed)] == [1, 2]


def test_a_reading_is_withdrawn_with_a_day_and_a_reason(browse: Browse, committed: Town) -> None:
    client = browse("lis")
    client.post(FORM, typed())

    asked = client.get(END)
    done = client.post(END, typed(version="1", reason="Loven er klar nu."), follow=True)

    assert "De hidtidige detaljer bruges videre" in asked.text
    assert "ikke længere har jeres egen læsning" in done.text
    assert [one.withdraws for one in decided(committed)] == [False, True]


def test_where_nothing_stands_the_way_leads_back_to_the_list(browse: Browse, committed: Town) -> None:
    page = browse("lis").get(END, follow=True)

    assert "I har ingen egen læsning af det spørgsmål." in page.text


@pytest.mark.parametrize("sent", [{"token": "x"}, {"version": "-1"}, {"version": "x" * 50}, {}])
def test_no_form_breaks(sent: dict[str, str], browse: Browse, committed: Town) -> None:
    assert browse("lis").post(FORM, sent).status_code in (404, 422)


@pytest.mark.parametrize("address", ["own-reading", "withdraw-reading"])
def test_a_question_that_is_not_asked_is_not_found(address: str, browse: Browse, committed: Town) -> None:
    assert browse("lis").get(reverse(address, args=["no-such"])).status_code == 404


def test_what_was_typed_waits_over_a_log_in(browse: Browse, committed: Town) -> None:
    writer: Any = browse("lis").get(FORM).context["writer"]
    nobody = Client(HTTP_HOST="localhost")

    page = nobody.post(FORM, typed(writer=writer, reason="Meget lang begrundelse."))

    assert page.status_code == 401
    assert "Meget lang begrundelse." in page.text
