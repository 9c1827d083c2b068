"""What a person may do with a case follows from every key and grant that opens it, and from nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID, uuid4

import pytest

from sammetag.access.person import Person
from sammetag.access.queries import person_of
from sammetag.access.roles import RIGHTS, Right, Role
from sammetag.access.wall import behind_the_wall
from tests.access.matrix import EVERYBODY
from tests.access.walls import Superuser
from tests.town import SINCE, Town

KEY, CASE = 7, uuid4()


@dataclass(frozen=True)
class Thing:
    """What lies behind the wall, as far as rights are concerned."""

    id: UUID
    acl: int


def person(keys: dict[int, Role] | None = None, grants: dict[UUID, Role] | None = None) -> Person:
    held = {key: frozenset({role}) for key, role in (keys or {}).items()}
    opened = {case: frozenset({role}) for case, role in (grants or {}).items()}
    return Person(uuid4(), uuid4(), uuid4(), "Ådal", "Astrid", Role.COORDINATOR, held, opened)


def test_without_key_or_grant_there_is_no_right_whatever_the_role() -> None:
    assert (
        person({KEY + 1: Role.COORDINATOR}, {uuid4(): Role.COORDINATOR}).rights(Thing(CASE, KEY))
        == frozenset()
    )


@pytest.mark.parametrize("role", Role)
def test_a_key_and_a_grant_give_the_rights_of_their_role(role: Role) -> None:
    assert person({KEY: role}).rights(Thing(CASE, KEY)) == RIGHTS[role]
    assert person(None, {CASE: role}).rights(Thing(CASE, KEY)) == RIGHTS[role]


def test_a_grant_adds_to_a_key_and_takes_nothing_away() -> None:
    both = person({KEY: Role.MENTOR}, {CASE: Role.COORDINATOR})

    assert both.rights(Thing(CASE, KEY)) == RIGHTS[Role.MENTOR] | RIGHTS[Role.COORDINATOR]


def test_a_mentor_sees_the_case_and_none_of_what_a_mentor_does_not_need() -> None:
    hidden = {Right.SEE_HEALTH, Right.SEE_NOTES, Right.SEE_JOURNAL, Right.KEEP_TALKS}

    assert Right.SEE_CASE in RIGHTS[Role.MENTOR]
    assert not hidden & RIGHTS[Role.MENTOR]


def test_every_role_has_a_row_in_the_table_of_rights() -> None:
    assert set(RIGHTS) == set(Role)


@pytest.mark.parametrize("later", [Role.MENTOR])
def test_two_roles_in_one_unit_give_the_rights_of_both(
    later: Role, committed: Town, superuser: Superuser
) -> None:
    unit, staff = committed.units["north"], committed.staff["astrid"]
    superuser.execute(
        "INSERT INTO access_roleheld (id, staff_id, unit_id, role, since) VALUES (%s, %s, %s, %s, %s)",
        [uuid4(), staff.id, unit.id, later.value, SINCE.replace(year=2021)],
    )

    with behind_the_wall(committed.account("astrid")):
        astrid = committed.person("astrid")

    assert astrid.rights(Thing(CASE, unit.key)) == RIGHTS[Role.COORDINATOR]


@pytest.mark.django_db
def test_only_who_holds_a_role_today_is_a_person(town: Town) -> None:
    people = {}
    for name in set(EVERYBODY) - {"nobody"}:
        with behind_the_wall(town.account(name)):
            people[name] = person_of(town.account(name), SINCE)

    assert {name for name, found in people.items() if found is None} == {"nora"}
    with behind_the_wall(town.account("astrid")):
        assert person_of(town.account("astrid"), SINCE.replace(year=2019)) is None
