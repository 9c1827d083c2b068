"""From a file to the cells of its columns: CSV with commas or semicolons, or Parquet."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import duckdb
from numpy.typing import NDArray

from sammetag.evaluation import reading_words as words
from sammetag.evaluation.errors import InputRefused
from sammetag.words import Words

PARQUET = b"PAR1"
WORKBOOK = b"PK\x03\x04"

# A list of texts, or what Parquet holds, masked where nothing stands.
Written: TypeAlias = Sequence[str] | NDArray[Any]


@dataclass(frozen=True, slots=True)
class Cells:
    """The columns of a file as they stand there.

    `lines`: where each row begins in the file; for Parquet its number. `sign`: what parts two fields of CSV.
    """

    columns: Mapping[str, Written]
    lines: Sequence[int]
    sign: str

    def at(self, row: int) -> Words:
        """Say where a row stands, so that one can find it."""
        return (words.LINE if self.sign else words.ROW).filled(number=self.lines[row])


def cells_of(path: Path) -> Cells:
    """Give what stands in the file; raises InputRefused with the line, and OSError if it cannot be opened."""
    data = path.read_bytes()
    if data.startswith(PARQUET):
        return _of_parquet(path)
    if data.startswith(WORKBOOK):
        raise InputRefused(words.WORKBOOK, "a workbook")
    return _of_text(_decoded(data))


def _of_parquet(path: Path) -> Cells:
    try:
        with duckdb.connect() as connection:
            found = connection.execute("SELECT * FROM read_parquet(?)", [str(path)]).fetchnumpy()
    except duckdb.Error as fault:
        raise InputRefused(words.NOT_PARQUET, "no Parquet") from fault
    length = len(next(iter(found.values())))
    if not length:
        raise InputRefused(words.NO_ROWS, "no rows")
    return Cells(dict(found), range(1, length + 1), "")


def _decoded(data: bytes) -> str:
    body = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = body.decode()
    except UnicodeDecodeError as fault:
        line = body.count(b"\n", 0, fault.start) + 1
        raise InputRefused(words.NOT_UTF_8.filled(line=line), f"no UTF-8 at line {line}") from fault
    if not text.strip():
        raise InputRefused(words.EMPTY, "empty file")
    return text


def _of_text(text: str) -> Cells:
    heading = next(line for line in text.splitlines() if line.strip())
    sign = ";" if ";" in heading else ","
    (_line, headings), *rows = _records(text, sign)
    names = [name.strip() for name in headings]
    _refuse_doubled(names)
    if not rows:
        raise InputRefused(words.NO_ROWS, "no rows")
    for line, row in rows:
        if len(row) != len(names):
            counted = {"line": line, "found": len(row), "expected": len(names), "sign": sign}
            raise InputRefused(words.FIELDS.filled(**counted), f"{len(row)} fields at line {line}")
    columns = zip(*(row for _line, row in rows), strict=True)
    return Cells(dict(zip(names, columns, strict=True)), [line for line, _row in rows], sign)


def _records(text: str, sign: str) -> list[tuple[int, list[str]]]:
    """Every row with something in it, after the line with which it begins."""
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True)
    found, line = [], 1
    try:
        for row in rows:
            if any(cell.strip() for cell in row):
                found.append((line, row))
            line = rows.line_num + 1
    except csv.Error as fault:
        raise InputRefused(words.NOT_CSV.filled(line=line), f"no CSV at line {line}") from fault
    return found


def _refuse_doubled(names: Sequence[str]) -> None:
    named = Counter(name for name in names if name)
    for name, count in named.items():
        if count > 1:
            raise InputRefused(words.DOUBLED.filled(name=name, count=count), "a heading twice")
