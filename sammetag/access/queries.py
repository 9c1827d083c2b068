"""Reads the keys of whoever is logged in, once a request."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar
from uuid import UUID

from django.db import connection
from django.db.models import Q
from django.utils import timezone

from sammetag.access.models import Grant, RoleHeld
from sammetag.access.person import Person
from sammetag.access.roles import Role
from sammetag.people.models import Staff

K = TypeVar("K", int, UUID)
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class RoleAsCoordinator:
    """A coordinator's role in a unit for a time, and whether its holder can log in."""

    staff_id: UUID
    unit_id: UUID | None
    since: date
    until: date | None
    active: bool

    def holds_on(self, day: date) -> bool:
        """Whether the role holds on the day."""
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True)
class AtWork:
    """Somebody who coordinates today: in which units, longest first, and the last day where one is set."""

    unit_ids: tuple[UUID, ...]
    last_day: date | None


def person_of(account_id: UUID, day: date) -> Person | None:
    """The person behind an account with the keys that hold on `day`; none without staff or a role.

    Three queries, however many keys. The same rule stands in the database (access_keys, access_cases):
    a test compares the two for thousands of pairs.
    """
    staff = (
        Staff.objects.scoped("self")
        .select_related("municipality")
        .filter(account_id=account_id, account__is_active=True)
        .first()
    )
    if staff is None:
        return None
    held = (
        RoleHeld.objects.scoped("self").filter(_on(day), staff=staff).select_related("unit").order_by("since")
    )
    grants = Grant.objects.scoped("self").filter(_on(day), staff=staff).order_by("since")
    roles = list(held)
    if not roles:
        return None
    return Person(
        account_id=account_id,
        staff_id=staff.id,
        municipality_id=staff.municipality_id,
        municipality=staff.municipality.name,
        name=staff.name,
        role=Role(roles[0].role),
        keys=_by_key((one.unit.key, one.role) for one in roles if one.unit),
        grants=_by_key((grant.case_id, grant.role) for grant in grants),
    )


def coordinator_roles(person: Person) -> list[RoleAsCoordinator]:
    """Every role as coordinator in the person's municipality, past ones too, the oldest first."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM access_at_work(%s)", [person.municipality_id])
        return [RoleAsCoordinator(*row) for row in cursor.fetchall()]


def coordinators_at_work(person: Person) -> dict[UUID, AtWork]:
    """Who coordinates in the person's municipality today: a role that holds, and an account that is open."""
    return at_work_on(timezone.localdate(), coordinator_roles(person))


def at_work_on(day: date, roles: Iterable[RoleAsCoordinator]) -> dict[UUID, AtWork]:
    """Those of the holders who coordinate on the day; one role right after another is one time at work."""
    held: dict[UUID, list[RoleAsCoordinator]] = defaultdict(list)
    for role in roles:
        if role.active:
            held[role.staff_id].append(role)
    return {
        staff_id: AtWork(tuple(one.unit_id for one in now if one.unit_id), _last_day(day, mine))
        for staff_id, mine in held.items()
        if (now := [one for one in mine if one.holds_on(day)])
    }


def left_on(staff_id: UUID, roles: Iterable[RoleAsCoordinator]) -> date | None:
    """The last day on which somebody coordinated who does no more; none where their roles do not tell."""
    ends = [role.until for role in roles if role.staff_id == staff_id]
    return max((end for end in ends if end), default=None) if None not in ends else None


def _last_day(day: date, roles: list[RoleAsCoordinator]) -> date | None:
    """The last day of the time at work that the day lies in; none while it has no end."""
    last = day
    for role in sorted(roles, key=lambda one: one.since):
        if role.since <= last + ONE_DAY:
            if role.until is None:
                return None
            last = max(last, role.until)
    return last


def _by_key(pairs: Iterable[tuple[K, str]]) -> dict[K, frozenset[Role]]:
    """Every role that a key is held in: somebody may be coordinator and mentor in one place."""
    held: dict[K, set[Role]] = defaultdict(set)
    for key, role in pairs:
        held[key].add(Role(role))
    return {key: frozenset(roles) for key, roles in held.items()}


def _on(day: date) -> Q:
    return Q(since__lte=day) & (Q(until__isnull=True) | Q(until__gte=day))
