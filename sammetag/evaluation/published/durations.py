"""Whether a printed stretch of time is the one between two days."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.published.figures import Figure
from sammetag.evaluation.published.rounding import Span, half_up
from sammetag.evaluation.published.verdicts import Expected, Finding, Hedge, verdict_on
from sammetag.words import Words, counted, day_in_words

PRINTED = re.compile(r"([0-9]+) (?:aar|år) (?:og )?([0-9]+) (?:mdr|maaneder|måneder)")
# 400 years of the calendar have so many days, and 4,800 months.
DAYS_OF_A_MONTH = Fraction(146_097, 4_800)

_BETWEEN = Words(
    "Fra {first} til {last} er der {expected}; der er trykt {printed}.",
    "From {first} to {last} is {expected}; {printed} is printed.",
)
_YEARS_AND_MONTHS = Words("{years} og {months}", "{years} and {months}")
_YEAR, _YEARS = Words("år", "year"), Words("år", "years")
_MONTH, _MONTHS = Words("måned", "month"), Words("måneder", "months")
_HEDGED = Words("{hedge} {stretch}", "{hedge} {stretch}")
_BETWEEN_DAYS = Words("{first} (senest {last})", "{first} ({last} at the latest)")
_UNREAD = Words(
    "»{id}«: »{printed}« er ikke år og måneder. Skriv det som »1 år 9 mdr«.",
    "'{id}': '{printed}' is no years and months. Write it as '1 år 9 mdr'.",
)


def lasts(figure: Figure, *, begins: Sequence[date], ends: date, hedge: Hedge | None = None) -> Finding:
    """Say whether a stretch in years and months is the one between two days, to the nearest month.

    `begins` is a day, or the first and the last on which it may have begun. Raises InputRefused for
    what is no stretch.
    """
    printed = PRINTED.fullmatch(figure.published)
    if not printed:
        told = _UNREAD.filled(id=figure.id, printed=figure.published)
        raise InputRefused(told, f"no stretch in {figure.id}")
    months = Fraction(12 * int(printed[1]) + int(printed[2]))
    longest, shortest = (months_between(day, ends) for day in (begins[0], begins[-1]))
    expected = Expected((longest + shortest) / 2, Span(shortest, longest))
    stretch, told_as = _in_words(expected.value), _in_words(months)
    if hedge:
        told_as = _HEDGED.filled(hedge=hedge, stretch=told_as)
    told = _BETWEEN.filled(first=_begun(begins), last=ends, expected=stretch, printed=told_as)
    verdict = verdict_on(replace(figure, value=months), expected, hedge)
    return Finding(figure, (), verdict, told_as, stretch, told)


def months_between(first: date, last: date) -> Fraction:
    """Give the months from one day to another; the days left over are part of an average month."""
    whole = 12 * (last.year - first.year) + last.month - first.month - (last.day < first.day)
    years, month = divmod(first.month - 1 + whole, 12)
    left = (last - date(first.year + years, month + 1, 1)).days - (first.day - 1)
    return whole + left / DAYS_OF_A_MONTH


def _begun(begins: Sequence[date]) -> Words:
    first, last = day_in_words(begins[0]), day_in_words(begins[-1])
    return first if first == last else _BETWEEN_DAYS.filled(first=first, last=last)


def _in_words(months: Fraction) -> Words:
    years, left = divmod(int(half_up(months, 0)), 12)
    rest = counted(left, _MONTH, _MONTHS)
    return _YEARS_AND_MONTHS.filled(years=counted(years, _YEAR, _YEARS), months=rest) if years else rest
