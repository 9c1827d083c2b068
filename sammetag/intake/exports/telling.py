"""The running programmes of the units that somebody leads, as the import would take them in again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from sammetag.access.person import Person
from sammetag.access.roles import Right
from sammetag.cases.models import Case, Part, Programme, Responsibility
from sammetag.intake.programmes import InterventionIn, ProgrammeIn, StretchIn
from sammetag.interventions.life import Piece, told
from sammetag.interventions.models import Intervention, Kind, State, Stretch
from sammetag.people.cpr import Number
from sammetag.people.models import Cpr, Field, Staff
from sammetag.people.sealed_cpr import reveal
from sammetag.plan.models import Plan


@dataclass
class _Around:
    """What hangs on each of some cases, by case."""

    programmes: dict[UUID, Programme]
    parts: dict[tuple[UUID, str], Responsibility]
    job_goals: dict[UUID, str]
    interventions: dict[UUID, list[Intervention]]
    numbers: dict[UUID, Number]


def running_programmes(person: Person, *, with_cpr: bool = False) -> list[tuple[UUID, ProgrammeIn]]:
    """Every open case with a programme that has not ended, in the units the person leads, by case number.

    Numbers are revealed only where the person may see them. Eight queries, however many cases.
    """
    led = person.keys_with(Right.EXPORT)
    found = Case.objects.seen_by(person).filter(acl__in=led, closed_on=None)
    cases = list(found.select_related("citizen", "unit", "coordinator__account").order_by("number"))
    around = _around(person, cases, with_cpr)
    return [
        (case.id, _programme(case, around.programmes[case.id], around))
        for case in cases
        if case.id in around.programmes
    ]


def _around(person: Person, cases: list[Case], with_cpr: bool) -> _Around:
    parts = Responsibility.objects.of_each(cases).filter(until=None).select_related("staff__account")
    interventions: dict[UUID, list[Intervention]] = defaultdict(list)
    for one in _interventions(cases):
        interventions[one.case_id].append(one)
    return _Around(
        programmes={
            one.case_id: one
            for one in Programme.objects.of_each(cases).filter(ended_on=None).order_by("granted_on")
        },
        parts={(one.case_id, one.part): one for one in parts.order_by("-since", "id")},
        job_goals=dict(Plan.objects.of_each(cases).values_list("case_id", "job_goal")),
        interventions=interventions,
        numbers=_numbers(person, cases) if with_cpr else {},
    )


def _interventions(cases: list[Case]) -> QuerySet[Intervention]:
    """The interventions of these cases, in the order in which they were recommended."""
    stretches = Prefetch("stretches", Stretch.objects.of_each(cases))
    found = Intervention.objects.of_each(cases).select_related("sub_goal__goal").prefetch_related(stretches)
    return found.order_by("recommended_on", "id")


def _numbers(person: Person, cases: Iterable[Case]) -> dict[UUID, Number]:
    """The CPR numbers of the citizens of those cases in which the person may see them, by citizen."""
    known = [case.citizen_id for case in cases if person.may(Right.SEE_CPR, case)]
    return {row.citizen_id: reveal(row) for row in Cpr.objects.scoped("export").filter(citizen_id__in=known)}


def _programme(case: Case, programme: Programme, around: _Around) -> ProgrammeIn:
    mentor = around.parts.get((case.id, Part.MENTOR))
    coordinates = around.parts.get((case.id, Part.COORDINATOR))
    its_own = coordinates and coordinates.staff_id == case.coordinator_id
    return ProgrammeIn(
        number=case.number,
        given_name=case.citizen.given_name,
        family_name=case.citizen.family_name,
        born_on=case.citizen.born_on,
        cpr=around.numbers.get(case.citizen_id),
        unit=case.unit.name,
        coordinator=_username(case.coordinator),
        coordinator_since=coordinates.since if coordinates and its_own else None,
        mentor=_username(mentor.staff if mentor else None),
        mentor_since=mentor.since if mentor else None,
        scheme=programme.scheme,
        opened_on=case.opened_on,
        team_met_on=programme.team_met_on,
        granted_on=programme.granted_on,
        starts_on=programme.starts_on,
        granted_until=programme.granted_until,
        job_goal=around.job_goals.get(case.id, ""),
        interventions=tuple(_intervention(one, programme) for one in around.interventions[case.id]),
    )


def _username(staff: Staff | None) -> str:
    return staff.account.username if staff and staff.account else ""


def _intervention(one: Intervention, programme: Programme) -> InterventionIn:
    sub_goal = one.sub_goal
    if sub_goal and (sub_goal.removed_on or sub_goal.goal.removed_on):
        sub_goal = None
    # What was only recommended has no days of its own.
    since = one.recommended_on or programme.granted_on
    pieces = told(one) or [Piece(State.RECOMMENDED, min(since, one.ended_on or since), one.ended_on)]
    return InterventionIn(
        title=one.title,
        field=Field(one.field),
        stretches=tuple(_stretch(piece, one) for piece in pieces),
        provider=one.provider,
        hours_per_week=one.hours_per_week,
        chapter=one.chapter,
        company_based=one.company_based,
        mentor=one.mentor,
        kind=Kind(one.kind),
        recommended_on=one.recommended_on,
        ended_on=one.ended_on,
        ending=one.ending,
        goal=sub_goal.goal.title if sub_goal else "",
        sub_goal=sub_goal.title if sub_goal else "",
        sub_goal_due=sub_goal.due_on if sub_goal else None,
    )


def _stretch(piece: Piece, one: Intervention) -> StretchIn:
    ends = [end for end in (piece.until, one.ended_on) if end]
    hours = one.hours_per_week if piece.hours is None else piece.hours
    return StretchIn(piece.state, piece.since, min(ends, default=None), hours)
