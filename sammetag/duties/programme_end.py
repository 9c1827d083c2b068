"""The end of a programme: what follows must be decided before it, and is owed where nobody has."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from sammetag.duties.duty import Band, Duty
from sammetag.duties.facts import CaseFacts
from sammetag.duties.sentences import day_words, law_words
from sammetag.law.answer import Answer
from sammetag.law.duration import Length, LengthFacts, length_allowed
from sammetag.law.errors import LawError

# What follows takes a health certificate and a team meeting, so three months are little.
TOLD_AHEAD = 90


def what_follows(facts: CaseFacts, today: date) -> Iterator[Duty]:
    """What follows after the last day, or after an end of which nobody has written why."""
    if facts.ended_on is None:
        yield _decide(facts, today)
    elif facts.ended_on < today and not facts.end_reason:
        yield Duty(
            case_id=facts.case_id,
            name="decide-what-follows",
            band=Band.PROMISE_MISSED,
            due=facts.ended_on,
            what=_("Forløbet er slut, og ingen har afgjort, hvad der følger"),
            why=(_("Forløbet sluttede %(day)s.") % {"day": day_words(facts.ended_on, today)},),
        )


def _decide(facts: CaseFacts, today: date) -> Duty:
    late = facts.granted_until < today
    answer = _length(facts)
    return Duty(
        case_id=facts.case_id,
        name="decide-what-follows",
        band=Band.LAW_MISSED if late else Band.COMING,
        due=facts.granted_until,
        what=_("Forløbet er udløbet, og ingen har afgjort, hvad der følger")
        if late
        else _("Afgør, hvad der følger efter forløbet"),
        why=(_("Forløbet er bevilget til og med %(day)s.") % {"day": day_words(facts.granted_until, today)},),
        version=answer.version if answer else None,
        details=law_words(answer) if answer else (),
        ahead=TOLD_AHEAD,
    )


def _length(facts: CaseFacts) -> Answer[Length] | None:
    """What the law says of the programme's length; none where it does not say."""
    length = LengthFacts(facts.scheme, facts.granted_on, facts.starts_on, facts.granted_until)
    try:
        return length_allowed(length)
    except LawError:
        return None
