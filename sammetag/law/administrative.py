"""Hearing, reasons, guidance on complaints, and what happens to a complaint: the same in every scheme.

The dates are those of the oldest text read, not of the acts themselves: earlier days answer 'not known'.
To change the law: add a dated version below and end the one before it, add its numbers to
`administrative.yaml`, add its examples to `tests/law/administrative_examples.yaml`.
"""

from __future__ import annotations

from datetime import date, timedelta

from sammetag.law.administrative_facts import (
    ComplaintFacts,
    ComplaintLimit,
    Hearing,
    HearingFacts,
    Letter,
    LetterFacts,
    Outcome,
    Reassessment,
    ReassessmentFacts,
)
from sammetag.law.administrative_words import (
    ANSWER_PASSED,
    ANSWERED,
    CAME_LATE,
    COMPLAINT_TITLE,
    COUNTED,
    EXCEPTIONS,
    FAVOURABLE,
    FIRST_TO_US,
    FOUR_WEEKS,
    GUIDANCE,
    HEARD,
    HEARING_TITLE,
    IN_PART,
    IN_TIME,
    LETTER_TITLE,
    MAINTAIN_BY,
    MAINTAINED,
    MAINTAINED_LATE,
    MUST_HEAR,
    NOT_HEARD,
    NOT_REQUIRED,
    ONLY_THE_PERSON,
    ORAL_REASONS,
    OVERDUE,
    REASSESS,
    REASSESS_AT_ONCE,
    REASSESSMENT_TITLE,
    SEND_AT_ONCE,
    SET_A_DEADLINE,
    STILL_APPLIES,
    UNCHANGED,
    UPHELD,
    WAIT,
    WEEKEND,
    WHY_BEFORE_FVL,
    WHY_BEFORE_ORDER,
    WHY_BEFORE_RSL,
    WRITTEN_REASONS,
)
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
from sammetag.law.period import DAY
from sammetag.law.registry import BOOK, Book
from sammetag.law.rule import not_known, rule
from sammetag.law.schemes import FLEKSJOB, JOBAFKLARINGSFORLOEB, RESSOURCEFORLOEB
from sammetag.words import Words

HEARING = Topic("administrative.hearing", HEARING_TITLE, ChosenBy.DAY)
LETTER = Topic("administrative.letter", LETTER_TITLE, ChosenBy.DAY)
COMPLAINT = Topic("administrative.complaint", COMPLAINT_TITLE, ChosenBy.DAY)
REASSESSMENT = Topic("administrative.reassessment", REASSESSMENT_TITLE, ChosenBy.DAY)

SINCE_2013 = (RESSOURCEFORLOEB, FLEKSJOB)
SINCE_2014 = (JOBAFKLARINGSFORLOEB,)
EVERY_SCHEME = (*SINCE_2013, *SINCE_2014)
SCHEMES_BEGAN = ((SINCE_2013, date(2013, 1, 1)), (SINCE_2014, date(2014, 7, 1)))
FVL_READ = date(2014, 4, 22)
RSL_READ = date(2025, 4, 2)
ORDER_READ = date(2025, 7, 1)
HEARING_SOURCE = Source("FVL", "§ 19", "LBK 433/2014")
LETTER_SOURCE = Source("FVL", "§§ 22-25", "LBK 433/2014")
COMPLAINT_SOURCE = Source("RSL", "§ 67", "LBK 354/2025")
REASSESSMENT_SOURCE = Source("BEK om retssikkerhed og administration", "§§ 11-13", "BEK 861/2025")
SATURDAY = 5


def hearing(facts: HearingFacts, on: date, *, book: Book = BOOK) -> Answer[Hearing]:
    """Say whether the party must be heard on a piece of information, and whether one may decide on `on`.

    Raises UnknownScheme, and NotKnown for days before April 2014. Source: FVL § 19.
    """
    return book.ask(HEARING, facts, scheme=facts.scheme, granted_on=on, on=on)


def decision_letter(facts: LetterFacts, *, book: Book = BOOK) -> Answer[Letter]:
    """Say whether reasons and guidance on complaints must come with a decision.

    Raises UnknownScheme, and NotKnown for decisions before April 2014. Source: FVL §§ 22-25.
    """
    return book.ask(LETTER, facts, scheme=facts.scheme, granted_on=facts.told_on, on=facts.told_on)


def complaint_limit(facts: ComplaintFacts, *, book: Book = BOOK) -> Answer[ComplaintLimit]:
    """Say until when one can complain of a decision, and whether a complaint came in time.

    The day of the notice picks the version. Raises UnknownScheme, and NotKnown for notices before April
    2025. Source: RSL §§ 60, 66, 67 and 72.
    """
    return book.ask(COMPLAINT, facts, scheme=facts.scheme, granted_on=facts.told_on, on=facts.told_on)


def reassessment(facts: ReassessmentFacts, on: date, *, book: Book = BOOK) -> Answer[Reassessment]:
    """Say by when a complaint must be reassessed, maintained and sent on.

    The day the complaint came picks the version; `on` is only asked whether the reassessment is overdue.
    Raises UnknownScheme, and NotKnown for complaints before July 2025. Source: BEK 861/2025 §§ 11-13.
    """
    day = facts.received_on
    answer: Answer[Reassessment] = book.ask(REASSESSMENT, facts, scheme=facts.scheme, granted_on=day, on=day)
    due = answer.value.reassess_by
    if due is None or facts.outcome is not None or on <= due:
        return answer
    overdue = Reason(OVERDUE.filled(reassess_by=due), ReasonKind.WARNING, answer.version.source)
    return Answer(answer.value, (*answer.reasons, overdue), answer.version)


@rule(
    HEARING,
    schemes=SINCE_2014,
    first=date(2014, 7, 1),
    last=None,
    source=HEARING_SOURCE,
    confidence=Confidence.HIGH,
)
@rule(
    HEARING,
    schemes=SINCE_2013,
    first=FVL_READ,
    last=None,
    source=HEARING_SOURCE,
    confidence=Confidence.HIGH,
)
def told_and_asked_first(facts: HearingFacts, asked: Asked) -> Finding[Hearing]:
    """Decide on essential information against a party only after telling the party and asking."""
    demand = Reason(MUST_HEAR, ReasonKind.RULE, asked.version.source)
    if facts.known or not facts.against or not facts.essential:
        return Finding(Hearing(False, True), (demand, Reason(NOT_REQUIRED)))
    if facts.exception is not None:
        except_for = Reason(EXCEPTIONS[facts.exception.value], ReasonKind.RULE, asked.version.source)
        return Finding(Hearing(False, True), (demand, except_for))
    may_decide, told = _answer_awaited(facts, asked.on)
    return Finding(Hearing(True, may_decide), (demand, *told))


@rule(
    LETTER,
    schemes=SINCE_2014,
    first=date(2014, 7, 1),
    last=None,
    source=LETTER_SOURCE,
    confidence=Confidence.HIGH,
    note=COUNTED,
)
@rule(
    LETTER,
    schemes=SINCE_2013,
    first=FVL_READ,
    last=None,
    source=LETTER_SOURCE,
    confidence=Confidence.HIGH,
    note=COUNTED,
)
def reasons_and_guidance(facts: LetterFacts, asked: Asked) -> Finding[Letter]:
    """Give reasons and guidance with a written decision, and written reasons of an oral one on request."""
    if facts.favourable:
        favourable = Reason(FAVOURABLE, ReasonKind.RULE, asked.version.source)
        return Finding(Letter(False, False, None), (favourable,))
    if not facts.written:
        days = _number("reasons_request_days", asked)
        ask_by = facts.told_on + timedelta(days=days)
        oral = Reason(ORAL_REASONS.filled(days=days, ask_by=ask_by), ReasonKind.RULE, asked.version.source)
        return Finding(Letter(False, False, ask_by), (oral,))
    reasons = Reason(WRITTEN_REASONS, ReasonKind.RULE, asked.version.source)
    guidance = (Reason(GUIDANCE, ReasonKind.RULE, asked.version.source),) if facts.appealable else ()
    return Finding(Letter(True, facts.appealable, None), (reasons, *guidance))


@rule(
    COMPLAINT,
    schemes=EVERY_SCHEME,
    first=RSL_READ,
    last=None,
    source=COMPLAINT_SOURCE,
    confidence=Confidence.HIGH,
    note=COUNTED,
)
def some_weeks_to_complain(facts: ComplaintFacts, asked: Asked) -> Finding[ComplaintLimit]:
    """Let the person complain within some weeks, first to the municipality, while the decision applies."""
    weeks = _number("complaint_weeks", asked)
    last_day = facts.told_on + timedelta(weeks=weeks)
    in_time = None if facts.complained_on is None else facts.complained_on <= last_day
    limit = FOUR_WEEKS.filled(weeks=weeks, last_day=last_day)
    return Finding(
        ComplaintLimit(last_day, in_time),
        (
            Reason(limit, ReasonKind.RULE, asked.version.source),
            *_complained(facts, in_time),
            *_weekend(last_day),
            Reason(ONLY_THE_PERSON, ReasonKind.RULE, Source("RSL", "§ 60, stk. 2", "LBK 354/2025")),
            Reason(FIRST_TO_US, ReasonKind.RULE, Source("RSL", "§ 66, stk. 1", "LBK 354/2025")),
            Reason(STILL_APPLIES, ReasonKind.RULE, Source("RSL", "§ 72, stk. 1", "LBK 354/2025")),
        ),
    )


@rule(
    REASSESSMENT,
    schemes=EVERY_SCHEME,
    first=ORDER_READ,
    last=None,
    source=REASSESSMENT_SOURCE,
    confidence=Confidence.HIGH,
    note=COUNTED,
)
def reassessed_before_sent_on(facts: ReassessmentFacts, asked: Asked) -> Finding[Reassessment]:
    """Reassess a complaint within some weeks, at once where it is urgent, and send on what remains."""
    if facts.late:
        at_once = Reason(SEND_AT_ONCE, ReasonKind.RULE, asked.version.source)
        return Finding(Reassessment(None, None, facts.received_on), (at_once,))
    weeks = _number("reassessment_weeks", asked)
    by = facts.received_on if facts.urgent else facts.received_on + timedelta(weeks=weeks)
    text = REASSESS_AT_ONCE if facts.urgent else REASSESS.filled(weeks=weeks, reassess_by=by)
    demand = Reason(text, ReasonKind.RULE, asked.version.source)
    if facts.outcome is None:
        return Finding(Reassessment(by, None, None), (demand,))
    if facts.outcome is Outcome.FULL:
        return Finding(Reassessment(by, None, None), (demand, Reason(UPHELD)))
    if facts.outcome is Outcome.UNCHANGED:
        send_on = Reason(UNCHANGED.filled(forward_by=by), ReasonKind.RULE, asked.version.source)
        return Finding(Reassessment(by, None, by), (demand, send_on))
    maintain_by, forward_by, told = _upheld_in_part(facts, asked)
    return Finding(Reassessment(by, maintain_by, forward_by), (demand, *told))


def _not_known_before(topic: Topic, first_read: date, reason: Words, source: Source) -> None:
    for schemes, began in SCHEMES_BEGAN:
        if began < first_read:
            not_known(
                topic, schemes=schemes, first=began, last=first_read - DAY, reason=reason, source=source
            )


_not_known_before(HEARING, FVL_READ, WHY_BEFORE_FVL, HEARING_SOURCE)
_not_known_before(LETTER, FVL_READ, WHY_BEFORE_FVL, LETTER_SOURCE)
_not_known_before(COMPLAINT, RSL_READ, WHY_BEFORE_RSL, COMPLAINT_SOURCE)
_not_known_before(REASSESSMENT, ORDER_READ, WHY_BEFORE_ORDER, REASSESSMENT_SOURCE)


def _number(name: str, asked: Asked) -> int:
    return number(name, scheme=asked.scheme, on=asked.chosen_on).value


def _answer_awaited(facts: HearingFacts, on: date) -> tuple[bool, tuple[Reason, ...]]:
    """Give whether the party has had the chance to answer by that day, and why."""
    if facts.heard_on is None or on < facts.heard_on:
        return False, (Reason(NOT_HEARD),)
    heard = Reason(HEARD.filled(heard=facts.heard_on))
    if facts.answered_on is not None and facts.answered_on <= on:
        return True, (heard, Reason(ANSWERED.filled(answered=facts.answered_on)))
    if facts.answer_by is None:
        return False, (heard, Reason(SET_A_DEADLINE))
    passed = facts.answer_by < on
    text = ANSWER_PASSED if passed else WAIT
    return passed, (heard, Reason(text.filled(answer_by=facts.answer_by)))


def _complained(facts: ComplaintFacts, in_time: bool | None) -> tuple[Reason, ...]:
    if in_time is None:
        return ()
    if in_time:
        return (Reason(IN_TIME.filled(complained=facts.complained_on)),)
    waived = Source("RSL", "§ 67, stk. 2", "LBK 354/2025")
    late = Reason(CAME_LATE.filled(complained=facts.complained_on), ReasonKind.RULE, waived)
    if facts.complained_on is None or facts.complained_on < ORDER_READ:
        return (late,)
    return late, Reason(SEND_AT_ONCE, ReasonKind.RULE, REASSESSMENT_SOURCE)


def _weekend(last_day: date) -> tuple[Reason, ...]:
    if last_day.weekday() < SATURDAY:
        return ()
    return (Reason(WEEKEND.filled(last_day=last_day), ReasonKind.WARNING),)


def _upheld_in_part(
    facts: ReassessmentFacts, asked: Asked
) -> tuple[date | None, date | None, tuple[Reason, ...]]:
    """Give by when the complaint is maintained and sent on, and why."""
    weeks = _number("maintain_weeks", asked)
    demand = Reason(IN_PART.filled(weeks=weeks), ReasonKind.RULE, asked.version.source)
    if facts.told_on is None:
        return None, None, (demand,)
    maintain_by = facts.told_on + timedelta(weeks=weeks)
    by = Reason(MAINTAIN_BY.filled(maintain_by=maintain_by))
    if facts.maintained_on is None:
        return maintain_by, None, (demand, by)
    if maintain_by < facts.maintained_on:
        late = MAINTAINED_LATE.filled(maintained=facts.maintained_on)
        return maintain_by, None, (demand, by, Reason(late, ReasonKind.WARNING))
    days = _number("forward_days", asked)
    forward_by = facts.maintained_on + timedelta(days=days)
    send_on = MAINTAINED.filled(maintained=facts.maintained_on, days=days, forward_by=forward_by)
    return maintain_by, forward_by, (demand, by, Reason(send_on, ReasonKind.RULE, asked.version.source))
