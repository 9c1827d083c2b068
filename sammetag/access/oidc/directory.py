"""What the provider tells of itself: where its doors are, and with which keys it signs.

Asked for once an hour. A key that is not known is asked for anew, at most once a minute, so that a provider
can change its keys, and nobody can make us ask by sending tokens.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from threading import Lock
from time import monotonic
from typing import Any

import requests
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, RSAKey

from sammetag.access.oidc.errors import NotBelieved, ProviderAway, ProviderMistaken
from sammetag.access.oidc.provider import is_safe

PATIENCE = 5
LASTS = 3600
BETWEEN_KEYS = 60
# Somebody has just waited in vain: the next ones are told at once.
PAUSE = 5
LARGEST = 1_000_000
# Keys that sign. A shared secret among them would let anybody who reads them sign.
SIGNING: dict[str, type[RSAKey] | type[ECKey]] = {"RSA": RSAKey, "EC": ECKey}

Keys = dict[str, RSAKey | ECKey]


@dataclass(frozen=True)
class Doors:
    """The addresses of a provider, and how it wants us to show who we are."""

    authorization: str
    token: str
    keys: str
    secret_in: str
    names_itself: bool


class Directory:
    """What one provider told, kept for a while. One for all threads of a process."""

    def __init__(self, issuer: str) -> None:
        self.issuer = issuer
        self._lock = Lock()
        self._doors: Doors | None = None
        self._keys: Keys = {}
        self._doors_at = self._keys_at = self._failed_at = float("-inf")

    def doors(self) -> Doors:
        """Its addresses; raises ProviderAway or ProviderMistaken."""
        with self._lock:
            return self._fresh_doors()

    def key(self, kid: str | None) -> RSAKey | ECKey:
        """The key that a token says it was signed with; raises NotBelieved where there is none such."""
        with self._lock:
            found = _picked(self._keys, kid)
            if found is None or monotonic() - self._keys_at > LASTS:
                if monotonic() - self._keys_at > BETWEEN_KEYS:
                    self._keys = _signing_keys(self._fetched(self._fresh_doors().keys))
                    self._keys_at = monotonic()
                found = _picked(self._keys, kid)
        if found is None:
            raise NotBelieved("unknown key")
        return found

    def _fresh_doors(self) -> Doors:
        if self._doors is None or monotonic() - self._doors_at > LASTS:
            told = self._fetched(f"{self.issuer.rstrip('/')}/.well-known/openid-configuration")
            self._doors = _doors(told, self.issuer)
            self._doors_at = monotonic()
        return self._doors

    def _fetched(self, address: str) -> dict[str, Any]:
        if monotonic() - self._failed_at < PAUSE:
            raise ProviderAway("it was a moment ago")
        try:
            return _json_from(address)
        except ProviderAway:
            self._failed_at = monotonic()
            raise


@cache
def directory(issuer: str) -> Directory:
    """The directory of a provider, the same one for every request of this process."""
    return Directory(issuer)


def _json_from(address: str) -> dict[str, Any]:
    try:
        # Followed nowhere else: the address is one that the provider itself has named.
        answer = requests.get(address, timeout=PATIENCE, allow_redirects=False, stream=True)
        with answer:
            if answer.status_code != 200:
                raise ProviderAway(f"status {answer.status_code}")
            found = json.loads(_body(answer))
    except requests.RequestException as fault:
        raise ProviderAway(type(fault).__name__) from fault
    except ValueError as fault:
        raise ProviderAway("no JSON") from fault
    if not isinstance(found, dict):
        raise ProviderAway("no object")
    return found


def _body(answer: requests.Response) -> bytes:
    body, deadline = bytearray(), monotonic() + PATIENCE
    # Byte by byte: to ask for more would wait for all of it, however slowly it comes.
    for part in answer.iter_content(1):
        body += part
        if len(body) > LARGEST or monotonic() > deadline:
            raise ProviderAway("an answer without end")
    return bytes(body)


def _doors(told: dict[str, Any], issuer: str) -> Doors:
    if told.get("issuer") != issuer:
        raise ProviderMistaken("the directory is of another issuer")
    methods = told.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
    return Doors(
        authorization=_address(told, "authorization_endpoint"),
        token=_address(told, "token_endpoint"),
        keys=_address(told, "jwks_uri"),
        secret_in="client_secret_basic" if "client_secret_basic" in methods else "client_secret_post",
        names_itself=told.get("authorization_response_iss_parameter_supported") is True,
    )


def _address(told: dict[str, Any], name: str) -> str:
    address = told.get(name)
    if not isinstance(address, str) or not is_safe(address):
        raise ProviderMistaken(f"no safe {name}")
    return address


def _signing_keys(told: dict[str, Any]) -> Keys:
    found: Keys = {}
    listed = told.get("keys")
    for one in listed if isinstance(listed, list) else []:
        if not isinstance(one, dict) or one.get("kty") not in SIGNING or one.get("use", "sig") != "sig":
            continue
        try:
            found[str(one.get("kid", ""))] = SIGNING[one["kty"]].import_key(one)
        except (JoseError, ValueError, TypeError, KeyError):
            # A key of a kind that we do not know signs nothing that we believe.
            continue
    return found


def _picked(keys: Keys, kid: str | None) -> RSAKey | ECKey | None:
    """The key of that name. A token without one is only clear where there is a single key."""
    if kid is None:
        return next(iter(keys.values())) if len(keys) == 1 else None
    return keys.get(kid)
