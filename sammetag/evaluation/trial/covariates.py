"""What the regressions are adjusted for: the covariates that the protocol names, as columns of numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from sammetag.evaluation.arrays import Bools, Floats
from sammetag.evaluation.trial.extract import Extract
from sammetag.evaluation.trial.protocol import Covariate
from sammetag.evaluation.trial.samples import Sample
from sammetag.words import Words

ARM = "arm"
DAYS_OF_A_YEAR = 365.25

_SAME_DAY = Words(
    "Der er ikke justeret for lodtrækningens dag: der sammenlignes inden for blokke, og i en blok er den "
    "ens.",
    "The day of the draw was not adjusted for: comparison is within blocks, and in a block it is the same.",
)
_NOT_KNOWN = Words(
    "Der er ikke justeret for {name}: {missing} af {persons} har det ikke oplyst.",
    "{name} was not adjusted for: {missing} of {persons} have not told it.",
)
_ALIKE = Words(
    "Der er ikke justeret for {name}: det er ens for alle.",
    "{name} was not adjusted for: it is the same for everybody.",
)
NAMES = {
    Covariate.AGE: Words("alder", "age"),
    Covariate.SEX: Words("køn", "sex"),
    Covariate.DRAW_DATE: Words("lodtrækningens dag", "the day of the draw"),
}


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """The columns of a regression by name, the arm first; and why some that were planned are not there."""

    values: dict[str, Floats | Bools]
    left_out: tuple[Words, ...]


def columns(extract: Extract, sample: Sample) -> Columns:
    """Give the arm and the covariates of the protocol, one number a person.

    A label becomes a column of 0 and 1 for each value but the first. Age is in years, in its groups where the
    extract has no more; the day of the draw in years from the first. A covariate that not everybody has is
    left out and named, rather than the persons who lack it.
    """
    values: dict[str, Floats | Bools] = {ARM: sample.treated}
    left_out = []
    for covariate in extract.protocol.analysis.covariates:
        why = _why_not(extract, sample, covariate)
        if why is None:
            values |= dict(_columns(sample, covariate))
        else:
            left_out.append(why)
    return Columns(values, tuple(left_out))


def _why_not(extract: Extract, sample: Sample, covariate: Covariate) -> Words | None:
    told = _told(sample, covariate)
    name = NAMES[covariate]
    missing = sum(one is None for one in told)
    if missing:
        return _NOT_KNOWN.filled(name=name, missing=missing, persons=len(told))
    if len(set(told)) < 2:
        return _ALIKE.filled(name=name)
    within = extract.protocol.analysis.within_blocks
    if covariate is Covariate.DRAW_DATE and within and _one_day_a_block(sample):
        return _SAME_DAY
    return None


def _told(sample: Sample, covariate: Covariate) -> list[float | str | None]:
    if covariate is Covariate.SEX:
        return [one.sex or None for one in sample.persons]
    if covariate is Covariate.DRAW_DATE:
        return [float(one.entered_on.toordinal()) for one in sample.persons]
    if any(one.age is not None for one in sample.persons):
        return [one.age for one in sample.persons]
    return [one.age_group or None for one in sample.persons]


def _columns(sample: Sample, covariate: Covariate) -> Iterator[tuple[str, Floats]]:
    told = _told(sample, covariate)
    if isinstance(told[0], str):
        for label in sorted({str(one) for one in told})[1:]:
            yield f"{covariate.value}={label}", np.array([float(one == label) for one in told])
        return
    numbers = np.array(told, dtype=np.float64)
    if covariate is Covariate.DRAW_DATE:
        numbers = (numbers - numbers.min()) / DAYS_OF_A_YEAR
    yield covariate.value, numbers


def _one_day_a_block(sample: Sample) -> bool:
    days = {(one.block, one.entered_on) for one in sample.persons}
    return len(days) == len({block for block, _day in days})
