"""The partial likelihood as it is written in the books, person by person: slow, and hard to get wrong."""

from __future__ import annotations

from math import exp, log

import numpy as np

from sammetag.evaluation.arrays import Floats
from sammetag.evaluation.cox_model import CoxModel, Ties

STEP = 1e-5


def log_likelihood(model: CoxModel, beta: Floats) -> float:
    """Add up, for each event, the logarithm of the share that its person has in the hazard of all at risk."""
    followed, event = model.followed, model.event.tolist()
    covariates = np.column_stack([*model.covariates.values()])
    hazard = [exp(float(row @ beta)) for row in covariates]
    stratum = [0] * len(event) if model.strata is None else model.strata.tolist()
    entry = [-1.0] * len(event) if followed.entry is None else followed.entry.tolist()
    time = followed.time.tolist()
    everybody = range(len(event))
    total = 0.0
    for moment in {(stratum[one], time[one]) for one in everybody if event[one]}:
        where, when = moment
        at_risk = [one for one in everybody if stratum[one] == where and entry[one] < when <= time[one]]
        tied = [one for one in at_risk if event[one] and time[one] == when]
        for place, one in enumerate(tied):
            share = place / len(tied) if model.ties is Ties.EFRON else 0.0
            rest = sum(hazard[other] for other in at_risk) - share * sum(hazard[other] for other in tied)
            total += log(hazard[one] / rest)
    return total


def slopes(model: CoxModel, beta: Floats) -> Floats:
    """Give the first derivative, by how much the likelihood moves with a small step each way."""
    steps = STEP * np.eye(len(beta))
    return np.array(
        [
            (log_likelihood(model, beta + one) - log_likelihood(model, beta - one)) / (2 * STEP)
            for one in steps
        ]
    )
