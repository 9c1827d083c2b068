"""What is told beside the conditions of the target group: duties, limits soon passed, an interpretation."""

from __future__ import annotations

from datetime import date

from sammetag.law.answer import Asked, Reason, ReasonKind, Source
from sammetag.law.numbers import number
from sammetag.law.period import DAY, add_months, months_from
from sammetag.law.target_group_ages import pension_day, under, years, years_left
from sammetag.law.target_group_conditions import NEW_ACT, SIX_YEARS_FROM, section_of
from sammetag.law.target_group_facts import (
    Assessment,
    ConditionName,
    ConditionState,
    TargetFacts,
    TargetResult,
    all_known,
    birthday,
)
from sammetag.law.target_group_words import (
    FINISH_NOT_SAID,
    INTERPRETATION,
    INTERPRETATION_SINCE_2020,
    MAY_FINISH,
    MAY_FINISH_NEAR_PENSION,
    NO_UPPER_AGE_YET,
    PENSIONER_OWN_WAY,
    SHALL_BE_OFFERED,
)
from sammetag.words import together

CIRCULAR = Source(
    "Beskæftigelsesministeriets orienteringsskrivelse om ressourceforløb",
    "om LAB § 68 a, stk. 1",
    "dateret 7. april 2014, udsendt 9. april 2014; gengivet af SFI 2015",
)
CIRCULAR_SENT = date(2014, 4, 9)
UPPER_AGE_UNSURE_FROM = date(2015, 6, 1)


def asides(facts: TargetFacts, assessment: Assessment, asked: Asked) -> tuple[Reason, ...]:
    """Give what a caseworker should know beside the conditions; none of it decides."""
    return (
        *_duty(facts, assessment.result, asked),
        *_finishing(facts, assessment.result, asked),
        *_pensioners(facts, assessment, asked),
        *_interpretation(asked),
        *_no_upper_age_yet(facts, asked),
    )


def own_way_of_pensioners(facts: TargetFacts, asked: Asked) -> bool | None:
    """Say whether the rule for those with a disability pension lets the citizen in, whatever else it asks."""
    return all_known(facts.disability_pension, under("target_young_age", facts, asked), facts.own_wish)


def _duty(facts: TargetFacts, result: TargetResult, asked: Asked) -> tuple[Reason, ...]:
    """Tell of the duty to offer, which the act said until 2019; those with a pension only may have it."""
    if result is not TargetResult.IN or asked.on >= NEW_ACT or facts.disability_pension:
        return ()
    source = Source("LAB", "§ 68 a, stk. 1 og 9", asked.version.source.published)
    return (Reason(SHALL_BE_OFFERED, ReasonKind.RULE, source),)


def _finishing(facts: TargetFacts, result: TargetResult, asked: Asked) -> tuple[Reason, ...]:
    """Tell what the act says of an age limit that a programme of the longest length would pass."""
    if result is TargetResult.NOT_IN or facts.born_on is None:
        return ()
    longest = number("longest_months", scheme=asked.scheme, on=asked.chosen_on).value
    programme = months_from(asked.on, longest)
    reasons = []
    age = years("target_young_age", asked)
    turns = birthday(facts.born_on, age)
    if turns > asked.on and programme.contains(turns):
        silent = NEW_ACT <= asked.on < SIX_YEARS_FROM
        text = FINISH_NOT_SAID if silent else MAY_FINISH
        kind = ReasonKind.WARNING if silent else ReasonKind.RULE
        source = section_of(ConditionName.EARLIER_PROGRAMMES, asked)
        reasons.append(Reason(text.filled(young=age, birthday=turns), kind, source))
    near_pension = () if asked.on < SIX_YEARS_FROM else finishing_near_pension(facts, asked)
    return (*reasons, *near_pension)


def finishing_near_pension(facts: TargetFacts, asked: Asked) -> tuple[Reason, ...]:
    """Tell of one whom a programme of the longest length would bring close to the public pension age."""
    reached = pension_day(facts)
    if reached is None or not years_left(facts, asked):
        return ()
    left = years("target_years_to_pension", asked)
    longest = number("longest_months", scheme=asked.scheme, on=asked.on).value
    limit = add_months(reached, -12 * left) + DAY
    if not months_from(asked.on, longest).contains(limit):
        return ()
    source = section_of(ConditionName.YEARS_TO_PENSION, asked)
    return (Reason(MAY_FINISH_NEAR_PENSION.filled(limit=limit, years=left), ReasonKind.RULE, source),)


def _pensioners(facts: TargetFacts, assessment: Assessment, asked: Asked) -> tuple[Reason, ...]:
    """Warn where only the general conditions stand in the way of one whom the pensioners' rule lets in."""
    failing = assessment.named(ConditionState.FAILS)
    if not (failing and own_way_of_pensioners(facts, asked)):
        return ()
    source = section_of(ConditionName.DISABILITY_PENSION, asked)
    return (Reason(PENSIONER_OWN_WAY, ReasonKind.WARNING, source),)


def _interpretation(asked: Asked) -> tuple[Reason, ...]:
    if asked.on < CIRCULAR_SENT:
        return ()
    text = INTERPRETATION if asked.on < NEW_ACT else together(INTERPRETATION, INTERPRETATION_SINCE_2020)
    return (Reason(text, ReasonKind.FACT, CIRCULAR),)


def _no_upper_age_yet(facts: TargetFacts, asked: Asked) -> tuple[Reason, ...]:
    """Warn where the public pension age is reached on a day on which the act named no upper age."""
    reached = pension_day(facts)
    if asked.on >= UPPER_AGE_UNSURE_FROM or reached is None or asked.on < reached:
        return ()
    return (Reason(NO_UPPER_AGE_YET.filled(reached=reached), ReasonKind.WARNING, asked.version.source),)
