"""Reads what duties need besides talks and interventions: plans, granted periods, exemptions, answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.utils import timezone

from sammetag.access.person import Person
from sammetag.duties.by_case import by_case
from sammetag.duties.facts import MentorGranted, OpenVersion, PlanSeen, SubGoalSeen
from sammetag.interventions.models import Exemption, GrantedPeriod, GuaranteeAnswer
from sammetag.interventions.queries import exemptions_in, granted_in, guarantee_answers_in
from sammetag.plan.models import Step
from sammetag.plan.picture import OPEN
from sammetag.plan.queries import past_due_in, steps_in


@dataclass(frozen=True)
class Kept:
    """What is kept of one case besides its talks and interventions."""

    plan: PlanSeen = PlanSeen()
    mentors: tuple[MentorGranted, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    answers: tuple[GuaranteeAnswer, ...] = ()


def kept_in(person: Person, cases: Sequence[UUID]) -> dict[UUID, Kept]:
    """What is kept of several cases, as far as the person sees. Five queries, however many."""
    plans = _plans(person, cases)
    granted = by_case(granted_in(person, cases))
    exemptions = by_case(exemptions_in(person, cases).defer("reason"))
    answers = by_case(guarantee_answers_in(person, cases).defer("reason"))
    return {
        one: Kept(
            plan=plans.get(one, PlanSeen()),
            mentors=_farthest(granted.get(one, ())),
            exemptions=tuple(exemptions.get(one, ())),
            answers=tuple(answers.get(one, ())),
        )
        for one in cases
    }


def _plans(person: Person, cases: Sequence[UUID]) -> dict[UUID, PlanSeen]:
    """The plans with their versions, without a word of what they say. Two queries: this is read for many."""
    late: dict[UUID, list[SubGoalSeen]] = defaultdict(list)
    for case_id, due_on, title in past_due_in(person, cases, timezone.localdate()):
        late[case_id].append(SubGoalSeen(due_on, title))
    found: dict[UUID, PlanSeen] = {}
    for case_id, *version in steps_in(person, cases):
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


def _farthest(periods: Iterable[GrantedPeriod]) -> tuple[MentorGranted, ...]:
    """For each intervention that was granted for a time, the period that reaches farthest."""
    found = {one.intervention_id: one for one in sorted(periods, key=lambda period: period.until)}
    return tuple(MentorGranted(key, one.since, one.until) for key, one in found.items())
