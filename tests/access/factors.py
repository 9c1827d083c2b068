"""What tests log in with: an app whose secret is known, ten recovery codes, and a passkey of software."""

from __future__ import annotations

import hashlib
import json
import struct
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid4

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from django.test import Client
from django.urls import reverse
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import Aaguid, AttestedCredentialData

from sammetag.access.factors import actions, one_time
from sammetag.access.wall import behind_the_wall
from tests.town import PASSWORD, Town

PRESENT, VERIFIED, HAS_KEY = 0x01, 0x04, 0x40
HERE = "http://localhost"


def give_app(town: Town, who: str) -> bytes:
    """Adds an app to somebody's account; answers its secret."""
    secret = one_time.new_secret()
    with behind_the_wall(town.account(who)):
        actions.add_app(by=town.person(who), factor_id=uuid4(), name="Telefon", secret=secret, step=0)
    return secret


def give_recovery_codes(town: Town, who: str) -> list[str]:
    """Makes somebody ten recovery codes."""
    with behind_the_wall(town.account(who)):
        return list(actions.renew_recovery_codes(by=town.person(who)))


def code(secret: bytes, now: datetime) -> str:
    """What the app shows at a moment."""
    return one_time.code_at(secret, now)


def nobody() -> Client:
    """A browser in which nobody has logged in."""
    return Client(HTTP_HOST="localhost")


def half_way(who: str, **along: str) -> Client:
    """A browser in which somebody has given the right password, and nothing more."""
    client = nobody()
    client.post(reverse("password-log-in"), {"username": who, "password": PASSWORD, **along})
    return client


@dataclass
class Authenticator:
    """A passkey made of software, which signs whatever it is told to."""

    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    id: bytes = field(default_factory=lambda: uuid4().bytes)
    count: int = 0

    def make(self, challenge: str) -> str:
        """The answer to being asked for a new passkey."""
        seen = self._seen(PRESENT | VERIFIED | HAS_KEY) + self.credential()
        # CBOR of {"fmt": "none", "attStmt": {}, "authData": seen}, by hand: it has but one shape.
        attested = b"\xa3cfmtdnonegattStmt\xa0hauthDataY" + struct.pack(">H", len(seen)) + seen
        return self._said({"attestationObject": attested}, _client_data("create", challenge, HERE))

    def credential(self) -> bytes:
        """Its id and its public key, as a site keeps them."""
        public = ES256.from_cryptography_key(self.key.public_key())  # type: ignore[no-untyped-call]
        return bytes(AttestedCredentialData.create(Aaguid(bytes(16)), self.id, public))

    def sign(self, challenge: str, owner: UUID, *, origin: str = HERE, verified: bool = True) -> str:
        """The answer to being asked to sign; `verified` where it asked its person for a finger or a PIN."""
        self.count += 1
        client_data = _client_data("get", challenge, origin)
        seen = self._seen(PRESENT | (VERIFIED if verified else 0))
        signature = self.key.sign(seen + hashlib.sha256(client_data).digest(), ec.ECDSA(SHA256()))
        parts = {"authenticatorData": seen, "signature": signature, "userHandle": owner.bytes}
        return self._said(parts, client_data)

    def _seen(self, flags: int) -> bytes:
        return hashlib.sha256(b"localhost").digest() + bytes([flags]) + struct.pack(">I", self.count)

    def _said(self, parts: dict[str, bytes], client_data: bytes) -> str:
        parts = parts | {"clientDataJSON": client_data}
        response = {name: websafe_encode(part) for name, part in parts.items()}
        mine = websafe_encode(self.id)
        return json.dumps({"id": mine, "rawId": mine, "type": "public-key", "response": response})


def challenge_for(client: Client, address: str = "passkey-options") -> str:
    """What the site asks a browser to sign."""
    return str(client.post(reverse(address)).json()["challenge"])


def give_passkey(client: Client) -> Authenticator:
    """Adds a passkey to the account that is logged in."""
    made = Authenticator()
    answer = made.make(challenge_for(client, "new-passkey-options"))
    added = client.post(reverse("add-passkey"), {"name": "Nøgle", "passkey": answer})
    if added.status_code not in (200, 302):
        raise AssertionError(added.content.decode())
    return made


def _client_data(kind: str, challenge: str, origin: str) -> bytes:
    return json.dumps({"type": f"webauthn.{kind}", "challenge": challenge, "origin": origin}).encode()
