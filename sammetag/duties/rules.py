"""From the facts of a case to what must be done in it. The law decides what the law decides; the rest is promises."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from sammetag.duties.duty import Band, Duty, in_order
from sammetag.duties.facts import CaseFacts, TalkSeen
from sammetag.interventions.models import Intervention, State
from sammetag.interventions.running import idle_spans, in_state
from sammetag.law.answer import Answer, ReasonKind
from sammetag.law.errors import LawError
from sammetag.law.talks import TalksDue, talks_due
from sammetag.talks.models import Outcome, Side

ONE_DAY = timedelta(days=1)


def duties_of(facts: CaseFacts, today: date) -> list[Duty]:
    """Everything that must be done in one case, the loudest first."""
    found = [
        *_talks_by_law(facts, today),
        *_talks_promised(facts, today),
        *_nothing_running(facts, today),
        *_programme_end(facts, today),
    ]
    return in_order(found)


def _talks_by_law(facts: CaseFacts, today: date) -> Iterator[Duty]:
    """The talks that the rulebook demands, and those that a window left owing."""
    if not _running(facts, today):
        return
    try:
        answer = talks_due(facts.for_talks(), today)
        owed = _left_owing(facts, answer)
    except LawError:
        return
    if owed:
        yield _talk_duty(facts, owed, Band.LAW_MISSED, extra=len(facts.held) - owed.value.held)
    if answer.value.missing and answer.value.last_day:
        late = answer.value.last_day < today
        yield _talk_duty(facts, answer, Band.LAW_MISSED if late else Band.COMING)
    elif answer.value.agreed_after and not owed and not _next_booked(facts):
        yield Duty(
            case_id=facts.case_id,
            name="agree-talk",
            band=Band.COMING,
            due=today,
            what=_("Aftal den næste samtale"),
            why=(_last_held(facts),),
            version=answer.version,
        )


def _left_owing(facts: CaseFacts, answer: Answer[TalksDue]) -> Answer[TalksDue] | None:
    """The answer for the window before this one, while talks of it are still owed; none once they are made good.

    A talk held after the window repairs the miss towards the citizen, although it was late.
    """
    first = answer.value.window.first
    if first <= facts.starts_on:
        return None
    before = talks_due(facts.for_talks(), first - ONE_DAY)
    if before.value.last_day is None or before.value.last_day >= first:
        return None
    later = sum(day >= first for day in facts.held)
    surplus = later - answer.value.required if not answer.value.agreed_after else later
    return before if before.value.missing > max(0, surplus) else None


def _talk_duty(facts: CaseFacts, answer: Answer[TalksDue], band: Band, extra: int = 0) -> Duty:
    due = answer.value
    missing = due.missing - min(extra, due.missing - 1)
    what = ngettext(
        "Hold %(count)s samtale mere i perioden", "Hold %(count)s samtaler mere i perioden", missing
    )
    if band is Band.LAW_MISSED:
        what = ngettext("%(count)s samtale mangler", "%(count)s samtaler mangler", missing)
    return Duty(
        case_id=facts.case_id,
        name="hold-talks",
        band=band,
        due=due.last_day or facts.granted_until,
        what=what % {"count": missing},
        why=(_held_of(due), *_missed_by_us(facts, due)),
        version=answer.version,
        details=_sentences(answer),
    )


def _held_of(due: TalksDue) -> str:
    sentence = _("Der skal holdes mindst %(required)s inden %(day)s. Holdt: %(held)s.")
    day = _day(due.last_day) if due.last_day else ""
    return sentence % {"required": due.required, "day": day, "held": due.held}


def _missed_by_us(facts: CaseFacts, due: TalksDue) -> list[str]:
    ours = sum(
        talk.outcome == Outcome.CANCELLED and talk.by_whom == Side.MUNICIPALITY and due.window.contains(talk.on)
        for talk in facts.talks
    )
    if not ours:
        return []
    told = ngettext("%(count)s er aflyst af os.", "%(count)s er aflyst af os.", ours)
    return [told % {"count": ours}]


def _talks_promised(facts: CaseFacts, today: date) -> Iterator[Duty]:
    """Talks that were agreed: those to come, those nobody wrote in, and those we cancelled and owe anew."""
    for talk in facts.talks:
        if talk.outcome == Outcome.BOOKED:
            yield _booked(facts, talk, today)
    last = facts.talks[-1] if facts.talks else None
    if last and last.outcome == Outcome.CANCELLED and last.by_whom == Side.MUNICIPALITY and _running(facts, today):
        yield Duty(
            case_id=facts.case_id,
            name="rebook-talk",
            band=Band.PROMISE_MISSED,
            due=min(last.on, today),
            what=_("Aftal en ny tid"),
            why=(_("Vi aflyste samtalen %(day)s, og der er ikke aftalt en ny.") % {"day": _day(last.on)},),
        )


def _booked(facts: CaseFacts, talk: TalkSeen, today: date) -> Duty:
    if talk.on < today:
        return Duty(
            case_id=facts.case_id,
            name="write-in-talk",
            band=Band.PROMISE_MISSED,
            due=talk.on,
            what=_("Skriv ind, hvad der skete"),
            why=(_("Samtalen %(day)s var aftalt, men ingen har skrevet, om den blev holdt.") % {"day": _day(talk.on)},),
            talk_id=talk.id,
        )
    return Duty(
        case_id=facts.case_id,
        name="hold-booked-talk",
        band=Band.COMING,
        due=talk.on,
        what=_("Hold den aftalte samtale"),
        why=(_last_held(facts),),
        talk_id=talk.id,
    )


def _nothing_running(facts: CaseFacts, today: date) -> Iterator[Duty]:
    """A case in which nothing runs today, since when, and what is on its way."""
    if not _running(facts, today) or not facts.starts_on <= today:
        return
    idle = idle_spans(facts.interventions, facts.starts_on, today)
    if not idle or idle[-1].last != today:
        return
    yield Duty(
        case_id=facts.case_id,
        name="start-something",
        band=Band.NOTHING_RUNNING,
        due=idle[-1].first,
        what=_on_its_way(facts, today),
        why=tuple(_mentor_words(facts, today)),
    )


def _on_its_way(facts: CaseFacts, today: date) -> str:
    """What is paused, waiting or agreed while nothing runs, in one sentence."""
    for state, sentence in (
        (State.PAUSED, _("På pause: %(title)s.")),
        (State.WAITING, _("Venter på: %(title)s.")),
        (State.PLANNED, _("Aftalt: %(title)s.")),
    ):
        found = in_state(facts.interventions, state, today)
        if found:
            return sentence % {"title": found[0].title} + " " + _until(found[0], state, today)
    return _("Ingen indsats er i gang, og der er ikke aftalt en ny.")


def _until(one: Intervention, state: State, today: date) -> str:
    part = next(p for p in one.stretches.all() if p.state == state and (p.until is None or p.until >= today))
    if part.until is None:
        return _("Siden %(day)s.") % {"day": _day(part.since)}
    return _("Til %(day)s.") % {"day": _day(part.until)}


def _mentor_words(facts: CaseFacts, today: date) -> Iterator[str]:
    if any(one.mentor for one in in_state(facts.interventions, State.RUNNING, today)):
        yield _("Mentoren har kontakt, men en mentor alene tæller ikke som en indsats i gang.")


def _programme_end(facts: CaseFacts, today: date) -> Iterator[Duty]:
    """The last day of the programme, by which it must be decided what follows."""
    if facts.ended_on:
        return
    late = facts.granted_until < today
    yield Duty(
        case_id=facts.case_id,
        name="decide-what-follows",
        band=Band.LAW_MISSED if late else Band.COMING,
        due=facts.granted_until,
        what=_("Forløbet er udløbet, og ingen har afgjort, hvad der følger")
        if late
        else _("Afgør, hvad der følger efter forløbet"),
        why=(_("Forløbet er bevilget til og med %(day)s.") % {"day": _day(facts.granted_until)},),
    )


def _running(facts: CaseFacts, today: date) -> bool:
    return facts.ended_on is None or facts.ended_on >= today


def _next_booked(facts: CaseFacts) -> bool:
    return any(talk.outcome == Outcome.BOOKED for talk in facts.talks)


def _last_held(facts: CaseFacts) -> str:
    held = [talk.on for talk in facts.talks if talk.outcome == Outcome.HELD]
    if not held:
        return _("Der er ikke holdt en samtale endnu.")
    return _("Den sidste samtale blev holdt %(day)s.") % {"day": _day(held[-1])}


def _sentences(answer: Answer[TalksDue]) -> tuple[str, ...]:
    language = get_language() or "da"
    told = [one.text.in_language(language) for one in answer.reasons if one.kind is not ReasonKind.FACT]
    if answer.version.note:
        told.append(answer.version.note.in_language(language))
    return tuple(told)


def _day(day: date) -> str:
    return date_format(day, "j. F Y") if (get_language() or "da") == "da" else date_format(day, "j F Y")
