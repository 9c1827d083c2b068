"""When the team must treat a job clarification case, and what comes after years of illness.

How long a programme may last (2 years at a time) is answered by `duration.py`.
To change the law: add a dated version below and end the one before it, add its numbers to
`clarification.yaml`, add its examples to `tests/law/clarification_examples.yaml`.
"""

from __future__ import annotations

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
from sammetag.law.clarification_facts import (
    LongTerm,
    LongTermFacts,
    TeamDeadline,
    TeamExemption,
    TeamFacts,
)
from sammetag.law.clarification_words import (
    AT_RISK,
    BRACKETED,
    CLINICAL,
    COUNTED,
    COVID_TALK,
    COVID_TEAM,
    EARLIER_EFFORT,
    INTENSIVE,
    JUDGE_LATE,
    LONG_TERM_TITLE,
    NO_RISK,
    NOT_CLINICAL,
    NOT_JUDGED,
    NOTE_2014,
    OVERDUE,
    RECOVERY,
    SUSPENDED,
    TALK,
    TALK_BEGUN,
    TALK_LATE,
    TEAM_TITLE,
    TEAM_WEEKS,
    TEAM_WEEKS_DECIDED,
    TREATED,
    TREATED_LATE,
    WHY_JULY_2026,
)
from sammetag.law.half_years import years_in_words
from sammetag.law.numbers import number
from sammetag.law.period import Period, add_months
from sammetag.law.registry import BOOK, Book
from sammetag.law.rule import not_known, rule
from sammetag.law.schemes import JOBAFKLARINGSFORLOEB

TEAM = Topic("clarification.team", TEAM_TITLE, ChosenBy.DAY)
LONG_TERM = Topic("clarification.long_term", LONG_TERM_TITLE, ChosenBy.DAY)
SCHEME_BEGAN = date(2014, 7, 1)
LAB_2026 = "LBK 280/2024, ændret ved LOV 1750/2025"
LATEST_WHILE_SUSPENDED = date(2022, 3, 31)
LOCKDOWN = Period(date(2020, 3, 20), date(2020, 5, 26))
COVID_ORDER = Source("BEK om delvis suspension", "§ 1, stk. 1, nr. 9", "BEK 245/2020, BEK 686/2020")
# The consolidated act of November 2016 is the first one read with the exemption and the limit after § 24 a.
FIRST_READ_WITH_EXEMPTION = date(2016, 12, 1)


def team_deadline(facts: TeamFacts, on: date, *, book: Book = BOOK) -> Answer[TeamDeadline]:
    """Say by when the rehabilitation team must treat the case, and whether it did.

    The day the programme starts picks the version; `on` is only asked whether the limit has run out.
    Raises UnknownScheme; NotInForce for another scheme or a start before July 2014; NotKnown for starts
    since July 2026. Source: LAB § 68 d, stk. 2-3, until 2019; § 109 since; BEK 1250/2021 § 17 and BEK
    2408/2021 § 20 for starts from July 2021 to February 2022.
    """
    answer: Answer[TeamDeadline] = book.ask(
        TEAM, facts, scheme=facts.scheme, granted_on=facts.starts_on, on=facts.starts_on
    )
    due = answer.value.due_on
    treated = facts.treated_on is not None and facts.treated_on <= on
    if due is None or treated or on <= due:
        return answer
    overdue = Reason(OVERDUE.filled(due=due), ReasonKind.WARNING, answer.version.source)
    return Answer(answer.value, (*answer.reasons, overdue), answer.version)


def long_term(facts: LongTermFacts, on: date, *, book: Book = BOOK) -> Answer[LongTerm]:
    """Say when the talk with the health coordinator must begin, and when the clinical function is considered.

    Raises UnknownScheme; NotInForce for another scheme or a day before July 2014; NotKnown for days since
    July 2026. Source: LAB § 68 e, stk. 3-4, until 2019; § 111, stk. 3-4, since.
    """
    return book.ask(LONG_TERM, facts, scheme=facts.scheme, granted_on=facts.benefit_ended_on, on=on)


@rule(
    TEAM,
    schemes=(JOBAFKLARINGSFORLOEB,),
    first=date(2022, 3, 1),
    last=date(2026, 6, 30),
    source=Source("LAB", "§ 109", "LBK 701/2022, LBK 280/2024, jf. BEK 47/2026"),
    confidence=Confidence.HIGH,
    note=COUNTED,
)
@rule(
    TEAM,
    schemes=(JOBAFKLARINGSFORLOEB,),
    first=date(2020, 1, 1),
    last=date(2021, 6, 30),
    source=Source("LAB", "§ 109", "LOV 548/2019"),
    confidence=Confidence.HIGH,
    note=COUNTED,
)
@rule(
    TEAM,
    schemes=(JOBAFKLARINGSFORLOEB,),
    first=SCHEME_BEGAN,
    last=date(2019, 12, 31),
    source=Source("LAB", "§ 68 d, stk. 2-3", "LBK 990/2014, LBK 1342/2016"),
    confidence=Confidence.MEDIUM,
    note=NOTE_2014,
)
def some_weeks_after_the_move(facts: TeamFacts, asked: Asked) -> Finding[TeamDeadline]:
    """Treat the case in the team within some weeks after the move, or after the decision on the right."""
    if facts.exemption is not None:
        return _exempt(facts, asked)
    weeks = _number("clarification_team_weeks", asked)
    due = facts.counted_from + timedelta(weeks=weeks)
    text = TEAM_WEEKS if facts.decided_on is None else TEAM_WEEKS_DECIDED
    demand = Reason(text.filled(weeks=weeks, due=due), ReasonKind.RULE, asked.version.source)
    warnings = (*_bracketed(facts, used=facts.decided_on is not None), *_lockdown(facts.counted_from, due))
    return Finding(_deadline(facts, due), (demand, *_treated(facts, due), *warnings))


@rule(
    TEAM,
    schemes=(JOBAFKLARINGSFORLOEB,),
    first=date(2021, 7, 1),
    last=date(2022, 2, 28),
    source=Source(
        "BEK om rehabiliteringsplan m.v.",
        "§ 17 i BEK 1250/2021; § 20 i BEK 2408/2021",
        "BEK 1250/2021, BEK 2408/2021",
    ),
    confidence=Confidence.HIGH,
)
def one_day_for_all(facts: TeamFacts, asked: Asked) -> Finding[TeamDeadline]:
    """Bring the case before the team by one day in 2022, since the weeks were suspended."""
    if facts.exemption is not None:
        return _exempt(facts, asked)
    due = LATEST_WHILE_SUSPENDED
    demand = Reason(SUSPENDED.filled(due=due), ReasonKind.RULE, asked.version.source)
    return Finding(_deadline(facts, due), (demand, *_treated(facts, due)))


not_known(
    TEAM,
    schemes=(JOBAFKLARINGSFORLOEB,),
    first=date(2026, 7, 1),
    last=None,
    reason=WHY_JULY_2026,
    source=Source("LAB", "§ 109", LAB_2026),
)


@rule(
    LONG_TERM,
    schemes=(JOBAFKLARINGSFORLOEB,),
    first=date(2020, 1, 1),
    last=date(2026, 6, 30),
    source=Source("LAB", "§ 111, stk. 3-4", "LOV 548/2019, LBK 701/2022, LBK 280/2024"),
    confidence=Confidence.HIGH,
    note=COUNTED,
)
def talk_and_clinical_function(facts: LongTermFacts, asked: Asked) -> Finding[LongTerm]:
    """Begin a talk with the health coordinator, and consider the clinical function beyond four years."""
    years = _number("clarification_talk_months", asked)
    four = _number("clarification_clinical_months", asked)
    talk_by = add_months(facts.benefit_ended_on, years)
    four_years_on = add_months(facts.benefit_ended_on, four)
    clinical = None if facts.new_until is None else facts.new_until > four_years_on
    demand = TALK.filled(four=years_in_words(four), years=years_in_words(years), due=talk_by)
    reasons = (
        Reason(demand, ReasonKind.RULE, asked.version.source),
        *_risk(facts, asked, talk_by),
        *_clinical(asked, clinical, four, four_years_on),
    )
    return Finding(LongTerm(talk_by, facts.at_risk, four_years_on, clinical), reasons)


@rule(
    LONG_TERM,
    schemes=(JOBAFKLARINGSFORLOEB,),
    first=SCHEME_BEGAN,
    last=date(2019, 12, 31),
    source=Source("LAB", "§ 68 e, stk. 3-4", "LBK 990/2014, LBK 1342/2016"),
    confidence=Confidence.HIGH,
    note=COUNTED,
)
def talk_contact_and_clinical_function(facts: LongTermFacts, asked: Asked) -> Finding[LongTerm]:
    """Ask for the same, and for an intensified contact beside the talk."""
    finding = talk_and_clinical_function(facts, asked)
    contact = INTENSIVE.filled(
        talks=_number("clarification_intensive_talks", asked),
        months=_number("clarification_intensive_months", asked),
    )
    first, *others = finding.reasons
    return Finding(finding.value, (first, Reason(contact, ReasonKind.RULE, asked.version.source), *others))


not_known(
    LONG_TERM,
    schemes=(JOBAFKLARINGSFORLOEB,),
    first=date(2026, 7, 1),
    last=None,
    reason=WHY_JULY_2026,
    source=Source("LAB", "§ 111", LAB_2026),
)


def _number(name: str, asked: Asked) -> int:
    return number(name, scheme=asked.scheme, on=asked.chosen_on).value


def _exempt(facts: TeamFacts, asked: Asked) -> Finding[TeamDeadline]:
    recovery = facts.exemption is TeamExemption.RECOVERY_EXPECTED
    weeks = _number("clarification_recovery_weeks", asked)
    text = RECOVERY.filled(weeks=weeks) if recovery else EARLIER_EFFORT
    reason = Reason(text, ReasonKind.RULE, asked.version.source)
    return Finding(TeamDeadline(None, None), (reason, *_bracketed(facts, used=recovery)))


def _bracketed(facts: TeamFacts, *, used: bool) -> tuple[Reason, ...]:
    """Warn where the answer rests on words that were first read in the act of November 2016."""
    if not used or facts.starts_on >= FIRST_READ_WITH_EXEMPTION:
        return ()
    return (Reason(BRACKETED, ReasonKind.WARNING, Source("LAB", "§ 68 d, stk. 2-3", "LBK 1342/2016")),)


def _lockdown(first: date, due: date) -> tuple[Reason, ...]:
    if not LOCKDOWN.overlaps(Period(first, due)):
        return ()
    return (Reason(COVID_TEAM, ReasonKind.WARNING, COVID_ORDER),)


def _deadline(facts: TeamFacts, due: date) -> TeamDeadline:
    return TeamDeadline(due, None if facts.treated_on is None else facts.treated_on <= due)


def _treated(facts: TeamFacts, due: date) -> tuple[Reason, ...]:
    if facts.treated_on is None:
        return ()
    text = TREATED if facts.treated_on <= due else TREATED_LATE
    return (Reason(text.filled(treated=facts.treated_on)),)


def _risk(facts: LongTermFacts, asked: Asked, talk_by: date) -> tuple[Reason, ...]:
    if facts.at_risk is False:
        return (Reason(NO_RISK),)
    covid = (Reason(COVID_TALK, ReasonKind.WARNING, COVID_ORDER),) if LOCKDOWN.contains(talk_by) else ()
    late = talk_by < asked.on
    if facts.at_risk is None:
        judge = Reason(JUDGE_LATE.filled(due=talk_by), ReasonKind.WARNING) if late else None
        return (judge or Reason(NOT_JUDGED.filled(due=talk_by)), *covid)
    if facts.talk_on is not None and facts.talk_on <= asked.on:
        return Reason(AT_RISK), Reason(TALK_BEGUN.filled(talk=facts.talk_on)), *covid
    now = (Reason(TALK_LATE.filled(due=talk_by), ReasonKind.WARNING),) if late else ()
    return Reason(AT_RISK), *now, *covid


def _clinical(asked: Asked, clinical: bool | None, four: int, end: date) -> tuple[Reason, ...]:
    if clinical is None:
        return ()
    said = (CLINICAL if clinical else NOT_CLINICAL).filled(four=years_in_words(four), end=end)
    return (Reason(said, ReasonKind.RULE, asked.version.source),)
