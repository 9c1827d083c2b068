"""The conditions of the target group that a caseworker judges, and what all conditions are built with.

Which of them apply on a day stands in `target_group.py`; those that go by dates in `target_group_ages.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sammetag.law.answer import Asked, Source
from sammetag.law.target_group_facts import (
    Condition,
    ConditionName,
    ConditionState,
    TargetFacts,
    any_known,
    opposite,
)
from sammetag.law.target_group_told import (
    CAN_DEVELOP,
    COMBINED_EFFORT,
    COMPLEX_PROBLEMS,
    GROUND,
    JUDGE_EFFORT,
    JUDGE_SUPPORT,
    JUDGE_TRIED,
    LONG_EFFORT,
    LONG_SUPPORT,
    NOT_POINTLESS,
    NOT_RULED_OUT,
    TRIED_IN_VAIN,
    UNSOLVED,
    Told,
)
from sammetag.words import Words, together

NEW_ACT = date(2020, 1, 1)
SIX_YEARS_FROM = date(2022, 1, 1)
STATES = {True: ConditionState.HOLDS, False: ConditionState.FAILS, None: ConditionState.UNKNOWN}
SECTIONS_UNTIL_2019 = {
    ConditionName.COMPLEX_PROBLEMS: "§ 68 a, stk. 1",
    ConditionName.UNSOLVED: "§ 68 a, stk. 1",
    ConditionName.COMBINED_EFFORT: "§ 68 a, stk. 1",
    ConditionName.GROUND: "§ 68 a, stk. 1, nr. 1-3",
    ConditionName.NOT_POINTLESS: "§ 68 a, stk. 2",
    ConditionName.CAN_DEVELOP: "§ 68 a, stk. 2",
    ConditionName.NOT_RULED_OUT: "§ 68 a, stk. 2",
    ConditionName.BELOW_PENSION_AGE: "§ 68 a, stk. 9",
    ConditionName.EARLIER_PROGRAMMES: "§ 68 a, stk. 1, 8 og 9",
    ConditionName.DISABILITY_PENSION: "§ 68 b",
}
SECTIONS_SINCE_2020 = {
    ConditionName.COMPLEX_PROBLEMS: "§ 112, stk. 1",
    ConditionName.UNSOLVED: "§ 112, stk. 1",
    ConditionName.COMBINED_EFFORT: "§ 112, stk. 1",
    ConditionName.GROUND: "§ 112, stk. 1, nr. 1-3",
    ConditionName.CAN_DEVELOP: "§ 112, stk. 2",
    ConditionName.NOT_RULED_OUT: "§ 112, stk. 2",
    ConditionName.BELOW_PENSION_AGE: "§ 114",
    ConditionName.EARLIER_PROGRAMMES: "§ 114, stk. 2-3",
    ConditionName.DISABILITY_PENSION: "§ 115",
}
SECTIONS_SINCE_2022 = {
    **SECTIONS_SINCE_2020,
    ConditionName.YEARS_TO_PENSION: "§ 112, stk. 3",
    ConditionName.EARLIER_PROGRAMMES: "§ 114, stk. 2-4",
}


@dataclass(frozen=True, slots=True)
class Ground:
    """One of the grounds: whether it is `there`, how that is told, and what would judge it."""

    there: bool | None
    shown: Words
    judge: Words


def complex_problems(facts: TargetFacts, asked: Asked) -> Condition:
    """Say whether the problems are complex and go beyond unemployment."""
    return found(ConditionName.COMPLEX_PROBLEMS, asked, facts.complex_problems, COMPLEX_PROBLEMS)


def unsolved(facts: TargetFacts, asked: Asked) -> Condition:
    """Say whether efforts under LAB or LAS have been unable to solve the problems."""
    return found(ConditionName.UNSOLVED, asked, facts.unsolved, UNSOLVED)


def combined_effort(facts: TargetFacts, asked: Asked) -> Condition:
    """Say whether effort under LAB is needed together with social or health effort."""
    return found(ConditionName.COMBINED_EFFORT, asked, facts.combined_effort, COMBINED_EFFORT)


def ground(facts: TargetFacts, asked: Asked) -> Condition:
    """Say whether at least one of the three grounds is there."""
    grounds = (
        Ground(facts.long_support, LONG_SUPPORT, JUDGE_SUPPORT),
        Ground(facts.tried_in_vain, TRIED_IN_VAIN, JUDGE_TRIED),
        long_effort(facts),
    )
    return one_of(grounds, asked, GROUND)


def long_effort(facts: TargetFacts) -> Ground:
    """Give the third ground: a longer effort must come before a concrete job goal."""
    return Ground(facts.long_effort, LONG_EFFORT, JUDGE_EFFORT)


def one_of(grounds: tuple[Ground, ...], asked: Asked, told: Told) -> Condition:
    """Give the condition that one of the grounds is there; `told` has places for {grounds} and {missing}."""
    holds = any_known(*(one.there for one in grounds))
    shown = joined(*(one.shown for one in grounds if one.there))
    missing = joined(*(one.judge for one in grounds if one.there is None))
    return found(ConditionName.GROUND, asked, holds, told.filled(grounds=shown, missing=missing))


def not_pointless(facts: TargetFacts, asked: Asked) -> Condition:
    """Say whether a programme is other than obviously pointless; the test until 31 May 2018."""
    return found(ConditionName.NOT_POINTLESS, asked, opposite(facts.pointless), NOT_POINTLESS)


def can_develop(facts: TargetFacts, asked: Asked) -> Condition:
    """Say whether the working capacity has a perspective of development; part of the test since June 2018."""
    return found(ConditionName.CAN_DEVELOP, asked, facts.can_develop, CAN_DEVELOP)


def not_ruled_out(facts: TargetFacts, asked: Asked) -> Condition:
    """Say whether it is open that a programme can improve the working capacity; since June 2018."""
    return found(ConditionName.NOT_RULED_OUT, asked, opposite(facts.ruled_out), NOT_RULED_OUT)


def found(name: ConditionName, asked: Asked, holds: bool | None, told: Told) -> Condition:
    """Give the condition in the state that `holds` says, with its words and its section."""
    reason = {True: told.holds, False: told.fails, None: told.unknown}[holds]
    settle = told.settle if holds is None else None
    return Condition(name, told.demand, STATES[holds], reason, settle, section_of(name, asked))


def section_of(name: ConditionName, asked: Asked) -> Source:
    """Give the place in the act where a condition stood on the day asked about."""
    if asked.chosen_on < NEW_ACT:
        sections = SECTIONS_UNTIL_2019
    else:
        sections = SECTIONS_SINCE_2022 if asked.chosen_on >= SIX_YEARS_FROM else SECTIONS_SINCE_2020
    return Source("LAB", sections[name], asked.version.source.published)


def joined(*sentences: Words) -> Words | None:
    """Give the sentences as one text, or None where there are none."""
    return together(*sentences) if sentences else None
