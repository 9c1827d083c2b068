"""All versions of one rule or number on an axis of time, a lane for each scheme. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from sammetag.design.bars import Label
from sammetag.design.lettering import shorten, width_of
from sammetag.design.timescale import Scale

# How a stretch is known: as a version of the law, as not read, or as a rule that was closed.
Kind = Literal["version", "unread", "closed"]

WIDE, NARROW = 1120.0, 343.0
_GUTTER = 150.0
_WORD_LINE = 18.0
_YEAR_LINE = 20.0
_BAR = 28.0
_AIR = 11.0
_HEAD = 22.0
_FOOT = 4.0
_LETTER = 12.0
_PADDING = 7.0
_POINT = 7.0
_TOOTH = 4.0
_HATCH = 7.0
_EDGE = 1.0
_YEAR_ROOM = 38.0


@dataclass(frozen=True)
class Stretch:
    """Some days in one scheme: which kind, what stands in it, what is said of it, and where it leads.

    `exact` where a part of the words would mislead, as of a number. `marked` is the one that was asked for.
    """

    first: date
    last: date | None
    kind: Kind
    label: str
    words: str
    anchor: str
    marked: bool = False
    exact: bool = False


@dataclass(frozen=True)
class Lane:
    """One scheme with its stretches in order."""

    label: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True)
class Axis:
    """What is drawn, from `first` to `last`; `on` is the day that was asked about."""

    title: str
    description: str
    lanes: tuple[Lane, ...]
    first: date
    last: date
    today: date
    today_word: str
    on: date | None = None
    on_word: str = ""


@dataclass(frozen=True)
class PlacedStretch:
    """A stretch with its outline, the lines of what was not read, and its words where there was room."""

    stretch: Stretch
    x: float
    y: float
    width: float
    outline: str
    hatch: str = ""
    label: Label | None = None


@dataclass(frozen=True)
class PlacedLane:
    """A lane with its name, the line on which nothing lies, and its stretches."""

    label: Label
    top: float
    middle: float
    stretches: tuple[PlacedStretch, ...]


@dataclass(frozen=True)
class Flag:
    """The line of a day, from its word down."""

    key: str
    x: float
    label: Label


@dataclass(frozen=True)
class Layout:
    """The axis with places, at one width."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    years: tuple[Label, ...]
    ticks: tuple[float, ...]
    lanes: tuple[PlacedLane, ...] = field(default=())
    flags: tuple[Flag, ...] = ()


def span_of(days: list[date], today: date) -> tuple[date, date]:
    """Give the whole years that hold all these days, today, and the year after it."""
    return date(min([*days, today]).year, 1, 1), date(max([*days, today]).year + 1, 12, 31)


def place(axis: Axis, width: float) -> Layout:
    """Say where everything goes at a width; on a narrow one the names stand above their lanes."""
    narrow = width < WIDE
    left = _EDGE if narrow else _GUTTER
    scale = Scale(axis.first, axis.last, left, width - _EDGE)
    flags = _flags(axis, scale)
    top = _WORD_LINE * len(flags) + _YEAR_LINE
    lanes, y = [], top
    for lane in axis.lanes:
        head = _HEAD if narrow else 0.0
        lanes.append(_lane(lane, axis, scale, top=y, head=head))
        y += head + _BAR + 2 * _AIR
    every = range(axis.first.year, axis.last.year + 1)
    return Layout(
        width=width,
        height=round(y + _FOOT, 1),
        left=left,
        right=scale.right,
        top=top,
        bottom=round(y, 1),
        years=_years(scale, top - 7),
        ticks=tuple(scale.start(date(year, 1, 1)) for year in every),
        lanes=tuple(lanes),
        flags=flags,
    )


def _lane(lane: Lane, axis: Axis, scale: Scale, *, top: float, head: float) -> PlacedLane:
    y = top + head + _AIR
    room = (scale.right if head else scale.left) - 12
    label = Label(0, top + (14 if head else _AIR + _BAR / 2), shorten(lane.label, room, 13))
    placed = tuple(
        _stretch(one, scale, y=y)
        for one in lane.stretches
        if one.first <= axis.last and (one.last is None or one.last >= axis.first)
    )
    return PlacedLane(label, top, y + _BAR / 2, placed)


def _stretch(one: Stretch, scale: Scale, *, y: float) -> PlacedStretch:
    left = scale.start(one.first)
    right = scale.end(one.last) if one.last and one.last <= scale.last else scale.right
    width = round(max(2.0, right - left - 1.0), 1)
    goes_on = one.last is None or one.last > scale.last
    frayed = one.kind == "unread"
    outline = _frayed(left, y, width) if frayed else _outline(left, y, width, goes_on=goes_on)
    hatch = _hatched(left, y, width) if frayed else ""
    return PlacedStretch(one, left, y, width, outline, hatch, _label(one, left, width, y))


def _label(one: Stretch, left: float, width: float, y: float) -> Label | None:
    padding = min(_PADDING, max(3.0, (width - width_of(one.label, _LETTER)) / 2))
    room = width - 2 * padding
    fits = width_of(one.label, _LETTER) <= room
    words = one.label if fits else "" if one.exact else shorten(one.label, room, _LETTER)
    return Label(round(left + padding, 1), y + _BAR / 2, words) if words else None


def _outline(left: float, y: float, width: float, *, goes_on: bool) -> str:
    """A box; one that goes on ends in a point."""
    right, low = round(left + width, 1), y + _BAR
    if not goes_on or width < 2 * _POINT:
        return f"M{left:g} {y:g}H{right:g}V{low:g}H{left:g}z"
    shoulder = round(right - _POINT, 1)
    return f"M{left:g} {y:g}H{shoulder:g}L{right:g} {y + _BAR / 2:g}L{shoulder:g} {low:g}H{left:g}z"


def _frayed(left: float, y: float, width: float) -> str:
    """A box whose short sides are torn."""
    tooth, teeth = min(_TOOTH, width / 2), 4
    step = _BAR / (2 * teeth)
    down = "".join(f"l{-tooth:g} {step:g}l{tooth:g} {step:g}" for _ in range(teeth))
    up = "".join(f"l{tooth:g} {-step:g}l{-tooth:g} {-step:g}" for _ in range(teeth))
    return f"M{left:g} {y:g}H{round(left + width, 1):g}{down}H{left:g}{up}z"


def _hatched(left: float, y: float, width: float) -> str:
    """Slanting lines cut off at the box, as one path."""
    lines, offset = [], _HATCH - _BAR
    while offset < width:
        start, end = max(offset, 0.0), min(offset + _BAR, width)
        if end - start > 1:
            low = y + _BAR - (start - offset)
            lines.append(f"M{left + start:.1f} {low:.1f}l{end - start:.1f} {start - end:.1f}")
        offset += _HATCH
    return "".join(lines)


def _years(scale: Scale, y: float) -> tuple[Label, ...]:
    """The years, each where its number has room; on a narrow axis every second or third."""
    apart = next(many for many in (1, 2, 3, 5, 10) if scale.per_day * 365 * many >= _YEAR_ROOM or many == 10)
    starts = (scale.start(date(year, 1, 1)) for year in range(scale.first.year, scale.last.year + 1, apart))
    years = range(scale.first.year, scale.last.year + 1, apart)
    return tuple(
        Label(round(x + 3, 1), y, str(year))
        for x, year in zip(starts, years, strict=True)
        if x + 3 + width_of(str(year), _LETTER) <= scale.right
    )


def _flags(axis: Axis, scale: Scale) -> tuple[Flag, ...]:
    """The day that was asked about above today; one line where both are one day."""
    days = [("today", axis.today, axis.today_word)]
    if axis.on and axis.on != axis.today:
        days.insert(0, ("on", axis.on, axis.on_word))
    shown = [one for one in days if scale.first <= one[1] <= scale.last]
    return tuple(
        _flag(key, scale.middle(day), word, (scale, place * _WORD_LINE + 10))
        for place, (key, day, word) in enumerate(shown)
    )


def _flag(key: str, x: float, word: str, where: tuple[Scale, float]) -> Flag:
    scale, y = where
    half = width_of(word, _LETTER) / 2 + 4
    middle = min(max(x, scale.left + half), scale.right - half)
    return Flag(key, x, Label(round(middle, 1), y, word, "middle"))
