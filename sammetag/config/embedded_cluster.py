"""One cluster of the embedded server: its folders, its settings and the process that runs on it."""

from __future__ import annotations

import hashlib
import os
import shlex
import shutil
import stat
import subprocess
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from sammetag.config.database import ROLES
from sammetag.config.embedded_account import Account
from sammetag.config.embedded_faults import EmbeddedServerFailed, from_output

Purpose = Literal["demo", "test", "bench", "faults"]
PORT = 5432
SUPERUSER = "postgres"
SOCKET_PATH_LIMIT = 107
INITDB_SECONDS = 120
START_SECONDS = 120
STOP_SECONDS = 60
ORPHAN_SECONDS = 15
STILL_ATTACHED = "pre-existing shared memory block"

SETTINGS = {
    "listen_addresses": "",
    "port": str(PORT),
    "unix_socket_permissions": "0700",
    "max_connections": "60",
    "shared_buffers": "128MB",
    "lc_messages": "C",
    "timezone": "UTC",
    "log_timezone": "UTC",
}
FORGETFUL = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "max_wal_size": "512MB"}


@dataclass(frozen=True)
class Cluster:
    """A data folder with its programs, its user and its purpose."""

    folder: Path
    programs: Path
    version: int
    account: Account
    purpose: Purpose

    @property
    def data(self) -> Path:
        """Where PostgreSQL keeps the data."""
        return self.folder / "data"

    @property
    def log(self) -> Path:
        """Where the server writes what it does."""
        return self.folder / "log" / "server.log"

    @property
    def socket(self) -> Path:
        """The folder with the socket; a short one elsewhere where this path is too long for a socket."""
        here = self.folder / "socket"
        if len(os.fsencode(here / f".s.PGSQL.{PORT}")) <= SOCKET_PATH_LIMIT:
            return here
        mark = hashlib.sha256(os.fsencode(self.folder)).hexdigest()[:12]
        return Path(tempfile.gettempdir()) / f"sammetag-{self.account.uid}-{mark}"

    def pid(self) -> int | None:
        """The process that serves this data folder now; a zombie or a stranger with its number is none."""
        try:
            number = int((self.data / "postmaster.pid").read_text().splitlines()[0])
        except (FileNotFoundError, ValueError, IndexError):
            return None
        return number if _works_in(number, self.data) else None

    @property
    def was_killed(self) -> bool:
        """Whether the server ended without saying so: a clean stop takes its mark away."""
        return self.pid() is None and (self.data / "postmaster.pid").exists()

    def make(self) -> None:
        """Makes the data folder where it is missing; one that was half made is made again."""
        if (self.data / "PG_VERSION").exists():
            return
        unfinished = self.folder / "data-unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        self.account.folder(unfinished)
        command: list[str | Path] = ["initdb", "--pgdata", unfinished, "--username", SUPERUSER]
        command += ["--encoding=UTF8", "--locale=C.UTF-8", "--auth=peer", "--no-instructions", "--no-sync"]
        # Versions before 17 do not know the built-in rules for letters and use the machine's.
        command += ["--locale-provider=builtin"] if self.version >= 17 else []
        self._run(command, timeout=INITDB_SECONDS)
        unfinished.rename(self.data)

    def start(self) -> None:
        """Starts the server and waits until it answers; leftovers of a killed one are cleared away first."""
        self._make_socket_folder()
        self._clear_leftovers()
        self.account.folder(self.log.parent)
        settings = self._write_settings()
        command: list[str | Path] = [
            "pg_ctl",
            "start",
            "--pgdata",
            self.data,
            "--wait",
            f"--timeout={START_SECONDS}",
        ]
        command += ["--log", self.log, "--options", f"-c config_file={shlex.quote(str(settings))}"]
        give_up = time.monotonic() + ORPHAN_SECONDS
        while True:
            self.log.unlink(missing_ok=True)
            try:
                return self._run(command, timeout=START_SECONDS + 10)
            except EmbeddedServerFailed as fault:
                # After kill -9 the server's children need a moment to see that it is gone.
                if STILL_ATTACHED not in fault.technical or time.monotonic() > give_up:
                    raise
            time.sleep(0.1)

    def stop(self) -> None:
        """Stops the server, with patience first and without it after a minute."""
        command: list[str | Path] = ["pg_ctl", "stop", "--pgdata", self.data, "--wait"]
        try:
            self._run([*command, "--mode=fast", f"--timeout={STOP_SECONDS}"], timeout=STOP_SECONDS + 10)
        except EmbeddedServerFailed:
            if self.pid() is None:
                return
            self._run([*command, "--mode=immediate", f"--timeout={STOP_SECONDS}"], timeout=STOP_SECONDS + 10)
        if self.socket.parent != self.folder:
            shutil.rmtree(self.socket, ignore_errors=True)

    def _run(self, command: Sequence[str | Path], *, timeout: float) -> None:
        program, *words = command
        try:
            answer = self.account.run([self.programs / program, *words], timeout=timeout)
        except subprocess.TimeoutExpired as fault:
            raise from_output(f"{program}: {timeout} s", self.folder) from fault
        if answer.returncode != 0:
            raise from_output(f"{answer.stdout}{answer.stderr}{self._faults_in_log()}", self.folder)

    def _faults_in_log(self) -> str:
        try:
            lines = self.log.read_text(errors="replace").splitlines()
        except OSError:
            return ""
        return "\n".join(
            line for line in lines[-50:] if "FATAL" in line or "PANIC" in line or "ERROR" in line
        )

    def _clear_leftovers(self) -> None:
        """Removes the marks of a killed server, which PostgreSQL believes while its process is a zombie."""
        name = f".s.PGSQL.{PORT}"
        for mark in (self.data / "postmaster.pid", self.socket / name, self.socket / f"{name}.lock"):
            mark.unlink(missing_ok=True)

    def _make_socket_folder(self) -> None:
        """Makes the socket's folder; one in a shared place that is not ours alone is refused."""
        if self.socket.parent != self.folder and os.path.lexists(self.socket):
            found = self.socket.lstat()
            if not stat.S_ISDIR(found.st_mode) or found.st_uid != self.account.uid:
                raise EmbeddedServerFailed(
                    f"Mappen {self.socket} tilhører en anden. Vælg en kortere mappe med SAMMETAG_DATA.",
                    f"The folder {self.socket} belongs to someone else. Set SAMMETAG_DATA to a shorter path.",
                )
        self.account.folder(self.socket)

    def _write_settings(self) -> Path:
        """Writes the settings outside the data folder, where the server's user cannot change them."""
        folder = self.folder / "settings"
        folder.mkdir(exist_ok=True)
        entrance = folder / "pg_hba.conf"
        persons = folder / "pg_ident.conf"
        entrance.write_text("local all all peer map=sammetag\n")
        roles = (SUPERUSER, *ROLES)
        persons.write_text("".join(f'sammetag "{self.account.person}" {role}\n' for role in roles))
        places = {
            "data_directory": self.data,
            "hba_file": entrance,
            "ident_file": persons,
            "unix_socket_directories": self.socket,
        }
        settings = SETTINGS | (FORGETFUL if self.purpose == "test" else {})
        values = settings | {name: str(place) for name, place in places.items()}
        file = folder / "postgresql.conf"
        file.write_text("".join(f"{name} = {_quoted(value)}\n" for name, value in values.items()))
        for path in (folder, entrance, persons, file):
            path.chmod(0o755 if path.is_dir() else 0o644)
        return file


def _quoted(value: str) -> str:
    return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'"


def _works_in(pid: int, folder: Path) -> bool:
    """Whether a process works in a folder, as PostgreSQL does in its data; a zombie works nowhere."""
    if Path("/proc/self/cwd").exists():
        try:
            return Path(os.readlink(f"/proc/{pid}/cwd")) == folder
        except OSError:
            return False
    answer = subprocess.run(  # noqa: S603 - fixed words and a number
        ["/bin/ps", "-o", "command=", "-p", str(pid)], capture_output=True, text=True, check=False
    )
    return str(folder) in answer.stdout
