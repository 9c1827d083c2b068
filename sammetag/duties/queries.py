"""Gathers the facts of many cases in a fixed number of queries, and asks what must be done in each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TypeVar
from uuid import UUID

from django.utils import timezone

from sammetag.access.person import Person
from sammetag.cases.models import Case, Programme
from sammetag.design.wording import clock_words
from sammetag.duties.facts import CaseFacts, TalkSeen
from sammetag.interventions.models import Intervention
from sammetag.interventions.queries import interventions_in
from sammetag.interventions.running import chapters_on
from sammetag.law.errors import LawError
from sammetag.law.form import form_allowed
from sammetag.talks.models import Form, Outcome, Talk
from sammetag.talks.rulebook import form_facts

R = TypeVar("R", Talk, Intervention)


def facts_of(person: Person, cases: Sequence[Case]) -> list[CaseFacts]:
    """The facts of each case that has a programme, in the order of the cases. Four queries, however many."""
    ids = [case.id for case in cases]
    programmes = _latest(Programme.objects.seen_by(person).filter(case_id__in=ids).order_by("granted_on"))
    talks = _by_case(
        Talk.objects.seen_by(person).filter(case_id__in=ids).order_by("starts_at").defer("notes", "agenda")
    )
    interventions = _by_case(interventions_in(person, ids))
    return [
        facts_from(programmes[one], talks.get(one, []), interventions.get(one, []))
        for one in ids
        if one in programmes
    ]


def facts_from(
    programme: Programme, talks: Sequence[Talk], interventions: Sequence[Intervention]
) -> CaseFacts:
    """The facts of one case whose parts have been read already."""
    seen = tuple(_seen(talk) for talk in talks)
    return CaseFacts(
        case_id=programme.case_id,
        scheme=programme.scheme,
        granted_on=programme.granted_on,
        starts_on=programme.starts_on,
        granted_until=programme.granted_until,
        ended_on=programme.ended_on,
        talks=seen,
        held=tuple(_counted(programme, seen, interventions)),
        interventions=tuple(interventions),
    )


def _counted(
    programme: Programme, talks: Sequence[TalkSeen], interventions: Sequence[Intervention]
) -> Iterator[date]:
    """The days of the held talks that count. Where the law of forms is not known, a talk is given credit."""
    first = True
    for talk in talks:
        if talk.outcome != Outcome.HELD or talk.on < programme.starts_on:
            continue
        # Meeting in person counts under every rule so far, so most talks need no question.
        if talk.form == Form.IN_PERSON or _form_counts(programme, talk, first, interventions):
            yield talk.on
        first = False


def _form_counts(
    programme: Programme, talk: TalkSeen, first: bool, interventions: Sequence[Intervention]
) -> bool:
    facts = form_facts(programme, first, chapters_on(interventions, talk.on))
    try:
        return form_allowed(facts, talk.form, talk.on).value
    except LawError:
        return True


def _seen(talk: Talk) -> TalkSeen:
    start = timezone.localtime(talk.starts_at)
    return TalkSeen(
        id=talk.id,
        on=start.date(),
        outcome=talk.outcome,
        by_whom=talk.by_whom,
        form=talk.form,
        clock=clock_words(talk.starts_at),
    )


def _latest(programmes: Iterable[Programme]) -> dict[UUID, Programme]:
    return {one.case_id: one for one in programmes}


def _by_case(rows: Iterable[R]) -> dict[UUID, list[R]]:
    found: dict[UUID, list[R]] = defaultdict(list)
    for row in rows:
        found[row.case_id].append(row)
    return found
