"""Gathers the facts of many cases in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from uuid import UUID

from django.utils import timezone

from sammetag.access.person import Person
from sammetag.cases.models import Case, Programme
from sammetag.design.wording import clock_words
from sammetag.duties.by_case import by_case
from sammetag.duties.facts import CaseFacts, TalkSeen
from sammetag.duties.kept import Kept, kept_in
from sammetag.interventions.guarantee_facts import guarantee_facts
from sammetag.interventions.models import Intervention, State, Stretch
from sammetag.interventions.queries import interventions_in
from sammetag.law.errors import LawError
from sammetag.law.form import form_allowed
from sammetag.law.guarantee_facts import GuaranteeFacts
from sammetag.talks.models import Form, Outcome, Talk
from sammetag.talks.rulebook import form_facts

Offer = tuple[date, date, int]
NOTHING_KEPT = Kept()


def facts_of(person: Person, cases: Sequence[Case]) -> list[CaseFacts]:
    """The facts of each case that has a programme, in the order of the cases. Nine queries, however many."""
    ids = [case.id for case in cases]
    programmes = _latest(Programme.objects.seen_by(person).filter(case_id__in=ids).order_by("granted_on"))
    talks = by_case(
        Talk.objects.seen_by(person)
        .filter(case_id__in=ids)
        .order_by("starts_at")
        .only("case_id", "starts_at", "outcome", "by_whom", "form")
    )
    interventions = _interventions(person, ids)
    kept = kept_in(person, ids)
    return [
        facts_from(
            programmes[one],
            talks.get(one, []),
            interventions.get(one, []),
            kept.get(one, NOTHING_KEPT),
        )
        for one in ids
        if one in programmes
    ]


def facts_from(
    programme: Programme, talks: Sequence[Talk], interventions: Sequence[Intervention], kept: Kept
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
        end_reason=programme.end_reason,
        talks_known_from=programme.talks_known_from,
        talks=seen,
        held=tuple(_counted(programme, seen, interventions)),
        interventions=tuple(interventions),
        plan=kept.plan,
        mentors=kept.mentors,
        guarantee=None if programme.ended_on else _guarantee(programme, interventions, kept),
    )


def _guarantee(programme: Programme, interventions: Sequence[Intervention], kept: Kept) -> GuaranteeFacts:
    """What the law of the guarantee asks of a programme that has not ended: afterwards no clock runs."""
    answer = next((one for one in kept.answers if one.programme_id == programme.id), None)
    return guarantee_facts(programme, interventions, kept.exemptions, answer)


def _counted(
    programme: Programme, talks: Sequence[TalkSeen], interventions: Sequence[Intervention]
) -> Iterator[date]:
    """The days of the held talks that count. Where the law of forms is not known, a talk is given credit."""
    first, offers = True, _offers(interventions)
    for talk in talks:
        if talk.outcome != Outcome.HELD or talk.on < programme.starts_on:
            continue
        # Meeting in person counts under every rule so far, so most talks need no question.
        if talk.form == Form.IN_PERSON or _form_counts(programme, talk, first, offers):
            yield talk.on
        first = False


def _offers(interventions: Iterable[Intervention]) -> list[Offer]:
    """When which chapter of LAB had an offer running: laid out once, since the law asks it of each talk."""
    return [
        (part.since, part.last or date.max, one.chapter)
        for one in interventions
        if one.chapter
        for part in one.stretches.all()
        if part.state == State.RUNNING
    ]


def _form_counts(programme: Programme, talk: TalkSeen, first: bool, offers: Iterable[Offer]) -> bool:
    chapters = frozenset(chapter for since, last, chapter in offers if since <= talk.on <= last)
    facts = form_facts(programme, first, chapters)
    try:
        return form_allowed(facts, talk.form, talk.on).value
    except LawError:
        return True


def _seen(talk: Talk) -> TalkSeen:
    return TalkSeen(
        id=talk.id,
        on=timezone.localtime(talk.starts_at).date(),
        outcome=talk.outcome,
        by_whom=talk.by_whom,
        form=talk.form,
        # Only a talk to come is read aloud with its hour.
        clock=clock_words(talk.starts_at) if talk.outcome == Outcome.BOOKED else "",
    )


def _interventions(person: Person, cases: Sequence[UUID]) -> dict[UUID, list[Intervention]]:
    """The interventions of the cases with their stretches. Two queries.

    Django's own prefetching makes a query set for each intervention, which is most of the time it takes: here
    each gets the plain list that `stretches.all()` gives back.
    """
    found = by_case(interventions_in(person, cases).prefetch_related(None))
    by_id = {one.id: one for case in found.values() for one in case}
    parts: dict[UUID, list[Stretch]] = {key: [] for key in by_id}
    rows = Stretch.objects.seen_by(person).filter(case_id__in=cases).order_by("since").defer("reason")
    for part in rows:
        if part.intervention_id in by_id:
            part.intervention = by_id[part.intervention_id]
            parts[part.intervention_id].append(part)
    for key, one in by_id.items():
        one._prefetched_objects_cache = {"stretches": parts[key]}  # type: ignore[attr-defined]
    return found


def _latest(programmes: Iterable[Programme]) -> dict[UUID, Programme]:
    return {one.case_id: one for one in programmes}
