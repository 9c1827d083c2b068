"""Changes with what somebody logs in. Each change is told in the journal, without what it proves with."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sammetag.access.factors import one_time
from sammetag.access.factors.checking import sealed
from sammetag.access.factors.passkeys import Made
from sammetag.access.factors.queries import factors_for_change, ways_of
from sammetag.access.models import Factor, FactorKind, SessionsEnded
from sammetag.access.person import Person
from sammetag.errors import NotAllowed, RuleBroken
from sammetag.journal.actions import record

RECOVERY_CODES = 10


@transaction.atomic
def add_app(*, by: Person, factor_id: UUID, name: str, secret: bytes, step: int) -> None:
    """Let codes from an app prove who somebody is; `step` is that of the code which has just shown it."""
    _add(
        by, Factor(id=factor_id, kind=FactorKind.APP, name=name, secret=sealed(secret, factor_id), step=step)
    )


@transaction.atomic
def add_passkey(*, by: Person, name: str, made: Made) -> None:
    """Let a passkey prove who somebody is."""
    factor = Factor(
        kind=FactorKind.PASSKEY,
        name=name,
        credential=made.credential,
        public_key=made.public_key,
        sign_count=made.sign_count,
    )
    try:
        with transaction.atomic():
            _add(by, factor)
    except IntegrityError as fault:
        raise RuleBroken(_("Adgangsnøglen er allerede lagt til."), "passkey exists") from fault


@transaction.atomic
def remove(*, by: Person, factor_id: UUID, keep_one: bool) -> None:
    """Take a factor away; where `keep_one` holds, never the last one."""
    held = factors_for_change(by.account_id, FactorKind.APP, FactorKind.PASSKEY)
    chosen = next((one for one in held if one.pk == factor_id), None)
    if chosen is None:
        raise NotAllowed("a factor that is not one's own")
    if keep_one and len(held) == 1:
        sentence = _("Det er din eneste. Læg en anden til først, så du stadig kan logge ind.")
        raise RuleBroken(sentence, "the last factor")
    Factor.objects.scoped("self").filter(pk=chosen.pk, account_id=by.account_id).delete()
    if len(held) == 1:
        _forget_recovery_codes(by)
    _tell(by, "account.factor-removed", {"factor": chosen.kind})


@transaction.atomic
def renew_recovery_codes(*, by: Person) -> Sequence[str]:
    """Ten new recovery codes instead of those before. They are told here once, and kept as hashes."""
    if not ways_of(by.account_id).has_factor:
        raise RuleBroken(_("Læg først en app eller en adgangsnøgle til."), "recovery codes without a factor")
    _forget_recovery_codes(by)
    codes = [one_time.new_recovery_code() for _number in range(RECOVERY_CODES)]
    now = timezone.now()
    Factor.objects.scoped("self").bulk_create(
        Factor(
            account_id=by.account_id,
            kind=FactorKind.RECOVERY,
            secret=one_time.hash_of(code, by.account_id),
            made_at=now,
        )
        for code in codes
    )
    _tell(by, "account.recovery-codes-made", {})
    return codes


@transaction.atomic
def end_sessions(*, by: Person) -> datetime:
    """End every session that this account has begun so far; answers from which moment."""
    now = timezone.now()
    SessionsEnded.objects.scoped("self").bulk_create(
        [SessionsEnded(account_id=by.account_id, at=now)],
        update_conflicts=True,
        unique_fields=["account"],
        update_fields=["at"],
    )
    _tell(by, "account.logged-out-everywhere", {})
    return now


def _add(by: Person, factor: Factor) -> None:
    factor.account_id, factor.made_at = by.account_id, timezone.now()
    factor.save(force_insert=True)
    _tell(by, "account.factor-added", {"factor": str(factor.kind)})


def _forget_recovery_codes(by: Person) -> None:
    Factor.objects.scoped("self").filter(account_id=by.account_id, kind=FactorKind.RECOVERY).delete()


def _tell(by: Person, kind: str, data: dict[str, object]) -> None:
    record(
        by=by,
        kind=kind,
        case_id=None,
        subject="account",
        subject_id=by.account_id,
        occurred_at=timezone.now(),
        data=data,
    )
