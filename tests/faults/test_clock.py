"""The machine's clock is set back by a day, and nothing that was written turns over, opens or is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from django.core import signing
from django.db import connection
from django.test import Client
from django.utils import timezone

from sammetag.access.resuming import writer_mark
from sammetag.access.wall import behind_the_wall
from sammetag.cases.models import Case
from sammetag.journal.queries import latest_about
from sammetag.plan.queries import wordings_of
from sammetag.talks import actions
from sammetag.talks.actions import Result
from sammetag.talks.models import Outcome
from sammetag.talks.queries import HAPPENED, note_versions
from tests.access.walls import Superuser
from tests.plan.deeds import Planner
from tests.plan.deeds import planner as planner_of
from tests.talks.deeds import Desk, appointment, kinds
from tests.town import Town

Browse = Callable[[str], Client]
A_DAY = timedelta(days=1)


class Clock:
    """The clock of the web server, which can be set back."""

    def __init__(self) -> None:
        self.behind, self.true = timedelta(), timezone.now

    def now(self) -> datetime:
        return self.true() - self.behind

    def set_back(self, by: timedelta = A_DAY) -> None:
        self.behind = by


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(timezone, "now", made.now)
    return made


@pytest.fixture
def desk(town: Town, db: None) -> Iterator[Desk]:
    with behind_the_wall(town.account("astrid")):
        yield Desk(town.person("astrid"), town.cases["own"], town.talks["own"])


@pytest.fixture
def planner(town: Town, db: None) -> Iterator[Planner]:
    with behind_the_wall(town.account("astrid")):
        yield planner_of(town)


def correct(desk: Desk, notes: str, version: int) -> None:
    actions.correct(
        **desk.talk | {"version": version},
        token=uuid4(),
        appointment=appointment(-3),
        result=Result(Outcome.HELD, notes=notes, correction=f"nu {notes}"),
    )


def test_a_correction_points_to_what_was_written_last(desk: Desk, clock: Clock) -> None:
    desk.hold(days=-3)
    correct(desk, "andet", version=2)
    first = latest_about(desk.talk_id, HAPPENED)
    clock.set_back()
    correct(desk, "tredje", version=3)
    second = latest_about(desk.talk_id, HAPPENED)

    assert first and second
    assert second.corrects == first.id
    assert second.recorded_at < first.recorded_at


def test_the_versions_of_a_note_stand_in_the_order_in_which_they_were_written(
    desk: Desk, clock: Clock
) -> None:
    desk.hold(days=-3, notes="første")
    clock.set_back()
    correct(desk, "andet", version=2)
    correct(desk, "tredje", version=3)

    versions = note_versions(desk.now(), Case.objects.scoped("test").get(pk=desk.case_id))

    assert [one.notes for one in versions] == ["tredje", "andet", "første"]


def test_a_form_sent_again_after_the_clock_was_set_back_is_still_done_once(desk: Desk, clock: Clock) -> None:
    token = uuid4()
    desk.book(5, token=token)
    clock.set_back()
    desk.book(5, token=token)

    assert kinds(desk.case_id).count("talk.booked") == 1


def test_the_words_of_a_plan_stand_in_the_order_in_which_they_were_written(
    planner: Planner, clock: Clock
) -> None:
    plan = planner.job_goal("Pedel")
    clock.set_back()
    planner.job_goal("Gartner", version=1)
    planner.job_goal("Havearkitekt", version=2)

    told = [one.fields["job_goal"] for one in wordings_of(planner.case, plan.pk)]

    assert told == ["Havearkitekt", "Gartner", "Pedel"]


def test_a_session_lasts_and_one_that_was_ended_stays_so(
    browse: Browse, committed: Town, superuser: Superuser, clock: Clock
) -> None:
    astrid = browse("astrid")
    clock.set_back()
    before = astrid.get("/my-day/").status_code
    superuser.execute("DELETE FROM django_session")

    assert (before, astrid.get("/my-day/").status_code) == (200, 302)


def test_what_somebody_was_writing_is_still_theirs_to_take_up(desk: Desk, clock: Clock) -> None:
    sign = writer_mark(desk.person.account_id)
    clock.set_back()

    assert signing.loads(sign, salt="writer") == str(desk.person.account_id)


def test_the_journal_itself_keeps_the_order_of_writing(desk: Desk, clock: Clock) -> None:
    """What the clock said is kept as it was; the position beside it tells the order."""
    desk.book(5)
    clock.set_back()
    desk.book(9)
    query = "SELECT recorded_at FROM journal_event WHERE case_id = %s ORDER BY position"
    with connection.cursor() as cursor:
        cursor.execute(query, [desk.case_id])
        first, second = (at for (at,) in cursor.fetchall())

    assert second < first
