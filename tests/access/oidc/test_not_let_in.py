"""A provider that lies, is slow or gone, and answers to no question of ours: nobody is let in by them."""

from __future__ import annotations

import logging
from collections.abc import Callable
from time import time
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from sammetag.access.oidc import asking, directory, journey
from tests.access.oidc.forger import Forger, unsigned
from tests.access.oidc.travelling import answered, asked, carried, is_logged_in, sent_to
from tests.talks.deeds import posted, written_by
from tests.town import PASSWORD, Town


@pytest.fixture
def client(forger: Forger, trust: Callable[..., Any], connect: Callable[..., None]) -> Client:
    """A browser at which Astrid logs in, whom the provider calls person-1."""
    trust(forger.issuer)
    connect("astrid", forger.issuer, "person-1")
    return Client(HTTP_HOST="localhost")


def come_back(client: Client, forger: Forger, **told: str) -> Any:
    """The page after a log-in with a provider that knows what it was asked."""
    question = asked(sent_to(client))
    forger.sent["nonce"] = question["nonce"]
    return answered(client, {"code": "c", "state": question["state"]} | told)


def refused(page: Any, sentence: str, status: int = 403) -> bool:
    """Whether the page says so, and offers the password."""
    return page.status_code == status and sentence in page.text and 'name="password"' in page.text


def test_what_it_says_truly_lets_astrid_in(client: Client, forger: Forger) -> None:
    come_back(client, forger)

    assert is_logged_in(client)


def test_a_token_from_another_issuer_lets_nobody_in(client: Client, forger: Forger, caplog: Any) -> None:
    forger.claims = {"iss": "https://another.example"}

    with caplog.at_level(logging.INFO):
        page = come_back(client, forger)

    assert refused(page, "ikke til at stole på") and not is_logged_in(client)
    assert "NotBelieved: not believed: InvalidClaimError" in caplog.text and "person-1" not in caplog.text


def test_the_same_name_at_another_issuer_is_somebody_else(
    client: Client, trust: Callable[..., Any], connect: Callable[..., None]
) -> None:
    with Forger(client_id="sammetag") as other:
        trust(other.issuer)
        connect("birk", other.issuer, "person-2")

        page = come_back(client, other)

    assert refused(page, "ikke knyttet til en åben bruger") and not is_logged_in(client)


def test_an_unsigned_token_lets_nobody_in(client: Client, forger: Forger) -> None:
    forger.token = unsigned

    assert refused(come_back(client, forger), "ikke til at stole på") and not is_logged_in(client)


def test_an_answer_that_names_another_issuer_is_not_exchanged(client: Client, forger: Forger) -> None:
    page = come_back(client, forger, iss="https://another.example")

    assert refused(page, "ikke til at stole på") and "/token" not in forger.asked


def test_an_answer_counts_once(client: Client, forger: Forger) -> None:
    question = asked(sent_to(client))
    forger.sent["nonce"] = question["nonce"]
    answer = {"code": "c", "state": question["state"]}
    first = answered(client, answer)
    client.post(reverse("log-out"))

    again = answered(client, answer)

    assert first.status_code == 302
    assert refused(again, "brugt, for gammelt", status=400) and not is_logged_in(client)


def test_a_refused_answer_counts_once_too(client: Client, forger: Forger) -> None:
    question = asked(sent_to(client))
    answered(client, {"code": "c", "state": question["state"]})
    forger.sent["nonce"] = question["nonce"]

    assert answered(client, {"code": "c", "state": question["state"]}).status_code == 400


@pytest.mark.parametrize("state", ["of-nobody", "", "æ"])
def test_an_answer_to_no_question_lets_nobody_in(state: str, client: Client, forger: Forger) -> None:
    sent_to(client)

    assert refused(answered(client, {"code": "c", "state": state}), "brugt, for gammelt", status=400)
    assert "/token" not in forger.asked


def test_an_answer_to_the_question_of_another_browser_lets_nobody_in(client: Client, forger: Forger) -> None:
    question = asked(sent_to(client))
    forger.sent["nonce"] = question["nonce"]
    other = Client(HTTP_HOST="localhost")

    page = answered(other, {"code": "c", "state": question["state"]})

    assert page.status_code == 400 and not is_logged_in(other)


def test_an_answer_after_ten_minutes_is_too_late(
    client: Client, forger: Forger, monkeypatch: pytest.MonkeyPatch
) -> None:
    question = asked(sent_to(client))
    forger.sent["nonce"] = question["nonce"]
    monkeypatch.setattr(journey, "time", lambda: time() + journey.LASTS + 2)

    page = answered(client, {"code": "c", "state": question["state"]})

    assert refused(page, "brugt, for gammelt", status=400) and not is_logged_in(client)


def test_several_windows_may_ask_at_once_and_not_without_end(client: Client) -> None:
    states = [asked(sent_to(client))["state"] for _window in range(journey.MOST + 1)]

    assert [one["state"] for one in client.session[journey.KEPT_IN]] == states[1:]


def test_while_the_provider_is_gone_one_is_told_and_the_password_lets_in(
    client: Client, forger: Forger
) -> None:
    forger.stop()

    page = client.post(reverse("provider-log-in"))

    assert refused(page, "Vi kan ikke nå kommunens log-in lige nu.", status=503)
    client.post(reverse("password-log-in"), {"username": "astrid", "password": PASSWORD})
    assert is_logged_in(client)


def test_a_provider_that_goes_away_half_way_lets_nobody_in(
    client: Client, forger: Forger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "PATIENCE", 0.2)
    question = asked(sent_to(client))
    forger.slow = 1

    page = answered(client, {"code": "c", "state": question["state"]})

    assert refused(page, "Vi kan ikke nå kommunens log-in lige nu.", status=503)


def test_what_was_typed_is_still_there_when_nobody_was_let_in(
    client: Client, forger: Forger, committed: Town
) -> None:
    book = reverse("book-talk", args=[committed.cases["own"]])
    lost = client.post(book, posted(3, agenda="Æbler & pærer") | written_by(committed, "astrid"))
    log_in = client.post(reverse("password-log-in"), carried(lost))
    question = asked(sent_to(client, **carried(log_in)))

    page = answered(client, {"code": "c", "state": question["state"]})

    assert refused(page, "ikke til at stole på")
    assert carried(page)["resume_path"] == book
    assert "Æbler & pærer" in carried(page)["resume_fields"].encode().decode("unicode_escape")


def test_a_directory_of_another_issuer_sends_nobody_anywhere(client: Client, forger: Forger) -> None:
    forger.directory = {"issuer": "https://another.example"}
    directory.directory.cache_clear()

    page = client.post(reverse("provider-log-in"))

    assert refused(page, "er sat forkert op", status=503)


class TestProof:
    """A proof has to be a new log-in, and the provider says when it was."""

    def prove(self, client: Client, forger: Forger) -> Any:
        come_back(client, forger)
        question = asked(sent_to(client, prove="again", next="/colleagues/"))
        forger.sent["nonce"] = question["nonce"]
        return question

    @pytest.mark.parametrize("at", [None, 1])
    def test_an_old_log_in_there_proves_nothing(self, at: int | None, client: Client, forger: Forger) -> None:
        question = self.prove(client, forger)
        forger.claims = {"auth_time": at}

        page = answered(client, {"code": "c", "state": question["state"]})

        assert page.status_code == 403 and "Du skal logge ind igen som dig selv" in page.text

    def test_a_proof_after_the_session_has_ended_lets_nobody_in(self, client: Client, forger: Forger) -> None:
        question = self.prove(client, forger)
        session = client.session
        del session["_auth_user_id"]
        session.save()

        page = answered(client, {"code": "c", "state": question["state"]})

        assert page.status_code == 403 and not is_logged_in(client)
