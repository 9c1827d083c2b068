"""The kinds of relation that printed figures stand in, by the words of a file of relations."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, auto
from typing import Any

from sammetag.evaluation.published import chi_squared, durations, hazard, power, shares, totals
from sammetag.evaluation.published.verdicts import Finding, Hedge


class Holds(Enum):
    """What a field of a relation holds: figures by their ids, or what the text says besides."""

    FIGURE = auto()
    FIGURES = auto()
    TERMS = auto()
    TABLE = auto()
    NUMBER = auto()
    NUMBERS = auto()
    DAY = auto()
    DAYS = auto()
    HEDGE = auto()
    TEXT = auto()


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of relation: what checks it, the fields it needs and those it may have.

    `about` is what stands after the name of the kind; `of_numbers` says that no figure of it may be a text.
    """

    check: Callable[..., Finding]
    needs: Mapping[str, Holds] = field(default_factory=dict)
    may_have: Mapping[str, Holds] = field(default_factory=dict)
    about: Holds = Holds.FIGURE
    of_numbers: bool = True

    @property
    def fields(self) -> Mapping[str, Holds]:
        """Give every field with what it holds."""
        return {**self.needs, **self.may_have}


def fits(holds: Holds, value: Any) -> bool:
    """Say whether what stands in a file is such as the field holds."""
    return _FITS[holds](value)


def as_list(value: Any) -> list[Any]:
    """Give several, where one alone may stand without its list."""
    return value if isinstance(value, list) else [value]


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _each(value: Any, is_one: Callable[[Any], bool]) -> bool:
    several = as_list(value)
    return bool(several) and all(map(is_one, several))


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_day(value: Any) -> bool:
    return type(value) is date


_FITS: Mapping[Holds, Callable[[Any], bool]] = {
    Holds.FIGURE: _is_text,
    Holds.FIGURES: lambda value: _each(value, _is_text),
    Holds.TERMS: lambda value: _each(value, lambda one: _is_text(one) or _is_number(one)),
    Holds.TABLE: lambda value: isinstance(value, list) and _each(value, lambda row: _each(row, _is_text)),
    Holds.NUMBER: _is_number,
    Holds.NUMBERS: lambda value: _each(value, _is_number),
    Holds.DAY: _is_day,
    Holds.DAYS: lambda value: _each(value, _is_day),
    Holds.HEDGE: lambda value: value in set(Hedge),
    Holds.TEXT: _is_text,
}

_HEDGED = {"hedge": Holds.HEDGE}
_SUMMED = {"of": Holds.TERMS}
_LESS = {"minus": Holds.TERMS}
_TABLE = {"table": Holds.TABLE}
_TRIAL = {
    "control": Holds.FIGURE,
    "size": Holds.FIGURE,
    "power": Holds.NUMBER,
    "level": Holds.NUMBER,
}
KINDS: Mapping[str, Kind] = {
    "total": Kind(totals.total, _SUMMED, _LESS),
    "same": Kind(totals.same, {"other": Holds.FIGURE}),
    "rows": Kind(totals.rows, {"of": Holds.FIGURES}),
    "hundred": Kind(totals.hundred, about=Holds.FIGURES),
    "at_most": Kind(totals.at_most, _SUMMED, _LESS),
    "between": Kind(totals.between, {"low": Holds.FIGURE, "high": Holds.FIGURE}),
    "halves": Kind(totals.halves, {"other": Holds.FIGURE}),
    "share": Kind(shares.share, {"part": Holds.TERMS, "whole": Holds.TERMS}, _HEDGED),
    "said_share": Kind(
        shares.said_share,
        {"whole": Holds.TERMS, "share": Holds.NUMBER, "said": Holds.TEXT},
        _HEDGED,
    ),
    "mean": Kind(shares.mean, {"of": Holds.FIGURES, "weights": Holds.FIGURES}),
    "grouped_mean": Kind(
        shares.grouped_mean,
        {"of": Holds.FIGURES, "starts": Holds.NUMBERS, "end": Holds.NUMBER},
    ),
    "higher": Kind(shares.higher, {"ratio": Holds.FIGURE}),
    "chi_squared": Kind(chi_squared.statistic, _TABLE),
    "chi_squared_p": Kind(chi_squared.probability, _TABLE),
    "hazard_ratio": Kind(
        hazard.ratio_with_interval,
        {"low": Holds.FIGURE, "high": Holds.FIGURE, "p": Holds.FIGURE},
    ),
    "detectable": Kind(power.detectable, _TRIAL),
    "lasts": Kind(durations.lasts, {"begins": Holds.DAYS, "ends": Holds.DAY}, _HEDGED, of_numbers=False),
}
