"""What is remembered of a case holds until the journal tells of something new in it, no moment longer."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

import psycopg
import pytest
from django.db import connection, transaction
from django.utils import timezone

from sammetag.access.wall import behind_the_wall
from sammetag.journal.actions import record
from sammetag.journal.models import Event
from sammetag.journal.remembering import Remembered, last_told
from tests.town import Town

DAY = "the same day"
PATIENCE = 60.0
SLOW = """
INSERT INTO journal_event (id, municipality_id, case_id, kind, subject, occurred_at, recorded_at,
    precision, role, data, version, salt)
VALUES (gen_random_uuid(), gen_random_uuid(), %s, 'talk.held', 'talk', now(), now(),
    'minute', 'coordinator', '{}', 1, '\\x00')
"""


class Thinker:
    """Works something out of cases, and counts how often."""

    def __init__(self) -> None:
        self.asked: list[set[UUID]] = []
        self.memory: Remembered[int] = Remembered(most=3)

    def about(self, *case_ids: UUID, day: str = DAY) -> dict[UUID, int]:
        return self.memory.of(case_ids, day, self._work_out)

    def _work_out(self, missing: set[UUID]) -> dict[UUID, int]:
        self.asked.append(missing)
        return dict.fromkeys(missing, len(self.asked))


@pytest.fixture
def thinker() -> Thinker:
    return Thinker()


def tell(town: Town, name: str, case: str) -> Event:
    return record(
        by=town.person(name),
        kind="talk.held",
        case_id=town.cases[case],
        subject="talk",
        subject_id=None,
        occurred_at=timezone.now(),
        data={},
    )


@pytest.fixture
def told(committed: Town) -> Town:
    """A town in which the journal has told of every case of this test."""
    for name, case in (("astrid", "own"), ("astrid", "closed"), ("dorte", "other-unit")):
        with behind_the_wall(committed.account(name)):
            tell(committed, name, case)
    wait_until_settled(committed.cases["own"], by=committed.account("astrid"))
    return committed


def wait_until_settled(case_id: UUID, by: UUID) -> None:
    """Waits for whoever else is writing on this server: until they have ended, nothing new is remembered."""
    give_up = time.monotonic() + PATIENCE
    while time.monotonic() < give_up:
        with behind_the_wall(by):
            told = last_told([case_id])
        if all(newest is not None and newest < told.settled for newest in told.newest):
            return
        time.sleep(0.05)
    raise TimeoutError("another transaction never ended")


def test_a_case_in_which_nothing_happens_is_worked_out_once(told: Town, thinker: Thinker) -> None:
    own = told.cases["own"]
    for _ in range(3):
        with behind_the_wall(told.account("astrid")):
            found = thinker.about(own)

    assert thinker.asked == [{own}]
    assert found == {own: 1}


def test_what_happens_in_a_case_is_known_at_once_to_everybody(told: Town, thinker: Thinker) -> None:
    own, closed = told.cases["own"], told.cases["closed"]
    with behind_the_wall(told.account("astrid")):
        thinker.about(own, closed)
    with behind_the_wall(told.account("astrid")):
        tell(told, "astrid", "own")
    with behind_the_wall(told.account("birk")):
        found = thinker.about(own, closed)

    assert thinker.asked == [{own, closed}, {own}]
    assert found == {own: 2, closed: 1}


def test_a_slow_transaction_that_began_first_and_ended_last_is_noticed(
    told: Town, thinker: Thinker, superuser: psycopg.Connection[Any]
) -> None:
    own = told.cases["own"]
    superuser.autocommit = False
    superuser.execute(SLOW, [own])
    with behind_the_wall(told.account("astrid")):
        tell(told, "astrid", "own")
    with behind_the_wall(told.account("astrid")):
        before = thinker.about(own)
    superuser.commit()
    with behind_the_wall(told.account("astrid")):
        after = thinker.about(own)

    assert (before, after) == ({own: 1}, {own: 2})


def test_what_a_transaction_has_written_itself_is_not_remembered(told: Town, thinker: Thinker) -> None:
    own = told.cases["own"]
    with behind_the_wall(told.account("astrid")):
        tell(told, "astrid", "own")
        thinker.about(own)
        transaction.set_rollback(True)
    with behind_the_wall(told.account("astrid")):
        found = thinker.about(own)

    assert found == {own: 2}


def test_another_day_or_another_language_is_another_question(told: Town, thinker: Thinker) -> None:
    own = told.cases["own"]
    with behind_the_wall(told.account("astrid")):
        found = [thinker.about(own, day=day)[own] for day in ("today", "tomorrow", "today")]

    assert found == [1, 2, 1]


def test_nothing_is_remembered_for_whom_the_wall_hides_the_case(told: Town, thinker: Thinker) -> None:
    own = told.cases["own"]
    with behind_the_wall(told.account("astrid")):
        thinker.about(own)
    with behind_the_wall(told.account("dorte")):
        hidden = last_told([own])
        thinker.about(own)

    assert hidden.newest == (None,)
    assert thinker.asked == [{own}, {own}]


def test_what_was_asked_for_longest_ago_is_forgotten_first(told: Town, thinker: Thinker) -> None:
    own, closed = told.cases["own"], told.cases["closed"]
    with behind_the_wall(told.account("astrid")):
        thinker.about(own, day="first")
        thinker.about(own, day="second")
        thinker.about(closed)
        thinker.about(own, day="first")
        thinker.about(closed, day="fourth")
        thinker.asked.clear()
        thinker.about(own, day="first")
        thinker.about(own, day="second")

    assert thinker.asked == [{own}]


@contextmanager
def restarted() -> Iterator[None]:
    """A server that counts its transactions from the beginning, as one that was restored."""

    def elsewhere(execute: Any, sql: str, *others: Any) -> Any:
        return execute(sql.replace("pg_postmaster_start_time()", "now()"), *others)

    with connection.execute_wrapper(elsewhere):
        yield


def test_of_another_server_nothing_is_known(told: Town, thinker: Thinker) -> None:
    own = told.cases["own"]
    with behind_the_wall(told.account("astrid")):
        thinker.about(own)
    with behind_the_wall(told.account("astrid")), restarted():
        found = thinker.about(own)

    assert found == {own: 2}
