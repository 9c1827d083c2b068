"""The persons of data/cox.csv, and what R answered of them (tests/r/cox.R)."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import numpy as np

from sammetag.evaluation.arrays import Floats
from sammetag.evaluation.cox_model import CoxModel, Ties
from sammetag.evaluation.followed import Followed
from tests.evaluation.cox_data import FILE

GOLDENS: dict[str, Any] = json.loads((Path(__file__).parent / "goldens" / "cox.json").read_text())["models"]
# The covariates of each model of tests/r/cox.R, and what else it is asked with.
COVARIATES = {
    "plain": ("treated", "age", "woman", "months_before"),
    "strata": ("treated", "age", "woman"),
    "entry": ("treated", "age", "woman"),
    "entry_strata": ("treated", "age"),
    "cause": ("treated", "age"),
    "arm": ("treated",),
    "cluster": ("treated", "age", "woman"),
    "cluster_entry_strata": ("treated", "age"),
    "person": ("treated", "age"),
}
STRATIFIED = {"strata", "entry_strata", "cause", "cluster_entry_strata"}
LATE = {"entry", "entry_strata", "cluster_entry_strata"}
CLUSTERED = {"cluster": "caseworker", "cluster_entry_strata": "caseworker", "person": "person"}


def persons() -> dict[str, Floats]:
    """Give the columns of the file."""
    with FILE.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return {name: np.array([float(row[name]) for row in rows]) for name in rows[0]}


def asked(golden: str) -> CoxModel:
    """Give the question that R was asked under that name."""
    name, _, ties = golden.rpartition("_")
    all_of = persons()
    return CoxModel(
        Followed(all_of["week"], all_of["ending"].astype(int), all_of["entry"] if name in LATE else None),
        {covariate: all_of[covariate] for covariate in COVARIATES[name]},
        cause=1 if name == "cause" else None,
        strata=all_of["block"] if name in STRATIFIED else None,
        cluster=all_of[CLUSTERED[name]] if name in CLUSTERED else None,
        ties=Ties(ties),
    )
