"""Talks that the law demands: what is missing, by when, and what an earlier window left owing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sammetag.duties.duty import Band, Duty
from sammetag.duties.facts import MISSED, CaseFacts, TalkSeen
from sammetag.duties.sentences import day_words, last_held_words, law_words
from sammetag.law.answer import Answer, Confidence
from sammetag.law.errors import LawError
from sammetag.law.talks import TalksDue, talks_due
from sammetag.talks.models import Side

ONE_DAY = timedelta(days=1)


def talks_by_law(facts: CaseFacts, today: date) -> Iterator[Duty]:
    """The talks that the rulebook demands, and those that an earlier window left owing."""
    if not facts.runs_on(today):
        return
    try:
        answer = talks_due(facts.for_talks(), today)
        owed, still_missing = _left_owing(facts, answer)
    except LawError:
        return
    due = answer.value
    if facts.talks_unknown(due.window.first):
        yield from _agree_where_unknown(facts, today)
        return
    if owed:
        yield _hold_talks(facts, owed, still_missing, today)
    if due.missing and (_late(facts, due, today) or len(_up_to(facts.booked, due.last_day)) < due.missing):
        yield _hold_talks(facts, answer, due.missing, today)
    elif due.agreed_after and not owed and not facts.booked:
        why, law = last_held_words(facts, today), law_words(answer)
        yield replace(_agree(facts, why, today), version=answer.version, details=law)


def _agree_where_unknown(facts: CaseFacts, today: date) -> Iterator[Duty]:
    """The next talk, where the earlier ones were not taken in: none of them is said to be missing."""
    if facts.booked or facts.talks_known_from is None:
        return
    told = _("Samtaler før %(day)s er ikke læst ind. Vi ved ikke, om der mangler nogen.")
    yield _agree(facts, told % {"day": day_words(facts.talks_known_from, today)}, today)


def _agree(facts: CaseFacts, why: str, today: date) -> Duty:
    return Duty(
        case_id=facts.case_id,
        name="agree-talk",
        band=Band.COMING,
        due=today,
        what=_("Aftal den næste samtale"),
        why=(why,),
        timed=False,
    )


def _left_owing(facts: CaseFacts, answer: Answer[TalksDue]) -> tuple[Answer[TalksDue] | None, int]:
    """The answer for the window before this one and how many of its talks are owed still, or none and 0.

    A talk held after the window makes one good towards the citizen, although late.
    """
    first = answer.value.window.first
    if first <= facts.starts_on:
        return None, 0
    before = talks_due(facts.for_talks(), first - ONE_DAY)
    if facts.talks_unknown(before.value.window.first):
        return None, 0
    if before.value.last_day is None or before.value.last_day >= first:
        return None, 0
    later = sum(day >= first for day in facts.held)
    made_good = later if answer.value.agreed_after else max(0, later - answer.value.required)
    still_missing = max(0, before.value.missing - made_good)
    return (before, still_missing) if still_missing else (None, 0)


@dataclass(frozen=True)
class MadeGood:
    """A last day that was missed, and the day on which the missing talks had been held all the same."""

    last_day: date
    met_on: date


def made_good_late(facts: CaseFacts, today: date) -> MadeGood | None:
    """The deadline of the first months, where it was missed and the talks were held later; otherwise none."""
    try:
        answer = talks_due(facts.for_talks(), today)
        if not answer.value.agreed_after or answer.value.window.first <= facts.starts_on:
            return None
        before = talks_due(facts.for_talks(), answer.value.window.first - ONE_DAY).value
    except LawError:
        return None
    if facts.talks_unknown(before.window.first):
        return None
    late = sorted(day for day in facts.held if day >= answer.value.window.first)
    if before.last_day is None or not before.missing or len(late) < before.missing:
        return None
    return MadeGood(before.last_day, late[before.missing - 1])


def _hold_talks(facts: CaseFacts, answer: Answer[TalksDue], missing: int, today: date) -> Duty:
    due, late = answer.value, _late(facts, answer.value, today)
    last_day = due.last_day or facts.granted_until
    booked = _up_to(facts.booked, None if late else last_day)
    what = (
        ngettext("%(count)s samtale mangler", "%(count)s samtaler mangler", missing)
        if late
        else ngettext("Hold %(count)s samtale mere", "Hold %(count)s samtaler mere", missing)
    )
    told = _("Der skal holdes mindst %(required)s senest %(day)s. Holdt til tiden: %(held)s.")
    parts = {"required": due.required, "day": day_words(last_day, today), "held": due.held}
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
        details=law_words(answer),
    )


def _late(facts: CaseFacts, due: TalksDue, today: date) -> bool:
    return (due.last_day or facts.granted_until) < today


def _up_to(booked: Sequence[TalkSeen], last_day: date | None) -> list[TalkSeen]:
    """The agreed talks up to a last day, where there is one."""
    return [talk for talk in booked if last_day is None or talk.on <= last_day]


def _already_booked(booked: list[TalkSeen], today: date) -> Iterator[str]:
    if booked:
        days = ", ".join(day_words(talk.on, today) for talk in booked)
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
