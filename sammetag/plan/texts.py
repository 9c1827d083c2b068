"""What can be written in a plan, as the frozen things that the actions take."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sammetag.people.models import Field
from sammetag.plan.models import Achievement, Goal, Plan, SubGoal, Voice


@dataclass(frozen=True)
class JobGoalText:
    """What the job goal says, and whose words it is."""

    job_goal: str
    words_of: Voice = Voice.COORDINATOR


@dataclass(frozen=True)
class GoalText:
    """What a goal says, where it belongs, and whose words it is."""

    title: str
    field: Field
    words_of: Voice = Voice.COORDINATOR


@dataclass(frozen=True)
class SubGoalText:
    """What a sub-goal says, its dates, and how far it has come since when."""

    title: str
    due_on: date
    begins_on: date | None = None
    words_of: Voice = Voice.COORDINATOR
    achievement: Achievement = Achievement.NOT_BEGUN
    achieved_on: date | None = None
    reason: str = ""


Text = JobGoalText | GoalText | SubGoalText
Written = Plan | Goal | SubGoal


def plain(text: Text) -> dict[str, str | None]:
    """A text as it is kept in a wording: days as ISO dates, codes as words."""
    return {name: _plain(value) for name, value in asdict(text).items()}


def text_of(thing: Written) -> Text:
    """What a job goal, a goal or a sub-goal says now."""
    words_of = Voice(thing.words_of)
    if isinstance(thing, Plan):
        return JobGoalText(thing.job_goal, words_of)
    if isinstance(thing, Goal):
        return GoalText(thing.title, Field(thing.field), words_of)
    return SubGoalText(
        thing.title,
        thing.due_on,
        thing.begins_on,
        words_of,
        Achievement(thing.achievement),
        thing.achieved_on,
        thing.reason,
    )


def _plain(value: Any) -> str | None:
    if value is None:
        return None
    return value.isoformat() if isinstance(value, date) else str(value)
