"""What the tests of hand-over do again and again: people behind their walls, wishes, what the tables say."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.utils import timezone

from sammetag.access.models import Grant
from sammetag.access.person import Person
from sammetag.access.roles import Right
from sammetag.access.wall import behind_the_wall
from sammetag.cases.models import Case, HandOver, Part, Responsibility
from sammetag.config.database import KEEPER
from sammetag.config.roles import as_role
from sammetag.handover import actions
from sammetag.handover.actions import HandedOver
from sammetag.handover.terms import AsShown, Terms, Wish
from sammetag.journal.models import Event
from tests.town import Town

ONE_DAY = timedelta(days=1)


def today() -> date:
    """Today in Copenhagen."""
    return timezone.localdate()


@contextmanager
def as_person(town: Town, name: str) -> Iterator[Person]:
    """Somebody of the town, behind their own wall."""
    with behind_the_wall(town.account(name)):
        yield town.person(name)


def give(town: Town, giver: str, to: str | None, case: str = "own", **more: Any) -> HandedOver:
    """Somebody hands a case over, today unless `on` says another day; `seen` is who had it on the page."""
    seen = more.pop("seen", "astrid")
    right = more.pop("right", Right.HAND_OVER)
    wish = Wish(
        id=more.pop("token", None) or uuid4(),
        case_id=town.cases[case],
        seen=town.staff[seen].id if seen else None,
        taker=town.staff[to].id if to else None,
    )
    terms = Terms(on=more.pop("on", today()), **more)
    with as_person(town, giver) as by:
        return actions.hand_over(by=by, wishes=[wish], terms=terms, right=right)


def agree(town: Town, giver: str = "astrid", to: str = "birk", days: int = 10, **more: Any) -> HandOver:
    """Somebody agrees a hand-over so many days ahead."""
    [row] = give(town, giver, to, on=today() + timedelta(days=days), **more).rows
    return row


def as_shown(row: HandOver) -> AsShown:
    """A hand-over as a page shows it while it is as it is now."""
    return AsShown(row.case_id, row.id, row.version)


def carry_out(by: Person, *rows: HandOver) -> HandedOver:
    """Somebody carries out what was agreed."""
    return actions.carry_out(by=by, shown=[as_shown(row) for row in rows], right=Right.HAND_OVER)


def case_now(town: Town, name: str = "own") -> Case:
    """A case as it is, past every wall."""
    with as_role(KEEPER):
        return Case.objects.scoped("test").select_related("unit", "coordinator").get(pk=town.cases[name])


def coordinators(town: Town, name: str = "own") -> list[tuple[str, date, date | None]]:
    """Who coordinated a case from when to when."""
    with as_role(KEEPER):
        rows = Responsibility.objects.scoped("test").filter(case_id=town.cases[name], part=Part.COORDINATOR)
        return [
            (one.staff.name, one.since, one.until) for one in rows.select_related("staff").order_by("since")
        ]


def hand_overs(town: Town, name: str = "own") -> list[HandOver]:
    """Every hand-over of a case, oldest first."""
    with as_role(KEEPER):
        rows = HandOver.objects.scoped("test").filter(case_id=town.cases[name])
        return list(rows.select_related("giver", "taker").order_by("agreed_at"))


def told(town: Town, name: str = "own") -> list[Event]:
    """What the journal tells of a case, oldest first."""
    with as_role(KEEPER):
        rows = Event.objects.scoped("test").filter(case_id=town.cases[name])
        return list(rows.order_by("recorded_at", "kind"))


def grants(town: Town, name: str) -> set[tuple[str, date | None]]:
    """Who was let into a case by name as coordinator, and until when."""
    with as_role(KEEPER):
        rows = Grant.objects.scoped("test").filter(case_id=town.cases[name], role="coordinator")
        return {(one.staff.name, one.until) for one in rows.select_related("staff")}


def name_of(staff_id: UUID | None, town: Town) -> str:
    """Who in the town an id is."""
    return next((name for name, one in town.staff.items() if one.id == staff_id), "")
