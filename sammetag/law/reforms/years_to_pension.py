"""No programme close to the pension age unless the citizen wishes it: as proposed, and as law since 2022."""

from __future__ import annotations

from dataclasses import replace

from sammetag.law.answer import Asked, Finding, Source
from sammetag.law.numbers import number_of_reform
from sammetag.law.reform import Base, Reform, ReformStatus
from sammetag.law.reforms.first_days import SINCE
from sammetag.law.reforms.minister import NOTE_EARLIER, proposal
from sammetag.law.reforms.years_to_pension_words import (
    BEYOND,
    ENACTED_TITLE,
    ENACTED_WHAT,
    PROPOSED_TITLE,
    PROPOSED_WHAT,
)
from sammetag.law.schemes import RESSOURCEFORLOEB
from sammetag.law.target_group import TARGET_GROUP, with_condition
from sammetag.law.target_group_ages import so_many_years_to_pension, years_to_pension
from sammetag.law.target_group_asides import finishing_near_pension
from sammetag.law.target_group_conditions import SIX_YEARS_FROM
from sammetag.law.target_group_facts import Assessment, ConditionName, TargetFacts, TargetResult

PART = ConditionName.YEARS_TO_PENSION.value

YEARS_TO_PENSION_AS_PROPOSED = Reform(
    "years-to-pension-as-proposed", PROPOSED_TITLE, PROPOSED_WHAT, proposal(4), ReformStatus.PROPOSED, BEYOND
)
YEARS_TO_PENSION_AS_ENACTED = Reform(
    "years-to-pension-as-enacted",
    ENACTED_TITLE,
    ENACTED_WHAT,
    Source("LAB", "§ 112, stk. 3", "LOV 1160/2021, LBK 280/2024"),
    ReformStatus.ENACTED,
)


@YEARS_TO_PENSION_AS_PROPOSED.amends(
    TARGET_GROUP, part=PART, schemes=(RESSOURCEFORLOEB,), first=SINCE, last=None
)
def only_by_own_wish(base: Base[Assessment], facts: TargetFacts, asked: Asked) -> Finding[Assessment]:
    """Give none to those with too few years left, unless they wish it; it says nothing of finishing."""
    finding = base()
    wanted = number_of_reform("proposed_years_to_pension", scheme=asked.scheme, on=asked.chosen_on).value
    condition = so_many_years_to_pension(wanted, facts, _since_2022(asked))
    proposed = with_condition(finding, replace(condition, source=asked.version.source), facts, asked)
    in_the_act = {one.source for one in finding.value.conditions if one.name == PART}
    return Finding(proposed.value, tuple(one for one in proposed.reasons if one.source not in in_the_act))


@YEARS_TO_PENSION_AS_ENACTED.amends(
    TARGET_GROUP, part=PART, schemes=(RESSOURCEFORLOEB,), first=SINCE, last=None, note=NOTE_EARLIER
)
def as_the_act_says(base: Base[Assessment], facts: TargetFacts, asked: Asked) -> Finding[Assessment]:
    """Ask the same as the act does, whatever the day, and tell who may finish what is begun."""
    finding = base()
    if asked.on >= SIX_YEARS_FROM:
        return finding
    since_2022 = _since_2022(asked)
    enacted = with_condition(finding, years_to_pension(facts, since_2022), facts, asked)
    if enacted.value.result is TargetResult.NOT_IN:
        return enacted
    return Finding(enacted.value, (*enacted.reasons, *finishing_near_pension(facts, since_2022)))


def _since_2022(asked: Asked) -> Asked:
    """Ask with the numbers and the section of the first day on which the act had the condition, or later."""
    return replace(asked, chosen_on=max(asked.chosen_on, SIX_YEARS_FROM))
