"""The law book's first page: every rule and number by what it is about, a search, and the two questions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from sammetag.access.signed_in import signed_in
from sammetag.law import BOOK, RESSOURCEFORLOEB, Number, Topic, Words
from sammetag.law.looking_up import held_on
from sammetag.lawbook.for_citizens import for_citizens
from sammetag.lawbook.questions import BetweenForm, HeldForm
from sammetag.lawbook.shelves import (
    OTHER,
    SHELVES,
    Shelf,
    number_names_on,
    numbers_named,
    topics_on,
)
from sammetag.people.danish import search_key

LONGEST = 80


@dataclass(frozen=True)
class RuleLine:
    """One rule as the first page shows it."""

    topic: Topic
    plainly: tuple[str, ...]
    versions: int
    has_unread: bool


@dataclass(frozen=True)
class NumberLine:
    """One number as the first page shows it: what it is today, or none."""

    name: str
    title: Words
    now: tuple[Number, ...]


@dataclass(frozen=True)
class Part:
    """One part of the book, as far as it was searched for."""

    shelf: Shelf
    rules: tuple[RuleLine, ...]
    numbers: tuple[NumberLine, ...]


@require_GET
def law_page(request: HttpRequest) -> HttpResponse:
    """Everything that the rulebook holds, or what of it was searched for."""
    signed_in(request)
    today = timezone.localdate()
    term = request.GET.get("q", "").strip()[:LONGEST]
    parts = [part for shelf in (*SHELVES, OTHER) if (part := _part(shelf, term, today))]
    context = {
        "term": term,
        "parts": parts,
        "found": sum(len(part.rules) + len(part.numbers) for part in parts),
        "held_form": HeldForm(initial={"on": today, "scheme": RESSOURCEFORLOEB}),
        "between_form": BetweenForm(initial=ordinary_span(today)),
        "today": today,
    }
    return render(request, "lawbook/law.html", context)


def ordinary_span(today: date) -> dict[str, date]:
    """The days between which one asks first: from the last year to the next."""
    return {"first": date(today.year - 1, 1, 1), "last": date(today.year + 1, 12, 31)}


def _part(shelf: Shelf, term: str, today: date) -> Part | None:
    rules = tuple(_rule(topic, today) for topic in topics_on(shelf))
    numbers = tuple(_number(name, today) for name in number_names_on(shelf))
    if term and not _speaks_of(term, _both(shelf.title)):
        rules = tuple(one for one in rules if _speaks_of(term, _words_of_rule(one)))
        numbers = tuple(one for one in numbers if _speaks_of(term, _words_of_number(one)))
    return Part(shelf, rules, numbers) if rules or numbers else None


def _rule(topic: Topic, today: date) -> RuleLine:
    versions = [one for one in BOOK.versions() if one.topic == topic]
    unread = any(one.topic == topic for one in BOOK.unknown)
    return RuleLine(topic, for_citizens(topic.name, today), len(versions), unread)


def _number(name: str, today: date) -> NumberLine:
    held = (one.entry for one in held_on(name, on=today, granted_on=None, scheme=None))
    now = {id(one): one for one in held if isinstance(one, Number)}
    return NumberLine(name, numbers_named(name)[0].title, tuple(now.values()))


def _speaks_of(term: str, texts: Iterator[str]) -> bool:
    """Whether every word that was typed stands somewhere in the texts."""
    text = search_key(" ".join(texts))
    return all(word in text for word in search_key(term).split())


def _words_of_rule(line: RuleLine) -> Iterator[str]:
    yield line.topic.name
    yield from _both(line.topic.title)
    yield from line.plainly
    for one in BOOK.versions():
        if one.topic == line.topic:
            yield str(one.source)
            if one.note:
                yield from _both(one.note)


def _words_of_number(line: NumberLine) -> Iterator[str]:
    yield line.name
    for one in numbers_named(line.name):
        yield from _both(one.title)
        yield str(one.source)


def _both(words: Words) -> Iterator[str]:
    yield words.da
    yield words.en
