"""Log-in through a provider that others have made: who comes in, who does not, and what they had typed."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from typing import Any

import pytest
import requests
from django.test import Client
from django.urls import reverse

from sammetag.access.log_in import PROVEN_AT
from sammetag.access.models import Identity
from sammetag.access.oidc import journey
from sammetag.config.database import OWNER
from sammetag.config.roles import as_role
from sammetag.people.models import Account
from tests.access.oidc.travelling import (
    answered,
    asked,
    called_off,
    carried,
    is_logged_in,
    sent_to,
    through_its_pages,
)
from tests.talks.deeds import posted, written_by
from tests.town import PASSWORD, Town

Browse = Callable[[str], Client]
Trust = Callable[..., Any]
Connect = Callable[..., None]


@pytest.fixture
def nobody(committed: Town) -> Client:
    return Client(HTTP_HOST="localhost")


@pytest.fixture
def astrid(honest: str, trust: Trust, connect: Connect, nobody: Client) -> Client:
    """Astrid at a browser, whom the provider calls person-1 and who has not logged in yet."""
    trust(honest)
    connect("astrid", honest, "person-1")
    return nobody


def come_back(client: Client, name: str, **fields: str) -> Any:
    """The page after a log-in at the provider under that name."""
    return answered(client, through_its_pages(sent_to(client, **fields), name))


def test_whoever_the_provider_knows_under_the_connected_name_comes_in(astrid: Client) -> None:
    page = come_back(astrid, "person-1")

    assert (page.status_code, page["Location"]) == (302, reverse("front"))
    assert "Astrid" in astrid.get(reverse("my-day")).text


def test_it_asks_with_a_state_a_nonce_and_a_challenge_that_are_new_each_time(astrid: Client) -> None:
    first, second = asked(sent_to(astrid)), asked(sent_to(astrid))

    assert first["code_challenge_method"] == "S256"
    assert all(first[name] != second[name] for name in ("state", "nonce", "code_challenge"))
    assert all(len(first[name]) >= 43 for name in ("state", "nonce", "code_challenge"))


def test_the_session_has_a_new_key_and_counts_as_proven(astrid: Client) -> None:
    address = sent_to(astrid)
    before = astrid.session.session_key

    answered(astrid, through_its_pages(address, "person-1"))

    assert astrid.session.session_key != before
    assert PROVEN_AT in astrid.session
    assert journey.KEPT_IN not in astrid.session


def test_where_a_second_factor_is_needed_the_provider_is_one(astrid: Client, settings: Any) -> None:
    settings.SECOND_FACTOR = True
    astrid.post(reverse("password-log-in"), {"username": "astrid", "password": PASSWORD})
    with_a_password = astrid.get(reverse("my-day")).status_code

    come_back(astrid, "person-1")

    assert (with_a_password, astrid.get(reverse("my-day")).status_code) == (302, 200)


def test_one_is_led_to_the_page_one_was_on_the_way_to(astrid: Client) -> None:
    assert come_back(astrid, "person-1", next="/colleagues/")["Location"] == "/colleagues/"


@pytest.mark.parametrize("elsewhere", ["https://example.org/", "//example.org/", "javascript:x"])
def test_one_is_led_nowhere_else(elsewhere: str, astrid: Client) -> None:
    assert come_back(astrid, "person-1", next=elsewhere)["Location"] == reverse("front")


@pytest.mark.parametrize("name", ["stranger", "person-2"])
def test_a_stranger_is_told_what_to_do_and_gets_no_account(name: str, astrid: Client, caplog: Any) -> None:
    accounts = Account.objects.count()
    with caplog.at_level(logging.INFO):
        page = come_back(astrid, name)

    assert page.status_code == 403 and "Bed din leder om at få det gjort." in page.text
    assert not is_logged_in(astrid)
    assert Account.objects.count() == accounts
    assert "Unknown: unknown subject: " in caplog.text and name not in caplog.text


def test_neither_user_name_nor_the_subject_of_another_issuer_is_a_connection(
    honest: str, trust: Trust, connect: Connect, nobody: Client
) -> None:
    trust(honest)
    connect("astrid", "https://another.example", "person-1")
    with as_role(OWNER):
        Account.objects.filter(username="astrid").update(username="person-1")

    assert come_back(nobody, "person-1").status_code == 403
    assert not is_logged_in(nobody)


def test_a_closed_account_is_not_let_in(astrid: Client) -> None:
    with as_role(OWNER):
        Account.objects.filter(username="astrid").update(is_active=False)

    assert come_back(astrid, "person-1").status_code == 403
    assert not is_logged_in(astrid)


@pytest.mark.parametrize("name", ["easy-going", "nobody-told-how"])
def test_a_log_in_that_was_too_easy_is_refused_with_what_is_needed(
    name: str, honest: str, astrid: Client, connect: Connect
) -> None:
    connect("birk", honest, name)

    page = come_back(astrid, name)

    assert page.status_code == 403 and "sikringsniveau Betydelig eller Høj" in page.text
    assert not is_logged_in(astrid)


def test_the_levels_that_are_good_enough_stand_in_the_settings(
    honest: str, trust: Trust, connect: Connect, nobody: Client
) -> None:
    trust(honest, assurances=("https://data.gov.dk/concept/core/nsis/High",))
    connect("astrid", honest, "person-1")
    connect("birk", honest, "person-2")

    refused, let_in = come_back(nobody, "person-1"), come_back(nobody, "person-2")

    assert (refused.status_code, let_in.status_code) == (403, 302)
    assert "sikringsniveau Høj." in refused.text


def test_whoever_thinks_better_of_it_is_told_so_and_may_use_the_password(astrid: Client) -> None:
    page = answered(astrid, called_off(sent_to(astrid)))

    assert page.status_code == 403 and "Du blev ikke logget ind" in page.text
    assert 'name="password"' in page.text and not is_logged_in(astrid)


def test_what_was_typed_when_the_session_ended_comes_back_with_its_writer(
    astrid: Client, committed: Town
) -> None:
    book = reverse("book-talk", args=[committed.cases["own"]])
    lost = astrid.post(book, posted(3, agenda="Æbler & pærer") | written_by(committed, "astrid"))
    log_in = astrid.post(reverse("password-log-in"), carried(lost))

    page = come_back(astrid, "person-1", **carried(log_in))

    assert page.status_code == 200 and "Æbler &amp; pærer" in page.text
    assert f'action="{book}"' in page.text


def test_what_was_typed_does_not_lie_open_in_the_session(astrid: Client, committed: Town) -> None:
    fields = {name: [text] for name, text in written_by(committed, "astrid").items()}
    fields["notes"] = ["Et fortroligt notat"]

    sent_to(astrid, resume_path="/cases/", resume_fields=json.dumps(fields))

    kept = astrid.session[journey.KEPT_IN]
    assert kept[0]["along"] and "fortroligt" not in json.dumps(kept)


@pytest.mark.parametrize("name", ["cpr", "term"])
def test_a_cpr_number_or_what_was_searched_for_waits_nowhere(
    name: str, astrid: Client, committed: Town
) -> None:
    fields = {key: [text] for key, text in written_by(committed, "astrid").items()} | {name: ["0101019999"]}

    page = come_back(astrid, "person-1", resume_path="/search/", resume_fields=json.dumps(fields))

    assert (page.status_code, page["Location"]) == (302, reverse("front"))


def test_a_form_that_nobody_wrote_is_not_kept(astrid: Client) -> None:
    sent_to(astrid, resume_path="/cases/", resume_fields='{"notes": ["Plantet"], "writer": ["falsk"]}')

    assert astrid.session[journey.KEPT_IN][0]["along"] == ""


def test_what_somebody_wrote_is_not_handed_to_whoever_logs_in_instead(
    astrid: Client, honest: str, committed: Town, connect: Connect
) -> None:
    connect("birk", honest, "person-2")
    fields = {key: [text] for key, text in written_by(committed, "astrid").items()} | {
        "notes": ["Fortroligt"]
    }

    page = come_back(astrid, "person-2", resume_path="/cases/", resume_fields=json.dumps(fields))

    assert page.status_code == 302 and "Fortroligt" not in page.text


def test_a_log_out_ends_the_session_here(astrid: Client) -> None:
    come_back(astrid, "person-1")

    astrid.post(reverse("log-out"))

    assert not is_logged_in(astrid)
    assert astrid.get(reverse("my-day")).status_code == 302


def test_the_button_stands_where_one_logs_in_only_if_a_provider_is_named(
    nobody: Client, honest: str, trust: Trust
) -> None:
    without = nobody.get(reverse("password-log-in")).text
    trust(honest, label="Log ind med MitID Erhverv")

    assert reverse("provider-log-in") not in without
    assert "Log ind med MitID Erhverv" in nobody.get(reverse("password-log-in")).text


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("name", ["provider-log-in", "provider-answer"])
def test_without_a_provider_its_addresses_are_not_there(name: str, method: str, nobody: Client) -> None:
    assert getattr(nobody, method)(reverse(name)).status_code == 404


def test_a_link_alone_sends_nobody_to_the_provider(astrid: Client) -> None:
    assert astrid.get(reverse("provider-log-in")).status_code == 405


class TestProof:
    """Whoever came by the provider is asked there again, before what would hurt in the wrong hands."""

    @pytest.fixture
    def at_work(self, astrid: Client) -> Client:
        """Astrid, who logged in through the provider long ago."""
        come_back(astrid, "person-1")
        session = astrid.session
        session[PROVEN_AT] = 0
        session.save()
        return astrid

    def test_the_question_offers_the_provider_and_asks_it_for_a_new_log_in(self, at_work: Client) -> None:
        question = at_work.get(reverse("prove"), {"next": "/colleagues/"})

        told = asked(sent_to(at_work, **carried(question)))

        assert (told["prompt"], told["max_age"]) == ("login", "0")

    def test_a_new_log_in_there_leads_on_to_the_page(self, at_work: Client) -> None:
        question = at_work.get(reverse("prove"), {"next": "/colleagues/"})

        page = come_back(at_work, "person-1", **carried(question))

        assert page["Location"] == "/colleagues/"
        assert at_work.session[PROVEN_AT] > 0

    def test_what_was_being_posted_goes_on_afterwards(self, at_work: Client) -> None:
        fields = json.dumps({"case": ["1"], "why": ["Æbler"]})

        page = come_back(at_work, "person-1", prove="again", resume_path="/export/", resume_fields=fields)

        assert page.status_code == 200 and 'action="/export/"' in page.text
        assert carried(page) | {"next": ""} == {"case": "1", "why": "Æbler", "next": ""}

    def test_a_cpr_number_on_its_way_has_to_be_typed_again(self, at_work: Client) -> None:
        fields = json.dumps({"term": ["0101019999"]})

        page = come_back(at_work, "person-1", prove="again", resume_path="/search/", resume_fields=fields)

        assert page["Location"] == reverse("front")
        assert "Gør det, du var i gang med, igen." in at_work.get(page["Location"], follow=True).text

    def test_somebody_else_at_the_provider_proves_nothing(
        self, at_work: Client, honest: str, connect: Connect
    ) -> None:
        connect("birk", honest, "person-2")

        page = come_back(at_work, "person-2", prove="again", next="/colleagues/")

        assert page.status_code == 403 and "som dig selv" in page.text
        assert at_work.session[PROVEN_AT] == 0
        assert "Astrid" in at_work.get(reverse("my-day")).text

    def test_who_came_with_a_password_is_not_sent_to_the_provider(
        self, browse: Browse, trust: Trust, honest: str
    ) -> None:
        trust(honest)

        assert reverse("provider-log-in") not in browse("astrid").get(reverse("prove")).text


def test_the_provider_remembers_who_logged_in_and_we_forget_nobody_elses(
    astrid: Client, honest: str, connect: Connect
) -> None:
    connect("birk", honest, "person-2")
    browser = requests.Session()

    answered(astrid, through_its_pages(sent_to(astrid), "person-1", browser))
    other = Client(HTTP_HOST="localhost")
    answered(other, through_its_pages(sent_to(other), "person-2"))

    assert "Astrid" in astrid.get(reverse("my-day")).text
    assert "Birk" in other.get(reverse("my-day")).text


def test_the_app_reads_nobody_elses_identity(committed: Town, connect: Connect, honest: str) -> None:
    connect("astrid", honest, "person-1")

    assert not Identity.objects.scoped("test").exists()
