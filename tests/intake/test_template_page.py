"""The template, as it is handed out."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest
from django.test import Client
from openpyxl import load_workbook

from sammetag.intake.columns import PROGRAMMES
from sammetag.intake.faults import Fault
from sammetag.intake.reading import read
from sammetag.intake.sheets import faults, sheet
from sammetag.intake.understanding import understand
from sammetag.intake.values import OneOf, is_formula
from tests.intake import booking

Browse = Callable[[str], Client]


def test_it_opens_in_danish_excel_with_every_column_explained(browse: Browse) -> None:
    response = browse("lis").get("/intake/template/")

    assert response.headers["Content-Disposition"] == 'attachment; filename="skabelon.csv"'
    assert response.content.startswith(b"\xef\xbb\xbf")
    heading, meanings, examples = csv.reader(io.StringIO(response.content.decode("utf-8-sig")), delimiter=";")
    assert heading == [column.da for column in PROGRAMMES.each]
    assert meanings[0].startswith("# Sagens nummer hos jer.") and meanings[0].endswith("(skal udfyldes)")
    assert all(meanings)
    assert examples[1] == "Anna"


def test_the_template_itself_is_no_import(browse: Browse) -> None:
    client = browse("lis")
    template = io.BytesIO(client.get("/intake/template/").content)

    response = client.post("/intake/", {"file": template, "step": "try"})

    assert "men ingen rækker" in response.content.decode()


def test_as_a_workbook_it_leaves_what_is_typed_as_it_is_and_offers_the_closed_lists(browse: Browse) -> None:
    response = browse("lis").get("/intake/template/?form=xlsx")

    assert response.headers["Content-Disposition"] == 'attachment; filename="skabelon.xlsx"'
    sheet, guide = load_workbook(io.BytesIO(response.content)).worksheets
    assert [cell.value for cell in sheet[1]] == [column.da for column in PROGRAMMES.each]
    assert all(cell.font.bold for cell in sheet[1]) and sheet.freeze_panes == "A2"
    assert {sheet.column_dimensions[cell.column_letter].number_format for cell in sheet[1]} == {"@"}
    offered = {
        str(one.sqref).partition("2:")[0]: one.formula1 for one in sheet.data_validations.dataValidation
    }
    letters = {cell.value: cell.column_letter for cell in sheet[1]}
    assert offered[letters["tilstand"]] == '"anbefalet,aftalt,venter,i gang,pause"'
    assert set(offered) == {letters[one.da] for one in PROGRAMMES.each if isinstance(one.parse, OneOf)}
    assert [row[0].value for row in guide.iter_rows(min_row=2)] == [column.da for column in PROGRAMMES.each]


def test_the_workbook_of_the_template_is_read_as_it_was_handed_out(browse: Browse) -> None:
    client = browse("lis")
    content = client.get("/intake/template/?form=xlsx").content
    refused = client.post("/intake/", {"file": io.BytesIO(content), "step": "try"})
    book = load_workbook(io.BytesIO(content))
    for place, column in enumerate(PROGRAMMES.each, 1):
        book.worksheets[0].cell(3, place, column.example)

    found = understand(read(booking.saved(book), PROGRAMMES))

    assert "men ingen rækker" in refused.content.decode()
    assert found.faults == () and [(one.number, one.row) for one in found.programmes] == [("2026-0114", 3)]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "@x", "-1+2", "\t=1", "\r=1", '=HYPERLINK("x")'])
def test_no_file_of_ours_holds_a_formula(cell: str) -> None:
    written = sheet([[cell, "x"]]).decode("utf-8-sig")

    [[first, _]] = csv.reader(io.StringIO(written, newline=""), delimiter=";")
    assert not is_formula(first) and first.endswith(cell)


def test_a_heading_that_is_a_formula_is_harmless_in_the_faults() -> None:
    written = faults([Fault(1, "=cmd", "@what", "+do")]).decode("utf-8-sig").splitlines()[1]

    assert written == "1;'=cmd;'@what;'+do"
