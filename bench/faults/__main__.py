"""`python -m bench faults`: breaks what can break, as often as is asked, and prints the tables of the run."""

from __future__ import annotations

import argparse
import statistics
import sys

from bench.faults import full, gone, jobs, kills
from bench.faults.reckoning import Reckoning
from bench.faults.world import world

KILLS = """| killed with -9 | times | saved | sent again | nobody answered: median s | worst s | wrong |
|---|---|---|---|---|---|---|"""
GONE = """| the database | pages asked for | slowest s | not the plain 503 page | back after s | wrong |
|---|---|---|---|---|---|"""
FULL = """| disk | saved before | answer | says | back after s | wrong |
|---|---|---|---|---|---|"""


def main(words: list[str] | None = None) -> int:
    """Runs the whole campaign; 0 when nothing was lost, doubled, or told wrongly."""
    reading = argparse.ArgumentParser(prog="python -m bench faults", description=__doc__)
    reading.add_argument("--kills", type=int, default=20)
    reading.add_argument("--seconds-gone", type=float, default=30.0)
    chosen = reading.parse_args(words)
    faultless = []
    with world() as made:
        _say(KILLS)
        for victim in kills.VICTIMS:
            done = kills.campaign(made, victim, chosen.kills)
            faultless.append(done.reckoning.faultless)
            times = f"{statistics.median(done.back):.1f} | {max(done.back):.1f}"
            _row(victim, chosen.kills, done.acknowledged, done.sent_again, times, _wrong(done.reckoning))
        killed = jobs.killed_workers(made, chosen.kills)
        faultless.append(killed.jobs.faultless)
        times = f"{statistics.median(killed.back):.1f} | {max(killed.back):.1f}"
        _row("the worker, with a job", chosen.kills, "-", "-", times, _wrong(killed.jobs))
        _say("\n" + GONE)
        for way in gone.WAYS:
            away = gone.absence(made, way, chosen.seconds_gone)
            faultless.append(away.reckoning.faultless and not away.unlike)
            slowest, back = f"{away.slowest:.1f}", f"{away.back:.1f}"
            how = f"{way} for {chosen.seconds_gone:.0f} s"
            _row(how, away.pages, slowest, away.unlike, back, _wrong(away.reckoning))
    _say("\n" + FULL)
    faultless.append(_full())
    return 0 if all(faultless) else 1


def _full() -> bool:
    if not full.possible():
        _row("full", "-", "-", "not tried: this machine lets nobody make a disk", "-", "-")
        return True
    done = full.full_disk()
    _row("full", done.acknowledged, done.status, done.said, f"{done.back:.1f}", _wrong(done.reckoning))
    return done.reckoning.faultless


def _wrong(found: Reckoning | jobs.Jobs) -> str:
    return "nothing" if found.faultless else str(found)


def _row(*cells: object) -> None:
    _say("| " + " | ".join(map(str, cells)) + " |")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
