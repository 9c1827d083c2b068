"""What a municipality has decided itself, where the law leaves it to it or is open.

Rows are added, never changed. The latest row about a thing holds from its day on, whatever stood before for
those days; a row that names nothing withdraws what stood.
"""

from __future__ import annotations

import uuid
from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q

from sammetag.law import LimitUnit
from sammetag.people.models import Municipality, Staff
from sammetag.practice.areas import Area
from sammetag.privacy import Privacy
from sammetag.scoped import ScopedQuerySet


class Decision(models.Model):
    """One decision about one thing, the `number`th about it; who wrote it down, and why it is so."""

    # The names of the fields that say what it is about, from which day, and what was decided.
    ABOUT: ClassVar[str]
    DAY: ClassVar[str]
    SAYS: ClassVar[str]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    reason = models.TextField()
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    objects = ScopedQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.about} {self.number}"

    @property
    def about(self) -> str:
        """The name of the thing that it decides."""
        return str(getattr(self, self.ABOUT))

    @property
    def day(self) -> date:
        """The first day on which it holds."""
        day: date = getattr(self, self.DAY)
        return day

    @property
    def withdraws(self) -> bool:
        """Whether nothing of the municipality's own holds from its day on."""
        return not getattr(self, self.SAYS)


class DecidedReading(Decision):
    """How the municipality reads a question that the law leaves open; empty where it no longer does."""

    ABOUT, DAY, SAYS = "question", "decided_on", "reading"

    question = models.CharField(max_length=80)
    reading = models.CharField(max_length=80, blank=True)
    decided_on = models.DateField()

    privacy = Privacy(
        neutral="id municipality number written_at question reading decided_on",
        personal="written_by",
        sensitive="reason",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["municipality", "question", "number"], name="reading_follows_one"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="reading_has_a_reason"),
        ]


class DecidedLimit(Decision):
    """The municipality's own time from an application to its decision; no length where it has none any more.

    It holds for applications that come in on `since` or later. `published_on` is none until it is published.
    """

    ABOUT, DAY, SAYS = "area", "since", "length"

    area = models.CharField(max_length=32, choices=Area)
    length = models.PositiveIntegerField(null=True)
    unit = models.CharField(max_length=8, choices=[(one.value, one.value) for one in LimitUnit], blank=True)
    since = models.DateField()
    published_on = models.DateField(null=True)

    privacy = Privacy(
        neutral="id municipality number written_at area length unit since published_on",
        personal="written_by",
        sensitive="reason",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["municipality", "area", "number"], name="limit_follows_one"),
            models.CheckConstraint(condition=~Q(reason=""), name="limit_has_a_reason"),
            models.CheckConstraint(
                condition=Q(length__isnull=True, unit="", published_on__isnull=True)
                | Q(length__gte=1) & ~Q(unit=""),
                name="limit_has_a_length_in_a_unit",
            ),
        ]
