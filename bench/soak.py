"""Sammetag under an even load for an hour: what memory and connections it holds, and whether that grows."""

from __future__ import annotations

import argparse
import threading
import time
from pathlib import Path

from bench.generator import closed_loop, open_loop
from bench.load import AT_ONCE, PEOPLE, WORKERS
from bench.report import Sample, growth, schedule, waits
from bench.stand import Served, database_server, sammetag, say
from sammetag.config.database import DatabaseServer
from sammetag.config.roles import administration

EVERY, ALL_AT_WORK = 30.0, 90.0
# Memory may grow by so much after the warm-up; a page grows what it holds until it has seen everything once.
MOST = 0.10
HELD = "SELECT count(*) FROM pg_stat_activity WHERE datname = %s AND usename = 'sammetag_app'"


def main(arguments: list[str]) -> int:
    """Loads the server for so many minutes and samples it; 0 where it did not grow, and no page failed."""
    reading = argparse.ArgumentParser(prog="python -m bench soak", description=__doc__)
    reading.add_argument("--minutes", type=float, default=60)
    reading.add_argument("--rate", type=float, default=20, help="requests a second")
    reading.add_argument("--warm-up", type=float, default=5, help="minutes whose growth is not counted")
    reading.add_argument("--cases", type=int, default=40_000, help="fewer for a quick look")
    chosen = reading.parse_args(arguments)
    with database_server() as server:
        from bench.big_town import stands  # noqa: PLC0415 - models need the settings
        from bench.visitors import coordinators, mixed  # noqa: PLC0415 - models need the settings

        database = stands(server, cases=chosen.cases)
        with sammetag(database, workers=WORKERS) as served:
            people, watch = coordinators(database, PEOPLE), _Watch(served, database)
            # Each thread keeps a connection and what it has asked on it: all of them at work, once.
            closed_loop(served.port, mixed(people), at_once=AT_ONCE, seconds=ALL_AT_WORK)
            watch.start()
            visits = open_loop(served.port, mixed(people), schedule(chosen.rate, chosen.minutes * 60))
            watch.stop()
    found, grown = waits(visits), growth(watch.samples, chosen.warm_up * 60)
    say(f"\n{found.visits:,} visits, {found.errors} errors, p95 {found.p95:.0f} ms")
    say(f"Memory after the warm-up of {chosen.warm_up:g} min: {grown:+.1%} (at most {MOST:.0%})")
    return 1 if found.errors or grown >= MOST else 0


class _Watch(threading.Thread):
    """Samples the server's processes and its connections every half minute, and prints each sample."""

    def __init__(self, served: Served, database: DatabaseServer) -> None:
        super().__init__(daemon=True)
        self.served, self.database = served, database
        self.samples: list[Sample] = []
        self.over = threading.Event()

    def run(self) -> None:
        begun = time.monotonic()
        say("| minute | memory MiB | connections |\n|---|---|---|")
        with administration(self.database, self.database.name) as superuser:
            while not self.over.wait(max(0.0, begun + EVERY * len(self.samples) - time.monotonic())):
                found = superuser.execute(HELD, [self.database.name]).fetchone()
                held = int(found[0]) if found else 0
                now = Sample(time.monotonic() - begun, memory_of(self.served.pid), held)
                self.samples.append(now)
                say(f"| {now.at / 60:.1f} | {now.memory / 1024:.1f} | {now.connections} |")

    def stop(self) -> None:
        """Takes no more samples."""
        self.over.set()
        self.join()


def memory_of(pid: int) -> int:
    """The kibibytes of memory that a process and all below it hold."""
    held = 0
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            held = int(line.split()[1])
    below = (
        child
        for task in Path(f"/proc/{pid}/task").iterdir()
        for child in (task / "children").read_text().split()
    )
    return held + sum(memory_of(int(child)) for child in below)
