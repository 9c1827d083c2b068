"""How long a mentor may be given at a time, and what must be written down of the support.

To change the law: add a dated version below and end the one before it, add its number to
`mentor_period.yaml`, add its examples to `tests/law/mentor_period_examples.yaml`.
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
from sammetag.law.mentor_period_words import (
    AFTER_HOSPITAL,
    AGREEMENT_SHOWS,
    EXTENDED,
    FITS,
    LONGEST,
    MENTOR_TITLE,
    MY_PLAN_SHOWS,
    NEW_PERIOD,
    NOTE_2014,
    NOTE_2026,
    NOTE_JOBAFKLARING_2014,
    RUN_OUT,
    TOO_LATE,
)
from sammetag.law.numbers import number
from sammetag.law.period import DAY, Period, day_after_months
from sammetag.law.registry import BOOK, Book
from sammetag.law.rule import rule
from sammetag.law.schemes import JOBAFKLARINGSFORLOEB, RESSOURCEFORLOEB

MENTOR_PERIOD = Topic("mentor.period", MENTOR_TITLE, ChosenBy.DAY, grants=require_possible)
BOTH = (RESSOURCEFORLOEB, JOBAFKLARINGSFORLOEB)
MY_PLAN = Source(
    "BEK om en aktiv beskæftigelsesindsats", "§ 52", "BEK 1180/2019, BEK 2636/2021, BEK 1216/2023"
)
HOSPITAL_2014 = Source("LAB", "§ 31 b, stk. 2", "LBK 990/2014, 807/2015, 1342/2016")
HOSPITAL_2020 = Source("LAB", "§ 167, stk. 2", "LOV 548/2019, LBK 701/2022, LBK 280/2024")


@dataclass(frozen=True, slots=True)
class MentorFacts:
    """What must be known of one period with a mentor; `until` None asks for the limit alone.

    Raises ValueError for an end before the beginning.
    """

    scheme: str
    granted_on: date
    since: date
    until: date | None

    def __post_init__(self) -> None:
        """Refuse a period that ends before it begins."""
        Period(self.since, self.until)


@dataclass(frozen=True, slots=True)
class MentorPeriod:
    """The latest last day that the period may have, and whether the one it has `fits`.

    `fits` is None where no end was given.
    """

    longest_until: date
    fits: bool | None


def mentor_period(facts: MentorFacts, on: date, *, book: Book = BOOK) -> Answer[MentorPeriod]:
    """Say until when a mentor may be given, and whether the period's own end fits.

    The day the period begins picks the version; `on` is only asked whether the period has run out.
    Raises UnknownScheme, and NotInForce for a period that begins before the scheme did, and for a grant on a
    day when none could be given.
    Source: LAB § 78, stk. 3, in 2013; § 31 c, stk. 1, until 2019; § 167, stk. 1, since 2020.
    """
    MENTOR_PERIOD.require_grant(facts.scheme, facts.granted_on)
    answer: Answer[MentorPeriod] = book.ask(
        MENTOR_PERIOD, facts, scheme=facts.scheme, granted_on=facts.granted_on, on=facts.since
    )
    longest = answer.value.longest_until
    if facts.until is not None or on <= longest:
        return answer
    run_out = Reason(RUN_OUT.filled(longest=longest), ReasonKind.WARNING, answer.version.source)
    return Answer(answer.value, (*answer.reasons, run_out), answer.version)


@rule(
    MENTOR_PERIOD,
    schemes=(RESSOURCEFORLOEB,),
    first=date(2013, 1, 1),
    last=date(2013, 12, 31),
    source=Source("LAB", "§ 78, stk. 3", "LBK 415/2013"),
    confidence=Confidence.HIGH,
)
def agreed_and_extended(facts: MentorFacts, asked: Asked) -> Finding[MentorPeriod]:
    """Ask for a written agreement of some months, which can be extended."""
    agreement = Reason(AGREEMENT_SHOWS, ReasonKind.RULE, asked.version.source)
    return _finding(facts, asked, Reason(EXTENDED, ReasonKind.RULE, asked.version.source), agreement)


@rule(
    MENTOR_PERIOD,
    schemes=(JOBAFKLARINGSFORLOEB,),
    first=date(2014, 7, 1),
    last=date(2019, 12, 31),
    source=Source("LAB", "§ 31 c, stk. 1-2", "LBK 990/2014, 807/2015, 1342/2016"),
    confidence=Confidence.MEDIUM,
    note=NOTE_JOBAFKLARING_2014,
)
@rule(
    MENTOR_PERIOD,
    schemes=(RESSOURCEFORLOEB,),
    first=date(2014, 1, 1),
    last=date(2019, 12, 31),
    source=Source("LAB", "§ 31 c, stk. 1-2", "LBK 990/2014, 807/2015, 1342/2016"),
    confidence=Confidence.MEDIUM,
    note=NOTE_2014,
)
def agreed_and_extended_with_hospital(facts: MentorFacts, asked: Asked) -> Finding[MentorPeriod]:
    """Ask for the same, and tell of the right of those discharged from a psychiatric ward."""
    return _with_hospital(agreed_and_extended(facts, asked), HOSPITAL_2014)


@rule(
    MENTOR_PERIOD,
    schemes=BOTH,
    first=date(2026, 7, 1),
    last=None,
    source=Source("LAB", "§ 167, stk. 1", "LBK 280/2024, ændret ved LOV 1750/2025"),
    confidence=Confidence.MEDIUM,
    note=NOTE_2026,
)
@rule(
    MENTOR_PERIOD,
    schemes=BOTH,
    first=date(2020, 1, 1),
    last=date(2026, 6, 30),
    source=Source("LAB", "§ 167, stk. 1", "LOV 548/2019, LBK 701/2022, LBK 280/2024"),
    confidence=Confidence.HIGH,
)
def one_period_and_then_a_new_one(facts: MentorFacts, asked: Asked) -> Finding[MentorPeriod]:
    """Give a period of some months, and a new one after an assessment of the case."""
    again = Reason(NEW_PERIOD.filled(months=_months(asked)), ReasonKind.RULE, asked.version.source)
    finding = _finding(facts, asked, again, Reason(MY_PLAN_SHOWS, ReasonKind.RULE, MY_PLAN))
    return _with_hospital(finding, HOSPITAL_2020)


def _finding(facts: MentorFacts, asked: Asked, *rules: Reason) -> Finding[MentorPeriod]:
    longest = day_after_months(facts.since, _months(asked)) - DAY
    fits = None if facts.until is None else facts.until <= longest
    limit = LONGEST.filled(months=_months(asked), longest=longest)
    demand = Reason(limit, ReasonKind.RULE, asked.version.source)
    return Finding(MentorPeriod(longest, fits), (demand, *_verdict(facts, longest), *rules))


def _verdict(facts: MentorFacts, longest: date) -> tuple[Reason, ...]:
    if facts.until is None:
        return ()
    if facts.until <= longest:
        return (Reason(FITS.filled(until=facts.until)),)
    return (Reason(TOO_LATE.filled(until=facts.until, longest=longest)),)


def _with_hospital(finding: Finding[MentorPeriod], source: Source) -> Finding[MentorPeriod]:
    """Warn of the other right where the period looks too long."""
    if finding.value.fits is not False:
        return finding
    return Finding(finding.value, (*finding.reasons, Reason(AFTER_HOSPITAL, ReasonKind.WARNING, source)))


def _months(asked: Asked) -> int:
    return number("mentor_months", scheme=asked.scheme, on=asked.chosen_on).value
