"""What a report is made of: sections of paragraphs, tables, figures and quotations, in one language.

The page and the PDF are set from the same document, so that neither says what the other does not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, TypeAlias


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A text; `tone` is plain, verdict (what is concluded), warning, or method (with its source)."""

    kind: ClassVar[str] = "paragraph"
    words: str
    tone: str = "plain"
    source: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; `number` is set to the right, `strong` stands out."""

    words: str
    number: bool = False
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first cell of each row names it. `notes` say why a cell is empty."""

    kind: ClassVar[str] = "table"
    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[Cell, ...]:
        """The headings, each set as the cells below it."""
        below = self.rows[-1] if self.rows else ()
        numbers = [one.number for one in below] + [False] * (len(self.head) - len(below))
        return tuple(Cell(words, number) for words, number in zip(self.head, numbers, strict=True))


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing with its title, what it shows in words, and the table with the same numbers."""

    kind: ClassVar[str] = "figure"
    key: str
    title: str
    description: str
    svg: str
    table: Table


@dataclass(frozen=True, slots=True)
class Items:
    """Several things, one a line."""

    kind: ClassVar[str] = "items"
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody said, and who: their role, never their name."""

    kind: ClassVar[str] = "quote"
    words: str
    by: str


Block: TypeAlias = Paragraph | Table | Figure | Items | Quote


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a section with a heading of its own."""

    key: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the report: what stands first, and its parts."""

    key: str
    title: str
    blocks: tuple[Block, ...]
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """The whole report in a language; `day`: the last day of the data, as year, month and day."""

    language: str
    title: str
    lead: str
    contents: str
    sections: tuple[Section, ...]
    day: tuple[int, int, int]


def row(label: str, *cells: str | Cell) -> tuple[Cell, ...]:
    """Give a row whose cells are numbers unless they say otherwise."""
    rest = (one if isinstance(one, Cell) else Cell(one, number=True) for one in cells)
    return (Cell(label), *rest)


def words_row(label: str, *cells: str | Cell) -> tuple[Cell, ...]:
    """Give a row whose cells are words."""
    return (Cell(label), *(one if isinstance(one, Cell) else Cell(one) for one in cells))
