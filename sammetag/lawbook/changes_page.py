"""What changed between two days: each rule and number that began, took another value, or ended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from sammetag.access.signed_in import signed_in
from sammetag.design.wording import told
from sammetag.law import BOOK, Number, Words
from sammetag.law.looking_up import Change, Turn, changes, name_of, title_of
from sammetag.law.registry import Unknown
from sammetag.lawbook.law_page import ordinary_span
from sammetag.lawbook.questions import BetweenForm
from sammetag.lawbook.speaking import schemes_words, value_words


class News(StrEnum):
    """What happened to a rule or a number on a day."""

    BEGAN = "began"
    CHANGED = "changed"
    ENDED = "ended"
    UNREAD = "unread"


NEWS = {
    News.BEGAN: gettext_lazy("Ny"),
    News.CHANGED: gettext_lazy("Ændret"),
    News.ENDED: gettext_lazy("Slut"),
    News.UNREAD: gettext_lazy("Ikke læst"),
}


@dataclass(frozen=True)
class Told:
    """One rule or number on the day on which something happened to it."""

    name: str
    title: Words
    news: News
    schemes: str
    values: str
    note: str
    source: str

    @property
    def label(self) -> str:
        """What happened, in a word."""
        return str(NEWS[self.news])


@dataclass(frozen=True)
class DayOfChanges:
    """A day, and all that happened on it: rules first, then numbers."""

    on: date
    rules: tuple[Told, ...]
    numbers: tuple[Told, ...]


@require_GET
def changes_page(request: HttpRequest) -> HttpResponse:
    """The question and its answer; whoever has not asked yet is told of the years around today."""
    signed_in(request)
    asked = any(name in request.GET for name in BetweenForm.base_fields)
    span = ordinary_span(timezone.localdate())
    form = BetweenForm(request.GET if asked else None, initial=span)
    context: dict[str, object] = {"form": form}
    if not asked or form.is_valid():
        span = form.cleaned_data if asked else span
        days = days_of_changes(span["first"], span["last"])
        context |= {**span, "days": days, "today": timezone.localdate()}
    return render(request, "lawbook/changes.html", context, status=422 if form.errors else 200)


def days_of_changes(first: date, last: date) -> list[DayOfChanges]:
    """Give the days on which anything changed, in order; what ends and begins again counts as changed."""
    found = []
    for on, turns in groupby(changes(first, last), key=lambda one: one.on):
        every = list(turns)
        rules = [one for one in every if not isinstance(one.entry, Number)]
        numbers = [one for one in every if isinstance(one.entry, Number)]
        found.append(DayOfChanges(on, tuple(_told(rules)), tuple(_told(numbers))))
    return found


def _told(turns: Sequence[Change]) -> Iterator[Told]:
    """Each name once for the schemes to which the same happened."""
    for _name, some in groupby(
        sorted(turns, key=lambda one: name_of(one.entry)), lambda one: name_of(one.entry)
    ):
        mine = list(some)
        began = [one for one in mine if one.turn is Turn.BEGINS]
        ended = [one for one in mine if one.turn is Turn.ENDS]
        replaced = {scheme for one in began for scheme in one.entry.schemes}
        yield from (_begun(one, ended) for one in began)
        yield from (_over(one) for one in ended if not replaced & set(one.entry.schemes))


def _begun(change: Change, ended: Sequence[Change]) -> Told:
    before = [one.entry for one in ended if set(one.entry.schemes) & set(change.entry.schemes)]
    if isinstance(change.entry, Unknown):
        return _one(change, News.UNREAD, "", told(change.entry.reason))
    note = told(change.entry.note) if change.entry.note else ""
    return _one(change, News.CHANGED if before else News.BEGAN, _values(change, before), note)


def _over(change: Change) -> Told:
    note = (
        _("Hvad der gjaldt før, er ikke læst.") if isinstance(change.entry, Unknown) else _why_closed(change)
    )
    return _one(change, News.ENDED, _values(change, []), note)


def _why_closed(change: Change) -> str:
    name = name_of(change.entry)
    closed = (one for one in BOOK.closings if one.topic.name == name and one.since == change.on)
    return " ".join(told(one.sentence.filled(since=one.since, source=one.source)) for one in closed)


def _values(change: Change, before: Sequence[object]) -> str:
    if not isinstance(change.entry, Number):
        return ""
    now = value_words(change.entry)
    former = [value_words(one) for one in before if isinstance(one, Number)]
    if not former or change.turn is Turn.ENDS:
        return now
    if former[0] == now:
        return _("stadig %(value)s") % {"value": now}
    return _("fra %(before)s til %(now)s") % {"before": former[0], "now": now}


def _one(change: Change, news: News, values: str, note: str) -> Told:
    entry = change.entry
    return Told(
        name_of(entry), title_of(entry), news, schemes_words(entry.schemes), values, note, str(entry.source)
    )
