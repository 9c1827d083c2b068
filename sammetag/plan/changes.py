"""What is different between two pictures of a plan. Plain Python: no Django, no database.

A picture holds the job goal, and the goals that are in the plan with their sub-goals; days are ISO dates.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TypedDict


class SubGoalPicture(TypedDict):
    id: str
    title: str
    begins_on: str | None
    due_on: str
    words_of: str
    achievement: str
    achieved_on: str | None
    reason: str


class GoalPicture(TypedDict):
    id: str
    title: str
    field: str
    words_of: str
    sub_goals: list[SubGoalPicture]


class JobGoalPicture(TypedDict):
    job_goal: str
    words_of: str


class PlanPicture(TypedDict):
    job_goal: JobGoalPicture
    goals: list[GoalPicture]


class How(StrEnum):
    """How something is different."""

    ADDED = "added"
    CHANGED = "changed"
    ACHIEVED = "achieved"
    REMOVED = "removed"


class What(StrEnum):
    """What is different."""

    JOB_GOAL = "job-goal"
    GOAL = "goal"
    SUB_GOAL = "sub-goal"


@dataclass(frozen=True)
class Difference:
    """One thing that somebody wrote, before and after; none where there was none."""

    name: str
    before: str | None
    after: str | None


@dataclass(frozen=True)
class Change:
    """One job goal, goal or sub-goal that is different; `title` is what it is called after the change."""

    how: How
    what: What
    id: str
    title: str
    differences: tuple[Difference, ...] = ()


GOAL_SAYS = ("title", "field", "words_of")
SUB_GOAL_SAYS = ("title", "begins_on", "due_on", "words_of")
HOW_FAR = ("achievement", "achieved_on", "reason")


def changes(before: PlanPicture | None, after: PlanPicture) -> list[Change]:
    """Everything that is different, in the order of the page; what is gone comes last in its place."""
    earlier = before or PlanPicture(job_goal=JobGoalPicture(job_goal="", words_of=""), goals=[])
    return [*_job_goal(earlier["job_goal"], after["job_goal"]), *_goals(earlier["goals"], after["goals"])]


def differences(
    before: Mapping[str, object], after: Mapping[str, object], names: Iterable[str]
) -> tuple[Difference, ...]:
    """The named things that are not the same in both."""
    pairs = ((name, before.get(name), after.get(name)) for name in names)
    return tuple(Difference(name, _word(was), _word(now)) for name, was, now in pairs if was != now)


def _job_goal(before: JobGoalPicture, after: JobGoalPicture) -> Iterator[Change]:
    was, now = before["job_goal"], after["job_goal"]
    if not was and not now:
        return
    found = differences(before, after, ("job_goal", "words_of"))
    if not was:
        yield Change(How.ADDED, What.JOB_GOAL, "", now)
    elif not now:
        yield Change(How.REMOVED, What.JOB_GOAL, "", was)
    elif found:
        yield Change(How.CHANGED, What.JOB_GOAL, "", now, found)


def _goals(before: list[GoalPicture], after: list[GoalPicture]) -> Iterator[Change]:
    earlier = {goal["id"]: goal for goal in before}
    for goal in after:
        was = earlier.pop(goal["id"], None)
        if was is None:
            yield Change(How.ADDED, What.GOAL, goal["id"], goal["title"])
        elif found := differences(was, goal, GOAL_SAYS):
            yield Change(How.CHANGED, What.GOAL, goal["id"], goal["title"], found)
        yield from _sub_goals(was["sub_goals"] if was else [], goal["sub_goals"])
    for gone in earlier.values():
        # Its sub-goals went with it, and are not told one by one.
        yield Change(How.REMOVED, What.GOAL, gone["id"], gone["title"])


def _sub_goals(before: list[SubGoalPicture], after: list[SubGoalPicture]) -> Iterator[Change]:
    earlier = {one["id"]: one for one in before}
    for one in after:
        was = earlier.pop(one["id"], None)
        if was is None:
            yield Change(How.ADDED, What.SUB_GOAL, one["id"], one["title"])
            continue
        if found := differences(was, one, SUB_GOAL_SAYS):
            yield Change(How.CHANGED, What.SUB_GOAL, one["id"], one["title"], found)
        if found := differences(was, one, HOW_FAR):
            yield Change(How.ACHIEVED, What.SUB_GOAL, one["id"], one["title"], found)
    for gone in earlier.values():
        yield Change(How.REMOVED, What.SUB_GOAL, gone["id"], gone["title"])


def _word(value: object) -> str | None:
    return None if value is None else str(value)
