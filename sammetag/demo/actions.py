"""Loads the demo into the database, in steps that are each whole or not there, so that a broken load goes on.

What the app may not write (municipalities, staff, roles, grants, and what others did) is written as owner.
Cases and all that hangs on them are written as the app, behind the wall of a coordinator of their unit:
loading proves the wall.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import fields
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.db import connection, models, transaction
from django.utils import timezone

from sammetag.access.models import Grant, RoleHeld
from sammetag.access.queries import person_of
from sammetag.access.roles import Role
from sammetag.access.wall import behind_the_wall
from sammetag.cases import actions as cases
from sammetag.cases.models import Case, Programme, Responsibility
from sammetag.demo.creation import create
from sammetag.demo.people import DEMO_PASSWORD, LARGE, PLACES, SMALL, WHOLE_WHEN_OPEN, Place
from sammetag.demo.world import Life, UnitRow, World
from sammetag.interventions.models import Intervention, Stretch
from sammetag.journal import actions as journal
from sammetag.journal.models import Event
from sammetag.people.models import Account, Citizen, Municipality, Staff, Unit
from sammetag.talks.models import Participant, Talk

M = TypeVar("M", bound=models.Model)
# How the process becomes the owner of the tables for a while: settings know, and they stand above this room.
AsOwner = Callable[[], AbstractContextManager[None]]


def load_if_empty(*, as_owner: AsOwner, today: date | None = None) -> bool:
    """Load the demo where there is nothing yet, or where an earlier load broke off; says whether it did.

    A database with other municipalities than the demo's is nobody's to fill.
    """
    there = set(Municipality.objects.values_list("name", flat=True))
    if there and (not there <= {LARGE, SMALL} or _is_whole()):
        return False
    load(as_owner=as_owner, today=today or timezone.localdate())
    return True


def load(*, as_owner: AsOwner, today: date) -> None:
    """Load the demo as it stands on a day. What an earlier load has finished is left as it is."""
    world = create(today=today)
    with as_owner():
        _load_people(world)
    for place in PLACES:
        _load_unit(world, place)
    restricted = [life for life in world.lives if life.restricted]
    with as_owner():
        journal.load(events=_rows(Event, (row for life in world.lives for row in life.events)))
        _load_grants(restricted, Role.COORDINATOR)
    for life in restricted:
        _restrict(world, life, today)
    with as_owner():
        _open_to_mentors(world)


def _is_whole() -> bool:
    return Account.objects.filter(username=WHOLE_WHEN_OPEN, is_active=True).exists()


@transaction.atomic
def _open_to_mentors(world: World) -> None:
    """The last step: mentors' grants and accounts, by which `_is_whole` knows that nothing is missing."""
    _load_grants(world.lives, Role.MENTOR)
    here = [one.id for one in world.accounts if one.is_active]
    Account.objects.filter(id__in=here).update(is_active=True)


@transaction.atomic
def _load_people(world: World) -> None:
    if Municipality.objects.exists():
        return
    password = make_password(DEMO_PASSWORD)
    mentors = {one.staff_id for one in world.roles if one.role == Role.MENTOR}
    waiting = {one.account_id for one in world.staff if one.id in mentors}
    Municipality.objects.bulk_create(_rows(Municipality, world.municipalities))
    Unit.objects.bulk_create(Unit(key=_next_key(), **_values(row)) for row in world.units)
    Account.objects.bulk_create(
        Account(
            id=row.id,
            username=row.username,
            password=password,
            is_active=row.is_active and row.id not in waiting,
        )
        for row in world.accounts
    )
    Staff.objects.scoped("load").bulk_create(_rows(Staff, world.staff))
    RoleHeld.objects.scoped("load").bulk_create(_rows(RoleHeld, world.roles))


def _load_unit(world: World, place: Place) -> None:
    """One unit's cases, whole or not at all, as the app and behind the wall of one of its coordinators."""
    (unit,) = (row for row in world.units if row.name == place.name)
    lives = [life for life in world.lives if life.case.unit_id == unit.id]
    with behind_the_wall(_account(world, place.loader)):
        if Case.objects.scoped("load").filter(unit_id=unit.id).exists():
            return
        _load_cases(lives, unit)
        for model, rows_of in HANGING_ON_A_CASE:
            cases.load(rows=_rows(model, (row for life in lives for row in rows_of(life))))


HANGING_ON_A_CASE: tuple[tuple[type[models.Model], Callable[[Life], Iterable[Any]]], ...] = (
    (Programme, lambda life: life.programmes),
    (Responsibility, lambda life: life.responsibilities),
    (Intervention, lambda life: life.interventions),
    (Stretch, lambda life: life.stretches),
    (Talk, lambda life: life.talks),
    (Participant, lambda life: life.participants),
)


def _load_cases(lives: list[Life], unit: UnitRow) -> None:
    key = Unit.objects.get(pk=unit.id).key
    cases.load(rows=_rows(Citizen, (life.citizen for life in lives)))
    cases.load(rows=[Case(acl=key, **_values(life.case)) for life in lives])


@transaction.atomic
def _load_grants(lives: Iterable[Life], role: Role) -> None:
    rows = [row for life in lives for row in life.grants if row.role == role]
    known = set(Grant.objects.scoped("load").values_list("id", flat=True))
    Grant.objects.scoped("load").bulk_create(_rows(Grant, (row for row in rows if row.id not in known)))


def _restrict(world: World, life: Life, today: date) -> None:
    """Take the case out from under its unit's key: only a grant opens it from now on."""
    owners = (one.account_id for one in world.staff if one.id == life.case.coordinator_id)
    (account,) = (one for one in owners if one)
    with behind_the_wall(account):
        person = person_of(account, today)
        if person and not Case.objects.scoped("load").get(pk=life.case.id).restricted:
            cases.restrict(by=person, case_id=life.case.id)


def _account(world: World, username: str) -> UUID:
    (account,) = (one.id for one in world.accounts if one.username == username)
    return account


def _next_key() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval('access_key_seq')")
        return int(cursor.fetchone()[0])


def _values(row: Any) -> dict[str, Any]:
    return {field.name: getattr(row, field.name) for field in fields(row)}


def _rows(model: type[M], rows: Iterable[Any]) -> list[M]:
    return [model(**_values(row)) for row in rows]
