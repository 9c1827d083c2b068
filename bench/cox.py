"""How fast Cox regression with five covariates and weekly times is, beside statsmodels, lifelines and R."""

from __future__ import annotations

import argparse
import importlib.util
import sys

import numpy as np

from bench.cox_others import Answer, Persons, coxph, phreg, timed
from bench.yardstick import said
from sammetag.evaluation.arrays import Floats
from sammetag.evaluation.cox import cox
from sammetag.evaluation.cox_model import CoxModel
from sammetag.evaluation.followed import Followed
from sammetag.evaluation.result import Undefined

SEED = 20251106
ROWS = (10_000, 100_000, 1_000_000)
# What is asked of it: as many times as fast as statsmodels' PHReg, at as many rows.
TIMES_AS_FAST, FROM_ROWS = 5, 1_000_000
EFFECTS = (0.35, 0.2, -0.1, 0.05, 0.1)
WEEKS = 130
# lifelines stops a little before the top.
CLOSE, CLOSE_FOR_LIFELINES = 1e-6, 4e-6

_NO_LIFELINES = (
    "lifelines is not installed here; make bench installs it, or\n"
    "  .venv/bin/python -m pip install --require-hashes -r requirements-bench.txt"
)


def main(arguments: list[str]) -> int:
    """Measures; 0 when all came to the same estimates, and as fast as is asked where rows are that many."""
    reading = argparse.ArgumentParser(prog="python -m bench cox", description=__doc__)
    reading.add_argument("--rows", type=int, nargs="+", default=ROWS, help="how many, one run after another")
    sizes: list[int] = reading.parse_args(arguments).rows
    say(said())
    say("| rows | Sammetag, s | PHReg, s | times as fast | lifelines, s | R coxph, s |")
    say("|---|---|---|---|---|---|")
    good = True
    for rows in sizes:
        good &= _measured(rows)
    if importlib.util.find_spec("lifelines") is None:
        say(_NO_LIFELINES)
    say(said())
    say("Held." if good else "Not held.")
    return 0 if good else 1


def persons(rows: int) -> Persons:
    """Invented persons, always the same: an arm, a yes or no, two measures and a step from 0 to 4."""
    chance = np.random.Generator(np.random.PCG64(SEED))
    yes, measured = chance.random((2, rows)) < 0.5, chance.normal(size=(2, rows))
    covariates = np.column_stack((yes[0], measured[0], yes[1], measured[1], chance.integers(0, 5, rows)))
    week = np.ceil(chance.exponential(145 * np.exp(-covariates @ EFFECTS)))
    last = np.ceil(chance.uniform(40, WEEKS, rows))
    return Persons(np.minimum(week, last), week <= last, covariates)


def ours(told: Persons) -> Answer:
    """Ask Sammetag, the check of the input included."""

    def fit() -> tuple[Floats, Floats]:
        columns = {f"x{number}": column for number, column in enumerate(told.covariates.T)}
        found = cox(CoxModel(Followed(told.time, told.event.astype(np.int64)), columns))
        effects = [one for one in found.effects.values() if not isinstance(one, Undefined)]
        return np.array([one.coefficient.value for one in effects]), np.sqrt(np.diag(found.covariance))

    return timed(fit)


def _measured(rows: int) -> bool:
    told = persons(rows)
    own, statsmodels, r = ours(told), phreg(told), coxph(told)
    lifelines = _lifelines(told)
    times = statsmodels.seconds / own.seconds
    say(
        f"| {rows:,} | {own.seconds:.3f} | {statsmodels.seconds:.2f} | {times:.1f} "
        f"| {_seconds(lifelines)} | {_seconds(r)} |"
    )
    same = _same(own, statsmodels, CLOSE) & _same(own, r, CLOSE) & _same(own, lifelines, CLOSE_FOR_LIFELINES)
    if not same:
        say(f"OTHER ESTIMATES at {rows:,} rows.")
    return same and (rows < FROM_ROWS or times >= TIMES_AS_FAST)


def _lifelines(told: Persons) -> Answer | None:
    if importlib.util.find_spec("lifelines") is None:
        return None
    from bench.cox_lifelines import lifelines  # noqa: PLC0415 - only where it is installed

    return lifelines(told)


def _same(own: Answer, other: Answer | None, close: float) -> bool:
    return other is None or (
        np.allclose(own.coefficients, other.coefficients, rtol=0, atol=close)
        and np.allclose(own.errors, other.errors, rtol=0, atol=close)
    )


def _seconds(answer: Answer | None) -> str:
    return "not here" if answer is None else f"{answer.seconds:.2f}"


def say(line: str) -> None:
    """Prints a line at once; this needs no web framework."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
