"""What is here of a municipality and its staff, as the owner of the tables reads it."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from uuid import UUID

from sammetag.access.models import RoleHeld
from sammetag.access.roles import Role
from sammetag.intake.staff.members import Known, RoleThere, StaffThere, UnitThere, name_and_place
from sammetag.people.danish import search_key
from sammetag.people.models import Account, Field, Municipality, Staff, Unit


def municipality_named(name: str) -> Municipality | None:
    """The municipality of that name, however its letters are written."""
    return next((one for one in Municipality.objects.all() if search_key(one.name) == search_key(name)), None)


def known_of(municipality_id: UUID, today: date) -> Known:
    """Everybody who is here of a municipality, and the user names that are not theirs. Four queries."""
    staff = list(
        Staff.objects.scoped("operator").filter(municipality_id=municipality_id).select_related("account")
    )
    roles = _roles(municipality_id)
    by_username, by_name = {}, {}
    for one in staff:
        there = StaffThere(one.id, one.name, one.workplace, one.unit_id, tuple(roles[one.id]))
        if one.account:
            by_username[one.account.username.casefold()] = there
        else:
            by_name[name_and_place(one.name, one.workplace)] = there
    units = Unit.objects.filter(municipality_id=municipality_id)
    every = {name.casefold() for name in Account.objects.values_list("username", flat=True)}
    return Known(
        today=today,
        units={search_key(unit.name): UnitThere(unit.id, Field(unit.field)) for unit in units},
        by_username=by_username,
        by_name=by_name,
        elsewhere=frozenset(every - by_username.keys()),
    )


def without_password(municipality_id: UUID) -> list[str]:
    """The user names of open accounts that nobody can log in with yet, since they have no password."""
    staff = Staff.objects.scoped("operator").filter(municipality_id=municipality_id, account__is_active=True)
    accounts = Account.objects.filter(staff__in=staff).order_by("username")
    return [account.username for account in accounts if not account.has_usable_password()]


def _roles(municipality_id: UUID) -> dict[UUID, list[RoleThere]]:
    held: dict[UUID, list[RoleThere]] = defaultdict(list)
    for one in RoleHeld.objects.scoped("operator").filter(staff__municipality_id=municipality_id):
        held[one.staff_id].append(RoleThere(one.id, Role(one.role), one.unit_id, one.since, one.until))
    return held
