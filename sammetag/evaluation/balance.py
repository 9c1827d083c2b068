"""Who came into each arm? Told by means and shares, and by how far apart they are, measured in their spread.

No p stands here. The arms were drawn, so whatever they differ in, they differ in by chance: a test would ask
what is known already, and 'not significant' would say nothing of whether it matters. What matters is how
large the difference is, and whether what is measured goes along with the outcome; then one adjusts for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

from sammetag.evaluation.arrays import Bools, Floats, Ints, refuse_first, require_length
from sammetag.evaluation.figures import figure
from sammetag.evaluation.groups import two_arms
from sammetag.evaluation.normal import deviations
from sammetag.evaluation.result import LEVEL, Method, Undefined
from sammetag.words import Words

# Shares that differ by less are the same but for rounding.
ROUNDING = 1e-9

_INFINITE = Words(
    "Række {row}: {what} er uendelig. Ret tallet, eller lad feltet stå tomt.",
    "Row {row}: {what} is infinite. Correct the number, or leave the field empty.",
)
_NOBODY = Words("Ingen i gruppen har oplyst det.", "Nobody in the arm has told it.")
_ONE = Words("Én person har ingen spredning.", "One person has no spread.")
_NO_SPREAD = Words(
    "Alle i hver gruppe har samme værdi, så forskellen kan ikke måles i spredning. Se på tallene selv.",
    "Everybody in each arm has the same value, so the difference cannot be measured in spread. Look at the "
    "numbers themselves.",
)
_MISSING = Words(
    "{name}: {treated} i indsatsgruppen og {control} i kontrolgruppen mangler og er ikke regnet med.",
    "{name}: {treated} of the treated and {control} of control are missing and were left out.",
)
_MISSING_IN = Words(
    "{name}: {ours} i {first} og {theirs} i {second} mangler og er ikke regnet med.",
    "{name}: {ours} in {first} and {theirs} in {second} are missing and were left out.",
)
_METHOD = Words(
    "Forskellen er målt i den fælles standardafvigelse (standardiseret forskel). I 95 af 100 lodtrækninger "
    "er den mindre end {by_chance}. Der står ingen p, for fra lodtrækningen ved vi, at grupperne kun er "
    "forskellige ved et tilfælde.",
    "The difference is measured in the standard deviation of both (standardised difference). In 95 of 100 "
    "draws it is smaller than {by_chance}. There is no p, since we know from the draw that the arms differ "
    "by chance alone.",
)
_SOURCE = (
    "Austin (2009), Stat Med 28:3083; Yang & Dalton (2012), SAS Global Forum 335; "
    "Senn (1994), Stat Med 13:1715"
)


@dataclass(frozen=True, eq=False)
class Number:
    """A characteristic that is a number, such as age: one value a person, None where it is missing."""

    name: Words
    values: Sequence[float | None] | Floats


@dataclass(frozen=True, eq=False)
class Category:
    """A characteristic that is one of several, such as sex: one label a person, None where it is missing."""

    name: Words
    values: Sequence[str | None]


@dataclass(frozen=True, slots=True)
class Spread:
    """The values of an arm: mean and standard deviation of the persons who have one."""

    persons: int
    missing: int
    mean: float | Undefined
    deviation: float | Undefined


@dataclass(frozen=True, slots=True)
class Level:
    """A label of a category: how many of each arm bear it, and their share of those who have one."""

    label: str
    treated: int
    control: int
    treated_share: float | Undefined
    control_share: float | Undefined
    difference: float | Undefined


@dataclass(frozen=True, slots=True)
class NumberRow:
    """A number in both arms, and their standardised difference (treated less control)."""

    name: Words
    treated: Spread
    control: Spread
    difference: float | Undefined


@dataclass(frozen=True, slots=True)
class CategoryRow:
    """A category in both arms, label by label; `difference` is that of all labels together, never below 0."""

    name: Words
    levels: tuple[Level, ...]
    treated_missing: int
    control_missing: int
    difference: float | Undefined


@dataclass(frozen=True, slots=True)
class Balance:
    """Who came into each arm; `by_chance`: what a standardised difference exceeds in 5 of 100 draws."""

    treated: int
    control: int
    rows: tuple[NumberRow | CategoryRow, ...]
    by_chance: float
    method: Method
    warnings: tuple[Words, ...]


def balance(
    characteristics: Sequence[Number | Category], treated: Bools, arms: tuple[str, str] | None = None
) -> Balance:
    """Say who came into each arm, characteristic by characteristic.

    `treated`: one value a person, as each characteristic has. A missing value is left out, counted and warned
    of; `arms` are what the treated and control are called in the warning. Raises InputRefused where lengths
    differ, an arm is empty, or a number is infinite.
    """
    treated = two_arms(treated, len(treated))
    ours, theirs = int(treated.sum()), int((~treated).sum())
    rows = tuple(
        _number(one, treated) if isinstance(one, Number) else _category(one, treated)
        for one in characteristics
    )
    by_chance = deviations(LEVEL) * sqrt(1 / ours + 1 / theirs)
    method = Method(_METHOD.filled(by_chance=figure(by_chance)), _SOURCE)
    return Balance(ours, theirs, rows, by_chance, method, tuple(_missing(rows, arms)))


def _number(one: Number, treated: Bools) -> NumberRow:
    values = np.array([np.nan if value is None else value for value in one.values], dtype=np.float64)
    require_length(values, one.name, len(treated))
    refuse_first(np.isinf(values), _INFINITE, "an infinite number", what=one.name)
    known = ~np.isnan(values)
    ours, theirs = values[treated & known], values[~treated & known]
    return NumberRow(
        one.name,
        _spread(ours, int((treated & ~known).sum())),
        _spread(theirs, int((~treated & ~known).sum())),
        _means_apart(ours, theirs),
    )


def _spread(told: Floats, missing: int) -> Spread:
    if not len(told):
        return Spread(0, missing, Undefined(_NOBODY), Undefined(_NOBODY))
    deviation = float(told.std(ddof=1)) if len(told) > 1 else Undefined(_ONE)
    return Spread(len(told), missing, float(told.mean()), deviation)


def _means_apart(ours: Floats, theirs: Floats) -> float | Undefined:
    if min(len(ours), len(theirs)) < 2:
        return Undefined(_ONE if len(ours) and len(theirs) else _NOBODY)
    spread = sqrt((ours.var(ddof=1) + theirs.var(ddof=1)) / 2)
    return _in_spread(float(ours.mean() - theirs.mean()), spread)


def _in_spread(difference: float, spread: float) -> float | Undefined:
    if abs(difference) < ROUNDING:
        return 0.0
    return difference / spread if spread > ROUNDING else Undefined(_NO_SPREAD)


def _category(one: Category, treated: Bools) -> CategoryRow:
    values = np.array(list(one.values), dtype=object)
    require_length(values, one.name, len(treated))
    known = np.array([value is not None for value in values], dtype=np.bool_)
    labels = sorted({str(value) for value in values[known]})
    ours = np.array([int((treated & (values == label)).sum()) for label in labels])
    theirs = np.array([int((~treated & (values == label)).sum()) for label in labels])
    levels = tuple(
        _level(label, (int(had), int(ours.sum())), (int(their), int(theirs.sum())))
        for label, had, their in zip(labels, ours, theirs, strict=True)
    )
    missing = int((treated & ~known).sum()), int((~treated & ~known).sum())
    return CategoryRow(one.name, levels, *missing, _labels_apart(ours, theirs))


def _level(label: str, ours: tuple[int, int], theirs: tuple[int, int]) -> Level:
    """A label that so many of each arm bear, out of so many whose label is known."""
    first, second = _part(*ours), _part(*theirs)
    return Level(label, ours[0], theirs[0], first, second, _shares_apart(first, second))


def _part(bear: int, known: int) -> float | Undefined:
    return bear / known if known else Undefined(_NOBODY)


def _shares_apart(first: float | Undefined, second: float | Undefined) -> float | Undefined:
    if isinstance(first, Undefined) or isinstance(second, Undefined):
        return Undefined(_NOBODY)
    return _in_spread(first - second, sqrt((first * (1 - first) + second * (1 - second)) / 2))


def _labels_apart(ours: Ints, theirs: Ints) -> float | Undefined:
    """The distance of all shares but the first, in their common covariance (Yang & Dalton 2012)."""
    if not ours.sum() or not theirs.sum():
        return Undefined(_NOBODY)
    first, second = (ours / ours.sum())[1:], (theirs / theirs.sum())[1:]
    common = (np.diag(first) - np.outer(first, first) + np.diag(second) - np.outer(second, second)) / 2
    inverse = np.linalg.pinv(common, hermitian=True)
    apart = first - second
    if not np.allclose(common @ inverse @ apart, apart, atol=ROUNDING):
        return Undefined(_NO_SPREAD)
    return sqrt(max(0.0, float(apart @ inverse @ apart)))


def _missing(rows: Sequence[NumberRow | CategoryRow], arms: tuple[str, str] | None) -> Iterator[Words]:
    for row in rows:
        ours, theirs = (
            (row.treated.missing, row.control.missing)
            if isinstance(row, NumberRow)
            else (row.treated_missing, row.control_missing)
        )
        if not ours and not theirs:
            continue
        if arms is None:
            yield _MISSING.filled(name=row.name, treated=ours, control=theirs)
        else:
            first, second = arms
            yield _MISSING_IN.filled(name=row.name, ours=ours, first=first, theirs=theirs, second=second)
