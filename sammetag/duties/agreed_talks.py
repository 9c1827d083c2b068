"""Talks that were agreed: those to come, those nobody wrote in, and those that we owe anew."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from sammetag.duties.duty import Band, Duty
from sammetag.duties.facts import MISSED, CaseFacts, TalkSeen
from sammetag.duties.sentences import day_words
from sammetag.talks.models import Form, Outcome, Side


def talks_promised(facts: CaseFacts, today: date) -> Iterator[Duty]:
    """Talks that were agreed: those to come, those nobody wrote in, and those we cancelled and owe anew."""
    for talk in facts.booked:
        yield _booked(facts.case_id, talk, today)
    last = facts.talks[-1] if facts.talks else None
    if last and _ours_to_rebook(facts, last) and facts.runs_on(today):
        yield Duty(
            case_id=facts.case_id,
            name="rebook-talk",
            band=Band.PROMISE_MISSED,
            due=min(last.on, today),
            what=_("Aftal en ny tid"),
            why=(_we_missed(last) % {"day": day_words(last.on, today)},),
        )


def _ours_to_rebook(facts: CaseFacts, last: TalkSeen) -> bool:
    """Whether the last talk came to nothing because of us, and no other is agreed, before or after it."""
    return last.outcome in MISSED and last.by_whom == Side.MUNICIPALITY and not facts.booked


def _we_missed(talk: TalkSeen) -> str:
    if talk.outcome == Outcome.CANCELLED:
        return _("Vi aflyste samtalen %(day)s, og der er ikke aftalt en ny.")
    return _("Vi kom ikke til samtalen %(day)s, og der er ikke aftalt en ny.")


def _booked(case_id: UUID, talk: TalkSeen, today: date) -> Duty:
    if talk.on < today:
        return Duty(
            case_id=case_id,
            name="write-in-talk",
            band=Band.PROMISE_MISSED,
            due=talk.on,
            what=_("Skriv ind, hvad der skete"),
            why=(
                _("Samtalen %(day)s var aftalt, men ingen har skrevet, om den blev holdt.")
                % {"day": day_words(talk.on, today)},
            ),
            about=talk.id,
        )
    return Duty(
        case_id=case_id,
        name="hold-booked-talk",
        band=Band.COMING,
        due=talk.on,
        what=_talk_words(talk, today),
        why=(_form(talk.form),),
        about=talk.id,
        clock=talk.clock,
    )


def _form(code: str) -> str:
    return str(Form(code).label)


def _talk_words(talk: TalkSeen, today: date) -> str:
    if talk.on == today:
        return _("Samtale i dag kl. %(clock)s") % {"clock": talk.clock}
    return _("Samtale %(day)s kl. %(clock)s") % {"day": day_words(talk.on, today), "clock": talk.clock}
