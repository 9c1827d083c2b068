"""A real worker in a process of its own: it does what waits, and what is killed in the middle comes back."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.db import connections

from sammetag.access.jobs import WAITS
from sammetag.config import worker_beside
from sammetag.config.database import DatabaseServer
from sammetag.journal.sealing import keys
from tests.access.walls import Superuser
from tests.config.jobs_of_the_tests import GATE, tell_at_the_gate
from tests.town import Town

Process = subprocess.Popen[bytes]
Start = Callable[..., Process]
PATIENCE = 60.0


@pytest.fixture
def environment(committed: Town, database_server: DatabaseServer) -> dict[str, str]:
    """What the worker is told of the database of this test."""
    passwords = {
        f"DATABASE_PASSWORD_{role.removeprefix('sammetag_').upper()}": password
        for role, password in database_server.passwords.items()
        if password and role.startswith("sammetag_")
    }
    without_seals = {name: value for name, value in os.environ.items() if "SAMMETAG_SEAL" not in name}
    return {
        **without_seals,
        **passwords,
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "DATABASE_HOST": database_server.host,
        "DATABASE_PORT": str(database_server.port),
        "DATABASE_NAME": connections["default"].settings_dict["NAME"],
        "SAMMETAG_JOB_HEARTBEAT": "1",
    }


@pytest.fixture
def start(environment: dict[str, str], tmp_path: Path) -> Iterator[Start]:
    """Starts a worker; whatever is still there after the test is ended."""
    started: list[Process] = []

    def one_more(*words: str) -> Process:
        command = list(words) or [sys.executable, "-m", "sammetag.config.command", "work"]
        with (tmp_path / "log").open("ab") as log:
            started.append(subprocess.Popen(command, env=environment, stdout=log, stderr=log))  # noqa: S603
        return started[-1]

    yield one_more
    for process in started:
        process.kill()
        process.wait()


def wait_for(condition: Callable[[], object]) -> None:
    give_up = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < give_up, "it never happened"
        time.sleep(0.05)


def asked_for(town: Town) -> int:
    return tell_at_the_gate.later(account_id=str(town.account("astrid")), case_id=str(town.cases["own"]))


def number(superuser: Superuser, query: str, *values: object) -> int:
    found = superuser.execute(query.encode(), values).fetchone()
    return int(found[0]) if found else -1


def status(superuser: Superuser, waiting: int) -> str:
    found = superuser.execute("SELECT status FROM procrastinate_jobs WHERE id = %s", [waiting]).fetchone()
    return str(found[0]) if found else "gone"


def told(superuser: Superuser) -> int:
    return number(superuser, "SELECT count(*) FROM journal_event WHERE kind = 'x'")


def at_the_gate(superuser: Superuser) -> int:
    """How many jobs stand in the middle of their work."""
    query = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = %s AND NOT granted"
    return number(superuser, query, GATE)


def close_the_gate(superuser: Superuser) -> None:
    superuser.execute("SELECT pg_advisory_lock(%s)", [GATE])


def open_the_gate(superuser: Superuser) -> None:
    superuser.execute("SELECT pg_advisory_unlock(%s)", [GATE])


def workers(superuser: Superuser) -> int:
    return number(superuser, "SELECT count(*) FROM procrastinate_workers")


def test_a_job_whose_worker_is_killed_in_the_middle_comes_back_and_is_done_once(
    committed: Town, superuser: Superuser, start: Start
) -> None:
    waiting = asked_for(committed)
    close_the_gate(superuser)
    killed = start()
    wait_for(lambda: at_the_gate(superuser))

    killed.kill()
    killed.wait()
    open_the_gate(superuser)
    assert (told(superuser), status(superuser, waiting)) == (0, "doing")
    start()
    wait_for(lambda: status(superuser, waiting) == "succeeded")

    begun = "SELECT count(*) FROM procrastinate_events WHERE job_id = %s AND type = 'started'"
    assert (told(superuser), number(superuser, begun, waiting)) == (1, 2)


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_a_worker_that_is_told_to_stop_ends_the_job_at_hand_first(
    *, how: signal.Signals, committed: Town, superuser: Superuser, start: Start
) -> None:
    waiting, next_one = asked_for(committed), asked_for(committed)
    close_the_gate(superuser)
    worker = start()
    wait_for(lambda: at_the_gate(superuser))

    worker.send_signal(how)
    open_the_gate(superuser)

    assert worker.wait(PATIENCE) == 0
    assert (status(superuser, waiting), status(superuser, next_one)) == ("succeeded", "todo")
    assert workers(superuser) == 0


def test_a_worker_goes_on_when_its_connections_are_cut(
    committed: Town, superuser: Superuser, start: Start, tmp_path: Path
) -> None:
    worker = start()
    wait_for(lambda: workers(superuser))

    cut = (
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    for _time in range(3):
        superuser.execute(cut)
        time.sleep(0.7)
    connections.close_all()
    waiting = asked_for(committed)
    wait_for(lambda: status(superuser, waiting) == "succeeded")

    assert worker.poll() is None
    assert told(superuser) == 1


def test_a_worker_ends_with_the_process_that_began_it(
    committed: Town, superuser: Superuser, start: Start
) -> None:
    begin = (
        "import subprocess, sys, time;"
        "subprocess.Popen([sys.executable, '-m', 'sammetag.config.command', 'work', '--with-parent']);"
        "time.sleep(600)"
    )
    parent = start(sys.executable, "-c", begin)
    wait_for(lambda: workers(superuser))

    parent.kill()

    wait_for(lambda: workers(superuser) == 0)


OLD_JOB = """
    WITH ended AS (INSERT INTO procrastinate_jobs (task_name, queue_name, status)
                   VALUES ('old', 'default', %s) RETURNING id)
    INSERT INTO procrastinate_events (job_id, type, at)
    SELECT id, %s, now() - make_interval(days => %s) FROM ended
"""


def test_a_worker_clears_away_what_has_run_out(superuser: Superuser, start: Start) -> None:
    for name, days in (("old", -1), ("new", 1)):
        superuser.execute(
            "INSERT INTO django_session VALUES (%s, '', now() + make_interval(days => %s))", [name, days]
        )
        superuser.execute(
            "INSERT INTO access_logintry"
            " VALUES (gen_random_uuid(), '', '', 'wrong', now() - make_interval(days => %s))",
            [2 if name == "old" else 0],
        )
    for ended, event, days in (
        ("succeeded", "succeeded", 8),
        ("failed", "failed", 31),
        ("succeeded", "succeeded", 6),
        ("failed", "failed", 29),
    ):
        superuser.execute(OLD_JOB, [ended, event, days])

    start()

    for table, left in (("django_session", 1), ("access_logintry", 1), ("procrastinate_jobs", 2)):
        query = f"SELECT count(*) FROM {table}"  # noqa: S608 - our own names
        wait_for(lambda query=query, left=left: number(superuser, query) == left)  # type: ignore[misc]
    assert number(superuser, "SELECT count(*) FROM django_session WHERE session_key = 'new'") == 1
    assert number(superuser, "SELECT count(*) FROM access_logintry WHERE at > now() - interval '1 hour'") == 1


def test_a_worker_throws_away_the_exports_of_yesterday(
    committed: Town, superuser: Superuser, start: Start
) -> None:
    for hours in (25, 23):
        superuser.execute(
            "INSERT INTO intake_export (id, account_id, reason, form, language, with_cpr, stage, asked_at,"
            " programmes, rows, cases, sealed)"
            " VALUES (gen_random_uuid(), %s, 'check', 'csv', 'da', false, 'made',"
            " now() - make_interval(hours => %s), 0, 0, '{}', 'x')",
            [committed.account("lis"), hours],
        )

    start()

    wait_for(lambda: number(superuser, "SELECT count(*) FROM intake_export WHERE sealed IS NULL") == 1)
    assert number(superuser, "SELECT count(*) FROM intake_export WHERE stage = 'made'") == 1


def test_a_job_that_ends_each_of_its_workers_is_given_up(
    committed: Town, superuser: Superuser, start: Start
) -> None:
    waiting = asked_for(committed)
    superuser.execute(
        "UPDATE procrastinate_jobs SET status = 'doing', attempts = %s WHERE id = %s",
        [len(WAITS) + 1, waiting],
    )

    start()

    wait_for(lambda: status(superuser, waiting) == "failed")
    assert told(superuser) == 0


def test_a_worker_seals_the_journal(
    *,
    committed: Town,
    superuser: Superuser,
    environment: dict[str, str],
    start: Start,
    tmp_path: Path,
) -> None:
    keys.new_key(tmp_path / "seal-key")
    environment["SAMMETAG_SEAL_KEY"] = str(tmp_path / "seal-key")

    start()

    wait_for(lambda: number(superuser, "SELECT count(*) FROM journal_seal") == 1)
    assert "ikke forseglet" not in (tmp_path / "log").read_text()


def test_a_worker_without_a_key_for_seals_says_so_and_works(
    *, committed: Town, superuser: Superuser, start: Start, tmp_path: Path
) -> None:
    waiting = asked_for(committed)

    start()

    wait_for(lambda: status(superuser, waiting) == "succeeded")
    assert "Journalen bliver ikke forseglet" in (tmp_path / "log").read_text()
    assert number(superuser, "SELECT count(*) FROM journal_seal") == 0


def test_a_worker_refuses_a_role_that_is_too_strong(
    environment: dict[str, str], committed: Town, superuser: Superuser
) -> None:
    name = environment["DATABASE_NAME"]
    superuser.execute("ALTER TABLE people_unit OWNER TO sammetag_app")

    answer = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-m", "sammetag.config.command", "work"], env=environment, capture_output=True
    )

    assert answer.returncode == 1 and "ejer tabellerne" in answer.stderr.decode()
    assert name.startswith("sammetag_test")


def test_a_worker_without_the_keys_does_not_begin(environment: dict[str, str], tmp_path: Path) -> None:
    settings = "from tests.settings import *\nKEYS = '/nonexistent/keys'\n"
    (tmp_path / "without_keys.py").write_text(settings)
    told = {"DJANGO_SETTINGS_MODULE": "without_keys", "PYTHONPATH": f"{tmp_path}:{os.getcwd()}"}

    answer = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-m", "sammetag.config.command", "work"],
        env=environment | told,
        capture_output=True,
        timeout=PATIENCE,
    )

    assert answer.returncode == 1 and "/nonexistent/keys" in answer.stderr.decode()


def test_the_worker_beside_the_demo_begins_when_told_and_ends_with_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pid = tmp_path / "pid"
    live = f"import os, time; open({str(pid)!r}, 'w').write(f'{{os.getpid()}} '); time.sleep(600)"
    monkeypatch.setattr(worker_beside, "COMMAND", [sys.executable, "-c", live])

    with worker_beside.worker_beside() as begin:
        assert not pid.exists()
        begin()
        wait_for(lambda: pid.exists() and pid.read_text().endswith(" "))
        os.kill(int(pid.read_text()), 0)
    pid_of_the_ended = int(pid.read_text())
    pid.unlink()
    begin()

    with pytest.raises(ProcessLookupError):
        os.kill(pid_of_the_ended, 0)
    assert not pid.exists()
