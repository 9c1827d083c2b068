"""The rows of one sheet, in order, each as the words that its cells show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from django.utils.translation import gettext as _
from openpyxl.utils import column_index_from_string

from sammetag.intake.faults import Unreadable
from sammetag.intake.table import MOST_COLUMNS, Row
from sammetag.intake.workbooks.archive import broken, unfolds_too_far
from sammetag.intake.workbooks.book import Book, Sheet
from sammetag.intake.workbooks.cells import formula, is_no_text, mistake, words_of
from sammetag.intake.workbooks.markup import Listener, listen

PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})", re.ASCII)
AREA = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})", re.ASCII)
LAST_ROW, LAST_COLUMN, MOST_MERGED = 1_048_576, 16_384, 10_000
# A workbook says a text once, and may point to it a million times.
MOST_WORDS = 16 * 1024 * 1024

Area = tuple[int, int, int, int]


class Reader(Listener):
    """Hears a sheet and puts together its rows. `merged` are the areas of merged cells, known at the end.

    A row holds no cell beyond MOST_COLUMNS but the first one, so that it is seen to be too wide.
    """

    def __init__(self, book: Book) -> None:
        self.book = book
        self.ready: list[Row] = []
        self.merged: list[Area] = []
        self._words = 0
        self._row, self._column = 0, 0
        self._cells: dict[int, str] = {}
        self._spoiled: dict[int, tuple[str, str]] = {}
        self._of_formulas = formula()
        self._begin_cell({})
        self._column = 0

    def begins(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "row":
            self._begin_row(attributes.get("r", ""))
        elif name == "c":
            self._begin_cell(attributes)
        elif name == "f":
            self._is_formula = True
        elif name == "rPh":
            self._aside = True
        elif name == "mergeCell" and len(self.merged) < MOST_MERGED:
            self.merged += area_of(attributes.get("ref", ""))

    def ends(self, name: str, text: str) -> None:
        if name == "v":
            self._held = text
        elif name == "t" and not self._aside:
            self._held += text
        elif name == "rPh":
            self._aside = False
        elif name == "f":
            self._formula = text
        elif name == "c":
            self._end_cell()
        elif name == "row" and self._cells:
            self._end_row()

    def _begin_row(self, said: str) -> None:
        number = int(said) if said else self._row + 1
        if not self._row < number <= LAST_ROW:
            raise Unreadable(
                _("Rækkerne står ikke i orden i filen. Åbn den i Excel, og gem den igen som .xlsx."),
                "rows of a workbook out of order",
            )
        self._row, self._column = number, 0
        self._cells, self._spoiled = {}, {}

    def _begin_cell(self, attributes: Mapping[str, str]) -> None:
        column = self._column + 1
        if said := attributes.get("r"):
            found = PLACE.fullmatch(said)
            if found is None or int(found[2]) != self._row:
                raise broken("a cell in another row")
            column = column_index_from_string(found[1])
        if not self._column < column <= LAST_COLUMN:
            raise broken("cells out of order")
        self._column = column
        self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "")
        self._held, self._formula = "", ""
        self._is_formula = self._aside = False

    def _end_cell(self) -> None:
        if len(self._cells) > MOST_COLUMNS:
            return
        place = self._column - 1
        words = self._words_of_cell(place)
        if not words:
            return
        self._words += len(words)
        if self._words > MOST_WORDS:
            raise unfolds_too_far()
        if is_no_text(words):
            raise Unreadable(
                _("Række %(row)s har tegn, som ikke er tekst. Slet dem, eller skriv teksten igen.")
                % {"row": self._row},
                "control characters",
            )
        self._cells[place] = words

    def _words_of_cell(self, place: int) -> str:
        if self._is_formula:
            self._spoiled[place] = self._of_formulas
            return f"={self._formula}"
        if self._kind == "e":
            self._spoiled[place] = mistake(self._held)
            return self._held or "#"
        return words_of(self.book, self._kind, self._style, self._held)

    def _end_row(self) -> None:
        width = max(self._cells) + 1
        if width > MOST_COLUMNS:
            # One cell too many tells as much as ten thousand.
            last = self._cells[width - 1]
            self._cells = {place: words for place, words in self._cells.items() if place < MOST_COLUMNS}
            self._cells[MOST_COLUMNS] = last
            width = MOST_COLUMNS + 1
        cells = tuple(self._cells.get(place, "") for place in range(width))
        row = Row(self._row, cells, self._spoiled)
        if not row.is_empty and not row.is_comment:
            self.ready.append(row)


def rows_of(book: Book, sheet: Sheet, reader: Reader) -> Iterator[Row]:
    """The rows of a sheet with something in them, without comments, as `reader` puts them together."""
    for _pause in listen(book.archive.part(sheet.part), reader):
        ready, reader.ready = reader.ready, []
        yield from ready


def area_of(said: str) -> list[Area]:
    """First row and column, last row and column of an area such as A2:B5; nothing where it is none."""
    found = AREA.fullmatch(said)
    if found is None:
        return []
    top, bottom = int(found[2]), int(found[4])
    return [(top, column_index_from_string(found[1]), bottom, column_index_from_string(found[3]))]
