"""The monthly rate of the benefit in a ressourceforløb (ressourceforløbsydelse), year by year.

To change the law: add a dated version below and end the one before it, add its amounts to `benefit.yaml`,
add its examples to `tests/law/benefit_rate_examples.yaml`. A new year needs its amounts and one example.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

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
    AT_HOME,
    AT_HOME_CONTRIBUTING,
    CAPPED,
    CHILD_IN_DENMARK,
    CONTRIBUTION_BEFORE,
    LOWER_LEVEL,
    NOTE_2026,
    NOTE_OWN_AMOUNTS,
    RATE,
    RATE_TITLE,
    WHY_2027,
    WHY_JOBAFKLARING,
    WITH_CHILD,
    WITHOUT_CHILD,
    kroner,
)
from sammetag.law.errors import NotKnown
from sammetag.law.numbers import Number, number
from sammetag.law.registry import BOOK, Book
from sammetag.law.rule import not_known, rule
from sammetag.law.schemes import JOBAFKLARINGSFORLOEB, RESSOURCEFORLOEB

BENEFIT_RATE = Topic("benefit.rate", RATE_TITLE, ChosenBy.DAY, few_answers=True)
CHILD_RULE = Source("LAS", "§ 68, stk. 3", "LBK 1193/2014 til LBK 1004/2025")
LOWER_RULE = Source("LAS", "§§ 10 f, 10 h og 10 j", "LBK 1004/2025")
CONTRIBUTION_RULE = Source("LAS", "§ 68, stk. 2, og § 25", "LBK 1193/2014 til LBK 808/2024")


class RateLevel(StrEnum):
    """Which of the rates a person gets."""

    WITH_CHILD = "with_child"
    WITHOUT_CHILD = "without_child"
    AT_HOME = "under_25_at_home"
    AT_HOME_CONTRIBUTING = "under_25_at_home_contributing"


WHOM = {
    RateLevel.WITH_CHILD: WITH_CHILD,
    RateLevel.WITHOUT_CHILD: WITHOUT_CHILD,
    RateLevel.AT_HOME: AT_HOME,
    RateLevel.AT_HOME_CONTRIBUTING: AT_HOME_CONTRIBUTING,
}


@dataclass(frozen=True, slots=True)
class RateFacts:
    """What must be known of a person to find the rate.

    `has_child_duty`: must support an own child under 18 that stays in Denmark, at home or not (LAS § 2).
    `under_25_at_home`: is under 25 and lives with one or both parents. `meets_residence`: meets the
    requirements of residence and employment (LAS §§ 10 f, 10 h, 10 j). `children_contributed_to`: to how
    many children there is a documented duty to contribute (bidragspligt).
    Raises ValueError for a negative number of children.
    """

    scheme: str
    has_child_duty: bool
    under_25_at_home: bool
    meets_residence: bool
    children_contributed_to: int = 0

    def __post_init__(self) -> None:
        """Refuse a negative number of children."""
        if self.children_contributed_to < 0:
            raise ValueError(f"there cannot be {self.children_contributed_to} children")


@dataclass(frozen=True, slots=True)
class BenefitRate:
    """A monthly rate before tax and set-off, in whole kroner; `amount_confidence` tells how it was read.

    The version of the answer tells how well the rule itself was read.
    """

    kroner: int
    level: RateLevel
    amount_confidence: Confidence


def benefit_rate(facts: RateFacts, on: date, *, book: Book = BOOK) -> Answer[BenefitRate]:
    """Say what the benefit is a month on a day, before set-off and former benefits.

    Raises UnknownScheme, NotInForce before 2013, NotKnown from 2027 on, for job clarification programmes,
    for those who do not meet the requirement of residence, and before July 2025 for young people at home
    with a duty to contribute. Source: LAS § 68, stk. 2-3.
    """
    return book.ask(BENEFIT_RATE, facts, scheme=facts.scheme, granted_on=on, on=on)


@rule(
    BENEFIT_RATE,
    schemes=(RESSOURCEFORLOEB,),
    first=date(2013, 1, 1),
    last=date(2025, 6, 30),
    source=Source(
        "LAS", "§ 68, stk. 2", "LBK 1193/2014, 806/2015, 468/2016, 981/2019, 241/2021, 1031/2023, 808/2024"
    ),
    confidence=Confidence.HIGH,
)
def amounts_of_cash_benefit(facts: RateFacts, asked: Asked) -> Finding[BenefitRate]:
    """Pay the amounts of cash benefit: by duty to support a child, and to the young at home."""
    level = _level(facts)
    if level is RateLevel.AT_HOME_CONTRIBUTING:
        sentence = CONTRIBUTION_BEFORE.filled(source=CONTRIBUTION_RULE)
        raise NotKnown(sentence, f"the rate with a duty to contribute is not known on {asked.on}")
    return _finding(facts, asked, level, (_amount(level, asked),))


@rule(
    BENEFIT_RATE,
    schemes=(RESSOURCEFORLOEB,),
    first=date(2026, 1, 1),
    last=date(2026, 12, 31),
    source=Source("LAS", "§ 68, stk. 2", "LBK 1004/2025, fra 1. februar 2026 jf. LOV 1750/2025 § 21, stk. 8"),
    confidence=Confidence.MEDIUM,
    note=NOTE_2026,
)
@rule(
    BENEFIT_RATE,
    schemes=(RESSOURCEFORLOEB,),
    first=date(2025, 7, 1),
    last=date(2025, 12, 31),
    source=Source("LAS", "§ 68, stk. 2", "LBK 1004/2025"),
    confidence=Confidence.MEDIUM,
    note=NOTE_OWN_AMOUNTS,
)
def amounts_of_its_own(facts: RateFacts, asked: Asked) -> Finding[BenefitRate]:
    """Pay the benefit's own amounts, and a supplement to the young at home who contribute to a child."""
    level = _level(facts)
    if level is not RateLevel.AT_HOME_CONTRIBUTING:
        return _finding(facts, asked, level, (_amount(level, asked),))
    alone = _amount(RateLevel.AT_HOME, asked)
    supplement = _number("benefit_supplement_for_contribution", asked)
    most = _amount(RateLevel.WITH_CHILD, asked)
    if alone.value + facts.children_contributed_to * supplement.value <= most.value:
        return _finding(facts, asked, level, (alone, *(supplement,) * facts.children_contributed_to))
    capped = Reason(CAPPED, ReasonKind.RULE, asked.version.source)
    finding = _finding(facts, asked, level, (most,))
    return Finding(finding.value, (*finding.reasons, capped))


not_known(
    BENEFIT_RATE,
    schemes=(RESSOURCEFORLOEB,),
    first=date(2027, 1, 1),
    last=None,
    reason=WHY_2027,
    source=Source("LAS", "§ 68, stk. 2, og § 109", "LBK 1004/2025, LOV 1750/2025, LOV 630/2024"),
)
not_known(
    BENEFIT_RATE,
    schemes=(JOBAFKLARINGSFORLOEB,),
    first=date(2014, 7, 1),
    last=None,
    reason=WHY_JOBAFKLARING,
    source=Source("LAS", "§ 69 j", "LBK 1004/2025"),
)


def _level(facts: RateFacts) -> RateLevel:
    if not facts.meets_residence:
        raise NotKnown(LOWER_LEVEL.filled(source=LOWER_RULE), "the lower level is not known")
    if facts.has_child_duty:
        return RateLevel.WITH_CHILD
    if not facts.under_25_at_home:
        return RateLevel.WITHOUT_CHILD
    return RateLevel.AT_HOME_CONTRIBUTING if facts.children_contributed_to else RateLevel.AT_HOME


def _amount(level: RateLevel, asked: Asked) -> Number:
    return _number(f"benefit_{level}", asked)


def _number(name: str, asked: Asked) -> Number:
    return number(name, scheme=asked.scheme, on=asked.chosen_on)


def _finding(
    facts: RateFacts, asked: Asked, level: RateLevel, parts: tuple[Number, ...]
) -> Finding[BenefitRate]:
    """Add the parts up, and warn of each that was not read in print."""
    amount = sum(part.value for part in parts)
    sure = all(part.confidence is Confidence.HIGH for part in parts)
    whom = WHOM[level].filled(children=facts.children_contributed_to)
    text = RATE.filled(year=asked.on.year, amount=kroner(amount), whom=whom)
    notes = {part.name: (part.note, part.source) for part in parts}
    warnings = [Reason(note, ReasonKind.WARNING, source) for note, source in notes.values() if note]
    children = (
        (Reason(CHILD_IN_DENMARK, ReasonKind.RULE, CHILD_RULE),) if level is RateLevel.WITH_CHILD else ()
    )
    rate = BenefitRate(amount, level, Confidence.HIGH if sure else Confidence.MEDIUM)
    return Finding(rate, (Reason(text, ReasonKind.RULE, parts[0].source), *children, *warnings))
