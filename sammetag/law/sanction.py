"""Which sanction an event leads to in the programme benefit (ressourceforløbsydelse), and how much it takes.

To change the law: add a dated version below and end the one before it, add its numbers to `sanction.yaml`,
add its examples to `tests/law/sanction_examples.yaml`. The steps before a sanction: `sanction_steps.py`.
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
from sammetag.law.duration_words import CLOSED
from sammetag.law.errors import NotInForce
from sammetag.law.numbers import number
from sammetag.law.period import DAY, day_after_months
from sammetag.law.programme import COVID_PAUSE, COVID_SOURCE
from sammetag.law.registry import BOOK, Book
from sammetag.law.rule import not_known, rule
from sammetag.law.sanction_facts import RateGroup, Sanction, SanctionEvent, SanctionFacts, SanctionKind
from sammetag.law.sanction_price import point_base, price_of_days
from sammetag.law.sanction_words import (
    AGAIN,
    ALL_REPAID,
    BOOKING_DAYS,
    COVID_GROUND,
    DAYS,
    EXPENSES,
    GROUND,
    GROUND_OPEN,
    GROUP_DECIDES,
    MAY_STOP,
    NO_BOOKING_YET,
    NO_DAYS,
    NO_SHOW,
    NO_SHOW_TEAM,
    NOT_BOOKED,
    NOTE_FIVE,
    NOTE_FOUR,
    PLUS_REPAYMENT,
    POINT,
    POINT_LESS,
    POINT_TAKEN,
    REFUSED_TREATMENT,
    SANCTION_TITLE,
    STAYED_AWAY,
    STEPS_FIRST,
    STILL_OPEN,
    THIRD,
    THIRD_REPAID,
    TREATMENT_BEFORE,
    WEEKEND,
    WHY_2013,
    WHY_JOBAFKLARING,
    days_in_words,
    earlier_in_words,
    weeks_in_words,
    years_in_words,
)
from sammetag.law.schemes import JOBAFKLARINGSFORLOEB, RESSOURCEFORLOEB
from sammetag.law.suspensions import SuspendedActivity, SuspensionFacts, warnings_of
from sammetag.words import Words

__all__ = ["RateGroup", "Sanction", "SanctionEvent", "SanctionFacts", "SanctionKind", "sanction"]

SANCTION = Topic("sanction", SANCTION_TITLE, ChosenBy.DAY)
SELF_BOOKING = date(2021, 1, 1)
NO_NEW_GRANTS = date(2026, 2, 1)
NEWEST_TEXT = date(2025, 7, 1)
POINT_EVENTS = frozenset(
    {
        SanctionEvent.LEFT_JOB,
        SanctionEvent.REFUSED_JOB,
        SanctionEvent.SICKNESS_NOT_REPORTED,
        SanctionEvent.NOT_APPLIED,
    }
)
_SATURDAY = 5

Question = tuple[SanctionFacts, date]


def sanction(facts: SanctionFacts, on: date, *, book: Book = BOOK) -> Answer[Sanction]:
    """Say what an event leads to: the kind of sanction, its days or weeks, and the kroner that are known.

    The day of the event picks the version; days of deduction are counted as far as they are certain on `on`.
    Raises UnknownScheme, NotInForce (also for grants since February 2026), NotKnown for 2013 and 2014 and for
    job clarification, and ValueError where `on` lies before the event.
    Source: LAS §§ 69, 69 b-69 f; the daily rate § 69 a, stk. 4.
    """
    if on < facts.happened_on:
        raise ValueError(f"asked on {on} about an event on {facts.happened_on}")
    if facts.scheme == RESSOURCEFORLOEB and facts.granted_on >= NO_NEW_GRANTS:
        source = Source("Ændringsloven", "§ 21, stk. 8", "LOV 1750/2025, jf. BEK 58/2026")
        sentence = CLOSED.filled(since=NO_NEW_GRANTS, source=source)
        raise NotInForce(sentence, f"no programme can be granted on {facts.granted_on}")
    return book.ask(
        SANCTION, (facts, on), scheme=facts.scheme, granted_on=facts.granted_on, on=facts.happened_on
    )


@rule(
    SANCTION,
    schemes=(RESSOURCEFORLOEB,),
    first=SELF_BOOKING,
    last=None,
    source=Source("LAS", "§§ 69 og 69 b-69 f", "BEK 1921/2020, LBK 241/2021, 1004/2025, BEK 18/2026 § 3"),
    confidence=Confidence.HIGH,
    note=NOTE_FIVE,
)
def with_duty_to_book(question: Question, asked: Asked) -> Finding[Sanction]:
    """Answer each event with its own consequence, a talk that was not booked among them."""
    facts, on = question
    freed = _freed(facts, asked)
    if freed:
        return Finding(Sanction(SanctionKind.NONE), freed)
    finding = _consequence(facts, on, asked)
    if finding.value.kind is SanctionKind.NONE:
        return finding
    steps = _rule(STEPS_FIRST, "§ 69 a", asked)
    return Finding(finding.value, (*finding.reasons, *_open_questions(facts, asked), steps))


@rule(
    SANCTION,
    schemes=(RESSOURCEFORLOEB,),
    first=date(2015, 1, 1),
    last=date(2020, 12, 31),
    source=Source("LAS", "§§ 69 og 69 b-69 f", "LBK 981/2019, jf. LBK 1004/2025"),
    confidence=Confidence.MEDIUM,
    note=NOTE_FOUR,
)
def without_duty_to_book(question: Question, asked: Asked) -> Finding[Sanction]:
    """Answer each event with its own consequence, but leave out talks that were not booked."""
    facts, _on = question
    if facts.event is SanctionEvent.NOT_BOOKED:
        reason = _rule(NO_BOOKING_YET.filled(since=SELF_BOOKING), "§ 69, stk. 3", asked)
        return Finding(Sanction(SanctionKind.NONE), (reason,))
    return with_duty_to_book(question, asked)


not_known(
    SANCTION,
    schemes=(RESSOURCEFORLOEB,),
    first=date(2013, 1, 1),
    last=date(2014, 12, 31),
    reason=WHY_2013,
    source=Source("LAS", "kap. 6 a", "LBK 1193/2014"),
)
not_known(
    SANCTION,
    schemes=(JOBAFKLARINGSFORLOEB,),
    first=date(2014, 7, 1),
    last=None,
    reason=WHY_JOBAFKLARING,
    source=Source("LAS", "kap. 6 b", "LBK 1004/2025"),
)


def _rule(text: Words, section: str, asked: Asked) -> Reason:
    return Reason(text, ReasonKind.RULE, Source("LAS", section, asked.version.source.published))


def _warning(text: Words) -> Reason:
    return Reason(text, ReasonKind.WARNING)


def _freed(facts: SanctionFacts, asked: Asked) -> tuple[Reason, ...]:
    """Tell why the event is no ground here, or why it is excused; nothing where it is neither."""
    if facts.event is SanctionEvent.NO_SHOW_TEAM:
        return (_rule(NO_SHOW_TEAM, "§§ 69 og 69 c", asked),)
    if facts.event is SanctionEvent.REFUSED_TREATMENT:
        source = Source("LAS", "§ 69, stk. 2", "LBK 1004/2025")
        before = (_warning(TREATMENT_BEFORE),) if facts.happened_on < NEWEST_TEXT else ()
        return Reason(REFUSED_TREATMENT, ReasonKind.RULE, source), *before
    if facts.reasonable_ground and facts.event is not SanctionEvent.HIDDEN:
        return (_rule(GROUND, "§ 69 a, stk. 2", asked),)
    if facts.event is SanctionEvent.NO_SHOW and COVID_PAUSE.contains(facts.happened_on):
        return (_covid_ground(),)
    return ()


def _open_questions(facts: SanctionFacts, asked: Asked) -> tuple[Reason, ...]:
    ground = facts.reasonable_ground is None and facts.event is not SanctionEvent.HIDDEN
    told = COVID_PAUSE if facts.event is SanctionEvent.STAYED_AWAY else None
    days = [day for day in (facts.happened_on, *facts.missed_days) if not (told and told.contains(day))]
    suspended = SuspensionFacts(facts.scheme, SuspendedActivity.SANCTION)
    covid = warnings_of(suspended, days, book=asked.book)
    return (*((_warning(GROUND_OPEN),) if ground else ()), *covid)


def _covid_ground() -> Reason:
    text = COVID_GROUND.filled(first=COVID_PAUSE.first, last=COVID_PAUSE.last)
    return Reason(text, ReasonKind.WARNING, COVID_SOURCE)


def _consequence(facts: SanctionFacts, on: date, asked: Asked) -> Finding[Sanction]:
    if facts.event is SanctionEvent.STAYED_AWAY:
        return _stayed_away(facts, on, asked)
    if facts.event in (SanctionEvent.NO_SHOW, SanctionEvent.NOT_BOOKED):
        return _until_contact(facts, on, asked)
    if facts.event in POINT_EVENTS:
        return _point(facts, asked)
    if facts.event is SanctionEvent.REPEATED:
        return Finding(Sanction(SanctionKind.MAY_STOP), (_rule(MAY_STOP, "§ 69 e", asked),))
    return _hidden(facts, asked)


def _stayed_away(facts: SanctionFacts, on: date, asked: Asked) -> Finding[Sanction]:
    days = {day for day in (facts.happened_on, *facts.missed_days) if day <= on}
    paused = {day for day in days if COVID_PAUSE.contains(day)}
    demand = _rule(STAYED_AWAY, "§ 69 b", asked), _rule(EXPENSES, "§ 69 b", asked)
    covid = (_covid_ground(),) if paused else ()
    return _daily(facts, days - paused, on, (*demand, *covid), still_open=False)


def _until_contact(facts: SanctionFacts, on: date, asked: Asked) -> Finding[Sanction]:
    """Count the days that are certain on `on`: up to, but without, the day of contact or `on` itself."""
    again = facts.contact_again_on
    still_open = again is None or again > on
    end = on if again is None else min(again, on)
    between = range((end - facts.happened_on).days)
    days = {facts.happened_on + step * DAY for step in between}
    if facts.event is SanctionEvent.NO_SHOW:
        demand: tuple[Reason, ...] = (_rule(NO_SHOW, "§ 69 c, stk. 1-3", asked),)
        return _daily(facts, days | {facts.happened_on}, on, demand, still_open=still_open)
    since = NOT_BOOKED.filled(since=SELF_BOOKING)
    demand = _rule(since, "§ 69 c, stk. 4", asked), _warning(BOOKING_DAYS)
    return _daily(facts, days, on, demand, still_open=still_open)


def _daily(
    facts: SanctionFacts, days: set[date], on: date, demand: tuple[Reason, ...], *, still_open: bool
) -> Finding[Sanction]:
    """Price the days that a working week has; the day of a missed talk is always among them."""
    talk = {facts.happened_on} if facts.event is SanctionEvent.NO_SHOW else set()
    counted = {day for day in days if day.weekday() < _SATURDAY or day in talk}
    weekend = (_warning(WEEKEND),) if counted != days else ()
    if not counted and not still_open:
        return Finding(Sanction(SanctionKind.NONE), (*demand, *weekend, Reason(NO_DAYS)))
    told = [Reason(DAYS.filled(on=on, days=days_in_words(len(counted))))]
    if still_open:
        told.append(_warning(STILL_OPEN.filled(on=on)))
    kroner, priced = price_of_days(facts.group, counted)
    value = Sanction(SanctionKind.DAILY, days=len(counted), kroner=kroner)
    return Finding(value, (*demand, *told, *weekend, *priced))


def _point(facts: SanctionFacts, asked: Asked) -> Finding[Sanction]:
    demand = _rule(POINT, "§ 69 d", asked)
    month = (facts.happened_on.year, facts.happened_on.month)
    taken = [day for day in facts.points_on if (day.year, day.month) == month]
    if taken:
        text = POINT_TAKEN.filled(day=min(taken))
        return Finding(Sanction(SanctionKind.NONE), (demand, Reason(text)))
    base, amount = point_base(facts.group, facts.happened_on)
    less = _rule(POINT_LESS, "§ 69 d", asked)
    return Finding(Sanction(SanctionKind.POINT, base_kroner=base), (demand, less, amount))


def _hidden(facts: SanctionFacts, asked: Asked) -> Finding[Sanction]:
    """Weigh the earlier events that have not lapsed: more weeks for the second, repayment from the third."""
    years = _value("hidden_years", facts)
    before = [day for day in facts.hidden_before if facts.happened_on < day_after_months(day, 12 * years)]
    weeks = _value("hidden_weeks_again" if before else "hidden_weeks", facts)
    again = _again(before, years)
    if facts.group is RateGroup.YOUNG_AT_HOME:
        return _repaid(len(before), weeks, asked, again)
    demand = _rule(THIRD.filled(weeks=weeks_in_words(weeks)), "§ 69 f", asked)
    more = (_rule(PLUS_REPAYMENT, "§ 69 f", asked),) if len(before) > 1 else ()
    group = (_warning(GROUP_DECIDES),) if facts.group is None else ()
    value = Sanction(SanctionKind.THIRD, weeks=weeks, plus_repayment=len(before) > 1)
    return Finding(value, (demand, *again, *more, *group))


def _again(before: list[date], years: int) -> tuple[Reason, ...]:
    if not before:
        return ()
    earlier = earlier_in_words(len(before))
    return (Reason(AGAIN.filled(years=years_in_words(years), before=earlier, day=max(before))),)


def _repaid(before: int, weeks: int, asked: Asked, again: tuple[Reason, ...]) -> Finding[Sanction]:
    if before > 1:
        everything = _rule(ALL_REPAID, "§ 69 f", asked)
        return Finding(Sanction(SanctionKind.ALL_REPAID), (everything, *again))
    demand = _rule(THIRD_REPAID.filled(weeks=weeks_in_words(weeks)), "§ 69 f", asked)
    return Finding(Sanction(SanctionKind.THIRD_REPAID, weeks=weeks), (demand, *again))


def _value(name: str, facts: SanctionFacts) -> int:
    return number(name, scheme=facts.scheme, on=facts.happened_on).value
