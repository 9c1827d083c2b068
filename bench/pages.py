"""`make bench`: the pages of the busiest coordinator at 600 and 40,000 cases, beside an empty page."""

from __future__ import annotations

import argparse
import time
from datetime import date

from bench.stand import bare, database_server, say
from bench.visits import Pace, Visitor, pace
from sammetag.config.database import DatabaseServer

SIZES = (600, 40_000)
HEAD = """| cases | page | median ms | slowest 5 % over | times the empty page | pages/s, 4 at once | kB |
|---|---|---|---|---|---|---|"""


def main(arguments: list[str]) -> int:
    """Measures every size that is asked for; 0 when every page answered."""
    reading = argparse.ArgumentParser(prog="python -m bench pages", description=__doc__)
    reading.add_argument("--cases", type=int, nargs="*", default=list(SIZES))
    chosen = reading.parse_args(arguments)
    with database_server() as server:
        from bench.municipalities import build, busiest, named  # noqa: PLC0415 - models need the settings

        with bare("bench.empty_page:application", {}) as served:
            empty = pace(Visitor(served.port), "/")
        rows = [_row("-", "empty Django page", empty, empty)]
        for cases in chosen.cases:
            database = named(server, cases)
            begun = time.monotonic()
            there = build(database, cases=cases, today=date.today())  # noqa: DTZ011 - the machine's own day
            say(f"{there} cases built in {time.monotonic() - begun:.0f} s")
            rows += _pages(database, busiest(database), there, empty)
        say("\n" + HEAD + "\n" + "\n".join(rows))
    return 0


def _pages(server: DatabaseServer, somebody: tuple[str, str], there: int, empty: Pace) -> list[str]:
    username, case = somebody
    pages = {"my day": "/my-day/", "case page": f"/cases/{case}/", "plan": f"/cases/{case}/plan/"}
    from bench.visitors import session_of  # noqa: PLC0415 - models need the settings

    with bare("sammetag.config.wsgi:application", {"DATABASE_NAME": server.name}) as served:
        visitor = Visitor(served.port, {"sessionid": session_of(server, username)})
        return [_row(f"{there:,}", name, pace(visitor, path), empty) for name, path in pages.items()]


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
