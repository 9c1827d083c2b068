"""Reading what a citizen gets, and what it adds up to."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from sammetag.access.person import Person
from sammetag.cases.models import Case, Programme
from sammetag.errors import NotAllowed
from sammetag.interventions.models import (
    Exemption,
    GrantedPeriod,
    GuaranteeAnswer,
    Intervention,
    State,
    Stretch,
)
from sammetag.interventions.running import in_state
from sammetag.journal.models import Event
from sammetag.journal.queries import corrected_among
from sammetag.plan.picture import HEALTH


def interventions_of(case: Case) -> QuerySet[Intervention]:
    """All interventions of a case with their stretches, in the order in which they began. Two queries."""
    stretches = Stretch.objects.of(case).order_by("since")
    found = Intervention.objects.of(case).prefetch_related(Prefetch("stretches", stretches))
    return found.order_by("recommended_on", "id")


def interventions_in(person: Person, cases: Iterable[UUID]) -> QuerySet[Intervention]:
    """The interventions of several cases with their stretches, as far as the person sees. Two queries."""
    stretches = Stretch.objects.seen_by(person).order_by("since")
    found = Intervention.objects.seen_by(person).filter(case_id__in=list(cases))
    return found.prefetch_related(Prefetch("stretches", stretches))


def intervention_in(case: Case, intervention_id: UUID, *, sees_health: bool = True) -> Intervention:
    """One intervention of a case with its stretches; NotAllowed for another's, or for one of health."""
    one = interventions_of(case).select_related("sub_goal__goal").filter(pk=intervention_id).first()
    if one is None or (one.field in HEALTH and not sees_health):
        raise NotAllowed(f"intervention {intervention_id} of case {case.id}")
    return one


def runs_beside(case: Case, besides: UUID | None, day: date) -> list[Intervention]:
    """What runs in a case on a day besides one intervention; a mentor goes along with everything."""
    running = in_state(interventions_of(case), State.RUNNING, day)
    return [one for one in running if one.id != besides and not one.mentor]


def granted_to(one: Intervention, case: Case) -> list[GrantedPeriod]:
    """The periods for which an intervention was granted, earliest first."""
    return list(GrantedPeriod.objects.of(case).filter(intervention=one).order_by("since"))


def granted_in(person: Person, cases: Iterable[UUID]) -> QuerySet[GrantedPeriod]:
    """The granted periods of several cases, as far as the person sees, earliest first. One query."""
    return GrantedPeriod.objects.seen_by(person).filter(case_id__in=list(cases)).order_by("since")


def exemptions_of(case: Case) -> list[Exemption]:
    """The periods in which the citizen need not be available, earliest first."""
    return list(Exemption.objects.of(case).order_by("since", "id"))


def exemptions_in(person: Person, cases: Iterable[UUID]) -> QuerySet[Exemption]:
    """The exempt periods of several cases, as far as the person sees, earliest first. One query."""
    return Exemption.objects.seen_by(person).filter(case_id__in=list(cases)).order_by("since")


def guarantee_answer_of(programme: Programme, case: Case) -> GuaranteeAnswer | None:
    """What was answered when nothing had begun in time, or none."""
    return GuaranteeAnswer.objects.of(case).filter(programme=programme).first()


def guarantee_answers_in(person: Person, cases: Iterable[UUID]) -> QuerySet[GuaranteeAnswer]:
    """The answers to the guarantee in several cases, as far as the person sees. One query."""
    return GuaranteeAnswer.objects.seen_by(person).filter(case_id__in=list(cases))


def steps_written(one: Intervention, kinds: Iterable[str]) -> list[Event]:
    """The events about an intervention that no later one sets right, newest first. Two queries."""
    about = Event.objects.scoped("subject").filter(subject_id=one.id, kind__in=list(kinds))
    events = list(about.order_by("-recorded_at", "-id"))
    corrected = set(corrected_among([event.id for event in events]))
    return [event for event in events if event.id not in corrected]
