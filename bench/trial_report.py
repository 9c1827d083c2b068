"""How fast a trial of 218 persons with nine outcomes becomes a report: figures, page, PDF and JSON."""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable
from typing import TypeVar

import django

from bench.yardstick import said
from sammetag.evaluation.trial.analysis import analyse
from sammetag.evaluation.trial.report_data import as_json
from sammetag.studies.report import html, pdf
from tests.evaluation.trial.simulated import extract

Found = TypeVar("Found")

# What is asked of all of it together, in seconds of the clock on the wall.
MOST = 10.0


def main(arguments: list[str]) -> int:
    """Measures; 0 when fast enough."""
    argparse.ArgumentParser(prog="python -m bench report", description=__doc__).parse_args(arguments)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sammetag.config.settings")
    django.setup()
    trial = extract()
    say(said())
    start = time.perf_counter()
    results = timed("worked out", lambda: analyse(trial))
    timed("JSON", lambda: as_json(results, software="bench"))
    timed("page", lambda: html(results, "da"))
    timed("PDF", lambda: pdf(results, "da"))
    took = time.perf_counter() - start
    analysed, outcomes = results.flow.analysed, len(results.outcomes)
    say(f"report of {analysed} persons, {outcomes} outcomes: {took:.2f} s")
    say(said())
    say("Held." if took <= MOST else "Not held.")
    return 0 if took <= MOST else 1


def timed(what: str, ask: Callable[[], Found]) -> Found:
    """Gives what was asked for, and says how long it took."""
    start = time.perf_counter()
    found = ask()
    say(f"{what}: {time.perf_counter() - start:.2f} s")
    return found


def say(line: str) -> None:
    """Prints a line at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
