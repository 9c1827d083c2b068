"""What the benefit of a ressourceforløb (ressourceforløbsydelse) pays in one month, and why.

To change the law: add a dated version below and end the one before it, add its examples to
`tests/law/benefit_examples.yaml`. Rates are in `benefit_rate.py`, the set-off is in `benefit_earnings.py`
and `benefit_income.py`.
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
)
from sammetag.law.benefit_age import rate_of, refuse_part_of_age
from sammetag.law.benefit_facts import BenefitFacts, Income, PreviousBenefit, PreviousKind, require_month
from sammetag.law.benefit_income import set_off
from sammetag.law.benefit_words import (
    BENEFIT_TITLE,
    NOTE_OUTSIDE_2016,
    OUTSIDE_NOT_READ,
    OUTSIDE_NOT_SET_OFF,
    PAID,
    PART_OF_MONTH,
    PREVIOUS_ALLOWANCE,
    PREVIOUS_LATER_YEAR,
    PREVIOUS_NOT_MORE,
    PREVIOUS_SICKNESS,
    SICKNESS_ENDED,
    SICKNESS_PART_OF_MONTH,
    STILL_RECIPIENT,
    WHY_2027,
    WHY_JOBAFKLARING,
    kroner,
    money,
    month_in_words,
)
from sammetag.law.errors import NotKnown
from sammetag.law.grants import require_possible
from sammetag.law.period import DAY, Period, add_months
from sammetag.law.programme import require_inside
from sammetag.law.registry import BOOK, Book
from sammetag.law.rule import not_known, rule
from sammetag.law.schemes import JOBAFKLARINGSFORLOEB, RESSOURCEFORLOEB, scheme_name

BENEFIT = Topic("benefit.month", BENEFIT_TITLE, ChosenBy.DAY, grants=require_possible)
PAYMENT = Source("LAS", "§ 68 a, stk. 1", "LBK 1193/2014 til LBK 1004/2025")
SICKNESS_RULE = Source("LAS", "§ 68, stk. 4", "LBK 1193/2014 til LBK 1004/2025")
ALLOWANCE_RULE = Source("LAS", "§ 68, stk. 5", "LBK 1193/2014 til LBK 1004/2025")


@dataclass(frozen=True, slots=True)
class Benefit:
    """What one month (its first day) pays before tax.

    `base` is the rate and `entitled` the rate or the former benefit, whichever is more, in whole kroner.
    `set_off_oere` is all that income takes off and `paid_oere` what is left, never below 0; both in øre and
    exact, since how they are rounded was not read.
    """

    month: date
    base: int
    entitled: int
    set_off_oere: int
    paid_oere: int


def benefit(facts: BenefitFacts, month: date, *, book: Book = BOOK) -> Answer[Benefit]:
    """Say what the benefit pays in a month that lies wholly in the programme; sanctions are not looked at.

    Raises ValueError where the month is not told by its first day; UnknownScheme; NotInForce before 2013 and
    for grants after January 2026 (OutsideProgramme outside the programme's days); NotKnown as
    `benefit_rate` and `pay_set_off` do, for months that the programme or the right to sickness benefit
    covers in part, for the month in which a person at home turns 25, and for income of other times before
    2016.
    Source: LAS § 68, stk. 2 and 4-5, and § 68 a, stk. 1-3.
    """
    require_month(month)
    scheme = facts.rate.scheme
    scheme_name(scheme)
    BENEFIT.require_grant(scheme, facts.granted_on)
    _require_whole_month(facts, month)
    return book.ask(BENEFIT, facts, scheme=scheme, granted_on=facts.granted_on, on=month)


@rule(
    BENEFIT,
    schemes=(RESSOURCEFORLOEB,),
    first=date(2013, 1, 1),
    last=date(2015, 12, 31),
    source=Source("LAS", "§ 68, stk. 4-5, og § 68 a, stk. 1", "LBK 1193/2014, LBK 806/2015"),
    confidence=Confidence.HIGH,
)
def income_of_other_times_not_told(facts: BenefitFacts, asked: Asked) -> Finding[Benefit]:
    """Pay the rate or the former benefit less income, where the act was silent on income of other times."""
    income = facts.income_of(asked.on)
    if income.outside:
        sentence = OUTSIDE_NOT_READ.filled(source=PAYMENT)
        raise NotKnown(sentence, f"income of other times is not known on {asked.on}")
    return _finding(facts, income, asked)


@rule(
    BENEFIT,
    schemes=(RESSOURCEFORLOEB,),
    first=date(2016, 1, 1),
    last=date(2026, 12, 31),
    source=Source(
        "LAS",
        "§ 68, stk. 4-5, og § 68 a, stk. 1",
        "LBK 468/2016, 981/2019, 241/2021, 1031/2023, 808/2024, 1004/2025",
    ),
    confidence=Confidence.HIGH,
    note=NOTE_OUTSIDE_2016,
)
def income_of_other_times_left_out(facts: BenefitFacts, asked: Asked) -> Finding[Benefit]:
    """Pay the rate or the former benefit less income, but leave out income of other times."""
    income = facts.income_of(asked.on)
    finding = _finding(facts, income, asked)
    if not income.outside:
        return finding
    told = Reason(OUTSIDE_NOT_SET_OFF.filled(income=kroner(income.outside)), ReasonKind.RULE, PAYMENT)
    return Finding(finding.value, (*finding.reasons, told))


not_known(
    BENEFIT,
    schemes=(RESSOURCEFORLOEB,),
    first=date(2027, 1, 1),
    last=None,
    reason=WHY_2027,
    source=Source("LAS", "§§ 68 og 68 a", "LBK 1004/2025, LOV 1750/2025, LOV 630/2024"),
)
not_known(
    BENEFIT,
    schemes=(JOBAFKLARINGSFORLOEB,),
    first=date(2014, 7, 1),
    last=None,
    reason=WHY_JOBAFKLARING,
    source=Source("LAS", "§ 69 j", "LBK 1004/2025"),
)


def _require_whole_month(facts: BenefitFacts, month: date) -> None:
    last = _last_day(month)
    if facts.starts_on <= month and (facts.ends_on is None or last <= facts.ends_on):
        return
    programme = Period(facts.starts_on, facts.ends_on)
    if not programme.overlaps(Period(month, last)):
        require_inside(programme, month)
    sentence = PART_OF_MONTH.filled(month=month_in_words(month), source=PAYMENT)
    raise NotKnown(sentence, f"the programme covers {month} in part")


@lru_cache(maxsize=4096)
def _last_day(month: date) -> date:
    return add_months(month, 1) - DAY


def _finding(facts: BenefitFacts, income: Income, asked: Asked) -> Finding[Benefit]:
    refuse_part_of_age(facts, asked.on)
    rate = rate_of(facts, asked.on, book=asked.book)
    entitled, why = _entitled(facts, rate.value.kroner, asked.on)
    taken = set_off(income, asked)
    paid = max(0, entitled * 100 - taken.oere)
    text = PAID.filled(
        month=month_in_words(asked.on),
        paid=money(paid),
        entitled=kroner(entitled),
        set_off=money(taken.oere),
    )
    nothing = () if paid else (Reason(STILL_RECIPIENT, ReasonKind.RULE, PAYMENT),)
    value = Benefit(asked.on, rate.value.kroner, entitled, taken.oere, paid)
    return Finding(value, (Reason(text), *rate.reasons, *why, *taken.reasons, *nothing))


def _entitled(facts: BenefitFacts, base: int, month: date) -> tuple[int, tuple[Reason, ...]]:
    """Give the former benefit where it is more and still held, else the rate; with the reasons."""
    previous = facts.previous
    if previous is None:
        return base, ()
    sick = previous.kind is PreviousKind.SICKNESS_BENEFIT
    source = SICKNESS_RULE if sick else ALLOWANCE_RULE
    if previous.until is not None and previous.until < month:
        ended = SICKNESS_ENDED.filled(until=previous.until)
        return base, (Reason(ended, ReasonKind.RULE, source),)
    amount = kroner(previous.monthly)
    if previous.monthly <= base:
        return base, (Reason(PREVIOUS_NOT_MORE.filled(amount=amount), ReasonKind.RULE, source),)
    _refuse_part(previous, month)
    text = (PREVIOUS_SICKNESS if sick else PREVIOUS_ALLOWANCE).filled(amount=amount)
    later = month.year > facts.starts_on.year
    warning = (Reason(PREVIOUS_LATER_YEAR, ReasonKind.WARNING, source),) if later else ()
    return previous.monthly, (Reason(text, ReasonKind.RULE, source), *warning)


def _refuse_part(previous: PreviousBenefit, month: date) -> None:
    """Refuse a month in which the higher amount of sickness benefit would have ended before its last day."""
    if previous.until is None or not month <= previous.until < _last_day(month):
        return
    sentence = SICKNESS_PART_OF_MONTH.filled(until=previous.until, source=SICKNESS_RULE)
    raise NotKnown(sentence, f"the right to sickness benefit ends within {month}")
