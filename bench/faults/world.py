"""An installation that can be broken: a server, `sammetag serve`, and who starts them again when they end.

In earnest the operating system does that; here a thread stands in for it, with as little patience.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from bench.faults.writers import Desk
from sammetag.config import embedded
from sammetag.config.embedded import Server
from sammetag.keyring import ring

PATIENCE = 60.0
# Of `Restart=always` with `RestartSec=100ms`.
PAUSE = 0.1


@dataclass
class Kept:
    """A program that is started again whenever it ends, until it is let go."""

    command: list[str]
    environment: dict[str, str]
    log: Path
    process: subprocess.Popen[bytes] | None = None

    @contextmanager
    def running(self) -> Iterator[None]:
        """Runs it for a while."""
        enough = threading.Event()
        keeper = threading.Thread(target=self._keep, args=(enough,), daemon=True)
        keeper.start()
        try:
            yield
        finally:
            enough.set()
            if self.process:
                self.process.terminate()
            keeper.join(timeout=30)

    def pid(self) -> int:
        """The process that runs now."""
        if self.process is None:
            raise LookupError("not started")
        return self.process.pid

    def _keep(self, enough: threading.Event) -> None:
        while not enough.is_set():
            with self.log.open("ab") as log:
                self.process = subprocess.Popen(  # noqa: S603 - our own words
                    self.command, env=self.environment, stdout=log, stderr=log, stdin=subprocess.DEVNULL
                )
            while self.process.poll() is None and not enough.wait(0.02):
                pass
            if enough.wait(PAUSE):
                self.process.terminate()
                self.process.wait(timeout=20)


@dataclass
class World:
    """The installation, and how each of its parts is reached."""

    server: Server
    port: int
    serving: Kept
    working: Kept
    desks: list[Desk]
    leader: Desk
    environment: dict[str, str]

    def superuser(self) -> psycopg.Connection[tuple[object, ...]]:
        """A connection that sees past every wall."""
        return psycopg.connect(
            host=self.server.host,
            port=self.server.port,
            user=self.server.admin,
            dbname=self.environment["DATABASE_NAME"],
            autocommit=True,
        )

    def workers(self) -> list[int]:
        """The processes that answer pages."""
        return [pid for pid in children(self.serving.pid()) if "resource_tracker" not in words_of(pid)]

    def log(self) -> str:
        """What the web server has written down."""
        return self.serving.log.read_text(errors="replace")


@contextmanager
def world(home: Path | None = None, *, begin: Callable[[Server], None] | None = None) -> Iterator[World]:
    """The installation for a while; `begin` may change the empty server before anybody uses it."""
    with ExitStack() as stack:
        # A folder that the server's user may enter, whoever runs this.
        place = home or Path(stack.enter_context(_folder()))
        server = embedded.start("faults", home=place)
        stack.callback(embedded.halt, "faults", home=place)
        if begin:
            begin(server)
        environment = _environment(server, place)
        desks = _people(environment)
        port = _free_port()
        command = [sys.executable, "-m", "sammetag.config.command", "serve", "--port", str(port)]
        serving = Kept([*command, "--workers", "2"], environment, place / "serving.log")
        stack.enter_context(embedded.watched(server))
        stack.enter_context(serving.running())
        working = Kept([*command[:3], "work"], environment, place / "working.log")
        stack.enter_context(working.running())
        *seats, leader = [Desk(port, one["session"], one["case"]) for one in desks]
        for desk in seats:
            try:
                wait_until(desk.opens, "the web server does not answer")
            except TimeoutError as fault:
                raise TimeoutError(serving.log.read_text(errors="replace")[-2000:]) from fault
        yield World(server, port, serving, working, seats, leader, environment)


def kill(pid: int) -> None:
    """Ends a process as a power cut does; one that is gone already is gone."""
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def children(pid: int) -> list[int]:
    """The processes that a process has started."""
    try:
        return [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def words_of(pid: int) -> str:
    """The words with which a process was started."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_text().replace("\0", " ")
    except OSError:
        return ""


def wait_until(true: Callable[[], bool], otherwise: str, seconds: float = PATIENCE) -> float:
    """Waits until something is so; answers how long it took, raises TimeoutError where it never is."""
    begun = time.monotonic()
    while time.monotonic() - begun < seconds:
        if true():
            return time.monotonic() - begun
        time.sleep(0.02)
    raise TimeoutError(otherwise)


def _environment(server: Server, place: Path) -> dict[str, str]:
    keys = place / "keys"
    if not keys.exists():
        ring.write(keys, ring.new_keys())
    others = {
        name: value for name, value in os.environ.items() if not name.startswith(("SAMMETAG_", "DATABASE_"))
    }
    return others | {
        "DATABASE_HOST": server.host,
        "DATABASE_PORT": str(server.port),
        "DATABASE_ADMIN": server.admin,
        "DATABASE_NAME": f"sammetag_faults_{secrets.token_hex(4)}",
        "DJANGO_SETTINGS_MODULE": "sammetag.config.settings",
        "SAMMETAG_SECRET_KEY": secrets.token_urlsafe(64),
        "SAMMETAG_KEYS": str(keys),
        "SAMMETAG_HTTPS": "False",
        # Signs of life so often that a lost job is missed within seconds.
        "SAMMETAG_JOB_HEARTBEAT": "1",
    }


def _people(environment: dict[str, str]) -> list[dict[str, str]]:
    made = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-m", "bench.faults.people"], env=environment, capture_output=True, check=False
    )
    if made.returncode:
        raise RuntimeError(made.stderr.decode())
    desks: list[dict[str, str]] = json.loads(made.stdout)
    return desks


@contextmanager
def _folder() -> Iterator[str]:
    folder = tempfile.mkdtemp(prefix="sammetag-faults-")
    os.chmod(folder, 0o755)  # noqa: S103 - the server's user passes through it
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
