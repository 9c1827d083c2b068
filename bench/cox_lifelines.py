"""The same Cox regression by lifelines, for a machine that has it."""

from __future__ import annotations

import pandas as pd
from lifelines import CoxPHFitter

from bench.cox_others import Answer, Persons, timed
from sammetag.evaluation.arrays import Floats


def lifelines(persons: Persons) -> Answer:
    """Ask lifelines as it is when nothing is said of its precision."""
    frame = pd.DataFrame(persons.covariates).assign(time=persons.time, event=persons.event)

    def fit() -> tuple[Floats, Floats]:
        found = CoxPHFitter().fit(frame, "time", "event")
        return found.params_.to_numpy(), found.standard_errors_.to_numpy()

    return timed(fit)
