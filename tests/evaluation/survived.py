"""The invented persons of the tests of time, and what R says of them."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import numpy as np

from sammetag.evaluation.arrays import Ints
from sammetag.evaluation.followed import Followed
from sammetag.evaluation.groups import among
from sammetag.evaluation.result import Estimate, Interval, Test, Undefined
from tests.evaluation.survival_data import FILE

with FILE.open(encoding="utf-8") as file:
    ROWS = list(csv.DictReader(file))
COLUMNS: dict[str, Ints] = {name: np.array([int(row[name]) for row in ROWS]) for name in ROWS[0]}
TREATED = COLUMNS["treated"] == 1
FOLLOWED = Followed(COLUMNS["week"].astype(np.float64), COLUMNS["ending"])
LATE = Followed(FOLLOWED.time, FOLLOWED.ending, COLUMNS["entry"].astype(np.float64))
# Gehan (1965), Biometrika 52: weeks in remission of children with leukaemia, 21 on the drug and 21 not.
ON_DRUG = np.repeat([True, False], 21)
REMISSION = Followed(
    np.array(
        [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35]
        + [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23],
        dtype=np.float64,
    ),
    np.array([1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0] + [1] * 21),
)


def golden(name: str) -> Any:
    """Give what R wrote; `Rscript tests/r/<name>.R` writes it again."""
    return json.loads((Path(__file__).parent / "goldens" / f"{name}.json").read_text(encoding="utf-8"))


def arm(treated: bool, followed: Followed = FOLLOWED) -> Followed:
    """Give the persons of one arm."""
    return among(followed, treated == TREATED)


def interval(estimate: Estimate | Undefined) -> Interval:
    """Give the interval of an estimate that must have one."""
    assert isinstance(estimate, Estimate) and isinstance(estimate.interval, Interval)
    return estimate.interval


def defined(test: Test | Undefined) -> Test:
    """Give a test that must not be undefined."""
    assert isinstance(test, Test)
    return test
