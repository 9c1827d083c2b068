"""Lets people in: units, staff, accounts and roles, as the owner of the tables, since the app may write none.

Whoever runs the server does it from the command line. They are nobody in Sammetag, so the journal says
'operator' and names no account.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID, uuid4

from django.contrib.auth.hashers import make_password
from django.db import connection, transaction
from django.utils import timezone

from sammetag.access.models import Factor, Identity, RoleHeld, SessionsEnded
from sammetag.journal import actions as journal
from sammetag.journal.models import Event
from sammetag.people.models import Account, Municipality, Staff, Unit

OPERATOR = "operator"


@dataclass(frozen=True)
class Newcomers:
    """Rows to be written, in the order in which they lean on each other, and last days by the id of a role.

    A municipality stands here only where it is new. Units get their keys, and accounts no password.
    """

    municipality: Municipality | None = None
    units: tuple[Unit, ...] = ()
    accounts: tuple[Account, ...] = ()
    staff: tuple[Staff, ...] = ()
    roles: tuple[RoleHeld, ...] = ()
    last_days: tuple[tuple[UUID, date], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.municipality or self.units or self.staff or self.roles or self.last_days)


@transaction.atomic
def let_in(*, into: UUID, newcomers: Newcomers, told: Mapping[str, object]) -> None:
    """Write down who works in the municipality `into`, and in which roles; `told` goes to the journal."""
    if newcomers.municipality:
        newcomers.municipality.save(force_insert=True)
    for unit in newcomers.units:
        unit.key = _next_key()
    for account in newcomers.accounts:
        account.set_unusable_password()
    Unit.objects.bulk_create(newcomers.units)
    Account.objects.bulk_create(newcomers.accounts)
    Staff.objects.scoped("operator").bulk_create(newcomers.staff)
    RoleHeld.objects.scoped("operator").bulk_create(newcomers.roles)
    for role_id, last_day in newcomers.last_days:
        RoleHeld.objects.scoped("operator").filter(pk=role_id).update(until=last_day)
    _tell(kind="staff.taken-in", municipality_id=into, subject="municipality", subject_id=into, data=told)


@transaction.atomic
def set_password(*, account_id: UUID, password: str) -> None:
    """Give an account a password, whatever it had. Whoever was logged in with it must log in again."""
    Account.objects.filter(pk=account_id).update(password=make_password(password))
    _tell_of_account("account.password-set", account_id)


@transaction.atomic
def set_open(*, account_id: UUID, is_open: bool) -> None:
    """Close an account, from which moment nobody is logged in with it, or open it again."""
    Account.objects.filter(pk=account_id).update(is_active=is_open)
    _tell_of_account("account.opened" if is_open else "account.closed", account_id)


@transaction.atomic
def connect(*, account_id: UUID, issuer: str, subject: str) -> None:
    """Let an account in as whom an identity provider calls so, which the journal does not repeat."""
    Identity(account_id=account_id, issuer=issuer, subject=subject).save(force_insert=True)
    _tell_of_account("account.connected", account_id)


@transaction.atomic
def disconnect(*, account_id: UUID, issuer: str = "") -> None:
    """Let an account in no more by way of an identity provider, or of any, and end every session it has."""
    held = Identity.objects.scoped("operator").filter(account_id=account_id)
    held.filter(**({"issuer": issuer} if issuer else {})).delete()
    SessionsEnded.objects.scoped("operator").bulk_create(
        [SessionsEnded(account_id=account_id, at=timezone.now())],
        update_conflicts=True,
        unique_fields=["account"],
        update_fields=["at"],
    )
    _tell_of_account("account.disconnected", account_id)


@transaction.atomic
def reset_factors(*, account_id: UUID) -> None:
    """Take away all with which an account proves itself besides its password: for a lost phone.

    Whoever has the phone may be logged in on it, so every session ends too.
    """
    Factor.objects.scoped("operator").filter(account_id=account_id).delete()
    SessionsEnded.objects.scoped("operator").bulk_create(
        [SessionsEnded(account_id=account_id, at=timezone.now())],
        update_conflicts=True,
        unique_fields=["account"],
        update_fields=["at"],
    )
    _tell_of_account("account.factors-reset", account_id)


def _tell_of_account(kind: str, account_id: UUID) -> None:
    staff = Staff.objects.scoped("operator").get(account_id=account_id)
    _tell(kind=kind, municipality_id=staff.municipality_id, subject="account", subject_id=account_id, data={})


def _tell(
    *, kind: str, municipality_id: UUID, subject: str, subject_id: UUID, data: Mapping[str, object]
) -> None:
    now = timezone.now()
    event = Event(
        id=uuid4(),
        municipality_id=municipality_id,
        kind=kind,
        subject=subject,
        subject_id=subject_id,
        occurred_at=now,
        recorded_at=now,
        role=OPERATOR,
        data=dict(data),
    )
    journal.load(events=[event])


def _next_key() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('access_key_seq')")
        return int(cursor.fetchone()[0])
