"""Reads the XML of a workbook's parts as a stream, so that none is ever held whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from xml.parsers import expat

from sammetag.intake.workbooks.archive import broken

# Excel holds 32,767 letters in a cell.
LONGEST_TEXT = 131_072
# The parser holds every element that is open, and reads a tag anew with each piece until it ends.
DEEPEST, LONGEST_TAG = 100, 1024 * 1024


class Listener:
    """What is told of each element: its name without a prefix, its attributes, and its text at the end."""

    def begins(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def ends(self, name: str, text: str) -> None:
        """An element ends. `text` is what stood right before the end."""


class _Ears:
    """Passes on what the parser hears. Names may carry a prefix, which says nothing that we need."""

    def __init__(self, listener: Listener) -> None:
        self.listener = listener
        self.pieces: list[str] = []
        self.length = 0
        self.depth = 0
        self.has_heard = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._forget()
        self.has_heard = True
        self.depth += 1
        if self.depth > DEEPEST:
            raise broken("elements without end")
        self.listener.begins(name.rpartition(":")[2], attributes)

    def end(self, name: str) -> None:
        text = "".join(self.pieces)
        self._forget()
        self.has_heard = True
        self.depth -= 1
        self.listener.ends(name.rpartition(":")[2], text)

    def heard(self, words: str) -> None:
        self.has_heard = True
        self.length += len(words)
        if self.length > LONGEST_TEXT:
            raise broken("a text without end")
        self.pieces.append(words)

    def _forget(self) -> None:
        if self.pieces:
            self.pieces, self.length = [], 0


def listen(pieces: Iterable[bytes], listener: Listener) -> Iterator[None]:
    """Tells the listener of every element; pauses after each piece, so that the listener can be emptied."""
    ears = _Ears(listener)
    parser = expat.ParserCreate()
    parser.StartElementHandler = ears.start
    parser.EndElementHandler = ears.end
    parser.CharacterDataHandler = ears.heard
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.buffer_text = True
    silent = 0
    for piece in pieces:
        ears.has_heard = False
        parser.Parse(piece, False)
        silent = 0 if ears.has_heard else silent + len(piece)
        if silent > LONGEST_TAG:
            raise broken("a tag without end")
        yield
    parser.Parse(b"", True)
    yield


def _refuse_doctype(*_said: object) -> None:
    # No workbook has one. Without it there are no entities, which could unfold without end or reach outside.
    raise broken("a document type")


def hear(pieces: Iterable[bytes], listener: Listener) -> None:
    """Tells the listener of every element of a part."""
    for _pause in listen(pieces, listener):
        pass
