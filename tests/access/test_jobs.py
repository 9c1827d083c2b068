"""What is done later is done as the person, in one transaction, once."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection, transaction
from django.utils import timezone
from procrastinate import JobContext
from procrastinate.contrib.django import app
from procrastinate.jobs import Job as Waiting

from sammetag.access.jobs import NOBODY, WAITS, Job, JobFailed, TryAgain, acting, job
from sammetag.access.wall import behind_the_wall
from sammetag.cases.models import Case
from sammetag.errors import NotAllowed
from sammetag.journal.actions import record
from sammetag.keyring.errors import KeysMissing
from tests.access.walls import Superuser
from tests.town import Town

SEEN: list[UUID] = []


@pytest.fixture
def made() -> Iterator[Callable[..., Job[Any]]]:
    """Makes jobs that are forgotten after the test."""
    known = dict(app.tasks)
    yield lambda do, on_behalf_of=NOBODY: job(on_behalf_of=on_behalf_of)(do)
    app.tasks.clear()
    app.tasks.update(known)


def tell(*, account_id: str, case_id: str) -> None:
    """Writes into the journal of a case that it was here, as a job does that changes something."""
    record(
        by=acting(),
        kind="x",
        case_id=UUID(case_id),
        subject="x",
        subject_id=None,
        occurred_at=timezone.now(),
        data={},
    )


def look_round(*, account_id: str) -> None:
    SEEN[:] = Case.objects.scoped("test").values_list("id", flat=True)


def run(waiting: int) -> None:
    """Runs a job that waits, or ran before, as the worker does."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE procrastinate_jobs SET status = 'doing' WHERE id = %s AND status = 'todo'", [waiting]
        )
        cursor.execute("SELECT task_name, args FROM procrastinate_jobs WHERE id = %s", [waiting])
        name, ids = cursor.fetchone()
    one = as_waiting(id=waiting, task_name=name, task_kwargs=json.loads(ids))
    app.tasks[name](
        JobContext(app=app, job=one, start_timestamp=0, abort_reason=lambda: None), **one.task_kwargs
    )


def as_waiting(**what: Any) -> Waiting:
    blank: dict[str, Any] = {"id": 1, "queue": "default", "lock": None, "queueing_lock": None}
    return Waiting(**(blank | {"task_name": "x", "task_kwargs": {}} | what))


def told(superuser: Superuser) -> int:
    (number,) = superuser.execute("SELECT count(*) FROM journal_event WHERE kind = 'x'").fetchone() or (0,)
    return int(number)


def status(superuser: Superuser, waiting: int) -> str:
    found = superuser.execute("SELECT status FROM procrastinate_jobs WHERE id = %s", [waiting]).fetchone()
    return str(found[0]) if found else "gone"


def test_a_job_sees_what_its_person_sees(committed: Town, made: Callable[..., Job[Any]]) -> None:
    wanted = made(look_round, "account_id")

    run(wanted.later(account_id=committed.account("astrid")))
    with behind_the_wall(committed.account("astrid")):
        seen = set(Case.objects.scoped("test").values_list("id", flat=True))

    assert set(SEEN) == seen and committed.cases["own"] in seen and committed.cases["other-unit"] not in seen


def test_a_job_of_nobody_sees_no_case(committed: Town, made: Callable[..., Job[Any]]) -> None:
    SEEN[:] = [uuid4()]

    run(made(look_round).later(account_id=committed.account("astrid")))

    assert SEEN == []


@pytest.mark.parametrize("why", ["closed", "unknown", "without a role"])
def test_a_job_of_somebody_who_is_gone_fails_aloud(
    *,
    why: str,
    committed: Town,
    superuser: Superuser,
    made: Callable[..., Job[Any]],
    caplog: pytest.LogCaptureFixture,
) -> None:
    account = uuid4() if why == "unknown" else committed.account("astrid")
    waiting = made(look_round, "account_id").later(account_id=account)
    if why == "closed":
        superuser.execute("UPDATE people_account SET is_active = false WHERE id = %s", [account])
    if why == "without a role":
        superuser.execute("UPDATE access_roleheld SET since = '2000-01-01', until = '2000-01-02'")

    with pytest.raises(JobFailed, match="NobodyThere") as failed:
        run(waiting)

    assert not failed.value.mends
    assert "failed: NobodyThere" in caplog.text


def test_what_is_asked_for_is_rolled_back_with_what_asked(
    committed: Town, superuser: Superuser, made: Callable[..., Job[Any]]
) -> None:
    wanted = made(look_round, "account_id")

    with transaction.atomic():
        rolled_back = wanted.later(account_id=committed.account("astrid"))
        assert status(superuser, rolled_back) == "gone"
        transaction.set_rollback(True)
    kept = wanted.later(account_id=committed.account("astrid"))

    assert (status(superuser, rolled_back), status(superuser, kept)) == ("gone", "todo")


def test_a_job_that_is_run_twice_has_its_effect_once(
    committed: Town, superuser: Superuser, made: Callable[..., Job[Any]], caplog: pytest.LogCaptureFixture
) -> None:
    wanted = made(tell, "account_id")
    waiting = wanted.later(account_id=committed.account("astrid"), case_id=committed.cases["own"])

    with caplog.at_level("INFO", "sammetag"):
        run(waiting)
        run(waiting)

    assert (told(superuser), status(superuser, waiting)) == (1, "succeeded")
    assert "was done already" in caplog.text


def test_a_job_that_fails_leaves_nothing_and_does_not_end(
    committed: Town, superuser: Superuser, made: Callable[..., Job[Any]]
) -> None:
    def tell_and_fail(*, account_id: str, case_id: str) -> None:
        tell(account_id=account_id, case_id=case_id)
        raise NotAllowed("x")

    wanted = made(tell_and_fail, "account_id")
    waiting = wanted.later(account_id=committed.account("astrid"), case_id=committed.cases["own"])

    with pytest.raises(JobFailed, match="NotAllowed"):
        run(waiting)

    assert (told(superuser), status(superuser, waiting)) == (0, "doing")


def test_a_failed_job_is_logged_without_what_it_was_working_on(
    committed: Town, made: Callable[..., Job[Any]], caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*, account_id: str) -> None:
        raise ValueError("Ærø, 010101-0101")

    waiting = made(fail, "account_id").later(account_id=committed.account("astrid"))

    with pytest.raises(JobFailed) as failed:
        run(waiting)

    assert "Ærø" not in caplog.text + str(failed.value)
    assert "ValueError at" in caplog.text and "test_jobs.py:" in caplog.text


def test_a_job_can_be_done_at_once(
    committed: Town, superuser: Superuser, made: Callable[..., Job[Any]]
) -> None:
    made(tell, "account_id")(account_id=str(committed.account("astrid")), case_id=str(committed.cases["own"]))

    assert told(superuser) == 1


@pytest.mark.parametrize("value", ["010101-0101", "0101010101", "Ærø", 7, None, ""])
def test_an_argument_that_is_no_id_is_refused_without_being_told(
    value: object, committed: Town, made: Callable[..., Job[Any]]
) -> None:
    with pytest.raises(TypeError, match="takes ids and nothing else") as refusal:
        made(look_round, "account_id").later(account_id=value)

    assert not value or str(value) not in str(refusal.value)


def test_other_arguments_than_its_own_are_refused(made: Callable[..., Job[Any]]) -> None:
    with pytest.raises(TypeError, match=r"takes \['account_id'\]"):
        made(look_round, "account_id").later(account_id=uuid4(), note=uuid4())


def by_place(account_id: str) -> None: ...


def with_text(*, account_id: str, days: int) -> None: ...


@pytest.mark.parametrize(
    ("do", "on_behalf_of", "words"),
    [
        (by_place, "account_id", "given by name"),
        (with_text, "account_id", "days must be an id"),
        (look_round, "person_id", "no argument of it"),
    ],
)
def test_a_job_that_could_carry_more_than_ids_is_refused_when_it_is_made(
    *, do: Callable[..., None], on_behalf_of: str, words: str, made: Callable[..., Job[Any]]
) -> None:
    with pytest.raises(TypeError, match=words):
        made(do, on_behalf_of)


def test_nobody_acts_outside_a_job() -> None:
    with pytest.raises(RuntimeError, match="on behalf of"):
        acting()


def failure(fault: Exception, attempts: int) -> timedelta | None:
    one = as_waiting(attempts=attempts)
    decision = TryAgain().get_retry_decision(exception=JobFailed(fault), job=one)
    return decision.retry_at - timezone.now() if decision and decision.retry_at else None


def test_a_failed_job_waits_longer_each_time_and_is_given_up_in_the_end() -> None:
    waits = [failure(ValueError(), attempts) for attempts in range(len(WAITS) + 1)]

    assert waits[-1] is None
    assert [round(wait.total_seconds()) for wait in waits if wait] == list(WAITS) == sorted(WAITS)


def test_what_was_refused_is_not_tried_again_and_a_missing_key_is() -> None:
    assert failure(NotAllowed("x"), 0) is None
    assert failure(KeysMissing.one("x"), 0) is not None
