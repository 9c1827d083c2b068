"""How long a page waits for the database: a slow query is ended, and a silent server is given up.

The server ends what is slow, as long as it answers at all. One that hangs (a stopped machine, a cable pulled
out) ends nothing, so the page's own side counts too.
"""

from __future__ import annotations

from typing import Any, TypeVar

import psycopg
from psycopg.abc import PQGen

RV = TypeVar("RV")
Row = tuple[Any, ...]

# What the server holds a page to. An import by the owner and the keeper's work have no such limit.
STATEMENT, LOCK, IDLE = 5, 4, 60
# What the page's own side holds the server to: a moment more than the server allows a query.
ANSWER, GREETING = STATEMENT + 1.0, 0.4
# Together under the two seconds within which a page says that the database is away.
TURN = 1.0
# The pool waits twice as long after each attempt, up to minutes: it would be the last to know of a return.
# Well under a turn, so that a page that comes right after the return meets an attempt while it waits.
SULK = 0.2


class Silent(psycopg.OperationalError):
    """The server took the question and gave no answer."""


class Impatient(psycopg.Connection[Row]):
    """A connection that is given up, and closed, when the server does not answer in time."""

    greeting = False

    def execute(self, *args: Any, **kwargs: Any) -> psycopg.Cursor[Row]:
        """Greets the server. Only the pool asks so, before it lends a connection; Django has cursors."""
        self.greeting = True
        try:
            return super().execute(*args, **kwargs)
        finally:
            self.greeting = False

    def wait(self, gen: PQGen[RV], interval: float = 0.1, timeout: float | None = None) -> RV:
        """Waits for an answer, but not for ever."""
        seconds = GREETING if self.greeting else ANSWER
        try:
            return super().wait(gen, interval, timeout=min(seconds, timeout or seconds))
        except psycopg.errors._WaitTimeout as fault:
            self.pgconn.finish()
            raise Silent(f"no answer within {seconds} s") from fault


def options() -> dict[str, Any]:
    """The options of Django's connection for serving pages."""
    limits = {
        "statement_timeout": STATEMENT,
        "lock_timeout": LOCK,
        "idle_in_transaction_session_timeout": IDLE,
    }
    return {
        "connect_timeout": 2,
        "options": " ".join(f"-c {name}={seconds}s" for name, seconds in limits.items()),
        "pool": {
            "min_size": 1,
            "max_size": 8,
            "timeout": TURN,
            "reconnect_timeout": SULK,
            "connection_class": Impatient,
        },
    }
