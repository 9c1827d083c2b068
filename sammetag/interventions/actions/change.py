"""Change what an intervention is: its words, its sub-goal, and its hours a week from a day on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.utils import timezone

from sammetag.access.person import Person
from sammetag.cases.actions import drop_draft
from sammetag.interventions.actions.begin import sub_goal_in
from sammetag.interventions.actions.writing_down import as_opened, keeping, save, tell
from sammetag.interventions.checks import check_hours, check_within_case
from sammetag.interventions.life import Piece, pieces_of, with_hours
from sammetag.interventions.models import Intervention
from sammetag.interventions.queries import intervention_in
from sammetag.interventions.telling import picture


@dataclass(frozen=True)
class Change:
    """What the intervention is to be, and the hours a week with the day from which they hold."""

    title: str
    provider: str
    company_based: bool
    sub_goal: UUID | None
    hours: Decimal
    hours_from: date


def change(
    *, by: Person, case_id: UUID, intervention_id: UUID, version: int, token: UUID, to: Change
) -> Intervention:
    """Change the intervention; other hours hold from their day on, and what was before stays as it was."""
    with keeping(by, case_id) as case:
        one = as_opened(case, intervention_id, version, token)
        if one is None:
            return intervention_in(case, intervention_id)
        check_hours(to.hours)
        one.title, one.provider, one.company_based = to.title, to.provider, to.company_based
        goal = sub_goal_in(case, to.sub_goal) if to.sub_goal != one.sub_goal_id else one.sub_goal
        one.sub_goal = goal
        pieces = pieces_of(one)
        before = picture(one, pieces)
        after = _with_other_hours(one, pieces, to)
        if after is None:
            save(case, one)
            tell(by, one, "changed", timezone.localdate(), token=token)
        else:
            check_within_case(case, to.hours_from)
            save(case, one, after)
            since = str(to.hours_from)
            on = min(to.hours_from, timezone.localdate())
            tell(by, one, "hours-changed", on, token=token, since=since, hours=str(to.hours), before=before)
        drop_draft(by=by, case=case, form=draft_of_change(intervention_id))
        return one


def draft_of_change(intervention_id: UUID) -> str:
    """The name of the draft of a change."""
    return f"change-{intervention_id}"


def hours_now(one: Intervention) -> Decimal:
    """The hours a week that hold from the last change on."""
    pieces = pieces_of(one)
    return one.hours_per_week if not pieces or pieces[-1].hours is None else pieces[-1].hours


def _with_other_hours(one: Intervention, pieces: list[Piece], to: Change) -> list[Piece] | None:
    """The days with the new hours; none where they are as before."""
    if to.hours == hours_now(one):
        return None
    if not pieces or to.hours_from <= pieces[0].since:
        # From before its first day on there is nothing to split.
        one.hours_per_week = to.hours
        return [Piece(p.state, p.since, p.until, None, p.reason) for p in pieces]
    return with_hours(pieces, to.hours_from, to.hours)
