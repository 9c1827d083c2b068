"""Codes: six digits from an app that are good for half a minute, and recovery codes that are good once."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from datetime import datetime
from urllib.parse import quote
from uuid import UUID

import segno
from cryptography.hazmat.primitives.hashes import SHA1
from cryptography.hazmat.primitives.twofactor.totp import TOTP

ISSUER = "Sammetag"
# What every authenticator app understands: RFC 6238 with its defaults.
SECRET_BYTES, DIGITS, SECONDS = 20, 6, 30
# A clock may be a step behind or ahead.
DRIFT = (-1, 0, 1)
GROUPS, GROUP = 4, 4
ROUNDS = 100_000


def new_secret() -> bytes:
    """A secret for a new app."""
    return secrets.token_bytes(SECRET_BYTES)


def code_at(secret: bytes, moment: datetime) -> str:
    """The code that an app with this secret shows at a moment."""
    return _counter(secret).generate(int(moment.timestamp())).decode()


def step_of(secret: bytes, code: str, moment: datetime, *, after: int = 0) -> int | None:
    """The time step whose code this is, near the moment and `after` the last one used; else none."""
    here = int(moment.timestamp()) // SECONDS
    for step in (here + drift for drift in DRIFT):
        shown = _counter(secret).generate(step * SECONDS)
        if hmac.compare_digest(shown, code.encode()) and step > after:
            return step
    return None


def address_for_app(secret: bytes, username: str) -> str:
    """The text that an app reads from the picture."""
    return _counter(secret).get_provisioning_uri(quote(username), ISSUER)


def picture_of(address: str) -> str:
    """The picture that an app reads, as SVG for the page."""
    drawn = segno.make(address, error="m", micro=False)
    return drawn.svg_inline(omitsize=True, border=4, light="#fff", svgclass="st-qr", lineclass=None)


def spelled(secret: bytes) -> str:
    """The secret for typing it into an app, in groups of four letters."""
    letters = base64.b32encode(secret).decode()
    return " ".join(letters[at : at + 4] for at in range(0, len(letters), 4))


def new_recovery_code() -> str:
    """Sixteen digits in groups, since digits can be read aloud and typed on any keyboard."""
    return "-".join(f"{secrets.randbelow(10**GROUP):0{GROUP}}" for _ in range(GROUPS))


def hash_of(recovery_code: str, account_id: UUID) -> bytes:
    """What is kept of a recovery code: found again by whoever has the code, and not guessed from a copy."""
    digits = digits_of(recovery_code)
    return hashlib.pbkdf2_hmac("sha256", digits.encode(), account_id.bytes, ROUNDS)


def digits_of(typed: str) -> str:
    """The digits of what somebody typed, however they spaced them."""
    return "".join(one for one in typed if one in "0123456789")


def _counter(secret: bytes) -> TOTP:
    return TOTP(secret, DIGITS, SHA1(), SECONDS)  # noqa: S303 - what every app understands
