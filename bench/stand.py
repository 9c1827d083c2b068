"""What every measurement stands on: the bench's own database server, and a web server that answers."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import django

from bench.visits import Visitor
from sammetag.config import embedded, preparation
from sammetag.config.database import DatabaseServer

PATIENCE = 30.0


@dataclass(frozen=True)
class Served:
    """A web server that answers: where, and the process that was started for it."""

    port: int
    pid: int


@contextmanager
def database_server() -> Iterator[DatabaseServer]:
    """An embedded server of the bench's own, with the settings of the demo; Django knows it afterwards."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "sammetag.config.settings"
    os.environ |= {
        "SAMMETAG_DEMO": "True",
        "SAMMETAG_SECRET_KEY": preparation.secret_key(),
        "SAMMETAG_KEYS": preparation.keys(),
    }
    started = embedded.start("bench")
    os.environ |= {
        "DATABASE_HOST": started.host,
        "DATABASE_PORT": str(started.port),
        "DATABASE_ADMIN": started.admin,
    }
    try:
        django.setup()
        yield DatabaseServer(host=started.host, port=started.port, name="postgres", admin=started.admin)
    finally:
        started.stop()


@contextmanager
def bare(target: str, settings: dict[str, str]) -> Iterator[Served]:
    """One worker with four threads, which serves any application."""
    words = ["--interface", "wsgi", "--workers", "1", "--blocking-threads", "4", "--no-ws"]
    port = _free_port()
    with _running(
        ["granian", *words, "--log-level", "critical", "--port", str(port), target], settings, port
    ):
        yield Served(port, 0)


@contextmanager
def sammetag(server: DatabaseServer, *, workers: int) -> Iterator[Served]:
    """Sammetag on this database, served as `sammetag serve` serves it."""
    port = _free_port()
    words = ["bench.served", str(port), str(workers)]
    with _running(words, {"DATABASE_NAME": server.name}, port) as pid:
        yield Served(port, pid)


def say(line: str) -> None:
    """Prints a line at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


@contextmanager
def _running(words: list[str], settings: dict[str, str], port: int) -> Iterator[int]:
    command = [sys.executable, "-m", *words]
    with subprocess.Popen(command, env={**os.environ, **settings}) as process:  # noqa: S603 - our own words
        try:
            _wait_for(port)
            yield process.pid
        finally:
            process.terminate()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int) -> None:
    give_up = time.monotonic() + PATIENCE
    while time.monotonic() < give_up:
        try:
            Visitor(port).get("/")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError("the server does not answer")
