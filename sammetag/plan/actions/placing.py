"""Taking goals and sub-goals out of a plan and putting them back. What is taken out stays, with the day."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.utils import timezone

from sammetag.access.person import Person
from sammetag.access.roles import Right
from sammetag.cases.models import Case
from sammetag.cases.writing import writing
from sammetag.journal.actions import record
from sammetag.journal.queries import is_written
from sammetag.plan.actions.words import check_unchanged
from sammetag.plan.changes import What
from sammetag.plan.models import Goal, SubGoal
from sammetag.plan.queries import goal_in, sub_goal_in


def take_out(
    *, by: Person, case_id: UUID, what: What, thing_id: UUID, version: int, token: UUID
) -> Goal | SubGoal:
    """Take a goal with all below it, or one sub-goal, out of the plan."""
    with writing(by, case_id, Right.KEEP_PLAN) as case:
        thing = _thing(case, what, thing_id)
        return _place(by, thing, version, token, removed_on=timezone.localdate())


def put_back(
    *, by: Person, case_id: UUID, what: What, thing_id: UUID, version: int, token: UUID
) -> Goal | SubGoal:
    """Put back what was taken out."""
    with writing(by, case_id, Right.KEEP_PLAN) as case:
        return _place(by, _thing(case, what, thing_id), version, token, removed_on=None)


def _thing(case: Case, what: What, thing_id: UUID) -> Goal | SubGoal:
    return goal_in(case, thing_id) if what is What.GOAL else sub_goal_in(case, thing_id)


def _place(
    by: Person, thing: Goal | SubGoal, version: int, token: UUID, *, removed_on: date | None
) -> Goal | SubGoal:
    if is_written(token, thing.id) or (thing.removed_on is None) is (removed_on is None):
        return thing
    check_unchanged(thing, version, by)
    thing.removed_on = removed_on
    thing.version += 1
    thing.save(force_update=True, update_fields=["removed_on", "version"])
    what = What.GOAL if isinstance(thing, Goal) else What.SUB_GOAL
    goal = thing if isinstance(thing, Goal) else thing.goal
    record(
        by=by,
        kind=f"plan.{what.value}-{'taken-out' if removed_on else 'put-back'}",
        case_id=thing.case_id,
        subject=what.value,
        subject_id=thing.id,
        occurred_at=timezone.now(),
        data={"goal": str(goal.id), "field": str(goal.field), "version": thing.version},
        token=token,
    )
    return thing
