"""How an amount of the law grows from one year to the next.

To change the law: add the new year's shares to `benefit_regulation.yaml`. Nothing is guessed for a year
that is not there.
"""

from __future__ import annotations

from datetime import date

from sammetag.law.answer import Source
from sammetag.law.benefit_words import REGULATION_NOT_READ
from sammetag.law.errors import NotInForce, NotKnown
from sammetag.law.numbers import number
from sammetag.law.schemes import RESSOURCEFORLOEB

# The shares are kept in øre for each 100 kroner, so that 1.15 per cent is the whole number 115.
OERE_IN_100_KRONER = 10_000
REGULATION = Source("LAS", "§ 109, stk. 2 og 4", "nr. 855/2019 til nr. 1056/2025")


def regulated(amount: int, year: int) -> int:
    """Give what a benefit becomes in `year`, from its amount in the year before; both in whole kroner.

    The share for 2026 leaves out a cut that an act puts in 2026 or 2027.
    Raises ValueError for a negative amount, NotKnown for a year whose shares were not read.
    Source: LAS § 109, stk. 2 and 4.
    """
    return _grown(amount, _share("yearly_regulation", year) - _cut(year))


def regulated_threshold(amount: int, year: int) -> int:
    """Give what the limit for pay becomes in `year`, from the year before; whole kroner, and no cut.

    Raises ValueError for a negative amount, NotKnown for a year whose shares were not read.
    Source: LAB § 189 a.
    """
    return _grown(amount, _share("yearly_regulation", year))


def _grown(amount: int, share: int) -> int:
    """Round to the nearest krone, half a krone upwards."""
    if amount < 0:
        raise ValueError(f"an amount cannot be {amount} kroner")
    return (amount * (OERE_IN_100_KRONER + share) + OERE_IN_100_KRONER // 2) // OERE_IN_100_KRONER


def _share(name: str, year: int) -> int:
    try:
        return number(name, scheme=RESSOURCEFORLOEB, on=date(year, 1, 1)).value
    except NotInForce as error:
        sentence = REGULATION_NOT_READ.filled(year=year, source=REGULATION)
        raise NotKnown(sentence, f"{name} is not known for {year}") from error


def _cut(year: int) -> int:
    """Take nothing off in the years without a cut."""
    try:
        return number("regulation_cut", scheme=RESSOURCEFORLOEB, on=date(year, 1, 1)).value
    except NotInForce:
        return 0
