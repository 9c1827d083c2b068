"""The one identity provider that this installation trusts, and which of its answers are good enough."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404
from django.utils.translation import gettext as _

# The levels of NSIS that let somebody in to sensitive data, as they are written in a token: the concepts of
# the public data model, which Signaturgruppen's broker sends as `loa` for MitID and MitID Erhverv
# (its pages 'MitID' and 'MitID Erhverv'), and the bare words of OIOSAML 3, which a Keycloak in front of
# NemLog-in hands on as they came. Letter for letter: what is spelt otherwise has to be named in the settings.
NSIS = (
    "https://data.gov.dk/concept/core/nsis/Substantial",
    "https://data.gov.dk/concept/core/nsis/High",
    "Substantial",
    "High",
)
LOCAL = ("localhost", "127.0.0.1")


@dataclass(frozen=True)
class Provider:
    """Who it is, who we are to it, and what its tokens must say."""

    issuer: str
    client_id: str
    client_secret: str = field(repr=False)
    scope: str = "openid"
    assurance_claim: str = "loa"
    assurances: tuple[str, ...] = NSIS
    label: str = ""

    def is_assured(self, claims: dict[str, object]) -> bool:
        """Whether a token says of its log-in that it was sure enough."""
        said = claims.get(self.assurance_claim)
        return isinstance(said, str) and said in self.assurances

    def levels(self) -> str:
        """The levels that let somebody in, as a person reads them."""
        words = dict.fromkeys(_level(one) for one in self.assurances)
        return f" {_('eller')} ".join(words)


def named() -> Provider | None:
    """The provider that the settings name, if they name one."""
    found: Provider | None = settings.OIDC
    return found


def trusted() -> Provider:
    """The provider that the settings name; where they name none, its addresses are not there."""
    found = named()
    if found is None:
        raise Http404
    return found


def is_safe(address: str) -> bool:
    """Whether what is sent there can be read by nobody on the way: HTTPS, or this very machine."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    if parts.scheme == "http":
        return parts.hostname in LOCAL
    return parts.scheme == "https" and bool(parts.hostname)


def _level(written: str) -> str:
    last = written.rsplit("/", 1)[-1].lower()
    return {"low": _("Lav"), "substantial": _("Betydelig"), "high": _("Høj")}.get(last, written)
