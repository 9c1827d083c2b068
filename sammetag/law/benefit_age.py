"""Until when the rate of the young at home holds: nobody is under 25 from the 25th birthday on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sammetag.law.answer import Answer, Book, Reason, ReasonKind, Source
from sammetag.law.benefit_facts import BenefitFacts
from sammetag.law.benefit_rate import BenefitRate, benefit_rate
from sammetag.law.benefit_words import AGE_PART_OF_MONTH, TURNED_25
from sammetag.law.errors import NotKnown
from sammetag.law.period import add_months
from sammetag.law.target_group_facts import birthday

GROWN_UP = 25
AGE_RULE = Source("LAS", "§ 68, stk. 2", "LBK 1193/2014 til LBK 1004/2025")


def rate_of(facts: BenefitFacts, on: date, *, book: Book) -> Answer[BenefitRate]:
    """Say what the rate of the person is on a day, by their age that day where it is told.

    Raises as `benefit_rate`.
    """
    turned_on = _turns_25(facts)
    if turned_on is None or on < turned_on:
        return benefit_rate(facts.rate, on, book=book)
    answer = benefit_rate(replace(facts.rate, under_25_at_home=False), on, book=book)
    turned = Reason(TURNED_25.filled(birthday=turned_on), ReasonKind.RULE, AGE_RULE)
    return Answer(answer.value, (*answer.reasons, turned), answer.version)


def refuse_part_of_age(facts: BenefitFacts, month: date) -> None:
    """Raise NotKnown for a month in which the person turns 25 after its first day: two rates meet in it."""
    turned_on = _turns_25(facts)
    if turned_on is not None and month < turned_on < add_months(month, 1):
        sentence = AGE_PART_OF_MONTH.filled(birthday=turned_on, source=AGE_RULE)
        raise NotKnown(sentence, f"the person turns 25 within {month}")


def _turns_25(facts: BenefitFacts) -> date | None:
    """Give the day that ends the rate of the young at home; None where it is not told or does not matter."""
    rate = facts.rate
    if facts.born_on is None or not rate.under_25_at_home or rate.has_child_duty:
        return None
    return birthday(facts.born_on, GROWN_UP)
