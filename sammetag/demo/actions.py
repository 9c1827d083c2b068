"""Loads the demo into the database, in steps that are each whole or not there, so that a broken load goes on.

What the app may not write (municipalities, staff, roles, grants, and what others did) is written as owner.
Running programmes come through the door of imports, as the leader of their unit takes them in. All other
cases, and all that hangs on any, are written as the app behind the wall of a coordinator: loading proves it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import fields
from datetime import date
from itertools import groupby
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
from sammetag.cases.models import Case, HandOver, Programme, Responsibility
from sammetag.demo.coming_in import comes_in, left_to_load, programmes_in
from sammetag.demo.creation import SEED, create
from sammetag.demo.edition import OlderEdition
from sammetag.demo.numbers import invented_numbers
from sammetag.demo.people import DEMO_PASSWORD, LARGE, PLACES, SMALL, WHOLE_WHEN_OPEN, Place
from sammetag.demo.study_history import study_events
from sammetag.demo.studying import RESPONSIBLE, study_rows
from sammetag.demo.telling import Frame
from sammetag.demo.world import Life, World
from sammetag.intake.actions import take_in
from sammetag.interventions.models import Exemption, GrantedPeriod, GuaranteeAnswer, Intervention, Stretch
from sammetag.journal import actions as journal
from sammetag.journal.models import Event
from sammetag.people.cpr import Number
from sammetag.people.models import Account, Citizen, Municipality, Staff, Unit
from sammetag.people.sealed_cpr import seal
from sammetag.plan.models import Goal, Plan, PlanVersion, Rating, SubGoal, Wording
from sammetag.studies.models import Study
from sammetag.talks.models import Participant, Talk

M = TypeVar("M", bound=models.Model)
# How the process becomes the owner of the tables for a while: settings know, and they stand above this room.
AsOwner = Callable[[], AbstractContextManager[None]]


def load_if_empty(*, as_owner: AsOwner, today: date | None = None) -> bool:
    """Load the demo where there is nothing yet, or where an earlier load broke off; says whether it did.

    A database with other municipalities than the demo's is nobody's to fill; OlderEdition where an earlier
    version has filled it.
    """
    there = dict(Municipality.objects.values_list("name", "id"))
    today = today or timezone.localdate()
    if there and not there.keys() <= {LARGE, SMALL}:
        return False
    frame = Frame(today, SEED)
    if any(there[name] != frame.id(name) for name in there):
        raise OlderEdition
    if there and _is_whole():
        return False
    load(as_owner=as_owner, today=today)
    return True


def load(*, as_owner: AsOwner, today: date) -> None:
    """Load the demo as it stands today. What an earlier load has finished is left as it is."""
    world = create(today=today)
    with as_owner():
        _load_people(world)
    for place in PLACES:
        _take_in(world, place, today)
        _load_unit(world, place)
    _load_studies(world, today)
    restricted = [life for life in world.lives if life.restricted]
    with as_owner():
        journal.load(events=_rows(Event, (row for life in world.lives for row in life.events)))
        frame = Frame(today, SEED)
        journal.load(events=_rows(Event, study_events(study_rows(world, frame), frame)))
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


def _take_in(world: World, place: Place, today: date) -> None:
    """The running programmes of one unit, through the door, all or none; those that are here stay."""
    lives = [life for life in _lives_in(world, place) if comes_in(life)]
    account = _leader(world, place)
    with behind_the_wall(account):
        person = person_of(account, today)
        if person is None:
            raise LookupError(f"nobody leads {place.key}")
        take_in(by=person, programmes=programmes_in(world, lives))


def _load_unit(world: World, place: Place) -> None:
    """All else of one unit, whole or not at all, as the app and behind the wall of one coordinator."""
    lives = _lives_in(world, place)
    with behind_the_wall(_account(world, place.loader)):
        if Talk.objects.scoped("load").filter(case__unit_id=lives[0].case.unit_id).exists():
            return
        _load_cases([life for life in lives if not comes_in(life)], invented_numbers(world.lives))
        for model, rows_of in HANGING_ON_A_CASE:
            cases.load(rows=_rows(model, (row for life in lives for row in rows_of(life))))


def _load_studies(world: World, today: date) -> None:
    """Both trials, whole or not at all, behind the wall of whoever is responsible for them."""
    with behind_the_wall(_account(world, RESPONSIBLE)):
        if Study.objects.scoped("load").exists():
            return
        for _model, same in groupby(study_rows(world, Frame(today, SEED)), key=type):
            cases.load(rows=same)


def _lives_in(world: World, place: Place) -> list[Life]:
    (unit,) = (row for row in world.units if row.name == place.name)
    return [life for life in world.lives if life.case.unit_id == unit.id]


HANGING_ON_A_CASE: tuple[tuple[type[models.Model], Callable[[Life], Iterable[Any]]], ...] = (
    (Programme, lambda life: () if comes_in(life) else life.programmes),
    (Responsibility, left_to_load),
    (HandOver, lambda life: life.hand_overs),
    (Plan, lambda life: life.plans),
    (Goal, lambda life: life.goals),
    (SubGoal, lambda life: life.sub_goals),
    (Wording, lambda life: life.wordings),
    (PlanVersion, lambda life: life.versions),
    (Rating, lambda life: life.ratings),
    (Intervention, lambda life: life.interventions),
    (Stretch, lambda life: life.stretches),
    (GrantedPeriod, lambda life: life.granted),
    (Exemption, lambda life: life.exemptions),
    (GuaranteeAnswer, lambda life: life.answers),
    (Talk, lambda life: life.talks),
    (Participant, lambda life: life.participants),
)


def _load_cases(lives: list[Life], numbers: Mapping[UUID, Number]) -> None:
    key = Unit.objects.get(pk=lives[0].case.unit_id).key
    cases.load(rows=_rows(Citizen, (life.citizen for life in lives)))
    cases.load(rows=[Case(acl=key, **_values(life.case)) for life in lives])
    citizens = (life.citizen for life in lives if life.citizen.id in numbers)
    cases.load(
        rows=[
            seal(numbers[one.id], citizen_id=one.id, municipality_id=one.municipality_id) for one in citizens
        ]
    )


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


def _leader(world: World, place: Place) -> UUID:
    """The account of whoever leads a unit."""
    (unit,) = (row.id for row in world.units if row.name == place.name)
    leaders = {one.staff_id for one in world.roles if one.role == Role.LEADER and one.unit_id == unit}
    (account,) = (one.account_id for one in world.staff if one.id in leaders and one.account_id)
    return account


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
