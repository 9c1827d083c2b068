"""From the bytes of a file to a table of words. It knows nothing of programmes."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from django.utils.translation import gettext as _

from sammetag.intake.decoding import is_zip, text_of
from sammetag.intake.faults import Fault, Unreadable
from sammetag.intake.headings import Columns
from sammetag.intake.table import COMMENT, MOST_BYTES, Row, Table, table_of, too_large
from sammetag.intake.workbooks.reading import table_in

SEPARATORS = ";,\t"


def read(data: bytes, columns: Columns | None = None) -> Table:
    """The table in a file of CSV or in a workbook; raises Unreadable, with a sentence, for what is neither.

    Rows that are empty, and rows that begin with #, are left out. `columns` tell which sheet of a workbook
    is meant; without them it is the first.
    """
    if len(data) > MOST_BYTES:
        raise too_large()
    if is_zip(data):
        return table_in(data, columns)
    return table_of(_records(text_of(data)), _fitted)


def _records(text: str) -> Iterator[Row]:
    """The rows of a text with something in them, without comments."""
    separator, numbered_from = _separator(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    number = 0
    while True:
        number += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as fault:
            raise Unreadable(
                _(
                    "Række %(row)s kan ikke læses. Er der et anførselstegn for meget eller for lidt, "
                    "eller er en tekst meget lang?"
                )
                % {"row": number},
                "not CSV",
            ) from fault
        row = Row(number, tuple(cells))
        if number >= numbered_from and not row.is_empty and not row.is_comment:
            yield row


def _separator(text: str) -> tuple[str, int]:
    """The sign between the cells, and the row with which the table begins.

    Excel can say the sign in a first line `sep=;`. Otherwise it is the one that the heading holds most of.
    """
    first = io.StringIO(text).readline().strip().lower()
    if first.startswith("sep=") and len(first) == 5 and first[4] in SEPARATORS:
        return first[4], 2
    if text.lower().startswith("sep=\t"):
        return "\t", 2
    lines = (line for line in io.StringIO(text) if line.strip(' \r\n;,\t"'))
    heading = next((line for line in lines if not line.lstrip(' "').startswith(COMMENT)), "")
    return max(SEPARATORS, key=heading.count), 1


def _fitted(row: Row, width: int) -> Row | Fault:
    """The row as wide as the heading, where what is beside it is empty; a fault where it does not fit."""
    if len(row.cells) >= width and not any(cell.strip() for cell in row.cells[width:]):
        return Row(row.number, row.cells[:width])
    return Fault(
        row.number,
        "",
        _("Rækken har %(count)s felter, og der er %(width)s overskrifter.")
        % {"count": len(row.cells), "width": width},
        _(
            "Står der et skilletegn eller et linjeskift inde i en tekst, skal teksten stå i anførselstegn. "
            "Tomme felter skal også med."
        ),
    )
