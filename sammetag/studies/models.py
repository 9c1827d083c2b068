"""Trials: what was agreed, who was drawn, what went otherwise, and all that its report needs beside that.

What was drawn and what went wrong is added, never changed. A protocol can be changed until it is frozen;
after that only an amendment tells of a change. Members see a study; who the persons in it are is seen by
those who draw and are responsible, and by whoever sees the person's case. An evaluator gets pseudonyms.
"""

from __future__ import annotations

import uuid

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from sammetag.cases.models import Case, Programme
from sammetag.people.models import Field, Municipality, Staff
from sammetag.privacy import Privacy
from sammetag.scoped import ScopedQuerySet

LONGEST_WORDS = 4000


class Study(models.Model):
    """One randomised trial.

    `protocol` is what `evaluation.trial.protocol` writes and reads. `seed` stays sealed; when the study is
    closed it is `revealed` in hexadecimal; `commitment` is published when the protocol is frozen. `taken_in`
    tells that it was run elsewhere and taken in with a list. By `veil` the arms get their letters.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=120)
    protocol = models.JSONField()
    made_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)
    frozen_at = models.DateTimeField(null=True)
    fingerprint = models.CharField(max_length=64, blank=True)
    commitment = models.CharField(max_length=64, blank=True)
    seed = models.BinaryField(null=True)
    veil = models.BinaryField(null=True)
    revealed = models.CharField(max_length=64, blank=True)
    closed_at = models.DateTimeField(null=True)
    taken_in = models.BooleanField(default=False)

    objects = ScopedQuerySet.as_manager()
    privacy = Privacy(
        neutral="id municipality title protocol made_at version frozen_at fingerprint commitment revealed"
        " closed_at taken_in",
        personal="made_by",
        secret="seed veil",  # noqa: S106 - a field
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(frozen_at__isnull=True, fingerprint="")
                | Q(frozen_at__isnull=False) & ~Q(fingerprint=""),
                name="frozen_study_has_a_fingerprint",
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True) | Q(frozen_at__isnull=False),
                name="study_closes_after_it_is_frozen",
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)


class Duty(models.TextChoices):
    """What somebody does in a study."""

    RESPONSIBLE = "responsible", _("Ansvarlig")
    DRAWS = "draws", _("Trækker lod")
    EVALUATES = "evaluates", _("Evaluerer")


class OfStudy(models.Model):
    """Something that belongs to one study, and when and by whom it was written down."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    study = models.ForeignKey(Study, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")

    objects = ScopedQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.id)


class Member(OfStudy):
    """Somebody with a duty in a study, from day to day; no end while it lasts.

    A duty that was given and ended on one day has its end the day before it began: it held on no day.
    """

    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    duty = models.CharField(max_length=16, choices=Duty)
    since = models.DateField()
    until = models.DateField(null=True)

    privacy = Privacy(neutral="id study duty since until written_at", personal="staff written_by")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["study", "staff", "duty"], condition=Q(until__isnull=True), name="a_duty_once"
            ),
        ]


class Amendment(OfStudy):
    """A change to a frozen protocol: what, and why."""

    what = models.TextField(max_length=LONGEST_WORDS)
    why = models.TextField(max_length=LONGEST_WORDS)

    privacy = Privacy(neutral="id study what why written_at", personal="written_by")


class Draw(OfStudy):
    """One draw: its block, its day, how many stood on the list, and why some could not be drawn.

    `refused` counts the persons by the name of the condition that failed first.
    """

    number = models.PositiveIntegerField()
    block = models.CharField(max_length=120)
    on = models.DateField()
    listed = models.PositiveIntegerField()
    refused = models.JSONField(default=dict)
    extra = models.BooleanField(default=False)

    privacy = Privacy(
        neutral="id study number block on listed refused extra written_at", personal="written_by"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["study", "number"], name="draw_number_once"),
            models.UniqueConstraint(fields=["study", "block"], name="block_drawn_once"),
        ]


class Entry(OfStudy):
    """One person who was drawn: the pseudonym, the arm, and what the analysis may be adjusted for.

    No case: the person was drawn elsewhere and taken in with a list.
    """

    draw = models.ForeignKey(Draw, on_delete=models.PROTECT, related_name="entries")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, null=True, related_name="+")
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, null=True, related_name="+")
    pseudonym = models.CharField(max_length=16)
    arm = models.CharField(max_length=40)
    entered_on = models.DateField()
    age = models.PositiveSmallIntegerField(null=True)
    age_group = models.CharField(max_length=16, blank=True)
    sex = models.CharField(max_length=1, blank=True, help_text="F or M, by the CPR number; empty: not known")

    privacy = Privacy(
        neutral="id study draw written_at",
        personal="case programme pseudonym arm entered_on age age_group sex written_by",
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["study", "pseudonym"], name="pseudonym_once"),
            models.UniqueConstraint(
                fields=["study", "case"], condition=Q(case__isnull=False), name="case_drawn_once"
            ),
        ]
        indexes = [models.Index(fields=["case"], name="entry_by_case")]


class DeviationKind(models.TextChoices):
    """What can go otherwise after the draw."""

    SWAP = "swap", _("Hele listen blev byttet om")
    OTHER_ARM = "other-arm", _("Fik den anden indsats")
    NOTHING = "nothing", _("Fik slet ingen indsats")
    EXCLUDED = "excluded", _("Hørte ikke til målgruppen")
    MOVED = "moved", _("Flyttede")
    WITHDREW = "withdrew", _("Trak sig")
    OTHER = "other", _("Andet")


class Deviation(OfStudy):
    """Something that went otherwise than drawn or planned: about a draw, a person, or the whole study."""

    kind = models.CharField(max_length=16, choices=DeviationKind)
    on = models.DateField()
    draw = models.ForeignKey(Draw, on_delete=models.PROTECT, null=True, related_name="deviations")
    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, null=True, related_name="deviations")
    received = models.CharField(max_length=40, blank=True, help_text="The arm received instead")
    words = models.TextField(max_length=LONGEST_WORDS)

    privacy = Privacy(
        neutral="id study draw kind on received written_at", personal="entry written_by", sensitive="words"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="deviation_is_told"),
            models.CheckConstraint(
                condition=Q(draw__isnull=True) | Q(entry__isnull=True), name="deviation_is_about_one"
            ),
        ]


class TakenIn(OfStudy):
    """An outcome of a person that came with a list from elsewhere: `value` and `cause` as in an extract."""

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="taken_in")
    outcome = models.CharField(max_length=40)
    value = models.FloatField(null=True)
    cause = models.PositiveSmallIntegerField(default=0)

    privacy = Privacy(neutral="id study written_at", personal="entry outcome value cause written_by")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["entry", "outcome"], name="outcome_taken_in_once")]


class Side(models.TextChoices):
    """Whose experience an element of the programme theory is about."""

    ORGANISATION = "organisation", _("Organiseringen")
    CITIZEN = "citizen", _("Borgeren")


class Element(OfStudy):
    """One element of the programme theory, what it is assumed to do, and an indicator where one exists."""

    side = models.CharField(max_length=16, choices=Side)
    position = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    assumption = models.TextField(max_length=LONGEST_WORDS)
    indicator = models.CharField(max_length=40, blank=True)
    removed_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    privacy = Privacy(
        neutral="id study side position title assumption indicator removed_at version written_at",
        personal="written_by",
    )


class Practice(models.TextChoices):
    """How far an element had come in a round."""

    PLANNED = "planned", _("Planlagt")
    PARTLY = "partly", _("Delvist i praksis")
    PRACTISED = "practised", _("I praksis")
    NEVER = "never", _("Ikke i praksis")


class Round(OfStudy):
    """How an element stood in a round (a year, say) in an arm. The latest row about them holds."""

    element = models.ForeignKey(Element, on_delete=models.PROTECT, related_name="rounds")
    name = models.CharField(max_length=40)
    on = models.DateField()
    arm = models.CharField(max_length=40)
    state = models.CharField(max_length=16, choices=Practice)
    words = models.TextField(max_length=LONGEST_WORDS, blank=True)

    privacy = Privacy(neutral="id study element name on arm state words written_at", personal="written_by")


class Interview(OfStudy):
    """One interview, or one that was agreed and not held: whom with by role, in which round and arm.

    It names nobody. `persons` are those it was agreed with, `came` those who came; none: not yet held.
    """

    role = models.CharField(max_length=60)
    round = models.CharField(max_length=40)
    arm = models.CharField(max_length=40, blank=True)
    group = models.BooleanField(default=False)
    agreed_on = models.DateField(null=True)
    held_on = models.DateField(null=True)
    persons = models.PositiveSmallIntegerField(default=1)
    came = models.PositiveSmallIntegerField(null=True)
    chosen_by = models.CharField(max_length=120)
    held_by = models.CharField(max_length=120)
    themes = ArrayField(models.CharField(max_length=80), default=list, blank=True)
    version = models.PositiveIntegerField(default=1)

    privacy = Privacy(
        neutral="id study role round arm group agreed_on held_on persons came chosen_by held_by themes"
        " version written_at",
        personal="written_by",
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(came__isnull=True) | Q(came__lte=F("persons")), name="no_more_came_than_agreed"
            ),
            models.CheckConstraint(
                condition=Q(came__isnull=True) | Q(held_on__isnull=False), name="who_came_came_on_a_day"
            ),
        ]


class Quotation(OfStudy):
    """What somebody said in an interview, in words that do not tell who they are."""

    interview = models.ForeignKey(Interview, on_delete=models.PROTECT, related_name="quotations")
    theme = models.CharField(max_length=80)
    words = models.TextField(max_length=LONGEST_WORDS)
    removed_at = models.DateTimeField(null=True)

    privacy = Privacy(
        neutral="id study interview theme removed_at written_at", personal="written_by", sensitive="words"
    )


class ContextChange(OfStudy):
    """Something else that changed while the trial ran; no arms: it touched all alike."""

    since = models.DateField()
    until = models.DateField(null=True)
    words = models.TextField(max_length=LONGEST_WORDS)
    arms = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    removed_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    privacy = Privacy(
        neutral="id study since until words arms removed_at version written_at", personal="written_by"
    )


class FrozenExtract(OfStudy):
    """What was taken out for an analysis on one day, as text, and its fingerprint."""

    cut_on = models.DateField()
    blind = models.BooleanField()
    sha256 = models.CharField(max_length=64)
    text = models.TextField()

    privacy = Privacy(neutral="id study cut_on blind sha256 written_at", personal="text written_by")


class MethodNote(models.Model):
    """How something is done here, written once for everybody in the municipality, and found by its field."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    field = models.CharField(max_length=16, choices=Field)
    title = models.CharField(max_length=120)
    text = models.TextField(max_length=20_000)
    written_at = models.DateTimeField()
    written_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(null=True)
    changed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    removed_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    objects = ScopedQuerySet.as_manager()
    privacy = Privacy(
        neutral="id municipality field title text written_at changed_at removed_at version",
        personal="written_by changed_by",
    )

    def __str__(self) -> str:
        return str(self.id)
