"""Which figures a relation is about: ids with $names that stand for one part, and * for any.

002.$table.$row.ialt     once for each table and row that the file has
002.$table.$row.*        in each of them, all the parts of the row
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

ANY = "*"
PIECE = re.compile(r"\$([a-z_]+)|(\*)")
PART = "[^.]+"

Binding = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Pattern:
    """An id with gaps: $names, which bind, and stars, which do not."""

    text: str

    @property
    def names(self) -> frozenset[str]:
        """Give the names that it binds."""
        return frozenset(name for name, _star in PIECE.findall(self.text) if name)

    def bindings(self, ids: Iterable[str], skip: Collection[str] = ()) -> tuple[Binding, ...]:
        """Give what the names stand for in each id that fits, each once; none of them may be in `skip`."""
        fits = _expression(self.text)
        bound = (match.groupdict() for one in ids if (match := fits.fullmatch(one)))
        each = {tuple(binding.items()): binding for binding in bound}
        return tuple(one for one in each.values() if not set(one.values()) & set(skip))

    def matching(self, ids: Iterable[str], binding: Binding, but: Collection[str] = ()) -> tuple[str, ...]:
        """Give the ids that it means under a binding; no star may stand for what is in `but`."""
        text = PIECE.sub(lambda piece: binding[piece[1]] if piece[1] else ANY, self.text)
        if ANY not in text:
            return (text,)
        fits = _expression(text)
        matches = (match for one in ids if (match := fits.fullmatch(one)))
        return tuple(match[0] for match in matches if not set(match.groups()) & set(but))


def _expression(text: str) -> re.Pattern[str]:
    """The text as a regular expression: names as named groups, stars as plain ones."""
    made, last, named = "", 0, set()
    for piece in PIECE.finditer(text):
        made += re.escape(text[last : piece.start()])
        name = piece[1]
        if name and name in named:
            made += f"(?P={name})"
        else:
            made += f"(?P<{name}>{PART})" if name else f"({PART})"
            named.add(name)
        last = piece.end()
    return re.compile(made + re.escape(text[last:]))
