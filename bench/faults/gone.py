"""The database is gone for a while, stopped or silent: what a page says then, how soon, and afterwards."""

from __future__ import annotations

import http.client
import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.faults.kills import writing
from bench.faults.reckoning import Reckoning, reckon
from bench.faults.world import World, children, wait_until
from bench.faults.writers import Answer

SAYS = "Vi kan ikke nå vores database lige nu"
TELLTALES = ("Traceback", "psycopg", "OperationalError", "PoolTimeout", "sammetag_app")


@dataclass(frozen=True)
class Absence:
    """What the pages did while the database was gone, and how soon they were back."""

    way: str
    pages: int
    slowest: float
    unlike: int
    back: float
    reckoning: Reckoning


@contextmanager
def stopped(world: World) -> Iterator[None]:
    """Nobody listens: each call is refused at once."""
    world.server.cluster.stop()
    yield
    world.server.cluster.start()


@contextmanager
def silent(world: World) -> Iterator[None]:
    """Everybody listens and nobody answers, as with a machine that hangs."""
    postmaster = world.server.cluster.pid() or 0
    frozen = [postmaster, *children(postmaster)]
    for pid in frozen:
        os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        for pid in reversed(frozen):
            if Path(f"/proc/{pid}").exists():
                os.kill(pid, signal.SIGCONT)


WAYS = {"stopped": stopped, "silent": silent}


def absence(world: World, way: str, seconds: float) -> Absence:
    """Lets the database be gone for so long, while four people write and a fifth reads."""
    with writing(world) as account:
        with WAYS[way](world):
            # Those who were in the middle of a question wait for the longest that a question may last.
            time.sleep(min(7.0, seconds / 2))
            answers = list(_visits(world, until=time.monotonic() + seconds / 2))
        begun = time.monotonic()
        wait_until(lambda: account.writes_since(begun), "nobody is answered any more")
        back = time.monotonic() - begun
    return Absence(
        way=way,
        pages=len(answers),
        slowest=max(took for took, _ in answers),
        unlike=sum(not _is_plain(answer) for _, answer in answers),
        back=back,
        reckoning=reckon(world, account),
    )


def _visits(world: World, until: float) -> Iterator[tuple[float, Answer]]:
    while time.monotonic() < until:
        begun = time.monotonic()
        answer = world.desks[0].ask("GET", "/my-day/")
        yield time.monotonic() - begun, answer
        time.sleep(0.2)


def _is_plain(answer: Answer) -> bool:
    """Whether a page says what happened, and nothing of how."""
    told = SAYS in answer.page and not any(word in answer.page for word in TELLTALES)
    return answer.status == http.client.SERVICE_UNAVAILABLE and told
