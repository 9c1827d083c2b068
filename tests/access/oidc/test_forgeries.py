"""What an honest provider never sends: none of it is believed, whatever else of it is right."""

from __future__ import annotations

import base64
import json
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from joserfc.jwk import RSAKey

from sammetag.access.oidc import asking
from sammetag.access.oidc.errors import (
    GivenUp,
    NotBelieved,
    ProviderAway,
    ProviderMistaken,
    TooLittleAssured,
)
from sammetag.access.oidc.journey import Journey
from sammetag.access.oidc.provider import NSIS, Provider
from sammetag.access.oidc.tokens import Somebody
from tests.access.oidc.forger import (
    ANOTHER_KEY,
    CURVE,
    KEY,
    Claims,
    Forger,
    signed,
    unsigned,
    with_shared_secret,
)
from tests.access.oidc.honest import CLIENT, SECRET

NONCE = "asked-once"
JOURNEY = Journey(
    state="s",
    nonce=NONCE,
    verifier="v" * 64,
    back_to="http://localhost/log-in/oidc/answer/",
    begun=0,
    proving="",
    along="",
)
Forge = Callable[[Claims], str]


@pytest.fixture(autouse=True)
def question(forger: Forger) -> None:
    """Lets the provider know what it was asked."""
    forger.sent["nonce"] = NONCE


def provider(forger: Forger) -> Provider:
    return Provider(issuer=forger.issuer, client_id=CLIENT, client_secret=SECRET)


def read(forger: Forger, **told: str) -> Somebody:
    """Whom we take the provider's answer to tell of."""
    return asking.read_answer(provider(forger), JOURNEY, {"code": "c"} | told)


def with_the_public_key(claims: Claims) -> str:
    """Signed with what everybody can read, as if it were a shared secret."""
    return with_shared_secret(claims, KEY.as_pem(private=False))


def with_the_modulus(claims: Claims) -> str:
    return with_shared_secret(claims, json.dumps(KEY.as_dict(private=False)).encode())


def with_its_own_key(claims: Claims) -> str:
    """Signed with a key that the token itself brings."""
    return signed(claims, key=ANOTHER_KEY, jwk=ANOTHER_KEY.as_dict(private=False))


def with_changed_claims(claims: Claims) -> str:
    """An honest signature over something else."""
    head, _body, signature = signed(claims).split(".")
    body = base64.urlsafe_b64encode(json.dumps(claims | {"sub": "person-2"}).encode()).rstrip(b"=").decode()
    return f"{head}.{body}.{signature}"


@pytest.mark.parametrize(
    "sign",
    [
        signed,
        lambda claims: signed(claims, alg="PS256"),
        lambda claims: signed(claims, key=CURVE, alg="ES256"),
    ],
    ids=["RS256", "PS256", "ES256"],
)
def test_an_honest_token_is_believed(sign: Forge, forger: Forger) -> None:
    forger.token = sign

    found = read(forger)

    assert (found.issuer, found.subject) == (forger.issuer, "person-1")


FORGED_SIGNATURES: dict[str, Forge] = {
    "alg none": unsigned,
    "HS256 with the public key": with_the_public_key,
    "HS256 with the key as it is published": with_the_modulus,
    # Without the hash of the access token, which is another one for each algorithm.
    "an algorithm that is not on the list": lambda claims: signed(claims | {"at_hash": None}, alg="RS512"),
    "another key under the same name": lambda claims: signed(claims, key=ANOTHER_KEY),
    "a key that the token brings along": with_its_own_key,
    "a key that nobody knows": lambda claims: signed(
        claims, key=RSAKey.import_key(KEY.as_dict(private=True) | {"kid": "of-nobody"})
    ),
    "no name of a key where there are two": lambda claims: signed(claims, kid=None),
    "claims changed after signing": with_changed_claims,
    "no signature": lambda claims: signed(claims).rpartition(".")[0] + ".",
    "not a token": lambda claims: "hej",
    "nothing": lambda claims: "",
}


@pytest.mark.parametrize("lie", FORGED_SIGNATURES)
def test_a_signature_that_is_not_the_providers_is_not_believed(lie: str, forger: Forger) -> None:
    forger.token = FORGED_SIGNATURES[lie]

    with pytest.raises(NotBelieved):
        read(forger)


NOW = int(time.time())
MOMENTS = {"exp", "iat", "nbf"}
FALSE_CLAIMS: dict[str, dict[str, Any]] = {
    "another issuer": {"iss": "https://another.example"},
    "our issuer with a slash more": {"iss": "/"},
    "no issuer": {"iss": None},
    "an issuer among others": {"iss": ["https://another.example"]},
    "another audience": {"aud": "another-client"},
    "another audience, though we were authorised": {"aud": "another-client", "azp": CLIENT},
    "no audience": {"aud": None},
    "ours among others, and nobody authorised": {"aud": [CLIENT, "another-client"]},
    "ours among others, and another authorised": {"aud": [CLIENT, "another-client"], "azp": "another-client"},
    "another authorised": {"azp": "another-client"},
    "another question": {"nonce": "another"},
    "no question": {"nonce": None},
    "an empty question": {"nonce": ""},
    "over": {"exp": NOW - 61},
    "without an end": {"exp": None},
    "an end that is no time": {"exp": "aldrig"},
    "from the future": {"iat": NOW + 300},
    "without a beginning": {"iat": None},
    "not yet": {"nbf": NOW + 300},
    "another access token": {"at_hash": "AAAAAAAAAAAAAAAAAAAAAA"},
    "no subject": {"sub": None},
    "an empty subject": {"sub": ""},
    "a subject that is a number": {"sub": 1},
    "a subject without end": {"sub": "x" * 256},
    "a subject that no database holds": {"sub": "person\x00"},
    "a log-in at no time": {"auth_time": "i går"},
    "a log-in at an empty time": {"auth_time": ""},
    "a log-in later than every other": {"auth_time": float("nan")},
    "a log-in beyond all numbers": {"auth_time": 10**400},
}


def of_now(claims: dict[str, Any]) -> dict[str, Any]:
    """The claims with their moments as far from now as they are from when the tests were gathered."""
    since = int(time.time()) - NOW
    moments = {name: at for name, at in claims.items() if name in MOMENTS and isinstance(at, int)}
    return claims | {name: at + since for name, at in moments.items()}


@pytest.mark.parametrize("lie", FALSE_CLAIMS)
def test_a_token_about_something_else_is_not_believed(lie: str, forger: Forger) -> None:
    false = FALSE_CLAIMS[lie]
    forger.claims = of_now(false) | ({"iss": f"{forger.issuer}/"} if false.get("iss") == "/" else {})

    with pytest.raises(NotBelieved):
        read(forger)


@pytest.mark.parametrize(
    "true",
    [
        {"exp": NOW - 30},
        {"iat": NOW + 30},
        {"aud": [CLIENT]},
        {"aud": [CLIENT, "another-client"], "azp": CLIENT},
        {"at_hash": None},
        {"auth_time": None},
    ],
    # Named, since the moment is another in each process.
    ids=[
        "just run out",
        "a little ahead",
        "audience in a list",
        "two audiences",
        "no at_hash",
        "no auth_time",
    ],
)
def test_what_the_standard_allows_is_believed(true: dict[str, Any], forger: Forger) -> None:
    forger.claims = of_now(true)

    assert read(forger).subject == "person-1"


@pytest.mark.parametrize(
    "loa",
    [
        None,
        "",
        "https://data.gov.dk/concept/core/nsis/Low",
        "https://data.gov.dk/concept/core/nsis/substantial",
        "https://data.gov.dk/concept/core/nsis/Substantial ",
        "https://example.org/concept/core/nsis/High",
        [NSIS[0]],
        {"value": NSIS[0]},
        3,
        True,
    ],
    ids=str,
)
def test_any_other_assurance_is_too_little(loa: object, forger: Forger) -> None:
    forger.claims = {"loa": loa}

    with pytest.raises(TooLittleAssured):
        read(forger)


@pytest.mark.parametrize("loa", NSIS)
def test_substantial_and_high_are_enough(loa: str, forger: Forger) -> None:
    forger.claims = {"loa": loa}

    assert read(forger).subject == "person-1"


def test_a_claim_of_another_name_may_tell_the_assurance(forger: Forger) -> None:
    forger.claims = {"loa": None, "acr": "gold"}
    by_acr = replace(provider(forger), assurance_claim="acr", assurances=("gold",))

    assert asking.read_answer(by_acr, JOURNEY, {"code": "c"}).subject == "person-1"


def test_the_code_is_exchanged_with_our_secret_and_the_verifier(forger: Forger) -> None:
    read(forger, code="the-code")

    assert forger.sent["code"] == "the-code"
    assert forger.sent["code_verifier"] == JOURNEY.verifier
    assert forger.sent["redirect_uri"] == JOURNEY.back_to


@pytest.mark.parametrize(
    ("told", "refusal"),
    [
        ({"iss": "https://another.example"}, NotBelieved),
        ({"iss": ""}, NotBelieved),
        ({"code": ""}, NotBelieved),
        ({"error": "access_denied"}, GivenUp),
        ({"error": "<script>"}, GivenUp),
        ({"error": "temporarily_unavailable"}, ProviderAway),
    ],
    ids=str,
)
def test_an_answer_in_the_address_that_lets_nobody_in(
    told: dict[str, str], refusal: type[Exception], forger: Forger
) -> None:
    with pytest.raises(refusal) as said:
        read(forger, **told)

    assert "script" not in str(said.value)
    assert "/token" not in forger.asked


def test_a_provider_that_names_itself_in_answers_must_do_it_in_each(forger: Forger) -> None:
    forger.directory = {"authorization_response_iss_parameter_supported": True}

    assert read(forger, iss=forger.issuer).subject == "person-1"
    with pytest.raises(NotBelieved):
        read(forger)


@pytest.mark.parametrize(
    ("reply", "refusal"),
    [
        ({"error": "invalid_grant"}, NotBelieved),
        ({"error": ["odd"]}, NotBelieved),
        ({"access_token": "x", "token_type": "Bearer"}, NotBelieved),
        ({"id_token": None}, NotBelieved),
        ({"id_token": {"sub": "person-1"}}, NotBelieved),
        ({}, NotBelieved),
    ],
    ids=str,
)
def test_something_else_than_a_token_lets_nobody_in(
    reply: dict[str, Any], refusal: type[Exception], forger: Forger
) -> None:
    forger.reply = reply

    with pytest.raises(refusal):
        read(forger)


@pytest.mark.parametrize(
    "changed",
    [
        {"issuer": "https://another.example"},
        {"issuer": None},
        {"token_endpoint": "http://another.example/token"},
        {"authorization_endpoint": "javascript:alert(1)"},
        {"jwks_uri": None},
    ],
    ids=str,
)
def test_a_directory_that_cannot_be_true_lets_nobody_set_out(changed: dict[str, Any], forger: Forger) -> None:
    forger.directory = changed

    with pytest.raises(ProviderMistaken):
        asking.address_of(provider(forger), JOURNEY)


@pytest.mark.parametrize("status", [302, 404, 500])
def test_a_directory_that_is_not_there_is_a_provider_away(status: int, forger: Forger) -> None:
    forger.status = status

    with pytest.raises(ProviderAway):
        asking.address_of(provider(forger), JOURNEY)
