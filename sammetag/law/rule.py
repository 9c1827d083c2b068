"""How a rule enters the rulebook: a function with its dates and its source written above it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from sammetag.law.answer import Asked, Confidence, Finding, Source, Topic, Version
from sammetag.law.period import Period
from sammetag.law.registry import BOOK, Closing, Rulebook, Unknown
from sammetag.words import Words

F = TypeVar("F")
V = TypeVar("V")


def rule(
    topic: Topic,
    *,
    schemes: tuple[str, ...],
    first: date,
    last: date | None,
    source: Source,
    confidence: Confidence,
    note: Words | None = None,
    book: Rulebook = BOOK,
) -> Callable[[Callable[[F, Asked], Finding[V]]], Callable[[F, Asked], Finding[V]]]:
    """Make the function below it the law on `topic` for the schemes, from `first` to `last`, both included.

    May stand several times over one function, where the same text held under different sources.
    Raises RulebookError for overlapping dates, an unheard-of scheme, a missing source or low confidence.
    """
    version = Version(topic, schemes, Period(first, last), source, confidence, note)

    def register(function: Callable[[F, Asked], Finding[V]]) -> Callable[[F, Asked], Finding[V]]:
        book.add(version, function)
        return function

    return register


def not_known(
    topic: Topic,
    *,
    schemes: tuple[str, ...],
    first: date,
    last: date | None,
    reason: Words,
    source: Source,
    book: Rulebook = BOOK,
) -> None:
    """Declare that the law on `topic` was not read for these dates, and why; `source` is where to look."""
    book.not_known(Unknown(topic, schemes, Period(first, last), reason, source))


def closed(
    topic: Topic,
    *,
    schemes: tuple[str, ...],
    since: date,
    sentence: Words,
    source: Source,
    book: Rulebook = BOOK,
) -> None:
    """Declare what a person is told about dates from `since` on, where nothing replaces the rule."""
    book.closed(Closing(topic, schemes, since, sentence, source))
