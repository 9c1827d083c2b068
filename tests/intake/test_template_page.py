"""The template, as it is handed out."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest
from django.test import Client

from sammetag.intake.columns import PROGRAMMES
from sammetag.intake.faults import Fault
from sammetag.intake.sheets import faults, sheet
from sammetag.intake.values import is_formula

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


@pytest.mark.parametrize("cell", ["=1+1", "+1", "@x", "-1+2", "\t=1", "\r=1", '=HYPERLINK("x")'])
def test_no_file_of_ours_holds_a_formula(cell: str) -> None:
    written = sheet([[cell, "x"]]).decode("utf-8-sig")

    [[first, _]] = csv.reader(io.StringIO(written, newline=""), delimiter=";")
    assert not is_formula(first) and first.endswith(cell)


def test_a_heading_that_is_a_formula_is_harmless_in_the_faults() -> None:
    written = faults([Fault(1, "=cmd", "@what", "+do")]).decode("utf-8-sig").splitlines()[1]

    assert written == "1;'=cmd;'@what;'+do"
