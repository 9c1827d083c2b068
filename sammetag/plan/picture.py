"""The plan of a case as it stands, its picture, and what a reader who may not know of health sees of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import cast

from sammetag.people.models import Field
from sammetag.plan.changes import (
    Change,
    GoalPicture,
    How,
    JobGoalPicture,
    PlanPicture,
    SubGoalPicture,
    changes,
)
from sammetag.plan.models import Goal, Plan, PlanVersion, Step, SubGoal
from sammetag.plan.texts import plain, text_of

HEALTH = frozenset({Field.HEALTH, Field.TREATMENT})
OPEN = frozenset({Step.PROPOSED, Step.TAKEN_HOME})
DRAFT = "draft"
# How many changes of step a version has behind it.
STEPS_TAKEN = {Step.PROPOSED: 1, Step.TAKEN_HOME: 2, Step.AGREED: 3, Step.WITHDRAWN: 3}


@dataclass(frozen=True)
class Standing:
    """A plan with all its goals, those taken out too, and its versions, newest first."""

    plan: Plan | None
    goals: Sequence[Goal]
    versions: Sequence[PlanVersion]

    @cached_property
    def picture(self) -> PlanPicture:
        """What the plan says now, as it was read."""
        return picture(self.plan, self.goals)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it that could be proposed."""
        return is_blank(self.picture)

    @property
    def version(self) -> int:
        """A number that grows with every change of the plan: text, place in it, or step."""
        written = sum(goal.version + sum(one.version for one in goal.sub_goals.all()) for goal in self.goals)
        steps = sum(STEPS_TAKEN[Step(one.step)] for one in self.versions)
        return (self.plan.version if self.plan else 0) + written + steps

    @property
    def open(self) -> PlanVersion | None:
        """The version that waits for an answer, if any."""
        return next((one for one in self.versions if one.step in OPEN), None)

    @property
    def agreed(self) -> PlanVersion | None:
        """The version that was agreed last, if any."""
        return next((one for one in self.versions if one.step == Step.AGREED), None)

    def step(self, hidden: Collection[str] = ()) -> str:
        """How far the plan has come: 'draft', or the step of its newest version while that still stands.

        How far a sub-goal has come changes nothing of what was agreed.
        """
        if self.open:
            return self.open.step
        return Step.AGREED.value if self.agreed and not self.rewritten(hidden) else DRAFT

    def rewritten(self, hidden: Collection[str] = ()) -> list[Change]:
        """What has been written otherwise since it was agreed last."""
        return [one for one in self.since_agreed(hidden) if one.how is not How.ACHIEVED]

    def since_agreed(self, hidden: Collection[str] = ()) -> list[Change]:
        """What has changed since it was agreed last; nothing before it has been."""
        return self._since(self.agreed.agreed_content if self.agreed else None, hidden)

    def since_proposed(self, hidden: Collection[str] = ()) -> list[Change]:
        """What has changed since the version that waits for an answer was proposed."""
        return self._since(self.open.proposed_content if self.open else None, hidden)

    @property
    def of_health(self) -> frozenset[str]:
        """The goals that are about health, or were in some version: whoever may not know, sees none of it."""
        kept = [(one.proposed_content, one.agreed_content) for one in self.versions]
        pictures = [content for both in kept for content in both if content]
        told = (goal for content in pictures for goal in content["goals"] if goal["field"] in HEALTH)
        live = {str(goal.id) for goal in self.goals if goal.field in HEALTH}
        return frozenset({goal["id"] for goal in told} | live)

    def _since(self, content: object, hidden: Collection[str]) -> list[Change]:
        if not content:
            return []
        return changes(without(cast(PlanPicture, content), hidden), without(self.picture, hidden))


def picture(plan: Plan | None, goals: Iterable[Goal]) -> PlanPicture:
    """What a plan says, without what was taken out of it."""
    job_goal = plain(text_of(plan)) if plan else {"job_goal": "", "words_of": ""}
    return PlanPicture(
        job_goal=cast(JobGoalPicture, job_goal),
        goals=[_goal(goal) for goal in goals if goal.removed_on is None],
    )


def without(content: PlanPicture, hidden: Collection[str]) -> PlanPicture:
    """The same picture without some goals and all that stands below them."""
    kept = [goal for goal in content["goals"] if goal["id"] not in hidden]
    return PlanPicture(job_goal=content["job_goal"], goals=kept)


def is_blank(content: PlanPicture) -> bool:
    """Whether a picture shows nothing at all."""
    return not content["goals"] and not content["job_goal"]["job_goal"]


def in_plan(goal: Goal) -> list[SubGoal]:
    """The sub-goals of a goal that are in the plan, in the order in which they are due."""
    return sorted(
        (one for one in goal.sub_goals.all() if one.removed_on is None), key=lambda one: (one.due_on, one.id)
    )


def _goal(goal: Goal) -> GoalPicture:
    sub_goals = [cast(SubGoalPicture, {"id": str(one.id)} | plain(text_of(one))) for one in in_plan(goal)]
    return cast(GoalPicture, {"id": str(goal.id)} | plain(text_of(goal)) | {"sub_goals": sub_goals})
