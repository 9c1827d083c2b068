"""Mentors whose granted period runs out, or has run out while they go on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from sammetag.duties.duty import Band, Duty
from sammetag.duties.facts import CaseFacts, MentorGranted
from sammetag.duties.sentences import day_words, law_words
from sammetag.interventions.models import State
from sammetag.interventions.running import in_state
from sammetag.interventions.seen import Laid
from sammetag.law.answer import Answer
from sammetag.law.errors import LawError
from sammetag.law.mentor_period import MentorFacts, MentorPeriod, mentor_period

TOLD_AHEAD = 30


def mentors_to_decide(facts: CaseFacts, today: date) -> Iterator[Duty]:
    """Each mentor who goes on past the last day of the grant: extend or end it."""
    if not facts.mentors or not facts.under_way(today):
        return
    granted = {one.intervention_id: one for one in facts.mentors}
    for one in in_state(facts.interventions, State.RUNNING, today):
        if one.mentor and one.id in granted:
            yield from _decide(facts, one, granted[one.id], today)


def _decide(facts: CaseFacts, one: Laid, granted: MentorGranted, today: date) -> Iterator[Duty]:
    answer = _law(facts, granted, today)
    last = min(granted.until, answer.value.longest_until) if answer else granted.until
    if (last - today).days > TOLD_AHEAD or _stops_by(one, last):
        return
    late = last < today
    yield Duty(
        case_id=facts.case_id,
        name="decide-on-mentor",
        band=(Band.LAW_MISSED if answer else Band.PROMISE_MISSED) if late else Band.COMING,
        due=last,
        what=_("Mentorens periode er løbet ud") if late else _("Mentor: forlæng eller afslut"),
        why=(_period(granted, today), *_beyond(granted, last, today), *_goes_on(late)),
        version=answer.version if answer else None,
        details=law_words(answer) if answer else (),
        about=one.id,
        ahead=TOLD_AHEAD,
    )


def _law(facts: CaseFacts, granted: MentorGranted, today: date) -> Answer[MentorPeriod] | None:
    asked = MentorFacts(facts.scheme, facts.granted_on, granted.since, granted.until)
    try:
        return mentor_period(asked, today)
    except LawError:
        return None


def _stops_by(one: Laid, last: date) -> bool:
    """Whether it is agreed already that the mentor stops by then."""
    return all(part.last is not None and part.last <= last for part in one.parts)


def _period(granted: MentorGranted, today: date) -> str:
    days = {"first": day_words(granted.since, today), "last": day_words(granted.until, today)}
    return _("Bevilget fra %(first)s til og med %(last)s.") % days


def _beyond(granted: MentorGranted, last: date, today: date) -> Iterator[str]:
    if last < granted.until:
        yield _("Efter loven kan perioden højst vare til og med %(day)s.") % {"day": day_words(last, today)}


def _goes_on(late: bool) -> Iterator[str]:
    if late:
        yield _("Mentoren er stadig i gang. Beslut, om støtten skal fortsætte.")
