"""What is wrong with the rulebook: gaps, overlaps, what has no source or no example, what was not read.

Most of this the rulebook refuses when it loads; here it is looked for again, in one place and in plain words.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import pairwise
from pathlib import Path
from typing import Any, TypeVar

import yaml

from sammetag.law.answer import Confidence, Source, Version
from sammetag.law.checking_words import (
    EXAMPLE_NO_SOURCE,
    EXAMPLE_STRAY,
    GAP,
    INFERRED,
    INSIDE,
    LOW,
    NO_EXAMPLE,
    NO_SOURCE,
    NUMBER_GAP,
    NUMBER_LOW,
    OVERLAP,
)
from sammetag.law.numbers import Number
from sammetag.law.period import DAY, Period
from sammetag.law.period_words import period_in_words
from sammetag.law.registry import Rulebook, Unknown
from sammetag.law.schemes import SCHEMES, scheme_name
from sammetag.words import Words

T = TypeVar("T")
Entry = Version | Unknown | Number


class FaultKind(StrEnum):
    """What is wrong; INFERRED: less than read in the text itself, and not a word on why."""

    GAP = "gap"
    OVERLAP = "overlap"
    NO_SOURCE = "no-source"
    LOW = "low-confidence"
    INFERRED = "inferred-without-note"
    NO_EXAMPLE = "no-example"


class ExamplesUnreadable(ValueError):
    """A file of examples is none: its name, and what it lacks."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong, or only worth knowing: the rule or number it is about, and the sentence."""

    kind: FaultKind
    name: str
    sentence: Words


@dataclass(frozen=True, slots=True)
class Example:
    """One example for lawyers: its rule, the scheme if it names one, and the day that picks the version."""

    topic: str
    scheme: str | None
    day: date
    sentence: str
    source: str | None


@dataclass(frozen=True, slots=True)
class Checked:
    """How much was looked at, and what came of it.

    `inferred`: versions and numbers read with medium confidence. `examples` is None where not at hand.
    `remarks` are no faults: the rules say 'not known' there.
    """

    topics: int
    versions: int
    numbers: int
    not_known: int
    inferred: int
    examples: int | None
    faults: tuple[Fault, ...]
    remarks: tuple[Fault, ...]


def check(book: Rulebook, numbers: Sequence[Number], examples: Sequence[Example] | None) -> Checked:
    """Say what is wrong with the rules, the numbers and their examples; None leaves the examples out."""
    read: list[Version | Number] = [*book.versions(), *numbers]
    faults = (
        *_of_rules(book),
        *overlapping(numbers_by_name(numbers)),
        *without_source([*read, *book.unknown]),
        *badly_read(read),
        *(_of_book(book, examples) if examples is not None else ()),
    )
    return Checked(
        topics=len(book.topics()),
        versions=len(book.versions()),
        numbers=len(numbers),
        not_known=len(book.unknown),
        inferred=sum(one.confidence is Confidence.MEDIUM for one in read),
        examples=None if examples is None else len(examples),
        faults=faults,
        remarks=(*_number_gaps(numbers), *_low_numbers(numbers)),
    )


def read_examples(folder: Path) -> tuple[Example, ...] | None:
    """Give every example of a folder, or None where it holds none.

    Each file names its rules and, for each, the fact whose day picks the version. Raises ExamplesUnreadable
    for a file that does not.
    """
    files = sorted(folder.glob("*_examples.yaml"))
    if not files:
        return None
    return tuple(example for file in files for example in read_from(file, _examples_in))


def read_from(file: Path, examples_in: Callable[[dict[str, Any]], Iterable[T]]) -> list[T]:
    """Give what a file of examples holds; raises ExamplesUnreadable where it is not such a file."""
    try:
        return list(examples_in(yaml.safe_load(file.read_text("utf-8"))))
    except (yaml.YAMLError, UnicodeDecodeError, KeyError, TypeError, AttributeError, StopIteration) as fault:
        raise ExamplesUnreadable(f"{file}: {type(fault).__name__} {fault}") from fault


def uncovered(period: Period, days: Iterable[date]) -> tuple[tuple[date, ...], bool]:
    """Say which of a version's limits, and of the days outside them, no example is about.

    The other answer is whether there is one on a day inside, which is neither the first nor the last.
    """
    known, first, last = set(days), period.first, period.last
    limits = {first - DAY, first} | (set() if last is None else {last, last + DAY})
    inside = any(period.contains(day) and day not in (first, last) for day in known)
    return tuple(sorted(limits - known)), inside


def _examples_in(content: dict[str, Any]) -> Iterator[Example]:
    rules: dict[str, str] = content["rules"]
    for told in content["examples"]:
        topic = told.get("topic") or next(iter(rules))
        facts = told["facts"]
        day = {**facts, **told}[rules[topic]]
        yield Example(topic, facts.get("scheme"), day, told["sentence"], told.get("source"))


def _of_rules(book: Rulebook) -> Iterator[Fault]:
    entries: list[Version | Unknown] = [*book.versions(), *book.unknown]
    by_name: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        for scheme in entry.schemes:
            by_name.setdefault((entry.topic.name, scheme), []).append(entry)
    yield from overlapping(by_name)
    yield from _gaps(by_name, FaultKind.GAP, GAP)


def numbers_by_name(numbers: Iterable[Number]) -> dict[tuple[str, str], list[Entry]]:
    """Give the numbers by name and scheme."""
    found: dict[tuple[str, str], list[Entry]] = {}
    for number in numbers:
        for scheme in number.schemes:
            found.setdefault((number.name, scheme), []).append(number)
    return found


def overlapping(by_name: dict[tuple[str, str], list[Entry]]) -> Iterator[Fault]:
    """Give the days on which two of one name and scheme hold."""
    for (name, scheme), entries in by_name.items():
        for one, other in _neighbours(entries):
            shared = one.period.overlap(other.period)
            if shared is not None:
                yield _fault(FaultKind.OVERLAP, name, OVERLAP, scheme, dates=period_in_words(shared))


def _gaps(by_name: dict[tuple[str, str], list[Entry]], kind: FaultKind, text: Words) -> Iterator[Fault]:
    for (name, scheme), entries in by_name.items():
        for one, other in _neighbours(entries):
            if one.period.last is not None and one.period.last + DAY < other.period.first:
                empty = Period(one.period.last + DAY, other.period.first - DAY)
                yield _fault(kind, name, text, scheme, dates=period_in_words(empty))


def _neighbours(entries: Iterable[Entry]) -> Iterator[tuple[Entry, Entry]]:
    return pairwise(sorted(entries, key=lambda entry: entry.period.first))


def without_source(entries: Iterable[Entry]) -> Iterator[Fault]:
    """Give those that name no source."""
    for entry in entries:
        if not isinstance(entry.source, Source):
            yield Fault(FaultKind.NO_SOURCE, _name(entry), NO_SOURCE.filled(**_told(entry)))


def badly_read(entries: Iterable[Version | Number]) -> Iterator[Fault]:
    """Give those read with low confidence, and those inferred without a word on why."""
    for entry in entries:
        if isinstance(entry, Version) and entry.confidence is Confidence.LOW:
            yield Fault(FaultKind.LOW, _name(entry), LOW.filled(**_told(entry)))
        if entry.confidence is Confidence.MEDIUM and entry.note is None:
            yield Fault(FaultKind.INFERRED, _name(entry), INFERRED.filled(**_told(entry)))


def _number_gaps(numbers: Iterable[Number]) -> Iterator[Fault]:
    yield from _gaps(numbers_by_name(numbers), FaultKind.GAP, NUMBER_GAP)


def _low_numbers(numbers: Iterable[Number]) -> Iterator[Fault]:
    for number in numbers:
        if number.confidence is Confidence.LOW:
            yield Fault(FaultKind.LOW, number.name, NUMBER_LOW.filled(**_told(number)))


def _of_book(book: Rulebook, examples: Sequence[Example]) -> Iterator[Fault]:
    yield from of_examples({topic.name for topic in book.topics()}, book.versions(), examples)


def of_examples(
    topics: Collection[str], versions: Iterable[Version], examples: Sequence[Example]
) -> Iterator[Fault]:
    """Give the examples of no rule or without a source, and the versions that lack some."""
    for example in examples:
        told = {"name": example.topic, "sentence": example.sentence}
        if example.topic not in topics:
            yield Fault(FaultKind.NO_EXAMPLE, example.topic, EXAMPLE_STRAY.filled(**told))
        if not example.source:
            yield Fault(FaultKind.NO_SOURCE, example.topic, EXAMPLE_NO_SOURCE.filled(**told))
    for version in versions:
        days = {example.day for example in examples if _is_about(example, version)}
        missing, inside = uncovered(version.period, days)
        if missing or not inside:
            lacking = [*map(str, missing), *(() if inside else (INSIDE,))]
            yield _lacks(version, lacking)


def _is_about(example: Example, version: Version) -> bool:
    named = example.scheme is None or example.scheme in version.schemes
    return named and example.topic == version.topic.name


def _lacks(version: Version, lacking: Sequence[str | Words]) -> Fault:
    da, en = (", ".join(_in(one, language) for one in lacking) for language in ("da", "en"))
    text = NO_EXAMPLE.filled(**_told(version), days=Words(da, en))
    return Fault(FaultKind.NO_EXAMPLE, version.topic.name, text)


def _in(one: str | Words, language: str) -> str:
    return one.in_language(language) if isinstance(one, Words) else one


def _fault(kind: FaultKind, name: str, text: Words, scheme: str, *, dates: Words) -> Fault:
    spoken = scheme_name(scheme) if scheme in SCHEMES else scheme
    return Fault(kind, name, text.filled(name=name, scheme=spoken, dates=dates))


def _told(entry: Entry) -> dict[str, object]:
    return {"name": _name(entry), "dates": period_in_words(entry.period)}


def _name(entry: Entry) -> str:
    return entry.name if isinstance(entry, Number) else entry.topic.name
