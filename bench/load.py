"""Forty requests a second of 200 coordinators at 40,000 cases, and my day at 8 connections: the waits."""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator

from bench.generator import Visit, closed_loop, open_loop
from bench.report import Seen, percentile, schedule, table, waits
from bench.stand import Served, bare, database_server, sammetag, say
from bench.yardstick import said
from sammetag.config.database import DatabaseServer

WORKERS, PEOPLE, AT_ONCE = 2, 200, 8
WARM_UP, CLOSED, EMPTY_VISITS = 15.0, 60.0, 500
# With new connections each: how two workers share eight is chance, and holds while they are open.
ROUNDS = 6
# What is asked of it, in milliseconds: 95 of 100 visits, and 95 of 100 of my day at 8 connections.
MOST, MOST_MY_DAY = 300, 150


def main(arguments: list[str]) -> int:
    """Builds what is missing, measures; 0 when every page came, and came in time."""
    reading = argparse.ArgumentParser(prog="python -m bench load", description=__doc__)
    reading.add_argument("--rate", type=float, default=40, help="requests a second")
    reading.add_argument("--seconds", type=float, default=300)
    reading.add_argument("--cases", type=int, default=40_000, help="fewer for a quick look")
    reading.add_argument("--build-only", action="store_true", help="leave the database for a later run")
    reading.add_argument("--rebuild", action="store_true", help="build the database anew in any case")
    chosen = reading.parse_args(arguments)
    with database_server() as server:
        from bench.big_town import stands  # noqa: PLC0415 - models need the settings

        database = stands(server, cases=chosen.cases, rebuild=chosen.rebuild)
        return 0 if chosen.build_only else _measured(database, chosen.rate, chosen.seconds)


def _measured(database: DatabaseServer, rate: float, seconds: float) -> int:
    from bench.visitors import coordinators, days, mixed  # noqa: PLC0415 - models need the settings

    say(f"\n{said()}")
    with bare("bench.empty_page:application", {}) as served:
        empty = percentile([one.waited * 1000 for one in _empty(served)], 0.5)
    with sammetag(database, workers=WORKERS) as served:
        people = coordinators(database, PEOPLE)
        open_loop(served.port, mixed(people), schedule(rate / 2, WARM_UP))
        openly = open_loop(served.port, mixed(people), schedule(rate, seconds))
        time.sleep(1)
        closed = [
            seen
            for _ in range(ROUNDS)
            for seen in closed_loop(served.port, days(people), at_once=AT_ONCE, seconds=CLOSED / ROUNDS)
        ]
    say(said())
    say(f"\nAn empty page: {empty:.2f} ms. {len(people)} coordinators, {WORKERS} workers.")
    say(f"\nOpen loop, {rate:g} requests a second for {seconds:g} s:\n\n{table(openly, empty)}")
    many = f"{len(closed) / CLOSED:.0f} pages a second"
    say(f"\nMy day, {AT_ONCE} connections at once for {CLOSED:g} s, {many}:\n\n{table(closed, empty)}")
    return _verdict(openly, closed)


def _empty(served: Served) -> list[Seen]:
    one_page: Iterator[Visit] = iter([Visit("empty", "/", "")] * EMPTY_VISITS)
    return open_loop(served.port, one_page, schedule(100, EMPTY_VISITS / 100))


def _verdict(openly: list[Seen], closed: list[Seen]) -> int:
    """0 where what is asked holds; says what does not."""
    mixed, days = waits(openly), waits(closed)
    faults = [
        f"{mixed.errors + days.errors} errors" if mixed.errors + days.errors else "",
        f"p95 {mixed.p95:.0f} ms, asked for {MOST}" if mixed.p95 >= MOST else "",
        f"my day's p95 {days.p95:.0f} ms, asked for {MOST_MY_DAY}" if days.p95 >= MOST_MY_DAY else "",
    ]
    said = "; ".join(filter(None, faults))
    held = f"Held: p95 under {MOST} ms, my day's under {MOST_MY_DAY} ms, no errors."
    say(f"\nNot held: {said}" if said else f"\n{held}")
    return 1 if said else 0
