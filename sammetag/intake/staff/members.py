"""Staff as they come in from outside, and what is here already of them and their units."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sammetag.access.roles import Role
from sammetag.people.danish import search_key
from sammetag.people.models import Field

NameAndPlace = tuple[str, str]


@dataclass(frozen=True)
class RoleIn:
    """A role for a time, both days included; a mentor's has no unit."""

    role: Role
    since: date
    until: date | None = None
    unit: str = ""
    row: int = dataclasses.field(default=0, compare=False)


@dataclass(frozen=True)
class StaffIn:
    """Somebody with all their roles. Without a user name they have no account, and no role."""

    name: str
    username: str = ""
    workplace: str = ""
    unit: str = ""
    roles: tuple[RoleIn, ...] = ()
    row: int = dataclasses.field(default=0, compare=False)

    @property
    def works_at(self) -> str:
        """Where they work: at their unit, where nothing else is said."""
        return self.workplace or self.unit

    @property
    def name_and_place(self) -> NameAndPlace:
        """By what somebody without a user name is known."""
        return name_and_place(self.name, self.works_at)


@dataclass(frozen=True)
class UnitIn:
    """A unit that somebody in the file belongs to; no field where none is said."""

    name: str
    field: Field | None = None
    row: int = dataclasses.field(default=0, compare=False)


@dataclass(frozen=True)
class RoleThere:
    """A role that somebody here holds, held or will hold."""

    id: UUID
    role: Role
    unit_id: UUID | None
    since: date
    until: date | None


@dataclass(frozen=True)
class StaffThere:
    """Somebody who is here."""

    id: UUID
    name: str
    workplace: str
    unit_id: UUID | None
    roles: tuple[RoleThere, ...] = ()


@dataclass(frozen=True)
class UnitThere:
    """A unit that is here."""

    id: UUID
    field: Field


@dataclass(frozen=True)
class Known:
    """What is here of a municipality: units by name, staff by user name or by name and workplace.

    `elsewhere` are user names that belong to nobody of this municipality. The keys are folded.
    """

    today: date
    units: Mapping[str, UnitThere] = dataclasses.field(default_factory=dict)
    by_username: Mapping[str, StaffThere] = dataclasses.field(default_factory=dict)
    by_name: Mapping[NameAndPlace, StaffThere] = dataclasses.field(default_factory=dict)
    elsewhere: frozenset[str] = frozenset()

    def staff(self, one: StaffIn) -> StaffThere | None:
        """The one who is here already; none where they are new."""
        if one.username:
            return self.by_username.get(one.username.casefold())
        return self.by_name.get(one.name_and_place)

    def unit_id(self, name: str) -> UUID | None:
        """The id of a unit that is here."""
        found = self.units.get(search_key(name))
        return found.id if found else None

    def role(self, there: StaffThere, one: RoleIn) -> RoleThere | None:
        """The role that is here already: the same role in the same unit from the same day."""
        unit_id = self.unit_id(one.unit)
        if one.unit and unit_id is None:
            return None
        same = (each for each in there.roles if (each.role, each.unit_id) == (one.role, unit_id))
        return next((each for each in same if each.since == one.since), None)


def name_and_place(name: str, workplace: str) -> NameAndPlace:
    """Name and workplace as they are compared."""
    return search_key(name), search_key(workplace)
