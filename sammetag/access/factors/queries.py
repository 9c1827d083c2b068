"""Reads with what an account proves who it is: its own, or that of whoever is just proving to be it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from sammetag.access.models import Factor, FactorKind


@dataclass(frozen=True)
class Ways:
    """How an account can show, besides its password, that it is its person's."""

    passkey: bool
    app: bool
    recovery: bool

    @property
    def has_factor(self) -> bool:
        """Whether a second step can be asked for; recovery codes alone are for when the others are lost."""
        return self.passkey or self.app

    @property
    def code(self) -> bool:
        """Whether a code can be typed."""
        return self.app or self.recovery


def ways_of(account_id: UUID) -> Ways:
    """With what the account can prove who it is."""
    kinds = {one.kind for one in factors_of(account_id)}
    return Ways(
        passkey=FactorKind.PASSKEY in kinds,
        app=FactorKind.APP in kinds,
        recovery=FactorKind.RECOVERY in kinds,
    )


def factors_of(account_id: UUID, *kinds: FactorKind) -> Sequence[Factor]:
    """The factors of the account that can be used, the oldest first: a recovery code only until it was."""
    return list(_usable(account_id, kinds))


def factors_for_change(account_id: UUID, *kinds: FactorKind) -> Sequence[Factor]:
    """The same, held to the end of the transaction: of two that take factors away, the second sees fewer."""
    return list(_usable(account_id, kinds).select_for_update())


def _usable(account_id: UUID, kinds: Sequence[FactorKind]) -> QuerySet[Factor]:
    found = Factor.objects.scoped("self").filter(account_id=account_id)
    if kinds:
        found = found.filter(kind__in=kinds)
    return found.exclude(kind=FactorKind.RECOVERY, used_at__isnull=False).order_by("made_at", "id")
