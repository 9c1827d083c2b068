"""From the bytes of a workbook to the table on one of its sheets."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from openpyxl.utils import get_column_letter

from sammetag.intake.faults import Fault, Unreadable
from sammetag.intake.headings import Columns, folded
from sammetag.intake.table import Row, Table, table_of
from sammetag.intake.values import shown
from sammetag.intake.workbooks.archive import broken
from sammetag.intake.workbooks.book import Book, Sheet, open_book
from sammetag.intake.workbooks.sheet import Reader, rows_of

# What archive, parser and numbers stumble over in a file that is broken, or made so on purpose.
STUMBLES = (
    BadZipFile,
    zlib.error,
    struct.error,
    ExpatError,
    EOFError,
    OSError,
    LookupError,
    ValueError,
    ArithmeticError,
    RuntimeError,
)
MOST_NAMED = 5


@dataclass
class _Candidate:
    """A sheet with its heading, and its rows from there on."""

    sheet: Sheet
    reader: Reader
    rows: Iterator[Row]
    heading: Row | None

    def is_meant(self, columns: Columns | None) -> bool:
        """Whether its heading has the one column without which nothing can be taken in."""
        if columns is None or self.heading is None:
            return False
        found = (columns.by_heading.get(folded(words)) for words in self.heading.cells)
        return any(column and column.key == columns.in_every_row for column in found)


def table_in(data: bytes, columns: Columns | None) -> Table:
    """The table on the sheet that has these columns; raises Unreadable where there is none to be read."""
    try:
        book = open_book(data)
        chosen = _chosen(book, columns)
        rows = _again(chosen.heading, chosen.rows)
        table = table_of(rows, _fitted)
    except STUMBLES as fault:
        raise broken(type(fault).__name__) from fault
    merged = _merged(chosen.reader, table)
    return replace(table, ragged=(*table.ragged, *merged))


def _chosen(book: Book, columns: Columns | None) -> _Candidate:
    """The sheet that is meant. Two of them are refused: to take one and leave the other would tell nobody."""
    found = [_candidate(book, sheet) for sheet in book.sheets]
    meant = [one for one in found if one.is_meant(columns)]
    seen = [one for one in meant if one.sheet.visible]
    if len(seen) > 1:
        raise Unreadable(
            _("Flere ark har vores overskrifter: %(sheets)s. Saml rækkerne på ét ark, eller slet de andre.")
            % {"sheets": _names(seen)},
            "several sheets with our headings",
        )
    if seen:
        return seen[0]
    if meant:
        raise Unreadable(
            _("Arket %(sheet)s har vores overskrifter, men er skjult. Vis det i Excel, og gem filen igen.")
            % {"sheet": shown(meant[0].sheet.name)},
            "a hidden sheet with our headings",
        )
    return _only([one for one in found if one.sheet.visible], columns)


def _only(visible: list[_Candidate], columns: Columns | None) -> _Candidate:
    """The one sheet with something on it, whatever its headings: each of them is then told of."""
    filled = [one for one in visible if one.heading]
    if len(filled) == 1 or filled and columns is None:
        return filled[0]
    if not visible:
        raise Unreadable(
            _("Regnearket har ingen synlige ark. Vis arket i Excel, og gem filen igen."), "no sheet"
        )
    if not filled:
        return visible[0]
    raise Unreadable(
        ngettext(
            "Arket %(sheets)s har ikke vores overskrifter. Hent skabelonen, og brug dens første række.",
            "Ingen af arkene har vores overskrifter: %(sheets)s. Hent skabelonen, og brug dens første række.",
            len(filled),
        )
        % {"sheets": _names(filled)},
        "no sheet with our headings",
    )


def _candidate(book: Book, sheet: Sheet) -> _Candidate:
    reader = Reader(book)
    rows = rows_of(book, sheet, reader)
    return _Candidate(sheet, reader, rows, next(rows, None))


def _names(found: list[_Candidate]) -> str:
    names = [shown(one.sheet.name) for one in found[:MOST_NAMED]]
    return ", ".join(names) + (" …" if len(found) > MOST_NAMED else "")


def _again(heading: Row | None, rows: Iterator[Row]) -> Iterator[Row]:
    if heading:
        yield heading
        yield from rows


def _fitted(row: Row, width: int) -> Row | Fault:
    """The row as wide as the heading: what is not there is empty, and nothing may stand beside it."""
    beside = next((place for place in range(width, len(row.cells)) if row.cells[place].strip()), None)
    if beside is None:
        cells = row.cells[:width] + ("",) * (width - len(row.cells))
        return Row(row.number, cells, row.spoiled)
    return Fault(
        row.number,
        _("kolonne %(number)s") % {"number": get_column_letter(beside + 1)},
        _("Her står noget, men kolonnen har ingen overskrift."),
        _("Skriv en overskrift, eller slet det, der står."),
    )


def _merged(reader: Reader, table: Table) -> list[Fault]:
    """A fault for each area of merged cells among the rows: only the first of them holds anything."""
    width, numbers = len(table.heading.cells), [row.number for row in table.rows]
    numbers += [fault.row for fault in table.ragged]
    first, last = min(numbers), max(numbers)
    return [
        Fault(
            top,
            table.heading.cells[left - 1],
            _("Her er flere felter flettet til ét, så vi ved ikke, hvilke rækker det gælder."),
            _("Ophæv fletningen i Excel, og skriv værdien i hvert felt."),
        )
        for top, left, bottom, _right in reader.merged
        if left <= width and bottom >= first and top <= last
    ]
