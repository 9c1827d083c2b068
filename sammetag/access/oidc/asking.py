"""The two questions to the provider: who somebody is, by their browser, and what its answer stands for."""

from __future__ import annotations

import logging
from typing import Any

import requests
from authlib.integrations.base_client import OAuthError
from authlib.integrations.requests_client import OAuth2Session

from sammetag.access.oidc.directory import PATIENCE, Doors, directory
from sammetag.access.oidc.errors import GivenUp, NotBelieved, ProviderAway
from sammetag.access.oidc.journey import Journey
from sammetag.access.oidc.provider import Provider
from sammetag.access.oidc.tokens import Somebody, somebody

log = logging.getLogger(__name__)

# What a provider may say instead of an answer (OAuth 2, OpenID Connect); nothing else is written in a log.
REASONS = {
    *("access_denied", "invalid_request", "invalid_scope", "server_error", "temporarily_unavailable"),
    *("unauthorized_client", "unsupported_response_type", "interaction_required", "login_required"),
    *("account_selection_required", "consent_required", "invalid_client", "invalid_grant"),
}
BRIEFLY_AWAY = {"server_error", "temporarily_unavailable"}


def address_of(provider: Provider, journey: Journey) -> str:
    """Where the browser is sent to be asked who somebody is; raises ProviderAway or ProviderMistaken."""
    doors = directory(provider.issuer).doors()
    again = {"prompt": "login", "max_age": "0"} if journey.proving else {}
    with _client(provider, doors, journey) as client:
        address, _state = client.create_authorization_url(
            doors.authorization,
            state=journey.state,
            nonce=journey.nonce,
            code_verifier=journey.verifier,
            **again,
        )
    return str(address)


def read_answer(provider: Provider, journey: Journey, told: dict[str, str]) -> Somebody:
    """Whom the provider tells of in what the browser brought back; raises NotLetIn in one of its kinds."""
    doors = directory(provider.issuer).doors()
    # Said by another provider, a code would be handed to the wrong one (RFC 9207).
    if told.get("iss", provider.issuer if not doors.names_itself else "") != provider.issuer:
        raise NotBelieved("the answer names another issuer")
    if "error" in told:
        raise _refusal(told["error"])
    if not told.get("code"):
        raise NotBelieved("no code")
    answer = _exchanged(provider, doors, journey, told["code"])
    return somebody(answer, provider=provider, nonce=journey.nonce, directory=directory(provider.issuer))


def _exchanged(provider: Provider, doors: Doors, journey: Journey, code: str) -> dict[str, Any]:
    """The tokens that the code stands for, asked for with our secret and the verifier."""
    try:
        with _client(provider, doors, journey) as client:
            return dict(
                client.fetch_token(
                    doors.token,
                    grant_type="authorization_code",
                    code=code,
                    code_verifier=journey.verifier,
                    allow_redirects=False,
                )
            )
    except OAuthError as refusal:
        raise NotBelieved(f"no token: {_known(refusal.error)}") from refusal
    except (requests.RequestException, ValueError, TypeError) as fault:
        raise ProviderAway(type(fault).__name__) from fault


def _client(provider: Provider, doors: Doors, journey: Journey) -> Any:
    return OAuth2Session(
        provider.client_id,
        provider.client_secret,
        token_endpoint_auth_method=doors.secret_in,
        scope=provider.scope,
        redirect_uri=journey.back_to,
        code_challenge_method="S256",
        default_timeout=PATIENCE,
    )


def _refusal(error: str) -> Exception:
    return ProviderAway(error) if error in BRIEFLY_AWAY else GivenUp(_known(error))


def _known(error: object) -> str:
    return error if isinstance(error, str) and error in REASONS else "for a reason of its own"
