"""Lays a timeline out: every lane, bar, mark and line with coordinates that a page can print."""

from dataclasses import dataclass

from sammetag.design import bars, marks, thread_line, timescale
from sammetag.design.bars import LETTER, Label, PlacedBar
from sammetag.design.lettering import Shelf, shorten, width_of
from sammetag.design.marks import PlacedMark
from sammetag.design.thread_line import HoursProfile, PlacedGap, Thread
from sammetag.design.timeline import HOURS, TALKS, Lane, Mark, Picture
from sammetag.design.timescale import Scale, Tick

_GUTTER = 132.0
_LANE_LETTER = 13.0
_EDGE = 1.0
_AXIS = 46.0
_FOOT = 8.0
_LANE_PADDING = 9.0
_COLLAPSED = 24.0
_LABEL_LINE = 20.0
_HOURS_HEIGHT = 44.0
_THREAD_ABOVE = 30.0
_THREAD_BELOW = 26.0


@dataclass(frozen=True)
class PlacedLane:
    """One lane with everything that lies in it; an empty one is thin."""

    lane: Lane
    top: float
    height: float
    empty: bool
    label: Label
    bars: tuple[PlacedBar, ...] = ()
    marks: tuple[PlacedMark, ...] = ()
    thread: Thread | None = None
    gaps: tuple[PlacedGap, ...] = ()
    hours: HoursProfile | None = None

    @property
    def middle(self) -> float:
        """Half-way down the lane."""
        return self.top + self.height / 2


@dataclass(frozen=True)
class Layout:
    """A picture with places: the plot's edges, the lines of the calendar, today, and the lanes."""

    width: float
    height: float
    narrow: bool
    left: float
    right: float
    top: float
    bottom: float
    ticks: tuple[Tick, ...]
    years: tuple[Label, ...]
    today: float | None
    today_label: Label | None
    lanes: tuple[PlacedLane, ...]

    @property
    def future_width(self) -> float:
        """How wide the days after today are."""
        return 0.0 if self.today is None else round(self.right - self.today, 1)

    @property
    def depth(self) -> float:
        """How high the plot is, without the calendar above it."""
        return self.bottom - self.top


def layout(picture: Picture, width: float, narrow: bool, today_word: str = "") -> Layout:
    """Where everything in a picture goes at a width; narrow puts the labels above the lanes."""
    left = _EDGE if narrow else _GUTTER
    scale = Scale(picture.first, picture.last, left, width - _EDGE, picture.today)
    lanes, y = [], _AXIS
    for lane in picture.lanes:
        placed = _lane(lane, picture, (scale, narrow), y)
        lanes.append(placed)
        y += placed.height
    now = _today_label(scale.now, today_word, scale)
    return Layout(
        width=width,
        height=round(y + _FOOT, 1),
        narrow=narrow,
        left=left,
        right=scale.right,
        top=_AXIS,
        bottom=round(y, 1),
        ticks=timescale.ticks(scale, picture.months),
        years=_years(scale, now),
        today=scale.now,
        today_label=now,
        lanes=tuple(lanes),
    )


def _today_label(today: float | None, word: str, scale: Scale) -> Label | None:
    if today is None or not word:
        return None
    half = width_of(word, LETTER) / 2 + 8
    return Label(round(min(max(today, scale.left + half), scale.right - half), 1), 10, word, "middle")


def _years(scale: Scale, now: Label | None) -> tuple[Label, ...]:
    """The years' numbers, moved or left out where the word for today stands."""
    found = []
    for left, right, word in timescale.year_words(scale):
        x, wide = left + 4, width_of(word, LETTER)
        if now is not None and x < now.right + 14 and x + wide > now.left - 14:
            x = now.right + 16
        if x + wide <= right - 10:
            found.append(Label(round(x, 1), 14, word))
    return tuple(found)


def _lane(lane: Lane, picture: Picture, frame: tuple[Scale, bool], top: float) -> PlacedLane:
    """One lane of the kind its key says."""
    if lane.key == TALKS:
        return _talks_lane(lane, picture, frame, top)
    if lane.key == HOURS:
        return _hours_lane(lane, picture, frame, top)
    return _field_lane(lane, picture, frame, top)


def _head(lane: Lane, frame: tuple[Scale, bool], top: float, *, drop: float) -> tuple[Label, float]:
    """A lane's name, and where its content begins."""
    scale, narrow = frame
    if narrow:
        return Label(14, top + 14, shorten(lane.label, scale.right - 20, _LANE_LETTER)), top + _LABEL_LINE
    return Label(14, top + drop, shorten(lane.label, _GUTTER - 20, _LANE_LETTER)), top


def _field_lane(lane: Lane, picture: Picture, frame: tuple[Scale, bool], top: float) -> PlacedLane:
    scale, narrow = frame
    mine = tuple(bar for bar in picture.visible_bars if bar.lane == lane.key)
    flags = tuple(mark for mark in picture.visible_marks if mark.lane == lane.key)
    if not mine and not flags:
        return _empty_lane(lane, frame, top)
    label, start = _head(lane, frame, top, drop=_LANE_PADDING + bars.HEIGHT / 2)
    start += 4 if narrow else _LANE_PADDING
    placed = bars.place_bars(mine, picture, scale, top=start)
    rows = bars.rows_in(placed)
    # Beside a single row of bars a flag is clear; between several it might seem to belong to the wrong one.
    beside = rows == 1
    flagged = marks.place_marks(
        flags,
        scale,
        top=start + (0 if beside else rows * bars.STEP),
        taken=(bars.taken(placed),) if beside else (),
    )
    depth = max(marks.rows_in(flagged), rows) if beside else rows + marks.rows_in(flagged)
    bottom = start + depth * bars.STEP - (bars.STEP - bars.HEIGHT) + _LANE_PADDING
    return PlacedLane(lane, top, bottom - top, False, label, bars=placed, marks=flagged)


def _empty_lane(lane: Lane, frame: tuple[Scale, bool], top: float) -> PlacedLane:
    label, _ = _head(lane, frame, top, drop=_COLLAPSED / 2)
    return PlacedLane(lane, top, _COLLAPSED, True, label)


def _talks_lane(lane: Lane, picture: Picture, frame: tuple[Scale, bool], top: float) -> PlacedLane:
    """The thread with its talks and gaps; flags of the talks stand in rows below it."""
    scale, narrow = frame
    label, start = _head(lane, frame, top, drop=_THREAD_ABOVE)
    y = start + _THREAD_ABOVE - (4 if narrow else 0)
    shelves = ((y - 18, Shelf()), (y + 18, Shelf()))
    mine = tuple(mark for mark in picture.visible_marks if mark.lane == lane.key)
    talks = tuple(mark for mark in mine if mark.kind.startswith("talk-"))
    gaps = thread_line.place_gaps(picture, scale, shelves, y=y)
    placed = marks.place_talks(_booked_first(talks), scale, shelves, y=y)
    flags = tuple(mark for mark in mine if mark not in talks)
    flagged = marks.place_marks(flags, scale, top=y + _THREAD_BELOW)
    bottom = y + _THREAD_BELOW + marks.rows_in(flagged) * marks.STEP + (4 if flags else 0)
    thread = thread_line.lay_thread(picture, scale, y=y)
    return PlacedLane(lane, top, bottom - top, False, label, marks=placed + flagged, thread=thread, gaps=gaps)


def _booked_first(talks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """What comes matters more than a no-show when words compete for room."""
    return tuple(sorted(talks, key=lambda mark: mark.kind != "talk-booked"))


def _hours_lane(lane: Lane, picture: Picture, frame: tuple[Scale, bool], top: float) -> PlacedLane:
    scale, _ = frame
    label, start = _head(lane, frame, top, drop=22 + _HOURS_HEIGHT / 2)
    ground = start + 22 + _HOURS_HEIGHT
    profile = thread_line.place_hours(picture, scale, top=start + 22, ground=ground)
    if profile is None:
        return _empty_lane(lane, frame, top)
    return PlacedLane(lane, top, ground - top, False, label, hours=profile)
