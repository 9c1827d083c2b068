"""Takes a code: from an app, each once, or one of the ten recovery codes."""

from __future__ import annotations

import hmac
from uuid import UUID

from django.utils import timezone

from sammetag.access.factors import one_time
from sammetag.access.factors.queries import factors_of
from sammetag.access.models import Factor, FactorKind
from sammetag.access.using.actions import use_code_of_app, use_recovery_code
from sammetag.keyring.installed import ring

PURPOSE = "factor"


def take_code(account_id: UUID, typed: str) -> bool:
    """Whether the code is one of the account's, and was not used before. From now on it is."""
    digits = one_time.digits_of(typed)
    if len(digits) == one_time.DIGITS:
        return any(_take_from_app(one, digits) for one in factors_of(account_id, FactorKind.APP))
    if len(digits) == one_time.GROUPS * one_time.GROUP:
        return _take_recovery(account_id, digits)
    return False


def secret_of(factor: Factor) -> bytes:
    """The secret that an app was given; raises KeysMissing without the key that it is sealed with."""
    return opened(bytes(factor.secret or b""), factor.pk)


def opened(kept: bytes, factor_id: UUID) -> bytes:
    """The secret of an app, out of what `sealed` made of it."""
    return ring().open(kept, purpose=PURPOSE, about=str(factor_id))


def sealed(secret: bytes, factor_id: UUID) -> bytes:
    """The secret of an app, as the database holds it."""
    return ring().seal(secret, purpose=PURPOSE, about=str(factor_id))


def _take_from_app(factor: Factor, digits: str) -> bool:
    step = one_time.step_of(secret_of(factor), digits, timezone.now(), after=factor.step)
    if step is None:
        return False
    return use_code_of_app(factor_id=factor.pk, step=step)


def _take_recovery(account_id: UUID, digits: str) -> bool:
    wanted = one_time.hash_of(digits, account_id)
    for one in factors_of(account_id, FactorKind.RECOVERY):
        if hmac.compare_digest(bytes(one.secret or b""), wanted):
            return use_recovery_code(factor_id=one.pk)
    return False
