"""Gathers the facts of many cases in a fixed number of queries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, tzinfo
from typing import NamedTuple
from uuid import UUID

from django.utils import timezone

from sammetag.access.person import Person
from sammetag.cases.models import Case
from sammetag.cases.of_each import EACH, OfEach
from sammetag.cases.queries import Granted, programmes_in
from sammetag.design.wording import clock_words
from sammetag.duties.by_case import by_case
from sammetag.duties.facts import CaseFacts, TalkSeen
from sammetag.duties.kept import Kept, kept_in
from sammetag.interventions.guarantee_facts import guarantee_facts
from sammetag.interventions.models import State
from sammetag.interventions.queries import interventions_in
from sammetag.interventions.seen import Laid
from sammetag.law.errors import LawError
from sammetag.law.form import form_allowed
from sammetag.law.guarantee_facts import GuaranteeFacts
from sammetag.talks.models import Form, Outcome, Talk
from sammetag.talks.rulebook import form_facts

Offer = tuple[date, date, int]


class TalkRow(NamedTuple):
    """What duties read of a talk, in place of an object: talks of many cases are read at once."""

    id: UUID
    case_id: UUID
    starts_at: datetime
    outcome: str
    by_whom: str
    form: str


NOTHING_KEPT = Kept()
_TALKS = OfEach(Talk.objects.of_each(EACH).order_by("starts_at").values_list(*TalkRow._fields))


def facts_of(person: Person, cases: Sequence[Case]) -> list[CaseFacts]:
    """The facts of each case that has a programme, in the order of the cases. Nine queries, however many."""
    seen = [case for case in cases if person.opens(case)]
    programmes = {one.case_id: one for one in programmes_in(seen)}
    talks = by_case(map(TalkRow._make, _TALKS.of(seen)))
    interventions = by_case(interventions_in(seen))
    kept = kept_in(seen)
    return [
        facts_from(
            programmes[one.id],
            talks.get(one.id, []),
            interventions.get(one.id, []),
            kept[one.id],
        )
        for one in seen
        if one.id in programmes
    ]


def facts_from(
    programme: Granted, talks: Sequence[Talk | TalkRow], interventions: Sequence[Laid], kept: Kept
) -> CaseFacts:
    """The facts of one case whose parts have been read already."""
    zone = timezone.get_current_timezone()
    seen = tuple(_seen(talk, zone) for talk in talks)
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


def _guarantee(programme: Granted, interventions: Sequence[Laid], kept: Kept) -> GuaranteeFacts:
    """What the law of the guarantee asks of a programme that has not ended: afterwards no clock runs."""
    answer = next((one for one in kept.answers if one.programme_id == programme.id), None)
    return guarantee_facts(programme, interventions, kept.exemptions, answer)


def _counted(programme: Granted, talks: Sequence[TalkSeen], interventions: Sequence[Laid]) -> Iterator[date]:
    """The days of the held talks that count. Where the law of forms is not known, a talk is given credit."""
    first, offers = True, _offers(interventions)
    for talk in talks:
        if talk.outcome != Outcome.HELD or talk.on < programme.starts_on:
            continue
        # Meeting in person counts under every rule so far, so most talks need no question.
        if talk.form == Form.IN_PERSON or _form_counts(programme, talk, first, offers):
            yield talk.on
        first = False


def _offers(interventions: Iterable[Laid]) -> list[Offer]:
    """When which chapter of LAB had an offer running: laid out once, since the law asks it of each talk."""
    return [
        (part.since, part.last or date.max, one.chapter)
        for one in interventions
        if one.chapter
        for part in one.parts
        if part.state == State.RUNNING
    ]


def _form_counts(programme: Granted, talk: TalkSeen, first: bool, offers: Iterable[Offer]) -> bool:
    chapters = frozenset(chapter for since, last, chapter in offers if since <= talk.on <= last)
    facts = form_facts(programme, first, chapters)
    try:
        return form_allowed(facts, talk.form, talk.on).value
    except LawError:
        return True


def _seen(talk: Talk | TalkRow, zone: tzinfo) -> TalkSeen:
    return TalkSeen(
        id=talk.id,
        on=talk.starts_at.astimezone(zone).date(),
        outcome=talk.outcome,
        by_whom=talk.by_whom,
        form=talk.form,
        # Only a talk to come is read aloud with its hour.
        clock=clock_words(talk.starts_at) if talk.outcome == Outcome.BOOKED else "",
    )
