"""The plan: job goal, goals and sub-goals as they stand, every wording they had, its versions and ratings.

Job goal, goals and sub-goals are one living page that several people write on. A version is a picture of that
page at the moment when it was proposed, and again when it was agreed.
"""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from sammetag.cases.models import Case, InCase
from sammetag.people.models import Field, Staff
from sammetag.privacy import Privacy

LONGEST_LINE, LONGEST_TEXT = 200, 4_000


class Voice(models.TextChoices):
    """Whose words something is, whoever typed it."""

    CITIZEN = "citizen", _("Borgeren")
    COORDINATOR = "coordinator", _("Koordinatoren")
    MENTOR = "mentor", _("Mentoren")
    OTHER = "other", _("En anden")


class Achievement(models.TextChoices):
    """How far a sub-goal has come."""

    NOT_BEGUN = "not-begun", _("ikke begyndt")
    ON_THE_WAY = "on-the-way", _("på vej")
    REACHED = "reached", _("nået")
    PARTLY = "partly", _("delvist nået")
    GIVEN_UP = "given-up", _("opgivet")


class Step(models.TextChoices):
    """How far a version has come between us and the citizen."""

    PROPOSED = "proposed", _("foreslået")
    TAKEN_HOME = "taken-home", _("taget med hjem")
    AGREED = "agreed", _("aftalt")
    WITHDRAWN = "withdrawn", _("trukket tilbage")


class About(models.TextChoices):
    """What a rating is about."""

    OWNERSHIP = "ownership", _("Ejerskab")
    REALISM = "realism", _("Realisme")


class Plan(models.Model):
    """The plan of a case. `version` counts the changes of its job goal: 0 before one has been written."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.OneToOneField(Case, on_delete=models.PROTECT, related_name="plan")
    job_goal = models.CharField(max_length=LONGEST_LINE, blank=True)
    words_of = models.CharField(max_length=16, choices=Voice, default=Voice.COORDINATOR)
    written_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    written_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)

    objects = InCase.as_manager()
    privacy = Privacy(
        neutral="id words_of written_at version", personal="case written_by", sensitive="job_goal"
    )

    def __str__(self) -> str:
        return str(self.id)


class Goal(models.Model):
    """A goal on the way to the job goal. One that is taken out of the plan stays, with the day."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="goals")
    title = models.CharField(max_length=LONGEST_LINE)
    field = models.CharField(max_length=16, choices=Field)
    position = models.PositiveSmallIntegerField(default=0)
    words_of = models.CharField(max_length=16, choices=Voice, default=Voice.COORDINATOR)
    written_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    written_at = models.DateTimeField()
    removed_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    objects = InCase.as_manager()
    privacy = Privacy(
        neutral="id position words_of written_at version",
        personal="case plan field written_by removed_on",
        sensitive="title",
    )

    class Meta:
        indexes = [models.Index(fields=["case"], name="goal_by_case")]

    def __str__(self) -> str:
        return str(self.id)


class SubGoal(models.Model):
    """A step towards a goal, with its dates and how far it has come. Interventions lean on it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="sub_goals")
    title = models.CharField(max_length=LONGEST_LINE)
    begins_on = models.DateField(null=True)
    due_on = models.DateField()
    achievement = models.CharField(max_length=16, choices=Achievement, default=Achievement.NOT_BEGUN)
    achieved_on = models.DateField(null=True, help_text="Since when it has been as far as it is")
    reason = models.CharField(max_length=400, blank=True, help_text="Why given up, or only partly reached")
    position = models.PositiveSmallIntegerField(default=0)
    words_of = models.CharField(max_length=16, choices=Voice, default=Voice.COORDINATOR)
    written_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    written_at = models.DateTimeField()
    removed_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    objects = InCase.as_manager()
    privacy = Privacy(
        neutral="id position words_of written_at version",
        personal="case goal begins_on due_on achieved_on written_by removed_on",
        sensitive="title achievement reason",
    )

    class Meta:
        indexes = [models.Index(fields=["case", "due_on"], name="sub_goal_by_case")]
        constraints = [
            models.CheckConstraint(
                condition=Q(begins_on__isnull=True) | Q(due_on__gte=F("begins_on")),
                name="sub_goal_runs_forward",
            ),
            models.CheckConstraint(
                condition=~Q(achievement="given-up") | ~Q(reason=""), name="given_up_for_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)


class Wording(models.Model):
    """What the job goal, a goal or a sub-goal said from a moment on. None is ever changed or lost."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    subject = models.CharField(max_length=16, help_text="job-goal, goal or sub-goal")
    subject_id = models.UUIDField()
    fields = models.JSONField()
    words_of = models.CharField(max_length=16, choices=Voice)
    written_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    written_at = models.DateTimeField()

    objects = InCase.as_manager()
    privacy = Privacy(
        neutral="id subject words_of written_at", personal="case subject_id written_by", sensitive="fields"
    )

    class Meta:
        indexes = [models.Index(fields=["case", "written_at"], name="wording_by_case")]

    def __str__(self) -> str:
        return str(self.id)


class PlanVersion(models.Model):
    """A plan as it was proposed and, once it is, as it was agreed; what is disagreed on stays with it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    step = models.CharField(max_length=16, choices=Step, default=Step.PROPOSED)
    proposed_content = models.JSONField()
    agreed_content = models.JSONField(null=True)
    proposed_on = models.DateField()
    answer_by = models.DateField(null=True, help_text="The day by which the citizen answers")
    agreed_on = models.DateField(null=True)
    fixed_until = models.DateField(null=True, help_text="Offers and follow-up are fixed up to this day")
    disagreement = models.TextField(max_length=LONGEST_TEXT, blank=True)
    made_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")

    objects = InCase.as_manager()
    privacy = Privacy(
        neutral="id number",
        personal="case plan step proposed_on answer_by agreed_on fixed_until made_by",
        sensitive="proposed_content agreed_content disagreement",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="version_number_once"),
            models.UniqueConstraint(
                fields=["plan"], condition=Q(step__in=["proposed", "taken-home"]), name="one_open_version"
            ),
            models.CheckConstraint(
                condition=~Q(step="agreed")
                | (
                    Q(agreed_on__isnull=False)
                    & Q(fixed_until__isnull=False)
                    & Q(agreed_content__isnull=False)
                ),
                name="agreed_with_its_dates",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.id}"


class Rating(models.Model):
    """How somebody rates the plan on a day, from 1 (not at all) to 5 (fully). A new one is added."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="ratings")
    about = models.CharField(max_length=16, choices=About)
    voice = models.CharField(max_length=16, choices=Voice)
    value = models.PositiveSmallIntegerField()
    rated_on = models.DateField()
    written_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    written_at = models.DateTimeField()

    objects = InCase.as_manager()
    privacy = Privacy(
        neutral="id about written_at", personal="case plan voice rated_on written_by", sensitive="value"
    )

    class Meta:
        indexes = [models.Index(fields=["case", "rated_on"], name="rating_by_case")]
        constraints = [
            models.CheckConstraint(condition=Q(value__gte=1) & Q(value__lte=5), name="rating_from_1_to_5")
        ]

    def __str__(self) -> str:
        return str(self.id)
