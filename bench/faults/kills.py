"""kill -9, again and again, while four people write."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from bench.faults.reckoning import Reckoning, reckon
from bench.faults.world import World, kill, wait_until
from bench.faults.writers import Account, Writer

BETWEEN = 2.0


@dataclass(frozen=True)
class Campaign:
    """What a row of kills did: how long until somebody was answered again, and what is wrong in the end."""

    victim: str
    back: list[float]
    acknowledged: int
    sent_again: int
    reckoning: Reckoning


def database(world: World) -> None:
    """The server of the database, whose children end with it."""
    kill(world.server.cluster.pid() or 0)


def backend(world: World) -> None:
    """One process that answers one connection: the server cuts all others and recovers."""
    query = "SELECT pid FROM pg_stat_activity WHERE usename = 'sammetag_app' LIMIT 1"
    with world.superuser() as superuser:
        found = superuser.execute(query).fetchone()
    if found:
        kill(int(str(found[0])))


def worker(world: World) -> None:
    """Every process that answers pages, all at once."""
    for pid in world.workers():
        kill(pid)


def server(world: World) -> None:
    """The web server itself, which its workers follow."""
    kill(world.serving.pid())


VICTIMS: dict[str, Callable[[World], None]] = {
    "PostgreSQL": database,
    "one connection's process": backend,
    "both workers of the web server": worker,
    "the web server": server,
}


@contextmanager
def writing(world: World) -> Iterator[Account]:
    """Everybody writes; afterwards all have stopped."""
    account, stop = Account(), threading.Event()
    writers = [Writer(desk, account, stop) for desk in world.desks]
    for one in writers:
        one.start()
    try:
        yield account
    finally:
        stop.set()
        for one in writers:
            one.join()


def campaign(world: World, victim: str, kills: int, between: float = BETWEEN) -> Campaign:
    """Kills a victim so many times; raises TimeoutError where nobody is answered again."""
    killed = []
    with writing(world) as account:
        for _ in range(kills):
            _await_write(account)
            killed.append(time.monotonic())
            VICTIMS[victim](world)
            _await_write(account)
            # What follows a killed parent ends half a second after it.
            time.sleep(between)
        _await_write(account)
    ends = [*killed[1:], time.monotonic()]
    return Campaign(
        victim=victim,
        back=[account.longest_gap(*span) for span in zip(killed, ends, strict=True)],
        acknowledged=len(account.acknowledged),
        sent_again=sum(write.sent > 1 for _, write in account.acknowledged),
        reckoning=reckon(world, account),
    )


def _await_write(account: Account) -> None:
    now = time.monotonic()
    wait_until(lambda: account.writes_since(now), "nobody is answered any more")
