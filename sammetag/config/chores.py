"""What the worker does by the clock: it keeps nothing waiting, so nothing piles up while no worker runs."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from importlib import import_module

from django.conf import settings
from django.db import connection
from procrastinate.exceptions import ConnectorException
from procrastinate.jobs import Status
from procrastinate.manager import JobManager

from sammetag.access.jobs import WAITS
from sammetag.intake.exports.actions.making import throw_away_old
from sammetag.journal.sealing.refusals import SealRefused

log = logging.getLogger(__name__)

MINUTE, HOUR, DAY = 60, 60 * 60, 24 * 60 * 60
# How long the traces of a job are kept after its end; of one that failed, longer.
DAYS_AFTER_SUCCESS, DAYS_AFTER_FAILURE = 7, 30


@dataclass
class Chore:
    """Something to do every so many seconds, begun late rather than twice."""

    name: str
    every: float
    do: Callable[[], Awaitable[None]]
    due: float = field(default=0.0)


async def keep_doing(chores: list[Chore], stopping: asyncio.Event) -> None:
    """Does each chore when it is due, one at a time, until told to stop; what fails is tried next time."""
    while not stopping.is_set():
        for chore in chores:
            if chore.due <= time.monotonic() and not stopping.is_set():
                await _try(chore)
                chore.due = time.monotonic() + chore.every
        await until(stopping, max(0.05, min(one.due for one in chores) - time.monotonic()))


async def until(stopping: asyncio.Event, seconds: float) -> bool:
    """Waits, though not when it is time to stop; answers whether it is."""
    try:
        await asyncio.wait_for(stopping.wait(), seconds)
    except TimeoutError:
        return False
    return True


def in_a_thread(do: Callable[[], object]) -> Callable[[], Awaitable[None]]:
    """A chore that speaks to the database as Django does, and gives the connection back afterwards."""

    def work() -> None:
        try:
            do()
        finally:
            connection.close()

    return lambda: asyncio.to_thread(work)


def clear_sessions() -> None:
    """Removes the sessions that have run out."""
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()


def throw_away_exports() -> None:
    """Throws away the files that were kept for a day, fetched or not."""
    throw_away_old()


async def bring_back(manager: JobManager, silent_for: float) -> None:
    """Lets the jobs of workers that have gone silent be taken again, by whoever is there."""
    for one in await manager.get_stalled_jobs(seconds_since_heartbeat=silent_for):
        try:
            # A job that ends its worker each time is not let loose for ever.
            if one.attempts > len(WAITS):
                log.error("job %s %s was never done: each worker ended in it", one.id, one.task_name)
                await manager.finish_job(one, status=Status.FAILED, delete_job=False)
            else:
                log.warning("job %s %s comes back: its worker fell silent", one.id, one.task_name)
                await manager.retry_job(one)
        except ConnectorException:
            # Another worker was quicker, or the job has ended after all.
            continue
    await manager.prune_stalled_workers(silent_for)


async def forget_jobs(manager: JobManager) -> None:
    """Removes the traces of jobs that ended long ago."""
    await manager.delete_old_jobs(nb_hours=DAYS_AFTER_SUCCESS * 24)
    await manager.delete_old_jobs(
        nb_hours=DAYS_AFTER_FAILURE * 24, include_failed=True, include_cancelled=True, include_aborted=True
    )


async def _try(chore: Chore) -> None:
    try:
        await chore.do()
    except Exception as fault:  # noqa: BLE001 - the next time may go well, and the others must go on
        # What keeps the journal from being sealed is told in full: it holds places and numbers alone.
        why = str(fault).splitlines()[0] if isinstance(fault, SealRefused) else type(fault).__name__
        log.error("%s: %s", chore.name, why)
