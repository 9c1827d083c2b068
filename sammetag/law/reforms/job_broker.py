"""The right to a job broker as the minister proposed it, and as it became law in 2022."""

from __future__ import annotations

from dataclasses import replace

from sammetag.law.act_of_2022 import refuse_closed
from sammetag.law.answer import Asked, Finding, Reason, ReasonKind, Source
from sammetag.law.job_broker import JOB_BROKER, JobBroker, JobBrokerFacts, right_found
from sammetag.law.reform import WHOLE, Base, Reform, ReformStatus
from sammetag.law.reforms.first_days import SINCE
from sammetag.law.reforms.job_broker_words import (
    BEYOND,
    DEMAND,
    ENACTED_TITLE,
    ENACTED_WHAT,
    NOT_KNOWN_RECOMMENDED,
    NOT_RECOMMENDED,
    PROPOSED_TASKS,
    PROPOSED_TITLE,
    PROPOSED_WHAT,
    RECOMMENDED,
)
from sammetag.law.reforms.minister import NOTE_EARLIER, as_of_2022, covered, is_law, proposal
from sammetag.law.schemes import RESSOURCEFORLOEB

JOB_BROKER_AS_PROPOSED = Reform(
    "job-broker-as-proposed",
    PROPOSED_TITLE,
    PROPOSED_WHAT,
    proposal(2),
    ReformStatus.PROPOSED,
    BEYOND,
)
JOB_BROKER_AS_ENACTED = Reform(
    "job-broker-as-enacted",
    ENACTED_TITLE,
    ENACTED_WHAT,
    Source("LAB", "§ 113 a", "LOV 1160/2021, LBK 280/2024"),
    ReformStatus.ENACTED,
)


@JOB_BROKER_AS_PROPOSED.amends(JOB_BROKER, part=WHOLE, schemes=(RESSOURCEFORLOEB,), first=SINCE, last=None)
def where_the_team_recommended_it(
    base: Base[JobBroker], facts: JobBrokerFacts, asked: Asked
) -> Finding[JobBroker]:
    """Give the right where the team has recommended a company-based effort, and only there."""
    refuse_closed(JOB_BROKER, facts.granted_on)
    source = asked.version.source
    if facts.company_recommended:
        tasks = Reason(PROPOSED_TASKS, ReasonKind.RULE, source)
        return right_found(DEMAND, facts.has_job_broker, source, Reason(RECOMMENDED), tasks)
    shown = NOT_KNOWN_RECOMMENDED if facts.company_recommended is None else NOT_RECOMMENDED
    value = JobBroker(facts.company_recommended, None)
    return Finding(value, (Reason(DEMAND, ReasonKind.RULE, source), Reason(shown)))


@JOB_BROKER_AS_ENACTED.amends(
    JOB_BROKER, part=WHOLE, schemes=(RESSOURCEFORLOEB,), first=SINCE, last=None, note=NOTE_EARLIER
)
def as_the_act_says(base: Base[JobBroker], facts: JobBrokerFacts, asked: Asked) -> Finding[JobBroker]:
    """Give everyone in a programme the right, whenever it was granted."""
    if is_law(facts.granted_on, asked):
        return base()
    return as_of_2022(JOB_BROKER, replace(facts, granted_on=covered(facts.granted_on)), asked)
