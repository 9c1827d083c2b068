"""Workbooks for the tests: as openpyxl writes them, and with any part of one written by hand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

from openpyxl import Workbook

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET = "xl/worksheets/sheet1.xml"


def saved(book: Workbook) -> bytes:
    """The bytes of a workbook."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def book(*rows: Sequence[object], title: str = "Ark1") -> bytes:
    """A workbook with one sheet of these rows."""
    made = Workbook()
    made.active.title = title
    for row in rows:
        made.active.append(list(row))
    return saved(made)


def programmes(*rows: dict[str, str], book: Workbook | None = None) -> Workbook:
    """The rows of `making.cells` in a workbook, where a text that begins with = becomes a formula."""
    made = book or Workbook()
    heading = list(dict.fromkeys(name for row in rows for name in row))
    made.active.append(heading)
    for row in rows:
        made.active.append([row.get(name) for name in heading])
    return made


def with_parts(data: bytes, **parts: bytes | str | None) -> bytes:
    """The workbook with some of its parts put in place of what was there; none takes one away.

    A part is named by its file: `sheet1`, `styles`, `workbook`.
    """
    out, left = io.BytesIO(), dict(parts)
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            short = name.rpartition("/")[2].partition(".")[0]
            content = left.pop(short) if name.endswith(".xml") and short in left else old.read(name)
            if content is not None:
                new.writestr(name, content)
    if left:
        raise LookupError(f"no such parts: {sorted(left)}")
    return out.getvalue()


def replaced(data: bytes, name: str, content: bytes | str) -> bytes:
    """The workbook with one part, by its whole name, put in place of what was there."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for there in old.namelist():
            new.writestr(there, content if there == name else old.read(there))
    return out.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """The workbook with one more part."""
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as added:
        added.writestr(name, content)
    return out.getvalue()


def part(data: bytes, name: str) -> str:
    """The text of one part."""
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        return opened.read(name).decode()


def sheet(rows: str, after: str = "") -> bytes:
    """A workbook whose one sheet is written by hand, under a heading of a and b."""
    heading = '<row r="1"><c r="A1" t="str"><v>a</v></c><c r="B1" t="str"><v>b</v></c></row>'
    xml = f'<worksheet xmlns="{MAIN}"><sheetData>{heading}{rows}</sheetData>{after}</worksheet>'
    return with_parts(book(["a"]), sheet1=xml)


def with_texts(data: bytes, items: str) -> bytes:
    """The workbook with texts that cells point to, as Excel writes them; `items` are theirs, in XML."""
    rels = "xl/_rels/workbook.xml.rels"
    more = '<Relationship Type="x/sharedStrings" Target="sharedStrings.xml" Id="texts"/></Relationships>'
    told = replaced(data, rels, part(data, rels).replace("</Relationships>", more))
    return with_part(told, "xl/sharedStrings.xml", f'<x:sst xmlns:x="{MAIN}">{items}</x:sst>'.encode())
