"""A random world of units, staff, roles, grants and cases: alike for each seed, and less tidy than a town."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from random import Random
from uuid import UUID, uuid4

from django.db import models
from django.utils import timezone

from sammetag.access.models import Grant, RoleHeld
from sammetag.access.roles import Role
from sammetag.cases.models import (
    Case,
    Draft,
    HandOver,
    HandOverState,
    Manner,
    Part,
    Programme,
    Responsibility,
)
from sammetag.interventions.models import Intervention, State, Stretch
from sammetag.journal.models import Event
from sammetag.people.models import Account, Citizen, Field, Municipality, Staff, Unit
from sammetag.talks.models import Form, NoteVersion, Participant, Talk

UNITS, PEOPLE, CASES = 8, 70, 100
FIRST_KEY = 1_000_000


@dataclass(frozen=True)
class World:
    """The accounts to look through, and all rows, table by table, each after those it leans on."""

    accounts: list[UUID]
    tables: list[list[models.Model]]


def invent(seed: int, municipalities: list[Municipality]) -> World:
    """The world of a seed."""
    chance = Random(seed)  # noqa: S311 - chance in a test guards nothing
    units = [_unit(chance, number, municipalities) for number in range(UNITS)]
    staff = [_staff(chance, number, units) for number in range(PEOPLE)]
    cases = [_case(chance, number, units, staff) for number in range(CASES)]
    lives: list[models.Model] = [row for case in cases for row in _life(chance, case, staff)]
    keys = [row for one in staff for row in _keys(chance, one, units, cases)]
    accounts = [one.account for one in staff if one.account]
    rows: list[models.Model] = [
        *units,
        *accounts,
        *staff,
        *(one.citizen for one in cases),
        *cases,
        *lives,
        *keys,
    ]
    order = list(dict.fromkeys(type(row) for row in rows))
    return World([one.id for one in accounts], [[row for row in rows if type(row) is kind] for kind in order])


def _unit(chance: Random, number: int, municipalities: list[Municipality]) -> Unit:
    place = chance.choice(municipalities)
    return Unit(municipality=place, name=f"unit {number}", field=Field.EMPLOYMENT, key=FIRST_KEY + number)


def _staff(chance: Random, number: int, units: list[Unit]) -> Staff:
    account = Account(username=f"person {number}", is_active=chance.random() < 0.85)
    home = chance.choice(units)
    has_account = chance.random() < 0.95
    return Staff(
        account=account if has_account else None,
        municipality=home.municipality,
        unit=home,
        name=f"Person {number}",
        workplace="Jobcenter",
    )


def _case(chance: Random, number: int, units: list[Unit], staff: list[Staff]) -> Case:
    unit, restricted = chance.choice(units), chance.random() < 0.25
    citizen = Citizen(
        municipality=unit.municipality,
        given_name="Åse",
        family_name=f"Ærø {number}",
        born_on=date(1980, 5, 1),
    )
    return Case(
        municipality=unit.municipality,
        unit=unit,
        acl=2 * FIRST_KEY + number if restricted else unit.key,
        restricted=restricted,
        number=f"w-{number}",
        citizen=citizen,
        coordinator=chance.choice([*staff, None]),
        opened_on=date(2024, 1, 1),
        closed_on=chance.choice([None, None, date(2025, 1, 1)]),
    )


def _life(chance: Random, case: Case, staff: list[Staff]) -> Iterator[models.Model]:
    one, day = chance.choice(staff), date(2024, 1, 1)
    start = datetime(2024, 1, 1, tzinfo=UTC) + timedelta(hours=2 * int(case.number[2:]))
    yield Programme(
        case=case, scheme="x", granted_on=day, starts_on=day, granted_until=day + timedelta(days=700)
    )
    yield Responsibility(case=case, staff=one, part=Part.COORDINATOR, since=day)
    yield HandOver(
        case=case,
        giver=one,
        manner=Manner.LEFT,
        state=HandOverState.CARRIED_OUT,
        planned_on=day,
        agreed_by=one,
        agreed_at=start,
        closed_at=start,
    )
    talk = Talk(case=case, leader=one, starts_at=start, ends_at=start + timedelta(hours=1), form=Form.PHONE)
    yield talk
    yield Participant(case=case, talk=talk, staff=one)
    yield NoteVersion(case=case, talk=talk, notes="x", written_by=one, written_at=start)
    training = Intervention(case=case, field=Field.HEALTH, title="x", hours_per_week=4)
    yield training
    yield Stretch(case=case, intervention=training, state=State.RUNNING, since=day)
    for kind in ("case.opened", "talk.held")[: chance.randint(1, 2)]:
        yield Event(
            municipality_id=case.municipality_id,
            case_id=case.id,
            kind=kind,
            subject="case",
            occurred_at=start,
            recorded_at=start,
        )
    if one.account:
        yield Draft(account=one.account, case=case, form=f"f-{uuid4()}", fields={}, updated_at=start)


def _keys(chance: Random, staff: Staff, units: list[Unit], cases: list[Case]) -> Iterator[RoleHeld | Grant]:
    for _ in range(chance.choice([0, 1, 1, 2, 3])):
        since, until = _span(chance)
        role, unit = chance.choice(list(Role)), chance.choice([*units, None, None])
        home = None if role is Role.EVALUATOR else unit
        yield RoleHeld(staff=staff, role=role, unit=home, since=since, until=until)
    for _ in range(chance.choice([0, 0, 1, 2, 4])):
        since, until = _span(chance)
        case = chance.choice(cases)
        yield Grant(case_id=case.id, staff=staff, role=chance.choice(list(Role)), since=since, until=until)


def _span(chance: Random) -> tuple[date, date | None]:
    """Days around today: over, ended yesterday, last day today, first day today, tomorrow, without end."""
    today = timezone.localdate()
    since = today + timedelta(days=chance.choice([-400, -1, -1, 0, 0, 1, 30]))
    until = today + timedelta(days=chance.choice([-1, 0, 1, 90]))
    return since, until if until >= since and chance.random() < 0.6 else None
