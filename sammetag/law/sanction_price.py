"""What a sanction takes in kroner: the daily rate of the year and the group, and the point deduction's base.

To change an amount: add a dated entry to `sanction.yaml`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from sammetag.law.answer import Reason, ReasonKind, Source
from sammetag.law.errors import NotInForce
from sammetag.law.numbers import Number, number
from sammetag.law.sanction_facts import RateGroup
from sammetag.law.sanction_words import (
    GROUP_NOT_TOLD,
    GROUP_OTHER,
    POINT_BASE,
    POINT_OTHER,
    RATE_NOT_READ,
    YEAR_AMOUNT,
    days_in_words,
    kroner_in_words,
)
from sammetag.law.schemes import RESSOURCEFORLOEB

_RATES = {
    RateGroup.WITH_CHILD: "daily_rate_with_child",
    RateGroup.WITHOUT_CHILD: "daily_rate_without_child",
    RateGroup.YOUNG_AT_HOME: "daily_rate_young_at_home",
}
_RATE_SOURCE = Source("LAS", "§ 69 a, stk. 4", "LBK 1004/2025")
_OTHER_POINTS = Source("LAS", "§ 69 d, stk. 3", "LBK 1004/2025")


def price_of_days(group: RateGroup | None, days: Iterable[date]) -> tuple[int | None, tuple[Reason, ...]]:
    """Give the kroner of the days, each at the daily rate of its year; None, and why, where one is missing.

    Source: LAS § 69 a, stk. 4.
    """
    if group is None:
        return None, (Reason(GROUP_NOT_TOLD, ReasonKind.WARNING),)
    if group is RateGroup.OTHER:
        return None, (Reason(GROUP_OTHER, ReasonKind.WARNING, _RATE_SOURCE),)
    years = sorted(Counter(day.year for day in days).items())
    rates = [(year, count, _daily_rate(group, year)) for year, count in years]
    reasons = tuple(reason for year, count, rate in rates for reason in _told(year, count, rate))
    amounts = [count * rate.value for _year, count, rate in rates if rate is not None]
    return (sum(amounts) if len(amounts) == len(rates) else None), reasons


def point_base(group: RateGroup | None, on: date) -> tuple[int | None, Reason]:
    """Give the point deduction at the price level of 2012; what each year made of it has not been read.

    Source: LAS § 69 d.
    """
    if group is None:
        return None, Reason(GROUP_NOT_TOLD, ReasonKind.WARNING)
    if group is RateGroup.OTHER:
        return None, Reason(POINT_OTHER, ReasonKind.WARNING, _OTHER_POINTS)
    name = "point_base_young_at_home" if group is RateGroup.YOUNG_AT_HOME else "point_base"
    base = number(name, scheme=RESSOURCEFORLOEB, on=on)
    text = POINT_BASE.filled(base=kroner_in_words(base.value), year=on.year)
    return base.value, Reason(text, ReasonKind.WARNING, base.source)


def _daily_rate(group: RateGroup, year: int) -> Number | None:
    try:
        return number(_RATES[group], scheme=RESSOURCEFORLOEB, on=date(year, 1, 1))
    except NotInForce:
        return None


def _told(year: int, count: int, rate: Number | None) -> tuple[Reason, ...]:
    if rate is None:
        return (Reason(RATE_NOT_READ.filled(year=year), ReasonKind.WARNING, _RATE_SOURCE),)
    text = YEAR_AMOUNT.filled(
        days=days_in_words(count),
        year=year,
        rate=kroner_in_words(rate.value),
        amount=kroner_in_words(count * rate.value),
    )
    inferred = (Reason(rate.note, ReasonKind.WARNING, rate.source),) if rate.note else ()
    return Reason(text, ReasonKind.FACT, rate.source), *inferred
