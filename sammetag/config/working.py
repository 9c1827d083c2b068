"""The worker: does the jobs that wait, and the housekeeping. A restart of the database does not end it."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
from dataclasses import dataclass, field
from typing import Any

import psycopg
from django.db import connections
from procrastinate.contrib.django import DjangoApp, app
from procrastinate.contrib.django.utils import connector_params
from procrastinate.exceptions import ConnectorException
from procrastinate.jobs import Job, Status
from procrastinate.manager import JobManager
from procrastinate.psycopg_connector import PsycopgConnector

from sammetag.access.tries import forget_old_tries
from sammetag.config import chores, environment, sealing
from sammetag.config.chores import Chore, in_a_thread

log = logging.getLogger(__name__)

# Seconds that a job gets to end when the worker is told to stop. One that needs longer comes back.
GRACE = 20
# Signs of life that may be missed before others take the worker for gone.
MISSED = 2
# A job may ask the database longer questions than a page.
STATEMENT_SECONDS, LOCK_SECONDS = 600, 30
AWAY = (psycopg.Error, ConnectorException, OSError)
# They tell of a database that is away, each many times and at length; the worker says it once itself.
TALKATIVE = ("procrastinate.utils", "procrastinate.worker.worker", "psycopg.pool")


@dataclass(frozen=True)
class Rhythm:
    """How often the worker gives a sign of life and looks for work that nobody told it of."""

    heartbeat: int = field(default_factory=lambda: environment.number("SAMMETAG_JOB_HEARTBEAT", 1))

    @property
    def silent_for(self) -> int:
        """The seconds after which a worker without a sign of life is taken for gone."""
        return self.heartbeat * MISSED


class EndedByThemselves(JobManager):
    """A job that went well has ended itself, in its own transaction; what failed is ended or put off here."""

    async def finish_job(self, job: Job, status: Status, delete_job: bool) -> None:
        """Ends a job that did not go well."""
        if status is not Status.SUCCEEDED:
            await super().finish_job(job=job, status=status, delete_job=delete_job)


def work(*, seals: bool, with_parent: bool) -> None:
    """Works until told to stop; `seals` the journal too, and ends `with_parent`, whoever began it."""
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    _be_patient()
    asyncio.run(_work(Rhythm(), _chores(seals=seals), os.getppid() if with_parent else None))


async def _work(rhythm: Rhythm, by_the_clock: list[Chore], parent: int | None) -> None:
    stopping = asyncio.Event()
    _listen(stopping)
    told = asyncio.create_task(stopping.wait())
    beside = [asyncio.create_task(chores.keep_doing(by_the_clock, stopping))]
    if parent is not None:
        beside.append(asyncio.create_task(_follow(parent, stopping)))
    while not stopping.is_set():
        jobs = asyncio.create_task(_do_jobs(rhythm))
        await asyncio.wait({jobs, told}, return_when=asyncio.FIRST_COMPLETED)
        if stopping.is_set():
            await _end({jobs, *beside})
        elif fault := jobs.exception():
            if not isinstance(fault, AWAY):
                raise fault
            log.error("database away: %s", type(fault).__name__)
        await chores.until(stopping, 1)


async def _do_jobs(rhythm: Rhythm) -> None:
    """Does jobs until it is cancelled, or until the database goes away."""
    mine = _app()
    ended = asyncio.Event()
    async with mine.open_async():
        beside = asyncio.create_task(chores.keep_doing(_care_of(mine.job_manager, rhythm), ended))
        try:
            await mine.run_worker_async(
                install_signal_handlers=False,
                update_heartbeat_interval=rhythm.heartbeat,
                stalled_worker_timeout=rhythm.silent_for,
            )
        finally:
            # Told besides being cancelled: a library may take a cancelled question for a failed one.
            ended.set()
            beside.cancel()


async def _end(running: set[asyncio.Task[None]]) -> None:
    """Lets what is at hand end; a job that takes too long is left, and comes back."""
    for one in running:
        one.cancel()
    done, late = await asyncio.wait(running, timeout=GRACE)
    for one in done:
        if not one.cancelled() and (fault := one.exception()):
            log.error("at the end: %s", type(fault).__name__)
    if late:
        log.warning("a job took longer than %s s to end: it comes back", GRACE)
        # The job's thread would keep the process alive. Its transaction is rolled back.
        os._exit(0)


def _care_of(manager: JobManager, rhythm: Rhythm) -> list[Chore]:
    """What keeps the jobs themselves in order."""
    return [
        Chore("stalled jobs", rhythm.heartbeat / 2, lambda: chores.bring_back(manager, rhythm.silent_for)),
        Chore("old jobs", chores.DAY, lambda: chores.forget_jobs(manager)),
    ]


def _chores(*, seals: bool) -> list[Chore]:
    wanted = [
        Chore("old sessions", chores.HOUR, in_a_thread(chores.clear_sessions)),
        Chore("old tries to log in", chores.HOUR, in_a_thread(forget_old_tries)),
        Chore("old exports", chores.HOUR, in_a_thread(chores.throw_away_exports)),
    ]
    if seals:
        wanted.append(Chore("seal", chores.MINUTE, in_a_thread(sealing.seal_now)))
    return wanted


def _app() -> DjangoApp:
    """The jobs that all rooms have, taken over a connection of the worker's own.

    Not `app.replace_connector`: a job that asks for another one does so in its own transaction, as pages do.
    """
    params = connector_params()
    connector = PsycopgConnector(kwargs=params, min_size=1, max_size=3, timeout=5.0)
    mine = DjangoApp(connector=connector, import_paths=app.import_paths)
    mine.tasks = app.tasks
    mine.job_manager = EndedByThemselves(mine.connector)
    return mine


def _be_patient() -> None:
    """Lets this process wait longer for the database than a page may."""
    options = f"-c statement_timeout={STATEMENT_SECONDS}s -c lock_timeout={LOCK_SECONDS}s"
    patient: dict[str, Any] = {"connect_timeout": 10, "options": options}
    connections["default"].settings_dict["OPTIONS"] = patient


def _listen(stopping: asyncio.Event) -> None:
    def stop() -> None:
        if stopping.is_set():
            os._exit(130)
        stopping.set()

    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        asyncio.get_running_loop().add_signal_handler(number, stop)


async def _follow(parent: int, stopping: asyncio.Event) -> None:
    """Stops when the process that began this one is gone."""
    while os.getppid() == parent and not await chores.until(stopping, 0.5):
        continue
    stopping.set()
