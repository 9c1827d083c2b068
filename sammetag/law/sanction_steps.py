"""Every step that must come before a sanction in the programme benefit: how far it is, what would settle it.

To change the law: add a dated version below and end the one before it, add its number to `sanction.yaml`,
add its examples to `tests/law/sanction_steps_examples.yaml`. The guidance has its own dates:
`sanction_guidance.py`.
"""

from __future__ import annotations

from dataclasses import replace
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
from sammetag.law.numbers import number
from sammetag.law.period import DAY, add_months
from sammetag.law.registry import BOOK, Book
from sammetag.law.rule import not_known, rule
from sammetag.law.sanction import NEWEST_TEXT, sanction
from sammetag.law.sanction_facts import SanctionEvent, SanctionKind
from sammetag.law.sanction_guidance import guidance_before
from sammetag.law.sanction_steps_facts import (
    Contact,
    Guidance,
    GuidanceForm,
    HearingHeld,
    Step,
    StepFacts,
    StepKind,
    StepsBefore,
    StepState,
)
from sammetag.law.sanction_steps_words import (
    ANSWERED,
    ASK_WHY,
    CALL,
    COMBINED_LETTER,
    CONSIDER,
    CONTACT_NOT_TOLD,
    DEADLINE_OVER,
    DEADLINE_RUNS,
    EVENT_COUNTS,
    EXHAUSTED,
    FORBID,
    FORBIDS_UNREAD,
    FURTHERS,
    FURTHERS_NOT,
    GROUND_NOT_TOLD,
    HEAR,
    HEARING,
    HEARING_NOT_TOLD,
    HIDDEN_STEPS,
    IN_TIME,
    JUDGE,
    LOOK_UP_EVENT,
    LOOK_UP_GUIDANCE,
    LOOK_UP_TEST,
    MONTHLY,
    NO_DEADLINE,
    NO_GROUND,
    NOT_EXHAUSTED,
    NOT_JUDGED,
    NOT_TOLD,
    NOTE_2015,
    NOTE_2020,
    NOTE_2021,
    NOTE_2025,
    REACHED,
    SET_DEADLINE,
    STEPS_TITLE,
    TEST_UNREAD,
    TOO_LATE,
    WAIT,
    WHY_STEPS_2013,
    WHY_STEPS_JOBAFKLARING,
)
from sammetag.law.sanction_words import GROUND
from sammetag.law.schemes import JOBAFKLARINGSFORLOEB, RESSOURCEFORLOEB
from sammetag.words import Words, together

__all__ = [
    "Contact",
    "Guidance",
    "GuidanceForm",
    "HearingHeld",
    "Step",
    "StepFacts",
    "StepKind",
    "StepState",
    "StepsBefore",
    "steps_before",
]

STEPS = Topic("sanction.steps", STEPS_TITLE, ChosenBy.DAY)
BAN_FROM = NEWEST_TEXT
_SECTIONS = {
    StepKind.EVENT: "§§ 69 og 69 b-69 f",
    StepKind.GUIDANCE: "§ 69 a, stk. 1",
    StepKind.CONTACT: "§ 69 a, stk. 2",
    StepKind.REASONABLE_GROUND: "§ 69 a, stk. 2",
    StepKind.AVAILABILITY: "§ 69, stk. 4, jf. § 13, stk. 8",
    StepKind.TIME_LIMIT: "§ 69 a, stk. 3",
}
_HEARING_SOURCE = Source("FVL", "§ 19", "LBK 433/2014")


def steps_before(facts: StepFacts, on: date, *, book: Book = BOOK) -> Answer[StepsBefore]:
    """Say for each step before a sanction whether it is done, missing or unknown, or forbids the sanction.

    `on` is the day on which the sanction would be decided, and picks the version; the guidance goes by the
    day of the event. What happens after `on` is not looked at.
    Raises UnknownScheme, NotInForce (also for grants since February 2026), NotKnown for 2013 and 2014 and for
    job clarification, and ValueError where `on` lies before the event.
    Source: LAS §§ 69 and 69 a; FVL § 19.
    """
    event = facts.sanction
    if on < event.happened_on:
        raise ValueError(f"asked on {on} about an event on {event.happened_on}")
    return book.ask(STEPS, facts, scheme=event.scheme, granted_on=event.granted_on, on=on)


@rule(
    STEPS,
    schemes=(RESSOURCEFORLOEB,),
    first=date(2015, 1, 1),
    last=date(2019, 12, 31),
    source=Source("LAS", "§§ 69 og 69 a", "LBK 1193/2014, 806/2015, 468/2016, 981/2019"),
    confidence=Confidence.MEDIUM,
    note=NOTE_2015,
)
def without_test(facts: StepFacts, asked: Asked) -> Finding[StepsBefore]:
    """Ask for event, guidance, contact, ground, hearing and limit, and for no test of availability."""
    return _finding(facts, asked, None)


@rule(
    STEPS,
    schemes=(RESSOURCEFORLOEB,),
    first=date(2020, 1, 1),
    last=date(2021, 2, 28),
    source=Source("LAS", "§§ 69 og 69 a", "LBK 981/2019, 241/2021"),
    confidence=Confidence.MEDIUM,
    note=NOTE_2020,
)
def with_unread_test(facts: StepFacts, asked: Asked) -> Finding[StepsBefore]:
    """Ask for the same, and leave the test of availability unknown."""
    unread = TEST_UNREAD.filled(day=asked.on)
    test = Step(StepKind.AVAILABILITY, StepState.UNKNOWN, unread, LOOK_UP_TEST)
    return _finding(facts, asked, test)


@rule(
    STEPS,
    schemes=(RESSOURCEFORLOEB,),
    first=date(2021, 3, 1),
    last=date(2025, 6, 30),
    source=Source("LAS", "§§ 69 og 69 a, jf. § 13, stk. 8", "LBK 241/2021, 1031/2023, 808/2024"),
    confidence=Confidence.MEDIUM,
    note=NOTE_2021,
)
def with_test_to_consider(facts: StepFacts, asked: Asked) -> Finding[StepsBefore]:
    """Ask also that the municipality consider whether a sanction furthers availability."""
    test = _test(facts, CONSIDER, StepState.UNKNOWN)
    if test.state is StepState.UNKNOWN and facts.furthers_availability is False:
        unread = FORBIDS_UNREAD.filled(day=asked.on, since=BAN_FROM)
        test = Step(test.kind, test.state, together(test.why, unread), LOOK_UP_TEST)
    return _finding(facts, asked, test)


@rule(
    STEPS,
    schemes=(RESSOURCEFORLOEB,),
    first=BAN_FROM,
    last=None,
    source=Source("LAS", "§§ 69 og 69 a, jf. § 13, stk. 8", "LBK 1004/2025, BEK 18/2026 § 3, stk. 2"),
    confidence=Confidence.MEDIUM,
    note=NOTE_2025,
)
def with_test_that_forbids(facts: StepFacts, asked: Asked) -> Finding[StepsBefore]:
    """Forbid the sanction that does not further availability."""
    return _finding(facts, asked, _test(facts, FORBID, StepState.BARS))


not_known(
    STEPS,
    schemes=(RESSOURCEFORLOEB,),
    first=date(2013, 1, 1),
    last=date(2014, 12, 31),
    reason=WHY_STEPS_2013,
    source=Source("LAS", "§ 69 a", "LBK 1193/2014"),
)
not_known(
    STEPS,
    schemes=(JOBAFKLARINGSFORLOEB,),
    first=date(2014, 7, 1),
    last=None,
    reason=WHY_STEPS_JOBAFKLARING,
    source=Source("LAS", "kap. 6 b", "LBK 1004/2025"),
)


def _finding(facts: StepFacts, asked: Asked, test: Step | None) -> Finding[StepsBefore]:
    months = number("carry_out_months", scheme=asked.scheme, on=asked.on).value
    last_day = add_months(facts.sanction.happened_on.replace(day=1), months + 1) - DAY
    hidden = facts.sanction.event is SanctionEvent.HIDDEN
    steps = [_event(facts, asked), _guidance(facts, asked), _contact(facts)]
    if not hidden:
        steps.append(_ground(facts))
    steps.append(_hearing(facts, asked.on))
    if test is not None:
        steps.append(test)
    steps.append(_time_limit(last_day, months, asked.on))
    unread = (Reason(HIDDEN_STEPS, ReasonKind.WARNING),) if hidden else ()
    reasons = tuple(_reason(step, asked) for step in steps)
    return Finding(StepsBefore(tuple(steps), last_day), (*reasons, *unread))


def _reason(step: Step, asked: Asked) -> Reason:
    """Give the step as a reason; what is not settled is a warning."""
    kind = ReasonKind.WARNING if step.state is StepState.UNKNOWN else ReasonKind.RULE
    if step.kind is StepKind.HEARING:
        return Reason(step.why, kind, _HEARING_SOURCE)
    return Reason(step.why, kind, Source("LAS", _SECTIONS[step.kind], asked.version.source.published))


def _event(facts: StepFacts, asked: Asked) -> Step:
    """Ask the rule on sanctions whether the event leads to any; an excuse has a step of its own."""
    try:
        answer = sanction(replace(facts.sanction, reasonable_ground=False), asked.on, book=asked.book)
    except NotKnown as unread:
        return Step(StepKind.EVENT, StepState.UNKNOWN, unread.sentence, LOOK_UP_EVENT)
    if answer.value.kind is SanctionKind.NONE:
        why = together(*(reason.text for reason in answer.reasons))
        return Step(StepKind.EVENT, StepState.BARS, why)
    return Step(StepKind.EVENT, StepState.DONE, EVENT_COUNTS.filled(day=facts.sanction.happened_on))


def _guidance(facts: StepFacts, asked: Asked) -> Step:
    try:
        return guidance_before(facts, book=asked.book).value
    except NotKnown as unread:
        return Step(StepKind.GUIDANCE, StepState.UNKNOWN, unread.sentence, LOOK_UP_GUIDANCE)


def _contact(facts: StepFacts) -> Step:
    if facts.contact is None:
        return Step(StepKind.CONTACT, StepState.UNKNOWN, CONTACT_NOT_TOLD, CALL)
    if facts.contact is Contact.NOT_EXHAUSTED:
        return Step(StepKind.CONTACT, StepState.MISSING, NOT_EXHAUSTED, CALL)
    reached = facts.contact is Contact.REACHED
    return Step(StepKind.CONTACT, StepState.DONE, REACHED if reached else EXHAUSTED)


def _ground(facts: StepFacts) -> Step:
    ground = facts.sanction.reasonable_ground
    if ground is None:
        return Step(StepKind.REASONABLE_GROUND, StepState.UNKNOWN, GROUND_NOT_TOLD, ASK_WHY)
    if ground:
        return Step(StepKind.REASONABLE_GROUND, StepState.BARS, GROUND)
    return Step(StepKind.REASONABLE_GROUND, StepState.DONE, NO_GROUND)


def _hearing(facts: StepFacts, on: date) -> Step:
    monthly = (MONTHLY,) if facts.sanction.event is SanctionEvent.STAYED_AWAY else ()
    state, why, settled_by = _heard(facts.hearing, on)
    return Step(StepKind.HEARING, state, together(HEARING, *monthly, why), settled_by)


def _heard(hearing: HearingHeld | None, on: date) -> tuple[StepState, Words, Words | None]:
    if hearing is None:
        return StepState.UNKNOWN, HEARING_NOT_TOLD, HEAR
    if hearing.in_decision_letter:
        return StepState.MISSING, COMBINED_LETTER, HEAR
    if hearing.told_on is None or hearing.told_on > on:
        return StepState.MISSING, NOT_TOLD, HEAR
    if hearing.answered_on is not None and hearing.answered_on <= on:
        return StepState.DONE, ANSWERED.filled(day=hearing.answered_on), None
    if hearing.answer_by is None:
        return StepState.UNKNOWN, NO_DEADLINE.filled(told=hearing.told_on), SET_DEADLINE
    if hearing.answer_by >= on:
        return StepState.MISSING, DEADLINE_RUNS.filled(by=hearing.answer_by), WAIT
    return StepState.DONE, DEADLINE_OVER.filled(told=hearing.told_on, by=hearing.answer_by), None


def _test(facts: StepFacts, demand: Words, where_not: StepState) -> Step:
    """Give the test of availability; `where_not` is its state where a sanction does not further it."""
    if facts.furthers_availability is None:
        return Step(StepKind.AVAILABILITY, StepState.UNKNOWN, together(demand, NOT_JUDGED), JUDGE)
    if facts.furthers_availability:
        return Step(StepKind.AVAILABILITY, StepState.DONE, together(demand, FURTHERS))
    return Step(StepKind.AVAILABILITY, where_not, together(demand, FURTHERS_NOT))


def _time_limit(last_day: date, months: int, on: date) -> Step:
    if on > last_day:
        return Step(StepKind.TIME_LIMIT, StepState.BARS, TOO_LATE.filled(last=last_day, months=months))
    return Step(StepKind.TIME_LIMIT, StepState.DONE, IN_TIME.filled(last=last_day, months=months))
