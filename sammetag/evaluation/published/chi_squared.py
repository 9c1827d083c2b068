"""Whether a printed χ² and its p are those of the counts of the table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain, product

from scipy import stats

from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.published.figures import Figure
from sammetag.evaluation.published.rounding import half_up, in_words
from sammetag.evaluation.published.terms import pairs
from sammetag.evaluation.published.verdicts import Expected, Finding, Verdict, found
from sammetag.words import Words

BELOW = "p_upper"
FOURFOLD = (2, 2)
HALF = Fraction(1, 2)
DECIMALS_OF_P = 4

_STATISTIC = Words("Tabellen giver χ² = {expected}", "The table gives χ² = {expected}")
_CORRECTED = Words(
    "Tabellen giver χ² = {expected} med kontinuitetskorrektion",
    "The table gives χ² = {expected} with continuity correction",
)
_P = Words(
    "Tabellen giver p = {p} (χ² = {statistic}, df = {degrees}); der er trykt p {sign} {printed}.",
    "The table gives p = {p} (χ² = {statistic}, df = {degrees}); p {sign} {printed} is printed.",
)
_PRINTED = Words("{sign} {printed}", "{sign} {printed}")
_WITH_CORRECTION = Words(
    "Med kontinuitetskorrektion er χ² = {statistic} og p = {p}.",
    "With continuity correction χ² = {statistic} and p = {p}.",
)
_EMPTY = Words(
    "»{id}« skal regnes af en tabel, hvor en række eller søjle er 0. Tag den ud.",
    "'{id}' is to be worked out from a table with a row or column of 0. Take it out.",
)


@dataclass(frozen=True, slots=True)
class ChiSquared:
    """Pearson's χ² of a table of counts, exact, without and with Yates's correction for continuity.

    The correction belongs to tables of two by two; elsewhere `corrected` is None.
    Source: Agresti, Categorical Data Analysis (2013), 3.2; Yates (1934).
    """

    statistic: Fraction
    corrected: Fraction | None
    degrees: int

    def p(self, statistic: Fraction) -> float:
        """Give the probability of a statistic so large or larger by chance."""
        return float(stats.chi2.sf(float(statistic), self.degrees))


def chi_squared_of(table: Sequence[Sequence[Fraction]]) -> ChiSquared | None:
    """Give χ² of the counts, row by row; None where a row or a column is empty."""
    rows = [sum(row, Fraction(0)) for row in table]
    columns = [sum(column, Fraction(0)) for column in zip(*table, strict=True)]
    if not all((*rows, *columns)):
        return None
    everybody = sum(rows, Fraction(0))
    by_chance = [row * column / everybody for row, column in product(rows, columns)]
    away = [abs(seen - chance) for seen, chance in zip(chain(*table), by_chance, strict=True)]
    nearer = [max(one - HALF, Fraction(0)) for one in away]
    fourfold = (len(rows), len(columns)) == FOURFOLD
    degrees = (len(rows) - 1) * (len(columns) - 1)
    return ChiSquared(_summed(away, by_chance), _summed(nearer, by_chance) if fourfold else None, degrees)


def _summed(away: Sequence[Fraction], by_chance: Sequence[Fraction]) -> Fraction:
    cells = zip(away, by_chance, strict=True)
    return sum((one * one / chance for one, chance in cells), Fraction(0))


def statistic(figure: Figure, *, table: Sequence[Sequence[Figure]]) -> Finding:
    """Say whether a printed χ² is that of the table, without or with continuity correction."""
    result, behind = _worked_out(figure, table)
    expected, claim = result.statistic, _STATISTIC
    if result.corrected is not None and half_up(result.corrected, figure.decimals) == figure.value:
        expected, claim = result.corrected, _CORRECTED
    return found(figure, Expected.exact(expected), claim, behind=behind)


def probability(figure: Figure, *, table: Sequence[Sequence[Figure]]) -> Finding:
    """Say whether a printed p is that of the table, or below the printed limit where only that is printed."""
    result, behind = _worked_out(figure, table)
    p = result.p(result.statistic)
    below = figure.unit == BELOW
    agrees = p < figure.value if below else half_up(Fraction(p), figure.decimals) == figure.value
    shown = in_words(Fraction(p), DECIMALS_OF_P)
    stands = {"sign": "<" if below else "=", "printed": figure.words}
    statistic = in_words(result.statistic, 2)
    told = _P.filled(p=shown, statistic=statistic, degrees=result.degrees, **stands)
    verdict = Verdict.OK if agrees else Verdict.MISMATCH
    remark = _with_correction(result)
    return Finding(figure, behind, verdict, _PRINTED.filled(**stands), shown, told, remark)


def _with_correction(result: ChiSquared) -> Words | None:
    if result.corrected is None:
        return None
    p = in_words(Fraction(result.p(result.corrected)), DECIMALS_OF_P)
    return _WITH_CORRECTION.filled(statistic=in_words(result.corrected, 2), p=p)


def _worked_out(figure: Figure, table: Sequence[Sequence[Figure]]) -> tuple[ChiSquared, tuple[Figure, ...]]:
    for row in table[1:]:
        pairs(figure, table[0], row)
    result = chi_squared_of([[cell.value for cell in row] for row in table])
    if result is None:
        raise InputRefused(_EMPTY.filled(id=figure.id), f"an empty margin for {figure.id}")
    return result, tuple(cell for row in table for cell in row)
