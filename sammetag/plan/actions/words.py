"""Writing in a plan: job goal, goals and sub-goals. Each is one transaction: access, rule, change, journal.

`token` becomes the id of the event, or of what is made: a form sent twice is one thing done once. `version`
is that of the thing when the page was opened: whoever comes second is told, and loses nothing.
"""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime, time
from uuid import UUID, uuid4

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from sammetag.access.person import Person
from sammetag.access.roles import Right
from sammetag.cases.actions import drop_draft
from sammetag.cases.models import Case
from sammetag.cases.writing import writing
from sammetag.errors import StalePage
from sammetag.journal.actions import record
from sammetag.journal.models import Precision
from sammetag.journal.queries import is_written
from sammetag.plan.changes import What
from sammetag.plan.limits import check_sub_goal, check_title
from sammetag.plan.models import Achievement, Goal, Plan, SubGoal, Wording
from sammetag.plan.queries import goal_in, plan_of, sub_goal_in, wrote_since
from sammetag.plan.texts import GoalText, JobGoalText, SubGoalText, Text, Written, plain, text_of

SUBJECTS: dict[type[models.Model], What] = {Plan: What.JOB_GOAL, Goal: What.GOAL, SubGoal: What.SUB_GOAL}


def write_job_goal(*, by: Person, case_id: UUID, version: int, token: UUID, text: JobGoalText) -> Plan:
    """Write or change the job goal. `version` 0 is a plan without one."""
    with writing(by, case_id, Right.KEEP_PLAN) as case:
        plan = plan_in(case)
        if is_written(token, plan.id):
            return plan
        check_unchanged(plan, version, by)
        check_title(text.job_goal)
        if _keep(by, case, plan, text):
            _tell(by, plan, "plan.job-goal-written", token=token, length=len(text.job_goal))
        drop_draft(by=by, case=case, form="job-goal")
        return plan


def add_goal(*, by: Person, case_id: UUID, token: UUID, text: GoalText) -> Goal:
    """Put a goal into the plan, as its last. It takes the id of `token`."""
    with writing(by, case_id, Right.KEEP_PLAN) as case:
        made = Goal.objects.of(case).filter(pk=token).first()
        if made:
            return made
        check_title(text.title)
        goal = Goal(id=token, case=case, plan=plan_in(case), version=0)
        goal.position = Goal.objects.of(case).count()
        _keep(by, case, goal, text)
        _tell(by, goal, "plan.goal-written", field=text.field.value)
        drop_draft(by=by, case=case, form="new-goal")
        return goal


def change_goal(
    *, by: Person, case_id: UUID, goal_id: UUID, version: int, token: UUID, text: GoalText
) -> Goal:
    """Change what a goal says."""
    with writing(by, case_id, Right.KEEP_PLAN) as case:
        goal = goal_in(case, goal_id)
        if is_written(token, goal_id):
            return goal
        check_unchanged(goal, version, by)
        check_title(text.title)
        if _keep(by, case, goal, text):
            _tell(by, goal, "plan.goal-written", token=token, field=text.field.value)
        drop_draft(by=by, case=case, form=f"goal-{goal_id}")
        return goal


def add_sub_goal(*, by: Person, case_id: UUID, goal_id: UUID, token: UUID, text: SubGoalText) -> SubGoal:
    """Put a sub-goal below a goal. It takes the id of `token`."""
    with writing(by, case_id, Right.KEEP_PLAN) as case:
        made = SubGoal.objects.of(case).select_related("goal").filter(pk=token).first()
        if made:
            return made
        goal = goal_in(case, goal_id)
        check_sub_goal(case, text)
        sub_goal = SubGoal(id=token, case=case, goal=goal, version=0)
        _keep(by, case, sub_goal, text)
        _tell_sub_goal(by, sub_goal)
        drop_draft(by=by, case=case, form=f"new-sub-goal-{goal_id}")
        return sub_goal


def change_sub_goal(
    *, by: Person, case_id: UUID, sub_goal_id: UUID, version: int, token: UUID, text: SubGoalText
) -> SubGoal:
    """Change what a sub-goal says, or how far it has come: the journal tells the two apart."""
    with writing(by, case_id, Right.KEEP_PLAN) as case:
        sub_goal = sub_goal_in(case, sub_goal_id)
        if is_written(token, sub_goal_id):
            return sub_goal
        check_unchanged(sub_goal, version, by)
        check_sub_goal(case, text)
        before = text_of(sub_goal)
        if _keep(by, case, sub_goal, text) and isinstance(before, SubGoalText):
            came_further = _how_far(before) != _how_far(text)
            if came_further:
                _tell_achievement(by, sub_goal, before, token)
            if _says(before) != _says(text):
                _tell_sub_goal(by, sub_goal, None if came_further else token)
        drop_draft(by=by, case=case, form=f"sub-goal-{sub_goal_id}")
        return sub_goal


def plan_in(case: Case) -> Plan:
    """The plan of a case that is being written in; the first who writes makes it."""
    plan = plan_of(case)
    if plan is None:
        plan = Plan(case=case, version=0, written_at=timezone.now())
        plan.save(force_insert=True)
    return plan


def check_unchanged(thing: Written, version: int, by: Person) -> None:
    """Refuse to write over what has been written since the page was opened, by whomever."""
    if thing.version == version:
        return
    told = (
        _("Du har selv skrevet her i et andet vindue. Din tekst er ikke gemt endnu, og den er ikke tabt.")
        if wrote_since(by, thing.case, thing.pk, version)
        else _("En anden har skrevet her, mens du skrev. Din tekst er ikke gemt endnu, og den er ikke tabt.")
    )
    raise StalePage(told, f"{type(thing).__name__} {thing.pk} is {thing.version}, page had {version}")


def _keep(by: Person, case: Case, thing: Written, text: Text) -> bool:
    """Save what is said now, one version on, and keep it as a wording; whether anything is new in it."""
    is_new = thing._state.adding
    if not is_new and text_of(thing) == text:
        return False
    if thing.version:
        _keep_first_wording(case, thing)
    for name, value in asdict(text).items():
        setattr(thing, name, value)
    thing.written_by_id, thing.written_at = by.staff_id, timezone.now()
    thing.version += 1
    thing.save(force_insert=is_new, force_update=not is_new)
    _keep_wording(case, thing)
    return True


def _keep_first_wording(case: Case, thing: Written) -> None:
    """What came in with history has no wording yet: what it said is kept before it is changed."""
    if not Wording.objects.of(case).filter(subject_id=thing.pk).exists():
        _keep_wording(case, thing)


def _keep_wording(case: Case, thing: Written) -> None:
    Wording(
        case=case,
        subject=SUBJECTS[type(thing)].value,
        subject_id=thing.pk,
        fields=plain(text_of(thing)) | {"version": thing.version},
        words_of=thing.words_of,
        written_by_id=thing.written_by_id,
        written_at=thing.written_at,
    ).save(force_insert=True)


def _says(text: SubGoalText) -> tuple[object, ...]:
    return text.title, text.begins_on, text.due_on, text.words_of


def _how_far(text: SubGoalText) -> tuple[object, ...]:
    return text.achievement, text.achieved_on, text.reason


def _tell_sub_goal(by: Person, sub_goal: SubGoal, token: UUID | None = None) -> None:
    begins = sub_goal.begins_on.isoformat() if sub_goal.begins_on else ""
    days = {"begins_on": begins, "due_on": sub_goal.due_on.isoformat()}
    about = {"goal": str(sub_goal.goal_id), "field": str(sub_goal.goal.field)}
    _tell(by, sub_goal, "plan.sub-goal-written", token=token, **about, **days)


def _tell_achievement(by: Person, sub_goal: SubGoal, before: SubGoalText, token: UUID) -> None:
    """What a sub-goal has come to happened on its day, whenever it is written."""
    day = sub_goal.achieved_on or timezone.localdate()
    record(
        by=by,
        kind="plan.sub-goal-achieved",
        case_id=sub_goal.case_id,
        subject="sub-goal",
        subject_id=sub_goal.id,
        occurred_at=timezone.make_aware(datetime.combine(day, time.min)),
        precision=Precision.DAY,
        data={
            "goal": str(sub_goal.goal_id),
            "field": str(sub_goal.goal.field),
            "due_on": sub_goal.due_on.isoformat(),
            "before": before.achievement.value,
            "achievement": Achievement(sub_goal.achievement).value,
        },
        token=token,
    )


def _tell(by: Person, thing: Written, kind: str, *, token: UUID | None = None, **more: object) -> None:
    record(
        by=by,
        kind=kind,
        case_id=thing.case_id,
        subject=SUBJECTS[type(thing)].value,
        subject_id=thing.id,
        occurred_at=timezone.now(),
        data={"version": thing.version, "words_of": str(thing.words_of)} | more,
        token=token or uuid4(),
    )
