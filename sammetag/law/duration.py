"""How short and how long a programme may be, by the day it was granted.

To change the law: add a dated version below and end the one before it, add its numbers to `duration.yaml`,
add its examples to `tests/law/duration_examples.yaml`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

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
from sammetag.law.duration_words import (
    CLOSED,
    END_LATE,
    END_OK,
    END_SOON,
    LEAVE_COUNTS,
    LEAVE_ENTERED,
    LENGTH_TITLE,
    LONG_GRANT,
    LONGEST,
    NOTE_JOBAFKLARING_2020,
    SHORTEST,
)
from sammetag.law.errors import NotInForce
from sammetag.law.numbers import number
from sammetag.law.period import Period, months_from
from sammetag.law.registry import BOOK, Book
from sammetag.law.rule import closed, rule
from sammetag.law.schemes import JOBAFKLARINGSFORLOEB, RESSOURCEFORLOEB
from sammetag.words import Words

LENGTH = Topic("programme.length", LENGTH_TITLE, ChosenBy.GRANT)
THREE_YEARS_FROM = date(2022, 1, 1)


@dataclass(frozen=True, slots=True)
class LengthFacts:
    """What must be known to judge a programme's length; `ends_on` None asks for the limits alone.

    `leave_days` are days of parental or bereavement leave (barsel, sorgorlov) inside the programme.
    Raises ValueError where it ends before it starts or the days are negative.
    """

    scheme: str
    granted_on: date
    starts_on: date
    ends_on: date | None
    leave_days: int = 0

    def __post_init__(self) -> None:
        """Refuse a programme that ends before it starts, and negative leave."""
        Period(self.starts_on, self.ends_on)
        if self.leave_days < 0:
            raise ValueError(f"leave cannot be {self.leave_days} days")


@dataclass(frozen=True, slots=True)
class Length:
    """The earliest and the latest last day a programme may have, and whether the one it has `fits`.

    `shortest_end` is None where the act sets no shortest length; `fits` is None where no end was given.
    """

    shortest_end: date | None
    longest_end: date
    fits: bool | None


def length_allowed(facts: LengthFacts, *, book: Book = BOOK) -> Answer[Length]:
    """Say between which last days a programme may end, and whether its own end fits.

    Raises UnknownScheme, and NotInForce for a grant before the scheme began or after it closed.
    Source: LAB § 68 a, stk. 4, and § 68 d, stk. 5, until 2019; LAB § 114, stk. 1, and § 110 since.
    """
    return book.ask(LENGTH, facts, scheme=facts.scheme, granted_on=facts.granted_on, on=facts.granted_on)


@rule(
    LENGTH,
    schemes=(JOBAFKLARINGSFORLOEB,),
    first=date(2014, 7, 1),
    last=date(2019, 12, 31),
    source=Source("LAB", "§ 68 d, stk. 5", "LOV 720/2014, LBK 990/2014"),
    confidence=Confidence.HIGH,
)
@rule(
    LENGTH,
    schemes=(RESSOURCEFORLOEB,),
    first=date(2013, 1, 1),
    last=date(2019, 12, 31),
    source=Source("LAB", "§ 68 a, stk. 4", "LBK 415/2013, 990/2014, 807/2015, 1342/2016"),
    confidence=Confidence.HIGH,
)
def leave_not_mentioned(facts: LengthFacts, asked: Asked) -> Finding[Length]:
    """Count every day of the programme, since the act said nothing of leave."""
    warning = (Reason(LEAVE_COUNTS, ReasonKind.WARNING, asked.version.source),) if facts.leave_days else ()
    return _finding(facts, asked, 0, warning)


@rule(
    LENGTH,
    schemes=(JOBAFKLARINGSFORLOEB,),
    first=date(2020, 1, 1),
    last=None,
    source=Source("LAB", "§ 110, stk. 1", "LOV 548/2019, LBK 280/2024"),
    confidence=Confidence.MEDIUM,
    note=NOTE_JOBAFKLARING_2020,
)
@rule(
    LENGTH,
    schemes=(RESSOURCEFORLOEB,),
    first=THREE_YEARS_FROM,
    last=date(2026, 1, 31),
    source=Source("LAB", "§ 114, stk. 1", "LOV 1160/2021, LBK 701/2022, LBK 280/2024"),
    confidence=Confidence.HIGH,
)
@rule(
    LENGTH,
    schemes=(RESSOURCEFORLOEB,),
    first=date(2020, 1, 1),
    last=date(2021, 12, 31),
    source=Source("LAB", "§ 114, stk. 1", "LOV 548/2019"),
    confidence=Confidence.HIGH,
)
def leave_not_counted(facts: LengthFacts, asked: Asked) -> Finding[Length]:
    """Leave days of maternity, paternity and bereavement out of the length."""
    entered = (Reason(LEAVE_ENTERED.filled(days=facts.leave_days)),) if facts.leave_days else ()
    return _finding(facts, asked, facts.leave_days, entered)


closed(
    LENGTH,
    schemes=(RESSOURCEFORLOEB,),
    since=date(2026, 2, 1),
    sentence=CLOSED,
    source=Source("Ændringsloven", "§ 21, stk. 8", "LOV 1750/2025, jf. BEK 58/2026"),
)


def _finding(facts: LengthFacts, asked: Asked, added_days: int, extra: tuple[Reason, ...]) -> Finding[Length]:
    shortest = _end_after(_months("shortest_months", asked), facts, added_days)
    longest = _end_after(_months("longest_months", asked), facts, added_days)
    if longest is None:
        raise ValueError(f"{asked.scheme} has no longest length on {asked.chosen_on}")
    length = Length(shortest, longest, _fits(facts.ends_on, shortest, longest))
    rules = tuple(Reason(text, ReasonKind.RULE, asked.version.source) for text in _limits(length))
    return Finding(length, (*rules, *extra, *_verdict(facts, length), *_long_grant(facts, asked)))


def _months(name: str, asked: Asked) -> int | None:
    try:
        return number(name, scheme=asked.scheme, on=asked.chosen_on).value
    except NotInForce:
        return None


def _end_after(months: int | None, facts: LengthFacts, added_days: int) -> date | None:
    if months is None:
        return None
    last = months_from(facts.starts_on, months).last
    return last and last + timedelta(days=added_days)


def _fits(ends_on: date | None, shortest: date | None, longest: date) -> bool | None:
    if ends_on is None:
        return None
    return (shortest is None or shortest <= ends_on) and ends_on <= longest


def _limits(length: Length) -> tuple[Words, ...]:
    longest = LONGEST.filled(longest=length.longest_end)
    if length.shortest_end is None:
        return (longest,)
    return SHORTEST.filled(shortest=length.shortest_end), longest


def _verdict(facts: LengthFacts, length: Length) -> tuple[Reason, ...]:
    if facts.ends_on is None:
        return ()
    if length.fits:
        return (Reason(END_OK.filled(end=facts.ends_on)),)
    late = facts.ends_on > length.longest_end
    limit = length.longest_end if late else length.shortest_end
    return (Reason((END_LATE if late else END_SOON).filled(end=facts.ends_on, limit=limit)),)


def _long_grant(facts: LengthFacts, asked: Asked) -> tuple[Reason, ...]:
    """Warn where a grant from before 2022 runs past the three years that hold for grants since."""
    if facts.ends_on is None or asked.scheme != RESSOURCEFORLOEB or asked.chosen_on >= THREE_YEARS_FROM:
        return ()
    three_years = number("longest_months", scheme=asked.scheme, on=THREE_YEARS_FROM).value
    if months_from(facts.starts_on, three_years).contains(facts.ends_on) or facts.ends_on < THREE_YEARS_FROM:
        return ()
    return (Reason(LONG_GRANT, ReasonKind.WARNING, Source("LAB", "§ 114, stk. 1", "LOV 1160/2021")),)
