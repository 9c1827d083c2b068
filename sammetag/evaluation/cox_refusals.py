"""When Cox regression has no answer: covariates that do not vary, say the same, or part people completely."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.linalg import eigh

from sammetag.evaluation.arrays import Bools, Floats
from sammetag.evaluation.cox_likelihood import PartialLikelihood, Point
from sammetag.evaluation.cox_peak import Peak
from sammetag.evaluation.errors import InputRefused
from sammetag.words import Words

# Shares of what there would be to see; what is only rounding is far below, what is real far above.
_SEES_NOTHING = 1e-11
_NEARLY_NOTHING = 1e-6
_TAKES_PART = 1e-3
_NOTICED = 1e-9
# A hazard e^5 times another's.
_FAR = 5.0

_SAME_FOR_ALL = Words(
    "Alle, der kan sammenlignes, har samme værdi af {names}, så der er intet at måle på. Kontrollér, at "
    "ingen gruppe er tom, og tag ellers {names} ud.",
    "Everybody who can be compared has the same value of {names}, so there is nothing to measure by. "
    "Check that no arm is empty; otherwise leave {names} out.",
)
_SAYS_THE_SAME = Words(
    "{names} siger det samme: mindst én af dem kan regnes ud af de andre. Tag den ud.",
    "{names} say the same: at least one of them can be worked out from the others. Leave that one out.",
)
_PARTS = Words(
    "{names} skiller folk helt eller så godt som: hver gang én har hændelsen, er det den med den yderste "
    "værdi blandt dem, der er tilbage. Så er der ingen endelig hazard ratio. Tag {names} ud, slå værdier "
    "sammen, eller brug log-rank-testen.",
    "By {names} people are parted, completely or all but completely: whenever somebody has the event, it "
    "is the one with the outermost value among those who are left. Then there is no finite hazard ratio. "
    "Leave {names} out, put values together, or use the log-rank test.",
)


def refuse_flat(names: Sequence[str], information: Floats, events: int) -> None:
    """Refuse covariates that vary with nobody or say the same, by the information at no effect."""
    seen = np.diag(information)
    if (constant := seen <= _SEES_NOTHING * events).any():
        raise InputRefused(_SAME_FOR_ALL.filled(names=_listed(names, constant)), "constant covariate")
    size = np.sqrt(seen)
    values, directions = np.linalg.eigh(information / np.outer(size, size))
    if (flat := values <= _SEES_NOTHING).any():
        part = (directions[:, flat] ** 2).sum(axis=1) > _TAKES_PART**2
        raise InputRefused(_SAYS_THE_SAME.filled(names=_listed(names, part)), "collinear covariates")


def refuse_parting(names: Sequence[str], likelihood: PartialLikelihood, null: Floats, peak: Peak) -> None:
    """Refuse covariates along which the likelihood rises for ever, when hardly any information is left.

    There is no highest point where each event comes to the one who has most, at that moment, of a covariate
    or of some mixture of them (Heinze & Schemper 2001).
    """
    values, directions = eigh(peak.information, null)
    if not (lost := values < _NEARLY_NOTHING).any():
        return
    rising = directions[:, lost]
    along = rising @ (rising.T @ null @ peak.point.beta)
    parting = np.array([_parts(likelihood, values) for values in likelihood.columns[1:]])
    if not parting.any() and (not peak.converged or _rises(likelihood, peak.point, along)):
        parting = np.abs(along) > _TAKES_PART * np.abs(along).max()
    if parting.any():
        raise InputRefused(_PARTS.filled(names=_listed(names, parting)), "monotone likelihood")


def _parts(likelihood: PartialLikelihood, column: Floats) -> bool:
    """Say whether at each moment nobody at risk has more of it, or nobody less, than those with the event."""
    sets = likelihood.sets
    begins = np.cumsum(sets.events) - sets.events
    for values in (column, -column):
        least = np.minimum.reduceat(values[sets.with_event], begins)
        if (values <= sets.over_rows(least, np.minimum)).all():
            return True
    return False


def _rises(likelihood: PartialLikelihood, point: Point, along: Floats) -> bool:
    """Say whether the likelihood is no lower still further out, where one with a top would fall."""
    while np.ptp(along @ likelihood.columns[1:]) > _FAR:
        further = likelihood.at(point.beta + along).log_likelihood
        if np.isfinite(further):
            return bool(further >= point.log_likelihood - _NOTICED * (1 + abs(point.log_likelihood)))
        along = along / 2
    return False


def _listed(names: Sequence[str], chosen: Bools) -> Words:
    quoted = [f"‘{name}’" for name, one in zip(names, chosen, strict=True) if one]
    first, last = ", ".join(quoted[:-1]), quoted[-1]
    return Words(f"{first} og {last}", f"{first} and {last}") if first else Words(last, last)
