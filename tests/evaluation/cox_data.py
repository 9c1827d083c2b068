"""Invents the persons whose Cox regressions are held up against R's: nobody in it is real.

`python -m tests.evaluation.cox_data` writes data/cox.csv anew, always the same.
"""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np

from sammetag.evaluation.arrays import Floats

FILE = Path(__file__).parent / "data" / "cox.csv"
SEED = 1972
COLUMNS = (
    "person",
    "block",
    "caseworker",
    "treated",
    "woman",
    "age",
    "months_before",
    "entry",
    "week",
    "ending",
)
# VIVE19, table 1.1 of appendix 1: persons drawn to the intervention and to the control arm, draw by draw.
DRAWS = (
    *((7, 6), (14, 14), (14, 15), (13, 14), (8, 8), (8, 8), (7, 7)),
    *((5, 5), (9, 9), (10, 9), (2, 2), (8, 8), (4, 4)),
)
CASEWORKERS, LAST_WEEK = 34, 104
# Job, flexi-job and pension: how often a week ends in each, and how much more often with the intervention.
CAUSES = {1: (0.003, 1.9), 2: (0.005, 1.4), 3: (0.004, 0.8)}


def persons() -> list[tuple[int | float, ...]]:
    """Give the persons in the order of their draws."""
    chance = np.random.Generator(np.random.PCG64(SEED))
    drawn = [
        (block, treated)
        for block, sizes in enumerate(DRAWS, start=1)
        for treated, size in zip((1, 0), sizes, strict=True)
        for _one in range(size)
    ]
    helped = np.exp(chance.normal(0, 0.4, CASEWORKERS))
    return [(number, *_person(chance, helped, *one)) for number, one in enumerate(drawn, start=1)]


def _person(chance: np.random.Generator, helped: Floats, block: int, treated: int) -> tuple[int | float, ...]:
    caseworker, woman = int(chance.integers(0, CASEWORKERS)), int(chance.random() < 0.61)
    age, before = int(chance.integers(30, 64)), round(float(chance.gamma(4, 6)), 1)
    pull = helped[caseworker] * np.exp(-0.02 * (age - 45) - 0.015 * (before - 24) + 0.2 * woman)
    rates = np.array([rate * pull * (times if treated else 1) for rate, times in CAUSES.values()])
    # The intervention pulls more in its first half year.
    week = int(np.ceil(chance.exponential(1 / rates.sum()) * (0.7 if treated else 1)))
    ending = int(chance.choice(3, p=rates / rates.sum())) + 1
    last = min(LAST_WEEK - 2 * block + 2, int(np.ceil(chance.exponential(400))))
    week, ending = (week, ending) if week <= last else (last, 0)
    # Every fourth was already in a programme when the trial reached them.
    entry = int(chance.integers(0, week)) if chance.random() < 1 / 4 else 0
    return block, caseworker + 1, treated, woman, age, before, entry, week, ending


def write() -> None:
    """Write the persons to the file that R and the tests read."""
    with FILE.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(persons())


if __name__ == "__main__":
    write()
