"""Reading what a citizen gets, and what it adds up to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from sammetag.cases.models import Case, Programme
from sammetag.cases.of_each import EACH, OfEach
from sammetag.errors import NotAllowed
from sammetag.interventions.models import (
    Drawn,
    Exemption,
    GrantedPeriod,
    GuaranteeAnswer,
    Intervention,
    State,
    Stretch,
    part_within,
)
from sammetag.interventions.running import in_state
from sammetag.interventions.seen import AnswerSeen, ExemptSeen, GrantedSeen, InterventionSeen
from sammetag.journal.models import Event
from sammetag.journal.queries import corrected_among
from sammetag.plan.picture import HEALTH

_INTERVENTIONS = OfEach(Intervention.objects.of_each(EACH).values_list(*InterventionSeen._fields[:-1]))
_STRETCHES = OfEach(
    Stretch.objects.of_each(EACH)
    .order_by("since")
    .values_list("intervention_id", "state", "since", "until", "hours_per_week")
)
_GRANTED = OfEach(GrantedPeriod.objects.of_each(EACH).order_by("since").values_list(*GrantedSeen._fields))
_EXEMPT = OfEach(Exemption.objects.of_each(EACH).order_by("since").values_list(*ExemptSeen._fields))
_ANSWERS = OfEach(GuaranteeAnswer.objects.of_each(EACH).values_list(*AnswerSeen._fields))


def interventions_of(case: Case) -> QuerySet[Intervention]:
    """All interventions of a case with their stretches, in the order in which they began. Two queries."""
    stretches = Stretch.objects.of(case).order_by("since")
    found = Intervention.objects.of(case).prefetch_related(Prefetch("stretches", stretches))
    return found.order_by("recommended_on", "id")


def interventions_in(cases: Collection[Case]) -> list[InterventionSeen]:
    """The interventions of several cases with their stretches laid out. Two queries.

    There are twenty stretches and more to a case: rows take a third of the time that objects would.
    """
    drawn: dict[UUID, list[Drawn]] = defaultdict(list)
    for key, state, since, until, hours in _STRETCHES.of(cases):
        drawn[key].append((state, since, until, hours))
    return [_seen(row, drawn.get(row[0], [])) for row in _INTERVENTIONS.of(cases)]


def _seen(row: tuple[Any, ...], drawn: list[Drawn]) -> InterventionSeen:
    ended_on, hours = row[-2:]
    return InterventionSeen(*row, tuple([part_within(ended_on, hours, one) for one in drawn]))  # type: ignore[call-arg]


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


def granted_in(cases: Iterable[Case]) -> list[GrantedSeen]:
    """The granted periods of several cases, earliest first. One query."""
    return [GrantedSeen(*row) for row in _GRANTED.of(cases)]


def exemptions_of(case: Case) -> list[Exemption]:
    """The periods in which the citizen need not be available, earliest first."""
    return list(Exemption.objects.of(case).order_by("since", "id"))


def exemptions_in(cases: Iterable[Case]) -> list[ExemptSeen]:
    """The exempt periods of several cases, earliest first. One query."""
    return [ExemptSeen(*row) for row in _EXEMPT.of(cases)]


def guarantee_answer_of(programme: Programme, case: Case) -> GuaranteeAnswer | None:
    """What was answered when nothing had begun in time, or none."""
    return GuaranteeAnswer.objects.of(case).filter(programme=programme).first()


def guarantee_answers_in(cases: Iterable[Case]) -> list[AnswerSeen]:
    """The answers to the guarantee in several cases. One query."""
    return [AnswerSeen(*row) for row in _ANSWERS.of(cases)]


def steps_written(one: Intervention, kinds: Iterable[str]) -> list[Event]:
    """The events about an intervention that no later one sets right, newest first. Two queries."""
    about = Event.objects.scoped("subject").filter(subject_id=one.id, kind__in=list(kinds))
    events = list(about.order_by("-recorded_at", "-id"))
    corrected = set(corrected_among([event.id for event in events]))
    return [event for event in events if event.id not in corrected]
