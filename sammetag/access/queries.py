"""Reads the keys of whoever is logged in, once a request."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple, TypeVar
from uuid import UUID

from django.db import connection
from django.utils import timezone

from sammetag.access.person import Person
from sammetag.access.roles import Role
from sammetag.people.models import Account

K = TypeVar("K", int, UUID)
ONE_DAY = timedelta(days=1)


# Asked before every page, so it is one question and not the three that Django would make of it.
_WHO = """
SELECT s.id, s.municipality_id, m.name, s.name, held.role, held.key, held.case_id
FROM people_staff s
JOIN people_account a ON a.id = s.account_id AND a.is_active
JOIN people_municipality m ON m.id = s.municipality_id
JOIN LATERAL (
    SELECT r.role, u.key, NULL::uuid AS case_id, r.since
    FROM access_roleheld r LEFT JOIN people_unit u ON u.id = r.unit_id
    WHERE r.staff_id = s.id AND r.since <= %(day)s AND (r.until IS NULL OR r.until >= %(day)s)
    UNION ALL
    SELECT g.role, NULL, g.case_id, g.since
    FROM access_grant g
    WHERE g.staff_id = s.id AND g.since <= %(day)s AND (g.until IS NULL OR g.until >= %(day)s)
) held ON true
WHERE s.account_id = %(account)s
ORDER BY held.since
"""


class _Held(NamedTuple):
    """One role or grant, with whose it is: a role has no case, and a key where it is held in a unit."""

    staff_id: UUID
    municipality_id: UUID
    municipality: str
    name: str
    role: str
    key: int | None
    case_id: UUID | None


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

    One query, however many keys. The same rule stands in the database (access_keys, access_cases):
    a test compares the two for thousands of pairs.
    """
    with connection.cursor() as cursor:
        cursor.execute(_WHO, {"account": account_id, "day": day})
        held = [_Held(*row) for row in cursor.fetchall()]
    roles = [one for one in held if one.case_id is None]
    if not roles:
        return None
    staff = roles[0]
    return Person(
        account_id=account_id,
        staff_id=staff.staff_id,
        municipality_id=staff.municipality_id,
        municipality=staff.municipality,
        name=staff.name,
        role=Role(staff.role),
        keys=_by_key((one.key, one.role) for one in roles if one.key is not None),
        grants=_by_key((one.case_id, one.role) for one in held if one.case_id),
    )


def account_called(*, issuer: str, subject: str) -> Account | None:
    """The account of whom an identity provider calls so; none for a stranger, or where it is closed."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_account_of(%s, %s)", [issuer, subject])
        (found,) = cursor.fetchone()
    return Account.objects.filter(pk=found, is_active=True).first()


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


def holders_on(day: date, roles: Iterable[RoleAsCoordinator]) -> frozenset[UUID]:
    """Who of them coordinates on the day, where nobody asks in which units and until when."""
    return frozenset(role.staff_id for role in roles if role.active and role.holds_on(day))


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
