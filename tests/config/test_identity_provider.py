"""The provider in the environment: wholly there or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from sammetag.access.oidc.provider import NSIS, Provider
from sammetag.config import identity_provider
from sammetag.config.environment import MissingSetting

WHOLE = {"ISSUER": "https://id.example/realm", "CLIENT_ID": "sammetag", "CLIENT_SECRET": "hemmelig"}


def named(monkeypatch: pytest.MonkeyPatch, **settings: str) -> Provider | None:
    for name, value in settings.items():
        monkeypatch.setenv(f"SAMMETAG_OIDC_{name}", value)
    return identity_provider.from_environment()


def test_without_an_issuer_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    assert named(monkeypatch) is None


def test_three_settings_name_one_that_must_be_sure(monkeypatch: pytest.MonkeyPatch) -> None:
    found = named(monkeypatch, **WHOLE)

    assert found == Provider(WHOLE["ISSUER"], WHOLE["CLIENT_ID"], WHOLE["CLIENT_SECRET"])
    assert (found.scope, found.assurance_claim, found.assurances) == ("openid", "loa", NSIS)
    assert "hemmelig" not in repr(found)


def test_the_rest_may_be_said_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    more = {"SCOPE": "nemlogin", "ASSURANCE_CLAIM": "acr", "ASSURANCE": "gold, platinum", "LABEL": "MitID"}

    found = named(monkeypatch, **WHOLE, **more)

    assert found
    assert (found.scope, found.assurance_claim) == ("openid nemlogin", "acr")
    assert (found.assurances, found.label) == (("gold", "platinum"), "MitID")


def test_the_secret_may_lie_in_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(f"{WHOLE['CLIENT_SECRET']}\n")
    rest = {name: value for name, value in WHOLE.items() if name != "CLIENT_SECRET"}

    found = named(monkeypatch, **rest, CLIENT_SECRET_FILE=str(tmp_path / "secret"))

    assert found and found.client_secret == WHOLE["CLIENT_SECRET"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"ISSUER": "http://id.example"},
        {"ISSUER": "id.example"},
        {"ISSUER": "https://"},
        {"ISSUER": "https://id.example/?x=1"},
        {"ISSUER": "https://[id"},
        {"ASSURANCE": " , "},
        {"CLIENT_ID": ""},
        {"CLIENT_SECRET": ""},
        {"CLIENT_SECRET_FILE": "/nonexistent"},
    ],
    ids=str,
)
def test_what_cannot_be_meant_stops_the_program(
    wrong: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(MissingSetting):
        named(monkeypatch, **WHOLE | wrong)
