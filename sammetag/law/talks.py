"""How many talks the law asks for in a programme, how many are held, and by when the rest must be.

To change the law: add a dated version below and end the one before it, add its number to `talks.yaml`,
add its examples to `tests/law/talks_examples.yaml`.
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
from sammetag.law.period import DAY, Period, months_from, window_around
from sammetag.law.programme import COVID_PAUSE, covid_warning, require_inside
from sammetag.law.registry import BOOK, Book
from sammetag.law.rule import not_known, rule
from sammetag.law.schemes import JOBAFKLARINGSFORLOEB, RESSOURCEFORLOEB, scheme_name
from sammetag.law.talks_words import (
    AGREED,
    ENOUGH_BEFORE,
    HELD,
    HELD_FIRST,
    HELD_IN_PAUSE,
    MISSING,
    NO_TRANSITION_NUMBER,
    NONE_MISSING,
    NOT_READ_2014,
    NOTE_2026,
    NOTE_TRANSITION,
    NOTE_WINDOWS,
    REQUIRED,
    RULE_ENDS,
    TALKS_TITLE,
    talks_in_words,
)
from sammetag.words import Words

TALKS_DUE = Topic("talks.due", TALKS_TITLE, ChosenBy.DAY, grants=require_possible)
NEW_ACT = date(2020, 1, 1)
BOTH = (RESSOURCEFORLOEB, JOBAFKLARINGSFORLOEB)
COUNTED_SINCE_PAUSE = Source("BEK om suspension af beskæftigelsesindsatsen", "§ 18, stk. 3", "BEK 686/2020")


@dataclass(frozen=True, slots=True)
class TalkFacts:
    """What must be known of a programme to count its talks: the days `held` are those of talks that count.

    `starts_on` is the first day with the programme's benefit. Raises ValueError for an end before the start.
    """

    scheme: str
    granted_on: date
    starts_on: date
    ends_on: date | None
    held: tuple[date, ...]

    def __post_init__(self) -> None:
        """Refuse a programme that ends before it starts."""
        Period(self.starts_on, self.ends_on)


@dataclass(frozen=True, slots=True)
class TalksDue:
    """How many talks the window asks for, how many of them are held and missing, and the last day for them.

    `agreed_after` is true once no number applies and citizen and municipality agree on the talks;
    `last_day` is None where no number applies.
    """

    required: int
    held: int
    missing: int
    window: Period
    agreed_after: bool
    last_day: date | None


def talks_due(facts: TalkFacts, on: date, *, book: Book = BOOK) -> Answer[TalksDue]:
    """Say how many talks are required, held and missing on a day, and by when they must be held.

    Talks after the day are not counted. Raises UnknownScheme, NotInForce (also OutsideProgramme, and for a
    grant on a day when none could be given), NotKnown.
    Source: LAB § 18 until 2019, LAB §§ 31-32 and 209 since 2020.
    """
    scheme_name(facts.scheme)
    require_inside(Period(facts.starts_on, facts.ends_on), on)
    TALKS_DUE.require_grant(facts.scheme, facts.granted_on)
    return book.ask(TALKS_DUE, facts, scheme=facts.scheme, granted_on=facts.granted_on, on=on)


@rule(
    TALKS_DUE,
    schemes=(RESSOURCEFORLOEB,),
    first=date(2013, 1, 1),
    last=date(2019, 12, 31),
    source=Source("LAB", "§ 18, stk. 2", "LBK 415/2013, 990/2014, 807/2015, 1342/2016"),
    confidence=Confidence.HIGH,
    note=NOTE_WINDOWS,
)
def in_each_twelve_months(facts: TalkFacts, asked: Asked) -> Finding[TalksDue]:
    """Ask for a number of talks in every window of twelve months from the programme's start."""
    required = _number("talks_in_twelve_months", asked)
    window = window_around(asked.on, facts.starts_on, _number("talks_window_months", asked))
    return _finding(facts, asked, window, required)


@rule(
    TALKS_DUE,
    schemes=BOTH,
    first=NEW_ACT,
    last=date(2020, 6, 30),
    source=Source("LAB", "§ 31, stk. 1, § 32 og § 209, stk. 3-4", "LOV 548/2019"),
    confidence=Confidence.HIGH,
    note=NOTE_TRANSITION,
)
def in_first_months_with_transition(facts: TalkFacts, asked: Asked) -> Finding[TalksDue]:
    """Ask for the first months' talks, but for fewer where much of them had passed by 1 January 2020."""
    weeks = (NEW_ACT - facts.starts_on).days // 7
    if facts.starts_on >= NEW_ACT or weeks < _number("transition_from_weeks", asked):
        return in_first_months(facts, asked)
    first_months = months_from(facts.starts_on, _number("first_months", asked))
    if not first_months.contains(asked.on):
        return in_first_months(facts, asked)
    if weeks >= _number("transition_to_weeks", asked):
        return _agreed(facts, asked, Period(NEW_ACT, facts.ends_on), NO_TRANSITION_NUMBER)
    return _transition(facts, asked, Period(NEW_ACT, first_months.last), weeks)


@rule(
    TALKS_DUE,
    schemes=BOTH,
    first=date(2026, 7, 1),
    last=None,
    source=Source("LAB", "§ 31, stk. 3, § 32 og ny § 32 a", "LBK 280/2024, LOV 1750/2025"),
    confidence=Confidence.MEDIUM,
    note=NOTE_2026,
)
@rule(
    TALKS_DUE,
    schemes=BOTH,
    first=date(2020, 7, 1),
    last=date(2026, 6, 30),
    source=Source(
        "LAB", "§ 31, stk. 3 (før 2024: stk. 1), og § 32", "LOV 548/2019, LBK 701/2022, LBK 280/2024"
    ),
    confidence=Confidence.HIGH,
)
def in_first_months(facts: TalkFacts, asked: Asked) -> Finding[TalksDue]:
    """Ask for a number of talks in the first months; afterwards citizen and municipality agree."""
    months = _number("first_months", asked)
    window = months_from(facts.starts_on, months)
    if window.last is not None and asked.on > window.last:
        held = _held(facts, window, asked.on)
        past = Reason(HELD_FIRST.filled(months=months, talks=talks_in_words(held), count=held))
        after = Period(window.last + DAY, facts.ends_on)
        return _agreed(facts, asked, after, AGREED.filled(months=months), past)
    return _finding(facts, asked, window, _number("talks_in_first_months", asked))


not_known(
    TALKS_DUE,
    schemes=(JOBAFKLARINGSFORLOEB,),
    first=date(2014, 7, 1),
    last=date(2019, 12, 31),
    reason=NOT_READ_2014,
    source=Source("LAB", "§ 18, stk. 2, og § 68 e, stk. 3", "LBK 990/2014, LBK 1342/2016"),
)


def _number(name: str, asked: Asked) -> int:
    return number(name, scheme=asked.scheme, on=asked.chosen_on).value


def _transition(facts: TalkFacts, asked: Asked, window: Period, weeks: int) -> Finding[TalksDue]:
    before = Period(NEW_ACT - _number("transition_lookback_weeks", asked) * 7 * DAY, NEW_ACT - DAY)
    held_before = sum(before.contains(day) for day in facts.held)
    if held_before >= _number("transition_enough_talks", asked):
        return _finding(
            facts, asked, window, 0, exempt=ENOUGH_BEFORE.filled(talks=talks_in_words(held_before))
        )
    late = weeks >= _number("transition_late_weeks", asked)
    return _finding(
        facts, asked, window, _number("transition_talks_late" if late else "transition_talks", asked)
    )


def _finding(
    facts: TalkFacts, asked: Asked, window: Period, required: int, *, exempt: Words | None = None
) -> Finding[TalksDue]:
    held = _held(facts, window, asked.on)
    missing = max(0, required - held)
    last_day = _last_day(facts, window) if required else None
    due = TalksDue(required, held, missing, window, agreed_after=False, last_day=last_day)
    demand = Reason(exempt or _demand(due), ReasonKind.RULE, asked.version.source)
    return Finding(due, (demand, *_count(due), *_warnings(facts, due, asked)))


def _agreed(facts: TalkFacts, asked: Asked, window: Period, words: Words, *past: Reason) -> Finding[TalksDue]:
    held = _held(facts, window, asked.on)
    due = TalksDue(0, held, 0, window, agreed_after=True, last_day=None)
    demand = Reason(words, ReasonKind.RULE, asked.version.source)
    return Finding(due, (demand, *past, _held_reason(due), *_warnings(facts, due, asked)))


def _held(facts: TalkFacts, window: Period, on: date) -> int:
    return sum(window.contains(day) and day <= on for day in facts.held)


def _last_day(facts: TalkFacts, window: Period) -> date | None:
    ends = [day for day in (window.last, facts.ends_on) if day is not None]
    return min(ends, default=None)


def _demand(due: TalksDue) -> Words:
    return REQUIRED.filled(talks=talks_in_words(due.required), first=due.window.first, last=due.window.last)


def _count(due: TalksDue) -> tuple[Reason, ...]:
    if not due.missing:
        return _held_reason(due), Reason(NONE_MISSING)
    missing = MISSING.filled(talks=talks_in_words(due.missing), last_day=due.last_day)
    return _held_reason(due), Reason(missing)


def _held_reason(due: TalksDue) -> Reason:
    return Reason(HELD.filled(talks=talks_in_words(due.held), count=due.held, first=due.window.first))


def _warnings(facts: TalkFacts, due: TalksDue, asked: Asked) -> tuple[Reason, ...]:
    ends = _rule_ends(due, asked)
    if not (COVID_PAUSE.contains(asked.on) or (due.required > 0 and COVID_PAUSE.overlaps(due.window))):
        return ends
    counted = any(COVID_PAUSE.contains(day) and day <= asked.on for day in facts.held)
    doubt = (Reason(HELD_IN_PAUSE, ReasonKind.WARNING, COUNTED_SINCE_PAUSE),) if counted else ()
    return (covid_warning(), *doubt, *ends)


def _rule_ends(due: TalksDue, asked: Asked) -> tuple[Reason, ...]:
    """Tell of the new act where the window of the old one runs past the old rule's last day."""
    last = asked.version.period.last
    if asked.on >= NEW_ACT or last is None or due.window.last is None or due.window.last <= last:
        return ()
    return (Reason(RULE_ENDS.filled(last=last), ReasonKind.WARNING, asked.version.source),)
