"""`make bench`: builds the databases, serves them, visits the pages, and prints the table of the run."""

from __future__ import annotations

import argparse
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import django

from bench.visits import Pace, Visitor, pace
from sammetag.config import embedded, preparation
from sammetag.config.database import DatabaseServer

SIZES = (600, 40_000)
PATIENCE = 30.0
HEAD = """| cases | page | median ms | slowest 5 % over | times the empty page | pages/s, 4 at once | kB |
|---|---|---|---|---|---|---|"""


def main() -> int:
    """Measures every size that is asked for; 0 when every page answered."""
    reading = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    reading.add_argument("--cases", type=int, nargs="*", default=list(SIZES))
    chosen = reading.parse_args()
    with _server() as server:
        django.setup()
        from bench.municipalities import build, busiest, named  # noqa: PLC0415 - models need the settings

        with _serving("bench.empty_page:application", {}) as port:
            empty = pace(Visitor(port), "/")
        rows = [_row("-", "empty Django page", empty, empty)]
        for cases in chosen.cases:
            database = named(server, cases)
            begun = time.monotonic()
            there = build(database, cases=cases, today=date.today())  # noqa: DTZ011 - the machine's own day
            _say(f"{there} cases built in {time.monotonic() - begun:.0f} s")
            rows += _pages(database, busiest(database), there, empty)
        _say("\n" + HEAD + "\n" + "\n".join(rows))
    return 0


def _pages(server: DatabaseServer, somebody: tuple[str, str], there: int, empty: Pace) -> list[str]:
    username, case = somebody
    pages = {"my day": "/my-day/", "case page": f"/cases/{case}/", "plan": f"/cases/{case}/plan/"}
    from sammetag.demo.people import DEMO_PASSWORD  # noqa: PLC0415 - models need the settings

    with _serving("sammetag.config.wsgi:application", {"DATABASE_NAME": server.name}) as port:
        visitor = Visitor(port)
        visitor.log_in(username, DEMO_PASSWORD)
        return [_row(f"{there:,}", name, pace(visitor, path), empty) for name, path in pages.items()]


@contextmanager
def _server() -> Iterator[DatabaseServer]:
    """An embedded server of the bench's own, with the settings of the demo."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "sammetag.config.settings"
    os.environ |= {"SAMMETAG_DEMO": "True", "SAMMETAG_SECRET_KEY": preparation.secret_key()}
    started = embedded.start("bench")
    os.environ |= {
        "DATABASE_HOST": started.host,
        "DATABASE_PORT": str(started.port),
        "DATABASE_ADMIN": started.admin,
    }
    try:
        yield DatabaseServer(host=started.host, port=started.port, name="postgres", admin=started.admin)
    finally:
        started.stop()


@contextmanager
def _serving(target: str, settings: dict[str, str]) -> Iterator[int]:
    """One worker of the web server that Sammetag uses, with four threads, as the demo has it."""
    port = _free_port()
    words = ["--interface", "wsgi", "--workers", "1", "--blocking-threads", "4", "--no-ws"]
    command = [
        sys.executable,
        "-m",
        "granian",
        *words,
        "--log-level",
        "critical",
        "--port",
        str(port),
        target,
    ]
    with subprocess.Popen(command, env={**os.environ, **settings}) as process:  # noqa: S603 - our own words
        try:
            _wait_for(port)
            yield port
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


def _row(cases: str, name: str, found: Pace, empty: Pace) -> str:
    cells = (
        cases,
        name,
        f"{found.median:.1f}",
        f"{found.slowest_twentieth:.1f}",
        f"{found.median / empty.median:.0f}",
        f"{found.each_second:.0f}",
        f"{found.kilobytes:.0f}",
    )
    return "| " + " | ".join(cells) + " |"


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
