"""A study with what its reader may do in it: fetching it is the check."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.db.models import Q
from django.http import HttpRequest
from django.utils import timezone

from sammetag.access.person import Person
from sammetag.access.signed_in import signed_in
from sammetag.errors import NotAllowed
from sammetag.evaluation.trial.protocol import Protocol, protocol_from
from sammetag.scoped import ScopedQuerySet
from sammetag.studies.models import Duty, Member, Study

EVERY_DUTY = frozenset(Duty)
# Whoever has one of these knows who was drawn for which arm.
KNOWING = frozenset({Duty.RESPONSIBLE, Duty.DRAWS})


@dataclass(frozen=True)
class OpenStudy:
    """One study as one member sees it."""

    person: Person
    study: Study
    duties: frozenset[Duty]

    @cached_property
    def protocol(self) -> Protocol:
        """What the trial is agreed to be, or is going to be."""
        return protocol_from(self.study.protocol)

    @property
    def leads(self) -> bool:
        """Whether this member is responsible."""
        return Duty.RESPONSIBLE in self.duties

    @property
    def draws(self) -> bool:
        """Whether this member draws lots."""
        return Duty.DRAWS in self.duties

    @property
    def works(self) -> bool:
        """Whether this member writes the study's theory, context and interviews."""
        return bool(self.duties & {Duty.RESPONSIBLE, Duty.EVALUATES})

    @property
    def knows(self) -> bool:
        """Whether this member knows who was drawn for which arm."""
        return bool(self.duties & KNOWING)

    @property
    def blind(self) -> bool:
        """Whether the arms bear letters: until the study is closed, for whoever only evaluates."""
        return not self.knows and self.study.closed_at is None


def members_of(person: Person) -> ScopedQuerySet[Member]:
    """The duties that this person holds today, in studies of their municipality."""
    today = timezone.localdate()
    return (
        Member.objects.scoped("person")
        .filter(staff_id=person.staff_id, study__municipality_id=person.municipality_id, since__lte=today)
        .filter(Q(until__isnull=True) | Q(until__gte=today))
    )


def study_for(person: Person, study_id: UUID, *needed: Duty) -> OpenStudy:
    """The study, for a member who holds one of these duties, or any where none is named; else NotAllowed."""
    held = members_of(person).filter(study_id=study_id).select_related("study", "study__made_by")
    members = list(held)
    duties = frozenset(Duty(one.duty) for one in members)
    if not duties & (frozenset(needed) or EVERY_DUTY):
        raise NotAllowed("study of others")
    return OpenStudy(person, members[0].study, duties)


def open_study(request: HttpRequest, study_id: UUID, *needed: Duty) -> OpenStudy:
    """The study for whoever is behind the request; raises NotAllowed as `study_for`."""
    return study_for(signed_in(request), study_id, *needed)
