"""The intervention guarantee as the minister proposed it, and as it became law in 2022."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from sammetag.law.act_of_2022 import refuse_closed
from sammetag.law.answer import Asked, Finding, Reason, ReasonKind, Source
from sammetag.law.guarantee import (
    GUARANTEE,
    Effort,
    EffortKind,
    Guarantee,
    GuaranteeFacts,
    GuaranteeState,
)
from sammetag.law.guarantee_facts import STOPS_THE_CLOCK
from sammetag.law.numbers import number_of_reform
from sammetag.law.period import DAY, day_after_months
from sammetag.law.reform import WHOLE, Base, Reform, ReformStatus
from sammetag.law.reforms.first_days import SINCE
from sammetag.law.reforms.guarantee_words import (
    BEGAN_BEFORE,
    BEYOND,
    DEMAND,
    DISCUSSED,
    DISCUSSED_EARLY,
    EFFORTS,
    ENACTED_TITLE,
    ENACTED_WHAT,
    NOT_AN_EFFORT,
    NOT_SAID,
    OWED,
    PROPOSED_TITLE,
    PROPOSED_WHAT,
    RUNNING,
    STOPPED,
    TOLD,
    TOO_LATE,
)
from sammetag.law.reforms.minister import NOTE_EARLIER, as_of_2022, covered, is_law, proposal
from sammetag.law.schemes import RESSOURCEFORLOEB
from sammetag.words import Words

Question = tuple[GuaranteeFacts, date]

GUARANTEE_AS_PROPOSED = Reform(
    "guarantee-as-proposed",
    PROPOSED_TITLE,
    PROPOSED_WHAT,
    proposal(1),
    ReformStatus.PROPOSED,
    BEYOND,
    wordings={GUARANTEE.name: lambda found: _told(found)},
)
GUARANTEE_AS_ENACTED = Reform(
    "guarantee-as-enacted",
    ENACTED_TITLE,
    ENACTED_WHAT,
    Source("LAB", "§ 113, stk. 2", "LOV 1160/2021, LBK 280/2024"),
    ReformStatus.ENACTED,
)

# 'Beskæftigelsesindsats' covers every offer of the act, also community service work, which the act left out.
COUNTS = STOPS_THE_CLOCK | {EffortKind.LAB_13}


@dataclass(frozen=True, slots=True)
class _Months:
    """The facts on the day asked about, and the last day of the months in which something must begin."""

    facts: GuaranteeFacts
    on: date
    last_day: date

    @property
    def stopped_by(self) -> Effort | None:
        begun = [one for one in self.known if one.kind in COUNTS and self.in_time(one)]
        return begun[0] if begun else None

    @property
    def known(self) -> list[Effort]:
        begun = (one for one in self.facts.efforts if one.began_on <= self.on)
        return sorted(begun, key=lambda effort: effort.began_on)

    @property
    def discussed_on(self) -> date | None:
        again = self.facts.resubmitted_on
        return again if again is not None and self.last_day < again <= self.on else None

    def in_time(self, effort: Effort) -> bool:
        return self.facts.starts_on <= effort.began_on <= self.last_day


@GUARANTEE_AS_PROPOSED.amends(GUARANTEE, part=WHOLE, schemes=(RESSOURCEFORLOEB,), first=SINCE, last=None)
def nothing_begun_in_six_months(
    base: Base[Guarantee], question: Question, asked: Asked
) -> Finding[Guarantee]:
    """Have the case discussed in an interdisciplinary team where no effort has begun in six months.

    The proposal knows neither exempt days nor reliefs, and does not ask for the effort to stand in the plan.
    """
    facts, on = question
    refuse_closed(GUARANTEE, facts.granted_on)
    months = number_of_reform("proposed_guarantee_months", scheme=asked.scheme, on=asked.chosen_on).value
    case = _Months(facts, on, day_after_months(facts.starts_on, months) - DAY)
    demand = Reason(
        DEMAND.filled(last_day=case.last_day, months=months), ReasonKind.RULE, asked.version.source
    )
    stopped_by = case.stopped_by
    if stopped_by is None:
        value = Guarantee(case.last_day, _open_state(case), resubmitted_on=case.discussed_on)
        dismissed = (_dismissed(effort, case, asked) for effort in case.known)
        return Finding(value, (demand, *dismissed, *_ending(case, value, asked)))
    day = stopped_by.began_on
    value = Guarantee(case.last_day, GuaranteeState.STOPPED, day, stopped_by, None, case.discussed_on)
    stopped = STOPPED.filled(effort=EFFORTS[stopped_by.kind], day=day)
    return Finding(value, (demand, Reason(stopped, source=asked.version.source)))


@GUARANTEE_AS_ENACTED.amends(
    GUARANTEE, part=WHOLE, schemes=(RESSOURCEFORLOEB,), first=SINCE, last=None, note=NOTE_EARLIER
)
def as_the_act_says(base: Base[Guarantee], question: Question, asked: Asked) -> Finding[Guarantee]:
    """Ask for an effort that counts as the act and its order do, whenever the programme was granted."""
    facts, on = question
    if is_law(facts.granted_on, asked):
        return base()
    return as_of_2022(GUARANTEE, (replace(facts, granted_on=covered(facts.granted_on)), on), asked)


def _open_state(case: _Months) -> GuaranteeState:
    if case.on <= case.last_day:
        return GuaranteeState.RUNNING
    return GuaranteeState.OWED if case.discussed_on is None else GuaranteeState.RESUBMITTED


def _dismissed(effort: Effort, case: _Months, asked: Asked) -> Reason:
    """Say why an effort does not count; a warning where that is our reading of a proposal that is silent."""
    told = {"effort": EFFORTS[effort.kind], "day": effort.began_on}
    if effort.kind is EffortKind.TREATMENT:
        return Reason(NOT_AN_EFFORT.filled(**told), source=asked.version.source)
    if effort.kind not in COUNTS:
        return Reason(NOT_SAID.filled(**told), ReasonKind.WARNING, asked.version.source)
    if effort.began_on < case.facts.starts_on:
        return Reason(BEGAN_BEFORE.filled(**told), ReasonKind.WARNING, asked.version.source)
    return Reason(TOO_LATE.filled(last_day=case.last_day, **told), source=asked.version.source)


def _ending(case: _Months, value: Guarantee, asked: Asked) -> tuple[Reason, ...]:
    if value.state is GuaranteeState.RESUBMITTED:
        return (Reason(DISCUSSED.filled(day=value.resubmitted_on)),)
    again = case.facts.resubmitted_on
    early = again is not None and again <= min(case.on, case.last_day)
    warning = (Reason(DISCUSSED_EARLY.filled(day=again), ReasonKind.WARNING),) if early else ()
    if value.state is GuaranteeState.RUNNING:
        return (Reason(RUNNING.filled(last_day=case.last_day)), *warning)
    return (Reason(OWED, ReasonKind.RULE, asked.version.source), *warning)


def _told(found: Guarantee) -> Words:
    return TOLD[found.state].filled(
        last_day=found.last_day, stopped_on=found.stopped_on, resubmitted_on=found.resubmitted_on
    )
