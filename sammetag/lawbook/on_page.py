"""What held on a day, for somebody granted then, in one scheme: each rule's version and each number."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from sammetag.access.signed_in import signed_in
from sammetag.design.wording import told
from sammetag.law import BOOK, RESSOURCEFORLOEB, SCHEMES, Number, Topic, Version, Words
from sammetag.law.looking_up import Held, held_on
from sammetag.law.numbers_read import goes_by_grant
from sammetag.lawbook.questions import HeldForm
from sammetag.lawbook.shelves import (
    OTHER,
    SHELVES,
    Shelf,
    number_names_on,
    numbers_named,
    topics_on,
)


@dataclass(frozen=True)
class Line:
    """What a name holds on the day; `why_not` where it holds nothing."""

    name: str
    title: Words
    by_grant: bool
    chosen_on: date
    entry: Version | Number | None
    why_not: str


@dataclass(frozen=True)
class Part:
    """One part of the book for a scheme: its rules, the numbers that held, and those that did not."""

    shelf: Shelf
    rules: tuple[Line, ...]
    numbers: tuple[Line, ...]
    without: tuple[Line, ...]


@require_GET
def on_page(request: HttpRequest) -> HttpResponse:
    """The question and, when it has been asked rightly, its answer."""
    signed_in(request)
    asked = any(name in request.GET for name in HeldForm.base_fields)
    initial = {"on": timezone.localdate(), "scheme": RESSOURCEFORLOEB}
    form = HeldForm(request.GET if asked else None, initial=initial)
    context: dict[str, object] = {"form": form}
    if form.is_bound and form.is_valid():
        typed = form.cleaned_data
        context |= {
            "on": typed["on"],
            "granted": typed["granted"],
            "scheme": SCHEMES[typed["scheme"]],
            "others": rules_of_others(typed["scheme"]),
            "parts": what_held(typed["scheme"], typed["on"], typed["granted"]),
        }
    return render(request, "lawbook/on.html", context, status=422 if form.errors else 200)


def what_held(scheme: str, on: date, granted: date | None) -> list[Part]:
    """Give, part by part, what the law said in a scheme on a day, for somebody granted on another if told."""
    parts = []
    for shelf in (*SHELVES, OTHER):
        topics = [one for one in topics_on(shelf) if BOOK.periods(one, scheme)]
        rules = tuple(_line(one.name, one.title, scheme, (on, granted)) for one in topics)
        names = [name for name in number_names_on(shelf) if _is_of(scheme, name)]
        numbers = [_line(one, numbers_named(one)[0].title, scheme, (on, granted)) for one in names]
        held = tuple(one for one in numbers if one.entry)
        without = tuple(one for one in numbers if not one.entry)
        if rules or numbers:
            parts.append(Part(shelf, rules, held, without))
    return parts


def rules_of_others(scheme: str) -> tuple[Topic, ...]:
    """Give the rules that have never been a scheme's own."""
    return tuple(one for one in BOOK.topics() if not BOOK.periods(one, scheme))


def _is_of(scheme: str, name: str) -> bool:
    return any(scheme in one.schemes for one in numbers_named(name))


def _line(name: str, title: Words, scheme: str, days: tuple[date, date | None]) -> Line:
    on, granted = days
    held: Held = held_on(name, on=on, granted_on=granted, scheme=scheme)[0]
    refused = told(held.refused.sentence) if held.refused else ""
    return Line(name, title, goes_by_grant(name), held.chosen_on, held.entry, refused)
