"""From the bytes of a workbook to a table: what a cell shows, which sheet is meant, and what is refused."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from sammetag.intake.columns import PROGRAMMES
from sammetag.intake.faults import Unreadable
from sammetag.intake.reading import read
from sammetag.intake.table import MOST_COLUMNS, MOST_ROWS
from sammetag.intake.understanding import understand
from sammetag.intake.workbooks.archive import MOST_UNPACKED
from sammetag.intake.workbooks.book import open_book
from sammetag.intake.workbooks.sheet import Reader, rows_of
from tests.intake import booking
from tests.intake.making import cells


def table(data: bytes) -> list[tuple[str, ...]]:
    found = read(data)
    return [found.heading.cells, *(row.cells for row in found.rows)]


def one_cell(value: object, number_format: str = "General") -> str:
    """What is read of one cell of a workbook."""
    book = Workbook()
    book.active.append(["a", "b"])
    book.active.append(["x", value])
    book.active["B2"].number_format = number_format
    return read(booking.saved(book)).rows[0].cells[1]


def sentence(data: bytes) -> str:
    with pytest.raises(Unreadable) as refusal:
        read(data, PROGRAMMES)
    return str(refusal.value.sentence)


@pytest.mark.parametrize(
    ("value", "number_format", "words"),
    [
        ("Åse Ærø", "General", "Åse Ærø"),
        ("0114", "General", "0114"),
        ("2026-0114", "General", "2026-0114"),
        (7.5, "General", "7.5"),
        (7.0, "0.00", "7"),
        (0.1 + 0.2, "General", "0.3"),
        (20260114, "General", "20260114"),
        (1e21, "General", "1000000000000000000000"),
        (114, "0000", "0114"),
        (101901234, "000000\\-0000", "010190-1234"),
        (101901234, "General", "101901234"),
        (Decimal("37.0"), "General", "37"),
        (True, "General", "sand"),
        (False, "General", "falsk"),
        (date(2026, 2, 1), "dd-mm-yyyy", "2026-02-01"),
        (datetime(2026, 2, 1, 8, 30), "d/m/yy h:mm", "2026-02-01 08:30"),  # noqa: DTZ001 - as a cell holds it
        (time(8, 30), "h:mm", "08:30"),
        (46054, "[$-406]d. mmmm yyyy;@", "2026-02-01"),
        (46054, "General", "46054"),
        (61, "dd-mm-yyyy", "1900-03-01"),
        (-5000, "dd-mm-yyyy", "1886-04-22"),
        ("linje\nto", "General", "linje\nto"),
        ("_x0041_", "General", "A"),
    ],
)
def test_a_cell_gives_what_it_shows(value: object, number_format: str, words: str) -> None:
    assert one_cell(value, number_format) == words


def test_days_are_counted_from_1904_where_the_workbook_says_so() -> None:
    book = Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.active.append(["a"])
    book.active.append([date(2026, 2, 1)])

    assert table(booking.saved(book)) == [("a",), ("2026-02-01",)]


@pytest.mark.parametrize("kind", ["inlineStr", "str"])
def test_a_text_may_stand_in_the_cell_itself(kind: str) -> None:
    held = "<is><r><t>Åse </t></r><r><t>Ærø</t></r><rPh><t>?</t></rPh></is>" if kind == "inlineStr" else ""
    held = held or "<v>Åse Ærø</v>"

    found = table(booking.sheet(f'<row r="2"><c r="A2" t="{kind}">{held}</c></row>'))

    assert found[1] == ("Åse Ærø", "")


def test_cells_point_to_the_texts_of_the_workbook() -> None:
    pieces = "<x:si><x:r><x:t>Åse </x:t></x:r><x:r><x:t>Ærø</x:t></x:r></x:si>"
    read_aloud = "<x:si><x:t>東</x:t><x:rPh><x:t>ひがし</x:t></x:rPh></x:si>"
    plain = booking.sheet('<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>')

    assert table(booking.with_texts(plain, pieces + read_aloud))[1] == ("Åse Ærø", "東")


def test_rows_are_numbered_as_the_spreadsheet_shows_them() -> None:
    book = Workbook()
    for row, words in ((2, "# om filen"), (3, "a"), (5, "1"), (6, "# nej"), (9, "2")):
        book.active.cell(row, 1, words)
    book.active.cell(3, 2, "b")
    book.active.cell(900, 40).number_format = "0.00"

    found = read(booking.saved(book))

    assert (found.heading.number, found.heading.cells) == (3, ("a", "b"))
    assert [(row.number, row.cells) for row in found.rows] == [(5, ("1", "")), (9, ("2", ""))]


def test_what_stands_beside_the_headings_is_a_fault_of_its_own() -> None:
    found = read(booking.book(["a", "b"], ["1", "2", "", "x"], ["3"]))

    assert [(fault.row, fault.column) for fault in found.ragged] == [(2, "kolonne D")]
    assert [row.number for row in found.rows] == [3]


def test_a_formula_is_a_fault_and_what_it_last_showed_is_not_taken() -> None:
    told = booking.saved(booking.programmes(cells(timer_om_ugen="=3+4")))
    shown, times = re.subn(
        r"<f>3\+4</f><v ?(/>|></v>)", "<f>3+4</f><v>7</v>", booking.part(told, booking.SHEET)
    )
    assert times == 1

    faults = understand(read(booking.with_parts(told, sheet1=shown), PROGRAMMES)).faults

    assert [(fault.row, fault.column) for fault in faults] == [(2, "timer om ugen")]
    assert faults[0].what.startswith("Feltet er en formel.") and "Værdier" in faults[0].remedy


def test_a_formula_that_several_cells_share_is_one_in_each() -> None:
    found = read(
        booking.sheet(
            '<row r="2"><c r="A2"><f t="shared" ref="A2:A3" si="0">B2</f><v>1</v></c></row>'
            '<row r="3"><c r="A3"><f t="shared" si="0"/><v>2</v></c></row>'
        )
    )

    assert [list(row.spoiled) for row in found.rows] == [[0], [0]]


def test_a_fault_of_the_spreadsheet_is_one_of_ours_and_no_comment() -> None:
    found = read(booking.sheet('<row r="2"><c r="A2" t="e"><v>#REF!</v></c></row>'))

    assert "#REF!" in found.rows[0].spoiled[0][0]


@pytest.mark.parametrize("text", ["=1+1", "+45 12 34 56 78", "@anna", "-ny", "'=x"])
def test_a_text_that_looks_like_a_formula_is_a_fault_until_it_is_marked_as_text(text: str) -> None:
    book = booking.programmes(cells(jobmål="?"))
    [cell] = [one for one in book.active[2] if one.value == "?"]
    cell.value, cell.data_type = text, "s"
    plain = understand(read(booking.saved(book), PROGRAMMES))
    cell.quotePrefix = True
    marked = understand(read(booking.saved(book), PROGRAMMES))

    # Whoever typed the apostrophe themself has marked it already.
    typed = text.startswith("'")
    assert [fault.column for fault in plain.faults] == ([] if typed else ["jobmål"])
    assert [one.job_goal for one in plain.programmes] == ([text[1:]] if typed else [])
    assert [one.job_goal for one in marked.programmes] == [text]


def test_merged_cells_among_the_rows_are_a_fault_and_above_them_none() -> None:
    book = Workbook()
    for row in (["# Vores forløb"], ["a", "b"], ["1", "x"], ["", "y"]):
        book.active.append(row)
    book.active.merge_cells("A1:B1")
    book.active.merge_cells("A3:A4")

    found = read(booking.saved(book))

    assert [(fault.row, fault.column) for fault in found.ragged] == [(3, "a")]
    assert "Ophæv fletningen" in found.ragged[0].remedy


def sheets(*named: tuple[str, list[str], str]) -> bytes:
    """A workbook with these sheets: name, heading, and whether it is seen."""
    book = Workbook()
    book.remove(book.active)
    for name, heading, state in named:
        made = book.create_sheet(name)
        made.append(heading)
        made.append([f"fra {name}"] * len(heading))
        made.sheet_state = state
    return booking.saved(book)


LINK = "xl/externalLinks/externalLink1.xml"
OURS, OTHER = ["sagsnummer", "fornavn"], ["x", "y"]


@pytest.mark.parametrize(
    "data",
    [
        sheets(("B", OURS, "visible")),
        sheets(("A", OTHER, "visible"), ("B", OURS, "visible")),
        sheets(("A", OURS, "hidden"), ("B", OURS, "visible")),
        sheets(("A", OURS, "veryHidden"), ("B", OURS, "visible"), ("C", OTHER, "visible")),
    ],
)
def test_the_sheet_with_our_headings_is_meant(data: bytes) -> None:
    assert read(data, PROGRAMMES).rows[0].cells[0] == "fra B"


def test_of_one_sheet_with_other_headings_each_heading_is_told() -> None:
    data = sheets(("A", OTHER, "visible"), ("B", OTHER, "hidden"))

    assert "Overskriften »x« kendes ikke." in [
        fault.what for fault in understand(read(data, PROGRAMMES)).faults
    ]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (sheets(("A", OTHER, "visible"), ("B", OTHER, "visible")), "vores overskrifter: »A«, »B«"),
        (
            sheets(("A", OURS, "visible"), ("B", OURS, "visible")),
            "Flere ark har vores overskrifter: »A«",
        ),
        (sheets(("A", OURS, "hidden"), ("B", OTHER, "visible")), "»A« har vores overskrifter, men er skjult"),
        (sheets(("A", OTHER, "visible"), ("B", [], "visible")), ""),
    ],
)
def test_where_no_sheet_is_meant_they_are_named(data: bytes, told: str) -> None:
    if told:
        assert told in sentence(data)
    else:
        assert read(data, PROGRAMMES).heading.cells == ("x", "y")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (booking.book(), "ingen overskrifter"),
        (booking.book(["sagsnummer"]), "ingen rækker"),
        (booking.book(["a"] * 201, ["1"]), "flere end 200 kolonner"),
        (booking.book(["a"], *(["1"] for _ in range(MOST_ROWS + 1))), "flere end 20.000 rækker"),
        (booking.with_part(booking.book(["a"]), "xl/vbaProject.bin", b"x"), "Det er et regneark med makroer"),
        (
            booking.with_part(booking.book(["a"]), "xl/externalLinks/externalLink1.xml", b"<x/>"),
            "andre filer",
        ),
        (booking.book(["a"], ["x"])[:-200], "i stykker"),
        (booking.with_parts(booking.book(["a"]), sheet1="<worksheet><row"), "i stykker"),
        (booking.with_parts(booking.book(["a"]), sheet1=None), "i stykker"),
        (booking.with_parts(booking.book(["a"]), workbook=None), "i stykker"),
        (booking.sheet('<row r="3"/><row r="2"><c r="A2"><v>1</v></c></row>'), "ikke i orden"),
        (booking.sheet('<row r="2"><c r="A2"><v>1</v></c><c r="A2"><v>2</v></c></row>'), "i stykker"),
        (booking.sheet('<row r="2"><c r="A7"><v>1</v></c></row>'), "i stykker"),
        (booking.sheet('<row r="2"><c r="A2"><v>syv</v></c></row>'), "i stykker"),
        (booking.sheet('<row r="2"><c r="A2"><v>1e999</v></c></row>'), "i stykker"),
        (booking.sheet('<row r="2"><c r="A2" t="s"><v>99</v></c></row>'), "i stykker"),
        (booking.sheet('<row r="2"><c r="A2" t="s"><v>-1</v></c></row>'), "i stykker"),
        (booking.sheet('<row r="2"><c r="A2" s="99"><v>1</v></c></row>'), "i stykker"),
        (booking.sheet('<row r="2"><c r="A2" t="str"><v>a_x0007_</v></c></row>'), "Række 2 har tegn"),
        (booking.sheet('<row r="2"><c r="A2" t="str"><v>a_xD800_</v></c></row>'), "Række 2 har tegn"),
        (booking.sheet(f'<row r="2"><c r="A2" t="str"><v>{"x" * 200_000}</v></c></row>'), "i stykker"),
        (booking.sheet(f'<row r="2"><c r="A2"><v>1</v></c></row>{"<x>" * 100}{"</x>" * 100}'), "i stykker"),
        (booking.sheet(f'<row r="2"><c r="A2" x="{"x" * 1_500_000}"><v>1</v></c></row>'), "i stykker"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(data: bytes, told: str) -> None:
    assert told in sentence(data)


def test_a_workbook_with_a_password_is_known() -> None:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le")

    assert "låst med en adgangskode" in sentence(data)


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x SYSTEM "http://localhost/x.dtd">',
    ],
)
def test_a_document_type_is_refused_before_anything_of_it_is_unfolded(declared: str) -> None:
    xml = f'{declared}<worksheet xmlns="{booking.MAIN}"><sheetData/></worksheet>'

    assert "i stykker" in sentence(booking.with_parts(booking.book(["a"]), sheet1=xml))


def test_a_bomb_is_refused_by_what_it_says_of_itself() -> None:
    large = b"<worksheet>" + b" " * (MOST_UNPACKED + 1)

    data = booking.with_parts(booking.book(["a"]), sheet1=large)

    assert len(data) < 200_000
    assert "alt for meget, når det pakkes ud" in sentence(data)


def test_one_part_that_many_sheets_point_to_is_not_unfolded_for_each() -> None:
    plain = booking.sheet('<row r="2"/>', after=f"<!--{'x' * 4_000_000}-->")
    xml = booking.part(plain, "xl/workbook.xml")
    [one] = [word for word in xml.split("<") if word.startswith("sheet ")]
    many = "<".join(f"<{one}".replace('name="Ark1"', f'name="A{turn}"').lstrip("<") for turn in range(200))
    data = booking.with_parts(plain, workbook=xml.replace(one, many))

    # Each sheet is left as soon as its heading is known, so two hundred of them cost next to nothing.
    assert "Ingen af arkene har vores overskrifter" in sentence(data)


def test_of_a_row_without_end_no_more_is_kept_than_shows_that_it_is_too_wide() -> None:
    book = open_book(booking.sheet(f'<row r="2">{"<c><f>1</f></c>" * 16_000}</row>'))

    wide = list(rows_of(book, book.sheets[0], Reader(book)))[1]

    assert len(wide.cells) == len(wide.spoiled) == MOST_COLUMNS + 1


def test_one_text_that_many_cells_point_to_is_not_read_for_each() -> None:
    row = '<row r="{0}"><c r="A{0}" t="s"><v>0</v></c></row>'
    long = f"<x:si><x:t>{'x' * 30_000}</x:t></x:si>"

    data = booking.sheet("".join(row.format(number) for number in range(2, 15_000)))

    assert "alt for meget" in sentence(booking.with_texts(data, long))
