"""A database that is slow, locked, full, silent or away is told of plainly, and then all goes on."""

from __future__ import annotations

import os
import signal
import socket
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, connections
from django.test import Client
from django.urls import reverse

from sammetag.access.wall import behind_the_wall
from sammetag.config import patience
from tests.access.walls import Superuser
from tests.conftest import disconnect
from tests.talks.deeds import kinds, posted, talks
from tests.town import Town

Browse = Callable[[str], Client]
TYPED = "Borgeren fortalte om sin sygdom"
# Far above what is promised: machines that run tests are busy.
GENEROUS = 20.0
SLOW = """
    CREATE POLICY slow ON {table} AS RESTRICTIVE FOR {deed} TO sammetag_app
    {clause} ((SELECT pg_sleep(30)) IS NOT NULL)
"""
FULL = """
    CREATE FUNCTION full_up() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'No space left on device' USING ERRCODE = 'disk_full'; END $$;
    CREATE TRIGGER full_up BEFORE INSERT ON journal_event EXECUTE FUNCTION full_up();
"""


@contextmanager
def connected(**changed: Any) -> Iterator[None]:
    """A pool of its own with other settings, as a page has it: tests that touch the walls share one."""
    settings = connections["default"].settings_dict
    kept = {name: settings[name] for name in changed}
    disconnect()
    settings.update(changed)
    try:
        yield
    finally:
        disconnect()
        settings.update(kept)


@pytest.fixture
def astrid(browse: Browse) -> Client:
    client = browse("astrid")
    client.raise_request_exception = False
    return client


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch, committed: Town) -> Iterator[None]:
    """The same limits as in earnest, but shorter."""
    for name, seconds in {"LOCK": 1, "STATEMENT": 2, "ANSWER": 3.0}.items():
        monkeypatch.setattr(patience, name, seconds)
    with connected(OPTIONS=patience.options()):
        yield


def book_url(town: Town) -> str:
    return reverse("book-talk", args=[town.cases["own"]])


def visit(client: Client) -> int:
    """The status of a page, which gives its connection back to the pool, as those of the web server do."""
    try:
        return int(client.get("/my-day/").status_code)
    finally:
        connection.close()


def saved(town: Town) -> tuple[int, list[str]]:
    with behind_the_wall(town.account("astrid")):
        return len(talks(town.cases["own"])), kinds(town.cases["own"])


def test_a_slow_query_is_ended_with_a_plain_sentence_in_both_languages(
    *, astrid: Client, committed: Town, superuser: Superuser, impatient: None
) -> None:
    superuser.execute(SLOW.format(table="talks_talk", deed="SELECT", clause="USING").encode())
    url = reverse("case", args=[committed.cases["own"]])

    danish = astrid.get(url)
    astrid.cookies["django_language"] = "en"
    english = astrid.get(url)

    assert (danish.status_code, english.status_code) == (503, 503)
    assert "Det tog for lang tid" in danish.text and '<html lang="da">' in danish.text
    assert '<html lang="en">' in english.text
    assert "QueryCanceled" not in danish.text and "Traceback" not in danish.text


def test_whoever_waits_for_somebody_elses_lock_is_told_so_and_keeps_the_text(
    *, astrid: Client, committed: Town, superuser: Superuser, impatient: None
) -> None:
    form = posted(3, agenda=TYPED)
    before = saved(committed)
    with superuser.transaction():
        superuser.execute("SELECT 1 FROM cases_case WHERE id = %s FOR UPDATE", [committed.cases["own"]])
        waited = astrid.post(book_url(committed), form)
    after = saved(committed)
    again = astrid.post(book_url(committed), form)

    assert (waited.status_code, waited["Retry-After"]) == (503, "10")
    assert "En anden er ved at gemme" in waited.text and TYPED in waited.text
    assert after == before
    assert again.status_code == 302


def test_on_a_full_disk_nothing_is_half_saved_and_it_goes_on_when_there_is_room(
    *, astrid: Client, committed: Town, superuser: Superuser, caplog: pytest.LogCaptureFixture
) -> None:
    form = posted(3, agenda=TYPED)
    before = saved(committed)
    superuser.execute(FULL)
    full = astrid.post(book_url(committed), form)
    after = saved(committed)
    superuser.execute("DROP TRIGGER full_up ON journal_event")
    again = astrid.post(book_url(committed), form)

    assert full.status_code == 503
    assert "Der er ikke plads til mere" in full.text and TYPED in full.text
    assert after == before
    assert again.status_code == 302
    assert "53100" in caplog.text
    assert TYPED not in caplog.text


def test_a_server_that_takes_the_call_and_says_nothing_is_given_up_in_time(
    astrid: Client, committed: Town
) -> None:
    with tempfile.TemporaryDirectory() as folder, socket.socket(socket.AF_UNIX) as silent:
        silent.bind(f"{folder}/.s.PGSQL.1")
        silent.listen()
        with connected(HOST=folder, PORT=1):
            begun = time.monotonic()
            page = astrid.post(book_url(committed), posted(3, agenda=TYPED))
            took = time.monotonic() - begun
    back = astrid.get("/my-day/")

    assert page.status_code == 503
    assert "Vi kan ikke nå vores database lige nu" in page.text and TYPED in page.text
    assert took < GENEROUS
    assert back.status_code == 200


@pytest.mark.skipif("DATABASE_HOST" in os.environ, reason="the server's processes are not ours to stop")
def test_a_connection_that_falls_silent_is_replaced_by_another(
    astrid: Client, committed: Town, impatient: None
) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        stopped = int(cursor.fetchone()[0])
    connection.close()
    os.kill(stopped, signal.SIGSTOP)
    try:
        page = astrid.get("/my-day/")
    finally:
        os.kill(stopped, signal.SIGCONT)

    assert page.status_code == 200


@pytest.mark.skipif("DATABASE_HOST" in os.environ, reason="the server's processes are not ours to stop")
def test_a_query_that_gets_no_answer_is_given_up(committed: Town, impatient: None) -> None:
    with behind_the_wall(committed.account("astrid")), connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        stopped = int(cursor.fetchone()[0])
    connection.ensure_connection()
    os.kill(stopped, signal.SIGSTOP)
    begun = time.monotonic()
    try:
        with pytest.raises(patience.Silent), connection.connection.cursor() as raw:
            raw.execute("SELECT 1")
    finally:
        os.kill(stopped, signal.SIGCONT)

    assert time.monotonic() - begun < GENEROUS
    assert connection.connection.closed


def test_after_a_long_absence_the_first_page_after_the_return_is_shown(
    astrid: Client, committed: Town, superuser: Superuser
) -> None:
    """The pool would wait longer and longer between its attempts, and notice the return long after it."""
    host = Path(connections["default"].settings_dict["HOST"])
    if not host.is_absolute():
        pytest.skip("the way to a server on the network cannot be taken away")
    with tempfile.TemporaryDirectory() as folder:
        way = Path(folder) / "way"
        way.symlink_to(host)
        with connected(HOST=str(way)):
            before = visit(astrid)
            way.unlink()
            superuser.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND usename = 'sammetag_app'"
            )
            away = [visit(astrid) for _ in range(4)]
            way.symlink_to(host)
            back = visit(astrid)

    assert before == 200
    assert away == [503] * 4
    assert back == 200
