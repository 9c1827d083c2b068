"""What happened (events) and who saw what (looks). Rows are added, never changed.

Two columns that the program never reads stand in the migration alone, so that an insert returns
nothing: `position`, an identity, and `xid`, the transaction, by which the seal knows what is settled.
"""

from __future__ import annotations

import secrets
import uuid

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from sammetag.privacy import Privacy
from sammetag.scoped import ScopedQuerySet


def new_salt() -> bytes:
    """Sixteen random bytes: with them a sealed event can be forgotten, and without them not be guessed."""
    return secrets.token_bytes(16)


class Precision(models.TextChoices):
    MINUTE = "minute"
    DAY = "day"


class Event(models.Model):
    """One thing that happened, when it happened and when it was written down."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality_id = models.UUIDField()
    case_id = models.UUIDField(null=True)
    kind = models.CharField(max_length=64)
    subject = models.CharField(max_length=32)
    subject_id = models.UUIDField(null=True)
    occurred_at = models.DateTimeField()
    precision = models.CharField(max_length=8, choices=Precision, default=Precision.MINUTE)
    recorded_at = models.DateTimeField()
    by = models.UUIDField(null=True)
    role = models.CharField(max_length=32)
    on_behalf_of = models.UUIDField(null=True)
    corrects = models.UUIDField(null=True)
    data = models.JSONField(default=dict)
    version = models.PositiveSmallIntegerField(default=1)
    salt = models.BinaryField(default=new_salt)

    objects = ScopedQuerySet.as_manager()
    privacy = Privacy(
        neutral="id municipality_id kind subject precision recorded_at role version salt",
        personal="case_id subject_id occurred_at by on_behalf_of corrects",
        sensitive="data",
    )

    class Meta:
        indexes = [
            models.Index(fields=["case_id", "occurred_at"], name="event_by_case"),
            models.Index(fields=["kind", "occurred_at"], name="event_by_kind"),
            models.Index(fields=["subject_id"], name="event_by_subject"),
            models.Index(
                fields=["corrects"], name="event_by_correction", condition=models.Q(corrects__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"


class Look(models.Model):
    """One look by a person at one case, at a list of cases, or at nothing since it was denied."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality_id = models.UUIDField(null=True)
    at = models.DateTimeField()
    by = models.UUIDField(null=True)
    role = models.CharField(max_length=32)
    page = models.CharField(max_length=64)
    purpose = models.CharField(max_length=32)
    allowed = models.BooleanField(default=True)
    cases = ArrayField(models.UUIDField(), default=list)
    term = models.CharField(
        max_length=64, blank=True, help_text="Keyed hash of a search term, never the term"
    )
    request_id = models.UUIDField()
    salt = models.BinaryField(default=new_salt)

    objects = ScopedQuerySet.as_manager()
    privacy = Privacy(
        neutral="id municipality_id at role page purpose allowed request_id salt",
        personal="by cases term",
    )

    class Meta:
        indexes = [
            models.Index(fields=["by", "at"], name="look_by_person"),
            GinIndex(fields=["cases"], name="look_by_case"),
        ]

    def __str__(self) -> str:
        return f"{self.page} {self.id}"


class Seal(models.Model):
    """One seal over all rows that were settled when it was made: see `sammetag/journal/sealing`."""

    number = models.BigIntegerField(primary_key=True)
    follows = models.BigIntegerField()
    form = models.PositiveSmallIntegerField()
    made_at = models.DateTimeField()
    settled_before = models.BigIntegerField()
    cluster = models.BigIntegerField()
    events = models.BigIntegerField()
    looks = models.BigIntegerField()
    leaves = models.BinaryField()
    previous = models.BinaryField()
    key = models.CharField(max_length=16)
    head = models.BinaryField()
    signature = models.BinaryField()

    privacy = Privacy(
        neutral="number follows form made_at settled_before cluster events looks"
        " leaves previous key head signature"
    )

    def __str__(self) -> str:
        return f"seal {self.number}"


class Leaf(models.Model):
    """What a seal holds of one row: whose it is, and a hash that tells nothing without the row's salt."""

    pk = models.CompositePrimaryKey("kind", "row_id")
    kind = models.CharField(max_length=8)
    row_id = models.UUIDField()
    seal = models.BigIntegerField()
    place = models.PositiveIntegerField()
    hash = models.BinaryField()

    privacy = Privacy(neutral="kind row_id seal place hash")

    def __str__(self) -> str:
        return f"{self.kind} {self.row_id}"


class Shipment(models.Model):
    """That a seal was sent to a place that cannot be asked what it holds."""

    pk = models.CompositePrimaryKey("place", "seal")
    place = models.CharField(max_length=200)
    seal = models.BigIntegerField()
    at = models.DateTimeField()

    privacy = Privacy(neutral="place seal at")

    def __str__(self) -> str:
        return f"seal {self.seal} to {self.place}"
