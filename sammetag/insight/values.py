"""How one value reads to a citizen: days, numbers, names, and codes in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import Model
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from sammetag.cases.models import Programme
from sammetag.design.wording import clock_words, date_words, number_words
from sammetag.errors import Sentence
from sammetag.insight.tables import LABELS
from sammetag.interventions.models import EndReason, Intervention
from sammetag.law.schemes import scheme_name
from sammetag.plan.models import Achievement, Goal, SubGoal, Voice
from sammetag.plan.telling import FIELD_WORDS
from sammetag.studies.models import Study
from sammetag.talks.models import Talk

# Codes that no field turns into words by itself, or that stand in the kept pictures of a plan.
CODES: dict[str, Mapping[str, Sentence]] = {
    "field": FIELD_WORDS,
    "end_reason": dict(EndReason.choices),
    "words_of": dict(Voice.choices),
    "achievement": dict(Achievement.choices),
    "subject": {"job-goal": _("Jobmål"), "goal": _("Mål"), "sub-goal": _("Delmål")},
}
# What the pictures of a plan hold besides the fields of its tables.
INSIDE: dict[str, Sentence] = {"goals": _("Mål"), "sub_goals": _("Delmål")} | LABELS


@dataclass(frozen=True)
class Lines:
    """Words and what stands under them, such as a goal and its sub-goals."""

    text: str
    under: tuple[Lines, ...] = ()


EMPTY = ("", None, Lines(""))


def words_of(row: Model, name: str) -> object:
    """The value of one field of a row as a citizen reads it."""
    if name == "scheme" and isinstance(row, Programme):
        return _scheme(row)
    value = getattr(row, name)
    if name in CODES and isinstance(value, str):
        return CODES[name].get(value, value)
    display = getattr(row, f"get_{name}_display", None)
    return _plain(display() if display else value)


def name_of(other: Model) -> str:
    """How a row that another points to is called."""
    if isinstance(other, Talk):
        return date_words(other.starts_at)
    if isinstance(other, Programme):
        return _scheme(other)
    if isinstance(other, Goal | SubGoal | Intervention | Study):
        return other.title
    return str(getattr(other, "name", other))


def _scheme(programme: Programme) -> str:
    return scheme_name(programme.scheme).in_language(get_language() or "da")


def _plain(value: Any) -> object:
    match value:
        case bool():
            return gettext("ja") if value else gettext("nej")
        case datetime():
            return f"{date_words(value)} {clock_words(value)}"
        case date():
            return date_words(value)
        case int() | Decimal():
            return number_words(value)
        case Model():
            return name_of(value)
        case dict():
            return _lines(value)
        case list():
            return Lines("", tuple(_lines(inner) for inner in value))
        case _:
            return value


def _lines(value: Mapping[str, Any]) -> Lines:
    """A thing in a kept picture: what is said of it in one line, and what it holds under that."""
    pairs = [(INSIDE[key], _inside(key, inner)) for key, inner in value.items() if key in INSIDE]
    said = ", ".join(
        f"{label}: {words}" for label, words in pairs if words not in EMPTY and not isinstance(words, Lines)
    )
    held = [words for _label, words in pairs if isinstance(words, Lines)]
    return Lines(said, tuple(inner for one in held for inner in ((one,) if one.text else one.under)))


def _inside(key: str, value: Any) -> object:
    """A value in a kept picture, where days are text and codes are bare."""
    if isinstance(value, str) and key in CODES:
        return CODES[key].get(value, value)
    if isinstance(value, str) and key.endswith("_on"):
        return date_words(date.fromisoformat(value))
    return _plain(value)
