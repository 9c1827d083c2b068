"""How much of a person's pay is set off in the benefit of a ressourceforløb.

To change the law: add a dated version below and end the one before it, add its numbers to
`benefit_earnings.yaml`, add its examples to `tests/law/benefit_earnings_examples.yaml`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

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
    below, above, limit = _number("pay_share_below", asked), _above(asked), _limit(asked)
    set_off = min(facts.pay, limit.value) * below.value + _over(facts, limit) * above.value
    text = PAY_BELOW_AND_ABOVE.filled(below=below.value, above=above.value, limit=kroner(limit.value))
    return _finding(facts, asked, set_off, (text, limit))


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
    above, limit = _above(asked), _limit(asked)
    text = PAY_ABOVE.filled(above=above.value, limit=kroner(limit.value))
    return _finding(facts, asked, _over(facts, limit) * above.value, (text, limit))


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


def _number(name: str, asked: Asked) -> Number:
    return number(name, scheme=asked.scheme, on=asked.chosen_on)


def _above(asked: Asked) -> Number:
    return _number("pay_share_above", asked)


def _limit(asked: Asked) -> Number:
    return _number("pay_limit", asked)


def _over(facts: PayFacts, limit: Number) -> int:
    return max(0, facts.pay - limit.value)


def _finding(facts: PayFacts, asked: Asked, set_off: int, demand: tuple[Words, Number]) -> Finding[PaySetOff]:
    """Tell the rule and what it does; kroner times per cent is øre, so that nothing is rounded."""
    text, limit = demand
    rule_told = Reason(text, ReasonKind.RULE, asked.version.source)
    told = Reason(PAY_SET_OFF.filled(pay=kroner(facts.pay), set_off=money(set_off)))
    warning = (Reason(limit.note, ReasonKind.WARNING, limit.source),) if limit.note else ()
    return Finding(PaySetOff(set_off, limit.value), (rule_told, told, *warning))
