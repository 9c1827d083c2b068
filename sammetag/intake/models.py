"""Exports: a table that somebody asked for, sealed until it is fetched or thrown away."""

from __future__ import annotations

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models

from sammetag.intake.exports.kinds import Form, Reason, Stage
from sammetag.people.models import Account
from sammetag.privacy import Privacy
from sammetag.scoped import ScopedQuerySet


class Export(models.Model):
    """One export, of which only whoever asked for it sees anything. `sealed` is the file, under a key.

    `cases` are those that it tells of, so that each look can name them. Both go when it is thrown away.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=16, choices=Reason)
    form = models.CharField(max_length=8, choices=Form)
    language = models.CharField(max_length=8)
    with_cpr = models.BooleanField(default=False)
    stage = models.CharField(max_length=16, choices=Stage, default=Stage.ASKED)
    asked_at = models.DateTimeField()
    made_at = models.DateTimeField(null=True)
    fetched_at = models.DateTimeField(null=True)
    removed_at = models.DateTimeField(null=True)
    programmes = models.PositiveIntegerField(default=0)
    rows = models.PositiveIntegerField(default=0)
    cases = ArrayField(models.UUIDField(), default=list)
    sealed = models.BinaryField(null=True)

    objects = ScopedQuerySet.as_manager()
    privacy = Privacy(
        neutral="id reason form language with_cpr stage asked_at made_at fetched_at removed_at"
        " programmes rows",
        personal="account cases",
        sensitive="sealed",
    )

    class Meta:
        indexes = [models.Index(fields=["account", "asked_at"], name="export_by_account")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(stage="made", sealed__isnull=False)
                | ~models.Q(stage="made") & models.Q(sealed__isnull=True),
                name="export_holds_a_file_while_it_is_made",
            )
        ]

    def __str__(self) -> str:
        return f"{self.stage} {self.id}"
