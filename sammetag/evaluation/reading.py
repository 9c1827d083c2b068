"""A file of data, read by a contract: each column is what the caller said, or a sentence says where not.

    table = read(path, [Column("weeks"), Column("arm", Kind.YES_NO), Column("id", Kind.TEXT, unique=True)])
    table.numbers("weeks")      -> Floats
    table.yes_no("arm")         -> Bools

CSV with commas or semicolons, in UTF-8, or Parquet. A decimal comma is read as a decimal point is, but a file
uses one of them. Columns that the contract does not name are left alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sammetag.evaluation import reading_words as words
from sammetag.evaluation.arrays import Bools, Floats, Ints
from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.reading_cells import COMMA, POINT, DecimalSigns, NoValue, reader, tidy
from sammetag.evaluation.reading_columns import Column, Kind
from sammetag.evaluation.reading_rows import Cells, Written, cells_of
from sammetag.words import Words

__all__ = ["Column", "Kind", "Table", "read"]

Values = NDArray[Any]
BLANKS = {Kind.NUMBER: np.nan, Kind.TEXT: "", Kind.CHOICE: "", Kind.DATE: np.datetime64("NaT")}
TYPES = {
    Kind.NUMBER: "float64",
    Kind.WHOLE: "int64",
    Kind.YES_NO: "bool",
    Kind.TEXT: "object",
    Kind.CHOICE: "object",
    Kind.DATE: "datetime64[D]",
}
# As what Parquet may hold a column of each kind, by NumPy's letters.
HELD_AS = {Kind.NUMBER: "fiu", Kind.WHOLE: "iu", Kind.YES_NO: "b", Kind.DATE: "M"}


@dataclass(frozen=True, eq=False)
class Table:
    """The columns of a file, each as the contract said; `lines` says where in the file each row stands."""

    lines: Ints
    columns: dict[str, Values]
    filled: dict[str, Bools]

    def __len__(self) -> int:
        """Give the number of rows."""
        return len(self.lines)

    def has(self, name: str) -> bool:
        """Say whether the file has a column that it need not have."""
        return name in self.columns

    def numbers(self, name: str) -> Floats:
        """Give a column of numbers; NaN where the contract let a field be blank and it was."""
        return self.columns[name].astype(np.float64, copy=False)

    def wholes(self, name: str) -> Ints:
        """Give a column of whole numbers."""
        return self.columns[name].astype(np.int64, copy=False)

    def yes_no(self, name: str) -> Bools:
        """Give a column of yes (True) and no."""
        return self.columns[name].astype(np.bool_, copy=False)

    def texts(self, name: str) -> tuple[str, ...]:
        """Give a column of texts or choices; '' where a field was blank."""
        return tuple(self.columns[name])

    def days(self, name: str) -> NDArray[np.datetime64]:
        """Give a column of days; NaT where a field was blank."""
        return self.columns[name].astype("datetime64[D]", copy=False)

    def given(self, name: str) -> Bools:
        """Say in which rows the field is filled in."""
        return self.filled[name]


def read(path: Path, contract: Sequence[Column]) -> Table:
    """Give the columns of a file as the contract says they are.

    Raises InputRefused for the first row that does not fit: where it is, what it says, what to do. Its `row`
    counts the rows of data from 1. Raises OSError if the file cannot be opened.
    """
    cells = cells_of(path)
    table = Table(np.asarray(cells.lines, dtype=np.int64), {}, {})
    signs = DecimalSigns()
    refusals = []
    for column in contract:
        if _is_there(column, cells):
            try:
                values, filled = _Held(column, cells, signs).read()
            except InputRefused as refusal:
                refusals.append(refusal)
            else:
                table.columns[column.name], table.filled[column.name] = values, filled
    if refusals:
        raise min(refusals, key=lambda refusal: refusal.row or 0)
    _refuse_signs(signs, cells)
    return table


def _is_there(column: Column, cells: Cells) -> bool:
    if column.name in cells.columns or not column.required:
        return column.name in cells.columns
    names = {name.casefold(): name for name in cells.columns if name}
    near = get_close_matches(column.name.casefold(), names, n=1)
    hint = words.NEAR.filled(near=names[near[0]]) if near else ""
    said = {"name": column.name, "hint": hint, "names": ", ".join(names.values())}
    raise InputRefused(words.LACKS.filled(**said), f"no column {column.name}")


def _refuse_signs(signs: DecimalSigns, cells: Cells) -> None:
    """Refuse a file with both decimal signs, and one whose sign might part thousands."""
    comma, point = signs.first(COMMA), signs.first(POINT)
    if comma is not None and point is not None:
        said = words.BOTH_SIGNS.filled(comma=cells.at(comma), point=cells.at(point))
        raise InputRefused(said, "both decimal signs", max(comma, point) + 1)
    foreign, own = (POINT, COMMA) if cells.sign == ";" else (COMMA, POINT)
    if foreign in signs.doubtful and foreign not in signs.certain:
        row = signs.doubtful[foreign]
        said = words.DOUBTFUL.filled(at=cells.at(row), sign=foreign, other=own)
        raise InputRefused(said, "a doubtful number", row + 1)


@dataclass(frozen=True, slots=True)
class _Held:
    """One column as the file holds it, and what it must be."""

    column: Column
    cells: Cells
    signs: DecimalSigns

    def read(self) -> tuple[Values, Bools]:
        """Give the values, and where there are any; raises InputRefused for the first that does not fit."""
        written = self.cells.columns[self.column.name]
        if isinstance(written, np.ndarray) and written.dtype.kind in HELD_AS.get(self.column.kind, ""):
            values, filled = self._taken(written)
        else:
            values, filled = self._understood(written)
        if self.column.unique:
            self._refuse_twice(values, filled)
        return values, filled

    def _taken(self, written: Values) -> tuple[Values, Bools]:
        """What Parquet holds as what it must be: it needs no reading cell by cell."""
        values = np.ma.getdata(written).astype(TYPES[self.column.kind])
        filled = ~np.ma.getmaskarray(written)
        if self.column.kind is Kind.NUMBER:
            filled &= ~np.isnan(values)
            self._refuse_first(filled & np.isinf(values), words.WRONG, values)
        if not self.column.blank:
            self._refuse_first(~filled, words.BLANK, values)
        if not filled.all():
            values[~filled] = BLANKS[self.column.kind]
        return values, filled

    def _understood(self, written: Written) -> tuple[Values, Bools]:
        """What is written as text, cell by cell."""
        kind = self.column.kind
        texts = [_text_of(cell, kind) for cell in _unmasked(written)]
        understood, blank = reader(self.column), BLANKS.get(kind)
        values: list[object] = []
        try:
            for text in texts:
                values.append(understood(text) if text else self._blank(blank))
        except NoValue:
            row = len(values)
            raise self._refusal(words.WRONG if texts[row] else words.BLANK, row, said=texts[row]) from None
        if kind in (Kind.NUMBER, Kind.WHOLE) and self.cells.sign:
            self.signs.note_all(texts)
        return np.array(values, dtype=TYPES[kind]), np.array([bool(text) for text in texts])

    def _blank(self, blank: object) -> object:
        if not self.column.blank:
            raise NoValue
        return blank

    def _refuse_twice(self, values: Values, filled: Bools) -> None:
        first: dict[object, int] = {}
        for row, value in enumerate(values.tolist()):
            if filled[row] and first.setdefault(value, row) != row:
                raise self._refusal(words.TWICE, row, said=value, first=self.cells.at(first[value]))

    def _refuse_first(self, wrong: Bools, sentence: Words, said: Values) -> None:
        if wrong.any():
            row = int(np.argmax(wrong))
            raise self._refusal(sentence, row, said=said[row])

    def _refusal(self, sentence: Words, row: int, **said: object) -> InputRefused:
        said |= {"at": self.cells.at(row), "name": self.column.name, "remedy": words.remedy(self.column)}
        return InputRefused(sentence.filled(**said), f"no {self.column.kind} at row {row + 1}", row + 1)


def _unmasked(written: Written) -> Sequence[object]:
    """The cells one by one; what is masked is None."""
    return written.tolist() if isinstance(written, np.ndarray) else written


def _text_of(cell: object, kind: Kind) -> str:
    """What a cell says; Parquet may hold a number, a day or nothing where CSV has text."""
    if cell is None or cell != cell:
        return ""
    if isinstance(cell, date) and kind is Kind.DATE:
        return cell.isoformat()[:10]
    return str(cell).strip() if kind in (Kind.TEXT, Kind.CHOICE) else tidy(str(cell))
