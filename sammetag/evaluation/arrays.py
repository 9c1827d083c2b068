"""What an array is called here, and how one is refused that holds something else."""

from __future__ import annotations

import math
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from sammetag.evaluation.errors import InputRefused
from sammetag.words import Words

Floats: TypeAlias = NDArray[np.float64]
Ints: TypeAlias = NDArray[np.int64]
Bools: TypeAlias = NDArray[np.bool_]

_NO_NUMBER = Words(
    "Række {row}: {what} mangler eller er ikke et tal. Ret rækken, eller tag den ud med en begrundelse.",
    "Row {row}: {what} is missing or no number. Correct the row, or take it out and say why.",
)
_LENGTHS = Words(
    "{what} har {length} rækker, men der skal være {expected}.",
    "{what} has {length} rows, but there must be {expected}.",
)


def refuse_first(wrong: Bools, sentence: Words, technical: str, **params: object) -> None:
    """Raise InputRefused at the first row where `wrong` holds; the sentence may name {row} and the params."""
    if wrong.any():
        row = int(np.argmax(wrong)) + 1
        raise InputRefused(sentence.filled(row=row, **params), f"{technical} at row {row}", row)


def floats(values: object, what: Words, length: int | None = None) -> Floats:
    """Give the values as numbers, one a row; raises InputRefused for a missing one and for another length."""
    found = _as_numbers(values)
    require_length(found, what, length)
    refuse_first(~np.isfinite(found), _NO_NUMBER, "no number", what=what)
    return found


def require_length(values: NDArray[np.generic], what: Words, length: int | None) -> None:
    """Refuse an array that is not one value a row; raises InputRefused."""
    if values.ndim != 1 or (length is not None and len(values) != length):
        params = {"what": what, "length": len(values), "expected": length}
        raise InputRefused(_LENGTHS.filled(**params), f"{values.shape} instead of ({length},)")


def _as_numbers(values: object) -> Floats:
    """The values as numbers, with NaN for what is none."""
    try:
        return np.asarray(values, dtype=np.float64)
    except (TypeError, ValueError):
        each = np.vectorize(_as_number, otypes=[np.float64])
        return np.asarray(each(np.asarray(values, dtype=np.object_)), dtype=np.float64)


def _as_number(value: Any) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):
        return math.nan
