"""A worker in a process of its own beside the demo, which ends with it."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

PATIENCE = 10.0
COMMAND = [sys.executable, "-m", "sammetag.config.command", "work", "--with-parent"]


@contextmanager
def worker_beside() -> Iterator[Callable[[], None]]:
    """Gives a function that starts the worker, for when the first page has come; at the end it is stopped.

    It has a group of processes of its own: Ctrl-C in a terminal reaches a group, and would tell it twice.
    """
    alone = threading.Lock()
    started: list[subprocess.Popen[bytes]] = []
    ended = False

    def start() -> None:
        with alone:
            if not ended:
                started.append(
                    subprocess.Popen(  # noqa: S603 - our own words
                        COMMAND,
                        stdin=subprocess.DEVNULL,
                        stdout=subprocess.DEVNULL,
                        start_new_session=True,
                    )
                )

    try:
        yield start
    finally:
        with alone:
            ended = True
        for process in started:
            _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(PATIENCE)
        return
    process.kill()
    process.wait()
