"""All versions of one rule or number as the law book tells them: in rows, and on an axis of time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

from sammetag.design.wording import told
from sammetag.law import BOOK, SCHEMES, Confidence, Number, Period, Version, Words
from sammetag.law.answer import Source
from sammetag.law.registry import Closing, Unknown
from sammetag.lawbook.shelves import numbers_named
from sammetag.lawbook.speaking import (
    bare_words,
    confidence_words,
    day_words,
    period_words,
    scheme_word,
    value_words,
)
from sammetag.lawbook.time_axis import Axis, Kind, Lane, Stretch, span_of

ANCHOR = "version-"


@dataclass(frozen=True)
class Row:
    """One version, one stretch that was not read, or the closing of a rule."""

    number: int
    kind: Kind
    schemes: tuple[str, ...]
    period: Period
    source: Source
    value: str = ""
    bare: str = ""
    confidence: str = ""
    note: str = ""
    marked: bool = False

    @property
    def anchor(self) -> str:
        """The name of the row, to which its bar leads."""
        return f"{ANCHOR}{self.number}"


def rows_of(name: str, on: date | None) -> tuple[Row, ...]:
    """Give everything that the rulebook says under a name, the oldest first; what holds on a day is marked.

    Nothing where there is no such name.
    """
    topic = BOOK.topic_named(name)
    if topic is None:
        return _numbered([_of_number(one) for one in numbers_named(name)], on)
    found = [_of_version(one) for one in BOOK.versions() if one.topic == topic]
    found += [_of_unread(one) for one in BOOK.unknown if one.topic == topic]
    found += [_of_closing(one) for one in BOOK.closings if one.topic == topic]
    return _numbered(found, on)


def axis_of(title: str, rows: tuple[Row, ...], today: date, on: date | None) -> Axis:
    """Give the same as lanes for a picture, with a description of everything in it."""
    days = [one.period.first for one in rows]
    days += [one.period.last for one in rows if one.period.last]
    first, last = span_of([*days, *([on] if on else [])], today)
    schemes = [scheme for scheme in SCHEMES if any(scheme in one.schemes for one in rows)]
    lanes = tuple(_lane(scheme, rows) for scheme in schemes)
    told_of = ("; ".join(one.words for one in lane.stretches) for lane in lanes)
    described = " ".join(f"{lane.label}: {words}." for lane, words in zip(lanes, told_of, strict=True))
    return Axis(
        title=_("Udgaverne af: %(title)s") % {"title": title},
        description=described,
        lanes=lanes,
        first=first,
        last=last,
        today=today,
        today_word=_("I dag"),
        on=on,
        on_word=day_words(on) if on else "",
    )


def _lane(scheme: str, rows: tuple[Row, ...]) -> Lane:
    mine = [one for one in rows if scheme in one.schemes]
    name = scheme_word(scheme)
    return Lane(name[:1].upper() + name[1:], tuple(_stretch(one) for one in mine))


def _stretch(row: Row) -> Stretch:
    untold = {"unread": _("ikke læst"), "closed": _("lukket")}.get(row.kind)
    label = untold or row.bare or row.source.published
    words = f"{period_words(row.period)}, {untold or row.value or row.source}"
    return Stretch(
        row.period.first,
        row.period.last,
        row.kind,
        label,
        words,
        row.anchor,
        marked=row.marked,
        exact=bool(row.value),
    )


def _numbered(rows: list[Row], on: date | None) -> tuple[Row, ...]:
    ordered = sorted(rows, key=lambda one: (one.period.first, one.kind, one.schemes))
    return tuple(
        replace(one, number=number, marked=on is not None and one.period.contains(on))
        for number, one in enumerate(ordered, start=1)
    )


def _of_version(one: Version) -> Row:
    return Row(
        0,
        "version",
        one.schemes,
        one.period,
        one.source,
        confidence=confidence_words(one.confidence),
        note=_said(one.note),
    )


def _of_number(one: Number) -> Row:
    unread = one.confidence is Confidence.LOW
    return Row(
        0,
        "unread" if unread else "version",
        one.schemes,
        one.period,
        one.source,
        value="" if unread else value_words(one),
        bare="" if unread else bare_words(one),
        confidence=confidence_words(one.confidence),
        note=_said(one.note),
    )


def _of_unread(one: Unknown) -> Row:
    unread = confidence_words(Confidence.LOW)
    return Row(0, "unread", one.schemes, one.period, one.source, confidence=unread, note=told(one.reason))


def _of_closing(one: Closing) -> Row:
    sentence = one.sentence.filled(since=one.since, source=one.source)
    return Row(0, "closed", one.schemes, Period(one.since), one.source, note=told(sentence))


def _said(words: Words | None) -> str:
    return told(words) if words else ""
