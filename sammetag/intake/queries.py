"""What is known here before anything is taken in, and what was taken in before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from sammetag.access.person import Person
from sammetag.access.queries import coordinators_at_work
from sammetag.access.roles import Right
from sammetag.cases.cpr_queries import taken_among
from sammetag.cases.models import Case, Programme
from sammetag.intake.checking import CaseThere, Known, Place, identity
from sammetag.intake.programmes import ProgrammeIn, citizen_id_of
from sammetag.journal.models import Event
from sammetag.people.danish import search_key
from sammetag.people.models import Staff, Unit

DONE = "intake.done"
NEWEST = 5


def known_to(person: Person, programmes: Sequence[ProgrammeIn], today: date) -> Known:
    """What the programmes are checked against, as far as the person sees. At most six queries."""
    units = Unit.objects.filter(
        municipality_id=person.municipality_id, key__in=person.keys_with(Right.TAKE_IN)
    )
    staff = Staff.objects.scoped("colleagues").filter(
        municipality_id=person.municipality_id, account__is_active=True
    )
    at_work = coordinators_at_work(person)
    there = _there(person, [one.number for one in programmes])
    return Known(
        today=today,
        places={search_key(unit.name): Place(unit.id, unit.key) for unit in units},
        staff={name.casefold(): pk for name, pk in staff.values_list("account__username", "id")},
        coordinates={staff_id: frozenset(one.unit_ids) for staff_id, one in at_work.items()},
        cases=there,
        taken=_taken(person, programmes, there),
    )


def _taken(
    person: Person, programmes: Sequence[ProgrammeIn], there: Mapping[str, CaseThere]
) -> frozenset[str]:
    """The case numbers whose CPR number another citizen has; a case that is here is left, so not asked."""
    new = {
        citizen_id_of(person.municipality_id, one.number): one
        for one in programmes
        if one.cpr and one.number not in there
    }
    numbers = {citizen_id: one.cpr for citizen_id, one in new.items() if one.cpr}
    return frozenset(new[citizen_id].number for citizen_id in taken_among(person.municipality_id, numbers))


def _there(person: Person, numbers: list[str]) -> dict[str, CaseThere]:
    """The cases with these numbers that the person sees, each with what was granted in it."""
    granted: dict[UUID, set[tuple[str, date]]] = defaultdict(set)
    found = Case.objects.seen_by(person).filter(number__in=numbers, municipality_id=person.municipality_id)
    cases = list(found.select_related("citizen"))
    programmes = Programme.objects.seen_by(person).filter(case_id__in=[case.id for case in cases])
    for case_id, scheme, granted_on in programmes.values_list("case_id", "scheme", "granted_on"):
        granted[case_id].add((scheme, granted_on))
    return {
        case.number: CaseThere(
            identity(case.citizen.given_name, case.citizen.family_name, case.citizen.born_on),
            frozenset(granted[case.id]),
        )
        for case in cases
    }


def earlier(person: Person) -> list[Event]:
    """The person's own latest imports, newest first."""
    own = Event.objects.scoped("own").filter(kind=DONE, by=person.account_id, case_id=None)
    return list(own.order_by("-recorded_at")[:NEWEST])
