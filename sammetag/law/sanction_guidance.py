"""Which guidance a citizen must have had before an event can lead to a sanction, and whether it was given.

To change the law: add a dated version below and end the one before it, add its examples to
`tests/law/sanction_guidance_examples.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterable
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
from sammetag.law.numbers import number
from sammetag.law.period import day_after_months
from sammetag.law.registry import BOOK, Book
from sammetag.law.rule import not_known, rule
from sammetag.law.sanction_steps_facts import Guidance, GuidanceForm, Step, StepFacts, StepKind, StepState
from sammetag.law.sanction_steps_words import (
    FIND_GUIDANCE,
    GUIDANCE_NOT_TOLD,
    GUIDANCE_TITLE,
    GUIDE_NOW,
    GUIDED,
    GUIDED_LONG_AGO,
    IN_SUMMONS,
    NOT_GUIDED,
    NOTE_ORAL,
    NOTE_SUMMONS,
    NOTE_WRITTEN,
    ORAL_AND_WRITTEN,
    WHY_GUIDANCE_2020,
    WHY_STEPS_2013,
    WHY_STEPS_JOBAFKLARING,
    WRITTEN,
)
from sammetag.law.schemes import JOBAFKLARINGSFORLOEB, RESSOURCEFORLOEB
from sammetag.words import Words, together

GUIDANCE = Topic("sanction.guidance", GUIDANCE_TITLE, ChosenBy.DAY)
_ON_PAPER = frozenset({GuidanceForm.IN_SUMMONS, GuidanceForm.WRITTEN, GuidanceForm.ORAL_AND_WRITTEN})


def guidance_before(facts: StepFacts, *, book: Book = BOOK) -> Answer[Step]:
    """Say whether the citizen had, before the event, the guidance in the form demanded on that day.

    The day of the event picks the version. Raises UnknownScheme, NotInForce, and NotKnown for events in 2013
    and 2014 and from January to 26 May 2020, and for job clarification.
    Source: LAS § 69 a, stk. 1.
    """
    event = facts.sanction
    return book.ask(GUIDANCE, facts, scheme=event.scheme, granted_on=event.granted_on, on=event.happened_on)


@rule(
    GUIDANCE,
    schemes=(RESSOURCEFORLOEB,),
    first=date(2015, 1, 1),
    last=date(2019, 12, 31),
    source=Source("LAS", "§ 69 a, stk. 1", "LBK 806/2015, 468/2016, 981/2019"),
    confidence=Confidence.MEDIUM,
    note=NOTE_SUMMONS,
)
def in_the_summons(facts: StepFacts, asked: Asked) -> Finding[Step]:
    """Ask for written guidance in the letter that holds the summons or the offer."""
    return _finding(facts, asked, IN_SUMMONS, {GuidanceForm.IN_SUMMONS})


@rule(
    GUIDANCE,
    schemes=(RESSOURCEFORLOEB,),
    first=date(2020, 5, 27),
    last=date(2023, 12, 31),
    source=Source("LAS", "§ 69 a, stk. 1", "LBK 241/2021, 1031/2023, jf. BEK 686/2020"),
    confidence=Confidence.MEDIUM,
    note=NOTE_ORAL,
)
def orally_every_half_year(facts: StepFacts, asked: Asked) -> Finding[Step]:
    """Ask for guidance gone through orally and given in writing, and repeated every half-year."""
    months = number("guidance_again_months", scheme=asked.scheme, on=asked.chosen_on).value
    return _finding(facts, asked, ORAL_AND_WRITTEN, {GuidanceForm.ORAL_AND_WRITTEN}, months=months)


@rule(
    GUIDANCE,
    schemes=(RESSOURCEFORLOEB,),
    first=date(2024, 1, 1),
    last=None,
    source=Source("LAS", "§ 69 a, stk. 1", "LOV 727/2023, LBK 808/2024, 1004/2025"),
    confidence=Confidence.MEDIUM,
    note=NOTE_WRITTEN,
)
def in_writing(facts: StepFacts, asked: Asked) -> Finding[Step]:
    """Ask for guidance in writing, whatever else came with it."""
    return _finding(facts, asked, WRITTEN, _ON_PAPER)


not_known(
    GUIDANCE,
    schemes=(RESSOURCEFORLOEB,),
    first=date(2020, 1, 1),
    last=date(2020, 5, 26),
    reason=WHY_GUIDANCE_2020,
    source=Source("LAS", "§ 69 a, stk. 1", "LOV 1558/2019"),
)
not_known(
    GUIDANCE,
    schemes=(RESSOURCEFORLOEB,),
    first=date(2013, 1, 1),
    last=date(2014, 12, 31),
    reason=WHY_STEPS_2013,
    source=Source("LAS", "§ 69 a, stk. 1", "LBK 1193/2014"),
)
not_known(
    GUIDANCE,
    schemes=(JOBAFKLARINGSFORLOEB,),
    first=date(2014, 7, 1),
    last=None,
    reason=WHY_STEPS_JOBAFKLARING,
    source=Source("LAS", "kap. 6 b", "LBK 1004/2025"),
)


def _finding(
    facts: StepFacts, asked: Asked, demand: Words, forms: Iterable[GuidanceForm], *, months: int | None = None
) -> Finding[Step]:
    step = _step(facts, demand, frozenset(forms), months)
    return Finding(step, (Reason(step.why, ReasonKind.RULE, asked.version.source),))


def _step(facts: StepFacts, demand: Words, forms: frozenset[GuidanceForm], months: int | None) -> Step:
    day = facts.sanction.happened_on
    if facts.guidance is None:
        why = together(demand, GUIDANCE_NOT_TOLD.filled(day=day))
        return Step(StepKind.GUIDANCE, StepState.UNKNOWN, why, FIND_GUIDANCE)
    given = _newest(facts.guidance, forms, day)
    if given is None:
        why = together(demand, NOT_GUIDED.filled(day=day))
        return Step(StepKind.GUIDANCE, StepState.MISSING, why, GUIDE_NOW)
    if months is not None and day_after_months(given, months) <= day:
        why = together(demand, GUIDED_LONG_AGO.filled(given=given, months=months, day=day))
        return Step(StepKind.GUIDANCE, StepState.MISSING, why, GUIDE_NOW)
    return Step(StepKind.GUIDANCE, StepState.DONE, together(demand, GUIDED.filled(given=given, day=day)))


def _newest(guidance: Iterable[Guidance], forms: frozenset[GuidanceForm], day: date) -> date | None:
    """Give the last day before the event on which guidance in one of the forms was given."""
    return max((one.given_on for one in guidance if one.form in forms and one.given_on < day), default=None)
