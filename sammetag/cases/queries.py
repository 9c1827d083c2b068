"""Fetching a case is authorising it: what comes back is the person's to see."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db import connection
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from sammetag.access.person import Person
from sammetag.access.queries import RoleAsCoordinator
from sammetag.access.roles import Right
from sammetag.cases.continuity import Span, days_uncovered
from sammetag.cases.models import Case, Draft, HandOver, HandOverState, Part, Programme, Responsibility
from sammetag.cases.of_each import EACH, OfEach
from sammetag.errors import NotAllowed
from sammetag.people.danish import search_key
from sammetag.people.models import Unit

LONGEST_LIST = 20
# What still asks something of somebody: to be carried out, or to be read.
UNDER_WAY = (HandOverState.AGREED, HandOverState.CARRIED_OUT)


@dataclass(frozen=True)
class HandOverSeen:
    """One hand-over that still asks something of somebody, as far as duties care."""

    id: UUID
    case_id: UUID
    giver_id: UUID | None
    taker_id: UUID
    planned_on: date
    state: HandOverState


class ProgrammeSeen(NamedTuple):
    """What is read of a programme, where those of many cases are read at once."""

    id: UUID
    case_id: UUID
    scheme: str
    granted_on: date
    starts_on: date
    granted_until: date
    ended_on: date | None
    end_reason: str
    talks_known_from: date | None


Granted = Programme | ProgrammeSeen

_PROGRAMMES = OfEach(
    Programme.objects.of_each(EACH).order_by("granted_on").values_list(*ProgrammeSeen._fields)
)
_HAND_OVERS = OfEach(
    HandOver.objects.of_each(EACH)
    .filter(state__in=UNDER_WAY, taker__isnull=False)
    .order_by("planned_on", "id")
    .values_list("id", "case_id", "giver_id", "taker_id", "planned_on", "state")
)


def case_for(person: Person, case_id: UUID, right: Right) -> Case:
    """The case, if the person holds the right on it; otherwise NotAllowed, whether or not it exists."""
    seen = Case.objects.seen_by(person).select_related("citizen", "unit", "coordinator")
    case = seen.filter(pk=case_id).first()
    if case is None or not person.may(right, case):
        raise NotAllowed(f"{right} on case {case_id}")
    return case


def programme_of(case: Case) -> Programme | None:
    """The programme that the case is about now: the one granted last."""
    return Programme.objects.of(case).order_by("-granted_on").first()


def programmes_in(cases: Iterable[Case]) -> list[ProgrammeSeen]:
    """The programmes of several cases, the one granted last at the end. One query."""
    return [ProgrammeSeen(*row) for row in _PROGRAMMES.of(cases)]


def around(case: Case, day: date) -> list[Responsibility]:
    """Everybody who has a part around the citizen on the day, coordinator first."""
    on = Q(since__lte=day) & (Q(until__isnull=True) | Q(until__gte=day))
    found = Responsibility.objects.of(case).filter(on).select_related("staff").order_by("since")
    return sorted(found, key=lambda one: one.part != "coordinator")


def search(person: Person, term: str) -> QuerySet[Case]:
    """The person's cases whose citizen's name or whose number holds every word of the term, at most 20."""
    query = Case.objects.seen_by(person).select_related("citizen", "coordinator")
    for word in search_key(term).split():
        query = query.filter(Q(citizen__search_name__contains=word) | Q(number__contains=word))
    open_first = F("closed_on").desc(nulls_first=True)
    return query.order_by(open_first, "citizen__sort_name")[:LONGEST_LIST]


def draft_of(person: Person, case: Case, form: str) -> dict[str, list[str]] | None:
    """What the person typed into this form and did not save, or none."""
    draft = Draft.objects.of(case).filter(account_id=person.account_id, form=form).first()
    return draft.fields if draft else None


def hand_overs_in(cases: Iterable[Case]) -> list[HandOverSeen]:
    """The hand-overs of these cases that are agreed, or carried out and not yet read. One query."""
    return [
        HandOverSeen(key, case_id, giver_id, taker_id, planned_on, HandOverState(state))
        for key, case_id, giver_id, taker_id, planned_on, state in _HAND_OVERS.of(cases)
    ]


def hand_overs_of(case: Case) -> list[HandOver]:
    """Every hand-over of a case, newest first."""
    people = ("giver", "taker", "agreed_by", "closed_by", "notes_by")
    return list(HandOver.objects.of(case).select_related(*people).order_by("-agreed_at"))


def hand_over_under_way(case: Case) -> HandOver | None:
    """The hand-over that is agreed in a case, or carried out and not yet read; the agreed one first."""
    found = HandOver.objects.of(case).filter(state__in=UNDER_WAY, taker__isnull=False)
    return found.select_related("giver", "taker").order_by("state", "-agreed_at").first()


def reads_hand_over(person: Person, hand_over: HandOver, sees_notes: bool) -> bool:
    """Whether the notes of a hand-over are for this person: by right, or as its giver, taker or writer."""
    return sees_notes or person.staff_id in (hand_over.giver_id, hand_over.taker_id, hand_over.notes_by_id)


def caseloads(person: Person) -> dict[UUID, int]:
    """How many open cases each coordinator of the person's municipality has, whoever may see them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM cases_loads(%s)", [person.municipality_id])
        return dict(cursor.fetchall())


def open_cases(person: Person) -> list[Case]:
    """Every open case of the person's units, with citizen and coordinator, by citizen. One query."""
    seen = Case.objects.seen_by(person).filter(
        acl__in=person.keys_with(Right.HAND_OVER), closed_on__isnull=True
    )
    return list(seen.select_related("citizen", "coordinator").order_by("citizen__sort_name", "id"))


def units_with(person: Person, right: Right) -> list[Unit]:
    """The units in which this person holds the right, by name. One query."""
    return list(Unit.objects.filter(key__in=person.keys_with(right)).order_by("name"))


def distributes(
    person: Person, units: Iterable[Unit], roles: Iterable[RoleAsCoordinator]
) -> dict[UUID, list[UUID]]:
    """Whose cases this person may share out: by staff, those of the units, led by the person, where they are.

    A unit where somebody coordinated earlier counts too, since their cases lie there still; the latest stands
    last. `roles` are those of access.queries.coordinator_roles.
    """
    keys = set(person.keys_with(Right.DISTRIBUTE))
    led = {unit.id for unit in units if unit.key in keys}
    found: dict[UUID, list[UUID]] = {}
    for role in roles:
        if role.unit_id in led:
            found.setdefault(role.staff_id, []).append(role.unit_id)
    return found


def coordinator_spans(case_ids: Collection[UUID]) -> dict[UUID, list[Span]]:
    """From when to when each of these cases, which their reader was let into, had a coordinator."""
    rows = Responsibility.objects.scoped("case").filter(case_id__any=case_ids, part=Part.COORDINATOR)
    found: dict[UUID, list[Span]] = {case_id: [] for case_id in case_ids}
    for case_id, since, until in rows.values_list("case_id", "since", "until"):
        found[case_id].append((since, until))
    return found


def earlier_coordinators(case: Case) -> set[UUID]:
    """Who coordinated a case before whoever does now."""
    held = Responsibility.objects.of(case).filter(part=Part.COORDINATOR)
    return set(held.values_list("staff_id", flat=True)) - {case.coordinator_id}


def days_without_coordinator(case: Case, left_on: date | None = None) -> int:
    """The days on which a case that its reader was let into had no coordinator, until today or its closing.

    `left_on` is the last day of a present coordinator who does not coordinate any more.
    """
    spans = coordinator_spans([case.id])[case.id]
    if left_on:
        spans = [(since, max(since, left_on) if until is None else until) for since, until in spans]
    return days_uncovered(spans, case.opened_on, case.closed_on or timezone.localdate())


def is_within_reach(case_id: UUID) -> bool:
    """Whether the database still opens a case to whoever is at the screen, after it was handed over."""
    return Case.objects.scoped("wall").filter(pk=case_id).exists()
