"""The server's half of passkeys: what the browser is asked to sign, and whether it did.

What was asked lies in the session and is taken out with the first answer, right or wrong.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from fido2.server import Fido2Server
from fido2.webauthn import (
    AttestationConveyancePreference,
    AttestedCredentialData,
    AuthenticationResponse,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from sammetag.access.factors.queries import factors_of
from sammetag.access.models import Factor, FactorKind
from sammetag.access.using.actions import use_passkey
from sammetag.people.models import Account

NEW, ASKED = "passkey_new", "passkey_asked"
ANSWER_WITHIN = 5 * 60
LONGEST_ANSWER = 20_000
# Everything that reading somebody's bytes can end in.
UNREADABLE = (ValueError, TypeError, LookupError, AttributeError, RecursionError, struct.error)


class NotSigned(ValueError):
    """The browser did not sign what it was asked to, or in a way that we do not know."""


@dataclass(frozen=True)
class Made:
    """A passkey as the browser has just made it."""

    credential: bytes
    public_key: bytes
    sign_count: int


def ask_for_new(request: HttpRequest, account: Account) -> dict[str, Any]:
    """What the browser needs in order to make a passkey for the account."""
    options, state = _server(request).register_begin(
        PublicKeyCredentialUserEntity(
            id=account.pk.bytes, name=account.username, display_name=account.username
        ),
        credentials=[_key_of(one) for one in factors_of(account.pk, FactorKind.PASSKEY)],
        resident_key_requirement=ResidentKeyRequirement.PREFERRED,
        user_verification=UserVerificationRequirement.PREFERRED,
    )
    _remember(request, NEW, state)
    return dict(options)["publicKey"]  # type: ignore[no-any-return]


def made(request: HttpRequest, answer: str) -> Made:
    """The passkey that the browser made when it was asked; raises NotSigned for anything else."""
    state = _taken(request, NEW)
    try:
        seen = _server(request).register_complete(state, _read(answer))
    except UNREADABLE as fault:
        raise NotSigned("no passkey was made") from fault
    key = seen.credential_data
    if key is None:
        raise NotSigned("no passkey was made")
    return Made(key.credential_id, bytes(key), seen.counter)


def ask_for_proof(request: HttpRequest, account_id: UUID | None) -> dict[str, Any]:
    """What the browser needs in order to sign with a passkey of the account, or with any of this site.

    Where a passkey is the only step it must ask its person for a finger, a face or a PIN.
    """
    keys = [_key_of(one) for one in factors_of(account_id, FactorKind.PASSKEY)] if account_id else None
    wanted = UserVerificationRequirement.PREFERRED if account_id else UserVerificationRequirement.REQUIRED
    options, state = _server(request).authenticate_begin(keys, user_verification=wanted)
    _remember(request, ASKED, state)
    return dict(options)["publicKey"]  # type: ignore[no-any-return]


def claimed_account(answer: str) -> UUID:
    """The account that a passkey says it belongs to; believed only after its signature was looked at."""
    try:
        told = AuthenticationResponse.from_dict(_read(answer)).response.user_handle
        return UUID(bytes=told or b"")
    except UNREADABLE as fault:
        raise NotSigned("a passkey that names no account") from fault


def take_proof(request: HttpRequest, account_id: UUID, answer: str, *, alone: bool = False) -> None:
    """Looks at a signature by a passkey of the account; raises NotSigned where it does not prove anything.

    `alone` is for a passkey without a password before it, which must have asked its person who they are.
    """
    state = _taken(request, ASKED)
    if alone:
        state = state | {"user_verification": UserVerificationRequirement.REQUIRED}
    held = {bytes(one.credential or b""): one for one in factors_of(account_id, FactorKind.PASSKEY)}
    try:
        said = AuthenticationResponse.from_dict(_read(answer))
        used = _server(request).authenticate_complete(state, _keys(held.values()), said)
    except UNREADABLE as fault:
        raise NotSigned("a signature that does not hold") from fault
    _note_use(held[used.credential_id], said.response.authenticator_data.counter)


def _note_use(factor: Factor, count: int) -> None:
    """Writes down that a passkey was used. One that counts backwards has a copy somewhere."""
    counts = bool(count or factor.sign_count)
    if counts and count <= factor.sign_count:
        raise NotSigned(f"passkey {factor.pk} counts backwards")
    if not use_passkey(factor_id=factor.pk, before=factor.sign_count, count=count):
        raise NotSigned(f"passkey {factor.pk} was used twice at once")


def _server(request: HttpRequest) -> Fido2Server:
    """The site as a passkey knows it: its host name, and this very address of it."""
    here = f"{request.scheme}://{request.get_host()}"
    return Fido2Server(
        PublicKeyCredentialRpEntity(name="Sammetag", id=request.get_host().partition(":")[0]),
        attestation=AttestationConveyancePreference.NONE,
        verify_origin=lambda origin: origin == here,
    )


def _keys(factors: Iterable[Factor]) -> list[AttestedCredentialData]:
    return [_key_of(one) for one in factors]


def _key_of(factor: Factor) -> AttestedCredentialData:
    return AttestedCredentialData(bytes(factor.public_key or b""))


def _remember(request: HttpRequest, name: str, state: dict[str, Any]) -> None:
    wanted = state["user_verification"]
    request.session[name] = {
        "challenge": state["challenge"],
        "user_verification": str(getattr(wanted, "value", wanted)),
        "at": timezone.now().timestamp(),
    }


def _taken(request: HttpRequest, name: str) -> dict[str, Any]:
    held = cast("dict[str, Any] | None", request.session.pop(name, None))
    if held is None or timezone.now().timestamp() - held["at"] > ANSWER_WITHIN:
        raise NotSigned("nothing was asked lately")
    return held


def _read(answer: str) -> dict[str, Any]:
    if len(answer) > LONGEST_ANSWER:
        raise NotSigned("too long")
    read = json.loads(answer)
    if not isinstance(read, dict):
        raise NotSigned("no answer of a passkey")
    return read
