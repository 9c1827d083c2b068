from __future__ import annotations

import errno
import os
import shutil
import signal
import stat
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from sammetag.config import embedded, embedded_account
from sammetag.config.embedded import EmbeddedServerFailed, Server
from sammetag.config.embedded_faults import from_os_error, from_output

DEBIAN = Path("/usr/lib/postgresql/15/bin")
AS_ROOT = pytest.mark.skipif(os.geteuid() != 0, reason="only root lends the server another user")


def connect(server: Server) -> psycopg.Connection[tuple[object, ...]]:
    return psycopg.connect(
        host=server.host, port=server.port, user=server.admin, dbname="postgres", autocommit=True
    )


def test_starts_answers_and_stops(server: Server, place: Path) -> None:
    with connect(server) as connection:
        assert connection.execute("SELECT lower('ÆØÅ')").fetchone() == ("æøå",)
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)
    assert server.started and embedded.running("test", home=place)
    assert server.stop()
    assert not embedded.running("test", home=place)


def test_data_outlive_kill_9_and_the_next_start(server: Server, place: Path) -> None:
    with connect(server) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 7 AS number")
        connection.execute("CHECKPOINT")
    os.kill(server.cluster.pid() or 0, signal.SIGKILL)
    again = embedded.start("test", home=place)
    with connect(again) as connection:
        assert connection.execute("SELECT number FROM kept").fetchone() == (7,)
    assert again.started


def test_second_start_uses_the_first_server_and_the_last_to_leave_stops_it(
    server: Server, place: Path
) -> None:
    second = embedded.start("test", home=place)
    assert not second.started and second.cluster.pid() == server.cluster.pid()
    assert not server.stop() and second.running
    assert second.stop() and not second.running


def test_two_processes_at_once_start_one_server(place: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from sammetag.config import embedded;"
        "server = embedded.start('test', home=Path(sys.argv[1]));"
        "print(server.started, flush=True); sys.stdin.read(); server.stop()"
    )
    command = [sys.executable, "-c", program, str(place)]
    both = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)  # noqa: S603
        for _ in range(2)
    ]
    assert sorted(process.stdout.readline() for process in both if process.stdout) == ["False\n", "True\n"]
    for process in both:
        process.communicate(timeout=60)
    assert not embedded.running("test", home=place)


def test_a_server_started_to_stay_stays_until_halted(server: Server, place: Path) -> None:
    embedded.keep(server)
    assert not server.stop() and server.running
    assert embedded.halt("test", home=place) and not server.running
    assert not embedded.halt("test", home=place)


def test_a_stranger_with_the_number_of_the_server_is_not_the_server(server: Server, place: Path) -> None:
    server.stop()
    (server.cluster.data / "postmaster.pid").write_text(f"{os.getpid()}\n")
    assert not server.running
    assert embedded.start("test", home=place).started


def test_others_cannot_enter_data_or_socket(server: Server) -> None:
    for folder in (server.cluster.data, server.cluster.socket, server.cluster.log.parent):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


@AS_ROOT
def test_root_does_not_run_the_server_itself(server: Server, place: Path) -> None:
    owner = Path(f"/proc/{server.cluster.pid()}").stat().st_uid
    assert owner not in (0, os.geteuid())
    assert server.cluster.data.stat().st_uid == owner
    assert server.cluster.programs.is_relative_to(place)


@AS_ROOT
def test_a_stranger_is_refused_by_the_server(server: Server) -> None:
    server.cluster.socket.chmod(0o755)
    (server.cluster.socket / f".s.PGSQL.{server.port}").chmod(0o777)
    psql: list[str | Path] = [
        server.cluster.programs / "psql",
        "-h",
        server.host,
        "-U",
        "postgres",
        "-c",
        "SELECT 1",
    ]
    stranger = embedded_account.Account(12345, 12345, ours=False, person="stranger")
    assert stranger.run(psql, timeout=30).returncode != 0


@pytest.mark.skipif(not DEBIAN.exists(), reason="no PostgreSQL 15 on this machine")
def test_takes_the_programs_of_debian(place: Path) -> None:
    server = embedded.start("test", home=place, programs=DEBIAN)
    with connect(server) as connection:
        assert connection.info.server_version // 10000 == 15
    assert server.stop()


def test_a_long_path_gets_a_short_socket(place: Path) -> None:
    server = embedded.start("test", home=place.with_name("x" * 120))
    with connect(server):
        assert len(os.fsencode(server.host)) < 90
    assert server.stop() and not Path(server.host).exists()


def test_a_folder_without_programs_is_told(place: Path) -> None:
    with pytest.raises(EmbeddedServerFailed, match="ingen PostgreSQL-server"):
        embedded.start("test", home=place, programs=place)


def test_a_full_disk_and_a_closed_folder_have_plain_sentences(tmp_path: Path) -> None:
    full = from_os_error(OSError(errno.ENOSPC, "No space left on device"), tmp_path)
    many = from_os_error(
        shutil.Error([("a", "b", "[Errno 28] No space left on device: 'a' -> 'b'")]), tmp_path
    )
    assert many.sentence == full.sentence
    closed = from_output("initdb: could not create directory: Permission denied", tmp_path)
    assert full.sentence.splitlines()[0].startswith("Disken med databasen er fuld")
    assert closed.sentence.splitlines()[1].startswith("The database may not write")
