"""Whether a citizen is in the target group of a ressourceforløb, by the rules of the day asked about.

To change the law: add a dated version below and end the one before it, add its numbers to
`target_group.yaml`, add its examples to `tests/law/target_group_examples.yaml`.
"""

from __future__ import annotations

from collections.abc import Callable
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
from sammetag.law.period import DAY
from sammetag.law.registry import BOOK, Book
from sammetag.law.rule import closed, not_known, rule
from sammetag.law.schemes import JOBAFKLARINGSFORLOEB, RESSOURCEFORLOEB
from sammetag.law.target_group_ages import (
    below_pension_age,
    below_pension_age_unsure,
    disability_pension,
    earlier_by_time,
    earlier_by_wish,
    years_to_pension,
)
from sammetag.law.target_group_asides import (
    CIRCULAR,
    UPPER_AGE_UNSURE_FROM,
    asides,
    own_way_of_pensioners,
)
from sammetag.law.target_group_conditions import (
    NEW_ACT,
    SIX_YEARS_FROM,
    can_develop,
    combined_effort,
    complex_problems,
    ground,
    not_pointless,
    not_ruled_out,
    unsolved,
)
from sammetag.law.target_group_facts import (
    Assessment,
    Condition,
    ConditionName,
    ConditionState,
    TargetFacts,
    TargetResult,
)
from sammetag.law.target_group_words import (
    CLOSED,
    IS_IN,
    IS_NOT_IN,
    IS_NOT_JUDGED,
    NOTE_BIRTHDAYS,
    NOTE_FIRST_DAY_2018,
    NOTE_LAST_DAY_2018,
    NOTE_UPPER_AGE_UNSURE,
    TARGET_GROUP_TITLE,
    WHY_JOBAFKLARING,
)
from sammetag.words import together

__all__ = [
    "CIRCULAR",
    "Assessment",
    "Condition",
    "ConditionName",
    "ConditionState",
    "TargetFacts",
    "TargetResult",
    "target_group",
    "with_condition",
]

TARGET_GROUP = Topic("target.group", TARGET_GROUP_TITLE, ChosenBy.DAY)
Builder = Callable[[TargetFacts, Asked], Condition]
CORE: tuple[Builder, ...] = (complex_problems, unsolved, combined_effort, ground)
VERDICTS = {
    TargetResult.IN: IS_IN,
    TargetResult.NOT_IN: IS_NOT_IN,
    TargetResult.NOT_JUDGED: IS_NOT_JUDGED,
}


def target_group(facts: TargetFacts, on: date, *, book: Book = BOOK) -> Answer[Assessment]:
    """Say whether the citizen is in the target group on that day: every condition, its state and why.

    The day asked about picks the version, not the day of a grant: the question comes before a grant, so
    there is none yet. Ages and years to the pension age are counted to the same day, and programmes that
    begin after it are not looked at. The result is IN only where every condition holds; one that fails
    makes it NOT_IN, whatever else is not known. The ministry's circular of April 2014 is told as what it
    is, an interpretation, and decides nothing.
    Raises ValueError for a day before the birth, UnknownScheme, NotInForce before 2013 and from February
    2026 on, and NotKnown for job clarification programmes.
    Source: LAB §§ 68 a and 68 b until 2019; LAB §§ 112, 114 and 115 since.
    """
    if facts.born_on is not None and on < facts.born_on:
        raise ValueError("the citizen was not born on the day asked about")
    return book.ask(TARGET_GROUP, facts, scheme=facts.scheme, granted_on=on, on=on)


def with_condition(
    finding: Finding[Assessment], condition: Condition, facts: TargetFacts, asked: Asked
) -> Finding[Assessment]:
    """Give the finding with that condition in the place of the one of its name, or added where there is none.

    The result and its reasons are judged anew from all conditions, and what is told beside them keeps its
    place in the act of the day. The same finding comes back where the condition is the one it had. For
    reforms: each changes its own condition, and several can do so one after the other.
    """
    had = finding.value.conditions
    if condition in had:
        return finding
    if any(one.name is condition.name for one in had):
        conditions = tuple(condition if one.name is condition.name else one for one in had)
    else:
        conditions = (*had, condition)
    in_the_act = replace(asked, version=BOOK.version_on(TARGET_GROUP, asked.scheme, asked.chosen_on))
    return _judged(facts, in_the_act, conditions)


@rule(
    TARGET_GROUP,
    schemes=(RESSOURCEFORLOEB,),
    first=date(2013, 1, 1),
    last=UPPER_AGE_UNSURE_FROM - DAY,
    source=Source("LAB", "§§ 68 a og 68 b", "LBK 415/2013, 990/2014, 807/2015"),
    confidence=Confidence.HIGH,
    note=NOTE_BIRTHDAYS,
)
def without_an_upper_age(facts: TargetFacts, asked: Asked) -> Finding[Assessment]:
    """Offer it to those with unsolved complex problems, one of three grounds, and a point in it."""
    return _finding(facts, asked, (*CORE, not_pointless, earlier_by_wish, disability_pension))


@rule(
    TARGET_GROUP,
    schemes=(RESSOURCEFORLOEB,),
    first=UPPER_AGE_UNSURE_FROM,
    last=date(2016, 11, 30),
    source=Source("LAB", "§§ 68 a og 68 b", "LBK 807/2015, 1342/2016"),
    confidence=Confidence.MEDIUM,
    note=together(NOTE_UPPER_AGE_UNSURE, NOTE_BIRTHDAYS),
)
def while_the_upper_age_is_unsure(facts: TargetFacts, asked: Asked) -> Finding[Assessment]:
    """Offer it to the same, and judge nobody who has reached the public pension age."""
    builders = (*CORE, not_pointless, below_pension_age_unsure, earlier_by_wish, disability_pension)
    return _finding(facts, asked, builders)


@rule(
    TARGET_GROUP,
    schemes=(RESSOURCEFORLOEB,),
    first=date(2016, 12, 1),
    last=date(2018, 5, 31),
    source=Source("LAB", "§§ 68 a og 68 b", "LBK 1342/2016"),
    confidence=Confidence.MEDIUM,
    note=together(NOTE_UPPER_AGE_UNSURE, NOTE_LAST_DAY_2018, NOTE_BIRTHDAYS),
)
def unless_it_is_pointless(facts: TargetFacts, asked: Asked) -> Finding[Assessment]:
    """Offer it to the same below the public pension age."""
    builders = (*CORE, not_pointless, below_pension_age, earlier_by_wish, disability_pension)
    return _finding(facts, asked, builders)


@rule(
    TARGET_GROUP,
    schemes=(RESSOURCEFORLOEB,),
    first=NEW_ACT,
    last=date(2021, 12, 31),
    source=Source("LAB", "§§ 112, 114 og 115", "LOV 548/2019"),
    confidence=Confidence.HIGH,
    note=NOTE_BIRTHDAYS,
)
@rule(
    TARGET_GROUP,
    schemes=(RESSOURCEFORLOEB,),
    first=date(2018, 6, 1),
    last=date(2019, 12, 31),
    source=Source("LAB", "§§ 68 a og 68 b", "LOV 553/2018, jf. LOV 548/2019"),
    confidence=Confidence.MEDIUM,
    note=together(NOTE_FIRST_DAY_2018, NOTE_BIRTHDAYS),
)
def where_capacity_can_develop(facts: TargetFacts, asked: Asked) -> Finding[Assessment]:
    """Give it only where the working capacity has a perspective, and improvement is not ruled out."""
    ages = (below_pension_age, earlier_by_wish, disability_pension)
    return _finding(facts, asked, (*CORE, can_develop, not_ruled_out, *ages))


@rule(
    TARGET_GROUP,
    schemes=(RESSOURCEFORLOEB,),
    first=SIX_YEARS_FROM,
    last=date(2026, 1, 31),
    source=Source("LAB", "§§ 112, 114 og 115", "LOV 1160/2021, LBK 701/2022, LBK 280/2024"),
    confidence=Confidence.HIGH,
    note=NOTE_BIRTHDAYS,
)
def with_years_left_and_time_in_all(facts: TargetFacts, asked: Asked) -> Finding[Assessment]:
    """Ask also for years left to the pension age, and set a longest time in all for the middle ages."""
    ages = (below_pension_age, years_to_pension, earlier_by_time, disability_pension)
    return _finding(facts, asked, (*CORE, can_develop, not_ruled_out, *ages))


closed(
    TARGET_GROUP,
    schemes=(RESSOURCEFORLOEB,),
    since=date(2026, 2, 1),
    sentence=CLOSED,
    source=Source("Ændringsloven", "§ 21, stk. 8", "LOV 1750/2025, jf. BEK 58/2026"),
)
not_known(
    TARGET_GROUP,
    schemes=(JOBAFKLARINGSFORLOEB,),
    first=date(2014, 7, 1),
    last=None,
    reason=WHY_JOBAFKLARING,
    source=Source("LAB", "kap. 18, før 2020 §§ 68 d-68 g", "LBK 990/2014, LBK 280/2024"),
)


def _finding(facts: TargetFacts, asked: Asked, builders: tuple[Builder, ...]) -> Finding[Assessment]:
    return _judged(facts, asked, tuple(build(facts, asked) for build in builders))


def _judged(facts: TargetFacts, asked: Asked, conditions: tuple[Condition, ...]) -> Finding[Assessment]:
    result = _result(conditions, own_way_of_pensioners(facts, asked))
    assessment = Assessment(result, conditions)
    verdict = Reason(VERDICTS[result].filled(day=asked.on))
    deciding = (reason for one in _deciding(result, conditions) for reason in _told(one))
    return Finding(assessment, (verdict, *deciding, *asides(facts, assessment, asked)))


def _result(conditions: tuple[Condition, ...], own_way: bool | None) -> TargetResult:
    """Judge all conditions together.

    Whether the general ones bind those with a disability pension has not been read: where that way in is
    or may be open, a general condition that fails does not yet mean no.
    """
    states = {one.name: one.state for one in conditions}
    pension = states.pop(ConditionName.DISABILITY_PENSION)
    if pension is ConditionState.FAILS:
        return TargetResult.NOT_IN
    if ConditionState.FAILS in states.values():
        return TargetResult.NOT_IN if own_way is False else TargetResult.NOT_JUDGED
    if ConditionState.UNKNOWN in (pension, *states.values()):
        return TargetResult.NOT_JUDGED
    return TargetResult.IN


def _deciding(result: TargetResult, conditions: tuple[Condition, ...]) -> tuple[Condition, ...]:
    """Pick the conditions that made the result: all for IN, those that fail for NOT_IN."""
    if result is TargetResult.IN:
        return conditions
    if result is TargetResult.NOT_IN:
        return tuple(one for one in conditions if one.state is ConditionState.FAILS)
    return tuple(one for one in conditions if one.state is not ConditionState.HOLDS)


def _told(condition: Condition) -> tuple[Reason, Reason]:
    demand = Reason(condition.demand, ReasonKind.RULE, condition.source)
    if condition.settle is None:
        return demand, Reason(condition.reason)
    return demand, Reason(together(condition.reason, condition.settle))
