"""Who holds which role where, who was let into one single case, and with what somebody logs in."""

from __future__ import annotations

import uuid

import pghistory
from django.db import models
from django.db.models import F, Q

from sammetag.access.roles import Role
from sammetag.people.models import Account, Staff, Unit
from sammetag.privacy import Privacy
from sammetag.scoped import ScopedQuerySet


@pghistory.track()
class RoleHeld(models.Model):
    """A role for a time, both days included. With a unit it opens that unit's ordinary cases."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="roles")
    role = models.CharField(max_length=32, choices=Role)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True)

    objects = ScopedQuerySet.as_manager()
    privacy = Privacy(neutral="id role unit since until", personal="staff")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="role_ends_after_it_begins"
            ),
            # In a unit the role would open the unit's cases, which no evaluator sees.
            models.CheckConstraint(
                condition=~Q(role=Role.EVALUATOR) | Q(unit__isnull=True), name="evaluator_opens_no_unit"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.id}"


@pghistory.track()
class Grant(models.Model):
    """One case opened for one person in one role for a time, both days included.

    `case_id` has no foreign key here, since this room does not know cases; the database holds the key all
    the same (cases, first migration).
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case_id = models.UUIDField()
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="grants")
    role = models.CharField(max_length=32, choices=Role)
    since = models.DateField()
    until = models.DateField(null=True)

    objects = ScopedQuerySet.as_manager()
    privacy = Privacy(neutral="id role since until", personal="case_id staff")

    class Meta:
        indexes = [models.Index(fields=["case_id"], name="grant_by_case")]
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="grant_ends_after_it_begins"
            )
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.id}"


class FactorKind(models.TextChoices):
    """With what somebody shows, besides a password, that it is them."""

    APP = "app"
    PASSKEY = "passkey"
    RECOVERY = "recovery"


class Factor(models.Model):
    """One thing that proves who somebody is: a code from an app, a passkey, or a recovery code.

    `secret` is the app's, sealed; of a recovery code it is the hash. `step` is the newest time step whose
    code was used, so that a code opens once.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=FactorKind)
    name = models.CharField(max_length=60, blank=True)
    secret = models.BinaryField(null=True)
    credential = models.BinaryField(null=True, unique=True)
    public_key = models.BinaryField(null=True)
    sign_count = models.BigIntegerField(default=0)
    step = models.BigIntegerField(default=0)
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    objects = ScopedQuerySet.as_manager()
    privacy = Privacy(
        neutral="id kind sign_count step made_at",
        personal="account name used_at",
        secret="secret credential public_key",  # noqa: S106 - names of fields
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind=FactorKind.PASSKEY, credential__isnull=False, public_key__isnull=False)
                | Q(~Q(kind=FactorKind.PASSKEY), secret__isnull=False),
                name="factor_holds_what_it_proves_with",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"


class Try(models.TextChoices):
    """How a try to log in went: a wrong password, a wrong code, or all the way in."""

    PASSWORD = "password"  # noqa: S105 - a kind
    CODE = "code"
    RIGHT = "right"


class LogInTry(models.Model):
    """One try to log in, known by keyed hashes of user name and address, and never by either of them."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name_mark = models.BinaryField()
    address_mark = models.BinaryField()
    kind = models.CharField(max_length=8, choices=Try)
    at = models.DateTimeField()

    objects = ScopedQuerySet.as_manager()
    privacy = Privacy(neutral="id kind at", personal="name_mark address_mark")

    class Meta:
        indexes = [
            models.Index(fields=["name_mark", "at"], name="try_by_name"),
            models.Index(fields=["address_mark", "at"], name="try_by_address"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"


class SessionsEnded(models.Model):
    """When somebody was last logged out everywhere: sessions from before are over."""

    account = models.OneToOneField(Account, on_delete=models.PROTECT, primary_key=True, related_name="+")
    at = models.DateTimeField()

    objects = ScopedQuerySet.as_manager()
    privacy = Privacy(neutral="at", personal="account")

    def __str__(self) -> str:
        return str(self.account_id)


class Identity(models.Model):
    """Whom an identity provider calls by a name that is unique there and nowhere else.

    Nothing else that a provider tells, such as an e-mail address, leads to an account.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    issuer = models.CharField(max_length=255)
    subject = models.CharField(max_length=255)

    objects = ScopedQuerySet.as_manager()
    privacy = Privacy(neutral="id issuer", personal="account subject")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["issuer", "subject"], name="subject_is_one_account"),
            models.UniqueConstraint(fields=["account", "issuer"], name="account_is_one_subject"),
        ]

    def __str__(self) -> str:
        return str(self.id)
