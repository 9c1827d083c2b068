"""`sammetag account connect`: who an account is at the municipality's own log-in, from a terminal.

What the provider calls somebody says nothing of who they are, and opens nothing without a log-in there.
"""

from __future__ import annotations

from django.utils.translation import override

from sammetag.access import actions
from sammetag.access.models import Identity
from sammetag.access.oidc.provider import named
from sammetag.access.oidc.tokens import LONGEST_SUBJECT
from sammetag.config.accounts import Say, account_of
from sammetag.config.refusal import Refused


def connect(username: str, *, subject: str, issuer: str, say: Say) -> None:
    """Let an account in as the subject of an issuer; raises Refused where either is taken already."""
    with override("da"):
        account = account_of(username)
        issuer = issuer or _issuer()
        if not subject.isprintable() or not 0 < len(subject) <= LONGEST_SUBJECT or subject != subject.strip():
            raise Refused("Sådan kan ingen hedde hos kommunens log-in. Intet er ændret.")
        held = Identity.objects.scoped("operator").filter(issuer=issuer)
        if other := held.filter(subject=subject).exclude(account=account).select_related("account").first():
            raise Refused(f"Den er allerede knyttet til {other.account.username}. Intet er ændret.")
        if held.filter(account=account).exclude(subject=subject).exists():
            raise Refused(
                f"{account.username} er allerede knyttet til en anden. Intet er ændret. "
                f"Løsn den først: sammetag account disconnect {account.username}"
            )
        if not held.filter(account=account).exists():
            actions.connect(account_id=account.id, issuer=issuer, subject=subject)
        say(f"{account.username} kan nu logge ind med kommunens log-in.\n")


def disconnect(username: str, *, issuer: str, say: Say) -> None:
    """Let an account in that way no more, whatever it was called: at one issuer, or at all of them."""
    with override("da"):
        account = account_of(username)
        held = Identity.objects.scoped("operator").filter(account=account)
        if held.filter(**({"issuer": issuer} if issuer else {})).exists():
            actions.disconnect(account_id=account.id, issuer=issuer)
        say(f"{account.username} kan ikke længere logge ind med kommunens log-in.\n")


def _issuer() -> str:
    provider = named()
    if provider is None:
        raise Refused(
            "Kommunens log-in er ikke sat op: SAMMETAG_OIDC_ISSUER. Skriv ellers --issuer. Intet er ændret."
        )
    return provider.issuer
