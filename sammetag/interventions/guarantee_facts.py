"""What the law of the guarantee asks of a case, taken from its interventions. Plain Python."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from sammetag.cases.queries import Granted
from sammetag.interventions.models import Kind, State
from sammetag.interventions.seen import Answered, Exempt, Laid
from sammetag.law.guarantee import Effort, EffortKind, GuaranteeFacts, Relief, ReliefKind
from sammetag.law.period import Period
from sammetag.people.models import Field

CHAPTERS = {
    11: EffortKind.LAB_11,
    12: EffortKind.LAB_12,
    13: EffortKind.LAB_13,
    14: EffortKind.LAB_14,
}
FIELDS = {
    Field.SOCIAL: EffortKind.SOCIAL,
    Field.HEALTH: EffortKind.MUNICIPAL_HEALTH,
    Field.TREATMENT: EffortKind.TREATMENT,
}
RELIEVES = {
    Kind.PAID_HOURS: ReliefKind.ORDINARY_HOURS,
    Kind.DISABILITY_WAGE_SUBSIDY: ReliefKind.HANDICAP_WAGE_SUBSIDY,
    Kind.STU: ReliefKind.STU,
}


def guarantee_facts(
    programme: Granted,
    interventions: Iterable[Laid],
    exemptions: Iterable[Exempt],
    answer: Answered | None,
) -> GuaranteeFacts:
    """What is known of a programme's guarantee; an intervention with a sub-goal is one in the plan."""
    known = [(one, begun) for one in interventions if (begun := began_on(one))]
    return GuaranteeFacts(
        scheme=programme.scheme,
        granted_on=programme.granted_on,
        starts_on=programme.starts_on,
        ends_on=programme.ended_on or programme.granted_until,
        efforts=tuple(_efforts(known)),
        exempt=tuple(Period(one.since, one.until) for one in exemptions),
        reliefs=tuple(_reliefs(known, answer)),
        resubmitted_on=answer.answered_on if answer and answer.resubmitted else None,
    )


def began_on(one: Laid) -> date | None:
    """The first day on which an intervention ran; none while it has not."""
    days = [part.since for part in one.parts if part.state == State.RUNNING]
    return min((day for day in days if one.ended_on is None or day <= one.ended_on), default=None)


def effort_kind(one: Laid) -> EffortKind:
    """What an intervention is in the eyes of the guarantee; a mentor is a mentor in every field."""
    if one.mentor:
        return EffortKind.MENTOR
    if one.chapter in CHAPTERS:
        return CHAPTERS[one.chapter]
    return FIELDS.get(Field(one.field), EffortKind.OTHER)


def _efforts(known: Iterable[tuple[Laid, date]]) -> Iterator[Effort]:
    for one, begun in known:
        # Ordinary pay and the like are no offer under the act; they relieve, each by a rule of its own.
        if one.kind not in RELIEVES or one.chapter in CHAPTERS:
            yield Effort(effort_kind(one), begun, in_plan=one.sub_goal_id is not None)


def _reliefs(known: Iterable[tuple[Laid, date]], answer: Answered | None) -> Iterator[Relief]:
    for one, begun in known:
        if one.kind in RELIEVES:
            yield Relief(RELIEVES[Kind(one.kind)], begun)
    if answer and not answer.resubmitted:
        yield Relief(ReliefKind.SPECIAL_REASONS, answer.answered_on)
