"""What the tests of backup and restore look at a database with, from beside it."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sammetag.access.wall import behind_the_wall
from sammetag.cases.models import Case
from sammetag.config import roles
from sammetag.config.backups import checksums
from sammetag.config.backups.checksums import Contents
from sammetag.config.backups.restoring import FRESH, HALF
from sammetag.config.database import KEEPER, DatabaseServer
from sammetag.journal.sealing import keys
from sammetag.journal.sealing.actions import seal_once

EVENT = (
    "INSERT INTO journal_event"
    " (id, municipality_id, kind, subject, occurred_at, precision, recorded_at, role, data, version, salt)"
    " VALUES (gen_random_uuid(), gen_random_uuid(), 'x', 'x', now(), 'day', now(), 'x',"
    " '{}', 1, '')"
)


def quiet(words: str) -> None: ...


def contents(server: DatabaseServer) -> dict[str, Contents]:
    with roles.connect_to(server, KEEPER) as connection:
        return checksums.of_all(connection)


def seal_all(server: DatabaseServer, signer: keys.Signer) -> int:
    """Seals until nothing waits, and answers the number of the newest seal.

    What is written is settled when no transaction on the whole server is older, and others work on it too.
    """
    waiting = "SELECT (SELECT count(*) FROM journal_event) + (SELECT count(*) FROM journal_look) - count(*)"
    give_up = time.monotonic() + 60
    with roles.connect_to(server, KEEPER) as connection:
        while connection.execute(f"{waiting} FROM journal_leaf".encode()).fetchone() != (0,):
            connection.commit()
            assert time.monotonic() < give_up, "something is never settled"
            seal_once(connection, signer)
            connection.commit()
        (number,) = connection.execute("SELECT max(number) FROM journal_seal").fetchone() or (0,)
    return int(number)


def there(server: DatabaseServer) -> set[str]:
    """Which of the databases that a restore makes are there."""
    with roles.administration(server) as connection:
        found = connection.execute(
            "SELECT datname FROM pg_database WHERE datname = ANY (%s)",
            [[server.name, server.name + HALF, server.name + FRESH]],
        ).fetchall()
    return {str(name) for (name,) in found}


def seen_by(account: Any, server: DatabaseServer) -> set[Any]:
    with roles.at_database(server.name), behind_the_wall(account):
        return set(Case.objects.scoped("test").values_list("id", "acl"))


@contextmanager
def at_work(server: DatabaseServer) -> Iterator[None]:
    """Somebody who writes pairs of events in one transaction, all the while."""
    stop, begun = threading.Event(), threading.Event()

    def write() -> None:
        with roles.administration(server, server.name) as connection:
            while not stop.is_set():
                with connection.transaction():
                    connection.execute(EVENT)
                    connection.execute("SELECT pg_sleep(0.01)")
                    connection.execute(EVENT)
                begun.set()

    writer = threading.Thread(target=write)
    writer.start()
    assert begun.wait(20)
    yield
    stop.set()
    writer.join()


def named(server: DatabaseServer) -> dict[str, str]:
    """What a command is told of a database."""
    passwords = {
        f"DATABASE_PASSWORD_{role.removeprefix('sammetag_').upper()}": password
        for role, password in server.passwords.items()
        if password
    }
    if server.passwords.get(server.admin):
        passwords["DATABASE_PASSWORD_ADMIN"] = server.passwords[server.admin]
    return {
        **os.environ,
        **passwords,
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "DATABASE_HOST": server.host,
        "DATABASE_PORT": str(server.port),
        "DATABASE_NAME": server.name,
        "DATABASE_ADMIN": server.admin,
        "SAMMETAG_JOB_HEARTBEAT": "1",
    }


def begun(server: DatabaseServer, log: Path, *words: str) -> subprocess.Popen[bytes]:
    """A command in a process of its own."""
    command = [sys.executable, "-m", "sammetag.config.command", *words]
    with log.open("wb") as opened:
        return subprocess.Popen(command, env=named(server), stdout=opened, stderr=opened)  # noqa: S603


def wait_for(condition: Callable[[], object], process: subprocess.Popen[bytes], log: Path) -> None:
    give_up = time.monotonic() + 60
    while not condition():
        assert process.poll() is None and time.monotonic() < give_up, log.read_text()
        time.sleep(0.02)
