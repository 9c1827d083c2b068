"""Rating a plan: how far it is the citizen's own, and how realistic its job goal is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from uuid import UUID, uuid5

from django.utils import timezone
from django.utils.translation import gettext as _

from sammetag.access.person import Person
from sammetag.access.roles import Right
from sammetag.cases.models import Case
from sammetag.cases.writing import writing
from sammetag.errors import NotAllowed, RuleBroken
from sammetag.journal.actions import record
from sammetag.journal.models import Precision
from sammetag.plan.limits import check_day_of_deed
from sammetag.plan.models import About, Plan, Rating, Voice
from sammetag.plan.queries import plan_of

LEAST, MOST = 1, 5


def voices_of(person: Person, case: Case) -> tuple[Voice, ...]:
    """For whom somebody can rate: a coordinator for themselves and the citizen, a mentor as mentor."""
    if person.may(Right.KEEP_PLAN, case):
        return (Voice.CITIZEN, Voice.COORDINATOR)
    return (Voice.MENTOR,)


def rate(
    *, by: Person, case_id: UUID, token: UUID, voice: Voice, rated_on: date, values: Mapping[About, int]
) -> list[Rating]:
    """Add a rating for each thing that was rated. A form sent twice adds them once."""
    with writing(by, case_id, Right.RATE_PLAN) as case:
        if voice not in voices_of(by, case):
            raise NotAllowed(f"rating as {voice} on case {case.id}")
        plan = plan_of(case)
        if plan is None:
            raise RuleBroken(_("Der er ingen plan at vurdere endnu."), "no plan to rate")
        ids = {about: uuid5(token, about.value) for about in About}
        made = list(Rating.objects.of(case).filter(pk__in=ids.values()))
        if made:
            return made
        _check(case, rated_on, values)
        return [
            _rate(by, plan, ids[about], about=about, voice=voice, rated_on=rated_on, value=value)
            for about, value in values.items()
        ]


def _check(case: Case, rated_on: date, values: Mapping[About, int]) -> None:
    if not values:
        raise RuleBroken(_("Vælg mindst ét svar."), "nothing rated")
    if any(not LEAST <= value <= MOST for value in values.values()):
        raise RuleBroken(_("Vælg et svar fra 1 til 5."), "rating out of range")
    check_day_of_deed(case, rated_on)


def _rate(
    by: Person, plan: Plan, rating_id: UUID, *, about: About, voice: Voice, rated_on: date, value: int
) -> Rating:
    rating = Rating(
        id=rating_id,
        case_id=plan.case_id,
        plan=plan,
        about=about,
        voice=voice,
        value=value,
        rated_on=rated_on,
        written_by_id=by.staff_id,
        written_at=timezone.now(),
    )
    rating.save(force_insert=True)
    record(
        by=by,
        kind="plan.rated",
        case_id=plan.case_id,
        subject="rating",
        subject_id=rating_id,
        occurred_at=timezone.make_aware(datetime.combine(rated_on, time.min)),
        precision=Precision.DAY,
        data={"about": about.value, "voice": voice.value, "value": value, "plan": str(plan.id)},
        token=rating_id,
    )
    return rating
