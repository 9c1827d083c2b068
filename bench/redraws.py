"""How fast a trial of 218 persons in 13 blocks is drawn again 100,000 times, with the log-rank each time."""

from __future__ import annotations

import argparse
import sys
import time

import numpy as np

from bench.yardstick import said
from sammetag.evaluation.followed import Followed
from sammetag.evaluation.randomisation import REDRAWS, Blocks, Redrawn, log_rank_redrawn
from sammetag.evaluation.result import Test

SEED = 20190509
# What is asked of it for 100,000 redraws, in seconds of one core.
MOST = 3.0
# Of each draw in VIVE19, Bilagstabel 1.1: how many came to the intervention and to control.
DRAWS = (
    (7, 6),
    (14, 14),
    (14, 15),
    (13, 14),
    (8, 8),
    (8, 8),
    (7, 7),
    (5, 5),
    (9, 9),
    (10, 9),
    (2, 2),
    (8, 8),
    (4, 4),
)
WEEKS, CAUSES = 120, 3


def main(arguments: list[str]) -> int:
    """Measures; 0 when fast enough, whether those at risk are compared within their block or not."""
    reading = argparse.ArgumentParser(prog="python -m bench redraws", description=__doc__)
    reading.add_argument("--redraws", type=int, default=REDRAWS, help="fewer for a quick look")
    redraws: int = reading.parse_args(arguments).redraws
    say(said())
    took = [_measured(redraws, stratified=stratified) for stratified in (False, True)]
    say(said())
    good = max(took) <= MOST * redraws / REDRAWS
    say("Held." if good else "Not held.")
    return 0 if good else 1


def trial() -> tuple[Followed, Blocks]:
    """A trial of invented persons in the blocks of the report, with three causes and ties at every week."""
    chance = np.random.Generator(np.random.PCG64(SEED))
    treated = np.concatenate([[True] * ours + [False] * theirs for ours, theirs in DRAWS])
    block = np.repeat(np.arange(len(DRAWS)), [ours + theirs for ours, theirs in DRAWS])
    weeks = np.ceil(chance.exponential(WEEKS, len(treated)))
    ending = np.where(weeks <= WEEKS, chance.integers(1, CAUSES + 1, len(treated)), 0)
    return Followed(np.minimum(weeks, WEEKS), ending), Blocks(treated, block.tolist())


def _measured(redraws: int, *, stratified: bool) -> float:
    followed, blocks = trial()
    start = time.process_time()
    found = log_rank_redrawn(followed, blocks, seed=SEED, cause=1, stratified=stratified, redraws=redraws)
    took = time.process_time() - start
    compared = "within blocks" if stratified else "all together"
    say(
        f"{redraws:,} redraws of {len(followed)} persons in {len(DRAWS)} blocks with the log-rank, "
        f"compared {compared}: {took:.2f} s. {_p(found)}"
    )
    return took


def _p(found: Redrawn) -> str:
    if not isinstance(found.test, Test):
        return found.test.why.en
    return f"p {found.test.p:.4f}, give or take {found.error:.4f}; 10^{found.possible:.1f} possible draws."


def say(line: str) -> None:
    """Prints a line at once; this needs no web framework."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
