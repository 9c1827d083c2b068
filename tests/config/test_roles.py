from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import errors

from sammetag.config import embedded, roles
from sammetag.config.database import APP, KEEPER, OWNER, ROLES, DatabaseServer
from sammetag.config.embedded import Server
from sammetag.config.roles import UnsafeRole

SECRETS = """
    CREATE TABLE secrets (id serial PRIMARY KEY, text text);
    INSERT INTO secrets (text) VALUES ('hidden');
    CREATE FUNCTION seven() RETURNS int LANGUAGE sql AS 'SELECT 7';
"""


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    folder = Path(tempfile.mkdtemp(prefix="sammetag-test-"))
    folder.chmod(0o755)
    yield embedded.start("test", home=folder / "home")
    embedded.halt("test", home=folder / "home")
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def prepared(server: Server) -> Iterator[DatabaseServer]:
    settings = DatabaseServer(server.host, server.port, "trial", server.admin)
    roles.prepare(settings)
    roles.prepare(settings)
    with entered(settings, OWNER) as owner:
        owner.execute(SECRETS)
    yield settings
    roles.drop_database(settings, settings.name)


def entered(server: DatabaseServer, role: str, database: str = "") -> psycopg.Connection[Any]:
    return psycopg.connect(
        host=server.host, port=server.port, dbname=database or server.name, user=role, autocommit=True
    )


def test_each_role_can_what_it_is_for(prepared: DatabaseServer) -> None:
    with entered(prepared, APP) as app, entered(prepared, KEEPER) as keeper:
        app.execute("INSERT INTO secrets (text) VALUES ('more')")
        app.execute("UPDATE secrets SET text = 'less' WHERE text = 'more'")
        assert app.execute("SELECT seven()").fetchone() == (7,)
        assert keeper.execute("SELECT count(*) FROM secrets").fetchone() == (2,)


@pytest.mark.parametrize(
    ("role", "statement"),
    [
        (APP, "CREATE TABLE mine (id int)"),
        (APP, "TRUNCATE secrets"),
        (APP, "ALTER TABLE secrets DISABLE ROW LEVEL SECURITY"),
        (APP, "SET ROLE sammetag_owner"),
        (KEEPER, "INSERT INTO secrets (text) VALUES ('x')"),
        (KEEPER, "DELETE FROM secrets"),
        (OWNER, "CREATE DATABASE other"),
        (OWNER, "CREATE ROLE other"),
        (OWNER, "ALTER ROLE sammetag_app BYPASSRLS"),
        (OWNER, "COPY secrets TO PROGRAM 'true'"),
    ],
)
def test_no_role_can_more(prepared: DatabaseServer, role: str, statement: str) -> None:
    with entered(prepared, role) as connection, pytest.raises(errors.InsufficientPrivilege):
        connection.execute(statement.encode())


def test_forced_row_security_binds_the_owner_too(prepared: DatabaseServer) -> None:
    with entered(prepared, OWNER) as owner:
        owner.execute(
            "ALTER TABLE secrets ENABLE ROW LEVEL SECURITY; ALTER TABLE secrets FORCE ROW LEVEL SECURITY"
        )
        assert owner.execute("SELECT count(*) FROM secrets").fetchone() == (0,)
        owner.execute("SET row_security = off")
        with pytest.raises(errors.InsufficientPrivilege):
            owner.execute("SELECT count(*) FROM secrets")


def test_a_role_that_was_made_too_strong_is_mended(prepared: DatabaseServer) -> None:
    with roles.administration(prepared) as admin:
        admin.execute("ALTER ROLE sammetag_app BYPASSRLS CREATEDB")
        admin.execute("GRANT sammetag_owner TO sammetag_app")
        roles.prepare(prepared)
        strong = "SELECT count(*) FROM pg_roles WHERE rolname = ANY(%s) AND (rolbypassrls OR rolcreatedb)"
        assert admin.execute(strong, [list(ROLES)]).fetchone() == (0,)
    with entered(prepared, APP) as app, pytest.raises(errors.InsufficientPrivilege):
        app.execute("SET ROLE sammetag_owner")


def test_a_copy_keeps_strangers_out_and_is_removed(prepared: DatabaseServer) -> None:
    roles.copy_database(prepared, source=prepared.name, target="copied")
    with entered(prepared, APP, "copied") as app:
        assert app.execute("SELECT count(*) FROM secrets").fetchone() == (1,)
    with roles.administration(prepared) as admin:
        rights = "SELECT array_to_string(datacl, ' ') FROM pg_database WHERE datname = 'copied'"
        assert " =" not in f" {(admin.execute(rights).fetchone() or ('',))[0]}"
    roles.drop_database(prepared, "copied")


def test_serving_roles_are_taken(prepared: DatabaseServer) -> None:
    for role in (APP, KEEPER):
        with entered(prepared, role) as connection:
            roles.refuse_unsafe_role(connection)


@pytest.mark.parametrize(("role", "word"), [("postgres", "superbruger"), (OWNER, "ejer tabellerne")])
def test_superuser_and_owner_are_refused(prepared: DatabaseServer, role: str, word: str) -> None:
    with entered(prepared, role) as connection, pytest.raises(UnsafeRole, match=word):
        roles.refuse_unsafe_role(connection)


@pytest.mark.parametrize(
    ("made", "word"),
    [("ALTER ROLE {} BYPASSRLS", "rækkesikkerheden"), ("GRANT sammetag_owner TO {}", "ejer")],
)
def test_a_way_past_row_security_is_refused(prepared: DatabaseServer, made: str, word: str) -> None:
    with roles.administration(prepared) as admin:
        admin.execute(made.format(APP).encode())
    with entered(prepared, APP) as connection, pytest.raises(UnsafeRole, match=word):
        roles.refuse_unsafe_role(connection)
