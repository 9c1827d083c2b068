"""Whether a token is the provider's own answer to our question, and whom it tells of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import ECKey, RSAKey
from joserfc.jws import JWSRegistry

from sammetag.access.oidc.directory import Directory
from sammetag.access.oidc.errors import NotBelieved, TooLittleAssured
from sammetag.access.oidc.provider import Provider

# Signed by a key that only the provider has. With a shared secret, or none, anybody could sign.
ALGORITHMS = ("RS256", "PS256", "ES256")
LEEWAY = 60
LONGEST_SUBJECT = 255
# Beyond it no second is told from the next; and a number that is none is not below it.
LATEST = 2**53
UNREADABLE = (JoseError, ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError)


@dataclass(frozen=True)
class Somebody:
    """Whom a token tells of: unique at this issuer, and at no other. `at` is when they logged in there."""

    issuer: str
    subject: str
    at: float | None


def somebody(answer: Mapping[str, Any], *, provider: Provider, nonce: str, directory: Directory) -> Somebody:
    """Whom the provider's answer tells of; raises NotBelieved, or TooLittleAssured for an easy log-in."""
    claims = _claims(answer, provider=provider, nonce=nonce, directory=directory)
    subject, at = claims.get("sub"), claims.get("auth_time")
    if not isinstance(subject, str) or not 0 < len(subject) <= LONGEST_SUBJECT or "\x00" in subject:
        raise NotBelieved("no subject")
    if not provider.is_assured(claims):
        raise TooLittleAssured(provider.levels())
    return Somebody(provider.issuer, subject, _moment(at))


def _moment(at: object) -> float | None:
    """When they logged in there; none where it is not told, and NotBelieved where it is no moment."""
    if at is None:
        return None
    if isinstance(at, int | float) and 0 <= at <= LATEST:
        return float(at)
    raise NotBelieved("a log-in at no time")


def _claims(
    answer: Mapping[str, Any], *, provider: Provider, nonce: str, directory: Directory
) -> dict[str, Any]:
    """What the token says, once all of it holds together: signature, sender, addressee, time and question."""

    def key(token: Any) -> RSAKey | ECKey:
        if token.headers().get("alg") not in ALGORITHMS:
            raise NotBelieved("algorithm")
        return directory.key(token.headers().get("kid"))

    registry = JWSRegistry(algorithms=ALGORITHMS, strict_check_header=False)
    wanted = {
        "iss": {"essential": True, "value": provider.issuer},
        "aud": {"essential": True, "value": provider.client_id},
    }
    known = {
        "nonce": nonce,
        "client_id": provider.client_id,
        "access_token": answer.get("access_token"),
    }
    try:
        token = jwt.decode(answer["id_token"], key, registry=registry)
        claims = CodeIDToken(token.claims, token.header, wanted, known)
        claims.validate(leeway=LEEWAY)
    except UNREADABLE as fault:
        raise NotBelieved(type(fault).__name__) from fault
    return dict(claims)
