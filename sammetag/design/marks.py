"""Where decisions and deadlines stand, and where the talks of the thread have their words."""

from dataclasses import dataclass

from sammetag.design.bars import LETTER, Label
from sammetag.design.lettering import Shelf, shorten, width_of
from sammetag.design.timeline import Mark
from sammetag.design.timescale import Scale

STEP = 28.0
MOST_ROWS_FOR_LABELS = 3
_REACH = 9.0
_AWAY = 11.0
_AIR = 8.0
_NEAR_NOW = 48.0
_ROW_COST = 2
_CROSSING_COST = 4


@dataclass(frozen=True)
class PlacedMark:
    """A mark with its middle, its size and its words if there was room for them."""

    mark: Mark
    row: int
    x: float
    y: float
    radius: float
    label: Label | None = None


def place_marks(
    marks: tuple[Mark, ...], scale: Scale, *, top: float, taken: tuple[Shelf, ...] = ()
) -> tuple[PlacedMark, ...]:
    """Decisions and deadlines in rows from `top` down, first beside what is `taken`, with words at a side."""
    shelves = list(taken)
    ordered = sorted(marks, key=lambda mark: (mark.on, mark.id))
    for_all = [(mark, _inside(scale.middle(mark.on), scale)) for mark in ordered]
    return tuple(_place(mark, x, shelves, (scale, top)) for mark, x in for_all)


def rows_in(placed: tuple[PlacedMark, ...]) -> int:
    """How many rows the marks take."""
    return max((item.row for item in placed), default=-1) + 1


def _inside(x: float, scale: Scale) -> float:
    return round(min(max(x, scale.left + _REACH), scale.right - _REACH), 1)


def _place(mark: Mark, x: float, shelves: list[Shelf], frame: tuple[Scale, float]) -> PlacedMark:
    """Where its words fit best: high up, not across today, and on the right, in this order."""
    scale, top = frame
    wanted = width_of(mark.label, LETTER)
    best: tuple[int, int, str, float, float] | None = None
    for row in range(max(MOST_ROWS_FOR_LABELS, len(shelves))):
        for place, (anchor, left, right) in enumerate(_sides(x, wanted)):
            free = row >= len(shelves) or shelves[row].is_free(left - _AIR, right)
            if scale.left <= left and right <= scale.right and free:
                cost = _ROW_COST * row + _CROSSING_COST * scale.crosses_now(left, right) + place
                best = min(filter(None, (best, (cost, row, anchor, left, right))))
    if best is None:
        return _squeezed(mark, x, shelves, frame)
    _, row, anchor, left, right = best
    _shelf(shelves, row).take(left, right + _AIR)
    return _marked(mark, (x, row, top), mark.label, anchor)


def _sides(x: float, wanted: float) -> tuple[tuple[str, float, float], ...]:
    return (("start", x - _REACH, x + _AWAY + wanted), ("end", x - _AWAY - wanted, x + _REACH))


def _squeezed(mark: Mark, x: float, shelves: list[Shelf], frame: tuple[Scale, float]) -> PlacedMark:
    """With a cut label where its sign still has room, or alone in a row of its own."""
    scale, top = frame
    row = next(
        (number for number, shelf in enumerate(shelves) if shelf.is_free(x - _REACH, x + _REACH)),
        len(shelves),
    )
    shelf = _shelf(shelves, row)
    room = shelf.room_right(x + _REACH, scale.right) - (_AWAY - _REACH) - _AIR
    words = shorten(mark.label, room, LETTER)
    shelf.take(x - _REACH, x + (_AWAY + width_of(words, LETTER) + _AIR if words else _REACH))
    return _marked(mark, (x, row, top), words, "start")


def _shelf(shelves: list[Shelf], row: int) -> Shelf:
    while len(shelves) <= row:
        shelves.append(Shelf())
    return shelves[row]


def _marked(mark: Mark, place: tuple[float, int, float], words: str, anchor: str) -> PlacedMark:
    x, row, top = place
    y = top + row * STEP + 12
    aside = _AWAY if anchor == "start" else -_AWAY
    label = Label(round(x + aside, 1), y, words, anchor) if words else None
    return PlacedMark(mark, row, x, y, _REACH, label)


def place_talks(
    talks: tuple[Mark, ...], scale: Scale, shelves: tuple[tuple[float, Shelf], ...], *, y: float
) -> tuple[PlacedMark, ...]:
    """Talks on the thread; a booked talk and a no-show say so above or below it where there is room."""
    radius = 6.0 if len(talks) * 15 <= scale.right - scale.left else 4.5
    ordered = sorted(talks, key=lambda mark: (mark.on, mark.id))
    placed = []
    for mark in ordered:
        x = round(min(max(scale.middle(mark.on), scale.left + radius), scale.right - radius), 1)
        label = (
            centred(mark.label, x, scale, shelves) if mark.kind in ("talk-booked", "talk-no-show") else None
        )
        placed.append(PlacedMark(mark, 0, x, y, radius, label))
    return tuple(placed)


def centred(words: str, x: float, scale: Scale, shelves: tuple[tuple[float, Shelf], ...]) -> Label | None:
    """Words over or under a point, inside the picture and rather not across today, where there is room."""
    shown = shorten(words, scale.right - scale.left, LETTER)
    wide = width_of(shown, LETTER)
    best: tuple[int, int, float] | None = None
    for level, (_, shelf) in enumerate(shelves):
        for place, wish in enumerate(_wishes(x, wide, scale)):
            left = min(max(wish, scale.left), scale.right - wide)
            if shown and shelf.is_free(left, left + wide):
                cost = _ROW_COST * level + _CROSSING_COST * scale.crosses_now(left, left + wide) + place
                best = min(filter(None, (best, (cost, level, left))))
    if best is None:
        return None
    _, level, left = best
    shelves[level][1].take(left - _AIR, left + wide + _AIR)
    return Label(round(left, 1), shelves[level][0], shown)


def _wishes(x: float, wide: float, scale: Scale) -> tuple[float, ...]:
    """Where words would like to begin: around their point, after it, before it, or just after today."""
    around = (x - wide / 2, x - _REACH, x + _REACH - wide)
    if scale.now is None or abs(x - scale.now) > _NEAR_NOW:
        return around
    return (*around, scale.now + _AIR)
