"""What kind of flexi-job is granted, when it is followed up, and when it may be at the same workplace.

To change the law: add a dated version below and end the one before it, add its numbers to `flexi_job.yaml`,
add its examples to `tests/law/flexi_job_examples.yaml`.
"""

from __future__ import annotations

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
from sammetag.law.errors import NotKnown
from sammetag.law.flexi_job_facts import (
    FlexiClock,
    FlexiClockFacts,
    FlexiGrant,
    FlexiGrantFacts,
    GrantKind,
    Retention,
    RetentionExemption,
    RetentionFacts,
)
from sammetag.law.flexi_job_words import (
    ACUTE,
    AGREEMENT,
    BY_TALK,
    CLOCK_TITLE,
    COUNTED_FROM_LATEST,
    COUNTED_FROM_START,
    DECIDED,
    FOLLOW_UP,
    FOLLOW_UP_NOW,
    FOR_A_PERIOD,
    GRANT_TITLE,
    IS_FIRST,
    IS_PERMANENT,
    LONG_ENOUGH,
    NEAR_PENSION,
    NEVER,
    NO_STATUS,
    NOT_JUDGED,
    NOT_LONG_ENOUGH,
    NOT_MET,
    NOTE_2026,
    NOTE_NEAR_PENSION,
    OLD_GRANT,
    PERMANENT_FROM,
    RAN_OUT,
    RETENTION_TITLE,
    RUNS_UNTIL,
    SPECIAL_TERMS_FIRST,
    STATUS,
    STATUS_MADE,
    STATUS_NOW,
    STAYS,
    TOO_YOUNG,
)
from sammetag.law.half_years import years_in_words
from sammetag.law.numbers import number
from sammetag.law.period import add_months, day_after_months, months_from
from sammetag.law.registry import BOOK, Book
from sammetag.law.rule import rule
from sammetag.law.schemes import FLEKSJOB

FLEXI_GRANT = Topic("flexi_job.grant", GRANT_TITLE, ChosenBy.GRANT)
FLEXI_CLOCK = Topic("flexi_job.clock", CLOCK_TITLE, ChosenBy.DAY)
RETENTION = Topic("flexi_job.retention", RETENTION_TITLE, ChosenBy.DAY)
SCHEME_BEGAN = date(2013, 1, 1)
OLD_LAB = "LBK 415/2013, 990/2014, 1342/2016"
NEW_LAB = "LOV 548/2019, LBK 701/2022, LBK 280/2024"
LAB_2026 = "LBK 280/2024, ændret ved LOV 1750/2025"


def flexi_grant(facts: FlexiGrantFacts, *, book: Book = BOOK) -> Answer[FlexiGrant]:
    """Say whether the flexi-job is granted for a period or for good, and when the period ends.

    Raises UnknownScheme, and NotInForce for another scheme than flexi-job or a grant before 2013.
    Source: LAB § 70 c until 2019; § 120 since.
    """
    day = facts.granted_on
    return book.ask(FLEXI_GRANT, facts, scheme=facts.scheme, granted_on=day, on=day)


def flexi_clock(facts: FlexiClockFacts, on: date, *, book: Book = BOOK) -> Answer[FlexiClock]:
    """Say when the next follow-up and the status fall due, and whether the person stays in the scheme.

    Raises UnknownScheme; NotInForce for another scheme than flexi-job or a day before 2013; NotKnown for a
    grant before 2013. Source: LAB § 70 d until 2019; § 121 since.
    """
    answer: Answer[FlexiClock] = book.ask(
        FLEXI_CLOCK, facts, scheme=facts.scheme, granted_on=facts.granted_on, on=on
    )
    if facts.granted_on < SCHEME_BEGAN:
        raise NotKnown(OLD_GRANT, f"{FLEXI_CLOCK.name} is not known for grants before {SCHEME_BEGAN}")
    return answer


def retention(facts: RetentionFacts, *, book: Book = BOOK) -> Answer[Retention]:
    """Say whether the person has worked long enough on special terms for a flexi-job at the same workplace.

    The first day of the flexi-job picks the version, and the years to the pension age are counted from it.
    Raises UnknownScheme, and NotInForce for another scheme than flexi-job or a day before 2013.
    Source: LAB § 70 b until 2019; § 119 since.
    """
    day = facts.hired_on
    return book.ask(RETENTION, facts, scheme=facts.scheme, granted_on=day, on=day)


@rule(
    FLEXI_GRANT,
    schemes=(FLEKSJOB,),
    first=date(2026, 7, 1),
    last=None,
    source=Source("LAB", "§ 120", LAB_2026),
    confidence=Confidence.MEDIUM,
    note=NOTE_2026,
)
@rule(
    FLEXI_GRANT,
    schemes=(FLEKSJOB,),
    first=date(2020, 1, 1),
    last=date(2026, 6, 30),
    source=Source("LAB", "§ 120", NEW_LAB),
    confidence=Confidence.HIGH,
)
@rule(
    FLEXI_GRANT,
    schemes=(FLEKSJOB,),
    first=SCHEME_BEGAN,
    last=date(2019, 12, 31),
    source=Source("LAB", "§ 70 c", OLD_LAB),
    confidence=Confidence.HIGH,
)
def five_years_then_perhaps_for_good(facts: FlexiGrantFacts, asked: Asked) -> Finding[FlexiGrant]:
    """Grant a flexi-job for a period, and for good after the first one to those who are old enough."""
    months = _number("flexi_job_months", asked)
    age = _number("flexi_job_permanent_age", asked)
    period = Reason(FOR_A_PERIOD.filled(years=years_in_words(months)), ReasonKind.RULE, asked.version.source)
    for_good = Reason(PERMANENT_FROM.filled(age=age), ReasonKind.RULE, asked.version.source)
    if facts.conditions_met is False:
        return Finding(FlexiGrant(GrantKind.NONE, None), (period, for_good, Reason(NOT_MET)))
    open_question = () if facts.conditions_met else (Reason(NOT_JUDGED, ReasonKind.WARNING),)
    turns = add_months(facts.born_on, age * 12)
    if facts.had_one_before and turns <= facts.granted_on:
        permanent = Reason(IS_PERMANENT.filled(age=age))
        return Finding(FlexiGrant(GrantKind.PERMANENT, None), (for_good, permanent, *open_question))
    ends_on = months_from(facts.starts_on, months).last
    why = TOO_YOUNG.filled(age=age, turns=turns) if facts.had_one_before else IS_FIRST
    until = Reason(RUNS_UNTIL.filled(ends=ends_on))
    return Finding(FlexiGrant(GrantKind.FIVE_YEARS, ends_on), (period, Reason(why), until, *open_question))


@rule(
    FLEXI_CLOCK,
    schemes=(FLEKSJOB,),
    first=date(2026, 7, 1),
    last=None,
    source=Source("LAB", "§ 121", LAB_2026),
    confidence=Confidence.MEDIUM,
    note=NOTE_2026,
)
@rule(
    FLEXI_CLOCK,
    schemes=(FLEKSJOB,),
    first=date(2020, 1, 1),
    last=date(2026, 6, 30),
    source=Source("LAB", "§ 121", NEW_LAB),
    confidence=Confidence.HIGH,
)
@rule(
    FLEXI_CLOCK,
    schemes=(FLEKSJOB,),
    first=SCHEME_BEGAN,
    last=date(2019, 12, 31),
    source=Source("LAB", "§ 70 d", OLD_LAB),
    confidence=Confidence.HIGH,
)
def followed_up_and_judged(facts: FlexiClockFacts, asked: Asked) -> Finding[FlexiClock]:
    """Follow the job up at fixed times, make a status before a period ends, and let it run on meanwhile."""
    done = [day for day in facts.followed_up if day <= asked.on]
    follow_up_due = day_after_months(
        max(done, default=facts.starts_on), _number("flexi_job_follow_up_months", asked)
    )
    stays = _not_yet(facts.decided_on, asked)
    if facts.permanent:
        clock = FlexiClock(follow_up_due, None, None, stays)
    else:
        status_due = day_after_months(facts.starts_on, _number("flexi_job_status_months", asked))
        ends_on = months_from(facts.starts_on, _number("flexi_job_months", asked)).last
        clock = FlexiClock(follow_up_due, status_due, ends_on, stays)
    follow_up = _follow_up(facts, asked, clock, max(done, default=None))
    return Finding(clock, (*follow_up, *_status(facts, asked, clock), *_stays(facts, asked, clock)))


@rule(
    RETENTION,
    schemes=(FLEKSJOB,),
    first=SCHEME_BEGAN,
    last=date(2019, 12, 31),
    source=Source("LAB", "§ 70 b", OLD_LAB),
    confidence=Confidence.HIGH,
)
def special_terms_first(facts: RetentionFacts, asked: Asked) -> Finding[Retention]:
    """Ask for a time on special terms first, unless injury or illness is acute."""
    months = _number("flexi_job_special_terms_months", asked)
    demand = Reason(SPECIAL_TERMS_FIRST.filled(months=months), ReasonKind.RULE, asked.version.source)
    if facts.acute:
        why = Reason(ACUTE, ReasonKind.RULE, asked.version.source)
        return Finding(Retention(True, None, RetentionExemption.ACUTE), (demand, why))
    agreement = Reason(AGREEMENT, ReasonKind.RULE, asked.version.source)
    since = facts.special_terms_since
    if since is None:
        return Finding(Retention(False, None, None), (demand, agreement, Reason(NEVER)))
    earliest = day_after_months(since, months)
    allowed = earliest <= facts.hired_on
    verdict = (LONG_ENOUGH if allowed else NOT_LONG_ENOUGH).filled(since=since, earliest=earliest)
    return Finding(Retention(allowed, earliest, None), (demand, agreement, Reason(verdict)))


@rule(
    RETENTION,
    schemes=(FLEKSJOB,),
    first=date(2020, 1, 1),
    last=None,
    source=Source("LAB", "§ 119", "LBK 701/2022, LBK 280/2024"),
    confidence=Confidence.MEDIUM,
    note=NOTE_NEAR_PENSION,
)
def special_terms_first_unless_near_pension(facts: RetentionFacts, asked: Asked) -> Finding[Retention]:
    """Ask for the same, but only of those who have more than some years to the pension age."""
    years = _number("flexi_job_years_to_pension", asked)
    finding = special_terms_first(facts, asked)
    if facts.pension_on > add_months(facts.hired_on, years * 12):
        return finding
    near = NEAR_PENSION.filled(years=years, pension=facts.pension_on)
    reasons = (finding.reasons[0], Reason(near, ReasonKind.RULE, asked.version.source))
    return Finding(Retention(True, None, RetentionExemption.NEAR_PENSION), reasons)


def _number(name: str, asked: Asked) -> int:
    return number(name, scheme=asked.scheme, on=asked.chosen_on).value


def _not_yet(day: date | None, asked: Asked) -> bool:
    return day is None or asked.on < day


def _follow_up(
    facts: FlexiClockFacts, asked: Asked, clock: FlexiClock, latest: date | None
) -> tuple[Reason, ...]:
    due = clock.follow_up_due
    every = years_in_words(_number("flexi_job_follow_up_months", asked))
    demand = Reason(FOLLOW_UP.filled(years=every, due=due), ReasonKind.RULE, asked.version.source)
    talk = Reason(BY_TALK, ReasonKind.RULE, asked.version.source)
    counted = (
        COUNTED_FROM_START.filled(starts=facts.starts_on)
        if latest is None
        else COUNTED_FROM_LATEST.filled(latest=latest)
    )
    now = (Reason(FOLLOW_UP_NOW.filled(due=due), ReasonKind.WARNING),) if due <= asked.on else ()
    return (demand, Reason(counted), talk, *now)


def _status(facts: FlexiClockFacts, asked: Asked, clock: FlexiClock) -> tuple[Reason, ...]:
    due = clock.status_due
    if due is None:
        return (Reason(NO_STATUS, ReasonKind.RULE, asked.version.source),)
    after = years_in_words(_number("flexi_job_status_months", asked))
    demand = Reason(STATUS.filled(years=after, due=due), ReasonKind.RULE, asked.version.source)
    if not _not_yet(facts.status_on, asked):
        return demand, Reason(STATUS_MADE.filled(made=facts.status_on))
    if asked.on < due or not clock.stays:
        return (demand,)
    return demand, Reason(STATUS_NOW.filled(due=due), ReasonKind.WARNING)


def _stays(facts: FlexiClockFacts, asked: Asked, clock: FlexiClock) -> tuple[Reason, ...]:
    if clock.ends_on is None:
        return ()
    if not clock.stays:
        return (Reason(DECIDED.filled(decided=facts.decided_on)),)
    stays = Reason(STAYS, ReasonKind.RULE, asked.version.source)
    if asked.on <= clock.ends_on:
        return (stays,)
    return stays, Reason(RAN_OUT.filled(ends=clock.ends_on), ReasonKind.WARNING)
