"""Reads from the environment which identity provider lets people in; none is named unless all of it is."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from sammetag.access.oidc.provider import NSIS, Provider, is_safe
from sammetag.config import environment
from sammetag.config.environment import MissingSetting

ISSUER = "SAMMETAG_OIDC_ISSUER"
SECRET = "SAMMETAG_OIDC_CLIENT_SECRET"  # noqa: S105 - the name of a setting


def from_environment() -> Provider | None:
    """The provider of the settings, or none; half a provider stops the program."""
    issuer = environment.text(ISSUER, "")
    if not issuer:
        return None
    if not is_safe(issuer) or urlsplit(issuer).query or urlsplit(issuer).fragment:
        raise MissingSetting(
            f"{ISSUER} must be an address with https and nothing behind: see docs/settings.md."
        )
    assurances = tuple(environment.words("SAMMETAG_OIDC_ASSURANCE", ",".join(NSIS)))
    if not assurances:
        raise MissingSetting("SAMMETAG_OIDC_ASSURANCE names no level of assurance: see docs/settings.md.")
    return Provider(
        issuer=issuer,
        client_id=_needed("SAMMETAG_OIDC_CLIENT_ID"),
        client_secret=_secret(),
        scope=" ".join({"openid": 1} | dict.fromkeys(environment.text("SAMMETAG_OIDC_SCOPE", "").split())),
        assurance_claim=environment.text("SAMMETAG_OIDC_ASSURANCE_CLAIM", "loa"),
        assurances=assurances,
        label=environment.text("SAMMETAG_OIDC_LABEL", ""),
    )


def _needed(name: str) -> str:
    if not environment.text(name, ""):
        raise MissingSetting(f"{ISSUER} is set, so {name} must be too: see docs/settings.md.")
    return environment.text(name)


def _secret() -> str:
    """The secret itself, or the first line of the file that is named instead."""
    file = environment.text(f"{SECRET}_FILE", "")
    if not file:
        return _needed(SECRET)
    try:
        return Path(file).read_text().splitlines()[0].strip()
    except (OSError, ValueError, IndexError) as fault:
        raise MissingSetting(f"{SECRET}_FILE: {file} holds no secret that can be read.") from fault
