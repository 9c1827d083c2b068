"""Work that is done later, by `sammetag work`: a room's jobs lie in its `jobs.py`.

A job sees what the person sees on whose behalf it runs, and nothing without one. It is one transaction, which
ends the job too: killed in the middle it leaves nothing and comes back, and run twice it has its effect once.
What it does outside the database, such as writing a file, must bear to be done again.
"""

from __future__ import annotations

import inspect
import logging
import traceback
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from pathlib import Path
from typing import Any, Generic, ParamSpec
from uuid import UUID

from django.db import DatabaseError, connection
from django.utils import timezone
from django.utils.translation import override
from procrastinate import JobContext, RetryDecision
from procrastinate.contrib.django import app
from procrastinate.jobs import Job as Waiting
from procrastinate.retry import BaseRetryStrategy
from psycopg.errors import RaiseException

from sammetag.access.person import Person
from sammetag.access.queries import person_of
from sammetag.access.wall import behind_the_wall

P = ParamSpec("P")
log = logging.getLogger(__name__)

# For housekeeping that sees no citizen: said aloud, so that nobody is left out by mistake.
NOBODY = None
# Seconds before a job that failed is tried again; after the last of them it has failed for good.
WAITS = (5, 30, 180, 900, 3600)
_ACTING: ContextVar[Person | None] = ContextVar("acting", default=None)


class NobodyThere(RuntimeError):
    """A job was to act for somebody whose account is closed, or who has no role any more."""


class DoneAlready(RuntimeError):
    """The job has had its effect before; what it did this time was rolled back."""


class JobFailed(RuntimeError):
    """A job failed: of what kind and where, without what it was working on."""

    def __init__(self, fault: Exception) -> None:
        steps = traceback.extract_tb(fault.__traceback__)
        where = " > ".join(f"{Path(step.filename).name}:{step.lineno}" for step in steps[-4:])
        super().__init__(f"{type(fault).__name__} at {where}")
        self.mends = not isinstance(fault, NobodyThere) and getattr(fault, "status", 500) >= 500


class TryAgain(BaseRetryStrategy):
    """Waits longer each time. What the program refused, it would refuse again: that is not tried again."""

    def get_retry_decision(self, *, exception: BaseException, job: Waiting) -> RetryDecision | None:
        """When to try again; none when it is of no use."""
        if job.attempts >= len(WAITS) or not getattr(exception, "mends", True):
            return None
        return RetryDecision(retry_in={"seconds": WAITS[job.attempts]})


class Job(Generic[P]):
    """A function that can be done now, by calling it, or later, in the order in which it was asked for."""

    def __init__(self, do: Callable[P, None], on_behalf_of: str | None) -> None:
        self.names = _names_of(do)
        if on_behalf_of is not NOBODY and on_behalf_of not in self.names:
            raise TypeError(f"{do.__qualname__} acts on behalf of {on_behalf_of}, which is no argument of it")
        self._do: Callable[..., None] = do
        self._on_behalf_of = on_behalf_of
        self.name = f"{do.__module__}.{do.__qualname__}"
        self._task = app.task(name=self.name, pass_context=True, retry=TryAgain())(self._work)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> None:
        """Does it now, in a transaction of its own or within the one that is open."""
        self._behind_the_wall(self._ids(kwargs), ends=None)

    def later(self, *args: P.args, **kwargs: P.kwargs) -> int:
        """Asks for it, in the transaction that is open: rolled back with it, done only after it."""
        return self._task.defer(**self._ids(kwargs))

    def _work(self, context: JobContext, /, **ids: str) -> None:
        try:
            self._behind_the_wall(self._ids(ids), ends=context.job.id)
        except DoneAlready:
            log.info("job %s %s was done already", context.job.id, self.name)
        except Exception as fault:  # noqa: BLE001 - raised again, without what it was working on
            failed = JobFailed(fault)
            log.error("job %s %s failed: %s", context.job.id, self.name, failed)
            raise failed from None

    def _behind_the_wall(self, ids: Mapping[str, str], ends: int | None) -> None:
        account_id = UUID(ids[self._on_behalf_of]) if self._on_behalf_of else None
        with behind_the_wall(account_id), override("da"):
            acting = _ACTING.set(_person(account_id) if account_id else None)
            try:
                self._do(**ids)
            finally:
                _ACTING.reset(acting)
            if ends is not None:
                _end(ends)

    def _ids(self, given: Mapping[str, Any]) -> dict[str, str]:
        """The arguments as text; raises TypeError, without their values, where one is no id."""
        if set(given) != self.names:
            raise TypeError(f"{self.name} takes {sorted(self.names)}, not {sorted(given)}")
        try:
            return {name: str(UUID(str(value))) for name, value in given.items()}
        except ValueError:
            raise TypeError(f"{self.name} takes ids and nothing else") from None


def job(*, on_behalf_of: str | None) -> Callable[[Callable[P, None]], Job[P]]:
    """Makes a function a job; `on_behalf_of` names the argument with the account, or is NOBODY.

    The function takes ids as text, by name: `def make_it(*, account_id: str, thing_id: str) -> None`.
    """
    return lambda do: Job(do, on_behalf_of)


def acting() -> Person:
    """The person on whose behalf the running job acts, with the keys of today."""
    person = _ACTING.get()
    if person is None:
        raise RuntimeError("No job runs on behalf of anybody.")
    return person


def _names_of(do: Callable[..., None]) -> frozenset[str]:
    """The names of a job's arguments, which are ids: whatever else it needs it reads in the database."""
    parameters = inspect.signature(do).parameters.values()
    for one in parameters:
        if one.kind is not one.KEYWORD_ONLY or one.annotation not in ("str", str):
            raise TypeError(f"{do.__qualname__}: {one.name} must be an id, 'str', and given by name")
    return frozenset(one.name for one in parameters)


def _person(account_id: UUID) -> Person:
    person = person_of(account_id, timezone.localdate())
    if person is None:
        raise NobodyThere(f"account {account_id} is closed or without a role")
    return person


def _end(job_id: int) -> None:
    """Ends the job together with what it did; raises DoneAlready where somebody else has ended it."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT procrastinate_finish_job_v1(%s, 'succeeded', false)", [job_id])
    except DatabaseError as fault:
        if isinstance(fault.__cause__, RaiseException):
            raise DoneAlready(f"job {job_id}") from fault
        raise
