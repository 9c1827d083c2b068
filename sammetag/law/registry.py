"""The rulebook: every version of every rule, and the one door through which they are asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Any

from sammetag.law.answer import Answer, Asked, Book, ChosenBy, Confidence, Finding, Source, Topic, Version
from sammetag.law.errors import NotInForce, NotKnown, RulebookError
from sammetag.law.period import DAY, Period
from sammetag.law.period_words import period_in_words
from sammetag.law.schemes import SCHEMES, scheme_name
from sammetag.words import Words, together

__all__ = ["BOOK", "Book", "Closing", "RuleFunction", "Rulebook", "Unknown", "Written"]

# How many answers a rulebook remembers before it begins anew.
MOST_REMEMBERED = 16_384

RuleFunction = Callable[[Any, Asked], Finding[Any]]

_NOT_IN_FORCE = Words(
    "Reglen om {title} gælder ikke for {scheme}, når {which} er {day}. {when}",
    "The rule on {title} does not apply to the scheme '{scheme}' when {which} is {day}. {when}",
)
_WHICH = {
    ChosenBy.GRANT: Words("bevillingsdagen", "the day of the grant"),
    ChosenBy.DAY: Words("den dag, der spørges om,", "the day asked about"),
}
_APPLIES = Words(
    "Den gælder {dates}. Kontrollér datoen i sagen.",
    "It applies {dates}. Check the date in the case.",
)
_NEVER = Words(
    "Der er ingen regel om det for denne ordning.",
    "There is no such rule for this scheme.",
)
_LOOK_UP = Words("Slå reglen op, før du handler: {source}.", "Look the rule up before you act: {source}.")


@dataclass(frozen=True, slots=True)
class Written:
    """A version whose text is known, with the function that applies it."""

    version: Version
    apply: RuleFunction


@dataclass(frozen=True, slots=True)
class Unknown:
    """A stretch of time that is declared as not known, and why."""

    topic: Topic
    schemes: tuple[str, ...]
    period: Period
    reason: Words
    source: Source


@dataclass(frozen=True, slots=True)
class Closing:
    """What to tell a person who asks after the last day of a rule that nothing replaces."""

    topic: Topic
    schemes: tuple[str, ...]
    since: date
    sentence: Words
    source: Source


# The first and the last day of an entry, both included, and the entry.
_Dated = tuple[date, date, Written | Unknown]


@dataclass
class Rulebook:
    """Holds the versions, refuses those that contradict each other, and finds the one that a date needs."""

    written: list[Written] = field(default_factory=list)
    unknown: list[Unknown] = field(default_factory=list)
    closings: list[Closing] = field(default_factory=list)
    _by_scheme: dict[tuple[str, str], list[_Dated]] = field(default_factory=dict, repr=False)
    _remembered: dict[tuple[Any, ...], Answer[Any]] = field(default_factory=dict, repr=False, compare=False)

    def add(self, version: Version, apply: RuleFunction) -> None:
        """Take in a version of a rule.

        Raises RulebookError for a missing source, low confidence, an unheard-of scheme or overlapping dates.
        """
        if version.confidence is Confidence.LOW:
            raise RulebookError(f"{version.topic.name} was not read well enough: declare it not known")
        self._refuse_overlap(version.topic, version.schemes, version.period)
        _refuse_missing(version.topic, version.source)
        written = Written(version, apply)
        self.written.append(written)
        self._index(version, written)

    def not_known(self, stretch: Unknown) -> None:
        """Take in a stretch of time for which the law has not been read, so that asking raises NotKnown."""
        self._refuse_overlap(stretch.topic, stretch.schemes, stretch.period)
        _refuse_missing(stretch.topic, stretch.source)
        self.unknown.append(stretch)
        self._index(stretch, stretch)

    def closed(self, closing: Closing) -> None:
        """Take in what to say about dates after the last version of a rule."""
        _refuse_missing(closing.topic, closing.source)
        self.closings.append(closing)

    def refuse_gaps(self) -> None:
        """Raise RulebookError where days between two versions of a rule belong to none of them."""
        for topic in self.topics():
            for scheme in SCHEMES:
                periods = sorted(self.periods(topic, scheme), key=lambda period: period.first)
                for earlier, later in pairwise(periods):
                    if earlier.last is not None and earlier.last + DAY < later.first:
                        gap = f"{earlier.last} and {later.first}"
                        raise RulebookError(f"{topic.name} for {scheme}: nothing said between {gap}")

    def topics(self) -> tuple[Topic, ...]:
        """Give every question that the rulebook answers, each once, by name."""
        topics = {entry.topic.name: entry.topic for entry in self._entries()}
        return tuple(topics[name] for name in sorted(topics))

    def topic_named(self, name: str) -> Topic | None:
        """Give the question of that name, None where there is none."""
        return next((entry.topic for entry in self._entries() if entry.topic.name == name), None)

    def versions(self) -> tuple[Version, ...]:
        """Give every version whose text is known, by rule and first day."""
        versions = (written.version for written in self.written)
        return tuple(sorted(versions, key=lambda version: (version.topic.name, version.period.first)))

    def periods(self, topic: Topic, scheme: str) -> list[Period]:
        """Give the stretches of time, known or declared as not known, that a rule has for a scheme."""
        return [e.period for e in self._entries() if e.topic == topic and scheme in e.schemes]

    def change_dates(self) -> tuple[date, ...]:
        """Give every date on which a rule begins, or is the first day without one; in order."""
        periods = [entry.period for entry in self._entries()]
        begins = {period.first for period in periods}
        ends = {period.last + DAY for period in periods if period.last is not None}
        return tuple(sorted(begins | ends))

    def ask(self, topic: Topic, facts: Any, *, scheme: str, granted_on: date, on: date) -> Answer[Any]:
        """Answer one question from the version that the rule's own date picks.

        Raises UnknownScheme, NotKnown, or NotInForce with the dates on which the rule does apply.
        """
        chosen_on = topic.day_of(granted_on, on)
        key = (topic.name, facts, scheme, chosen_on, on) if topic.few_answers else None
        if key is not None and (known := self._remembered.get(key)):
            return known
        found = self.find(topic, scheme, chosen_on)
        finding = found.apply(facts, Asked(found.version, scheme, chosen_on, on, self))
        answer = Answer(finding.value, finding.reasons, found.version)
        if key is not None:
            self._remember(key, answer)
        return answer

    def _remember(self, key: tuple[Any, ...], answer: Answer[Any]) -> None:
        if len(self._remembered) >= MOST_REMEMBERED:
            self._remembered.clear()
        self._remembered[key] = answer

    def version_on(self, topic: Topic, scheme: str, day: date) -> Version:
        """Give the version that holds where its own date, of the grant or asked about, is this day.

        Raises as `ask` does.
        """
        return self.find(topic, scheme, day).version

    def find(self, topic: Topic, scheme: str, day: date) -> Written:
        """Give the version with its function; raises as `ask` does."""
        for first, last, entry in self._by_scheme.get((topic.name, scheme), ()):
            if first <= day <= last:
                if isinstance(entry, Written):
                    return entry
                sentence = together(entry.reason, _LOOK_UP.filled(source=entry.source))
                raise NotKnown(sentence, f"{topic.name} is not known for {scheme} on {day}")
        scheme_name(scheme)
        raise NotInForce(
            self._why_not(topic, scheme, day), f"{topic.name} is not in force for {scheme} on {day}"
        )

    def _index(self, version: Version | Unknown, entry: Written | Unknown) -> None:
        self._remembered.clear()
        dated = (version.period.first, version.period.last or date.max, entry)
        for scheme in version.schemes:
            self._by_scheme.setdefault((version.topic.name, scheme), []).append(dated)

    def _why_not(self, topic: Topic, scheme: str, day: date) -> Words:
        for closing in self.closings:
            if closing.topic == topic and scheme in closing.schemes and day >= closing.since:
                return closing.sentence.filled(since=closing.since, source=closing.source)
        return _NOT_IN_FORCE.filled(
            title=topic.title,
            scheme=scheme_name(scheme),
            which=_WHICH[topic.chosen_by],
            day=day,
            when=_when(self.periods(topic, scheme)),
        )

    def _refuse_overlap(self, topic: Topic, schemes: Iterable[str], period: Period) -> None:
        for scheme in schemes:
            if scheme not in SCHEMES:
                raise RulebookError(f"{topic.name} names the unknown scheme {scheme!r}")
            for other in self.periods(topic, scheme):
                if period.overlaps(other):
                    raise RulebookError(f"{topic.name} for {scheme}: {period} overlaps {other}")

    def _entries(self) -> list[Version | Unknown]:
        return [*(written.version for written in self.written), *self.unknown]


def _when(periods: list[Period]) -> Words:
    if not periods:
        return _NEVER
    first = min(period.first for period in periods)
    lasts = [period.last for period in periods if period.last is not None]
    last = max(lasts) if len(lasts) == len(periods) else None
    return _APPLIES.filled(dates=period_in_words(Period(first, last)))


def _refuse_missing(topic: Topic, source: object) -> None:
    if not isinstance(source, Source):
        raise RulebookError(f"{topic.name} has no source: say act, section and publication")


BOOK = Rulebook()
