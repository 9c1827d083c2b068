"""What the municipality decides itself, as the pages show it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar
from uuid import UUID

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sammetag.design.wording import span_words
from sammetag.law import (
    BOOK,
    NoSuchReading,
    OpenQuestion,
    OwnLimitFacts,
    Period,
    Words,
    own_limit,
    question_named,
    questions_about,
    scheme_name,
)
from sammetag.practice.areas import Area, scheme_of
from sammetag.practice.models import DecidedLimit, DecidedReading, Decision
from sammetag.practice.queries import (
    by_thing,
    limits_decided,
    name_of,
    own_limits,
    readings_decided,
)
from sammetag.practice.questions import questions_on
from sammetag.practice.standing import held_on, outlook

D = TypeVar("D", bound=Decision)


@dataclass(frozen=True)
class Line(Generic[D]):
    """One decision and what it says in words."""

    decision: D
    words: str


@dataclass(frozen=True)
class Asked:
    """An open question as it is read: what it asks, what it touches, how it can be read."""

    name: str
    title: str
    asks: str
    schemes: str
    touches: str
    sources: tuple[str, ...]
    readings: tuple[str, ...]
    standing: Line[DecidedReading] | None = None
    earlier: tuple[Line[DecidedReading], ...] = ()


@dataclass(frozen=True)
class AreaRow:
    """An area of cases with the limit for what comes in today, if any, until when, and what changes then."""

    area: Area
    standing: Line[DecidedLimit] | None
    until: date | None
    coming: tuple[Line[DecidedLimit], ...]
    unset: tuple[str, ...]
    earlier: tuple[Line[DecidedLimit], ...]


def questions_of(municipality_id: UUID, day: date) -> tuple[list[Asked], list[Line[DecidedReading]]]:
    """Every question that is open on the day, and what was decided on others before. One query."""
    decided = by_thing(readings_decided(municipality_id).select_related("written_by"))
    asked = [as_asked(one, decided.pop(one.name, []), day) for one in questions_on(day)]
    # What is decided is what most come to read.
    asked.sort(key=lambda one: one.standing is None)
    gone = [reading_line(one, with_title=True) for rest in decided.values() for one in reversed(rest)]
    return asked, gone


def areas_of(municipality_id: UUID, day: date) -> list[AreaRow]:
    """Every area of cases with its limit, or that it has none. One query."""
    decisions = list(limits_decided(municipality_id).select_related("written_by"))
    decided, limits = by_thing(decisions), own_limits(decisions)
    rows = []
    for area in Area:
        facts = OwnLimitFacts(scheme_of(area), name_of(area), day, limits)
        answer = own_limit(facts, day)
        is_unset = answer.value.due_on is None
        unset = tuple(in_language(one.text) for one in answer.warnings if is_unset)
        rows.append(_area_row(area, decided.get(area, []), unset, day))
    return rows


def demand_of_limits(day: date) -> tuple[str, str]:
    """What the law demands of the municipality's own limits, and where it stands."""
    area = Area.JOB_CLARIFICATION
    answer = own_limit(OwnLimitFacts(scheme_of(area), name_of(area), day, own_limits([])), day)
    return in_language(answer.reasons[0].text), str(answer.version.source)


def as_asked(
    question: OpenQuestion, decisions: Sequence[DecidedReading] = (), day: date | None = None
) -> Asked:
    """The question in words, with what was decided on it where that is given."""
    standing = held_on(decisions, day) if day else None
    titles = {topic.name: topic.title for topic in BOOK.topics()}
    return Asked(
        name=question.name,
        title=_sentence_case(in_language(question.title)),
        asks=in_language(question.asks),
        schemes=", ".join(in_language(scheme_name(one)) for one in question.schemes),
        touches=", ".join(in_language(titles[one]) for one in question.topics if one in titles),
        sources=tuple(str(source) for source in question.depends_on),
        readings=tuple(in_language(one.text) for one in question.readings),
        standing=reading_line(standing) if standing else None,
        earlier=tuple(reading_line(one) for one in reversed(decisions) if one != standing),
    )


def reading_words(one: DecidedReading) -> str:
    """What a reading says; its bare name where the law knows it no longer."""
    if one.withdraws:
        return _("Trukket tilbage")
    return _words_of(one.question, one.reading)


def limit_words(one: DecidedLimit) -> str:
    """How long a limit is."""
    return _("Trukket tilbage") if one.length is None else span_words(one.length, one.unit)


def open_about(*topics: str, days: Period, municipality_id: UUID, scheme: str | None = None) -> list[Asked]:
    """What the law leaves open about these rules on some of the days, read as the municipality does today.

    One query; none where nothing is open.
    """
    asked = questions_about(*topics, days=days, scheme=scheme)
    if not asked:
        return []
    decided = by_thing(readings_decided(municipality_id).select_related("written_by"))
    return [as_asked(one, decided.get(one.name, []), timezone.localdate()) for one in asked]


def in_language(words: Words) -> str:
    """What a text of the law says in the language of whoever reads."""
    return words.in_language(get_language() or "da")


def _words_of(question: str, reading: str) -> str:
    try:
        known = {one.name: one.text for one in question_named(question).readings}
    except NoSuchReading:
        return reading
    return in_language(known[reading]) if reading in known else reading


def reading_line(one: DecidedReading, *, with_title: bool = False) -> Line[DecidedReading]:
    words = reading_words(one)
    return Line(one, f"{_title_of(one.question)}: {words}" if with_title else words)


def _title_of(question: str) -> str:
    try:
        return _sentence_case(in_language(question_named(question).title))
    except NoSuchReading:
        return question


def _area_row(area: Area, decisions: Sequence[DecidedLimit], unset: tuple[str, ...], day: date) -> AreaRow:
    seen = outlook(decisions, day)
    shown = (seen.now, *seen.coming)
    return AreaRow(
        area=area,
        standing=limit_line(seen.now) if seen.now else None,
        until=seen.until,
        coming=_lines(seen.coming),
        unset=unset,
        earlier=_lines(one for one in reversed(decisions) if one not in shown),
    )


def _lines(decisions: Iterable[DecidedLimit]) -> tuple[Line[DecidedLimit], ...]:
    return tuple(limit_line(one) for one in decisions)


def limit_line(one: DecidedLimit) -> Line[DecidedLimit]:
    return Line(one, limit_words(one))


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]
