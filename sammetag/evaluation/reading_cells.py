"""From what stands in a cell to a number, a yes or no, a day or a choice."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from sammetag.evaluation.reading_columns import Column, Kind

POINT, COMMA = ".", ","
NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?(?:[eE][+-]?[0-9]+)?")
# 1.234 is a thousand and something in one country, and one and something in another.
DOUBTFUL = re.compile(r"[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}")
DANISH_DAY = re.compile(r"([0-9]{1,2})[-.]([0-9]{1,2})[-.]([0-9]{4})")
ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
YES = {"ja", "yes", "true", "sand", "1"}
NO = {"nej", "no", "false", "falsk", "0"}
LARGEST_WHOLE = 2**53


class NoValue(ValueError):
    """What stands in the cell is not what the column holds."""


@dataclass(slots=True)
class DecimalSigns:
    """The decimal signs met in a file, each with the first row in which it stood."""

    certain: dict[str, int] = field(default_factory=dict)
    doubtful: dict[str, int] = field(default_factory=dict)

    def note_all(self, texts: Iterable[str]) -> None:
        """Note the signs of a column of numbers."""
        for row, text in enumerate(texts):
            if not text.isdigit() and (POINT in text or COMMA in text):
                sign = COMMA if COMMA in text else POINT
                seen = self.doubtful if DOUBTFUL.fullmatch(text) else self.certain
                seen[sign] = min(row, seen.get(sign, row))

    def first(self, sign: str) -> int | None:
        """Give the first row in which the sign stood."""
        return min((seen[sign] for seen in (self.certain, self.doubtful) if sign in seen), default=None)


def reader(column: Column) -> Callable[[str], object]:
    """Give what reads a cell of the column; it raises NoValue for what the column does not hold."""
    named = {choice.casefold(): choice for choice in column.choices}
    readers: dict[Kind, Callable[[str], object]] = {
        Kind.NUMBER: number,
        Kind.WHOLE: whole,
        Kind.YES_NO: yes_no,
        Kind.TEXT: str,
        Kind.DATE: day,
        Kind.CHOICE: lambda text: _chosen(text, named),
    }
    return readers[column.kind]


def tidy(text: str) -> str:
    """Give the text without space around it, and with a hyphen for a minus sign."""
    return text.strip().replace("\N{MINUS SIGN}", "-")


def number(text: str) -> float:
    """Give the number; a comma is a decimal sign as a point is. Raises NoValue."""
    if not NUMBER.fullmatch(text):
        raise NoValue
    found = float(text.replace(COMMA, POINT))
    if math.isinf(found):
        raise NoValue
    return found


def whole(text: str) -> int:
    """Give the whole number; 3.0 is one as well. Raises NoValue."""
    found = number(text)
    if not found.is_integer() or abs(found) > LARGEST_WHOLE:
        raise NoValue
    return int(found)


def yes_no(text: str) -> bool:
    """Give the yes or no. Raises NoValue."""
    said = text.casefold()
    if said not in YES | NO:
        raise NoValue
    return said in YES


def day(text: str) -> date:
    """Give the day, written as 2026-01-31 or 31-01-2026. Raises NoValue."""
    danish = DANISH_DAY.fullmatch(text)
    try:
        if danish:
            return date(int(danish[3]), int(danish[2]), int(danish[1]))
        return date.fromisoformat(text if ISO_DAY.fullmatch(text) else "")
    except ValueError:
        raise NoValue from None


def _chosen(text: str, named: dict[str, str]) -> str:
    try:
        return named[text.casefold()]
    except KeyError:
        raise NoValue from None
