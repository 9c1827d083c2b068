"""The shapes of question and answer: where a rule comes from, what it found, and why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Generic, Protocol, TypeVar

from sammetag.law.period import Period
from sammetag.words import Words

V = TypeVar("V")


class Confidence(StrEnum):
    """How well something was read: HIGH in the text itself, MEDIUM between two texts, LOW not at all."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class ChosenBy(StrEnum):
    """Which date picks the version of a rule: the day of the GRANT, or the DAY that is asked about."""

    GRANT = "grant"
    DAY = "day"


# Python 3.11 takes its time to look up a member, and every question asks for this one.
_BY_GRANT = ChosenBy.GRANT


class ReasonKind(StrEnum):
    """What a reason tells: the demand of a RULE, what the case shows (FACT), what to heed (WARNING)."""

    RULE = "rule"
    FACT = "fact"
    WARNING = "warning"


CONFIDENCE_WORDS = {
    Confidence.HIGH: Words("læst i lovteksten", "read in the text of the act"),
    Confidence.MEDIUM: Words("udledt af andre tekster", "inferred from other texts"),
    Confidence.LOW: Words("ikke læst", "not read"),
}


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule stands: act ('LAB'), section ('§ 31, stk. 3') and publication ('LBK 280/2024').

    Raises ValueError where one of them is missing.
    """

    act: str
    section: str
    published: str

    def __post_init__(self) -> None:
        """Refuse a source that nobody could look up."""
        if not (self.act.strip() and self.section.strip() and self.published.strip()):
            raise ValueError(f"a source needs act, section and publication: {self!r}")

    def __str__(self) -> str:
        """Give the source on one line, as lawyers write it."""
        return f"{self.act} {self.section} ({self.published})"


@dataclass(frozen=True, slots=True)
class Topic:
    """One question that the law answers, the same through all its versions.

    `title` fits after 'Reglen om' and 'The rule on'. `few_answers`: its facts are small and the same for many
    citizens, so that a rulebook does well to remember what it answered. `grants`: raises for a day of the
    grant that the rule does not cover in that scheme; None where it does not look at the grant, or is chosen
    by it.
    """

    name: str
    title: Words
    chosen_by: ChosenBy
    few_answers: bool = False
    grants: Callable[[Topic, str, date], None] | None = None

    def day_of(self, granted_on: date, on: date) -> date:
        """Give which of the two days picks the version."""
        return granted_on if self.chosen_by is _BY_GRANT else on

    def require_grant(self, scheme: str, granted_on: date) -> None:
        """Raise the LawError that says why, where the rule does not cover a grant on that day."""
        if self.grants is not None:
            self.grants(self, scheme, granted_on)


@dataclass(frozen=True, slots=True)
class Version:
    """One dated version of a rule: its schemes and dates, where it stands, how well it was read."""

    topic: Topic
    schemes: tuple[str, ...]
    period: Period
    source: Source
    confidence: Confidence
    note: Words | None = None

    def __hash__(self) -> int:
        """Give a number that costs little, since what follows from a version is remembered by it."""
        return hash((self.topic.name, self.period.first))


@dataclass(frozen=True, slots=True)
class Reason:
    """One sentence of an explanation, with the place in the law where the sentence comes from one."""

    text: Words
    kind: ReasonKind = ReasonKind.FACT
    source: Source | None = None


class Book(Protocol):
    """Whatever can be asked: the law as it is, or with reforms laid over it (`sammetag.law.reformed`)."""

    def ask(self, topic: Topic, facts: Any, *, scheme: str, granted_on: date, on: date) -> Answer[Any]:
        """Answer one question from the version that the rule's own date picks."""


@dataclass(slots=True, eq=False)
class Asked:
    """What a rule is told of the question: version, scheme, the date that chose it, and the day.

    `book` is the one that was asked: a rule that needs the answer of another asks it there. It lives as long
    as the rule is at work; it is not frozen, since that doubles what making one costs.
    """

    version: Version
    scheme: str
    chosen_on: date
    on: date
    book: Book


@dataclass(slots=True)
class Finding(Generic[V]):
    """What a rule function hands back; the rulebook makes an `Answer` of it and drops it."""

    value: V
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Answer(Generic[V]):
    """What the law says: the value, the sentences behind it, and the version of the rule that said so."""

    value: V
    reasons: tuple[Reason, ...]
    version: Version

    @property
    def warnings(self) -> tuple[Reason, ...]:
        """Give the reasons that a person must read before relying on the value."""
        return tuple(reason for reason in self.reasons if reason.kind is ReasonKind.WARNING)
