"""A colleague's cases and who is to have them: what is chosen so far, and what everybody would carry then."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from sammetag.access.person import Person
from sammetag.access.queries import coordinator_roles
from sammetag.access.roles import Right
from sammetag.cases.models import Case, HandOver, HandOverState
from sammetag.cases.queries import distributes, units_with
from sammetag.duties.duty import Band
from sammetag.duties.facts import CaseFacts
from sammetag.duties.queries import facts_of
from sammetag.duties.rules import duties_of
from sammetag.errors import NotAllowed
from sammetag.handover.successors import Successor
from sammetag.people.models import Staff
from sammetag.talks.models import Outcome

NEAR = 14


@dataclass(frozen=True)
class Colleague:
    """Somebody whose cases are to be distributed."""

    staff: Staff
    unit_id: UUID | None
    is_self: bool


@dataclass(frozen=True)
class Row:
    """One case of the colleague. `contact_days` since a talk was held last; `agreed` is under way."""

    case: Case
    next_talk: date | None
    contact_days: int | None
    open_duties: int
    agreed: HandOver | None
    chosen: str

    @property
    def field(self) -> str:
        """What the form calls the choice for this case."""
        return f"to-{self.case.id}"


@dataclass(frozen=True)
class Load:
    """What one successor carries today, and would with what is chosen."""

    successor: Successor
    more: int
    most: int

    @property
    def then(self) -> int:
        return self.successor.caseload + self.more


def colleague_of(person: Person, staff_id: UUID) -> Colleague:
    """The colleague whose cases this person may distribute: themself, or one in a unit that they lead."""
    staff = (
        Staff.objects.scoped("colleague").filter(municipality_id=person.municipality_id, pk=staff_id).first()
    )
    is_self = staff_id == person.staff_id and person.may_anywhere(Right.HAND_OVER)
    roles = coordinator_roles(person)
    in_led = distributes(person, units_with(person, Right.DISTRIBUTE), roles).get(staff_id, [])
    if staff is None or not (is_self or in_led):
        raise NotAllowed(f"cases of {staff_id}")
    worked = [role.unit_id for role in roles if role.staff_id == staff_id and role.unit_id]
    return Colleague(staff, next(reversed(in_led or worked), None), is_self)


def cases_of(person: Person, colleague: Colleague) -> list[Case]:
    """The open cases of the colleague that this person may hand over, in the order of names."""
    right = Right.HAND_OVER if colleague.is_self else Right.DISTRIBUTE
    allowed = Q(acl__in=person.keys_with(right))
    if colleague.is_self:
        allowed |= Q(id__in=list(person.grants))
    cases = Case.objects.seen_by(person).filter(
        allowed, coordinator_id=colleague.staff.id, closed_on__isnull=True
    )
    shown = cases.select_related("citizen").order_by("citizen__sort_name", "number")
    return [case for case in shown if person.may(right, case)]


def rows_of(person: Person, cases: Sequence[Case], chosen: Mapping[UUID, str], today: date) -> list[Row]:
    """The cases with what a choice needs to know of them; five questions, however many cases."""
    facts = {one.case_id: one for one in facts_of(person, cases)}
    agreed = HandOver.objects.seen_by(person).filter(case__in=cases, state=HandOverState.AGREED)
    under_way = {one.case_id: one for one in agreed.select_related("taker")}
    return [
        Row(
            case=case,
            next_talk=_next_talk(facts.get(case.id), today),
            contact_days=_contact_days(facts.get(case.id), today),
            open_duties=_open_duties(facts.get(case.id), today),
            agreed=under_way.get(case.id),
            chosen=chosen.get(case.id, ""),
        )
        for case in cases
    ]


def loads(people: Sequence[Successor], rows: Sequence[Row]) -> list[Load]:
    """What each successor would carry."""
    more = Counter(row.chosen for row in rows if row.chosen and not row.agreed)
    most = max([one.caseload + more[one.key] for one in people], default=0)
    return [Load(one, more[one.key], most) for one in people]


def spread(people: Sequence[Successor], rows: Sequence[Row]) -> dict[UUID, str]:
    """A choice for every case: each to whoever in the unit carries the fewest then. Only counts weigh."""
    takers = [one for one in people if one.is_near and not one.stops_on] or list(people)
    carried = {one.key: one.caseload for one in takers}
    chosen: dict[UUID, str] = {}
    for row in rows:
        if takers and not row.agreed:
            fewest = min(takers, key=lambda one: carried[one.key]).key
            carried[fewest] += 1
            chosen[row.case.id] = fewest
    return chosen


def _next_talk(facts: CaseFacts | None, today: date) -> date | None:
    return next((talk.on for talk in facts.booked if talk.on >= today), None) if facts else None


def _contact_days(facts: CaseFacts | None, today: date) -> int | None:
    held = [talk.on for talk in facts.talks if talk.outcome == Outcome.HELD] if facts else []
    return (today - max(held)).days if held else None


def _open_duties(facts: CaseFacts | None, today: date) -> int:
    """How much must be done now or within two weeks."""
    if facts is None:
        return 0
    found = duties_of(facts, today)
    return sum(duty.band is not Band.COMING or duty.days(today) <= NEAR for duty in found)
