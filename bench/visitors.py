"""Who visits: coordinators with their own cases, logged in by a row in the table of sessions."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from itertools import cycle
from uuid import UUID

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.db import connections

from bench.generator import Visit
from sammetag.config.database import APP, DatabaseServer
from sammetag.config.roles import administration
from sammetag.people.models import Account

# A coordinator now and then leafs through so many of their cases.
LEAFED_THROUGH = 5
COORDINATORS = """
SELECT a.id, a.username, a.password, array_agg(c.id ORDER BY c.id)
FROM cases_case c JOIN people_staff s ON s.id = c.coordinator_id JOIN people_account a ON a.id = s.account_id
WHERE c.closed_on IS NULL AND NOT c.restricted AND a.is_active
GROUP BY a.id, a.username, a.password ORDER BY md5(a.username) LIMIT %s
"""
ONE = "SELECT id, username, password, '{}'::uuid[] FROM people_account WHERE username = %s"


@dataclass(frozen=True)
class Coordinator:
    """Somebody who is logged in, and the open cases that are theirs."""

    session: str
    cases: tuple[UUID, ...]


def coordinators(server: DatabaseServer, wanted: int) -> list[Coordinator]:
    """So many coordinators of the database, picked blindly, each with a session that begins now."""
    with administration(server, server.name) as superuser:
        found = superuser.execute(COORDINATORS, [wanted]).fetchall()
    use(server)
    return [
        Coordinator(_session(account_id, username, password), tuple(cases))
        for account_id, username, password, cases in found
    ]


def session_of(server: DatabaseServer, username: str) -> str:
    """A session of one account that begins now."""
    with administration(server, server.name) as superuser:
        found = superuser.execute(ONE, [username]).fetchone()
    if found is None:
        raise LookupError(f"nobody is called {username}")
    use(server)
    return _session(*found[:3])


def use(server: DatabaseServer) -> None:
    """Lets Django speak with this database from now on."""
    connections["default"].close()
    connections["default"].close_pool()  # type: ignore[attr-defined]
    place = {"HOST": server.host, "PORT": server.port, "NAME": server.name, "USER": APP}
    connections["default"].settings_dict.update(place)


def days(people: list[Coordinator]) -> Iterator[Visit]:
    """My day of one coordinator after the other, for ever."""
    for one in cycle(people):
        yield Visit("my day", "/my-day/", one.session)


def mixed(people: list[Coordinator]) -> Iterator[Visit]:
    """My day, the page of a case and its plan by turns, of one coordinator after the other, for ever."""
    turns = cycle(range(LEAFED_THROUGH))
    for one in cycle(people):
        case = one.cases[next(turns) % len(one.cases)]
        yield Visit("my day", "/my-day/", one.session)
        yield Visit("case page", f"/cases/{case}/", one.session)
        yield Visit("plan", f"/cases/{case}/plan/", one.session)


def _session(account_id: UUID, username: str, password: str) -> str:
    """A session as a log-in would have made it."""
    store = import_module(settings.SESSION_ENGINE).SessionStore()
    account = Account(id=account_id, username=username, password=password)
    store[SESSION_KEY] = str(account_id)
    store[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    store[HASH_SESSION_KEY] = account.get_session_auth_hash()
    # Where sessions end so long after the log-in, that is now.
    store["begun_at"] = time.time()
    store.create()
    return str(store.session_key)
