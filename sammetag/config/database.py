"""Which server and which of the three roles Sammetag speaks to the database with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sammetag.config import environment
from sammetag.config.patience import options

OWNER = "sammetag_owner"
APP = "sammetag_app"
KEEPER = "sammetag_keeper"
ROLES = (OWNER, APP, KEEPER)
# Pages ask the same few dozen questions all day, each behind the wall: PostgreSQL reads and plans a question
# that comes again once for each connection, and not each time, which is half of its work.
PREPARED = {"server_side_binding": True, "prepare_threshold": 5}


@dataclass(frozen=True)
class DatabaseServer:
    """A PostgreSQL server, the database on it, and how to come in as superuser and as each role."""

    host: str
    port: int
    name: str
    admin: str = "postgres"
    passwords: dict[str, str] = field(default_factory=dict, repr=False)


def server() -> DatabaseServer:
    """The server that the environment names: DATABASE_HOST, _PORT, _NAME, _ADMIN and the passwords."""
    admin = environment.text("DATABASE_ADMIN", "postgres")
    return DatabaseServer(
        host=environment.text("DATABASE_HOST"),
        port=environment.number("DATABASE_PORT", 5432),
        name=environment.text("DATABASE_NAME", "sammetag"),
        admin=admin,
        passwords={role: password_of(role) for role in ROLES}
        | {admin: environment.text("DATABASE_PASSWORD_ADMIN", "")},
    )


def password_of(role: str) -> str:
    """The password of one of the three roles; empty where the server knows its users by other means."""
    return environment.text(f"DATABASE_PASSWORD_{role.removeprefix('sammetag_').upper()}", "")


def django_database(role: str) -> dict[str, Any]:
    """The connection settings of one role; DATABASE_HOST names the server, a socket folder or a host."""
    return {
        "ENGINE": "django.db.backends.postgresql",
        "HOST": environment.text("DATABASE_HOST", "/nonexistent"),
        "PORT": environment.number("DATABASE_PORT", 5432),
        "NAME": environment.text("DATABASE_NAME", "sammetag"),
        "USER": role,
        "PASSWORD": password_of(role),
        "CONN_MAX_AGE": 0,
        # A connection that a restart of the server has cut is found before a page gets it.
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options() | PREPARED if role == APP else {},
        "TEST": {"TEMPLATE": "template0"},
    }
