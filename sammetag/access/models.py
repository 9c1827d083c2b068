"""Who holds which role where, and who was let into one single case."""

from __future__ import annotations

import uuid

import pghistory
from django.db import models
from django.db.models import F, Q

from sammetag.access.roles import Role
from sammetag.people.models import Staff, Unit
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
            )
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
