"""How much of a person's pay is set off in the benefit of a ressourceforløb.

To change the law: add a dated version below and end the one before it, add its numbers to
`benefit_earnings.yaml`, add its examples to `tests/law/benefit_earnings_examples.yaml`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sammetag.law.answer import (
    Answer,
    Asked,
    ChosenBy,
    Confidence,
    Finding,
    Reason,
    ReasonKind,
    Source,
    Topic,
    Version,
)
from sammetag.law.benefit_words import (
    NOTE_SINCE_2022,
    NOTE_UNTIL_2021,
    PAY_ABOVE,
    PAY_BELOW_AND_ABOVE,
    PAY_SET_OFF,
    PAY_TITLE,
    WHY_2027,
    WHY_JOBAFKLARING,
    WHY_NO_LIMIT,
    kroner,
    money,
)
from sammetag.law.numbers import Number, number
from sammetag.law.registry import BOOK, Book
from sammetag.law.rule import not_known, rule
from sammetag.law.schemes import JOBAFKLARINGSFORLOEB, RESSOURCEFORLOEB
from sammetag.words import Words

PAY_RULE = Topic("benefit.pay", PAY_TITLE, ChosenBy.DAY)
LIMIT_LOST = Source("LAS", "§ 68 a, stk. 2", "13.000 kr. i 2012-niveau, reguleret; VEJ om satser for året")


@dataclass(frozen=True, slots=True)
class PayFacts:
    """What must be known of one month's pay: `pay` in whole kroner before tax, pension included.

    Raises ValueError for negative pay.
    """

    scheme: str
    pay: int

    def __post_init__(self) -> None:
        """Refuse negative pay."""
        if self.pay < 0:
            raise ValueError(f"pay cannot be {self.pay} kroner")


@dataclass(frozen=True, slots=True)
class PaySetOff:
    """What one month's pay takes off the benefit: `oere` in øre, exact; `limit` is the limit in kroner."""

    oere: int
    limit: int


def pay_set_off(facts: PayFacts, on: date, *, book: Book = BOOK) -> Answer[PaySetOff]:
    """Say how much of a month's pay is set off in the benefit; `on` is a day of that month.

    Raises UnknownScheme, NotInForce before 2013, NotKnown for 2013 and 2016, from 2027 on, and for job
    clarification programmes. Source: LAS § 68 a, stk. 2.
    """
    return book.ask(PAY_RULE, facts, scheme=facts.scheme, granted_on=on, on=on)


@rule(
    PAY_RULE,
    schemes=(RESSOURCEFORLOEB,),
    first=date(2017, 1, 1),
    last=date(2021, 12, 31),
    source=Source("LAS", "§ 68 a, stk. 2", "LBK 981/2019, LBK 241/2021"),
    confidence=Confidence.MEDIUM,
    note=NOTE_UNTIL_2021,
)
@rule(
    PAY_RULE,
    schemes=(RESSOURCEFORLOEB,),
    first=date(2014, 1, 1),
    last=date(2015, 12, 31),
    source=Source("LAS", "§ 68 a, stk. 2", "LBK 1193/2014, LBK 806/2015"),
    confidence=Confidence.HIGH,
)
def less_below_the_limit(facts: PayFacts, asked: Asked) -> Finding[PaySetOff]:
    """Set off one share of the pay up to a limit, and a larger share above it."""
    return _finding(facts, _two_shares(asked.version, asked.scheme, asked.chosen_on))


@rule(
    PAY_RULE,
    schemes=(RESSOURCEFORLOEB,),
    first=date(2022, 1, 1),
    last=date(2026, 12, 31),
    source=Source("LAS", "§ 68 a, stk. 2", "LOV 1160/2021, LBK 1031/2023, LBK 808/2024, LBK 1004/2025"),
    confidence=Confidence.MEDIUM,
    note=NOTE_SINCE_2022,
)
def only_above_the_limit(facts: PayFacts, asked: Asked) -> Finding[PaySetOff]:
    """Set off a share of the pay above a limit, and nothing below it."""
    return _finding(facts, _one_share(asked.version, asked.scheme, asked.chosen_on))


for _year in (2013, 2016):
    not_known(
        PAY_RULE,
        schemes=(RESSOURCEFORLOEB,),
        first=date(_year, 1, 1),
        last=date(_year, 12, 31),
        reason=WHY_NO_LIMIT,
        source=LIMIT_LOST,
    )
not_known(
    PAY_RULE,
    schemes=(RESSOURCEFORLOEB,),
    first=date(2027, 1, 1),
    last=None,
    reason=WHY_2027,
    source=Source("LAS", "§ 68 a, stk. 2", "LBK 1004/2025; LAB § 189 a"),
)
not_known(
    PAY_RULE,
    schemes=(JOBAFKLARINGSFORLOEB,),
    first=date(2014, 7, 1),
    last=None,
    reason=WHY_JOBAFKLARING,
    source=Source("LAS", "§ 69 j, stk. 9", "LBK 1004/2025"),
)


@dataclass(frozen=True, slots=True)
class _Terms:
    """What a version sets off of a month's pay, in per cent on each side of the limit, and how it is told."""

    below: int
    above: int
    limit: int
    rule: Reason
    warning: tuple[Reason, ...]


# The terms are the same for everybody with pay in a month, and a caseload asks month by month.
@lru_cache(maxsize=1024)
def _two_shares(version: Version, scheme: str, on: date) -> _Terms:
    """Give the terms with a share below the limit too."""
    below = number("pay_share_below", scheme=scheme, on=on).value
    above, limit = _above(scheme, on)
    text = PAY_BELOW_AND_ABOVE.filled(below=below, above=above, limit=kroner(limit.value))
    return _Terms(below, above, limit.value, _told(version, text), _heeded(limit))


@lru_cache(maxsize=1024)
def _one_share(version: Version, scheme: str, on: date) -> _Terms:
    """Give the terms with nothing set off below the limit."""
    above, limit = _above(scheme, on)
    text = PAY_ABOVE.filled(above=above, limit=kroner(limit.value))
    return _Terms(0, above, limit.value, _told(version, text), _heeded(limit))


def _above(scheme: str, on: date) -> tuple[int, Number]:
    limit = number("pay_limit", scheme=scheme, on=on)
    return number("pay_share_above", scheme=scheme, on=on).value, limit


def _told(version: Version, text: Words) -> Reason:
    return Reason(text, ReasonKind.RULE, version.source)


def _heeded(limit: Number) -> tuple[Reason, ...]:
    return (Reason(limit.note, ReasonKind.WARNING, limit.source),) if limit.note else ()


def _finding(facts: PayFacts, terms: _Terms) -> Finding[PaySetOff]:
    """Tell the rule and what it does; kroner times per cent is øre, so that nothing is rounded."""
    pay, limit = facts.pay, terms.limit
    set_off = min(pay, limit) * terms.below + max(0, pay - limit) * terms.above
    told = Reason(PAY_SET_OFF.filled(pay=kroner(pay), set_off=money(set_off)))
    return Finding(PaySetOff(set_off, limit), (terms.rule, told, *terms.warning))
