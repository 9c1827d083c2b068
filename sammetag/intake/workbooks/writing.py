"""Writes workbooks: the template, and tables that we hand out. No cell of ours is ever a formula."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.writer.excel import save_workbook

from sammetag.intake.headings import Column, Columns
from sammetag.intake.table import COMMENT, MOST_ROWS
from sammetag.intake.values import OneOf, protected

Shown = str | int | Decimal | date | None

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TEXT, DAY, BOLD = "@", "dd-mm-yyyy", Font(bold=True)
# What Excel would read as the sign with that number.
LIKE_A_SIGN = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
NARROW, WIDE, WIDEST = 12, 28, 80
# Excel takes a list of choices only while it is this short.
LONGEST_CHOICES = 255


def book_of(heading: Sequence[str], rows: Iterable[Sequence[Shown]], *, title: str) -> bytes:
    """A workbook with one sheet: these headings, and the rows under them."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for place, words in enumerate(heading, 1):
        sheet.column_dimensions[get_column_letter(place)].width = max(NARROW, len(words) + 2)
    sheet.append([_filled(WriteOnlyCell(sheet), words, bold=True) for words in heading])
    for row in rows:
        sheet.append([_filled(WriteOnlyCell(sheet), value) for value in row])
    return _bytes_of(book)


def template_of(columns: Columns, *, title: str) -> bytes:
    """The headings over columns that Excel leaves as they are typed, an example, and a sheet that explains.

    The example begins with #, so it is not read.
    """
    book = Workbook()
    sheet = book.active
    sheet.title, sheet.freeze_panes = title, "A2"
    for place, column in enumerate(columns.each, 1):
        letter = get_column_letter(place)
        sheet.column_dimensions[letter].number_format = TEXT
        sheet.column_dimensions[letter].width = max(NARROW, len(column.name) + 2, len(column.example) + 4)
        _filled(sheet.cell(1, place), column.name, bold=True)
        example = f"{COMMENT} {column.example}" if place == 1 else column.example
        _filled(sheet.cell(2, place), example)
        if isinstance(column.parse, OneOf):
            _offer(sheet, column.parse, f"{letter}2:{letter}{MOST_ROWS + 2}")
    _explain(book.create_sheet(_("Forklaring")), columns.each)
    return _bytes_of(book)


def _explain(sheet: Any, columns: Iterable[Column]) -> None:
    heading = (_("Kolonne"), _("Hvad den betyder"), _("Eksempel"), _("Skal udfyldes"))
    rows = [(one.name, str(one.about), one.example, _("ja") if one.required else "") for one in columns]
    for number, row in enumerate((heading, *rows), 1):
        for place, words in enumerate(row, 1):
            cell = _filled(sheet.cell(number, place), words, bold=number == 1 or place == 1)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for letter, width in zip("ABCD", (WIDE, WIDEST, WIDE, NARROW), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A2"


def _offer(sheet: Any, one_of: OneOf, area: str) -> None:
    """A list to choose from in these cells; another word may still be typed, and the import tells of it."""
    choices = f'"{",".join(one_of.choices)}"'
    if len(choices) > LONGEST_CHOICES:
        return
    offered = DataValidation(type="list", formula1=choices, allow_blank=True, showErrorMessage=False)
    offered.add(area)
    sheet.add_data_validation(offered)


def _filled(cell: Cell, value: Shown, *, bold: bool = False) -> Cell:
    """The cell with a value in it, a text always as text, whatever it begins with."""
    if isinstance(value, str):
        cell.value = LIKE_A_SIGN.sub("_x005F_", ILLEGAL_CHARACTERS_RE.sub("", value)) or None
        # openpyxl makes a formula of a text that begins with = and a fault of one such as #N/A.
        cell.data_type = "s"
        cell.number_format = TEXT
        cell.quotePrefix = protected(value) != value
    elif value is not None:
        cell.value = value
        if isinstance(value, date):
            cell.number_format = DAY
    if bold:
        cell.font = BOLD
    return cell


def _bytes_of(book: Workbook) -> bytes:
    out = BytesIO()
    save_workbook(book, out)
    return out.getvalue()
