"""Whose the citizens of a day are, seen from its reader."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from django.db.models import Q

from sammetag.access.person import Person, Whoever
from sammetag.access.queries import RoleAsCoordinator, holders_on
from sammetag.access.roles import RIGHTS, Right
from sammetag.any_of import Place
from sammetag.cases.models import Case, HandOver, HandOverState
from sammetag.desk.lines import Hands, Line, lines_of
from sammetag.written import Written

_WHOEVER, _HANDED = Whoever(), Place("handed")
_TO_COME = HandOver.objects.seen_by(_WHOEVER).filter(taker_id=_WHOEVER.staff_id, state=HandOverState.AGREED)
_ON_A_DAY = (
    Q(coordinator_id=_WHOEVER.staff_id)
    | Q(id__any=Place("helped"))
    | Q(id__in=_TO_COME.values("case_id"))
    | Q(acl__any=_HANDED) & (Q(coordinator=None) | ~Q(coordinator_id__any=Place("at_work")))
    | Q(acl__any=_HANDED, coordinator_id__any=Place("stood_in_for"))
)
_CASES = Written(
    Case.objects.seen_by(_WHOEVER)
    .filter(_ON_A_DAY, closed_on__isnull=True)
    .select_related("citizen", "coordinator")
    .order_by("citizen__sort_name", "id")
)


def lines_for(
    person: Person, roles: Sequence[RoleAsCoordinator], stands_in_for: Collection[UUID], today: date
) -> list[Line]:
    """A line for each citizen on somebody's day: theirs, nobody's, a colleague's, and those to come.

    Of a case that is to come, only the hand-over is told: until then another answers for it.
    """
    at_work = holders_on(today, roles)
    cases = _CASES.objects(
        helped=_helped(person),
        handed=person.keys_with(Right.HAND_OVER),
        at_work=list(at_work),
        stood_in_for=list(stands_in_for),
        **person.in_places(),
    )
    return [_in_hands(line, _hands(line, person, at_work)) for line in lines_of(person, cases, roles, today)]


def _helped(person: Person) -> list[UUID]:
    """The single cases in which this person was let in to do a coordinator's work."""
    return [
        case_id
        for case_id, roles in person.grants.items()
        if any(Right.KEEP_TALKS in RIGHTS[role] for role in roles)
    ]


def _hands(line: Line, person: Person, at_work: frozenset[UUID]) -> Hands:
    case = line.case
    if case.coordinator_id == person.staff_id:
        return Hands.MINE
    if case.coordinator_id not in at_work:
        return Hands.NOBODYS
    if line.to_be_taken_by == person.staff_id:
        return Hands.TO_COME
    return Hands.MINE if case.id in person.grants else Hands.STANDING_IN


def _in_hands(line: Line, hands: Hands) -> Line:
    if hands is Hands.TO_COME:
        kept = tuple(duty for duty in line.duties if duty.name == "carry-out-hand-over")
        return Line(case=line.case, duties=kept, hands=hands)
    return replace(line, hands=hands)
