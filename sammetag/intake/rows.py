"""A programme as rows of the tables, each with the id that it always gets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sammetag.cases.models import Case, Part, Programme, Responsibility
from sammetag.intake import programmes as ids
from sammetag.intake.checking import Known, Place
from sammetag.intake.columns import FIELDS
from sammetag.intake.programmes import InterventionIn, ProgrammeIn
from sammetag.interventions.models import Intervention, Stretch
from sammetag.people.danish import search_key, sort_key
from sammetag.people.models import Citizen, Cpr, Field
from sammetag.people.sealed_cpr import seal
from sammetag.plan.models import Goal, Plan, SubGoal, Voice

FIELD_NAMES = {value: word.capitalize() for word, value in FIELDS.items()}
Row = Case | Citizen | Programme | Responsibility | Plan | Goal | SubGoal | Intervention | Stretch


@dataclass(frozen=True)
class Taking:
    """Where and when programmes are taken in, and what is known there."""

    municipality_id: UUID
    known: Known
    at: datetime

    def place(self, one: ProgrammeIn) -> Place:
        """The unit that a programme comes to."""
        return self.known.places[search_key(one.unit)]

    def staff(self, username: str) -> UUID | None:
        """The member of staff behind a user name; none where there is none."""
        return self.known.staff.get(username.casefold()) if username else None


def case_row(one: ProgrammeIn, into: Taking) -> Case:
    """The case of a programme."""
    place = into.place(one)
    return Case(
        id=ids.case_id_of(into.municipality_id, one.number),
        municipality_id=into.municipality_id,
        unit_id=place.id,
        acl=place.key,
        number=one.number,
        citizen_id=ids.citizen_id_of(into.municipality_id, one.number),
        coordinator_id=into.staff(one.coordinator),
        opened_on=one.opened_on or one.granted_on,
    )


def rows_of(one: ProgrammeIn, into: Taking) -> Iterator[Row]:
    """All that hangs on the case of a programme, and its citizen."""
    case_id = ids.case_id_of(into.municipality_id, one.number)
    yield Citizen(
        id=ids.citizen_id_of(into.municipality_id, one.number),
        municipality_id=into.municipality_id,
        given_name=one.given_name,
        family_name=one.family_name,
        sort_name=sort_key(f"{one.given_name} {one.family_name}"),
        search_name=search_key(f"{one.given_name} {one.family_name}"),
        born_on=one.born_on,
    )
    yield Programme(
        id=ids.programme_id_of(into.municipality_id, one.number),
        case_id=case_id,
        scheme=one.scheme,
        team_met_on=one.team_met_on,
        granted_on=one.granted_on,
        starts_on=one.starts_on,
        granted_until=one.granted_until,
        talks_known_from=one.talks_known_from,
    )
    yield from _parts(one, into, case_id)
    yield from _plan(one, into, case_id)
    for intervention in one.interventions:
        yield from _intervention(one, intervention, into, case_id)


def cpr_row(one: ProgrammeIn, into: Taking) -> Cpr | None:
    """The sealed number of the citizen, where the file tells it."""
    citizen_id = ids.citizen_id_of(into.municipality_id, one.number)
    return seal(one.cpr, citizen_id=citizen_id, municipality_id=into.municipality_id) if one.cpr else None


def _parts(one: ProgrammeIn, into: Taking, case_id: UUID) -> Iterator[Responsibility]:
    parts = (
        (Part.COORDINATOR, one.coordinator, one.coordinator_since),
        (Part.MENTOR, one.mentor, one.mentor_since),
    )
    for part, username, since in parts:
        if staff_id := into.staff(username):
            yield Responsibility(
                id=ids.responsibility_id_of(into.municipality_id, one.number, part),
                case_id=case_id,
                staff_id=staff_id,
                part=part,
                since=since or one.granted_on,
            )


def _plan(one: ProgrammeIn, into: Taking, case_id: UUID) -> Iterator[Plan | Goal | SubGoal]:
    """The plan as far as the file tells of it. Nobody here wrote it, so it has no writer."""
    leaning = [each for each in one.interventions if each.sub_goal]
    if not (one.job_goal or leaning):
        return
    plan_id = ids.plan_id_of(into.municipality_id, one.number)
    said = {"case_id": case_id, "words_of": Voice.OTHER, "written_at": into.at}
    yield Plan(id=plan_id, job_goal=one.job_goal, version=1 if one.job_goal else 0, **said)
    goals: dict[UUID, Goal] = {}
    sub_goals: dict[UUID, SubGoal] = {}
    due = {_goal(one, each, into)[2]: each.sub_goal_due for each in leaning if each.sub_goal_due}
    for each in leaning:
        title, goal_id, sub_goal_id = _goal(one, each, into)
        goals.setdefault(
            goal_id,
            Goal(id=goal_id, plan_id=plan_id, title=title, field=each.field, position=len(goals), **said),
        )
        sub_goals.setdefault(
            sub_goal_id,
            SubGoal(
                id=sub_goal_id,
                goal_id=goal_id,
                title=each.sub_goal,
                due_on=due.get(sub_goal_id, one.granted_until),
                position=len(sub_goals),
                **said,
            ),
        )
    yield from goals.values()
    yield from sub_goals.values()


def _goal(one: ProgrammeIn, each: InterventionIn, into: Taking) -> tuple[str, UUID, UUID]:
    """The title of the goal that an intervention leads to, its id and that of the sub-goal."""
    title = each.goal or FIELD_NAMES[Field(each.field)]
    goal_id = ids.goal_id_of(into.municipality_id, one.number, title, each.field)
    return title, goal_id, ids.sub_goal_id_of(goal_id, each.sub_goal)


def _intervention(
    one: ProgrammeIn, each: InterventionIn, into: Taking, case_id: UUID
) -> Iterator[Intervention | Stretch]:
    intervention_id = ids.intervention_id_of(into.municipality_id, one.number, each)
    yield Intervention(
        id=intervention_id,
        case_id=case_id,
        field=each.field,
        title=each.title,
        provider=each.provider,
        hours_per_week=each.hours_per_week,
        chapter=each.chapter,
        company_based=each.company_based,
        mentor=each.mentor,
        kind=each.kind,
        sub_goal_id=_goal(one, each, into)[2] if each.sub_goal else None,
        recommended_on=each.recommended_on,
        ended_on=each.ended_on,
        ending=each.ending,
        end_reason=each.end_reason,
    )
    for stretch in each.stretches:
        yield Stretch(
            id=ids.stretch_id_of(intervention_id, stretch.since),
            case_id=case_id,
            intervention_id=intervention_id,
            state=stretch.state,
            since=stretch.since,
            until=stretch.until,
            hours_per_week=stretch.hours_per_week,
            reason=stretch.reason,
        )
