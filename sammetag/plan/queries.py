"""Reading plans: of one case, of many cases, and what was written when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F, Prefetch, QuerySet

from sammetag.access.person import Person
from sammetag.cases.models import Case
from sammetag.cases.of_each import EACH, THE_DAY, OfEach
from sammetag.errors import NotAllowed
from sammetag.plan.models import Achievement, Goal, Plan, PlanVersion, Rating, SubGoal, Wording
from sammetag.plan.picture import HEALTH, Standing

# By the count of changes, which a clock that was set back does not turn over.
NEWEST = (F("fields__version").desc(nulls_last=True), "-written_at")
STILL_OPEN = (Achievement.NOT_BEGUN, Achievement.ON_THE_WAY)

_OF_A_VERSION = ("step", "proposed_on", "answer_by", "agreed_on", "fixed_until")
_STEPS = OfEach(
    Plan.objects.of_each(EACH)
    .order_by("versions__number")
    .values_list("case_id", *(f"versions__{name}" for name in _OF_A_VERSION))
)
_PAST_DUE = OfEach(
    SubGoal.objects.of_each(EACH)
    .filter(removed_on=None, goal__removed_on=None, due_on__lt=THE_DAY, achievement__in=STILL_OPEN)
    .order_by("due_on", "id")
    .values_list("case_id", "due_on", "title")
)


def plan_of(case: Case) -> Plan | None:
    """The plan of a case, or none before anything has been written."""
    return Plan.objects.of(case).select_related("written_by").first()


def goals_of(case: Case, sees_health: bool) -> list[Goal]:
    """The goals of a case with their sub-goals, those taken out too. Two queries."""
    sub_goals = SubGoal.objects.of(case).select_related("written_by").order_by("due_on", "id")
    found = Goal.objects.of(case).select_related("written_by")
    shown = found if sees_health else found.exclude(field__in=HEALTH)
    return list(shown.prefetch_related(Prefetch("sub_goals", sub_goals)).order_by("position", "id"))


def versions_of(case: Case) -> list[PlanVersion]:
    """The versions of a plan, newest first."""
    return list(PlanVersion.objects.of(case).select_related("made_by").order_by("-number"))


def standing_of(case: Case) -> Standing:
    """The plan of a case with everything in it. Four queries."""
    return Standing(plan_of(case), goals_of(case, sees_health=True), versions_of(case))


def ratings_of(case: Case) -> list[Rating]:
    """How the plan was rated, newest first."""
    found = Rating.objects.of(case).select_related("written_by")
    return list(found.order_by("-rated_on", "-written_at"))


def sub_goals_to_choose(case: Case) -> QuerySet[SubGoal]:
    """The sub-goals that an intervention can lean on, with their goals: those in the plan."""
    found = SubGoal.objects.of(case).filter(removed_on=None, goal__removed_on=None)
    return found.select_related("goal").order_by("goal__position", "due_on", "id")


def titles_of(case: Case, ids: Iterable[UUID]) -> dict[UUID, str]:
    """What goals and sub-goals are called now, by id: the journal tells of them by id alone. Two queries."""
    wanted = list(ids)
    goals = Goal.objects.of(case).filter(pk__in=wanted).values_list("id", "title")
    sub_goals = SubGoal.objects.of(case).filter(pk__in=wanted).values_list("id", "title")
    return dict(goals) | dict(sub_goals)


def goal_in(case: Case, goal_id: UUID) -> Goal:
    """A goal of the case; others are not there."""
    found = Goal.objects.of(case).select_related("written_by").filter(pk=goal_id).first()
    if found is None:
        raise NotAllowed(f"goal {goal_id} in case {case.id}")
    return found


def sub_goal_in(case: Case, sub_goal_id: UUID) -> SubGoal:
    """A sub-goal of the case with its goal; others are not there."""
    rows = SubGoal.objects.of(case).select_related("written_by", "goal")
    found = rows.filter(pk=sub_goal_id).first()
    if found is None:
        raise NotAllowed(f"sub-goal {sub_goal_id} in case {case.id}")
    return found


def wordings_of(case: Case, subject_id: UUID) -> list[Wording]:
    """Everything that a job goal, a goal or a sub-goal has said, newest first."""
    found = Wording.objects.of(case).filter(subject_id=subject_id).select_related("written_by")
    return list(found.order_by(*NEWEST))


def wrote_since(person: Person, case: Case, subject_id: UUID, version: int) -> bool:
    """Whether what something says now was written by this person, after it had that version."""
    newest = Wording.objects.of(case).filter(subject_id=subject_id).order_by(*NEWEST).first()
    if newest is None or newest.fields.get("version", 0) <= version:
        return False
    return newest.written_by_id == person.staff_id


def steps_in(cases: Iterable[Case]) -> Iterable[tuple[Any, ...]]:
    """Case, step, proposed_on, answer_by, agreed_on and fixed_until of each version, the first one first.

    A plan without a version has one row of none. One query, however many cases, and no word of what they say.
    """
    return _STEPS.of(cases)


def past_due_in(cases: Iterable[Case], day: date) -> Iterable[tuple[Any, ...]]:
    """Case, due_on and title of each sub-goal in the plan that is still open after its day. One query."""
    return _PAST_DUE.of(cases, day)
