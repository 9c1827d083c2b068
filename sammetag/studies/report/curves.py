"""The figure of an outcome over time: a stepped line for each arm with its interval, and its numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

import numpy as np
from django.utils.safestring import SafeString

from sammetag.design.lettering import width_of
from sammetag.evaluation.curve import Curve
from sammetag.evaluation.result import Undefined
from sammetag.evaluation.trial.analysis import OutcomeFound
from sammetag.evaluation.trial.arms import Arms
from sammetag.evaluation.trial.times import EVENT, ArmOverTime, Timed
from sammetag.studies.report import drawing
from sammetag.studies.report.document import Cell, Figure, Table, row
from sammetag.studies.report.speech import Speech
from sammetag.words import Words

WIDTH, HEIGHT = 720.0, 360.0
LEFT, RIGHT, TOP, BOTTOM = 56.0, 16.0, 40.0, 48.0

FREE = Words("{outcome}: andelen, der endnu ikke har haft det", "{outcome}: the share without it so far")
ENDED = Words("{outcome}: andelen, der har haft det", "{outcome}: the share that has had it")
SHOWS = Words(
    "To linjer over tid, en for hver gruppe, med usikkerhed. Efter {days} dage: {treated} {ours}, {control} "
    "{theirs}. Alle tal står i tabellen ved siden af.",
    "Two lines over time, one for each arm, with their uncertainty. After {days} days: {treated} {ours}, "
    "{control} {theirs}. All numbers stand in the table beside.",
)
AXIS = Words("Dage fra lodtrækningen", "Days from the draw")
PER_CENT = Words("Procent", "Per cent")
DAY = Words("Dag", "Day")
AT_RISK = Words("{arm}, fulgt så længe", "{arm}, followed that long")
SHARE = Words("{arm}, procent (interval)", "{arm}, per cent (interval)")


@dataclass(frozen=True)
class Plot:
    """Where days and shares lie in the drawing."""

    days: float
    top: float

    def at(self, day: float, share: float) -> tuple[float, float]:
        """The point of a day and a share."""
        x = LEFT + (WIDTH - LEFT - RIGHT) * day / self.days
        return x, HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * share / self.top


def curves_figure(found: OutcomeFound, timed: Timed, arms: Arms, say: Speech) -> Figure:
    """The shares over time: of those who have had it where other endings compete, else of those without."""
    title = ENDED if found.indicator.ends_by else FREE
    curves = (
        _curve(timed.treated, bool(found.indicator.ends_by)),
        _curve(timed.control, bool(found.indicator.ends_by)),
    )
    plot = _plot(curves, timed.tau)
    ticks = [float(one) for one in np.arange(0, plot.days + 1, drawing.nice_step(plot.days))]
    table = _table(curves, arms, ticks, say)
    name = say.heading(found.indicator.title)
    told = [_last(curve, timed.tau, say) for curve in curves]
    what = say(
        SHOWS,
        days=say.number(timed.tau, 0),
        treated=arms.treated.title,
        control=arms.control.title,
        ours=told[0],
        theirs=told[1],
    )
    key = f"curves-{found.indicator.name}"
    heading = say(title, outcome=name)
    svg = drawing.drawing(
        key, heading, what, size=(WIDTH, HEIGHT), parts=_parts(curves, arms, plot, ticks, say=say)
    )
    return Figure(key, heading, what, svg, table)


def _curve(arm: ArmOverTime, competing: bool) -> Curve | None:
    """None where nobody of the arm ended by the event: a line at 0."""
    if not competing:
        return arm.free.curve
    if isinstance(arm.ended, Undefined):
        return None
    return next((one.curve for one in arm.ended.causes if one.cause == EVENT), None)


def _plot(curves: tuple[Curve | None, ...], days: float) -> Plot:
    highest = max((float(curve.high.max()) for curve in curves if curve is not None), default=0.0)
    return Plot(max(days, 1.0), min(1.0, max(1, ceil(highest * 5)) / 5))


def _parts(
    curves: tuple[Curve | None, ...], arms: Arms, plot: Plot, ticks: list[float], *, say: Speech
) -> Iterator[SafeString]:
    yield from _axes(plot, ticks, say)
    pens = drawing.Pen(drawing.TREATED, 2.2), drawing.Pen(drawing.CONTROL, 2.2, "7 4")
    legend = LEFT + 8
    for curve, arm, pen in zip(curves, (arms.treated, arms.control), pens, strict=True):
        if curve is not None:
            yield drawing.area(_band(curve, plot), pen.colour)
        yield drawing.path(_steps(curve, plot), pen)
        yield drawing.line((legend, 20), (legend + 28, 20), pen)
        yield drawing.words(legend + 34, 24, arm.title)
        legend += 52 + width_of(arm.title, drawing.LETTER)


def _axes(plot: Plot, ticks: list[float], say: Speech) -> Iterator[SafeString]:
    for share in np.linspace(0, plot.top, 5 if plot.top < 1 else 6):
        start, end = plot.at(0, share), plot.at(plot.days, share)
        yield drawing.line(start, end, drawing.FAINT)
        yield drawing.words(start[0] - 8, start[1] + 4, say.number(100 * share, 0), anchor="end")
    for day in ticks:
        x, y = plot.at(day, 0)
        yield drawing.line((x, y), (x, y + 5))
        yield drawing.words(x, y + 20, say.number(day, 0), anchor="middle")
    yield drawing.words(WIDTH - RIGHT, HEIGHT - 6, say(AXIS), anchor="end", colour=drawing.QUIET)
    yield drawing.words(8, TOP - 8, say(PER_CENT), colour=drawing.QUIET)


def _steps(curve: Curve | None, plot: Plot) -> list[tuple[float, float]]:
    if curve is None:
        return [plot.at(0, 0), plot.at(plot.days, 0)]
    return _stepped(curve.time, curve.estimate, plot, min(curve.reach, plot.days))


def _band(curve: Curve, plot: Plot) -> list[tuple[float, float]]:
    last = min(curve.reach, plot.days)
    return _stepped(curve.time, curve.low, plot, last) + _stepped(curve.time, curve.high, plot, last)[::-1]


def _stepped(time: np.ndarray, share: np.ndarray, plot: Plot, last: float) -> list[tuple[float, float]]:
    points = [plot.at(0, float(share[0]))]
    for day, before, after in zip(time[1:], share[:-1], share[1:], strict=True):
        if day > last:
            break
        if before != after:
            points += [plot.at(float(day), float(before)), plot.at(float(day), float(after))]
    return [*points, (plot.at(last, 0)[0], points[-1][1])]


def _last(curve: Curve | None, day: float, say: Speech) -> str:
    if curve is None:
        return "0 %"
    share = float(curve.estimate[np.searchsorted(curve.time, day, side="right") - 1])
    return f"{say.number(100 * share, 1)} %"


def _table(curves: tuple[Curve | None, ...], arms: Arms, ticks: list[float], say: Speech) -> Table:
    columns = [_column(curve, ticks, say) for curve in curves]
    head = [say(DAY)]
    for arm in (arms.treated, arms.control):
        head += [say(AT_RISK, arm=arm.title), say(SHARE, arm=arm.title)]
    rows = tuple(
        row(say.number(day, 0), *columns[0][place], *columns[1][place]) for place, day in enumerate(ticks)
    )
    return Table("", tuple(head), rows, say.notes())


def _column(curve: Curve | None, ticks: list[float], say: Speech) -> list[tuple[Cell, Cell]]:
    if curve is None:
        return [(Cell("–", number=True), Cell("0", number=True))] * len(ticks)
    found = []
    for one in curve.at(ticks):
        estimate = one.estimate
        if isinstance(estimate, Undefined):
            share = say.unknown(estimate, say.number(one.time, 0))
        elif isinstance(estimate.interval, Undefined):
            share = say.number(100 * estimate.value, 1)
        else:
            share = say.estimate(estimate, "", 1, 100)
        found.append((Cell(str(one.at_risk), number=True), Cell(share, number=True)))
    return found
