"""What the database itself says of its walls, its rights and its functions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from psycopg import errors, sql

from sammetag.access.wall import behind_the_wall
from sammetag.cases.models import Case
from sammetag.config.database import APP, KEEPER, OWNER, DatabaseServer
from sammetag.config.roles import administration, as_role
from sammetag.privacy import Privacy
from tests.access.walls import Superuser, walled
from tests.access.without_wall import WITHOUT_WALL
from tests.town import Town

HISTORIES = {"access_grantevent", "access_roleheldevent", "cases_caseevent", "people_staffevent"}
# Who asks is decided on these before a case is looked at; their owner migrates and appoints.
OWNER_SEES = {
    "access_factor",
    "access_grant",
    "access_identity",
    "access_roleheld",
    "access_sessionsended",
    "people_account",
    "people_staff",
} | (HISTORIES - {"cases_caseevent"})
DEFINERS = [
    "access_account_of",
    "access_at_work",
    "access_cases",
    "access_keys",
    "access_municipality",
    "access_staff",
    "cases_hand_over",
    "cases_loads",
    "cases_restrict",
    "insight_looks",
    "intake_throw_away_exports",
    "people_cpr_taken",
    "studies_arms",
    "studies_deviated",
    "studies_drawn_elsewhere",
    "studies_duties",
    "studies_entries",
    "studies_followed",
    "studies_named",
    "studies_opens_cases",
    "studies_taken_in",
]
WRITES = ["INSERT", "UPDATE", "DELETE", "TRUNCATE"]
# What the app may not do to a table, whoever asks.
DENIED = {
    "journal_event": "UPDATE DELETE",
    "journal_look": "UPDATE DELETE",
    "journal_seal": "INSERT UPDATE DELETE",
    "journal_leaf": "INSERT UPDATE DELETE",
    "journal_shipment": "INSERT UPDATE DELETE",
    "cases_case": "UPDATE DELETE",
    "cases_caseevent": "UPDATE DELETE",
    "cases_programme": "DELETE",
    "cases_responsibility": "DELETE",
    "cases_handover": "DELETE",
    "interventions_intervention": "DELETE",
    "interventions_stretch": "DELETE",
    "interventions_grantedperiod": "DELETE",
    "interventions_exemption": "DELETE",
    "interventions_guaranteeanswer": "UPDATE DELETE",
    "plan_plan": "DELETE",
    "plan_goal": "DELETE",
    "plan_subgoal": "DELETE",
    "plan_planversion": "DELETE",
    "plan_wording": "UPDATE DELETE",
    "plan_rating": "UPDATE DELETE",
    "practice_decidedreading": "UPDATE DELETE",
    "practice_decidedlimit": "UPDATE DELETE",
    "talks_talk": "DELETE",
    "talks_participant": "DELETE",
    "talks_noteversion": "UPDATE DELETE",
    "people_citizen": "DELETE",
    "people_cpr": "UPDATE DELETE",
    "people_account": "INSERT UPDATE DELETE",
    "django_migrations": "INSERT UPDATE DELETE",
    "people_staff": "INSERT UPDATE DELETE",
    "people_staffevent": "INSERT UPDATE DELETE",
    "people_unit": "INSERT UPDATE DELETE",
    "people_municipality": "INSERT UPDATE DELETE",
    "access_identity": "INSERT UPDATE DELETE",
    "intake_export": "DELETE",
    "access_roleheld": "INSERT UPDATE DELETE",
    "access_roleheldevent": "INSERT UPDATE DELETE",
    "access_logintry": "UPDATE",
    "access_sessionsended": "DELETE",
    "access_grant": "INSERT UPDATE DELETE",
    "access_grantevent": "INSERT UPDATE DELETE",
}

INSERT_EVENT = (
    "INSERT INTO journal_event"
    " (id, municipality_id, case_id, kind, subject, occurred_at, precision, recorded_at, role, data, version,"
    " salt)"
    " VALUES (gen_random_uuid(), gen_random_uuid(), %s, 'x', 'x', now(), 'day', now(), 'x', '{}', 1, '')"
)


@pytest.fixture
def catalogue(django_db_setup: Town, database_server: DatabaseServer) -> Iterator[Superuser]:
    """A superuser's connection to the town itself, only to read: a copy would cost more than the question."""
    with administration(database_server, database_server.name) as connection:
        connection.read_only = True
        yield connection


def column(superuser: Superuser, query: Any, *values: object) -> list[Any]:
    return [one for (one,) in superuser.execute(query, values).fetchall()]


def tables(superuser: Superuser) -> set[str]:
    found = column(
        superuser,
        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')",
    )
    return set(found)


def with_people() -> set[str]:
    """The tables of which a model says that they hold something about people."""
    declared = {model: getattr(model, "privacy", None) for model in apps.get_models()}
    return {
        model._meta.db_table
        for model, privacy in declared.items()
        if isinstance(privacy, Privacy) and privacy.holds_people
    }


def count(superuser: Superuser | None, table: str) -> int:
    query = f"SELECT count(*) FROM {table}"  # noqa: S608 - a name from the catalogue
    if superuser:
        return int(column(superuser, query.encode())[0])
    with connection.cursor() as cursor:
        cursor.execute(query)
        return int(cursor.fetchone()[0])


def test_every_table_about_people_stands_behind_a_wall(catalogue: Superuser) -> None:
    assert with_people() | HISTORIES == set(walled(catalogue))


def test_every_table_without_a_wall_is_named_with_its_reason(catalogue: Superuser) -> None:
    assert tables(catalogue) - set(walled(catalogue)) == set(WITHOUT_WALL)


def test_the_tables_called_empty_are_empty(catalogue: Superuser) -> None:
    empty = [table for table, reason in WITHOUT_WALL.items() if reason.startswith("empty")]

    assert {table: count(catalogue, table) for table in empty} == dict.fromkeys(empty, 0)


def test_a_wall_holds_for_the_owner_too(catalogue: Superuser) -> None:
    unforced = "SELECT relname FROM pg_class WHERE relrowsecurity AND NOT relforcerowsecurity"

    assert column(catalogue, unforced) == []


@pytest.mark.parametrize("role", [APP, KEEPER])
def test_a_wall_has_a_door_for_the_app_and_one_for_the_keeper(role: str, catalogue: Superuser) -> None:
    with_door = column(catalogue, "SELECT tablename FROM pg_policies WHERE %s = ANY (roles)", role)
    closed_to_the_app = HISTORIES - {"cases_caseevent"}

    assert set(walled(catalogue)) - set(with_door) == (closed_to_the_app if role == APP else set())


def test_every_policy_names_its_role_and_the_keepers_are_for_reading(catalogue: Superuser) -> None:
    policies = catalogue.execute("SELECT roles, cmd, permissive, qual FROM pg_policies").fetchall()

    assert {role for roles, *_ in policies for role in roles} == {APP, KEEPER, OWNER}
    assert {(cmd, qual) for roles, cmd, _, qual in policies if KEEPER in roles} == {("SELECT", "true")}
    assert {permissive for _, _, permissive, _ in policies} == {"PERMISSIVE"}


def test_no_wall_of_the_app_lets_everybody_through_but_that_of_the_log_in(catalogue: Superuser) -> None:
    query = (
        "SELECT tablename FROM pg_policies WHERE %s = ANY (roles) AND (qual = 'true' OR with_check = 'true')"
    )

    assert column(catalogue, query, APP) == ["people_account"]


@pytest.mark.parametrize("table", DENIED)
def test_what_the_app_may_not_do_is_refused_by_the_database(table: str, catalogue: Superuser) -> None:
    rights = {
        one
        for one in WRITES
        if column(catalogue, "SELECT has_table_privilege(%s, %s, %s)", APP, table, one)[0]
    }

    assert rights == set(WRITES) - set(DENIED[table].split()) - {"TRUNCATE"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal_event SET kind = 'x'",
        "DELETE FROM journal_look",
        "TRUNCATE journal_event",
        "DELETE FROM cases_case",
        "UPDATE people_staff SET name = 'x'",
        "INSERT INTO access_roleheld (id) VALUES (gen_random_uuid())",
        "INSERT INTO access_grant (id) VALUES (gen_random_uuid())",
        "INSERT INTO people_account (id) VALUES (gen_random_uuid())",
        "ALTER TABLE cases_case DISABLE ROW LEVEL SECURITY",
        "CREATE TABLE mine (id int)",
        "SET ROLE sammetag_owner",
    ],
)
def test_the_app_is_refused(statement: str, town: Town) -> None:
    with (
        behind_the_wall(town.account("astrid")),
        connection.cursor() as cursor,
        pytest.raises(DatabaseError) as refusal,
        transaction.atomic(),
    ):
        cursor.execute(statement)

    assert isinstance(refusal.value.__cause__, errors.InsufficientPrivilege)


def test_the_app_changes_no_account(committed: Town) -> None:
    with (
        behind_the_wall(committed.account("astrid")),
        connection.cursor() as cursor,
        pytest.raises(DatabaseError, match="permission denied"),
        transaction.atomic(),
    ):
        cursor.execute("UPDATE people_account SET password = 'x'")


@pytest.mark.django_db
@pytest.mark.parametrize(("person", "case"), [("astrid", "own"), ("birk", "own"), ("dorte", "other-unit")])
def test_nobody_moves_a_case_by_writing_its_key(person: str, case: str, town: Town) -> None:
    with (
        behind_the_wall(town.account(person)),
        connection.cursor() as cursor,
        pytest.raises(DatabaseError, match="permission denied"),
        transaction.atomic(),
    ):
        move = "UPDATE cases_case SET acl = %s WHERE id = %s"
        cursor.execute(move, [town.units["away"].key, town.cases[case]])


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("person", "case"),
    [("mads", "own"), ("lis", "own"), ("birk", "own"), ("astrid", "own"), ("dorte", "restricted")],
)
def test_nobody_names_a_coordinator_by_writing_it(person: str, case: str, town: Town) -> None:
    with (
        behind_the_wall(town.account(person)),
        connection.cursor() as cursor,
        pytest.raises(DatabaseError, match="permission denied"),
        transaction.atomic(),
    ):
        name = "UPDATE cases_case SET coordinator_id = %s WHERE id = %s"
        cursor.execute(name, [town.staff["birk"].id, town.cases[case]])


def test_of_a_case_the_app_may_write_only_when_it_was_closed(catalogue: Superuser) -> None:
    query = (
        "SELECT attname FROM pg_attribute WHERE attrelid = 'cases_case'::regclass AND attnum > 0"
        " AND NOT attisdropped AND has_column_privilege(%s, attrelid, attnum, 'UPDATE')"
    )

    assert column(catalogue, query, APP) == ["closed_on"]


@pytest.mark.django_db
@pytest.mark.parametrize(("person", "case"), [("astrid", "other-unit"), ("dorte", "own"), ("esther", "own")])
def test_nobody_takes_a_foreign_case_out_from_under_its_unit(person: str, case: str, town: Town) -> None:
    with behind_the_wall(town.account(person)), connection.cursor() as cursor:
        cursor.execute("SELECT cases_restrict(%s)", [town.cases[case]])
    with behind_the_wall(town.account("dorte" if case == "other-unit" else "astrid")):
        assert not Case.objects.scoped("test").get(pk=town.cases[case]).restricted


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["by", "nobody"])
def test_the_app_tells_of_nobody_but_its_person(name: str, town: Town) -> None:
    by = town.account("birk") if name == "by" else None
    told = INSERT_EVENT.replace("salt)", "salt, by)").replace("'')", "'', %s)")
    with (
        behind_the_wall(town.account("astrid")),
        connection.cursor() as cursor,
        pytest.raises(DatabaseError, match="row-level security"),
        transaction.atomic(),
    ):
        cursor.execute(told, [town.cases["own"], by])


@pytest.mark.django_db
def test_nobody_writes_a_row_into_a_foreign_case(town: Town) -> None:
    with (
        behind_the_wall(town.account("astrid")),
        connection.cursor() as cursor,
        pytest.raises(DatabaseError, match="row-level security"),
        transaction.atomic(),
    ):
        cursor.execute(INSERT_EVENT, [town.cases["other-unit"]])


def test_the_keeper_sees_every_row(committed: Town, superuser: Superuser) -> None:
    there = {table: count(superuser, table) for table in walled(superuser)}

    with as_role(KEEPER):
        assert {table: count(None, table) for table in there} == there


def test_the_keeper_adds_to_the_seal_and_writes_nothing_else(catalogue: Superuser) -> None:
    query = "SELECT has_table_privilege(%s, %s, %s)"

    held = [
        (table, one)
        for table in tables(catalogue)
        for one in WRITES
        if column(catalogue, query, KEEPER, table, one)[0]
    ]

    sealing = ("journal_leaf", "journal_seal", "journal_shipment")
    assert sorted(held) == [(table, "INSERT") for table in sealing]


def test_the_owner_sees_nothing_of_any_citizen(committed: Town, superuser: Superuser) -> None:
    there = {table for table in walled(superuser) if count(superuser, table)}

    with as_role(OWNER):
        seen = {table for table in there if count(None, table)}

    assert {"cases_case", "people_citizen", "talks_talk"} <= there - seen
    assert seen <= OWNER_SEES


CHANGES: dict[str, Callable[[str], str]] = {
    "update": lambda table: f"UPDATE {table} SET role = 'x'",  # noqa: S608
    "delete": lambda table: f"DELETE FROM {table}",  # noqa: S608
    "truncate": lambda table: f"TRUNCATE {table}",
}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("table", ["journal_event", "journal_look"])
def test_the_journal_refuses_to_be_changed_even_by_an_owner_past_the_wall(
    *, table: str, change: str, browse: Any, committed: Town, superuser: Superuser
) -> None:
    browse("astrid").get("/my-day/")
    superuser.execute(sql.SQL("ALTER TABLE {} NO FORCE ROW LEVEL SECURITY").format(sql.Identifier(table)))
    superuser.execute(INSERT_EVENT, [committed.cases["own"]])

    with (
        as_role(OWNER),
        connection.cursor() as cursor,
        pytest.raises(DatabaseError, match="only ever added to"),
    ):
        assert count(None, table) >= 1
        cursor.execute(CHANGES[change](table))


def test_only_the_known_functions_run_with_the_rights_of_their_owner(catalogue: Superuser) -> None:
    query = "SELECT proname, proconfig FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace"

    found = dict(catalogue.execute(query).fetchall())

    assert found == dict.fromkeys(DEFINERS, ["search_path=public, pg_temp"])


def test_our_functions_are_for_the_app_and_not_for_everybody(catalogue: Superuser) -> None:
    ours = "FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND pg_get_userbyid(proowner) = %s"
    public = column(
        catalogue,
        f"SELECT proname {ours} AND has_function_privilege('public', oid, 'EXECUTE')".encode(),
        OWNER,
    )

    assert public == []
    assert set(DEFINERS) < set(column(catalogue, f"SELECT proname {ours}".encode(), OWNER))


def test_no_view_looks_past_a_wall(catalogue: Superuser) -> None:
    views = (
        "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('v', 'm')"
    )

    assert column(catalogue, views) == []
