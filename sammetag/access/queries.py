"""Reads the keys of whoever is logged in, once a request."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import TypeVar
from uuid import UUID

from django.db.models import Q

from sammetag.access.models import Grant, RoleHeld
from sammetag.access.person import Person
from sammetag.access.roles import Role
from sammetag.people.models import Staff

K = TypeVar("K", int, UUID)


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


def _by_key(pairs: Iterable[tuple[K, str]]) -> dict[K, frozenset[Role]]:
    """Every role that a key is held in: somebody may be coordinator and mentor in one place."""
    held: dict[K, set[Role]] = defaultdict(set)
    for key, role in pairs:
        held[key].add(Role(role))
    return {key: frozenset(roles) for key, roles in held.items()}


def _on(day: date) -> Q:
    return Q(since__lte=day) & (Q(until__isnull=True) | Q(until__gte=day))
