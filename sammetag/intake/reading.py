"""From the bytes of a file to a table of words. It knows nothing of programmes."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from sammetag.design.wording import grouped_words
from sammetag.intake.decoding import text_of
from sammetag.intake.faults import Fault, Unreadable

MOST_BYTES = 8 * 1024 * 1024
MOST_ROWS = 20_000
MOST_COLUMNS = 200
SEPARATORS = ";,\t"
COMMENT = "#"


@dataclass(frozen=True)
class Row:
    """One row of the table. `number` is the one that a spreadsheet shows beside it."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A heading and the rows under it, each with as many cells as the heading; and the rows that had not."""

    heading: Row
    rows: tuple[Row, ...]
    ragged: tuple[Fault, ...]


def read(data: bytes) -> Table:
    """The table in a file of CSV; raises Unreadable, with a sentence, for what is none.

    Rows that are empty, and rows that begin with #, are left out.
    """
    if len(data) > MOST_BYTES:
        raise too_large()
    text = text_of(data)
    records = _records(text)
    heading = next(records, None)
    if heading is None:
        raise Unreadable(
            _("Filen har ingen overskrifter. Hent skabelonen, og begynd med dens første række."), "no heading"
        )
    if len(heading.cells) > MOST_COLUMNS:
        raise Unreadable(
            _("Filen har flere end %(most)s kolonner. Hent skabelonen, og brug dens overskrifter.")
            % {"most": MOST_COLUMNS},
            "too many columns",
        )
    rows: list[Row] = []
    ragged: list[Fault] = []
    for row in records:
        if len(rows) + len(ragged) >= MOST_ROWS:
            raise Unreadable(
                _("Filen har flere end %(most)s rækker. Del den op, og indlæs delene hver for sig.")
                % {"most": grouped_words(MOST_ROWS)},
                "too many rows",
            )
        fitting = _fitted(row, len(heading.cells))
        if fitting is None:
            ragged.append(_ragged(row, len(heading.cells)))
        else:
            rows.append(fitting)
    if not rows and not ragged:
        raise Unreadable(
            _("Filen har overskrifter, men ingen rækker. Skriv dem under overskrifterne."),
            "no rows",
        )
    return Table(heading, tuple(rows), tuple(ragged))


def too_large() -> Unreadable:
    """The refusal of a file that is too large to be read at all."""
    return Unreadable(
        _("Filen fylder mere end %(most)s MB. Del den op, og indlæs delene hver for sig.")
        % {"most": MOST_BYTES // (1024 * 1024)},
        "file too large",
    )


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
        if number < numbered_from or not any(cell.strip() for cell in cells):
            continue
        if not cells[0].lstrip().startswith(COMMENT):
            yield Row(number, tuple(cells))


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


def _fitted(row: Row, width: int) -> Row | None:
    """The row as wide as the heading, where what is beside it is empty; none where it does not fit."""
    if len(row.cells) < width or any(cell.strip() for cell in row.cells[width:]):
        return None
    return Row(row.number, row.cells[:width])


def _ragged(row: Row, width: int) -> Fault:
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
