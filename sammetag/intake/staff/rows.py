"""Staff as rows of the tables: what is new, and the last days of roles that are here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID, uuid4

from sammetag.access.actions import Newcomers
from sammetag.access.models import RoleHeld
from sammetag.intake.staff.members import Known, RoleIn, StaffIn, UnitIn
from sammetag.people.danish import search_key
from sammetag.people.models import Account, Field, Municipality, Staff, Unit


def newcomers(
    staff: Sequence[StaffIn], units: Sequence[UnitIn], known: Known, into: Municipality
) -> Newcomers:
    """All that is to be written so that these people are here; nothing for what is here already."""
    new_units = [
        Unit(id=uuid4(), municipality=into, name=unit.name, field=unit.field or Field.EMPLOYMENT)
        for unit in units
        if known.unit_id(unit.name) is None
    ]
    unit_ids = {key: unit.id for key, unit in known.units.items()}
    unit_ids |= {search_key(unit.name): unit.id for unit in new_units}
    accounts: list[Account] = []
    people: list[Staff] = []
    roles: list[RoleHeld] = []
    last_days: list[tuple[UUID, date]] = []
    for one in staff:
        there = known.staff(one)
        if there is None:
            account = Account(id=uuid4(), username=one.username) if one.username else None
            accounts += [account] if account else []
            people.append(_person(one, account, into, unit_ids))
        staff_id = there.id if there else people[-1].id
        for role in one.roles:
            same = known.role(there, role) if there else None
            if same is None:
                roles.append(_role(role, staff_id, unit_ids))
            elif role.until and role.until != same.until:
                last_days.append((same.id, role.until))
    return Newcomers(
        units=tuple(new_units),
        accounts=tuple(accounts),
        staff=tuple(people),
        roles=tuple(roles),
        last_days=tuple(last_days),
    )


def _person(one: StaffIn, account: Account | None, into: Municipality, unit_ids: dict[str, UUID]) -> Staff:
    return Staff(
        id=uuid4(),
        account=account,
        municipality=into,
        unit_id=unit_ids.get(search_key(one.unit)),
        name=one.name,
        workplace=one.works_at,
    )


def _role(one: RoleIn, staff_id: UUID, unit_ids: dict[str, UUID]) -> RoleHeld:
    unit_id = unit_ids[search_key(one.unit)] if one.unit else None
    return RoleHeld(
        id=uuid4(), staff_id=staff_id, role=one.role, unit_id=unit_id, since=one.since, until=one.until
    )
