"""Passkeys: what opens with one, and what a signature must not be."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.access.factors import Authenticator, challenge_for, give_passkey, half_way, nobody
from tests.access.walls import Superuser
from tests.town import Town

Browse = Callable[[str], Client]
ALONE, STEP = reverse("passkey-log-in"), reverse("second-step")


@pytest.fixture
def passkey(browse: Browse) -> Authenticator:
    """The passkey that Astrid has added."""
    return give_passkey(browse("astrid"))


def is_in(client: Client) -> bool:
    return client.get(reverse("my-day")).status_code == 200


def send(client: Client, address: str, signed: str) -> Any:
    return client.post(address, {"proof-passkey": signed})


def test_a_passkey_is_the_second_step(passkey: Authenticator, committed: Town) -> None:
    client = half_way("astrid")
    assert not is_in(client)

    send(client, STEP, passkey.sign(challenge_for(client), committed.account("astrid")))

    assert is_in(client)


def test_a_passkey_that_asks_who_one_is_is_the_only_step(passkey: Authenticator, committed: Town) -> None:
    client = nobody()

    send(client, ALONE, passkey.sign(challenge_for(client), committed.account("astrid")))

    assert is_in(client)


def test_logging_in_anew_leaves_no_copy_of_the_session_that_was(
    passkey: Authenticator, committed: Town
) -> None:
    client = half_way("astrid")
    send(client, STEP, passkey.sign(challenge_for(client), committed.account("astrid")))
    stolen = client.session.session_key

    send(client, ALONE, passkey.sign(challenge_for(client), committed.account("astrid")))

    assert client.session.session_key != stolen
    assert not Session.objects.filter(session_key=stolen).exists()


def test_a_passkey_that_asks_nobody_is_no_only_step(passkey: Authenticator, committed: Town) -> None:
    client = nobody()
    touched = passkey.sign(challenge_for(client), committed.account("astrid"), verified=False)

    answer = send(client, ALONE, touched)

    assert (answer.status_code, is_in(client)) == (422, False)


def test_half_a_log_in_is_no_way_around_being_asked(passkey: Authenticator, committed: Town) -> None:
    client = half_way("astrid")
    touched = passkey.sign(challenge_for(client), committed.account("astrid"), verified=False)

    send(client, ALONE, touched)

    assert not is_in(client)


@pytest.mark.parametrize("address", [ALONE, STEP])
def test_a_foreign_challenge_is_refused(address: str, passkey: Authenticator, committed: Town) -> None:
    client, other = half_way("astrid"), half_way("astrid")
    challenge_for(client)

    send(client, address, passkey.sign(challenge_for(other), committed.account("astrid")))

    assert not is_in(client)


def test_a_signature_is_good_for_one_answer(passkey: Authenticator, committed: Town) -> None:
    client = nobody()
    signed = passkey.sign(challenge_for(client), committed.account("astrid"))
    send(client, ALONE, signed)
    client.post(reverse("log-out"))

    send(client, ALONE, signed)

    assert not is_in(client)


def test_a_signature_for_another_site_is_refused(passkey: Authenticator, committed: Town) -> None:
    client = nobody()
    elsewhere = "http://localhost.example.org"
    signed = passkey.sign(challenge_for(client), committed.account("astrid"), origin=elsewhere)

    send(client, ALONE, signed)

    assert not is_in(client)


def test_a_stranger_s_key_with_a_known_name_is_refused(passkey: Authenticator, committed: Town) -> None:
    client = nobody()
    stranger = Authenticator(id=passkey.id)

    send(client, ALONE, stranger.sign(challenge_for(client), committed.account("astrid")))

    assert not is_in(client)


def test_a_key_opens_the_account_that_it_was_made_for_and_no_other(
    passkey: Authenticator, committed: Town
) -> None:
    client = nobody()

    send(client, ALONE, passkey.sign(challenge_for(client), committed.account("birk")))

    assert not is_in(client)


def test_a_key_that_counts_backwards_has_a_copy_and_is_refused(
    passkey: Authenticator, committed: Town
) -> None:
    for count, expected in ((7, True), (5, False)):
        client = nobody()
        passkey.count = count
        send(client, ALONE, passkey.sign(challenge_for(client), committed.account("astrid")))
        assert is_in(client) is expected


def test_an_answer_that_comes_too_late_is_refused(passkey: Authenticator, committed: Town) -> None:
    client = nobody()
    signed = passkey.sign(challenge_for(client), committed.account("astrid"))
    later = timezone.now() + timedelta(minutes=6)

    with patch("django.utils.timezone.now", lambda: later):
        send(client, ALONE, signed)

        assert not is_in(client)


def test_a_closed_account_is_not_opened_by_its_key(
    passkey: Authenticator, committed: Town, superuser: Superuser
) -> None:
    superuser.execute("UPDATE people_account SET is_active = false WHERE username = 'astrid'")
    client = nobody()

    send(client, ALONE, passkey.sign(challenge_for(client), committed.account("astrid")))

    assert not is_in(client)


@pytest.mark.parametrize(
    "said", ["", "{}", "[]", "null", '{"id": 1}', "x" * 30_000, "[" * 15_000, "æ", "\x00"]
)
def test_whatever_is_sent_instead_of_a_signature_gets_a_sentence(said: str, committed: Town) -> None:
    client = nobody()
    challenge_for(client)

    answer = send(client, ALONE, said)

    assert (answer.status_code, is_in(client)) == (422, False)
    assert "Adgangsnøglen passer ikke" in answer.content.decode()


def test_a_key_is_made_for_what_was_asked_and_once(browse: Browse) -> None:
    astrid, made = browse("astrid"), Authenticator()
    address = reverse("add-passkey")
    foreign = made.make(challenge_for(browse("astrid"), "new-passkey-options"))
    challenge_for(astrid, "new-passkey-options")

    refused = astrid.post(address, {"name": "Nøgle", "passkey": foreign})
    right = made.make(challenge_for(astrid, "new-passkey-options"))
    added = astrid.post(address, {"name": "Nøgle", "passkey": right})
    again = astrid.post(address, {"name": "Nøgle", "passkey": right})

    assert (refused.status_code, added.status_code, again.status_code) == (422, 200, 422)
    assert "Dine nødkoder" in added.content.decode()


def test_one_key_is_not_added_twice(browse: Browse) -> None:
    astrid, made = browse("astrid"), Authenticator()
    statuses = []
    for _number in range(2):
        answer = made.make(challenge_for(astrid, "new-passkey-options"))
        statuses.append(astrid.post(reverse("add-passkey"), {"name": "Nøgle", "passkey": answer}).status_code)

    assert statuses == [200, 409]
