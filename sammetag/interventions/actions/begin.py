"""A new intervention, in whatever state it is first heard of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sammetag.access.person import Person
from sammetag.cases.actions import drop_draft
from sammetag.cases.models import Case
from sammetag.errors import RuleBroken
from sammetag.interventions.actions.making_room import Fate, make_room
from sammetag.interventions.actions.writing_down import keeping, save, tell
from sammetag.interventions.checks import (
    check_agreed_end,
    check_hours,
    check_mentor_period,
    check_not_ahead,
    check_order,
    check_within_case,
)
from sammetag.interventions.life import Piece, Step
from sammetag.interventions.models import GrantedPeriod, Intervention, Kind, State
from sammetag.interventions.telling import picture
from sammetag.people.models import Field
from sammetag.plan.models import SubGoal

FIRST_TOLD = {
    State.RECOMMENDED: "recommended",
    State.PLANNED: "planned",
    State.WAITING: "waiting",
    State.RUNNING: "started",
}
# What is written of a day to come is answered as the step that comes to the same.
BEGUN_WITH = {State.WAITING: Step.WAIT, State.RUNNING: Step.START}
NEW_DRAFT = "new-intervention"
TOWARDS_WORK = (Field.EMPLOYMENT, Field.EDUCATION)


@dataclass(frozen=True)
class Description:
    """What an intervention is."""

    title: str
    field: Field
    kind: Kind = Kind.OFFER
    chapter: int | None = None
    provider: str = ""
    company_based: bool = False
    mentor: bool = False
    sub_goal: UUID | None = None


@dataclass(frozen=True)
class Beginning:
    """The state in which it is first heard of, and its days. `granted_until` is for a mentor."""

    state: State
    since: date
    hours: Decimal
    until: date | None = None
    reason: str = ""
    granted_until: date | None = None
    beside: Mapping[UUID, Fate] = field(default_factory=dict)


def begin(
    *, by: Person, case_id: UUID, token: UUID, description: Description, beginning: Beginning
) -> Intervention:
    """Write down an intervention. It takes the id of `token`, so that a double click makes one."""
    with keeping(by, case_id) as case:
        made = Intervention.objects.of(case).filter(pk=token).first()
        if made:
            return made
        _check(case, description, beginning)
        one = _described(case, token, description)
        one.hours_per_week = beginning.hours
        one.recommended_on = beginning.since if beginning.state is State.RECOMMENDED else None
        one.version = 0
        piece = Piece(beginning.state, beginning.since, beginning.until, reason=beginning.reason)
        save(case, one, [piece])
        _grant(case, one, beginning)
        beside = {}
        if beginning.state is State.RUNNING and one.company_based:
            beside = make_room(by=by, case=case, internship=one, day=beginning.since, fates=beginning.beside)
        _tell_beginning(by, one, beginning, beside)
        drop_draft(by=by, case=case, form=NEW_DRAFT)
        return one


def sub_goal_in(case: Case, sub_goal_id: UUID | None) -> SubGoal | None:
    """The sub-goal that an intervention is to lead to; refused where it is not in the plan of the case."""
    if sub_goal_id is None:
        return None
    found = SubGoal.objects.of(case).filter(pk=sub_goal_id).first()
    if found is None or found.removed_on:
        raise RuleBroken(_("Delmålet står ikke længere i planen. Vælg et andet."), "sub-goal not in plan")
    return found


def _check(case: Case, description: Description, beginning: Beginning) -> None:
    if beginning.state not in FIRST_TOLD:
        raise RuleBroken(_("En indsats kan ikke begynde på pause."), f"begins {beginning.state}")
    check_within_case(case, beginning.since)
    if beginning.state is not State.PLANNED:
        check_not_ahead(beginning.since, BEGUN_WITH.get(beginning.state))
    check_order(beginning.since, beginning.until)
    check_agreed_end(case, description.field, beginning.until)
    check_hours(beginning.hours)
    if beginning.granted_until and description.mentor:
        check_mentor_period(case, beginning.since, beginning.granted_until, get_language() or "da")


def _described(case: Case, token: UUID, description: Description) -> Intervention:
    return Intervention(
        id=token,
        case=case,
        title=description.title,
        field=description.field,
        kind=description.kind,
        chapter=description.chapter if description.field in TOWARDS_WORK else None,
        provider=description.provider,
        company_based=description.company_based,
        mentor=description.mentor,
        sub_goal=sub_goal_in(case, description.sub_goal),
    )


def _grant(case: Case, one: Intervention, beginning: Beginning) -> None:
    if one.mentor and beginning.granted_until:
        until = beginning.granted_until
        GrantedPeriod(case=case, intervention=one, since=beginning.since, until=until).save(force_insert=True)


def _tell_beginning(by: Person, one: Intervention, beginning: Beginning, beside: dict[str, str]) -> None:
    tell(
        by,
        one,
        FIRST_TOLD[beginning.state],
        min(beginning.since, timezone.localdate()),
        since=str(beginning.since),
        agreed_end=str(beginning.until) if beginning.until else None,
        granted_until=str(beginning.granted_until) if beginning.granted_until else None,
        beside=beside,
        before=picture(one, []),
    )
