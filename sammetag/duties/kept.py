"""Reads what duties need besides talks and interventions: plans, granted periods, exemptions, answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.utils import timezone

from sammetag.cases.models import Case
from sammetag.duties.by_case import by_case
from sammetag.duties.facts import MentorGranted, OpenVersion, PlanSeen, SubGoalSeen
from sammetag.interventions.queries import exemptions_in, granted_in, guarantee_answers_in
from sammetag.interventions.seen import AnswerSeen, ExemptSeen, GrantedSeen
from sammetag.plan.models import Step
from sammetag.plan.picture import OPEN
from sammetag.plan.queries import past_due_in, steps_in


@dataclass(frozen=True)
class Kept:
    """What is kept of one case besides its talks and interventions."""

    plan: PlanSeen = PlanSeen()
    mentors: tuple[MentorGranted, ...] = ()
    exemptions: tuple[ExemptSeen, ...] = ()
    answers: tuple[AnswerSeen, ...] = ()


def kept_in(cases: Sequence[Case]) -> dict[UUID, Kept]:
    """What is kept of several cases that their reader has been let into. Five queries, however many."""
    plans = _plans(cases)
    granted = by_case(granted_in(cases))
    exemptions = by_case(exemptions_in(cases))
    answers = by_case(guarantee_answers_in(cases))
    return {
        one.id: Kept(
            plan=plans.get(one.id, PlanSeen()),
            mentors=_farthest(granted.get(one.id, ())),
            exemptions=tuple(exemptions.get(one.id, ())),
            answers=tuple(answers.get(one.id, ())),
        )
        for one in cases
    }


def _plans(cases: Sequence[Case]) -> dict[UUID, PlanSeen]:
    """The plans with their versions, without a word of what they say. Two queries: this is read for many."""
    late: dict[UUID, list[SubGoalSeen]] = defaultdict(list)
    for case_id, due_on, title in past_due_in(cases, timezone.localdate()):
        late[case_id].append(SubGoalSeen(due_on, title))
    found: dict[UUID, PlanSeen] = {}
    for case_id, *version in steps_in(cases):
        before = found.get(case_id, PlanSeen(begun=True, past_due=tuple(late.get(case_id, ()))))
        found[case_id] = _after(before, version)
    return found


def _after(plan: PlanSeen, version: Sequence[Any]) -> PlanSeen:
    """The plan as it stands after one more version; all of it is none where there has been no version yet."""
    step, proposed_on, answer_by, agreed_on, fixed_until = version
    if step in OPEN:
        return replace(plan, open=OpenVersion(proposed_on, step == Step.TAKEN_HOME, answer_by))
    if step == Step.AGREED:
        return replace(plan, agreed_on=agreed_on, fixed_until=fixed_until)
    return plan


def _farthest(periods: Iterable[GrantedSeen]) -> tuple[MentorGranted, ...]:
    """For each intervention that was granted for a time, the period that reaches farthest."""
    found = {one.intervention_id: one for one in sorted(periods, key=lambda period: period.until)}
    return tuple(MentorGranted(key, one.since, one.until) for key, one in found.items())
