"""Reading what a citizen gets, and what it adds up to."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from sammetag.access.person import Person
from sammetag.cases.models import Case
from sammetag.interventions.models import Intervention, Stretch


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
