"""The journal of the work itself: what its rows tell of plan, interventions, exemptions and the guarantee.

Kinds and data are those that the actions of these rooms write down.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from uuid import UUID

from sammetag.demo.happening import Happening, on_day
from sammetag.demo.telling import Frame
from sammetag.demo.work_rows import InterventionRow, StretchRow, WordingRow
from sammetag.demo.working_days import DAY
from sammetag.demo.world import Life
from sammetag.interventions.models import Ending, Kind, State
from sammetag.journal.models import Precision

ENTERING = {
    State.RECOMMENDED: "recommended",
    State.PLANNED: "planned",
    State.WAITING: "waiting",
    State.PAUSED: "paused",
}
WRITTEN = {
    "job-goal": "plan.job-goal-written",
    "goal": "plan.goal-written",
    "sub-goal": "plan.sub-goal-written",
}


def of_interventions(life: Life, frame: Frame) -> Iterator[Happening]:
    """Everything that happened to interventions, and to the guarantee that something begins."""
    stretches: dict[UUID, list[StretchRow]] = defaultdict(list)
    for row in life.stretches:
        stretches[row.intervention_id].append(row)
    rows = {one.id: one for one in life.interventions}
    for one in life.interventions:
        yield from _of_intervention(one, stretches[one.id], frame)
    for period in life.granted:
        told = {"since": str(period.since), "granted_until": str(period.until)}
        made = max(min(period.since, frame.today - DAY), life.programmes[0].granted_on)
        yield _happening(rows[period.intervention_id], "granted", made, **told)
    for exemption in life.exemptions:
        days = {"since": str(exemption.since), "until": str(exemption.until) if exemption.until else None}
        yield Happening("exemption.begun", "exemption", exemption.id, on_day(exemption.since), {**days})
    for answer in life.answers:
        kind = "guarantee.resubmitted" if answer.resubmitted else "guarantee.special-reasons"
        about: dict[str, object] = {"programme": str(answer.programme_id)}
        yield Happening(kind, "guarantee", answer.programme_id, on_day(answer.answered_on), about)


def _happening(one: InterventionRow, what: str, day: date, **more: object) -> Happening:
    data: dict[str, object] = {
        "field": one.field,
        "kind": Kind.OFFER.value,
        "chapter": one.chapter,
        "mentor": one.mentor,
        "company_based": one.company_based,
        "hours_per_week": str(one.hours_per_week),
        "sub_goal": str(one.sub_goal_id) if one.sub_goal_id else None,
        **more,
    }
    return Happening(f"intervention.{what}", "intervention", one.id, on_day(day), data)


def _of_intervention(one: InterventionRow, stretches: list[StretchRow], frame: Frame) -> Iterator[Happening]:
    yesterday = frame.today - DAY
    if one.recommended_on:
        yield _happening(one, "recommended", one.recommended_on, since=str(one.recommended_on))
    ran, running = False, False
    for place, row in enumerate(stretches):
        if row.state == State.RECOMMENDED:
            continue
        what = _entering(row, ran, running)
        # An agreement about a later day was made before today: its stretch begins when it is to begin.
        day = min(row.since, yesterday - 2 * DAY) if what == "planned" else row.since
        told = _told(row, last=place == len(stretches) - 1)
        yield _happening(one, what, day, before=_before(one, stretches[:place]), **told)
        running = row.state == State.RUNNING
        ran = ran or running
    if one.ended_on:
        yield _ended(one, one.ended_on, stretches)


def _entering(row: StretchRow, ran: bool, running: bool) -> str:
    if row.state != State.RUNNING:
        return ENTERING[State(row.state)]
    if running:
        return "hours-changed"
    return "resumed" if ran else "started"


def _told(row: StretchRow, last: bool) -> dict[str, object]:
    told: dict[str, object] = {"since": str(row.since)}
    if last and row.until and row.state in (State.RUNNING, State.PLANNED):
        told["agreed_end"] = str(row.until)
    if row.hours_per_week is not None:
        told["hours"] = str(row.hours_per_week)
    return told


def _ended(one: InterventionRow, day: date, stretches: list[StretchRow]) -> Happening:
    kind = "not-begun" if one.ending == Ending.NOT_BEGUN else "ended"
    told = {
        "since": str(day),
        "ending": one.ending,
        "reason": one.end_reason or one.ending,
        "before": _before(one, stretches),
    }
    return _happening(one, kind, day, **told)


def _before(one: InterventionRow, stretches: list[StretchRow]) -> dict[str, object]:
    """How an intervention stood before a step: the last of its states went on."""
    rows = [
        [
            row.state,
            str(row.since),
            str(row.until),
            None if row.hours_per_week is None else str(row.hours_per_week),
        ]
        for row in stretches
    ]
    if rows:
        rows[-1][2] = None
    return {"rows": rows, "hours": str(one.hours_per_week)}


def of_plan(life: Life, frame: Frame) -> Iterator[Happening]:
    """Everything that was written in the plan, its versions and its ratings."""
    goals = {goal.id: goal for goal in life.goals}
    of_sub_goal = {one.id: one for one in life.sub_goals}
    before: dict[UUID, str] = {}
    for row in life.wordings:
        told: dict[str, object] = {"version": row.fields["version"], "words_of": row.words_of}
        if row.subject == "job-goal":
            told |= {"length": len(str(row.fields["job_goal"]))}
        elif row.subject == "goal":
            told |= {"field": goals[row.subject_id].field}
        else:
            goal = goals[of_sub_goal[row.subject_id].goal_id]
            told |= {"goal": str(goal.id), "field": goal.field, "due_on": row.fields["due_on"]}
            if row.subject_id in before:
                yield _achieved(row, told, before)
                continue
            told |= {"begins_on": row.fields["begins_on"] or ""}
            before[row.subject_id] = str(row.fields["achievement"])
        yield Happening(
            WRITTEN[row.subject], row.subject, row.subject_id, row.written_at, told, Precision.MINUTE
        )
    yield from _of_versions(life)
    for rating in life.ratings:
        data = {
            "about": rating.about,
            "voice": rating.voice,
            "value": rating.value,
            "plan": str(rating.plan_id),
        }
        by = rating.written_by_id if rating.voice == "mentor" else None
        yield Happening("plan.rated", "rating", rating.id, on_day(rating.rated_on), {**data}, by=by)


def _achieved(row: WordingRow, told: dict[str, object], before: dict[UUID, str]) -> Happening:
    was, now = before[row.subject_id], str(row.fields["achievement"])
    before[row.subject_id] = now
    day = date.fromisoformat(str(row.fields["achieved_on"]))
    data = {"goal": told["goal"], "field": told["field"], "due_on": told["due_on"]}
    about = data | {"before": was, "achievement": now}
    return Happening("plan.sub-goal-achieved", "sub-goal", row.subject_id, on_day(day), about)


def _of_versions(life: Life) -> Iterator[Happening]:
    for one in life.versions:
        data: dict[str, object] = {
            "version": str(one.id),
            "number": one.number,
            "disagreement_length": len(one.disagreement),
            "proposed_on": str(one.proposed_on),
        }
        yield Happening("plan.proposed", "plan", one.plan_id, on_day(one.proposed_on), data)
        if one.answer_by:
            home = data | {"answer_by": str(one.answer_by)}
            yield Happening("plan.taken-home", "plan", one.plan_id, on_day(one.proposed_on), home)
        if one.agreed_on:
            agreed = data | {"agreed_on": str(one.agreed_on), "fixed_until": str(one.fixed_until)}
            yield Happening("plan.agreed", "plan", one.plan_id, on_day(one.agreed_on), agreed)
