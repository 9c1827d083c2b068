"""Municipalities, units, staff and citizens, and the accounts by which people log in."""

from __future__ import annotations

import uuid
from typing import ClassVar

import pghistory
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.hashers import check_password
from django.db import models

from sammetag.people.cpr import is_replacement, mask
from sammetag.privacy import Privacy
from sammetag.scoped import ScopedQuerySet


class Field(models.TextChoices):
    """The administrations around a citizen, and the health system's own treatment."""

    EMPLOYMENT = "employment"
    EDUCATION = "education"
    SOCIAL = "social"
    HEALTH = "health"
    TREATMENT = "treatment"


class Municipality(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=80, unique=True)

    privacy = Privacy(neutral="id name")

    def __str__(self) -> str:
        return self.name


class Unit(models.Model):
    """A place of work, such as a jobcentre. Its key opens the ordinary cases that lie there."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="units")
    name = models.CharField(max_length=80)
    field = models.CharField(max_length=16, choices=Field)
    key = models.BigIntegerField(unique=True)

    privacy = Privacy(neutral="id municipality name field key")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["municipality", "name"], name="unit_name_once")]

    def __str__(self) -> str:
        return self.name


class AccountManager(BaseUserManager["Account"]):
    pass


class Account(AbstractBaseUser):
    """What a person logs in with. It says nothing about who they are or what they may."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    username = models.CharField(max_length=80, unique=True)
    is_active = models.BooleanField(default=True)
    # Looks tell when somebody was here; a record in the account would be written before the wall stands.
    last_login = None

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = AccountManager()
    privacy = Privacy(neutral="id is_active", personal="username", secret="password")  # noqa: S106 - a field

    def __str__(self) -> str:
        return str(self.id)

    def check_password(self, raw_password: str) -> bool:
        """Whether this is the password. The hash is not renewed on the way, as Django would.

        Nobody is known yet while a password is checked, so the database would refuse the write.
        """
        return check_password(raw_password, self.password)


@pghistory.track()
class Staff(models.Model):
    """Somebody who works for or with the municipality."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.OneToOneField(Account, on_delete=models.PROTECT, null=True, related_name="staff")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=120)
    workplace = models.CharField(max_length=120)

    objects = ScopedQuerySet.as_manager()
    privacy = Privacy(neutral="id municipality unit workplace", personal="account name")

    def __str__(self) -> str:
        return str(self.id)


class Citizen(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    given_name = models.CharField(max_length=80)
    family_name = models.CharField(max_length=80)
    sort_name = models.CharField(max_length=170, help_text="Danish order: people.danish.sort_key")
    search_name = models.CharField(max_length=170, help_text="As searched: people.danish.search_key")
    born_on = models.DateField()

    objects = ScopedQuerySet.as_manager()
    privacy = Privacy(
        neutral="id municipality", personal="given_name family_name sort_name search_name born_on"
    )

    def __str__(self) -> str:
        return str(self.id)

    @property
    def name(self) -> str:
        return f"{self.given_name} {self.family_name}"


class Cpr(models.Model):
    """A citizen's CPR number, sealed; it is read through people/sealed_cpr.py alone.

    `mark` is a keyed hash by which the number is found. `date_part` holds the six digits of the mask, so that
    drawing it takes no key.
    """

    citizen = models.OneToOneField(Citizen, on_delete=models.PROTECT, primary_key=True, related_name="+")
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    sealed = models.BinaryField()
    mark = models.BinaryField()
    date_part = models.CharField(max_length=6)
    version = models.PositiveIntegerField(default=1)

    objects = ScopedQuerySet.as_manager()
    privacy = Privacy(neutral="municipality version", personal="citizen date_part", secret="sealed mark")  # noqa: S106

    class Meta:
        constraints = [models.UniqueConstraint(fields=["municipality", "mark"], name="cpr_once")]

    def __str__(self) -> str:
        return str(self.citizen_id)

    @property
    def masked(self) -> str:
        return mask(self.date_part)

    @property
    def is_replacement(self) -> bool:
        return is_replacement(self.date_part)
