"""The plan on one page: job goal, goals, sub-goals and what leans on them, its step, and how it is rated."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from sammetag.access.roles import Right
from sammetag.cases.opening import Opened, open_case
from sammetag.cases.queries import programme_of
from sammetag.interventions.models import Intervention, State
from sammetag.interventions.queries import interventions_of
from sammetag.plan.fixed import open_about_ahead
from sammetag.plan.models import About, Achievement, Goal, Rating, SubGoal, Voice
from sammetag.plan.picture import HEALTH, Standing, in_plan
from sammetag.plan.queries import ratings_of, standing_of
from sammetag.plan.telling import told
from sammetag.practice.telling import Asked
from sammetag.thread.plan_steps import steps_shown

UNDECIDED = (Achievement.NOT_BEGUN, Achievement.ON_THE_WAY)
SOON = timedelta(days=14)


@dataclass(frozen=True)
class Leaning:
    """An intervention that leans on a sub-goal, with its state now and since when."""

    intervention: Intervention
    state: str
    label: str
    since: date | None


@dataclass(frozen=True)
class SubGoalShown:
    """A sub-goal with what leans on it."""

    sub_goal: SubGoal
    leaning: Sequence[Leaning]
    is_open: bool
    is_late: bool
    is_soon: bool


@dataclass(frozen=True)
class GoalShown:
    """A goal with its sub-goals."""

    goal: Goal
    sub_goals: Sequence[SubGoalShown]


@dataclass(frozen=True)
class Rated:
    """What one voice says of one thing: the newest answer, and those before it."""

    voice: str
    newest: Rating | None
    earlier: Sequence[Rating]


@dataclass(frozen=True)
class RatedAbout:
    """What is rated, and what each voice says of it."""

    about: str
    label: str
    voices: Sequence[Rated]


@require_GET
def plan_page(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """The plan of a case, as far as its reader may know of it."""
    opened = open_case(request, case_id, page="plan")
    standing, today = standing_of(opened.case), timezone.localdate()
    hidden = () if opened.sees_health else standing.of_health
    tied, loose = _interventions(opened, standing, today)
    goals, taken_out = _goals(opened, standing, tied, today), _taken_out(opened, standing)
    context = {
        "opened": opened,
        "case": opened.case,
        "standing": standing,
        "plan": standing.plan,
        "goals": goals,
        "is_empty": not goals and not taken_out and not (standing.plan and standing.plan.job_goal),
        "loose": loose,
        "step": standing.step(hidden),
        "steps": steps_shown(standing, hidden, today),
        "taken_out": taken_out,
        "since_agreed": told(standing.since_agreed(hidden), with_reasons=opened.sees_notes),
        "since_proposed": told(standing.since_proposed(hidden), with_reasons=opened.sees_notes),
        "ratings": _ratings(ratings_of(opened.case)),
        "open_questions": _open_questions(opened, today),
        "today": today,
    }
    return render(request, "thread/plan.html", context)


def _open_questions(opened: Opened, today: date) -> list[Asked]:
    """What the law leaves open about the plan, for those who answer for it."""
    if not opened.may(Right.HAND_OVER):
        return []
    return open_about_ahead(programme_of(opened.case), opened.case.municipality_id, today)


def _shown(opened: Opened, goals: Iterable[Goal]) -> list[Goal]:
    return [goal for goal in goals if opened.sees_health or goal.field not in HEALTH]


def _goals(
    opened: Opened, standing: Standing, tied: dict[UUID, list[Leaning]], today: date
) -> list[GoalShown]:
    return [
        GoalShown(goal, [_sub_goal(one, tied.get(one.id, []), today) for one in in_plan(goal)])
        for goal in _shown(opened, standing.goals)
        if goal.removed_on is None
    ]


def _sub_goal(one: SubGoal, leaning: list[Leaning], today: date) -> SubGoalShown:
    undecided = one.achievement in UNDECIDED
    return SubGoalShown(
        sub_goal=one,
        leaning=leaning,
        is_open=undecided,
        is_late=undecided and one.due_on < today,
        is_soon=undecided and today <= one.due_on <= today + SOON,
    )


def _taken_out(opened: Opened, standing: Standing) -> list[dict[str, Any]]:
    """What was taken out, newest first: a goal with all below it, or one sub-goal of a goal that stayed."""
    found: list[dict[str, Any]] = []
    for goal in _shown(opened, standing.goals):
        if goal.removed_on:
            found.append({"thing": goal, "kind": "goal"})
            continue
        out = [one for one in goal.sub_goals.all() if one.removed_on]
        found += [{"thing": one, "kind": "sub-goal"} for one in out]
    return sorted(found, key=lambda one: one["thing"].removed_on, reverse=True)


def _interventions(
    opened: Opened, standing: Standing, today: date
) -> tuple[dict[UUID, list[Leaning]], list[Leaning]]:
    """What leans on each sub-goal in the plan, and what goes on without leaning on any."""
    known = {
        one.id for goal in _shown(opened, standing.goals) if goal.removed_on is None for one in in_plan(goal)
    }
    tied: dict[UUID, list[Leaning]] = defaultdict(list)
    loose: list[Leaning] = []
    for one in interventions_of(opened.case):
        if not opened.sees_health and one.field in HEALTH:
            continue
        leaning = _leaning(one, today)
        if one.sub_goal_id in known:
            tied[one.sub_goal_id].append(leaning)
        elif leaning.state != "ended":
            loose.append(leaning)
    return tied, loose


def _leaning(one: Intervention, today: date) -> Leaning:
    """The state of an intervention today: that of its stretch now, of the next one, or ended."""
    if one.ended_on and one.ended_on <= today:
        return Leaning(one, "ended", one.get_ending_display() or _("sluttet"), one.ended_on)
    stretches = list(one.stretches.all())
    begun = [part for part in stretches if part.since <= today]
    part = begun[-1] if begun else next(iter(stretches), None)
    if part is None:
        return Leaning(one, "recommended", str(State.RECOMMENDED.label), one.recommended_on)
    if part.until and part.until < today:
        return Leaning(one, "ended", _("sluttet"), part.until)
    return Leaning(one, part.state, part.get_state_display(), part.since)


def _ratings(found: Sequence[Rating]) -> list[RatedAbout]:
    def of(about: About, voice: Voice) -> Rated:
        own = [one for one in found if one.about == about and one.voice == voice]
        return Rated(str(voice.label), own[0] if own else None, own[1:])

    voices = (Voice.CITIZEN, Voice.COORDINATOR, Voice.MENTOR)
    return [RatedAbout(one.value, str(one.label), [of(one, voice) for voice in voices]) for one in About]
