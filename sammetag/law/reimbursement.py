"""How much of the benefit the state pays: two shares until 2015, a staircase by weeks with benefit since.

To change the law: add a dated version below and end the one before it, add its numbers to
`reimbursement.yaml`, add its examples to `tests/law/reimbursement_examples.yaml`.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
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
from sammetag.law.numbers import number
from sammetag.law.period import Period
from sammetag.law.registry import BOOK, Book
from sammetag.law.reimbursement_cost import Share
from sammetag.law.reimbursement_words import (
    ACTIVE,
    ACTIVITIES,
    BENEFIT_TITLE,
    FIRST_DAYS,
    NOTE_2013,
    NOTE_JOBAFKLARING,
    ON_STEP,
    PASSIVE,
    STAIRCASE,
    TWO_SHARES,
    WHY_BENEFIT_2026,
    WHY_JOBAFKLARING_2014,
    listed,
)
from sammetag.law.rule import not_known, rule
from sammetag.law.schemes import JOBAFKLARINGSFORLOEB, RESSOURCEFORLOEB
from sammetag.words import Words

BENEFIT = Topic("reimbursement.benefit", BENEFIT_TITLE, ChosenBy.DAY, few_answers=True)
FINANCING = "Lov om kommunernes finansiering af visse offentlige ydelser"
FIRST_DAYS_OF_2016 = Period(date(2016, 1, 1), date(2016, 1, 3))
STAIRCASE_FROM = date(2016, 1, 4)
STEPS = ("first", "second", "third")


class Activity(StrEnum):
    """What raised the state's share of the benefit until 2015."""

    ORDINARY_EDUCATION = "ordinary-education"
    COMPANY_PRACTICE = "company-practice"
    INTEGRATION_PROGRAMME = "integration-programme"


@dataclass(frozen=True, slots=True)
class ShareFacts:
    """What must be known of a benefit on a day.

    `week_number` is the week's number on the staircase, from 1 up (`WeekCount.number_on(deciding_day(on))`);
    it is needed from 2016 on. `activities` are those of the day, and are looked at until 2015 only.
    Raises ValueError for a number below 1.
    """

    scheme: str
    week_number: int | None = None
    activities: frozenset[Activity] = frozenset()

    def __post_init__(self) -> None:
        """Refuse a week before the first."""
        if self.week_number is not None and self.week_number < 1:
            raise ValueError(f"no week has the number {self.week_number}")


def benefit_share(facts: ShareFacts, on: date, *, book: Book = BOOK) -> Answer[Share]:
    """Say how many per cent of the benefit paid for a day the state pays.

    Raises UnknownScheme; NotInForce before the scheme began; NotKnown for ressourceforløb since February
    2026 and for job clarification before 4 January 2016; ValueError for a missing week number since 2016.
    Source: LAS § 103 a until 2015; lov om kommunernes finansiering af visse offentlige ydelser § 5 since.
    """
    return book.ask(BENEFIT, facts, scheme=facts.scheme, granted_on=on, on=on)


def deciding_day(on: date) -> date:
    """Give the day whose week number decides the share: the day itself, but for 1-3 January 2016 the 4th.

    Source: lov om kommunernes finansiering af visse offentlige ydelser § 29, stk. 3.
    """
    return STAIRCASE_FROM if FIRST_DAYS_OF_2016.contains(on) else on


@rule(
    BENEFIT,
    schemes=(RESSOURCEFORLOEB,),
    first=date(2013, 1, 1),
    last=date(2015, 12, 31),
    source=Source("LAS", "§ 103 a", "LBK 806/2015"),
    confidence=Confidence.MEDIUM,
    note=NOTE_2013,
)
def more_while_active(facts: ShareFacts, asked: Asked) -> Finding[Share]:
    """Reimburse a larger share while the citizen studies, is in company practice or in integration."""
    passive, active = _value("refund_passive_share", asked), _value("refund_active_share", asked)
    share = Share(active if facts.activities else passive)
    names = [ACTIVITIES[activity] for activity in sorted(facts.activities)]
    why = ACTIVE.filled(share=active, activities=listed(names)) if names else PASSIVE.filled(share=passive)
    demand = TWO_SHARES.filled(passive=passive, active=active)
    return Finding(share, (Reason(demand, ReasonKind.RULE, asked.version.source), Reason(why)))


@rule(
    BENEFIT,
    schemes=(RESSOURCEFORLOEB,),
    first=FIRST_DAYS_OF_2016.first,
    last=date(2016, 1, 3),
    source=Source(FINANCING, "§ 29, stk. 3, jf. § 5, stk. 2", "LOV 994/2015"),
    confidence=Confidence.HIGH,
)
def staircase_of_the_week_after(facts: ShareFacts, asked: Asked) -> Finding[Share]:
    """Reimburse the days before the act began at the share of its first week."""
    finding = by_number_of_weeks(facts, asked)
    first_days = Reason(FIRST_DAYS, ReasonKind.RULE, asked.version.source)
    return Finding(finding.value, (*finding.reasons, first_days))


@rule(
    BENEFIT,
    schemes=(JOBAFKLARINGSFORLOEB,),
    first=STAIRCASE_FROM,
    last=None,
    source=Source(FINANCING, "§ 5, stk. 2", "LOV 994/2015, LBK 221/2021"),
    confidence=Confidence.MEDIUM,
    note=NOTE_JOBAFKLARING,
)
@rule(
    BENEFIT,
    schemes=(RESSOURCEFORLOEB,),
    first=STAIRCASE_FROM,
    last=date(2026, 1, 31),
    source=Source(FINANCING, "§ 5, stk. 2", "LOV 994/2015, LBK 221/2021"),
    confidence=Confidence.HIGH,
)
def by_number_of_weeks(facts: ShareFacts, asked: Asked) -> Finding[Share]:
    """Reimburse less the more weeks the citizen has had benefit."""
    if facts.week_number is None:
        raise ValueError(f"the week's number is needed on {asked.on}: count_weeks gives it")
    stairs = _staircase(asked.scheme, asked.chosen_on)
    share = stairs.shares[bisect_left(stairs.weeks, facts.week_number)]
    demand = Reason(stairs.text, ReasonKind.RULE, asked.version.source)
    step = Reason(ON_STEP.filled(number=facts.week_number, share=share.per_cent))
    return Finding(share, (demand, step))


not_known(
    BENEFIT,
    schemes=(RESSOURCEFORLOEB,),
    first=date(2026, 2, 1),
    last=None,
    reason=WHY_BENEFIT_2026,
    source=Source(FINANCING, "§§ 3 og 5", "LBK 221/2021, ændret ved LOV 1750/2025, jf. BEK 14/2026"),
)
not_known(
    BENEFIT,
    schemes=(JOBAFKLARINGSFORLOEB,),
    first=date(2014, 7, 1),
    last=date(2016, 1, 3),
    reason=WHY_JOBAFKLARING_2014,
    source=Source("LAS", "§ 103 a", "LBK 806/2015"),
)


@dataclass(frozen=True, slots=True)
class _Staircase:
    """The last week of each step but the last, the share of each step, and the sentence that tells both."""

    weeks: tuple[int, ...]
    shares: tuple[Share, ...]
    text: Words


@lru_cache(maxsize=4096)
def _staircase(scheme: str, on: date) -> _Staircase:
    """Give the steps as they stand on a day; every case of the day is on one of them."""
    weeks = {f"{step}_weeks": _number(f"refund_{step}_weeks", scheme, on) for step in STEPS}
    shares = {f"{step}_share": _number(f"refund_{step}_share", scheme, on) for step in (*STEPS, "last")}
    text = STAIRCASE.filled(**weeks, **shares)
    return _Staircase(tuple(weeks.values()), tuple(Share(one) for one in shares.values()), text)


def _value(name: str, asked: Asked) -> int:
    return _number(name, asked.scheme, asked.chosen_on)


def _number(name: str, scheme: str, on: date) -> int:
    return number(name, scheme=scheme, on=on).value
