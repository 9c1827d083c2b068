"""Writes down that something was used: a code, a passkey, a try to log in, a session.

Nobody is known yet while most of this is written, so it names nobody; the wall sees to whose rows it reaches.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.contrib.sessions.models import Session
from django.db import connection
from django.utils import timezone

from sammetag.access.models import Factor, LogInTry, Try


def use_code_of_app(*, factor_id: UUID, step: int) -> bool:
    """Use the code of a time step; whether it, and every later one, was unused."""
    unused = Factor.objects.scoped("self").filter(pk=factor_id, step__lt=step)
    return bool(unused.update(step=step, used_at=timezone.now()))


def use_recovery_code(*, factor_id: UUID) -> bool:
    """Use a recovery code; whether it was unused."""
    unused = Factor.objects.scoped("self").filter(pk=factor_id, used_at__isnull=True)
    return bool(unused.update(used_at=timezone.now()))


def use_passkey(*, factor_id: UUID, before: int, count: int) -> bool:
    """Write down how far a passkey has counted; whether it still stood where it did before."""
    held = Factor.objects.scoped("self").filter(pk=factor_id, sign_count=before)
    return bool(held.update(sign_count=count, used_at=timezone.now()))


def note_try(*, name_mark: bytes, address_mark: bytes, kind: Try) -> None:
    """Count a try to log in."""
    row = LogInTry(name_mark=name_mark, address_mark=address_mark, kind=kind, at=timezone.now())
    row.save(force_insert=True)


def forget_tries() -> None:
    """Throw away the tries that no limit counts any more. The wall lets go of those, and of no others."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM access_logintry")


def put_off_end(*, session_key: str | None, ends_at: datetime) -> None:
    """Move the end of a session, and touch nothing of what it holds."""
    Session.objects.filter(session_key=session_key).update(expire_date=ends_at)
