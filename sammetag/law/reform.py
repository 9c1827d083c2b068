"""Reforms: changed rules that are laid over the law as it is, alone or several at once.

A reform says for each rule which part of its answer it changes. Two that change the same part of one rule
contradict each other and are not combined; all others are. Each lies in `sammetag.law.reforms`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import combinations
from typing import Any, TypeVar

from sammetag.law.answer import Answer, Asked, Book, Confidence, Finding, Source, Topic, Version
from sammetag.law.case_question import CaseQuestion
from sammetag.law.errors import LawError, RulebookError
from sammetag.law.period import Period
from sammetag.law.registry import Rulebook, Written
from sammetag.law.schemes import KNOWN_SCHEMES
from sammetag.words import Words, together

F = TypeVar("F")
V = TypeVar("V")
Base = Callable[[], Finding[V]]
Amended = Callable[[Base[V], F, Asked], Finding[V]]

# The part of an amendment that takes the place of the whole rule, or brings a rule that did not exist.
WHOLE = "whole"

_CONTRADICT = Words(
    "»{one}« og »{other}« kan ikke gælde på samme tid: begge ændrer reglen om {title}. Vælg den ene.",
    "'{one}' and '{other}' cannot hold at once: both change the rule on {title}. Choose one of them.",
)


class ReformStatus(StrEnum):
    """Whether a reform was only PROPOSED, or is ENACTED law that is looked at on other days than its own."""

    PROPOSED = "proposed"
    ENACTED = "enacted"


class Contradiction(LawError):
    """Two reforms, of these `names`, change the same part of the same rule."""

    def __init__(self, sentence: Words, technical: str, names: tuple[str, str]) -> None:
        """Hold which two, for whoever chose them among many."""
        super().__init__(sentence, technical)
        self.names = names


@dataclass(frozen=True, slots=True)
class Amendment:
    """How a reform changes one part of one rule, for the schemes and dates of `version`."""

    version: Version
    part: str
    apply: Amended[Any, Any]

    def clashes_with(self, other: Amendment) -> bool:
        """Say whether both want to decide the same."""
        mine, theirs = self.version, other.version
        same_part = self.part == other.part or WHOLE in (self.part, other.part)
        return (
            same_part
            and mine.topic.name == theirs.topic.name
            and bool(set(mine.schemes) & set(theirs.schemes))
            and mine.period.overlaps(theirs.period)
        )


@dataclass(eq=False)
class Reform:
    """A reform that can be switched on: what it is called, what it changes and who asks for it.

    `beyond` says what of it is no rule and so is not worked out here; None where that is nothing.
    `questions` are those that did not exist before the reform. `wordings` say, by the name of a rule, what an
    answer means where the law's own words for it would say something that the reform does not.
    """

    name: str
    title: Words
    what: Words
    source: Source
    status: ReformStatus
    beyond: Words | None = None
    questions: list[CaseQuestion] = field(default_factory=list)
    wordings: dict[str, Callable[[Any], Words]] = field(default_factory=dict)
    amendments: list[Amendment] = field(default_factory=list)

    def amends(
        self,
        topic: Topic,
        *,
        part: str,
        schemes: tuple[str, ...],
        first: date,
        last: date | None,
        confidence: Confidence = Confidence.HIGH,
        note: Words | None = None,
    ) -> Callable[[Amended[V, F]], Amended[V, F]]:
        """Make the function below it what `part` of the rule becomes from `first` to `last`, both included.

        The function is given the unchanged finding as something to call, the facts, and what is asked; what
        it hands back unchanged counts as untouched. Raises RulebookError for an unheard-of scheme, for low
        confidence, and where the reform already changes that part.
        """
        version = Version(topic, schemes, Period(first, last), self.source, confidence, note)

        def register(function: Amended[V, F]) -> Amended[V, F]:
            self._add(Amendment(version, part, function))
            return function

        return register

    @property
    def topics(self) -> tuple[Topic, ...]:
        """Give the rules that it changes or brings, each once, by name."""
        found = {one.version.topic.name: one.version.topic for one in self.amendments}
        return tuple(found[name] for name in sorted(found))

    def _add(self, amendment: Amendment) -> None:
        version = amendment.version
        if unheard := set(version.schemes) - set(KNOWN_SCHEMES):
            raise RulebookError(f"{self.name} names unknown schemes: {sorted(unheard)}")
        if version.confidence is Confidence.LOW:
            raise RulebookError(f"{self.name}: {version.topic.name} was not read well enough")
        if any(amendment.clashes_with(other) for other in self.amendments):
            raise RulebookError(f"{self.name} changes {version.topic.name} ({amendment.part}) twice")
        self.amendments.append(amendment)


@dataclass(frozen=True)
class ReformedBook:
    """A rulebook with reforms laid over it; is asked like the one below.

    Raises Contradiction where two of them change the same part of one rule.
    """

    base: Rulebook
    reforms: tuple[Reform, ...]

    def __post_init__(self) -> None:
        """Refuse reforms that contradict each other."""
        for one, other in combinations(self.reforms, 2):
            for mine in one.amendments:
                if any(mine.clashes_with(theirs) for theirs in other.amendments):
                    title = mine.version.topic.title
                    sentence = _CONTRADICT.filled(one=one.title, other=other.title, title=title)
                    technical = f"{one.name} contradicts {other.name}"
                    raise Contradiction(sentence, technical, (one.name, other.name))

    def ask(self, topic: Topic, facts: Any, *, scheme: str, granted_on: date, on: date) -> Answer[Any]:
        """Answer one question under the reforms; raises as the rulebook below does where none answers."""
        chosen_on = topic.day_of(granted_on, on)
        untouched = _Untouched(self, topic, facts=facts, scheme=scheme, chosen_on=chosen_on, on=on)
        amendments = self._by_topic.get((topic.name, scheme), ())
        layers = [one for one in amendments if one.version.period.contains(chosen_on)]
        top: _Untouched | _Layer = untouched
        for layer in layers:
            top = _Layer(top, layer, facts, Asked(layer.version, scheme, chosen_on, on, self))
        finding = top()
        version = _as_one(top.changed_by) if top.changed_by else untouched.version
        return Answer(finding.value, finding.reasons, version)

    def touched(self, questions: Iterable[CaseQuestion], *, scheme: str) -> list[CaseQuestion]:
        """Give those of the questions whose rules are changed for that scheme, and those that are brought."""
        brought = (question for reform in self.reforms for question in reform.questions)
        return [one for one in (*questions, *brought) if (one.topic.name, scheme) in self._by_topic]

    @cached_property
    def _by_topic(self) -> dict[tuple[str, str], list[Amendment]]:
        found: dict[tuple[str, str], list[Amendment]] = {}
        for amendment in (one for reform in self.reforms for one in reform.amendments):
            for scheme in amendment.version.schemes:
                found.setdefault((amendment.version.topic.name, scheme), []).append(amendment)
        return found


def meaning(question: CaseQuestion, value: Any, book: Book) -> Words:
    """Say in a sentence what an answer from that book means: in the words of the reform that changed it."""
    reforms = book.reforms if isinstance(book, ReformedBook) else ()
    for reform in reforms:
        if wording := reform.wordings.get(question.topic.name):
            return wording(value)
    return question.told(value)


@dataclass(eq=False)
class _Untouched:
    """The finding of the rulebook below, worked out when an amendment asks for it, and once."""

    book: ReformedBook
    topic: Topic
    facts: Any = field(kw_only=True)
    scheme: str = field(kw_only=True)
    chosen_on: date = field(kw_only=True)
    on: date = field(kw_only=True)
    _found: Finding[Any] | None = field(default=None, init=False)

    def __call__(self) -> Finding[Any]:
        if self._found is None:
            written = self._written
            asked = Asked(written.version, self.scheme, self.chosen_on, self.on, self.book)
            self._found = written.apply(self.facts, asked)
        return self._found

    @property
    def changed_by(self) -> tuple[Version, ...]:
        """Give the amendments behind the finding: none."""
        return ()

    @property
    def version(self) -> Version:
        """Give the version that the rulebook below answers from."""
        return self._written.version

    @cached_property
    def _written(self) -> Written:
        return self.book.base.find(self.topic, self.scheme, self.chosen_on)


@dataclass(eq=False)
class _Layer:
    """What an amendment makes of the finding below it, worked out when it is asked for, and once."""

    below: _Untouched | _Layer
    amendment: Amendment
    facts: Any
    asked: Asked
    _found: Finding[Any] | None = field(default=None, init=False)
    _given: Finding[Any] | None = field(default=None, init=False)

    def __call__(self) -> Finding[Any]:
        if self._found is None:
            self._found = self.amendment.apply(self._base, self.facts, self.asked)
        return self._found

    def _base(self) -> Finding[Any]:
        self._given = self.below()
        return self._given

    @property
    def changed_by(self) -> tuple[Version, ...]:
        """Give the amendments behind the finding; one that hands back what it was given is not among them."""
        before = () if self._given is None else self.below.changed_by
        return before if self._given is self._found else (*before, self.amendment.version)


def _as_one(versions: tuple[Version, ...]) -> Version:
    """Give the last of them, with what any of them says of how it was read."""
    last = versions[-1]
    notes = dict.fromkeys(one.note for one in versions if one.note)
    if len(versions) == 1 or not notes:
        return last
    confidence = (
        Confidence.MEDIUM if any(one.confidence is Confidence.MEDIUM for one in versions) else last.confidence
    )
    return replace(last, note=together(*notes), confidence=confidence)
