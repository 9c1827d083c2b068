"""Fetching a case is authorising it: what comes back is the person's to see."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import F, Q, QuerySet

from sammetag.access.person import Person
from sammetag.access.roles import Right
from sammetag.cases.models import Case, Draft, Programme, Responsibility
from sammetag.errors import NotAllowed
from sammetag.people.danish import search_key

LONGEST_LIST = 20


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
