"""The conditions of the target group that go by age, by earlier programmes and by pension.

Every age is counted to the day asked about, from the birthday itself: the act says 'over 40', 'between 40
and 50' and 'over 50' and leaves the day open. Here the 40th birthday ends 'under 40', and the 50th begins
'over 50'.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sammetag.law.answer import Asked
from sammetag.law.numbers import number
from sammetag.law.pension_age import pension_age
from sammetag.law.period import day_after_months
from sammetag.law.target_group_conditions import found, joined
from sammetag.law.target_group_facts import (
    Condition,
    ConditionName,
    ConditionState,
    TargetFacts,
    all_known,
    any_known,
    birthday,
    time_used,
)
from sammetag.law.target_group_words import (
    A_DAY,
    ASK_BIRTH,
    ASK_EARLIER,
    ASK_PENSION,
    ASK_WISH,
    BELOW_PENSION_AGE,
    DAYS,
    DISABILITY_PENSION,
    EARLIER_BY_TIME,
    EARLIER_BY_WISH,
    LOOK_UP_PENSIONERS,
    LOOK_UP_UPPER_AGE,
    MONTH,
    MONTHS,
    NO_DISABILITY_PENSION,
    NO_ROOM,
    NO_WISH,
    NONE_EARLIER,
    OWN_WISH,
    PENSIONER_TOO_OLD,
    ROOM_LEFT,
    UNDER_YOUNG,
    UPPER_AGE_UNSURE,
    USED,
    YEARS_ENOUGH,
    YEARS_TO_PENSION,
)
from sammetag.words import Words, counted


def below_pension_age(facts: TargetFacts, asked: Asked) -> Condition:
    """Say whether the public pension age still lies ahead."""
    reached = pension_day(facts)
    below = None if reached is None else asked.on < reached
    told = BELOW_PENSION_AGE.filled(reached=reached)
    return found(ConditionName.BELOW_PENSION_AGE, asked, below, told)


def below_pension_age_unsure(facts: TargetFacts, asked: Asked) -> Condition:
    """Say the same for the days on which it has not been read whether the limit was in the act yet."""
    condition = below_pension_age(facts, asked)
    if condition.state is not ConditionState.FAILS:
        return condition
    reason = UPPER_AGE_UNSURE.filled(reached=pension_day(facts))
    return replace(condition, state=ConditionState.UNKNOWN, reason=reason, settle=LOOK_UP_UPPER_AGE)


def years_to_pension(facts: TargetFacts, asked: Asked) -> Condition:
    """Say whether enough years are left to the public pension age, or the citizen wishes the programme.

    Exactly so many years are enough: the act speaks of less.
    """
    return so_many_years_to_pension(years("target_years_to_pension", asked), facts, asked)


def so_many_years_to_pension(wanted: int, facts: TargetFacts, asked: Asked) -> Condition:
    """Say the same of a number of years that is told."""
    reached, enough = pension_day(facts), _so_many_years_left(wanted, facts, asked)
    told = YEARS_TO_PENSION.filled(
        years=wanted,
        reached=reached,
        why=YEARS_ENOUGH.filled(years=wanted, reached=reached) if enough else OWN_WISH,
        missing=_missing((facts.born_on, ASK_BIRTH), (facts.own_wish, ASK_WISH)),
    )
    return found(ConditionName.YEARS_TO_PENSION, asked, any_known(enough, facts.own_wish), told)


def earlier_by_wish(facts: TargetFacts, asked: Asked) -> Condition:
    """Say whether a further programme is allowed: below the age freely, from it on by own wish."""
    young = under("target_young_age", facts, asked)
    age = years("target_young_age", asked)
    why = _why_another(facts, asked, OWN_WISH)
    told = EARLIER_BY_WISH.filled(young=age, why=why, missing=_missing_on_earlier(facts))
    holds = any_known(_none_earlier(facts, asked), young, facts.own_wish)
    return found(ConditionName.EARLIER_PROGRAMMES, asked, holds, told)


def earlier_by_time(facts: TargetFacts, asked: Asked) -> Condition:
    """Say the same where the middle ages have a longest time in all, and only the oldest need the wish.

    A new programme lasts at least the shortest length, so the time left must hold that much.
    """
    young, middle = (under(name, facts, asked) for name in ("target_young_age", "target_senior_age"))
    fits = all_known(middle, _room_left(facts, asked))
    ages = {
        "young": years("target_young_age", asked),
        "senior": years("target_senior_age", asked),
        "total": years("target_total_years", asked),
    }
    time = {"used": _used(facts, asked), "shortest": _months(_shortest(asked))}
    told = EARLIER_BY_TIME.filled(
        why=_why_another(facts, asked, ROOM_LEFT.filled(**ages, **time) if fits else OWN_WISH),
        why_not=NO_ROOM.filled(**ages, **time) if middle else NO_WISH.filled(**ages),
        missing=_missing_on_earlier(facts),
        **ages,
    )
    holds = any_known(_none_earlier(facts, asked), young, facts.own_wish, fits)
    return found(ConditionName.EARLIER_PROGRAMMES, asked, holds, told)


def disability_pension(facts: TargetFacts, asked: Asked) -> Condition:
    """Say whether a disability pension stands in the way; below the age it does not, on own wish."""
    young = under("target_young_age", facts, asked)
    by_wish = facts.own_wish if young else None
    none = None if facts.disability_pension is None else not facts.disability_pension
    told = DISABILITY_PENSION.filled(
        young=years("target_young_age", asked), missing=_missing_on_pension(facts)
    )
    if none:
        told = replace(told, holds=NO_DISABILITY_PENSION)
    elif facts.disability_pension and young is False:
        too_old = PENSIONER_TOO_OLD.filled(young=years("target_young_age", asked))
        told = replace(told, unknown=too_old, settle=LOOK_UP_PENSIONERS)
    # An unknown pension changes nothing where the programme is open with and without one.
    holds = by_wish if none is False else any_known(none, True if by_wish else None)
    return found(ConditionName.DISABILITY_PENSION, asked, holds, told)


def pension_day(facts: TargetFacts) -> date | None:
    """Give the day on which the citizen reaches the public pension age; None where the birth is not known."""
    return None if facts.born_on is None else pension_age(facts.born_on).reached_on


def under(name: str, facts: TargetFacts, asked: Asked) -> bool | None:
    """Say whether the citizen is younger than the age of that name; None where the birth is not known."""
    return None if facts.born_on is None else asked.on < birthday(facts.born_on, years(name, asked))


def years(name: str, asked: Asked) -> int:
    """Give the number of years of that name on the day asked about."""
    return number(name, scheme=asked.scheme, on=asked.chosen_on).value


def years_left(facts: TargetFacts, asked: Asked) -> bool | None:
    """Say whether enough years are left to the public pension age; None where the birth is not known."""
    return _so_many_years_left(years("target_years_to_pension", asked), facts, asked)


def _so_many_years_left(wanted: int, facts: TargetFacts, asked: Asked) -> bool | None:
    reached = pension_day(facts)
    return None if reached is None else day_after_months(asked.on, wanted * 12) <= reached


def _none_earlier(facts: TargetFacts, asked: Asked) -> bool | None:
    earlier = facts.earlier_on(asked.on)
    return None if earlier is None else not earlier


def _room_left(facts: TargetFacts, asked: Asked) -> bool | None:
    earlier = facts.earlier_on(asked.on)
    if earlier is None:
        return None
    months, days = time_used(earlier)
    return (months + _shortest(asked), days) <= (years("target_total_years", asked) * 12, 0)


def _shortest(asked: Asked) -> int:
    return number("shortest_months", scheme=asked.scheme, on=asked.chosen_on).value


def _used(facts: TargetFacts, asked: Asked) -> Words:
    months, days = time_used(facts.earlier_on(asked.on) or ())
    return USED.filled(months=_months(months), days=counted(days, A_DAY, DAYS))


def _months(count: int) -> Words:
    return counted(count, MONTH, MONTHS)


def _why_another(facts: TargetFacts, asked: Asked, otherwise: Words) -> Words:
    if _none_earlier(facts, asked):
        return NONE_EARLIER
    if under("target_young_age", facts, asked):
        return UNDER_YOUNG.filled(young=years("target_young_age", asked))
    return otherwise


def _missing(*asks: tuple[object | None, Words]) -> Words | None:
    return joined(*(ask for known, ask in asks if known is None))


def _missing_on_earlier(facts: TargetFacts) -> Words | None:
    return _missing((facts.born_on, ASK_BIRTH), (facts.earlier, ASK_EARLIER), (facts.own_wish, ASK_WISH))


def _missing_on_pension(facts: TargetFacts) -> Words | None:
    if facts.disability_pension is None:
        return ASK_PENSION
    return _missing((facts.born_on, ASK_BIRTH), (facts.own_wish, ASK_WISH))
