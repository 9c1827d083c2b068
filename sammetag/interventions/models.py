"""What one citizen gets: interventions, with one id from recommendation to end."""

from __future__ import annotations

import uuid
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeBoundary, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _

from sammetag.cases.models import Case, InCase, Programme
from sammetag.people.models import Field
from sammetag.plan.models import SubGoal
from sammetag.privacy import Privacy


class State(models.TextChoices):
    """What state an intervention is in for a stretch of time; after the last stretch it has ended."""

    RECOMMENDED = "recommended", _("anbefalet")
    PLANNED = "planned", _("aftalt")
    WAITING = "waiting", _("venter")
    RUNNING = "running", _("i gang")
    PAUSED = "paused", _("på pause")


class Kind(models.TextChoices):
    """What an intervention is in the eyes of the law, where its chapter does not tell."""

    OFFER = "offer", _("Tilbud eller støtte")
    PAID_HOURS = "paid-hours", _("Timer med almindelig løn")
    DISABILITY_WAGE_SUBSIDY = "disability-wage-subsidy", _("Løntilskud for mennesker med handicap")
    STU = "stu", _("Særligt tilrettelagt ungdomsuddannelse (STU)")


class Ending(models.TextChoices):
    """How an intervention ended; none while it has not."""

    COMPLETED = "completed", _("gennemført")
    BROKEN_OFF = "broken-off", _("afbrudt")
    NOT_BEGUN = "not-begun", _("ikke begyndt")


class EndReason(models.TextChoices):
    """Why an intervention was broken off or never began; the ones all hold for both."""

    CITIZEN = "citizen", _("Borgeren ønskede det ikke længere")
    REFUSED = "refused", _("Myndigheden gav afslag")
    NO_PLACE = "no-place", _("Der var ikke plads, eller tilbuddet lukkede")
    HEALTH = "health", _("Helbredet rakte ikke")
    INTERNSHIP = "internship", _("En praktik gik forud")
    JOB = "job", _("Borgeren fik arbejde eller uddannelse")
    OTHER_EFFORT = "other-effort", _("Noget andet passede bedre")
    MOVED = "moved", _("Borgeren flyttede")
    PROGRAMME_ENDED = "programme-ended", _("Forløbet sluttede")
    OTHER = "other", _("En anden grund")


class Part(NamedTuple):
    """A stretch of days, both included, as it is reckoned with: its state and the hours a week in it.

    `last` is none while it goes on. What was agreed for after the end of the intervention never came.
    """

    state: str
    since: date
    last: date | None
    hours: Decimal

    def holds(self, day: date) -> bool:
        """Whether the intervention was in this state on the day."""
        return self.since <= day and (self.last is None or day <= self.last)


Drawn = tuple[str, date, date | None, Decimal | None]


def part_within(ended_on: date | None, hours_per_week: Decimal, drawn: Drawn) -> Part:
    """A stretch as it is reckoned with: no longer than the intervention, with its hours where it has none."""
    state, since, until, hours = drawn
    last = until if ended_on is None or (until and until < ended_on) else ended_on
    return Part(state, since, last, hours_per_week if hours is None else hours)


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
    kind = models.CharField(max_length=32, choices=Kind, default=Kind.OFFER)
    sub_goal = models.ForeignKey(SubGoal, on_delete=models.PROTECT, null=True, related_name="interventions")
    recommended_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    ending = models.CharField(max_length=16, choices=Ending, blank=True)
    end_reason = models.CharField(max_length=32, blank=True, help_text="EndReason, or a word from before it")
    end_words = models.CharField(max_length=400, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = InCase.as_manager()
    privacy = Privacy(
        neutral="id field chapter company_based mentor kind version",
        personal="case hours_per_week sub_goal recommended_on ended_on ending",
        sensitive="title provider end_reason end_words",
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

    @property
    def parts(self) -> tuple[Part, ...]:
        """Its stretches as they are reckoned with, in the order in which they were read."""
        return tuple(
            part_within(
                self.ended_on, self.hours_per_week, (row.state, row.since, row.until, row.hours_per_week)
            )
            for row in self.stretches.all()
        )


class Stretch(models.Model):
    """A stretch of days, both included, that an intervention spends in one state."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    intervention = models.ForeignKey(Intervention, on_delete=models.PROTECT, related_name="stretches")
    state = models.CharField(max_length=12, choices=State)
    since = models.DateField()
    until = models.DateField(null=True)
    hours_per_week = models.DecimalField(
        max_digits=4, decimal_places=1, null=True, help_text="Where they differ from the intervention's"
    )
    reason = models.CharField(max_length=400, blank=True, help_text="Why it is paused, or what it waits for")

    objects = InCase.as_manager()
    privacy = Privacy(
        neutral="id", personal="case intervention state since until hours_per_week", sensitive="reason"
    )

    class Meta:
        indexes = [models.Index(fields=["case", "since"], name="stretch_by_case")]
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="stretch_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(hours_per_week__isnull=True)
                | (Q(hours_per_week__gte=0) & Q(hours_per_week__lte=37)),
                name="stretch_hours_within_a_week",
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


class GrantedPeriod(models.Model):
    """A period for which an intervention was granted, both days included: a mentor's, at most six months."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    intervention = models.ForeignKey(Intervention, on_delete=models.PROTECT, related_name="granted")
    since = models.DateField()
    until = models.DateField()

    objects = InCase.as_manager()
    privacy = Privacy(neutral="id", personal="case intervention since until")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(until__gte=F("since")), name="granted_period_runs_forward"),
            ExclusionConstraint(
                name="one_granted_period_at_a_time",
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
        return str(self.id)


class Exemption(models.Model):
    """A period in which the citizen need not be available, such as long illness or parental leave."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True)
    reason = models.CharField(max_length=400, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = InCase.as_manager()
    privacy = Privacy(neutral="id version", personal="case since until", sensitive="reason")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="exemption_runs_forward"
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)


class GuaranteeAnswer(models.Model):
    """What was done when nothing had begun in time: sent to the team again, or special reasons against it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="+")
    resubmitted = models.BooleanField(help_text="To the team; otherwise special reasons speak against it")
    answered_on = models.DateField()
    reason = models.CharField(max_length=1000, blank=True)

    objects = InCase.as_manager()
    privacy = Privacy(neutral="id", personal="case programme resubmitted answered_on", sensitive="reason")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["programme"], name="guarantee_answered_once"),
            models.CheckConstraint(
                condition=Q(resubmitted=True) | ~Q(reason=""), name="special_reasons_are_said"
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)
