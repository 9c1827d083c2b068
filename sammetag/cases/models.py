"""A citizen's case, the programmes in it, who is responsible, and drafts of what is being written."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Self

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from sammetag.access.person import Person, Whoever
from sammetag.any_of import Place
from sammetag.people.models import Account, Citizen, Municipality, Staff, Unit
from sammetag.privacy import Privacy
from sammetag.scoped import M, ScopedQuerySet

LONGEST_NOTES = 20_000


class CaseQuerySet(ScopedQuerySet["Case"]):
    def seen_by(self, person: Person | Whoever) -> Self:
        """The cases that a key or a grant of this person opens."""
        return self.scoped("person").filter(person.sees())


class InCase(ScopedQuerySet[M]):
    """Rows that belong to one case each, in a field `case`."""

    def seen_by(self, person: Person | Whoever) -> Self:
        """The rows of the cases that this person may see."""
        return self.scoped("person").filter(person.sees("case__"))

    def of(self, case: Case) -> Self:
        """The rows of a case that its reader has been let into already: fetching it was the check."""
        return self.scoped("case").filter(case=case)

    def of_each(self, cases: Iterable[Case] | Place) -> Self:
        """The rows of several cases that their reader has been let into: fetching them was the check."""
        ids = cases if isinstance(cases, Place) else [case.id for case in cases]
        return self.scoped("case").filter(case_id__any=ids)


@pghistory.track()
class Case(models.Model):
    """One citizen's case in one unit. `acl` is the unit's key, or a key of its own when restricted."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    municipality = models.ForeignKey(Municipality, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    acl = models.BigIntegerField()
    restricted = models.BooleanField(default=False)
    number = models.CharField(max_length=16)
    citizen = models.ForeignKey(Citizen, on_delete=models.PROTECT, related_name="cases")
    coordinator = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    opened_on = models.DateField()
    closed_on = models.DateField(null=True)

    objects = CaseQuerySet.as_manager()
    privacy = Privacy(
        neutral="id municipality unit acl restricted opened_on closed_on",
        personal="number citizen coordinator",
    )

    class Meta:
        indexes = [
            models.Index(fields=["acl"], name="case_by_key"),
            models.Index(fields=["coordinator", "closed_on"], name="case_by_coordinator"),
            models.Index(fields=["citizen"], name="case_by_citizen"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["municipality", "number"], name="case_number_once"),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("opened_on")),
                name="case_closes_after_it_opens",
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)


class Programme(models.Model):
    """One granted programme: its scheme and the day of the grant choose its rules."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="programmes")
    scheme = models.CharField(max_length=32, help_text="A name that the law room knows")
    team_met_on = models.DateField(null=True)
    granted_on = models.DateField()
    starts_on = models.DateField()
    granted_until = models.DateField()
    ended_on = models.DateField(null=True)
    end_reason = models.CharField(max_length=32, blank=True)
    talks_known_from = models.DateField(
        null=True, help_text="Talks before this day were not taken in; none where all of them are here"
    )

    objects = InCase.as_manager()
    privacy = Privacy(
        neutral="id",
        personal="case scheme team_met_on granted_on starts_on granted_until ended_on end_reason"
        " talks_known_from",
    )

    class Meta:
        indexes = [models.Index(fields=["case", "granted_on"], name="programme_by_case")]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_on__gte=F("granted_on")) & Q(granted_until__gt=F("starts_on")),
                name="programme_runs_forward",
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)


class Part(models.TextChoices):
    """The part that somebody plays around the citizen."""

    COORDINATOR = "coordinator", _("Koordinator")
    MENTOR = "mentor", _("Mentor")
    HOME_SUPPORT_WORKER = "home-support-worker", _("Bostøtte")
    HEALTH_GUIDE = "health-guide", _("Sundhedsvejleder")
    COMPANY_CONSULTANT = "company-consultant", _("Virksomhedskonsulent")
    PERSONAL_GUIDE = "personal-guide", _("Personlig vejleder")


class Responsibility(models.Model):
    """Who played which part around the citizen, from day to day; no end while it lasts."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="responsibilities")
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    part = models.CharField(max_length=32, choices=Part)
    since = models.DateField()
    until = models.DateField(null=True)

    objects = InCase.as_manager()
    privacy = Privacy(neutral="id part since until", personal="case staff")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="responsibility_ends_after_it_begins",
            )
        ]

    def __str__(self) -> str:
        return f"{self.part} {self.id}"


class Manner(models.TextChoices):
    """How a case changes coordinator."""

    PLANNED = "planned", _("Aftalt i god tid")
    SUDDEN = "sudden", _("Med det samme")
    NAMED = "named", _("Sagen havde ingen koordinator")
    LEFT = "left", _("Sagen stod uden koordinator")


class HandOverState(models.TextChoices):
    AGREED = "agreed", _("aftalt")
    CARRIED_OUT = "carried-out", _("gennemført")
    TAKEN_UP = "taken-up", _("læst af den nye koordinator")
    CALLED_OFF = "called-off", _("aflyst")


class HandOver(models.Model):
    """One change of coordinator, from its agreement until the successor has read what came along.

    No giver: the case had no coordinator. No taker: it was left without one, for the reason given.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="hand_overs")
    giver = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    taker = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    manner = models.CharField(max_length=16, choices=Manner)
    state = models.CharField(max_length=16, choices=HandOverState)
    planned_on = models.DateField()
    citizen_told = models.BooleanField(default=False)
    notes = models.TextField(blank=True, max_length=LONGEST_NOTES)
    notes_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    reason = models.CharField(max_length=400, blank=True)
    agreed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    agreed_at = models.DateTimeField()
    closed_by = models.ForeignKey(Staff, on_delete=models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)
    taken_up_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    objects = InCase.as_manager()
    privacy = Privacy(
        neutral="id manner state planned_on citizen_told agreed_at closed_at taken_up_at version",
        personal="case giver taker notes_by agreed_by closed_by",
        sensitive="notes reason",
    )

    class Meta:
        indexes = [models.Index(fields=["case", "state"], name="hand_over_by_case")]
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=Q(state="agreed"), name="one_hand_over_under_way"
            ),
            models.CheckConstraint(
                condition=Q(state="agreed", closed_at__isnull=True)
                | ~Q(state="agreed") & Q(closed_at__isnull=False),
                name="hand_over_is_closed_when_done",
            ),
            models.CheckConstraint(
                condition=Q(manner="left", taker__isnull=True) | ~Q(manner="left") & Q(taker__isnull=False),
                name="hand_over_has_a_taker_or_leaves",
            ),
            models.CheckConstraint(
                condition=Q(giver__isnull=True) | Q(taker__isnull=True) | ~Q(giver=F("taker")),
                name="hand_over_changes_hands",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.state} {self.id}"


class Draft(models.Model):
    """What somebody has typed into a form of a case and not yet saved. Only they see it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="+")
    form = models.CharField(max_length=80, help_text="Which form, and of what: a name and an id")
    fields = models.JSONField()
    updated_at = models.DateTimeField()

    objects = InCase.as_manager()
    privacy = Privacy(neutral="id form updated_at", personal="account case", sensitive="fields")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["account", "case", "form"], name="one_draft_a_form")]

    def __str__(self) -> str:
        return str(self.id)
