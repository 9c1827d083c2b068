"""When a session ends: by itself, with the account, with its password, and by being logged out everywhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.contrib.sessions.models import Session
from django.db import OperationalError, connection
from django.test import Client
from django.test.signals import template_rendered
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from sammetag.access import actions
from sammetag.access.session_store import BEGUN_AT, SessionStore
from sammetag.config.database import OWNER
from sammetag.config.roles import as_role
from tests.access.factors import half_way
from tests.access.walls import Superuser
from tests.town import Town

Browse = Callable[[str], Client]
DAY = reverse("my-day")


class Clock:
    """A clock that a test moves; it begins now."""

    def __init__(self) -> None:
        self.now: datetime = timezone.now()

    def later(self, **by: float) -> None:
        self.now += timedelta(**by)


@pytest.fixture
def clock() -> Iterator[Clock]:
    moved = Clock()
    with patch("django.utils.timezone.now", lambda: moved.now):
        yield moved


def is_in(client: Client) -> bool:
    return client.get(DAY).status_code == 200


def test_an_hour_without_a_request_ends_it(clock: Clock, browse: Browse) -> None:
    astrid = browse("astrid")
    clock.later(minutes=59)
    assert is_in(astrid)
    clock.later(minutes=59)
    assert is_in(astrid)

    clock.later(minutes=61)

    assert not is_in(astrid)


def test_eight_hours_after_the_log_in_end_it_however_busy(clock: Clock, browse: Browse) -> None:
    astrid = browse("astrid")
    for _half_hour in range(15):
        clock.later(minutes=30)
        assert is_in(astrid)

    clock.later(minutes=31)

    assert not is_in(astrid)


def test_what_was_typed_after_the_end_stands_in_the_page(
    clock: Clock, browse: Browse, committed: Town
) -> None:
    astrid = browse("astrid")
    clock.later(minutes=61)

    book = reverse("book-talk", kwargs={"case_id": committed.cases["own"]})
    answer = astrid.post(book, {"agenda": "Praktikken."})

    assert answer.status_code == 401 and "Praktikken." in answer.content.decode()


def test_being_used_is_written_at_most_once_a_minute_and_never_over_the_session(
    clock: Clock, browse: Browse
) -> None:
    astrid = browse("astrid")
    written = []
    for _number in range(5):
        clock.later(seconds=25)
        with CaptureQueriesContext(connection) as asked:
            astrid.get(DAY)
        statements = [one["sql"] for one in asked]
        written.append([one for one in statements if one.startswith('UPDATE "django_session"')])

    assert [len(one) for one in written] == [0, 0, 1, 0, 0]
    assert "session_data" not in written[2][0]


def test_a_page_does_not_hold_the_session_while_it_is_made(
    clock: Clock, browse: Browse, superuser: Superuser
) -> None:
    astrid = browse("astrid")
    clock.later(minutes=5)
    held = []

    def look(**told: Any) -> None:
        free = superuser.execute("SELECT count(*) FROM (SELECT FROM django_session FOR UPDATE SKIP LOCKED) s")
        held.append(free.fetchone() != (1,))

    template_rendered.connect(look)
    try:
        astrid.get(DAY)
    finally:
        template_rendered.disconnect(look)

    assert set(held) == {False}


def test_a_session_of_which_nobody_knows_when_it_began_is_over(browse: Browse) -> None:
    astrid = browse("astrid")
    session = astrid.session
    del session[BEGUN_AT]
    session.save()

    assert not is_in(astrid)


def test_logging_out_everywhere_ends_the_other_sessions_and_not_this_one(browse: Browse) -> None:
    here, there, colleague = browse("astrid"), browse("astrid"), browse("birk")

    here.post(reverse("end-sessions"))

    assert (is_in(here), is_in(there), is_in(colleague)) == (True, False, True)
    assert is_in(browse("astrid"))


def test_the_one_that_was_kept_ends_by_the_next_time_from_elsewhere(browse: Browse) -> None:
    here = browse("astrid")
    here.post(reverse("end-sessions"))
    there = browse("astrid")

    there.post(reverse("end-sessions"))

    assert (is_in(here), is_in(there)) == (False, True)


def test_an_ended_session_is_gone_from_the_database(browse: Browse) -> None:
    here, there = browse("astrid"), browse("astrid")
    here.post(reverse("end-sessions"))

    there.get(DAY)

    assert Session.objects.count() == 1


def test_a_new_password_and_a_closed_account_end_every_session(browse: Browse, committed: Town) -> None:
    astrid, birk = browse("astrid"), browse("birk")

    with as_role(OWNER):
        actions.set_password(account_id=committed.account("astrid"), password="en-helt-anden-kode")  # noqa: S106
        actions.set_open(account_id=committed.account("birk"), is_open=False)

    assert (is_in(astrid), is_in(birk)) == (False, False)


def test_lost_factors_are_taken_away_with_every_session(browse: Browse, committed: Town) -> None:
    astrid = browse("astrid")

    with as_role(OWNER):
        actions.reset_factors(account_id=committed.account("astrid"))

    assert not is_in(astrid)


def test_a_database_that_goes_away_is_not_taken_for_a_session_that_was_deleted(browse: Browse) -> None:
    browse("astrid")
    store = SessionStore(Session.objects.get().session_key)
    store["said"] = "yes"

    with (
        patch.object(Session, "save", side_effect=OperationalError("gone")),
        pytest.raises(OperationalError),
    ):
        store.save()


@pytest.mark.usefixtures("committed")
def test_the_cookie_is_for_the_server_alone() -> None:
    cookie = half_way("astrid").cookies["sessionid"]

    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")
