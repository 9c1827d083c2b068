"""Who stands on a list for a draw: each with the programme of the day, and why somebody cannot be drawn."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db import connection

from sammetag.access.person import Person
from sammetag.cases.models import Case, CaseQuerySet
from sammetag.cases.queries import ProgrammeSeen, programmes_in
from sammetag.evaluation.trial.eligibility import Candidate, Eligibility, Refusal, age_on, why_not
from sammetag.studies.models import Entry, Study
from sammetag.studies.opening import OpenStudy

NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Listed:
    """One person on a list: the case, the programme that runs on the day, and what keeps them out."""

    case: Case
    programme: ProgrammeSeen | None
    age: int
    refusals: tuple[Refusal, ...]

    @property
    def can_be_drawn(self) -> bool:
        """Whether nothing keeps them out."""
        return not self.refusals


def open_cases_of(person: Person) -> list[Case]:
    """Every open case that this person sees, with citizen and unit."""
    return list(_seen(person).filter(closed_on__isnull=True))


def cases_by_id(person: Person, ids: Collection[UUID]) -> list[Case]:
    """Those of the cases that this person sees, in the order of their ids."""
    found = {case.id: case for case in _seen(person).filter(pk__any=ids)}
    return [found[one] for one in ids if one in found]


def cases_by_number(person: Person, numbers: Collection[str]) -> list[Case]:
    """Those of the cases with these numbers that this person sees, in the order of the numbers."""
    found = {case.number: case for case in _seen(person).filter(number__any=numbers)}
    return [found[one] for one in numbers if one in found]


def listed(
    opened: OpenStudy, cases: Sequence[Case], on: date, vouched: Mapping[UUID, frozenset[str]] | None = None
) -> list[Listed]:
    """Each case on a list, in its order, and why it cannot be drawn on the day.

    `vouched` holds the conditions that somebody has confirmed of each case; none: not asked about yet.
    """
    conditions = opened.protocol.eligibility
    if vouched is None:
        conditions = replace(conditions, vouched=())
    asked = _Asked(opened, cases, conditions, on)
    found: list[Listed] = []
    taken: set[UUID] = set()
    for case in cases:
        one = asked.one(case, (vouched or {}).get(case.id, NOTHING), listed_before=case.citizen_id in taken)
        if one.can_be_drawn:
            taken.add(case.citizen_id)
        found.append(one)
    return found


class _Asked:
    """What is known of everybody on a list, read at once."""

    def __init__(self, opened: OpenStudy, cases: Sequence[Case], conditions: Eligibility, on: date) -> None:
        self.conditions, self.on = conditions, on
        self.programmes = _running(cases, on)
        self.drawn_on = _drawn_before(opened.study)
        self.elsewhere = _drawn_elsewhere(opened.study, [case.id for case in cases])

    def one(self, case: Case, vouched: frozenset[str], *, listed_before: bool) -> Listed:
        """What is known of one of them."""
        programme = self.programmes.get(case.id)
        born_on = case.citizen.born_on
        candidate = Candidate(
            born_on=born_on,
            scheme=programme.scheme if programme else None,
            granted_on=programme.granted_on if programme else None,
            unit=str(case.unit_id),
            drawn_on=self.drawn_on.get(case.id) or self.drawn_on.get(case.citizen_id),
            listed_before=listed_before,
            in_other_trial=case.id in self.elsewhere,
            vouched=vouched,
        )
        refusals = why_not(candidate, self.conditions, self.on)
        return Listed(case, programme, age_on(born_on, self.on), refusals)


def _seen(person: Person) -> CaseQuerySet:
    return Case.objects.seen_by(person).select_related("citizen", "unit")


def _running(cases: Iterable[Case], on: date) -> dict[UUID, ProgrammeSeen]:
    """The programme of each open case that has begun by the day and goes on after it; the last granted."""
    known = [case for case in cases if case.closed_on is None]
    rows = programmes_in(known) if known else []
    return {
        row.case_id: row
        for row in rows
        if row.starts_on <= on and (row.ended_on is None or row.ended_on > on)
    }


def _drawn_before(study: Study) -> dict[UUID, date]:
    """When somebody was drawn in this study, by their case and, where it is seen, by the citizen."""
    entries = Entry.objects.scoped("study").filter(study=study, case__isnull=False)
    rows = entries.values_list("case_id", "case__citizen_id", "entered_on")
    return {key: day for case, citizen, day in rows for key in (case, citizen) if key is not None}


def _drawn_elsewhere(study: Study, cases: list[UUID]) -> set[UUID]:
    """Those who are in another trial that is not closed, whoever may see it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT one FROM unnest(%s::uuid[]) AS one WHERE studies_drawn_elsewhere(one, %s)",
            [cases, study.id],
        )
        return {row[0] for row in cursor.fetchall()}
