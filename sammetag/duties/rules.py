"""From the facts of a case to what must be done in it: what the law demands, and what we promised."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from sammetag.design.wording import date_words
from sammetag.duties.duty import Band, Duty, in_order
from sammetag.duties.facts import CaseFacts, TalkSeen
from sammetag.interventions.models import Intervention, State
from sammetag.interventions.running import idle_spans, in_state
from sammetag.law.answer import CONFIDENCE_WORDS, Answer, Confidence, ReasonKind
from sammetag.law.duration import Length, LengthFacts, length_allowed
from sammetag.law.errors import LawError
from sammetag.law.talks import TalksDue, talks_due
from sammetag.talks.models import Form, Outcome, Side

ONE_DAY = timedelta(days=1)
MISSED = (Outcome.CANCELLED, Outcome.NO_SHOW)


def duties_of(facts: CaseFacts, today: date) -> list[Duty]:
    """Everything that must be done in one case, the loudest first."""
    by_law, promised = list(_talks_by_law(facts, today)), list(_talks_promised(facts, today))
    if any(duty.name == "hold-talks" and duty.band is Band.LAW_MISSED for duty in by_law):
        # The louder duty asks for the same booking, and says that we cancelled.
        promised = [duty for duty in promised if duty.name != "rebook-talk"]
    if any(duty.name == "rebook-talk" for duty in promised):
        by_law = [duty for duty in by_law if duty.name != "agree-talk"]
    found = [*by_law, *promised, *_nothing_running(facts, today), *_programme_end(facts, today)]
    return in_order(found)


def nobody_responsible(case_id: UUID, since: date) -> Duty:
    """The duty of everybody in a unit towards a case that has no coordinator.

    LAB § 36, stk. 3, has one named; until somebody is, the case is the whole unit's.
    """
    return Duty(
        case_id=case_id,
        name="name-coordinator",
        band=Band.LAW_MISSED,
        due=since,
        what=_("Sagen har ingen koordinator"),
        why=(_("Borgeren har ret til én gennemgående koordinator. Aftal i enheden, hvem der tager sagen."),),
    )


def _talks_by_law(facts: CaseFacts, today: date) -> Iterator[Duty]:
    """The talks that the rulebook demands, and those that an earlier window left owing."""
    if not _running(facts, today):
        return
    try:
        answer = talks_due(facts.for_talks(), today)
        owed, still_missing = _left_owing(facts, answer)
    except LawError:
        return
    due = answer.value
    if owed:
        yield _hold_talks(facts, owed, still_missing, today)
    if due.missing and (_late(facts, due, today) or len(_booked_by(facts, due.last_day)) < due.missing):
        yield _hold_talks(facts, answer, due.missing, today)
    elif due.agreed_after and not owed and not _next_booked(facts):
        yield Duty(
            case_id=facts.case_id,
            name="agree-talk",
            band=Band.COMING,
            due=today,
            what=_("Aftal den næste samtale"),
            why=(_last_held(facts, today),),
            version=answer.version,
        )


def _left_owing(facts: CaseFacts, answer: Answer[TalksDue]) -> tuple[Answer[TalksDue] | None, int]:
    """The answer for the window before this one and how many of its talks are owed still, or none and 0.

    A talk held after the window makes one good towards the citizen, although late.
    """
    first = answer.value.window.first
    if first <= facts.starts_on:
        return None, 0
    before = talks_due(facts.for_talks(), first - ONE_DAY)
    if before.value.last_day is None or before.value.last_day >= first:
        return None, 0
    later = sum(day >= first for day in facts.held)
    made_good = later if answer.value.agreed_after else max(0, later - answer.value.required)
    still_missing = max(0, before.value.missing - made_good)
    return (before, still_missing) if still_missing else (None, 0)


def _hold_talks(facts: CaseFacts, answer: Answer[TalksDue], missing: int, today: date) -> Duty:
    due, late = answer.value, _late(facts, answer.value, today)
    last_day = due.last_day or facts.granted_until
    booked = _booked_by(facts, None if late else last_day)
    what = (
        ngettext("%(count)s samtale mangler", "%(count)s samtaler mangler", missing)
        if late
        else ngettext("Hold %(count)s samtale mere", "Hold %(count)s samtaler mere", missing)
    )
    told = _("Der skal holdes mindst %(required)s senest %(day)s. Holdt til tiden: %(held)s.")
    parts = {"required": due.required, "day": _day(last_day, today), "held": due.held}
    return Duty(
        case_id=facts.case_id,
        # What is booked need not be booked again: then the case is the place to look.
        name="hold-talks" if len(booked) < missing else "hold-what-is-booked",
        band=Band.LAW_MISSED if late else Band.COMING,
        due=last_day,
        what=what % {"count": missing},
        why=(
            told % parts,
            *_already_booked(booked, today),
            *_missed_by_us(facts, due),
            *_half_read(answer),
        ),
        version=answer.version,
        details=_sentences(answer),
    )


def _late(facts: CaseFacts, due: TalksDue, today: date) -> bool:
    return (due.last_day or facts.granted_until) < today


def _booked_by(facts: CaseFacts, last_day: date | None) -> list[TalkSeen]:
    """The talks that are agreed, up to a last day where there is one."""
    booked = [talk for talk in facts.talks if talk.outcome == Outcome.BOOKED]
    return [talk for talk in booked if last_day is None or talk.on <= last_day]


def _already_booked(booked: list[TalkSeen], today: date) -> Iterator[str]:
    if booked:
        days = ", ".join(_day(talk.on, today) for talk in booked)
        yield _("Allerede aftalt: %(days)s.") % {"days": days}


def _half_read(answer: Answer[TalksDue]) -> Iterator[str]:
    if answer.version.confidence is not Confidence.HIGH:
        yield _("Efter de hidtidige regler; de nye er ikke læst til bunds.")


def _missed_by_us(facts: CaseFacts, due: TalksDue) -> list[str]:
    ours = sum(
        talk.outcome in MISSED and talk.by_whom == Side.MUNICIPALITY and due.window.contains(talk.on)
        for talk in facts.talks
    )
    if not ours:
        return []
    told = ngettext(
        "%(count)s blev ikke holdt på grund af os.", "%(count)s blev ikke holdt på grund af os.", ours
    )
    return [told % {"count": ours}]


def _talks_promised(facts: CaseFacts, today: date) -> Iterator[Duty]:
    """Talks that were agreed: those to come, those nobody wrote in, and those we cancelled and owe anew."""
    for talk in facts.talks:
        if talk.outcome == Outcome.BOOKED:
            yield _booked(facts.case_id, talk, today)
    last = facts.talks[-1] if facts.talks else None
    if last and _ours_to_rebook(facts, last) and _running(facts, today):
        yield Duty(
            case_id=facts.case_id,
            name="rebook-talk",
            band=Band.PROMISE_MISSED,
            due=min(last.on, today),
            what=_("Aftal en ny tid"),
            why=(_we_missed(last) % {"day": _day(last.on, today)},),
        )


def _ours_to_rebook(facts: CaseFacts, last: TalkSeen) -> bool:
    """Whether the last talk came to nothing because of us, and no other is agreed, before or after it."""
    return last.outcome in MISSED and last.by_whom == Side.MUNICIPALITY and not _next_booked(facts)


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
                % {"day": _day(talk.on, today)},
            ),
            talk_id=talk.id,
        )
    return Duty(
        case_id=case_id,
        name="hold-booked-talk",
        band=Band.COMING,
        due=talk.on,
        what=_talk_words(talk, today),
        why=(_form(talk.form),),
        talk_id=talk.id,
    )


def _form(code: str) -> str:
    return str(Form(code).label)


def _talk_words(talk: TalkSeen, today: date) -> str:
    if talk.on == today:
        return _("Samtale i dag kl. %(clock)s") % {"clock": talk.clock}
    return _("Samtale %(day)s kl. %(clock)s") % {"day": _day(talk.on, today), "clock": talk.clock}


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
        why=(
            _("Intet i gang siden %(day)s.") % {"day": _day(idle[-1].first, today)},
            *_mentor_words(facts, today),
        ),
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
            where = ", ".join(filter(None, [found[0].title, found[0].provider]))
            return sentence % {"title": where} + " " + _until(found[0], state, today)
    return _("Ingen indsats er i gang, og der er ikke aftalt en ny.")


def _until(one: Intervention, state: State, today: date) -> str:
    part = next(p for p in one.stretches.all() if p.state == state and (p.until is None or p.until >= today))
    if part.until is None:
        return _("Siden %(day)s.") % {"day": _day(part.since, today)}
    return _("Til %(day)s.") % {"day": _day(part.until, today)}


def _mentor_words(facts: CaseFacts, today: date) -> Iterator[str]:
    if any(one.mentor for one in in_state(facts.interventions, State.RUNNING, today)):
        yield _("Mentoren har kontakt, men en mentor alene tæller ikke som en indsats i gang.")


def _programme_end(facts: CaseFacts, today: date) -> Iterator[Duty]:
    """The last day of the programme, by which it must be decided what follows."""
    if facts.ended_on:
        return
    late = facts.granted_until < today
    answer = _length(facts)
    yield Duty(
        case_id=facts.case_id,
        name="decide-what-follows",
        band=Band.LAW_MISSED if late else Band.COMING,
        due=facts.granted_until,
        what=_("Forløbet er udløbet, og ingen har afgjort, hvad der følger")
        if late
        else _("Afgør, hvad der følger efter forløbet"),
        why=(_("Forløbet er bevilget til og med %(day)s.") % {"day": _day(facts.granted_until, today)},),
        version=answer.version if answer else None,
        details=_sentences(answer) if answer else (),
    )


def _length(facts: CaseFacts) -> Answer[Length] | None:
    """What the law says of the programme's length; none where it does not say."""
    length = LengthFacts(facts.scheme, facts.granted_on, facts.starts_on, facts.granted_until)
    try:
        return length_allowed(length)
    except LawError:
        return None


def _running(facts: CaseFacts, today: date) -> bool:
    return facts.ended_on is None or facts.ended_on >= today


def _next_booked(facts: CaseFacts) -> bool:
    return any(talk.outcome == Outcome.BOOKED for talk in facts.talks)


def _last_held(facts: CaseFacts, today: date) -> str:
    held = [talk.on for talk in facts.talks if talk.outcome == Outcome.HELD]
    if not held:
        return _("Der er ikke holdt en samtale endnu.")
    return _("Den sidste samtale blev holdt %(day)s.") % {"day": _day(held[-1], today)}


def _sentences(answer: Answer[TalksDue] | Answer[Length]) -> tuple[str, ...]:
    """What the rule demands, what to be wary of, where it stands and how well it has been read."""
    told = [one.text for one in answer.reasons if one.kind is not ReasonKind.FACT]
    if answer.version.note:
        told.append(answer.version.note)
    language = get_language() or "da"
    read = CONFIDENCE_WORDS[answer.version.confidence].in_language(language)
    return (*(words.in_language(language) for words in told), f"{answer.version.source}, {read}.")


def _day(day: date, today: date) -> str:
    """A day as it is said: without the year when it is this one."""
    return date_words(day, "day" if day.year == today.year else "long")
