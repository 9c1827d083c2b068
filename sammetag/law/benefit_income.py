"""What a person's income takes off the benefit of a month: pay, income in offers, and all other income."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from sammetag.law.answer import Asked, Confidence, Reason, ReasonKind, Source, Version
from sammetag.law.benefit_earnings import PayFacts, pay_set_off
from sammetag.law.benefit_facts import Income
from sammetag.law.benefit_words import (
    HOUR_NOT_READ,
    HOURS_AT_MOST,
    OFFER_NO_HOURS,
    OFFER_SET_OFF,
    OTHER_SET_OFF,
    kroner,
    money,
)
from sammetag.law.errors import NotInForce, NotKnown
from sammetag.law.numbers import Number, number

OFFER_RULE = Source("LAS", "§ 68 a, stk. 3", "LBK 1193/2014 til LBK 1004/2025")
OTHER_RULE = Source("LAS", "§ 68 a, stk. 1", "LBK 1193/2014 til LBK 1004/2025")


@dataclass(frozen=True, slots=True)
class SetOff:
    """What is taken off a month's benefit, in øre and exact, with the sentences behind it."""

    oere: int
    reasons: tuple[Reason, ...]


NOTHING = SetOff(0, ())


def set_off(income: Income, asked: Asked) -> SetOff:
    """Say what a month's income takes off the benefit; income outside the programme is not looked at.

    Raises NotKnown where the limit for pay, or the amount for an hour, of that year was not read.
    Source: LAS § 68 a, stk. 1-3.
    """
    parts = []
    if income.pay:
        parts.append(_of_pay(income, asked))
    if income.offer:
        parts.append(_of_offer(income, asked))
    if income.other:
        parts.append(_of_other(income))
    if not parts:
        return NOTHING
    if len(parts) == 1:
        return parts[0]
    reasons = tuple(reason for part in parts for reason in part.reasons)
    return SetOff(sum(part.oere for part in parts), reasons)


def _of_pay(income: Income, asked: Asked) -> SetOff:
    answer = pay_set_off(PayFacts(asked.scheme, income.pay), asked.on, book=asked.book)
    return SetOff(answer.value.oere, answer.reasons + _inferred(answer.version))


@lru_cache(maxsize=256)
def _inferred(version: Version) -> tuple[Reason, ...]:
    """Warn where the rule on pay was not read in the act itself."""
    if version.confidence is not Confidence.MEDIUM or not version.note:
        return ()
    return (Reason(version.note, ReasonKind.WARNING, version.source),)


def _of_offer(income: Income, asked: Asked) -> SetOff:
    """Take off income in an offer, less an amount for each hour worked, up to a number of hours."""
    if not income.offer_hours:
        text = OFFER_NO_HOURS.filled(income=kroner(income.offer))
        return SetOff(income.offer * 100, (Reason(text, ReasonKind.RULE, OTHER_RULE),))
    rate = _hour(asked)
    most = number("offer_hours_counted", scheme=asked.scheme, on=asked.on).value
    hours = min(income.offer_hours, most)
    left_out = min(income.offer * 100, hours * rate.value)
    taken = income.offer * 100 - left_out
    text = OFFER_SET_OFF.filled(
        income=kroner(income.offer),
        left_out=money(left_out),
        rate=money(rate.value),
        hours=hours,
        set_off=money(taken),
    )
    at_most = Reason(HOURS_AT_MOST.filled(most=most), ReasonKind.RULE, OFFER_RULE)
    warning = (Reason(rate.note, ReasonKind.WARNING, rate.source),) if rate.note else ()
    return SetOff(taken, (Reason(text, ReasonKind.RULE, OFFER_RULE), at_most, *warning))


def _hour(asked: Asked) -> Number:
    try:
        return number("offer_hour_left_out", scheme=asked.scheme, on=asked.on)
    except NotInForce as error:
        sentence = HOUR_NOT_READ.filled(year=asked.on.year, source=OFFER_RULE)
        raise NotKnown(sentence, f"the amount for an hour is not known in {asked.on.year}") from error


def _of_other(income: Income) -> SetOff:
    text = OTHER_SET_OFF.filled(income=kroner(income.other))
    return SetOff(income.other * 100, (Reason(text, ReasonKind.RULE, OTHER_RULE),))
