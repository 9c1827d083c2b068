"""The red thread: solid where something runs, frayed where nothing does, thin where the future is open."""

from dataclasses import dataclass
from datetime import timedelta

from sammetag.design.bars import LETTER, Label
from sammetag.design.lettering import Shelf, width_of
from sammetag.design.marks import centred
from sammetag.design.timeline import Gap, HoursStep, Picture
from sammetag.design.timescale import Scale

_FRAY = 16.0
_SHORTEST_FRAY = 10.0


@dataclass(frozen=True)
class PlacedGap:
    """Dead time: where the thread frays, and its words if there was room for them."""

    gap: Gap
    x: float
    width: float
    fibres: str
    dots: str
    label: Label | None = None


@dataclass(frozen=True)
class Thread:
    """The line itself: its height, its whole stretches and the thin line ahead."""

    y: float
    solid: str
    ahead: str


@dataclass(frozen=True)
class HoursLabel:
    """A number of hours a week, to be written by the page in its own language."""

    x: float
    y: float
    anchor: str
    step: HoursStep


@dataclass(frozen=True)
class HoursProfile:
    """Hours a week as steps on a ground line."""

    ground: float
    area: str
    line: str
    peak: HoursLabel | None
    current: HoursLabel | None


def place_gaps(
    picture: Picture, scale: Scale, shelves: tuple[tuple[float, Shelf], ...], *, y: float
) -> tuple[PlacedGap, ...]:
    """Where the thread frays, each gap with its words on the first line that has room."""
    placed = []
    for gap in sorted(picture.visible_gaps, key=lambda item: item.first):
        left, right = scale.start(gap.first), scale.end(min(picture.end_of_gap(gap), picture.last))
        label = centred(gap.label, (left + right) / 2, scale, shelves)
        mends = gap.last is not None and gap.last < picture.today
        fibres, dots = _fray(left, right, y, mends=mends)
        placed.append(PlacedGap(gap, left, round(right - left, 1), fibres, dots, label))
    return tuple(placed)


def lay_thread(picture: Picture, scale: Scale, *, y: float) -> Thread:
    """The line from the first day to today around the gaps, and on to the end as a thin line."""
    reached = min(picture.today, picture.ends or picture.today)
    now = scale.end(reached) if reached >= picture.first else scale.left
    begins = picture.begins or picture.first
    start = scale.start(begins) if picture.first < begins <= picture.last else scale.left
    holes = sorted(
        (scale.start(gap.first), scale.end(picture.end_of_gap(gap)))
        for gap in picture.visible_gaps
        if gap.first <= picture.today
    )
    at, parts = start, []
    for left, right in holes:
        if left > at:
            parts.append(f"M{at:g} {y:g}H{left:g}")
        at = max(at, right)
    if at < now:
        parts.append(f"M{at:g} {y:g}H{now:g}")
    open_end = now < scale.right and picture.ends is None
    ahead = f"M{max(now, start):g} {y:g}H{scale.right:g}" if open_end else ""
    return Thread(y, "".join(parts), ahead)


def _fray(left: float, right: float, y: float, *, mends: bool) -> tuple[str, str]:
    """Three fibres that part, a row of dots, and fibres that meet again where the gap ends."""
    width = right - left
    if width < _SHORTEST_FRAY:
        return "", f"M{left:g} {y:g}H{right:g}"
    reach = min(_FRAY, width / 2.5)
    fibres = _fibres(left, y, reach) + (_fibres(right, y, -reach) if mends else "")
    end = right - (reach if mends else 0)
    return fibres, f"M{left + reach:.1f} {y:g}H{max(end, left + reach):.1f}"


def _fibres(x: float, y: float, reach: float) -> str:
    ends = ((0.85, -6.0), (1.0, -1.0), (0.75, 6.0))
    return "".join(f"M{x:g} {y:g}q{reach * 0.5:.1f} 0 {reach * part:.1f} {rise:g}" for part, rise in ends)


def place_hours(picture: Picture, scale: Scale, *, top: float, ground: float) -> HoursProfile | None:
    """The steps of hours a week between `top` and `ground`, the highest and today's one labelled."""
    steps = sorted(picture.visible_hours, key=lambda step: step.first)
    peak = max(steps, key=lambda step: step.hours, default=None)
    if peak is None or peak.hours <= 0:
        return None
    height = {step: ground - float(step.hours / peak.hours) * (ground - top) for step in steps}
    line = _steps_line(steps, height, scale, ground)
    area = f"M{scale.start(steps[0].first):g} {ground:g}{line}V{ground:g}z"
    high = _over(peak, height[peak], scale)
    current = next((step for step in steps if step.first <= picture.today <= step.last), None)
    now = _beside_today(current, height, scale, picture) if current else None
    crowded = now is not None and (now.step is peak or _runs_into(high, now))
    return HoursProfile(
        ground, area, f"M{scale.start(steps[0].first):g} {ground:g}{line}", None if crowded else high, now
    )


def _steps_line(steps: list[HoursStep], height: dict[HoursStep, float], scale: Scale, ground: float) -> str:
    parts, expected = [], steps[0].first
    for step in steps:
        if step.first > expected:
            parts.append(f"V{ground:g}H{scale.start(step.first):g}")
        parts.append(f"V{height[step]:.1f}H{scale.end(step.last):g}")
        expected = step.last + timedelta(days=1)
    return "".join(parts)


def hours_width(step: HoursStep) -> float:
    """About how wide the number and its unit are."""
    return width_of(f"{step.hours.normalize():f} hrs", LETTER)


def _over(step: HoursStep, y: float, scale: Scale) -> HoursLabel:
    half = hours_width(step) / 2
    middle = (scale.start(step.first) + scale.end(step.last)) / 2
    return HoursLabel(
        round(min(max(middle, scale.left + half), scale.right - half), 1), y - 5, "middle", step
    )


def _beside_today(
    step: HoursStep, height: dict[HoursStep, float], scale: Scale, picture: Picture
) -> HoursLabel:
    """On the future's side of today, which is empty, unless the picture ends there."""
    x = scale.end(picture.today)
    if step.last <= picture.today and x + 6 + hours_width(step) <= scale.right:
        return HoursLabel(x + 6, height[step] + 4, "start", step)
    if x + 6 + hours_width(step) <= scale.right:
        return HoursLabel(x + 6, height[step] - 5, "start", step)
    return HoursLabel(x - 6, height[step] - 5, "end", step)


def _runs_into(high: HoursLabel, now: HoursLabel) -> bool:
    reach = hours_width(high.step) / 2 + hours_width(now.step) + 8
    return abs(high.x - now.x) < reach and abs(high.y - now.y) < LETTER + 2
