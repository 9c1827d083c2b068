"""How the law book speaks: the law's own words in the reader's language, and numbers with their units."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sammetag.design.wording import date_words, grouped_words, span_words, told
from sammetag.law import CONFIDENCE_WORDS, Confidence, Number, Period, scheme_name
from sammetag.law.schemes import KNOWN_SCHEMES

OERE_A_KRONE = 100


def value_words(number: Number) -> str:
    """A number of the law with its unit: '4 samtaler', '13.952 kr.', '27,50 kr.'."""
    return amount_words(number.value, number.unit)


def amount_words(value: int, unit: str) -> str:
    """So much of a unit; a unit that nobody has given words stands as it is written in the rulebook."""
    say = _UNITS.get(unit)
    return say(value) if say else f"{grouped_words(value)} {unit}"


def bare_words(number: Number) -> str:
    """The same where there is little room: money without its sign."""
    if number.unit == "oere":
        return _money(number.value)
    return grouped_words(number.value) if number.unit == "kroner" else value_words(number)


def period_words(period: Period) -> str:
    """From when to when, both days included, on one line."""
    first = date_words(period.first, "long")
    if period.last is None:
        return _("fra %(first)s") % {"first": first}
    return _("%(first)s til %(last)s") % {"first": first, "last": date_words(period.last, "long")}


def scheme_word(scheme: str) -> str:
    """What the law calls a scheme: its Danish name is its name in English too."""
    return scheme_name(scheme).da


def schemes_words(schemes: tuple[str, ...]) -> str:
    """The schemes in a row, in the order of the rulebook."""
    return ", ".join(scheme_word(scheme) for scheme in KNOWN_SCHEMES if scheme in schemes)


def confidence_words(confidence: Confidence) -> str:
    """How well it was read."""
    return told(CONFIDENCE_WORDS[confidence])


def day_words(day: date) -> str:
    """A day in full."""
    return date_words(day, "long")


def _kroner(value: int) -> str:
    return _("%(n)s kr.") % {"n": grouped_words(value)}


def _oere(value: int) -> str:
    return _("%(n)s kr.") % {"n": _money(value)}


def _money(oere: int) -> str:
    kroner, rest = divmod(oere, OERE_A_KRONE)
    if not rest:
        return grouped_words(kroner)
    return formats.number_format(Decimal(oere) / OERE_A_KRONE, decimal_pos=2, force_grouping=True)


_UNITS: dict[str, Callable[[int], str]] = {
    "days": lambda n: span_words(n, "days"),
    "weeks": lambda n: span_words(n, "weeks"),
    "months": lambda n: span_words(n, "months"),
    "years": lambda n: ngettext("%(n)s år", "%(n)s år", n) % {"n": grouped_words(n)},
    "hours": lambda n: ngettext("%(n)s time", "%(n)s timer", n) % {"n": grouped_words(n)},
    "talks": lambda n: ngettext("%(n)s samtale", "%(n)s samtaler", n) % {"n": grouped_words(n)},
    "per-cent": lambda n: _("%(n)s procent") % {"n": grouped_words(n)},
    "kroner": _kroner,
    "oere": _oere,
}
