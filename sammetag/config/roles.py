"""The three roles of the database, the right of each, and how a process changes from one to another.

The owner migrates, the app serves, the keeper reads everything for seals, extracts and backups. None of them
is a superuser, may make roles or databases, or may pass by row-level security.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any, LiteralString, Protocol

import psycopg
from django.db import connections
from psycopg import sql

from sammetag.config.database import APP, KEEPER, OWNER, ROLES, DatabaseServer, django_database, password_of
from sammetag.config.database import server as named_server

EXTENSIONS = ("btree_gist",)
RESTRICTED = "LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE"
PREPARING = 5_312_019

# What the tables of later migrations let each role do; rights that a migration takes back stay taken back.
RIGHTS: tuple[LiteralString, ...] = (
    "REVOKE ALL ON DATABASE {name} FROM PUBLIC",
    "REVOKE ALL ON SCHEMA public FROM PUBLIC",
    "GRANT CONNECT ON DATABASE {name} TO {owner}, {app}, {keeper}",
    "GRANT USAGE, CREATE ON SCHEMA public TO {owner}",
    "GRANT USAGE ON SCHEMA public TO {app}, {keeper}",
    "ALTER DEFAULT PRIVILEGES FOR ROLE {owner} REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC",
    "ALTER DEFAULT PRIVILEGES FOR ROLE {owner} IN SCHEMA public"
    " GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {app}",
    "ALTER DEFAULT PRIVILEGES FOR ROLE {owner} IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO {app}",
    "ALTER DEFAULT PRIVILEGES FOR ROLE {owner} IN SCHEMA public GRANT EXECUTE ON FUNCTIONS TO {app}",
    "ALTER DEFAULT PRIVILEGES FOR ROLE {owner} IN SCHEMA public GRANT SELECT ON TABLES TO {keeper}",
    # A backup tells how far each sequence has come. The second is for those that an older version made.
    "ALTER DEFAULT PRIVILEGES FOR ROLE {owner} IN SCHEMA public GRANT SELECT ON SEQUENCES TO {keeper}",
    "GRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO {keeper}",
)
TOO_STRONG = """
    SELECT r.rolname, r.rolsuper, r.rolbypassrls,
           EXISTS (SELECT 1 FROM pg_class c
                   WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
                     AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
                     AND pg_has_role(current_user, c.relowner, 'MEMBER')),
           EXISTS (SELECT 1 FROM pg_roles o WHERE o.rolname <> current_user AND (o.rolsuper OR o.rolbypassrls)
                     AND pg_has_role(current_user, o.oid, 'MEMBER'))
    FROM pg_roles r WHERE r.rolname = current_user
"""


class UnsafeRole(RuntimeError):
    """The database role is stronger than one that serves pages may be."""


class DatabaseUnsuited(RuntimeError):
    """A database exists already, and not as Sammetag needs it."""


class Connection(Protocol):
    """A connection of Django or of psycopg."""

    def cursor(self) -> Any:
        """A cursor."""


def prepare(server: DatabaseServer) -> None:
    """Makes the roles and the database, as superuser, before the first migration; may be run again."""
    make_room(server)
    _grant(server)


def make_room(server: DatabaseServer) -> None:
    """Makes the roles and the database, and no right in it: what a backup holds brings its own."""
    with administration(server) as connection:
        # Two at once would both find a role missing and both make it.
        connection.execute("SELECT pg_advisory_lock(%s)", [PREPARING])
        for role in ROLES:
            _make_role(connection, role, server.passwords.get(role, ""))
        _make_database(connection, server.name)
    with administration(server, server.name) as connection, connection.transaction():
        connection.execute("SELECT pg_advisory_xact_lock(%s)", [PREPARING])
        for extension in EXTENSIONS:
            connection.execute(_filled("CREATE EXTENSION IF NOT EXISTS {}", extension))


def copy_database(server: DatabaseServer, *, source: str, target: str) -> None:
    """Makes a database as a copy of another that nobody uses, with the same rights; for tests that commit."""
    statement = "CREATE DATABASE {} OWNER {} TEMPLATE {}"
    with administration(server) as connection:
        connection.execute(_filled(statement, target, OWNER, source))
        for right in RIGHTS:
            if "DATABASE {name}" in right:
                connection.execute(_right(right, target))


def drop_database(server: DatabaseServer, name: str) -> None:
    """Removes a database, whoever is connected to it."""
    with administration(server) as connection:
        connection.execute(_filled("DROP DATABASE IF EXISTS {} WITH (FORCE)", name))


def administration(server: DatabaseServer, database: str = "postgres") -> psycopg.Connection[Any]:
    """A superuser's connection, which commits every statement by itself."""
    return psycopg.connect(
        host=server.host,
        port=server.port,
        dbname=database,
        user=server.admin,
        password=server.passwords.get(server.admin) or None,
        autocommit=True,
        connect_timeout=10,
        application_name="sammetag database",
    )


def connect(role: str) -> psycopg.Connection[Any]:
    """A connection of its own as one of the three roles, beside that of Django; it closes with its `with`."""
    return connect_to(named_server(), role)


def connect_to(server: DatabaseServer, role: str) -> psycopg.Connection[Any]:
    """A connection of its own to the database on a server, as one of the three roles."""
    return psycopg.connect(
        host=server.host,
        port=server.port,
        dbname=server.name,
        user=role,
        password=server.passwords.get(role) or None,
        connect_timeout=10,
        application_name=f"sammetag {role.removeprefix('sammetag_')}",
    )


def refuse_unsafe_role(connection: Connection) -> None:
    """Stops a process that would serve as superuser, as owner, or with a way past row-level security."""
    with connection.cursor() as cursor:
        cursor.execute(TOO_STRONG)
        name, superuser, bypasses, owns, inherits = cursor.fetchone()
    faults = {
        "er superbruger / is a superuser": superuser,
        "går uden om rækkesikkerheden / bypasses row-level security": bypasses,
        "ejer tabellerne / owns the tables": owns,
        "kan blive en stærkere rolle / can become a stronger role": inherits,
    }
    found = "; ".join(fault for fault, present in faults.items() if present)
    if found:
        raise UnsafeRole(
            f"Sammetag betjener ingen med databaserollen {name}, for den {found}.\n"
            f"Sammetag serves nobody with the database role {name}. Use {APP}: 'sammetag database prepare'."
        )


@contextmanager
def as_role(role: str) -> Iterator[None]:
    """Lets this process speak to the database as another role for a while, on a new connection."""
    before = connections["default"].settings_dict
    kept = {word: before[word] for word in ("USER", "PASSWORD", "OPTIONS")}
    wanted = django_database(role)
    _reconnect(USER=role, PASSWORD=password_of(role), OPTIONS=wanted["OPTIONS"])
    try:
        yield
    finally:
        _reconnect(**kept)


@contextmanager
def at_database(name: str) -> Iterator[None]:
    """Lets this process speak to another database on the same server for a while, on a new connection."""
    before = connections["default"].settings_dict["NAME"]
    _reconnect(NAME=name)
    try:
        yield
    finally:
        _reconnect(NAME=before)


def as_owner() -> AbstractContextManager[None]:
    """Lets this process be the owner for a while: to migrate, and to write what the app may not."""
    return as_role(OWNER)


def _reconnect(**settings: Any) -> None:
    """Closes the connection and its pool, so that the next query uses the new settings."""
    connection: Any = connections["default"]
    if connection.in_atomic_block:
        raise RuntimeError("The role cannot change inside a transaction.")
    connection.close()
    connection.close_pool()
    connection.settings_dict.update(settings)


def _make_role(connection: psycopg.Connection[Any], role: str, password: str) -> None:
    found = connection.execute(
        "SELECT rolcanlogin AND NOT (rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole)"
        " FROM pg_roles WHERE rolname = %s",
        [role],
    ).fetchone()
    if found is None:
        connection.execute(_filled("CREATE ROLE {} " + RESTRICTED, role))
    elif not found[0]:
        connection.execute(_filled("ALTER ROLE {} " + RESTRICTED, role))
    _part(connection, role)
    if password:
        # Sent as a verifier, so that the password itself never stands in the server's log.
        verifier = connection.pgconn.encrypt_password(password.encode(), role.encode(), b"scram-sha-256")
        statement = sql.SQL("ALTER ROLE {} PASSWORD {}")
        connection.execute(statement.format(sql.Identifier(role), sql.Literal(verifier.decode())))


def _part(connection: psycopg.Connection[Any], role: str) -> None:
    """Takes the others' rights from a role that somebody made a member of theirs."""
    joined = connection.execute(
        "SELECT roleid::regrole::text FROM pg_auth_members"
        " JOIN pg_roles ON pg_roles.oid = roleid"
        " WHERE member = %s::regrole AND rolname = ANY(%s)",
        [role, list(ROLES)],
    ).fetchall()
    for (other,) in joined:
        connection.execute(_filled("REVOKE {} FROM {}", other, role))


def _make_database(connection: psycopg.Connection[Any], name: str) -> None:
    found = connection.execute(
        "SELECT pg_encoding_to_char(encoding), pg_get_userbyid(datdba) FROM pg_database WHERE datname = %s",
        [name],
    ).fetchone()
    if found is None:
        connection.execute(
            _filled("CREATE DATABASE {} OWNER {} ENCODING 'UTF8' TEMPLATE template0", name, OWNER)
        )
        return
    encoding, owner = found
    if encoding != "UTF8":
        raise DatabaseUnsuited(
            f"Databasen {name} er i {encoding}; Sammetag skal bruge UTF8.\n"
            f"The database {name} is in {encoding}; Sammetag needs UTF8."
        )
    if owner != OWNER:
        connection.execute(_filled("ALTER DATABASE {} OWNER TO {}", name, OWNER))


def _grant(server: DatabaseServer) -> None:
    with administration(server, server.name) as connection, connection.transaction():
        connection.execute("SELECT pg_advisory_xact_lock(%s)", [PREPARING])
        for right in RIGHTS:
            connection.execute(_right(right, server.name))


def _right(statement: LiteralString, database: str) -> sql.Composed:
    names = {"name": database, "owner": OWNER, "app": APP, "keeper": KEEPER}
    return sql.SQL(statement).format(**{word: sql.Identifier(name) for word, name in names.items()})


def _filled(statement: LiteralString, *names: str) -> sql.Composed:
    return sql.SQL(statement).format(*(sql.Identifier(name) for name in names))
