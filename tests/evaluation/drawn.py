"""A trial of invented persons, drawn as in VIVE19, Bilagstabel 1.1: the data of `data/drawn.csv`.

`python -m tests.evaluation.drawn` writes the file again, the same to the byte.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from sammetag.evaluation.followed import Followed
from sammetag.evaluation.randomisation import Blocks

DATA = Path(__file__).parent / "data" / "drawn.csv"
GOLDENS = Path(__file__).parent / "goldens"
# The days of the draws, and how many each gave to the intervention and to control, after the correction.
BLOCKS = (
    ("2017-01-16", 7, 6),
    ("2017-01-30", 14, 14),
    ("2017-02-13", 14, 15),
    ("2017-02-27", 13, 14),
    ("2017-03-13", 8, 8),
    ("2017-03-27", 8, 8),
    ("2017-04-06", 7, 7),
    ("2017-04-24", 5, 5),
    ("2017-05-08", 9, 9),
    ("2017-05-22", 10, 9),
    ("2017-06-02", 2, 2),
    ("2017-06-19", 8, 8),
    ("2017-08-15", 4, 4),
)
COLUMNS = ("person", "block", "treated", "week", "cause", "age", "sex")
SEED = 20190509
# By cause, a week: clarified, moved away, died; the first is quicker for the treated.
RATES, QUICKER = (0.0018, 0.0007, 0.0004), 1.25


@dataclass(frozen=True)
class Drawn:
    """The columns of the file as the questions are asked with them."""

    followed: Followed
    blocks: Blocks
    age: np.ndarray[tuple[int], np.dtype[np.float64]]
    sex: tuple[str, ...]


def read() -> Drawn:
    """Reads the committed file."""
    with DATA.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return Drawn(
        Followed(
            np.array([float(row["week"]) for row in rows]), np.array([int(row["cause"]) for row in rows])
        ),
        Blocks(np.array([row["treated"] == "1" for row in rows]), [row["block"] for row in rows]),
        np.array([float(row["age"]) for row in rows]),
        tuple(row["sex"] for row in rows),
    )


def write() -> None:
    """Draws the trial from the seed, and writes it."""
    chance = np.random.Generator(np.random.PCG64(SEED))
    rows: list[tuple[object, ...]] = []
    for number, (day, treated, control) in enumerate(BLOCKS):
        most = 118.0 - 2 * number
        for in_treated in chance.permutation([1] * treated + [0] * control).tolist():
            rates = np.array([RATES[0] * (QUICKER if in_treated else 1), *RATES[1:]])
            ends = np.ceil(chance.exponential(1 / rates))
            cause = int(np.argmin(ends)) + 1 if ends.min() <= most else 0
            age, sex = round(float(chance.normal(48.5, 8))), "KM"[int(chance.random() < 0.39)]
            person = f"P{len(rows) + 1:03}"
            rows.append((person, day, in_treated, int(min(ends.min(), most)), cause, max(30, age), sex))
    with DATA.open("w", encoding="utf-8", newline="") as file:
        written = csv.writer(file, lineterminator="\n")
        written.writerows([COLUMNS, *rows])


if __name__ == "__main__":
    write()
