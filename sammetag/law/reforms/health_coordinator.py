"""The right to a health coordinator about an offer, as proposed, and as it became law in 2022."""

from __future__ import annotations

from dataclasses import replace

from sammetag.law.act_of_2022 import refuse_closed
from sammetag.law.answer import Asked, Finding, Reason, ReasonKind, Source
from sammetag.law.health_coordinator import (
    HEALTH_COORDINATOR,
    HealthCoordinator,
    HealthCoordinatorFacts,
    brought_in,
    without_right,
)
from sammetag.law.health_coordinator_words import DOUBTS
from sammetag.law.reform import WHOLE, Base, Reform, ReformStatus
from sammetag.law.reforms.first_days import SINCE
from sammetag.law.reforms.health_coordinator_words import (
    BEYOND,
    DEMAND,
    ENACTED_TITLE,
    ENACTED_WHAT,
    PROPOSED_TITLE,
    PROPOSED_WHAT,
)
from sammetag.law.reforms.minister import NOTE_EARLIER, as_of_2022, covered, is_law, proposal
from sammetag.law.schemes import RESSOURCEFORLOEB

HEALTH_COORDINATOR_AS_PROPOSED = Reform(
    "health-coordinator-as-proposed",
    PROPOSED_TITLE,
    PROPOSED_WHAT,
    proposal(3),
    ReformStatus.PROPOSED,
    BEYOND,
)
HEALTH_COORDINATOR_AS_ENACTED = Reform(
    "health-coordinator-as-enacted",
    ENACTED_TITLE,
    ENACTED_WHAT,
    Source("LAB", "§ 113, stk. 3", "LOV 1160/2021, LBK 280/2024, BEK 2409/2021"),
    ReformStatus.ENACTED,
)


@HEALTH_COORDINATOR_AS_PROPOSED.amends(
    HEALTH_COORDINATOR, part=WHOLE, schemes=(RESSOURCEFORLOEB,), first=SINCE, last=None
)
def before_and_during_an_offer(
    base: Base[HealthCoordinator], facts: HealthCoordinatorFacts, asked: Asked
) -> Finding[HealthCoordinator]:
    """Give the right to one who doubts that an offer suits their health; it says nothing of waiting."""
    refuse_closed(HEALTH_COORDINATOR, facts.granted_on)
    demand = Reason(DEMAND, ReasonKind.RULE, asked.version.source)
    without = without_right(facts)
    if without is not None:
        return Finding(without.value, (demand, *without.reasons))
    value = HealthCoordinator(True, facts.has_health_coordinator)
    return Finding(value, (demand, Reason(DOUBTS), brought_in(facts)))


@HEALTH_COORDINATOR_AS_ENACTED.amends(
    HEALTH_COORDINATOR,
    part=WHOLE,
    schemes=(RESSOURCEFORLOEB,),
    first=SINCE,
    last=None,
    note=NOTE_EARLIER,
)
def as_the_act_says(
    base: Base[HealthCoordinator], facts: HealthCoordinatorFacts, asked: Asked
) -> Finding[HealthCoordinator]:
    """Give the right as the act does, and let the offer wait, whenever the programme was granted."""
    if is_law(facts.granted_on, asked):
        return base()
    return as_of_2022(HEALTH_COORDINATOR, replace(facts, granted_on=covered(facts.granted_on)), asked)
