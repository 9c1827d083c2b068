"""kill -9 of the worker, right after somebody has asked it for something."""

from __future__ import annotations

import re
import time
from dataclasses import dataclass, fields
from functools import partial

from bench.faults.world import World, kill, wait_until

PAGE = "/intake/export/"
TOKEN = re.compile(r'name="token" value="([^"]+)"')
CSRF = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
MADE = "SELECT count(*) FROM intake_export WHERE made_at IS NOT NULL"
ASKED = "SELECT count(*) FROM intake_export"
TOLD = "SELECT subject_id FROM journal_event WHERE kind = 'export.made'"
LEFT = "SELECT count(*) FROM procrastinate_jobs WHERE status::text <> 'succeeded'"


@dataclass(frozen=True)
class Jobs:
    """What is wrong with the jobs in the end, by number."""

    lost: int
    doubled: int
    left: int

    @property
    def faultless(self) -> bool:
        """Whether nothing is wrong."""
        return not any(getattr(self, one.name) for one in fields(self))


@dataclass(frozen=True)
class Kills:
    """How long each job took whose worker was killed, and what is wrong in the end."""

    back: list[float]
    jobs: Jobs


def killed_workers(world: World, kills: int) -> Kills:
    """Asks for a file and kills the worker, so many times; raises TimeoutError where one is never made."""
    back = []
    for asked in range(1, kills + 1):
        wait_until(partial(_ask, world), "no file can be asked for")
        kill(world.working.pid())
        begun = time.monotonic()
        wait_until(partial(_made, world, asked), "a job is lost")
        back.append(time.monotonic() - begun)
    with world.superuser() as superuser:
        told = [one for (one,) in superuser.execute(TOLD).fetchall()]
    lost, doubled = _count(world, ASKED) - _count(world, MADE), len(told) - len(set(told))
    wait_until(lambda: not _count(world, LEFT), "a job is never ended")
    return Kills(back, Jobs(lost, doubled, _count(world, LEFT)))


def _ask(world: World) -> bool:
    page = world.leader.ask("GET", PAGE).page
    token, csrf = TOKEN.search(page), CSRF.search(page)
    if not token or not csrf:
        return False
    said = {"token": token[1], "csrfmiddlewaretoken": csrf[1], "reason": "answer", "form": "xlsx"}
    return world.leader.ask("POST", PAGE, said).location == PAGE


def _made(world: World, wanted: int) -> bool:
    return _count(world, MADE) >= wanted


def _count(world: World, query: str) -> int:
    with world.superuser() as superuser:
        found = superuser.execute(query.encode()).fetchone()
        return int(str(found[0])) if found else 0
