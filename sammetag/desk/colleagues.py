"""The colleagues of one's unit: who coordinates there, who has left cases behind, and what they carry."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sammetag.access.person import Person
from sammetag.access.queries import AtWork, RoleAsCoordinator, at_work_on
from sammetag.access.roles import Right
from sammetag.cases.models import Case
from sammetag.cases.queries import open_cases, units_with
from sammetag.desk.caseload import Caseload, caseload_of
from sammetag.desk.lines import Line
from sammetag.errors import NotAllowed
from sammetag.people.danish import sort_key
from sammetag.people.models import Staff, Unit


@dataclass(frozen=True)
class Colleague:
    """Somebody who coordinates in a unit of the reader's, or left cases there; `last_day` where set."""

    staff_id: UUID
    name: str
    at_work: bool
    last_day: date | None


@dataclass(frozen=True)
class Carried:
    """A colleague with the cases that the reader may see. Not how well they work: what they carry."""

    colleague: Colleague
    caseload: Caseload


def units_of(person: Person) -> list[Unit]:
    """The units whose cases this person may hand over, by name. One query."""
    return units_with(person, Right.HAND_OVER)


def colleagues_of(
    units: Iterable[Unit], roles: Sequence[RoleAsCoordinator], cases: Iterable[Case], today: date
) -> list[Colleague]:
    """Everybody who coordinates in these units or stands on one of these cases, by name. One query."""
    places = {unit.id for unit in units}
    at_work = at_work_on(today, roles)
    here = {staff for staff, work in at_work.items() if places & set(work.unit_ids)}
    standing = {case.coordinator_id for case in cases if case.coordinator_id}
    people = Staff.objects.scoped("colleagues").filter(id__in=here | standing)
    return [
        _colleague(one, at_work.get(one.id)) for one in sorted(people, key=lambda staff: sort_key(staff.name))
    ]


def _colleague(one: Staff, work: AtWork | None) -> Colleague:
    return Colleague(one.id, one.name, work is not None, work.last_day if work else None)


def colleague_for(
    person: Person, staff_id: UUID, roles: Sequence[RoleAsCoordinator], today: date
) -> tuple[Colleague, list[Case]]:
    """A colleague and the open cases that the person may see; NotAllowed for anybody else. Three queries."""
    cases = [case for case in open_cases(person) if case.coordinator_id == staff_id]
    for colleague in colleagues_of(units_of(person), roles, cases, today):
        if colleague.staff_id == staff_id:
            return colleague, cases
    raise NotAllowed(f"the day of staff {staff_id}")


def carried_by(colleagues: Iterable[Colleague], lines: Sequence[Line]) -> list[Carried]:
    """What each of them carries, in the order given."""
    return [
        Carried(one, caseload_of([line for line in lines if line.case.coordinator_id == one.staff_id]))
        for one in colleagues
    ]
