"""The numbers of a printed report, each as it stands there and where.

A file of them is CSV with the columns id, report, where, what, unit, published, value and decimals:
`published` is the text as printed, `value` the same as a number, `decimals` how many are printed. A
`count`, and `weeks`, are exact; in every other unit the number was rounded to its decimals. The unit
`text` is for what is no number, such as '1 aar 9 mdr'.

`figures.csv` beside this file holds 777 numbers as printed in three public reports. 000: Mehlsen, Holt,
Bach and Thörnfeldt, Ressourceforløb (SFI 15:39, 2015). 001: Holt and Pejtersen, Det gode ressourceforløb
(VIVE 2019). 002: COWI, Evaluering af koordinerende sagsbehandler og mentor for ressourceforløb (STAR 2018).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.published.rounding import Span, exactly, stands_for
from sammetag.evaluation.reading import Column, Kind, Table, read
from sammetag.words import Words

SHIPPED = Path(__file__).parent / "figures.csv"
EXACT = {"count", "weeks"}
IN_WORDS = "text"
NUMBER = re.compile(r"-?[0-9]+(?:,[0-9]+)?")
TEXTS = ("id", "report", "where", "what", "unit", "published")
CONTRACT = (
    *(Column(name, Kind.TEXT, unique=name == "id") for name in TEXTS),
    Column("value", blank=True),
    Column("decimals", Kind.WHOLE),
)

_NO_NUMBER = Words(
    "I linje {line} er »{printed}« ikke et tal med dansk komma. Skriv det, som det er trykt.",
    "In line {line}, '{printed}' is no number with a Danish comma. Write it as it is printed.",
)
_DIFFERS = Words(
    "I linje {line} passer »{printed}« ikke med value og decimals. Ret den, der er forkert.",
    "In line {line}, '{printed}' does not fit value and decimals. Correct the one that is wrong.",
)


@dataclass(frozen=True, slots=True)
class Figure:
    """One printed number: where it stands, as what it is printed, and its value (0 for a text)."""

    id: str
    report: str
    where: str
    what: str
    unit: str
    published: str
    value: Fraction
    decimals: int = 0

    @property
    def span(self) -> Span:
        """Give what the printed number can stand for."""
        return exactly(self.value) if self.unit in EXACT else stands_for(self.value, self.decimals)

    @property
    def words(self) -> Words:
        """Give the number as printed, and in English with a point."""
        return Words(self.published, self.published.replace(",", "."))


Figures = Mapping[str, Figure]


def read_figures(path: Path = SHIPPED) -> Figures:
    """Give the figures of a file by their ids, in its order.

    Raises InputRefused with the line, and OSError if the file cannot be opened.
    """
    table = read(path, CONTRACT)
    told = zip(*(table.texts(name) for name in TEXTS), strict=True)
    figures = [_figure(texts, row, table) for row, texts in enumerate(told)]
    return {figure.id: figure for figure in figures}


def _figure(texts: tuple[str, ...], row: int, table: Table) -> Figure:
    name, report, where, what, unit, printed = texts
    decimals = int(table.wholes("decimals")[row])
    value = Fraction(0) if unit == IN_WORDS else _value(printed, decimals, row, table)
    return Figure(name, report, where, what, unit, printed, value, decimals)


def _value(printed: str, decimals: int, row: int, table: Table) -> Fraction:
    """The exact value of what is printed; it must be what the file says beside it."""
    line = table.lines[row]
    if not NUMBER.fullmatch(printed):
        told = _NO_NUMBER.filled(line=line, printed=printed)
        raise InputRefused(told, f"no printed number at line {line}", row + 1)
    value = Fraction(printed.replace(",", "."))
    if float(value) != table.numbers("value")[row] or len(printed.partition(",")[2]) != decimals:
        told = _DIFFERS.filled(line=line, printed=printed)
        raise InputRefused(told, f"value differs at line {line}", row + 1)
    return value
