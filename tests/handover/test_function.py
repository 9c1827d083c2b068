"""The one function that moves a case asks for itself who may and who can: no call passes it by."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from psycopg import errors

from sammetag.access.roles import RIGHTS, Right, Role
from sammetag.access.wall import behind_the_wall
from tests.access.walls import Superuser
from tests.handover.deeds import case_now, grants, today
from tests.town import SINCE, Town

FORBIDDEN = {
    "mads": "own",
    "dorte": "own",
    "esther": "own",
    "nora": "own",
    "birk": "restricted",
    "lis": "restricted",
    "astrid": "closed",
}
UNABLE = ["mads", "lis", "nora", "esther"]


def call(town: Town, name: str | None, to: str | None, case: str = "own") -> None:
    """Calls the function as the app would, for somebody or for nobody, with no Python asked."""
    account = town.account(name) if name else None
    with behind_the_wall(account), transaction.atomic(), connection.cursor() as cursor:
        successor = town.staff[to].id if to else None
        cursor.execute("SELECT cases_hand_over(%s, %s)", [town.cases[case], successor])


def refusal(town: Town, *call_of: Any) -> type[BaseException | None]:
    with pytest.raises(DatabaseError) as refused:
        call(town, *call_of)
    return type(refused.value.__cause__)


@pytest.mark.parametrize("name", FORBIDDEN)
def test_nobody_hands_over_a_case_that_is_not_theirs(name: str, committed: Town) -> None:
    case = FORBIDDEN[name]
    before = case_now(committed, case)

    assert refusal(committed, name, "birk" if name != "birk" else "astrid", case) is (
        errors.InsufficientPrivilege
    )

    after = case_now(committed, case)
    assert (after.coordinator_id, after.acl) == (before.coordinator_id, before.acl)


def test_the_app_without_a_person_hands_nothing_over(committed: Town) -> None:
    assert refusal(committed, None, "birk") is errors.InsufficientPrivilege


@pytest.mark.parametrize("to", UNABLE)
def test_nobody_gets_a_case_who_does_not_coordinate_in_the_municipality(to: str, committed: Town) -> None:
    assert refusal(committed, "astrid", to) is errors.CheckViolation


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE people_account SET is_active = false WHERE username = 'birk'",
        "UPDATE access_roleheld SET until = current_date - 2 WHERE staff_id ="
        " (SELECT id FROM people_staff WHERE name = 'Birk')",
        "UPDATE access_roleheld SET since = current_date + 2 WHERE staff_id ="
        " (SELECT id FROM people_staff WHERE name = 'Birk')",
    ],
)
def test_nobody_gets_a_case_who_is_not_at_work_today(
    change: str, committed: Town, superuser: Superuser
) -> None:
    superuser.execute(change.encode())

    assert refusal(committed, "astrid", "birk") is errors.CheckViolation


def test_a_restricted_case_is_never_left_without_a_door(committed: Town) -> None:
    assert refusal(committed, "dorte", None, "restricted") is errors.CheckViolation


def test_who_may_in_the_database_is_who_may_in_the_table_of_rights(
    committed: Town, superuser: Superuser
) -> None:
    """Birk in the case's unit, in each role in turn."""
    for role in Role:
        # An evaluator holds the role in no unit.
        home = None if role is Role.EVALUATOR else committed.units["north"].id
        superuser.execute(
            "UPDATE access_roleheld SET role = %s, unit_id = %s WHERE staff_id = %s",
            [role.value, home, committed.staff["birk"].id],
        )
        superuser.execute(
            "UPDATE cases_case SET coordinator_id = %s, unit_id = %s, acl = %s WHERE id = %s",
            [
                committed.staff["astrid"].id,
                committed.units["north"].id,
                committed.units["north"].key,
                committed.cases["own"],
            ],
        )
        if Right.HAND_OVER in RIGHTS[role]:
            call(committed, "birk", "dorte")
            assert case_now(committed).coordinator_id == committed.staff["dorte"].id, role
        else:
            assert refusal(committed, "birk", "dorte") is errors.InsufficientPrivilege, role


def test_a_taker_in_two_units_keeps_the_case_where_it_is(committed: Town, superuser: Superuser) -> None:
    superuser.execute(
        "INSERT INTO access_roleheld (id, staff_id, unit_id, role, since)"
        " VALUES (gen_random_uuid(), %s, %s, 'coordinator', %s)",
        [committed.staff["dorte"].id, committed.units["north"].id, SINCE.replace(year=2024)],
    )

    call(committed, "astrid", "dorte")

    assert case_now(committed).unit_id == committed.units["north"].id


def test_a_coordinator_let_in_by_name_loses_that_door_with_the_case(
    committed: Town, superuser: Superuser
) -> None:
    superuser.execute(
        "INSERT INTO access_grant (id, case_id, staff_id, role, since)"
        " VALUES (gen_random_uuid(), %s, %s, 'coordinator', %s)",
        [committed.cases["own"], committed.staff["dorte"].id, SINCE],
    )
    superuser.execute(
        "UPDATE cases_case SET coordinator_id = %s WHERE id = %s",
        [committed.staff["dorte"].id, committed.cases["own"]],
    )

    call(committed, "dorte", "birk")

    assert {(name, until is not None and until < today()) for name, until in grants(committed, "own")} == {
        ("Dorte", True)
    }
    assert refusal(committed, "dorte", "astrid") is errors.InsufficientPrivilege


def test_the_owner_is_as_blind_after_the_function_as_before(committed: Town) -> None:
    with behind_the_wall(committed.account("astrid")), connection.cursor() as cursor:
        cursor.execute("SELECT cases_hand_over(%s, %s)", [committed.cases["own"], committed.staff["birk"].id])
        cursor.execute("SELECT * FROM cases_loads(%s)", [committed.units["north"].municipality_id])
        cursor.execute("SELECT current_setting('app.opened', true), current_setting('app.counting', true)")
        assert cursor.fetchone() == ("", "")


def test_loads_and_roles_of_another_municipality_are_not_told(committed: Town) -> None:
    away = committed.units["away"].municipality_id
    with behind_the_wall(committed.account("astrid")), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM cases_loads(%s)", [away])
        loads = cursor.fetchone()
        cursor.execute("SELECT count(*) FROM access_at_work(%s)", [away])
        assert (loads, cursor.fetchone()) == ((0,), (0,))
