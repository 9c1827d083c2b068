"""What one citizen gets: interventions, with one id from recommendation to end."""

from __future__ import annotations

import uuid

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _

from sammetag.cases.models import Case, InCase
from sammetag.people.models import Field
from sammetag.privacy import Privacy


class State(models.TextChoices):
    """What state an intervention is in for a stretch of time; after the last stretch it has ended."""

    PLANNED = "planned", _("aftalt")
    WAITING = "waiting", _("venter")
    RUNNING = "running", _("i gang")
    PAUSED = "paused", _("på pause")


class Intervention(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="interventions")
    field = models.CharField(max_length=16, choices=Field)
    title = models.CharField(max_length=120)
    provider = models.CharField(max_length=120, blank=True)
    hours_per_week = models.DecimalField(max_digits=4, decimal_places=1)
    chapter = models.PositiveSmallIntegerField(
        null=True, help_text="Chapter of LAB, where the law of talks asks whether one takes part in an offer"
    )
    company_based = models.BooleanField(default=False)
    mentor = models.BooleanField(default=False, help_text="A mentor is somebody, but not something running")
    recommended_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    end_reason = models.CharField(max_length=32, blank=True)

    objects = InCase.as_manager()
    privacy = Privacy(
        neutral="id field chapter company_based mentor",
        personal="case hours_per_week recommended_on ended_on",
        sensitive="title provider end_reason",
    )

    class Meta:
        indexes = [models.Index(fields=["case"], name="intervention_by_case")]
        constraints = [
            models.CheckConstraint(
                condition=Q(hours_per_week__gte=0) & Q(hours_per_week__lte=37), name="hours_within_a_week"
            )
        ]

    def __str__(self) -> str:
        return str(self.id)


class Stretch(models.Model):
    """A stretch of days, both included, that an intervention spends in one state."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    intervention = models.ForeignKey(Intervention, on_delete=models.PROTECT, related_name="stretches")
    state = models.CharField(max_length=8, choices=State)
    since = models.DateField()
    until = models.DateField(null=True)

    objects = InCase.as_manager()
    privacy = Privacy(neutral="id", personal="case intervention state since until")

    class Meta:
        indexes = [models.Index(fields=["case", "since"], name="stretch_by_case")]
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="stretch_ends_after_it_begins",
            ),
            ExclusionConstraint(
                name="one_state_at_a_time",
                expressions=[
                    ("intervention", RangeOperators.EQUAL),
                    (
                        Func("since", "until", RangeBoundary(inclusive_upper=True), function="daterange"),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.state} {self.id}"
