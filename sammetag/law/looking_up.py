"""What the rulebook holds on a day, and what changes between two: for whoever reads it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sammetag.law.answer import Topic, Version
from sammetag.law.errors import LawError, UnknownScheme
from sammetag.law.numbers import Number, all_numbers, number
from sammetag.law.numbers_read import goes_by_grant
from sammetag.law.period import DAY, Period
from sammetag.law.registry import BOOK, Unknown
from sammetag.law.schemes import SCHEMES
from sammetag.words import Words

Entry = Version | Number | Unknown


class UnknownName(LookupError):
    """No rule and no number has that name; `names` are those that there are."""

    def __init__(self, name: str) -> None:
        """Hold the names that there are, for whoever mistyped one."""
        super().__init__(name)
        self.names = names()


class Turn(StrEnum):
    """What happens to a rule or a number on a day: it BEGINS to hold, or is over since the day before."""

    BEGINS = "begins"
    ENDS = "ends"


@dataclass(frozen=True, slots=True)
class Held:
    """What holds for one scheme on the day that chose it, or why nothing does (`refused`)."""

    scheme: str
    chosen_on: date
    entry: Version | Number | None
    refused: LawError | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One turn of the law: the day, what turns, and for which schemes."""

    on: date
    turn: Turn
    entry: Entry


def names() -> tuple[str, ...]:
    """Give every name that can be looked up, of rules and of numbers, in order."""
    return tuple(sorted({topic.name for topic in BOOK.topics()} | {one.name for one in all_numbers()}))


def held_on(name: str, *, on: date, granted_on: date | None, scheme: str | None) -> tuple[Held, ...]:
    """Give what holds under this name on a day, for one scheme or for each that has ever had it.

    What goes by the grant is chosen by `granted_on`, or by `on` where that is not told; and nothing of a rule
    holds for a grant that it does not cover. Raises UnknownName, and UnknownScheme where the scheme asked for
    does not exist.
    """
    topic = BOOK.topic_named(name)
    if topic is None and name not in names():
        raise UnknownName(name)
    day = granted_on if granted_on and goes_by_grant(name) else on
    asked = (scheme,) if scheme else tuple(one for one in SCHEMES if _has_had(name, topic, one))
    return tuple(_held(name, topic, one, (day, granted_on)) for one in asked)


def changes(first: date | None, last: date | None) -> tuple[Change, ...]:
    """Give every turn of a rule or a number from the first day to the last, both included, in order.

    None leaves that side open.
    """
    found = [turn for entry in _entries() for turn in _turns(entry)]
    wanted = (one for one in found if (first or date.min) <= one.on <= (last or date.max))
    return tuple(sorted(wanted, key=_in_order))


def _in_order(change: Change) -> tuple[object, ...]:
    """By day and name; what ends stands before what takes its place."""
    return change.on, name_of(change.entry), change.entry.schemes, change.turn is Turn.BEGINS


def name_of(entry: Entry) -> str:
    """Give the name under which an entry is looked up."""
    return entry.name if isinstance(entry, Number) else entry.topic.name


def title_of(entry: Entry) -> Words:
    """Give what an entry is called."""
    return entry.title if isinstance(entry, Number) else entry.topic.title


def _held(name: str, topic: Topic | None, scheme: str, days: tuple[date, date | None]) -> Held:
    day, granted_on = days
    try:
        found = BOOK.version_on(topic, scheme, day) if topic else number(name, scheme=scheme, on=day)
        if topic and granted_on:
            topic.require_grant(scheme, granted_on)
    except LawError as refused:
        if isinstance(refused, UnknownScheme):
            raise
        return Held(scheme, day, None, refused)
    return Held(scheme, day, found)


def _has_had(name: str, topic: Topic | None, scheme: str) -> bool:
    if topic:
        return bool(BOOK.periods(topic, scheme))
    return any(one.name == name and scheme in one.schemes for one in all_numbers())


def _entries() -> Iterator[Entry]:
    yield from BOOK.versions()
    yield from BOOK.unknown
    yield from all_numbers()


def _turns(entry: Entry) -> Iterator[Change]:
    period: Period = entry.period
    yield Change(period.first, Turn.BEGINS, entry)
    if period.last is not None:
        yield Change(period.last + DAY, Turn.ENDS, entry)
