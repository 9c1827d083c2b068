"""Do the arms differ in how many had what? Counted in a table: chi-square, and Fisher's exact test."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from scipy import stats
from scipy.special import gammaln

from sammetag.evaluation.arrays import Floats, Ints
from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.result import LEVEL, Estimate, Interval, Method, Test, Undefined
from sammetag.words import Words

Counts: TypeAlias = Sequence[Sequence[int]] | Ints

# Cochran's rule: at most one cell in five expects fewer persons than this, and none fewer than one.
ENOUGH_EXPECTED, MOST_SMALL_CELLS = 5, 0.2
# So many tables with the same margins are gone through one by one: a second or two.
MOST_TABLES = 200_000
# Tables whose probabilities differ by less than this share count as equally likely, as in R.
AS_LIKELY = 1e-7

_SHAPE = Words(
    "Tabellen skal have mindst to rækker og to kolonner, og lige mange tal i hver række.",
    "The table must have at least two rows and two columns, and as many numbers in each row.",
)
_NO_COUNT = Words(
    "Række {row}, kolonne {column}: der skal stå et helt antal personer, 0 eller flere.",
    "Row {row}, column {column}: there must be a whole number of persons, 0 or more.",
)
_EMPTY_ROW = Words(
    "Række {row}: der er ingen personer. Tag rækken ud, eller læg den sammen med en anden.",
    "Row {row}: there are no persons. Take the row out, or merge it with another.",
)
_EMPTY_COLUMN = Words(
    "Kolonne {column}: der er ingen personer. Tag kolonnen ud, eller læg den sammen med en anden.",
    "Column {column}: there are no persons. Take the column out, or merge it with another.",
)
_TOO_LARGE = Words(
    "Tabellen er for stor til Fishers eksakte test. Læg kategorier sammen, eller brug chi-i-anden.",
    "The table is too large for Fisher's exact test. Merge categories, or use chi-square.",
)
_FEW = Words(
    "{few} af {cells} celler venter færre end {enough} personer, så chi-i-anden er upålidelig. Læs Fishers "
    "eksakte test i stedet.",
    "{few} of {cells} cells expect fewer than {enough} persons, so chi-square is unreliable. Read Fisher's "
    "exact test instead.",
)
_NO_ODDS_RATIO = Words(
    "En celle er tom, så oddsforholdet er nul eller uendeligt. Se på forskellen i andele.",
    "A cell is empty, so the odds ratio is zero or infinite. Look at the difference of shares.",
)
_CHI_SQUARE = Method(
    Words(
        "Pearsons chi-i-anden holder antallene op mod dem, man ville vente, hvis grupperne var ens. Med "
        "Yates' korrektion er den forsigtigere.",
        "Pearson's chi-square compares the counts with those to be expected if the arms were alike. With "
        "Yates's correction it is more cautious.",
    ),
    "Pearson (1900); Yates (1934); Cochran (1954), Biometrics 10:417",
)
_FISHER = Method(
    Words(
        "Fishers eksakte test lægger sandsynligheden sammen for alle tabeller med de samme summer, der ikke "
        "er mere sandsynlige end den fundne. Oddsforholdet er det, der gør tabellen mest sandsynlig.",
        "Fisher's exact test adds up the probability of all tables with the same totals that are no more "
        "probable than the one found. The odds ratio is the one that makes the table most likely.",
    ),
    "Fisher (1935); Freeman & Halton (1951), Biometrika 38:141; interval: Cornfield (1956)",
)


@dataclass(frozen=True, slots=True)
class ChiSquare:
    """What chi-square says of a table: as it is, and with Yates's correction (None unless 2 x 2).

    `expected`: the persons to be expected in each cell if rows and columns had nothing to do with each other.
    """

    test: Test
    corrected: Test | None
    expected: tuple[tuple[float, ...], ...]
    method: Method
    warnings: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Fisher:
    """What Fisher's exact test says of a table; `odds_ratio` is None unless 2 x 2, Undefined with a zero."""

    p: float
    tables: int
    odds_ratio: Estimate | Undefined | None
    method: Method
    warnings: tuple[Words, ...] = ()


def chi_square(counts: Counts) -> ChiSquare:
    """Say whether rows and columns of a table have to do with each other, by Pearson's chi-square.

    `counts`: persons, arms by outcomes or the other way. Warns where too few are expected (Cochran's rule; in
    a 2 x 2 table, any cell). Raises InputRefused for an empty row or column and for what is no count.
    """
    table = _table(counts)
    expected = np.outer(table.sum(axis=1), table.sum(axis=0)) / table.sum()
    degrees = (table.shape[0] - 1) * (table.shape[1] - 1)
    apart = np.abs(table - expected)
    corrected = None
    if table.shape == (2, 2):
        corrected = _tested(apart - np.minimum(0.5, apart), expected, degrees)
    rows = tuple(tuple(row) for row in expected.tolist())
    return ChiSquare(_tested(apart, expected, degrees), corrected, rows, _CHI_SQUARE, _warnings(expected))


def fisher(counts: Counts, level: float = LEVEL) -> Fisher:
    """Say the same exactly, however few the persons are, by Fisher's test; for 2 x 2 the odds ratio as well.

    Every table with the same totals is gone through. Raises InputRefused where there are more than
    MOST_TABLES, for an empty row or column, and for what is no count.
    """
    table = _table(counts)
    likely = _log_likelihoods(table)
    found = -gammaln(table + 1).sum()
    as_rare = likely <= found + np.log1p(AS_LIKELY)
    top = likely.max()
    weights = np.exp(likely - top)
    p = min(1.0, float(weights[as_rare].sum() / weights.sum()))
    return Fisher(p, len(likely), _odds_ratio(table, level), _FISHER)


def _tested(apart: Floats, expected: Floats, degrees: int) -> Test:
    statistic = float((apart**2 / expected).sum())
    return Test(statistic, float(stats.chi2.sf(statistic, degrees)), degrees)


def _warnings(expected: Floats) -> tuple[Words, ...]:
    few, cells = int((expected < ENOUGH_EXPECTED).sum()), expected.size
    allowed = 0.0 if expected.shape == (2, 2) else MOST_SMALL_CELLS * cells
    if few <= allowed and expected.min() >= 1:
        return ()
    return (_FEW.filled(few=few, cells=cells, enough=ENOUGH_EXPECTED),)


def _odds_ratio(table: Ints, level: float) -> Estimate | Undefined | None:
    if table.shape != (2, 2):
        return None
    if not table.all():
        return Undefined(_NO_ODDS_RATIO)
    found = stats.contingency.odds_ratio(table, kind="conditional")
    ends = found.confidence_interval(level)
    return Estimate(float(found.statistic), Interval(float(ends.low), float(ends.high), level))


def _log_likelihoods(table: Ints) -> Floats:
    """The logarithm of how likely each table with these totals is, but for a constant.

    Column by column: for each way to have used up the rows so far, the tables that lead there.
    """
    table = table if table.shape[0] <= table.shape[1] else table.T
    ways: dict[tuple[int, ...], Floats] = {tuple(table.sum(axis=1).tolist()): np.zeros(1)}
    for total in table.sum(axis=0)[:-1].tolist():
        following: dict[tuple[int, ...], list[Floats]] = {}
        tables = 0
        for left, likely in ways.items():
            for column in _columns(total, left):
                tables += len(likely)
                if tables > MOST_TABLES:
                    raise InputRefused(_TOO_LARGE, f"more than {MOST_TABLES} tables")
                after = tuple(have - take for have, take in zip(left, column, strict=True))
                following.setdefault(after, []).append(likely - _log_factorials(column))
        ways = {left: np.concatenate(found) for left, found in following.items()}
    return np.concatenate([likely - _log_factorials(left) for left, likely in ways.items()])


def _columns(total: int, left: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """Every column with this total that takes from no row more than is left."""
    if len(left) == 1:
        yield (total,)
        return
    others = sum(left[1:])
    for first in range(max(0, total - others), min(total, left[0]) + 1):
        for rest in _columns(total - first, left[1:]):
            yield (first, *rest)


def _log_factorials(column: tuple[int, ...]) -> float:
    return float(gammaln(np.array(column) + 1.0).sum())


def _table(counts: Counts) -> Ints:
    """The counts as an array, with nothing in it that cannot be counted."""
    if len({len(row) for row in counts}) != 1 or len(counts) < 2 or len(counts[0]) < 2:
        raise InputRefused(_SHAPE, "no table of two by two or more")
    given = np.asarray(counts, dtype=np.float64)
    wrong = ~(np.isfinite(given) & (given >= 0) & (given == np.floor(given)))
    if wrong.any():
        row, column = (int(place) + 1 for place in np.argwhere(wrong)[0])
        sentence = _NO_COUNT.filled(row=row, column=column)
        raise InputRefused(sentence, f"no count at row {row}, column {column}", row)
    table = given.astype(np.int64)
    if not table.sum(axis=1).all():
        row = int(np.argmin(table.sum(axis=1))) + 1
        raise InputRefused(_EMPTY_ROW.filled(row=row), f"empty row {row}", row)
    if not table.sum(axis=0).all():
        column = int(np.argmin(table.sum(axis=0))) + 1
        raise InputRefused(_EMPTY_COLUMN.filled(column=column), f"empty column {column}")
    return table
