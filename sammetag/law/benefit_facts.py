"""What must be known of one citizen to work out the benefit of a month."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from sammetag.law.benefit_rate import RateFacts
from sammetag.law.period import Period


class PreviousKind(StrEnum):
    """Which benefit a person had before the programme, where it may be kept; others do not count."""

    SICKNESS_BENEFIT = "sickness_benefit"
    FLEXI_UNEMPLOYMENT_ALLOWANCE = "flexi_unemployment_allowance"


@dataclass(frozen=True, slots=True)
class PreviousBenefit:
    """The benefit before the programme, `monthly` in whole kroner.

    `until` is the last day on which the person would have had a right to sickness benefit, by its own
    limits or by the ground on which it was extended; None where that day is not yet known.
    Raises ValueError for a negative amount, and for an allowance with a last day, since it has none.
    """

    kind: PreviousKind
    monthly: int
    until: date | None = None

    def __post_init__(self) -> None:
        """Refuse a negative amount, and an allowance that ends."""
        _refuse_negative(self.monthly)
        if self.until is not None and self.kind is not PreviousKind.SICKNESS_BENEFIT:
            raise ValueError(f"only sickness benefit ends on a day, not {self.kind}")


@dataclass(frozen=True, slots=True)
class Income:
    """What a person had besides the benefit in one month (its first day), in whole kroner before tax.

    `pay` is pay with pension. `offer` is income as part of an offer, which is not pay, and `offer_hours`
    the whole hours worked for it. `other` is everything else that counts. `outside` is income for the time
    before or after the programme; it stands in no other field.
    Raises ValueError for a negative number, and for a month that is not told by its first day.
    """

    month: date
    pay: int = 0
    offer: int = 0
    offer_hours: int = 0
    other: int = 0
    outside: int = 0

    def __post_init__(self) -> None:
        """Refuse a negative number, and a day within a month."""
        require_month(self.month)
        for amount in (self.pay, self.offer, self.offer_hours, self.other, self.outside):
            _refuse_negative(amount)


@dataclass(frozen=True, slots=True)
class BenefitFacts:
    """What must be known of a programme and its person; a month without an `Income` has none.

    `rate` and `previous` are what holds in the months that are asked about: ask anew where they change.
    With `born_on` the person is under 25 only before their 25th birthday, whatever `rate` says; None: not
    known. A person with a disability pension keeps that instead, and is not asked about here.
    Raises ValueError for an end before the start, and for two incomes of one month.
    """

    granted_on: date
    starts_on: date
    ends_on: date | None
    rate: RateFacts
    previous: PreviousBenefit | None = None
    incomes: tuple[Income, ...] = ()
    born_on: date | None = None

    def __post_init__(self) -> None:
        """Refuse a programme that ends before it starts, and a month told twice."""
        Period(self.starts_on, self.ends_on)
        twice = [month for month, times in Counter(i.month for i in self.incomes).items() if times > 1]
        if twice:
            raise ValueError(f"the income of {twice[0]} is told twice")

    def income_of(self, month: date) -> Income:
        """Give the income of a month, none where none was told."""
        for income in self.incomes:
            if income.month == month:
                return income
        return _no_income(month)


@lru_cache(maxsize=4096)
def _no_income(month: date) -> Income:
    return Income(month)


def require_month(day: date) -> None:
    """Raise ValueError where a month is told by another day than its first."""
    if day.day != 1:
        raise ValueError(f"a month is told by its first day, not by {day}")


def _refuse_negative(amount: int) -> None:
    if amount < 0:
        raise ValueError(f"there cannot be {amount}")
