"""Who can take a case: the coordinators who work today, each with their unit and what they carry already."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.utils import timezone

from sammetag.access.person import Person
from sammetag.access.queries import AtWork, coordinators_at_work
from sammetag.cases.queries import caseloads
from sammetag.people.danish import sort_key
from sammetag.people.models import Staff, Unit

SOON = timedelta(days=60)


@dataclass(frozen=True)
class Successor:
    """One coordinator who can take a case. `is_near`: they work where the case lies, and it stays there."""

    staff_id: UUID
    name: str
    unit: str
    caseload: int
    most: int
    is_near: bool
    last_day: date | None

    @property
    def key(self) -> str:
        """What a form calls them."""
        return str(self.staff_id)

    @property
    def stops_on(self) -> date | None:
        """Their last day at work, where it is near enough to matter for whoever gives them a case."""
        return soon(self.last_day)


def soon(last_day: date | None) -> date | None:
    """A last day at work if it comes within 60 days."""
    return last_day if last_day and last_day <= timezone.localdate() + SOON else None


def successors(person: Person, unit_id: UUID | None) -> list[Successor]:
    """The coordinators of the municipality who work today, those of the unit first. Four questions."""
    at_work = coordinators_at_work(person)
    loads = caseloads(person)
    units = dict(Unit.objects.filter(municipality_id=person.municipality_id).values_list("id", "name"))
    staff = Staff.objects.scoped("at-work").filter(
        municipality_id=person.municipality_id, pk__in=list(at_work)
    )
    shown = [one for one in staff if at_work[one.id].unit_ids]
    most = max([loads.get(one.id, 0) for one in shown], default=0)
    found = [
        Successor(
            staff_id=one.id,
            name=one.name,
            unit=units.get(_home(at_work[one.id], unit_id), ""),
            caseload=loads.get(one.id, 0),
            most=most,
            is_near=unit_id in at_work[one.id].unit_ids,
            last_day=at_work[one.id].last_day,
        )
        for one in shown
    ]
    return sorted(found, key=lambda one: (not one.is_near, sort_key(one.unit), sort_key(one.name)))


def _home(held: AtWork, unit_id: UUID | None) -> UUID:
    """The unit that a case would lie in: the one where it is, if they work there; as in cases_hand_over."""
    return unit_id if unit_id in held.unit_ids and unit_id else held.unit_ids[0]
