"""How far ahead offers and follow-up must be fixed in the plan (rehabiliteringsplanens indsatsdel).

To change the law: add a dated version below and end the one before it, add its number to `plan_ahead.yaml`,
add its examples to `tests/law/plan_ahead_examples.yaml`.
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
from sammetag.law.grants import require_possible
from sammetag.law.numbers import number
from sammetag.law.period import DAY, Period, day_after_months
from sammetag.law.plan_ahead_words import (
    ENDS_BEFORE,
    FITS,
    OUR_READING_OF_THE_END,
    PLAN_TITLE,
    REACH,
    RUN_OUT,
    SHORT_PROGRAMME,
    TOO_SHORT,
    UPDATED,
    WHY_2026,
    WHY_JULY_2026,
)
from sammetag.law.registry import BOOK, Book
from sammetag.law.rule import not_known, rule
from sammetag.law.schemes import JOBAFKLARINGSFORLOEB, RESSOURCEFORLOEB

PLAN_AHEAD = Topic("plan.ahead", PLAN_TITLE, ChosenBy.DAY, grants=require_possible)
BOTH = (RESSOURCEFORLOEB, JOBAFKLARINGSFORLOEB)
PLAN_ORDER = "BEK om rehabiliteringsplan m.v."


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """What must be known of a plan: when it was fixed, how far it reaches, and when the programme ends.

    `fixed_until` None asks for the limit alone. Raises ValueError where plan or programme ends before
    the day the plan was fixed.
    """

    scheme: str
    granted_on: date
    fixed_on: date
    fixed_until: date | None
    ends_on: date | None

    def __post_init__(self) -> None:
        """Refuse a plan that ends before it is fixed, and one fixed after its programme."""
        Period(self.fixed_on, self.fixed_until)
        Period(self.fixed_on, self.ends_on)


@dataclass(frozen=True, slots=True)
class PlanAhead:
    """The first day that the plan may end with (`earliest_until`), and whether its own end `fits`.

    `fits` is None where no end was given.
    """

    earliest_until: date
    fits: bool | None


def plan_ahead(facts: PlanFacts, on: date, *, book: Book = BOOK) -> Answer[PlanAhead]:
    """Say how far ahead the plan must at least reach, and whether it does.

    The day the plan was fixed picks the version; `on` is only asked whether the plan has run out.
    Raises UnknownScheme, NotInForce (also for a grant on a day when none could be given), and NotKnown for
    plans fixed since February 2026 (ressourceforløb) or since July 2026 (job clarification).
    Source: § 5, stk. 2, of the executive orders on the rehabilitation plan, BEK 1418/2012 to BEK 47/2026.
    """
    PLAN_AHEAD.require_grant(facts.scheme, facts.granted_on)
    answer: Answer[PlanAhead] = book.ask(
        PLAN_AHEAD, facts, scheme=facts.scheme, granted_on=facts.granted_on, on=facts.fixed_on
    )
    if facts.fixed_until is None or on <= facts.fixed_until or _ended(facts, on):
        return answer
    run_out = Reason(RUN_OUT.filled(until=facts.fixed_until), ReasonKind.WARNING, answer.version.source)
    return Answer(answer.value, (*answer.reasons, run_out), answer.version)


@rule(
    PLAN_AHEAD,
    schemes=(JOBAFKLARINGSFORLOEB,),
    first=date(2026, 2, 1),
    last=date(2026, 6, 30),
    source=Source(PLAN_ORDER, "§ 5, stk. 2", "BEK 47/2026"),
    confidence=Confidence.HIGH,
    note=OUR_READING_OF_THE_END,
)
@rule(
    PLAN_AHEAD,
    schemes=BOTH,
    first=date(2020, 1, 1),
    last=date(2026, 1, 31),
    source=Source(PLAN_ORDER, "§ 5, stk. 2", "BEK 1609/2019, 1250/2021, 2408/2021, 1708/2024"),
    confidence=Confidence.HIGH,
    note=OUR_READING_OF_THE_END,
)
@rule(
    PLAN_AHEAD,
    schemes=BOTH,
    first=date(2014, 7, 1),
    last=date(2019, 12, 31),
    source=Source(PLAN_ORDER, "§ 5, stk. 2", "BEK 814/2014, 1557/2014, 490/2016, 996/2016"),
    confidence=Confidence.HIGH,
    note=OUR_READING_OF_THE_END,
)
@rule(
    PLAN_AHEAD,
    schemes=(RESSOURCEFORLOEB,),
    first=date(2013, 1, 1),
    last=date(2014, 6, 30),
    source=Source(PLAN_ORDER, "§ 5, stk. 2", "BEK 1418/2012"),
    confidence=Confidence.HIGH,
    note=OUR_READING_OF_THE_END,
)
def some_months_at_a_time(facts: PlanFacts, asked: Asked) -> Finding[PlanAhead]:
    """Ask that the plan reach some months ahead, or to the programme's end where that comes first."""
    months = number("plan_months", scheme=asked.scheme, on=asked.chosen_on).value
    full = day_after_months(facts.fixed_on, months) - DAY
    earliest = full if facts.ends_on is None else min(full, facts.ends_on)
    fits = None if facts.fixed_until is None else facts.fixed_until >= earliest
    reach = REACH.filled(months=months, earliest=earliest)
    demand = Reason(reach, ReasonKind.RULE, asked.version.source)
    updated = Reason(UPDATED, ReasonKind.RULE, asked.version.source)
    shorter = _shorter(earliest, months, asked) if earliest < full else ()
    return Finding(PlanAhead(earliest, fits), (demand, *shorter, *_verdict(facts, earliest), updated))


not_known(
    PLAN_AHEAD,
    schemes=(RESSOURCEFORLOEB,),
    first=date(2026, 2, 1),
    last=None,
    reason=WHY_2026,
    source=Source("LOV 1750/2025", "§ 21", "VEJ 9117/2026"),
)
not_known(
    PLAN_AHEAD,
    schemes=(JOBAFKLARINGSFORLOEB,),
    first=date(2026, 7, 1),
    last=None,
    reason=WHY_JULY_2026,
    source=Source(PLAN_ORDER, "§ 5, stk. 2", "BEK 47/2026"),
)


def _shorter(end: date, months: int, asked: Asked) -> tuple[Reason, ...]:
    """Tell why the programme's end comes first; a short job clarification programme is not bound at all."""
    ends = Reason(ENDS_BEFORE.filled(end=end))
    if asked.scheme != JOBAFKLARINGSFORLOEB:
        return (ends,)
    short = SHORT_PROGRAMME.filled(months=months)
    return ends, Reason(short, ReasonKind.WARNING, asked.version.source)


def _verdict(facts: PlanFacts, earliest: date) -> tuple[Reason, ...]:
    if facts.fixed_until is None:
        return ()
    if facts.fixed_until >= earliest:
        return (Reason(FITS.filled(until=facts.fixed_until)),)
    return (Reason(TOO_SHORT.filled(until=facts.fixed_until, earliest=earliest)),)


def _ended(facts: PlanFacts, on: date) -> bool:
    return facts.ends_on is not None and on > facts.ends_on
