"""From bytes to a table: whatever was saved by whatever program, and never a crash."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sammetag.intake.faults import Unreadable
from sammetag.intake.reading import read
from sammetag.intake.table import MOST_BYTES, MOST_ROWS, Table

LINES = "navn;by\r\nÅse Ærø;Østerby\r\n"


def sentence(data: bytes) -> str:
    with pytest.raises(Unreadable) as refusal:
        read(data)
    return str(refusal.value.sentence)


def cells(data: bytes) -> list[tuple[str, ...]]:
    table = read(data)
    return [table.heading.cells, *(row.cells for row in table.rows)]


def archive(*names: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name in names:
            packed.writestr(name, "x" * 50)
    return out.getvalue()


@given(st.binary(max_size=400))
def test_whatever_bytes_come_there_is_a_table_or_a_sentence(data: bytes) -> None:
    try:
        table = read(data)
    except Unreadable as refusal:
        assert str(refusal.sentence)
    else:
        assert all(len(row.cells) == len(table.heading.cells) for row in table.rows)


@given(
    st.text(alphabet=st.sampled_from('ab;,\t"\r\n#=æ '), max_size=200), st.sampled_from(["utf-8", "utf-16"])
)
def test_whatever_text_comes_there_is_a_table_or_a_sentence(text: str, encoding: str) -> None:
    try:
        assert isinstance(read(text.encode(encoding)), Table)
    except Unreadable as refusal:
        assert str(refusal.sentence)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "cp1252", "utf-16", "utf-32"])
def test_danish_letters_come_through_in_every_usual_encoding(encoding: str) -> None:
    assert cells(LINES.encode(encoding)) == [("navn", "by"), ("Åse Ærø", "Østerby")]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_known_without_its_mark(encoding: str) -> None:
    assert cells(LINES.encode(encoding))[1] == ("Åse Ærø", "Østerby")


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("newline", ["\r\n", "\n", "\r"])
def test_any_usual_separator_and_newline_will_do(separator: str, newline: str) -> None:
    text = LINES.replace(";", separator).replace("\r\n", newline)

    assert cells(text.encode()) == [("navn", "by"), ("Åse Ærø", "Østerby")]


@pytest.mark.parametrize("first", ["sep=;\r\n", "SEP=;\n"])
def test_the_separator_may_be_said_as_excel_says_it(first: str) -> None:
    table = read(f"{first}a,b;c\r\n1,2;3\r\n".encode())

    assert (table.heading.number, table.heading.cells) == (2, ("a,b", "c"))
    assert [(row.number, row.cells) for row in table.rows] == [(3, ("1,2", "3"))]


def test_rows_are_numbered_as_a_spreadsheet_numbers_them() -> None:
    table = read(b'# om filen\r\na;b\r\n\r\n"1\r\n2";3\r\n# 4;5\r\n;\r\n6;7\r\n')

    assert table.heading.number == 2
    assert [(row.number, row.cells) for row in table.rows] == [(4, ("1\r\n2", "3")), (7, ("6", "7"))]


def test_a_row_of_another_width_is_a_fault_of_its_own() -> None:
    table = read(b"a;b\r\n1\r\n2;3\r\n4;5;6\r\n7;8;;\r\n")

    assert [row.number for row in table.rows] == [3, 5]
    assert [(fault.row, fault.what) for fault in table.ragged] == [
        (2, "Rækken har 1 felter, og der er 2 overskrifter."),
        (4, "Rækken har 3 felter, og der er 2 overskrifter."),
    ]
    assert all(fault.remedy for fault in table.ragged)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (archive("mimetype", "content.xml"), "et OpenDocument-dokument (.ods)"),
        (archive("[Content_Types].xml", "xl/workbook.bin"), "et binært Excel-ark (.xlsb)"),
        (archive("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin"), "et regneark med makroer"),
        (archive("[Content_Types].xml", "word/document.xml"), "et Office-dokument, men ikke et regneark"),
        (archive("billede.txt"), "en zip-fil"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 100, "en ældre Office-fil"),
        (b"%PDF-1.7\n%\xe2\xe3", "en PDF"),
        (b"MZ\x90\x00\x03\x00\x00\x00", "et program"),
        (b"\x7fELF\x02\x01\x01\x00", "et program"),
        (b"\x89PNG\r\n\x1a\n", "et billede"),
        (b"\x1f\x8b\x08\x00", "en pakket fil"),
        (b"\xef\xbb\xbf<!DOCTYPE html><table>", "en webside eller et dokument"),
        (b'<?xml version="1.0"?>', "en webside eller et dokument"),
    ],
)
def test_what_is_neither_csv_nor_workbook_is_known_by_its_bytes(data: bytes, kind: str) -> None:
    told = sentence(data)

    assert told.startswith(f"Det er {kind}")
    assert "Excel-projektmappe (.xlsx)" in told


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "Filen er tom"),
        (b" \r\n\t\r\n", "Filen er tom"),
        (b"\xef\xbb\xbf", "ingen overskrifter"),
        (b"# kun en kommentar\r\n", "ingen overskrifter"),
        (b"a;b\r\n", "ingen rækker"),
        (b"a;b\r\n1;\x002\r\n", "Linje 2 har tegn, som ikke er tekst"),
        ("a;b\r\nÃ…se;SÃ¸by\r\n".encode(), "Bogstaver som æ, ø og å"),
        ("a;b\r\n�se;by\r\n".encode(), "Linje 2 har tegn"),
        (b"a;b\r\n\x81\x8d;x\r\n", "bogstaver kan ikke læses"),
        (b'a;b\r\n1;2\r\n"3;4\r\n', "Række 3 kan ikke læses"),
        (b'a;b\r\n"1"2;3\r\n', "Række 2 kan ikke læses"),
        (b"a;b\r\n" + b"x" * 200_000 + b";2\r\n", "Række 2 kan ikke læses"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_to_do(data: bytes, told: str) -> None:
    assert told in sentence(data)


def test_a_file_over_the_size_is_refused_before_it_is_read() -> None:
    assert "mere end 8 MB" in sentence(b"\x00" * (MOST_BYTES + 1))


def test_so_many_columns_and_no_more_are_read() -> None:
    assert "flere end 200 kolonner" in sentence(b";".join([b"a"] * 201) + b"\r\n")


def test_so_many_rows_and_no_more_are_read() -> None:
    rows = b"1;2\r\n" * MOST_ROWS

    assert len(read(b"a;b\r\n" + rows).rows) == MOST_ROWS
    assert "flere end 20.000 rækker" in sentence(b"a;b\r\n" + rows + b"1;2\r\n")


def test_of_a_far_too_long_file_the_end_is_not_even_looked_at() -> None:
    # The quote at the end would be a fault of its own, had anybody read so far.
    assert "flere end 20.000 rækker" in sentence(b"a;b\r\n" + b"1;2\r\n" * 200_000 + b'"')
