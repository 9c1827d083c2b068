"""How wide words are in IBM Plex Sans, and where on a line there is room for them."""

# Hundredths of the letter size, measured at weights 500 and 600; a letter not listed counts as wide.
_WIDTHS = (
    (24, " "),
    (28, "'ijl.,"),
    (32, "!:;"),
    (36, "()ft·"),
    (41, "r-"),
    (44, "I/"),
    (51, '"?szc'),
    (56, "vyLgxJaekoåéö"),
    (60, "øFT§hnuü–0123456789bdpqEZ+"),
    (65, "SYCPVX"),
    (69, "BRAÅKDU"),
    (72, "GOQØ&HN"),
    (88, "—wMæ…m←→"),
)
_WIDE = 96


class _ByLetter(dict[str, int]):
    def __missing__(self, letter: str) -> int:
        return _WIDE


_BY_LETTER = _ByLetter({letter: width for width, letters in _WIDTHS for letter in letters})
ELLIPSIS = "…"
FEWEST_LETTERS = 4


def width_of(words: str, size: float) -> float:
    """How many pixels words take at a letter size."""
    return sum(map(_BY_LETTER.__getitem__, words)) * size / 100


def shorten(words: str, room: float, size: float) -> str:
    """The words, or as many whole letters as there is room for and an ellipsis; nothing when too few."""
    if width_of(words, size) <= room:
        return words
    for count in range(len(words) - 1, FEWEST_LETTERS - 1, -1):
        shorter = words[:count].rstrip(" ,.:;·(-–") + ELLIPSIS
        if width_of(shorter, size) <= room:
            return shorter
    return ""


class Shelf:
    """One line of the picture that remembers which stretches of it are taken."""

    def __init__(self) -> None:
        self._taken: list[tuple[float, float]] = []

    def is_free(self, left: float, right: float) -> bool:
        """Whether nothing has been put between two points."""
        return all(right <= start or left >= end for start, end in self._taken)

    def take(self, left: float, right: float) -> None:
        """Keep others away from here."""
        self._taken.append((left, right))

    def room_right(self, left: float, limit: float) -> float:
        """How far it is from a point to the next thing on its right, or to the limit."""
        if not self.is_free(left, left + 0.01):
            return 0.0
        return min([limit, *(start for start, _ in self._taken if start >= left)]) - left
