"""What the units of the numbers of the law are called: '36 måneder', '1 samtale', '16,98 kroner'."""

from __future__ import annotations

from sammetag.law.benefit_words import kroner, money
from sammetag.law.numbers import Number
from sammetag.words import Words, counted

_PER_CENT = Words("procent", "per cent")
_UNITS: dict[str, tuple[Words, Words]] = {
    "talks": (Words("samtale", "talk"), Words("samtaler", "talks")),
    "cases": (Words("sag", "case"), Words("sager", "cases")),
    "days": (Words("dag", "day"), Words("dage", "days")),
    "weeks": (Words("uge", "week"), Words("uger", "weeks")),
    "months": (Words("måned", "month"), Words("måneder", "months")),
    "years": (Words("år", "year"), Words("år", "years")),
    "hours": (Words("time", "hour"), Words("timer", "hours")),
    "per-cent": (_PER_CENT, _PER_CENT),
}


def amount_in_words(number: Number) -> Words:
    """Give a number of the law with its unit, as people say it."""
    if number.unit == "kroner":
        return kroner(number.value)
    if number.unit == "oere":
        return money(number.value)
    return counted(number.value, *_UNITS[number.unit])
