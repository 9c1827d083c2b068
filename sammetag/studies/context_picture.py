"""The time line of a trial: when lots were drawn, when the theory was looked after, and what else changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.dates import MONTHS_3
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from sammetag.design.bars import Label
from sammetag.design.lettering import Shelf, shorten, width_of
from sammetag.design.timescale import Scale, Tick, ticks
from sammetag.studies.context_queries import Around, Changed

WIDE, NARROW = 1120, 343
GUTTER, EDGE, AXIS, FOOT = 132.0, 1.0, 46.0, 8.0
LANE, STEP, BAR, ABOVE = 46.0, 34.0, 22.0, 20.0
LETTER = 12.0
# Half the word for today, on either side of its line.
ROOM = 20.0
MARGIN = timedelta(days=30)


@dataclass(frozen=True)
class Point:
    """Something of one day: a draw, or a round with its name where there is room."""

    x: float
    words: str
    label: Label | None = None


@dataclass(frozen=True)
class Stretch:
    """A change on its own row: a box, open to the right while it lasts, and its words."""

    changed: Changed
    x: float
    y: float
    width: float
    height: float
    label: Label
    goes_on: bool


@dataclass(frozen=True)
class Lane:
    """A row of the picture with its name."""

    label: Label
    top: float


@dataclass(frozen=True)
class Drawn:
    """The picture with places."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    ticks: tuple[Tick, ...]
    years: tuple[Label, ...]
    today: float | None
    lanes: tuple[Lane, ...]
    drawing: tuple[float, float] | None
    draws: tuple[Point, ...]
    draws_y: float
    rounds: tuple[Point, ...]
    rounds_y: float
    stretches: tuple[Stretch, ...]

    @property
    def today_x(self) -> float:
        """Where the word for today has its middle, inside the picture."""
        return min(max(self.today or 0.0, self.left + ROOM), self.right - ROOM)

    @property
    def depth(self) -> float:
        """How high the plot is, without the calendar above it."""
        return self.bottom - self.top


def picture_of(around: Around, today: date, width: float, *, narrow: bool) -> Drawn | None:
    """The picture at a width, None where there is nothing to show; narrow puts the names above the rows."""
    if around.is_empty:
        return None
    scale = _scale(around, today, width, narrow=narrow)
    above = ABOVE if narrow else 0.0
    draws_top = AXIS
    rounds_top = draws_top + LANE + above
    changes_top = rounds_top + LANE + above
    stretches = tuple(_stretches(around, scale, changes_top + above + 8))
    bottom = changes_top + above + 8 + STEP * max(1, len(stretches)) + 4
    names = (
        (pgettext("tidslinje", "Lodtrækning"), draws_top),
        (_("Runder"), rounds_top),
        (_("Andre ændringer"), changes_top),
    )
    return Drawn(
        width=width,
        height=bottom + FOOT,
        left=scale.left,
        right=scale.right,
        top=AXIS,
        bottom=bottom,
        ticks=ticks(scale, _months()),
        years=tuple(_years(scale)),
        today=scale.now,
        lanes=tuple(_lane(name, top, narrow=narrow) for name, top in names),
        drawing=_drawing(around, scale),
        draws=tuple(Point(scale.middle(one.on), str(one.number)) for one in around.draws),
        draws_y=draws_top + above + LANE / 2,
        rounds=tuple(_rounds(around, scale, rounds_top + above + LANE / 2)),
        rounds_y=rounds_top + above + LANE / 2,
        stretches=stretches,
    )


def _scale(around: Around, today: date, width: float, *, narrow: bool) -> Scale:
    days = [one.on for one in around.draws] + [on for on, _name in around.rounds]
    for one in around.changes:
        days += [one.change.since, one.change.until or max(today, one.change.since)]
    if around.until and around.draws:
        days.append(around.until)
    first, last = min(days) - MARGIN, max(days) + MARGIN
    return Scale(first, last, EDGE if narrow else GUTTER, width - EDGE, today)


def _years(scale: Scale) -> Iterable[Label]:
    """The numbers of the years: as many as there is room for beside each other and beside today."""
    shelf = Shelf()
    if scale.now is not None:
        shelf.take(scale.now - ROOM - 6, scale.now + ROOM + 6)
    for year in range(scale.first.year, scale.last.year + 1):
        label = Label(round(scale.start(date(year, 1, 1)) + 4, 1), 14, str(year))
        # A few weeks of the year before must not bear its number where the first whole year begins.
        cut = date(year, 1, 1) < scale.first and scale.start(date(year + 1, 1, 1)) < label.right + 8
        if not cut and label.right <= scale.right and shelf.is_free(label.left, label.right + 8):
            shelf.take(label.left, label.right + 8)
            yield label


def _lane(name: str, top: float, *, narrow: bool) -> Lane:
    if narrow:
        return Lane(Label(0, top + 14, name), top)
    return Lane(Label(0, top + LANE / 2, shorten(name, GUTTER - 8, LETTER + 1)), top)


def _drawing(around: Around, scale: Scale) -> tuple[float, float] | None:
    if around.drawn_from is None or around.drawn_to is None:
        return None
    left = scale.start(around.drawn_from)
    return left, round(max(scale.end(around.drawn_to) - left, 3.0), 1)


def _rounds(around: Around, scale: Scale, y: float) -> Iterable[Point]:
    """Each round with its name on its right; where there is no room, the table has it."""
    places = [(scale.middle(on), name) for on, name in around.rounds]
    for place, (x, name) in enumerate(places):
        limit = places[place + 1][0] - 8 if place + 1 < len(places) else scale.right
        words = shorten(name, limit - x - 12, LETTER)
        yield Point(x, name, Label(round(x + 11, 1), y, words) if words else None)


def _stretches(around: Around, scale: Scale, top: float) -> Iterable[Stretch]:
    for row, one in enumerate(around.changes):
        x, y = scale.start(one.change.since), top + row * STEP
        end = scale.end(one.change.until) if one.change.until else scale.right
        width = round(max(end - x, 4.0), 1)
        yield Stretch(one, x, y, width, BAR, _beside(one, scale, (x, x + width), y), one.change.until is None)


def _beside(one: Changed, scale: Scale, box: tuple[float, float], y: float) -> Label:
    """The words where most of them fit: in the box, on its right, or on its left."""
    words, middle = " ".join(one.change.words.split()), y + BAR / 2
    left, right = box
    rooms = {
        "in": shorten(words, right - left - 14, LETTER),
        "right": shorten(words, scale.right - right - 8, LETTER),
        "left": shorten(words, left - scale.left - 8, LETTER),
    }
    where = max(rooms, key=lambda name: (width_of(rooms[name], LETTER), name == "in"))
    if where == "left":
        return Label(round(left - 6, 1), middle, rooms[where], "end")
    start = left + 7 if where == "in" else right + 6
    return Label(round(start, 1), middle, rooms[where])


def _months() -> tuple[str, ...]:
    return tuple(str(MONTHS_3[month]).rstrip(".") for month in range(1, 13))
