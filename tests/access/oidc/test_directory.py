"""How often a provider is asked about itself and its keys, and what happens while it is slow or gone."""

from __future__ import annotations

import json
from typing import Any

import pytest
from joserfc.jwk import RSAKey

from sammetag.access.oidc import directory as directories
from sammetag.access.oidc.directory import BETWEEN_KEYS, LASTS, PAUSE, Directory
from sammetag.access.oidc.errors import NotBelieved, ProviderAway
from tests.access.oidc.forger import KEY, Forger

SELF = "/.well-known/openid-configuration"


class Clock:
    """A clock that a test turns."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    turned = Clock()
    monkeypatch.setattr(directories, "monotonic", turned)
    return turned


def named(key: Any, kid: str) -> dict[str, Any]:
    """The public half of a key under another name."""
    return RSAKey.import_key(key.as_dict(private=False) | {"kid": kid}).as_dict(private=False)


def test_it_is_asked_once_an_hour(forger: Forger, clock: Clock) -> None:
    directory = Directory(forger.issuer)

    directory.doors()
    directory.doors()
    assert forger.asked == [SELF]
    clock.now += LASTS + 1
    directory.doors()
    assert forger.asked == [SELF, SELF]


def test_a_new_key_is_found_and_an_unknown_one_is_asked_for_once_a_minute(
    forger: Forger, clock: Clock
) -> None:
    directory = Directory(forger.issuer)
    directory.key("of-today")
    forger.keys = [named(KEY, "of-tomorrow")]

    with pytest.raises(NotBelieved):
        directory.key("of-tomorrow")
    clock.now += BETWEEN_KEYS + 1
    directory.key("of-tomorrow")
    for _try in range(20):
        with pytest.raises(NotBelieved):
            directory.key("of-nobody")

    assert forger.asked.count("/keys") == 2


def test_a_key_that_was_taken_back_is_gone_after_an_hour(forger: Forger, clock: Clock) -> None:
    directory = Directory(forger.issuer)
    directory.key("of-today")
    forger.keys = []
    clock.now += LASTS + 1

    with pytest.raises(NotBelieved):
        directory.key("of-today")


@pytest.mark.parametrize(
    "key",
    [
        {"kty": "oct", "k": "c2VjcmV0", "kid": "of-today"},
        {"kty": "RSA", "kid": "of-today"},
        {"kty": "OKP", "crv": "Ed25519", "x": "AAAA", "kid": "of-today"},
        KEY.as_dict(private=False) | {"use": "enc"},
        "of-today",
    ],
    # Named, since a key is made anew in each process.
    ids=["shared secret", "half a key", "another kind", "for hiding, not for signing", "no key at all"],
)
def test_a_key_that_cannot_sign_is_no_key(key: Any, forger: Forger) -> None:
    forger.keys = [key]

    with pytest.raises(NotBelieved):
        Directory(forger.issuer).key("of-today")


def test_a_single_key_needs_no_name(forger: Forger) -> None:
    forger.keys = [KEY.as_dict(private=False)]

    assert Directory(forger.issuer).key(None)


def test_a_provider_that_is_slow_is_away(forger: Forger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(directories, "PATIENCE", 0.2)
    forger.slow = 1

    with pytest.raises(ProviderAway, match="ReadTimeout"):
        Directory(forger.issuer).doors()


def test_while_it_is_away_only_the_first_waits_and_afterwards_it_is_asked_again(
    forger: Forger, clock: Clock
) -> None:
    directory = Directory(forger.issuer)
    forger.status = 500
    for _try in range(3):
        with pytest.raises(ProviderAway):
            directory.doors()
    assert len(forger.asked) == 1

    forger.status = 200
    clock.now += PAUSE + 1

    assert directory.doors().token == f"{forger.issuer}/token"


def test_an_answer_without_end_is_cut_off(forger: Forger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(directories, "LARGEST", 100)

    with pytest.raises(ProviderAway, match="without end"):
        Directory(forger.issuer).doors()


def test_an_answer_that_comes_drop_by_drop_is_not_waited_for(
    forger: Forger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(directories, "PATIENCE", 0.2)
    forger.drip = 0.02

    with pytest.raises(ProviderAway, match="without end"):
        Directory(forger.issuer).doors()

    assert 0 < forger.dripped < len(json.dumps(forger.told_of_itself()))


def test_nobody_is_there(forger: Forger) -> None:
    forger.stop()

    with pytest.raises(ProviderAway, match="ConnectionError"):
        Directory(forger.issuer).doors()
