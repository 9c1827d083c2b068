"""Invents the persons of the tests of time: a trial of the size and the draws of VIVE19, nobody in it real.

`python -m tests.evaluation.survival_data` writes data/survival.csv anew, always the same.
"""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np

FILE = Path(__file__).parent / "data" / "survival.csv"
SEED = 2019
COLUMNS = ("person", "block", "treated", "woman", "age", "age_group", "entry", "week", "ending")
# VIVE19, table 1.1 of appendix 1: persons drawn to the intervention and to the control arm, draw by draw.
DRAWS = (
    *((7, 6), (14, 14), (14, 15), (13, 14), (8, 8), (8, 8), (7, 7)),
    *((5, 5), (9, 9), (10, 9), (2, 2), (8, 8), (4, 4)),
)
# How often a week ends in a job, a flexi-job or a pension, in control and with the intervention, and how many
# weeks apart the draws were.
WEEKLY = {1: (0.0012, 0.0020), 2: (0.0020, 0.0032), 3: (0.0030, 0.0040)}
BETWEEN, LAST_WEEK = 2, 121
YOUNG, OLD = 31, 63


def rows() -> list[tuple[int, ...]]:
    """Give the persons, in the order they were drawn."""
    chance = np.random.Generator(np.random.PCG64(SEED))
    drawn = [
        (block, treated)
        for block, sizes in enumerate(DRAWS, start=1)
        for treated, size in zip((1, 0), sizes, strict=True)
        for _one in range(size)
    ]
    return [(number, *_person(chance, *one)) for number, one in enumerate(drawn, start=1)]


def _person(chance: np.random.Generator, block: int, treated: int) -> tuple[int, ...]:
    woman, age = int(chance.random() < 0.61), int(chance.integers(YOUNG, OLD))
    older = (age - 48) / 15
    by_age = {1: np.exp(-older), 2: 1.0, 3: np.exp(older)}
    causes = np.array([by_age[cause] * rates[treated] for cause, rates in WEEKLY.items()])
    week = int(np.ceil(chance.exponential(1 / causes.sum())))
    cause = int(chance.choice(3, p=causes / causes.sum())) + 1
    moved = int(np.ceil(chance.exponential(700)))
    last = min(LAST_WEEK - BETWEEN * (block - 1), moved)
    week, ending = (week, cause) if week <= last else (last, 0)
    # A third were already in their programme when they could first be followed.
    entry = int(chance.integers(0, week)) if chance.random() < 1 / 3 else 0
    return block, treated, woman, age, 1 + (age >= 40) + (age >= 50), entry, week, ending


def write() -> None:
    """Write the persons to the file that R and the tests read."""
    with FILE.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(rows())


if __name__ == "__main__":
    write()
