"""What the tests of the pages share: addresses, forms as a browser sends them, and what the case holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from sammetag.access.wall import behind_the_wall
from sammetag.cases.models import Programme
from sammetag.people.models import Field
from sammetag.plan.models import Goal, Plan, SubGoal
from tests.interventions.deeds import Desk, on
from tests.town import Town

Browse = Callable[[str], Client]


@contextmanager
def at_desk(town: Town, case: str = "own") -> Iterator[Desk]:
    """Astrid in a case of hers, for as long as something is set up or looked at."""
    with behind_the_wall(town.account("astrid")):
        yield Desk(town.person("astrid"), town.cases[case], town.interventions[case])


def page_of(town: Town, name: str, *more: UUID) -> str:
    return reverse(name, args=[town.cases["own"], *more])


def posted(version: int = 1, **fields: Any) -> dict[str, Any]:
    """A form as a browser sends it."""
    return {"token": str(uuid4()), "version": str(version)} | {
        name: str(value) if isinstance(value, date) else value for name, value in fields.items()
    }


def new(**fields: Any) -> dict[str, Any]:
    """The form of a new intervention, filled in."""
    typed = {"title": "Søvn og pauser", "field": "health", "hours": "2", "state": "running", "kind": "offer"}
    return posted(**typed | {"since": on(-20)} | fields)


def add_sub_goal(desk: Desk, field: Field = Field.EMPLOYMENT) -> SubGoal:
    """A plan with a goal and a sub-goal in it."""
    now, case = timezone.now(), desk.case
    plan, _made = Plan.objects.of(case).get_or_create(case=case, defaults={"written_at": now})
    goal = Goal(case=case, plan=plan, title="Kende sine skånebehov", field=field, written_at=now)
    goal.save(force_insert=True)
    sub_goal = SubGoal(case=case, goal=goal, title="Prøve en praktik", due_on=on(90), written_at=now)
    sub_goal.save(force_insert=True)
    return sub_goal


def as_resource_programme(desk: Desk, *, starts: int = -280) -> None:
    """The programme under the rules of the guarantee: granted in the last days in which that was possible."""
    begin = min(on(starts), date(2026, 1, 31))
    found = Programme.objects.scoped("test").filter(case_id=desk.case_id)
    found.update(scheme="ressourceforloeb", granted_on=begin, starts_on=begin, granted_until=on(400))
