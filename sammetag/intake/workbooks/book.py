"""What a workbook says before its rows: which sheets it has, its texts, and how its cells are shown."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from openpyxl.utils.escape import unescape

from sammetag.intake.workbooks.archive import MOST_PARTS, Archive, broken, unfolds_too_far
from sammetag.intake.workbooks.markup import Listener, hear

MOST_TEXTS, MOST_STYLES, MOST_SHEETS = 1_000_000, 65_536, 255
LONGEST_FORMAT = 255
# How a number is shown that stands for a sign of so many digits: 0000, or 000000-0000 for a CPR number.
DIGITS = re.compile(r"0[0 -]*0")


@dataclass(frozen=True)
class Style:
    """How a number is shown: as a date, or with zeros in front; `protected` says that a text is only text."""

    is_date: bool = False
    digits: str = ""
    protected: bool = False


@dataclass(frozen=True)
class Sheet:
    """One sheet: its name, the part that holds it, and whether people see it."""

    name: str
    part: str
    visible: bool


@dataclass(frozen=True)
class Book:
    """A workbook but for its rows."""

    archive: Archive
    sheets: tuple[Sheet, ...]
    texts: list[str]
    styles: list[Style]
    from_1904: bool


def open_book(data: bytes) -> Book:
    """The workbook in these bytes; raises Unreadable, or what the parser stumbles over."""
    archive = Archive(data)
    main = _Related.of(archive, "").one("/officeDocument")
    if main is None:
        raise broken("no workbook in it")
    related, sheets = _Related.of(archive, main), _Sheets()
    hear(archive.part(main), sheets)
    texts, styles = _Texts(), _Styles()
    for kind, listener in (("/sharedStrings", texts), ("/styles", styles)):
        if part := related.one(kind):
            hear(archive.part(part), listener)
    return Book(
        archive=archive,
        sheets=tuple(
            Sheet(name, related.parts[mark], state == "visible")
            for name, mark, state in sheets.found
            # What is no worksheet, such as a sheet that is a diagram, has no rows.
            if related.kinds[mark].endswith("/worksheet")
        ),
        texts=texts.found,
        styles=styles.found(),
        from_1904=sheets.from_1904,
    )


@dataclass
class _Related(Listener):
    """The parts that a part points to, by mark."""

    folder: str
    parts: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, archive: Archive, part: str) -> _Related:
        folder, name = posixpath.split(part)
        related = cls(folder)
        hear(archive.part(posixpath.join(folder, "_rels", f"{name}.rels")), related)
        return related

    def begins(self, name: str, attributes: Mapping[str, str]) -> None:
        if name != "Relationship" or attributes.get("TargetMode") == "External":
            return
        mark, target = attributes["Id"], attributes["Target"]
        path = posixpath.normpath(posixpath.join("/", self.folder, target))
        self.parts[mark], self.kinds[mark] = path.lstrip("/"), attributes["Type"]
        if len(self.parts) > MOST_PARTS:
            raise unfolds_too_far()

    def one(self, kind: str) -> str | None:
        """The first part of a kind; none where there is none."""
        return next((self.parts[mark] for mark, found in self.kinds.items() if found.endswith(kind)), None)


class _Sheets(Listener):
    def __init__(self) -> None:
        self.found: list[tuple[str, str, str]] = []
        self.from_1904 = False

    def begins(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "sheet":
            marks = {key.rpartition(":")[2]: value for key, value in attributes.items()}
            self.found.append((attributes["name"], marks["id"], attributes.get("state", "visible")))
            if len(self.found) > MOST_SHEETS:
                raise unfolds_too_far()
        elif name == "workbookPr":
            self.from_1904 = attributes.get("date1904", "0") in ("1", "true")


class _Texts(Listener):
    """The texts that cells point to, each put together from its pieces, without readings of Chinese signs."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._pieces: list[str] = []
        self._aside = False

    def begins(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "rPh":
            self._aside = True

    def ends(self, name: str, text: str) -> None:
        if name == "t" and not self._aside:
            self._pieces.append(text)
        elif name == "rPh":
            self._aside = False
        elif name == "si":
            self.found.append(unescape("".join(self._pieces)))
            self._pieces = []
            if len(self.found) > MOST_TEXTS:
                raise unfolds_too_far()


class _Styles(Listener):
    def __init__(self) -> None:
        self._formats: dict[int, str] = dict(BUILTIN_FORMATS)
        self._cells: list[tuple[int, bool]] = []
        self._of_cells = False

    def begins(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "numFmt":
            self._formats[int(attributes["numFmtId"])] = attributes["formatCode"][:LONGEST_FORMAT]
        elif name == "cellXfs":
            self._of_cells = True
        elif name == "xf" and self._of_cells:
            protected = attributes.get("quotePrefix", "0") in ("1", "true")
            self._cells.append((int(attributes.get("numFmtId", "0")), protected))
            if len(self._cells) > MOST_STYLES:
                raise unfolds_too_far()

    def ends(self, name: str, text: str) -> None:
        if name == "cellXfs":
            self._of_cells = False

    def found(self) -> list[Style]:
        """The styles in the order in which cells point to them."""
        shown = {number: _shown_by(self._formats.get(number, "General")) for number, _quoted in self._cells}
        return [Style(*shown[number], protected) for number, protected in self._cells]


def _shown_by(code: str) -> tuple[bool, str]:
    """Whether a format shows a date, and the zeros that it puts in front."""
    plain = re.sub(r'[\\"]', "", code)
    return bool(is_date_format(code)), plain if DIGITS.fullmatch(plain) else ""
