"""Talks with a citizen: booked, held, cancelled, or missed by somebody."""

from __future__ import annotations

import uuid

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _

from sammetag.cases.models import Case, InCase
from sammetag.people.models import Staff
from sammetag.privacy import Privacy

LONGEST_TEXT = 20_000


class Form(models.TextChoices):
    IN_PERSON = "in_person", _("Ved fremmøde")
    PHONE = "phone", _("Telefon")
    VIDEO = "video", _("Video")
    LETTER = "letter", _("Brev")


class Outcome(models.TextChoices):
    BOOKED = "booked", _("aftalt")
    HELD = "held", _("holdt")
    CANCELLED = "cancelled", _("aflyst")
    NO_SHOW = "no-show", _("udeblivelse")


class Side(models.TextChoices):
    """By whom a talk was cancelled or missed."""

    CITIZEN = "citizen", _("borgeren")
    MUNICIPALITY = "municipality", _("os")
    OTHER = "other", _("en anden deltager")


class Talk(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="talks")
    leader = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    form = models.CharField(max_length=16, choices=Form)
    place = models.CharField(max_length=120, blank=True)
    outcome = models.CharField(max_length=16, choices=Outcome, default=Outcome.BOOKED)
    by_whom = models.CharField(max_length=16, choices=Side, blank=True)
    reason = models.CharField(max_length=400, blank=True)
    agenda = models.TextField(blank=True, max_length=LONGEST_TEXT)
    notes = models.TextField(blank=True, max_length=LONGEST_TEXT)
    version = models.PositiveIntegerField(default=1)

    objects = InCase.as_manager()
    privacy = Privacy(
        neutral="id ends_at form version",
        personal="case leader starts_at place outcome by_whom",
        sensitive="reason agenda notes",
    )

    class Meta:
        indexes = [
            models.Index(fields=["case", "starts_at"], name="talk_by_case"),
            models.Index(fields=["leader", "starts_at"], name="talk_by_leader"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="talk_ends_after_it_begins"),
            models.CheckConstraint(
                condition=Q(outcome__in=["cancelled", "no-show"]) | Q(by_whom=""),
                name="by_whom_only_if_missed",
            ),
            ExclusionConstraint(
                name="leader_in_one_talk_at_a_time",
                expressions=[
                    ("leader", RangeOperators.EQUAL),
                    (Func("starts_at", "ends_at", function="tstzrange"), RangeOperators.OVERLAPS),
                ],
                condition=Q(outcome__in=["booked", "held"]),
            ),
            ExclusionConstraint(
                name="citizen_in_one_talk_at_a_time",
                expressions=[
                    ("case", RangeOperators.EQUAL),
                    (Func("starts_at", "ends_at", function="tstzrange"), RangeOperators.OVERLAPS),
                ],
                condition=Q(outcome__in=["booked", "held"]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.outcome} {self.id}"


class Participant(models.Model):
    """Somebody at a talk besides the citizen and whoever leads it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    talk = models.ForeignKey(Talk, on_delete=models.CASCADE, related_name="participants")
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    other = models.CharField(max_length=80, blank=True, help_text="Who, where not staff: a companion")
    attended = models.BooleanField(null=True)

    objects = InCase.as_manager()
    privacy = Privacy(neutral="id attended", personal="case talk staff", sensitive="other")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(staff__isnull=False) ^ ~Q(other=""), name="staff_or_somebody_else"
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)


class NoteVersion(models.Model):
    """What was written of a talk from a moment on. A correction adds a version; none is ever changed.

    `reason` is why the talk came to nothing, `correction` what was wrong before, where this corrects.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    talk = models.ForeignKey(Talk, on_delete=models.CASCADE, related_name="note_versions")
    notes = models.TextField(blank=True, max_length=LONGEST_TEXT)
    reason = models.CharField(max_length=400, blank=True)
    correction = models.CharField(max_length=400, blank=True)
    written_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    objects = InCase.as_manager()
    privacy = Privacy(
        neutral="id written_at", personal="case talk written_by", sensitive="notes reason correction"
    )

    class Meta:
        indexes = [models.Index(fields=["talk", "written_at"], name="note_by_talk")]

    def __str__(self) -> str:
        return str(self.id)
