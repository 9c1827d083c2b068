"""Each wall asks something that depends on the person: a condition that is true for everybody is no wall."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sammetag.config.database import APP, DatabaseServer
from sammetag.config.roles import administration
from tests.access.walls import Superuser
from tests.town import Town

# Whoever asks, their keys and grants, their duties in a study, or whether they see the case of the row.
ASKS = ("app.uid", "access_", "cases_case", "studies_duties")
# Read before anybody is known: the log-in itself. Let go by time alone: tries that no limit counts any more.
ASK_NOBODY = {"people_account_app_select", "access_logintry_app_delete"}
QUERY = """
    SELECT policyname, condition FROM pg_policies, unnest(ARRAY[qual, with_check]) condition
    WHERE %s = ANY (roles) AND condition IS NOT NULL
"""
OF_A_CASE = """
    SELECT p.policyname, condition FROM pg_policies p, unnest(ARRAY[qual, with_check]) condition
    WHERE %s = ANY (roles) AND condition IS NOT NULL AND EXISTS (
        SELECT 1 FROM pg_attribute a
        WHERE a.attrelid = to_regclass(p.tablename) AND a.attname = 'case_id' AND a.attnotnull)
"""


@pytest.fixture
def catalogue(django_db_setup: Town, database_server: DatabaseServer) -> Iterator[Superuser]:
    """A superuser's connection to the town itself, only to read."""
    with administration(database_server, database_server.name) as connection:
        connection.read_only = True
        yield connection


def test_every_condition_of_a_wall_asks_who_it_is(catalogue: Superuser) -> None:
    asked = catalogue.execute(QUERY, [APP]).fetchall()
    silent = {policy for policy, condition in asked if not any(word in condition for word in ASKS)}

    assert silent == ASK_NOBODY


def test_what_belongs_to_a_case_asks_whether_the_case_is_seen(catalogue: Superuser) -> None:
    asked = catalogue.execute(OF_A_CASE, [APP]).fetchall()
    elsewhere = {policy for policy, condition in asked if "cases_case" not in condition}

    assert len(asked) > 20
    assert elsewhere <= {"access_grant_app_select"}
