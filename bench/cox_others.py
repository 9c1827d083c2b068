"""The same Cox regression by statsmodels, and by R where it is installed, with what it took."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from statsmodels.duration.hazard_regression import PHReg

from sammetag.evaluation.arrays import Bools, Floats

R_SCRIPT = Path(__file__).with_suffix(".R")


@dataclass(frozen=True, eq=False, slots=True)
class Persons:
    """What is fitted: a time and whether it ended with the event, and a column for each covariate."""

    time: Floats
    event: Bools
    covariates: Floats


@dataclass(frozen=True, eq=False, slots=True)
class Answer:
    """Coefficients, their standard errors, and seconds of one core."""

    coefficients: Floats
    errors: Floats
    seconds: float


def timed(fit: Callable[[], tuple[Floats, Floats]]) -> Answer:
    """Fit, in seconds of one core, since others may share the machine."""
    start = time.process_time()
    coefficients, errors = fit()
    return Answer(coefficients, errors, time.process_time() - start)


def phreg(persons: Persons) -> Answer:
    """Ask statsmodels."""

    def fit() -> tuple[Floats, Floats]:
        found = PHReg(persons.time, persons.covariates, status=persons.event, ties="efron").fit()
        return found.params, found.bse

    return timed(fit)


def coxph(persons: Persons) -> Answer | None:
    """Ask survival::coxph of R; None where there is no R with that package."""
    if shutil.which("Rscript") is None:
        return None
    with tempfile.NamedTemporaryFile() as file:
        columns = np.vstack((persons.time, persons.event, persons.covariates.T))
        columns.tofile(file.name)
        command = ["Rscript", str(R_SCRIPT), file.name, str(len(columns))]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own words
    if done.returncode:
        return None
    coefficients, errors, (seconds,) = (
        np.array([float(one) for one in line.split()]) for line in done.stdout.splitlines()
    )
    return Answer(coefficients, errors, float(seconds))
