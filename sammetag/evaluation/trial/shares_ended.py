"""How many of each arm had something: the table, its tests, and how far the shares are apart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from sammetag.evaluation.arrays import Bools, Ints
from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.result import Undefined
from sammetag.evaluation.shares import SharesCompared, compare_shares
from sammetag.evaluation.tables import ChiSquare, Fisher, chi_square, fisher
from sammetag.words import Words

Found = TypeVar("Found")

YES = Words("Ja", "Yes")
NO = Words("Nej", "No")
_ONE_COLUMN = Words(
    "Alle er i den samme kolonne, så der er intet at sammenligne.",
    "Everybody is in the same column, so there is nothing to compare.",
)


@dataclass(frozen=True, slots=True)
class Counted:
    """The persons of each arm by what they had, with chi-square and Fisher's test.

    `treated` and `control` have a count for each of `labels`. Labels that nobody had are not tested. `shares`
    compares the first label with all others; None where no label is an event by itself.
    """

    labels: tuple[Words, ...]
    treated: tuple[int, ...]
    control: tuple[int, ...]
    chi_square: ChiSquare | Undefined
    fisher: Fisher | Undefined
    shares: SharesCompared | Undefined | None

    @property
    def p(self) -> float | None:
        """The p to be read: chi-square's, or Fisher's where too few are expected; None without a test."""
        if isinstance(self.chi_square, Undefined):
            return None
        if self.chi_square.warnings and isinstance(self.fisher, Fisher):
            return self.fisher.p
        return self.chi_square.test.p


def or_why(ask: Callable[[], Found]) -> Found | Undefined:
    """Give the answer, or why these data have none."""
    try:
        return ask()
    except InputRefused as fault:
        return Undefined(fault.sentence)


def had_or_not(had: Bools, treated: Bools, level: float, labels: tuple[Words, Words] = (YES, NO)) -> Counted:
    """Say how many of each arm had the event: one truth value a person; `labels` say yes and no."""
    counted = counted_by(np.where(had, 0, 1), treated, labels)
    ours, theirs = ((counts[0], sum(counts)) for counts in (counted.treated, counted.control))
    shares = or_why(lambda: compare_shares(ours, theirs, level))
    return Counted(
        counted.labels, counted.treated, counted.control, counted.chi_square, counted.fisher, shares
    )


def counted_by(label: Ints, treated: Bools, labels: tuple[Words, ...]) -> Counted:
    """Say how many of each arm had which of the labels: the number of a label from 0, one a person."""
    rows = [np.bincount(label[arm], minlength=len(labels)) for arm in (treated, ~treated)]
    some = np.flatnonzero(rows[0] + rows[1])
    if len(some) < 2:
        why = Undefined(_ONE_COLUMN)
        tests: tuple[ChiSquare | Undefined, Fisher | Undefined] = (why, why)
    else:
        table = np.array([row[some] for row in rows])
        tests = or_why(lambda: chi_square(table)), or_why(lambda: fisher(table))
    first, second = (tuple(row.tolist()) for row in rows)
    return Counted(labels, first, second, *tests, None)
