"""The forest plot: each outcome with its interval for each question, on the scale that it is told on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp, inf, log

from django.utils.safestring import SafeString

from sammetag.design.lettering import shorten
from sammetag.evaluation.conclusion import Scale
from sammetag.evaluation.result import Estimate, Interval, Undefined
from sammetag.evaluation.trial.analysis import Results
from sammetag.evaluation.trial.samples import ESTIMANDS, TITLES, Estimand
from sammetag.studies.report import drawing
from sammetag.studies.report.document import Cell, Figure, Table, row
from sammetag.studies.report.speech import Speech
from sammetag.words import Words

WIDTH, ROW, TOP, LEFT, RIGHT = 720.0, 24.0, 44.0, 330.0, 16.0
# An interval that reaches beyond is cut off where it would leave the rest no room.
FURTHEST = 16.0

TITLE_OF = {
    Scale.RATIO: Words("Hazard ratio, alle mål over tid", "Hazard ratio, all outcomes over time"),
    Scale.SHARES: Words("Forskel i procentpoint", "Difference in percentage points"),
    Scale.DAYS: Words("Forskel i dage", "Difference in days"),
}
SHOWS = Words(
    "{count} vandrette streger, en for hvert mål og spørgsmål, med et mærke ved tallet. Den lodrette linje "
    "ved {none} er ingen forskel; {apart} af stregerne går ikke hen over den. Alle tal står i tabellen ved "
    "siden af.",
    "{count} horizontal lines, one for each outcome and question, with a mark at the number. The upright "
    "line at {none} is no difference; {apart} of the lines do not cross it. All numbers stand in the table "
    "beside.",
)
OUTCOME, QUESTION = Words("Mål", "Outcome"), Words("Spørgsmål", "Question")
VALUE = Words("Tal (interval)", "Number (interval)")
P, ADJUSTED = Words("p", "p"), Words("p, justeret", "p, adjusted")


@dataclass(frozen=True)
class Branch:
    """One line of the plot: an outcome for a question."""

    outcome: str
    question: str
    primary: bool
    first: bool
    estimate: Estimate | Undefined
    p: float | None
    adjusted: float | None

    @property
    def interval(self) -> Interval | None:
        """Its interval, where there is one."""
        found = self.estimate
        known = isinstance(found, Estimate) and isinstance(found.interval, Interval)
        return found.interval if known else None  # type: ignore[union-attr, return-value]


@dataclass(frozen=True)
class Axis:
    """Where numbers lie: evenly, or ratios by their logarithm."""

    low: float
    high: float
    ratio: bool

    def x(self, value: float) -> float:
        """The place of a number, at the edge for one beyond."""
        low, high, at = (self._on(one) for one in (self.low, self.high, min(max(value, self.low), self.high)))
        return LEFT + (WIDTH - LEFT - RIGHT) * (at - low) / (high - low)

    def _on(self, value: float) -> float:
        return log(value) if self.ratio else value


def forest_figures(results: Results, say: Speech) -> Iterator[Figure]:
    """A figure for each scale that has an outcome."""
    for scale in TITLE_OF:
        branches = _branches(results, scale, say)
        if any(one.interval for one in branches):
            yield _figure(scale, branches, say)


def _branches(results: Results, scale: Scale, say: Speech) -> list[Branch]:
    return [
        Branch(
            say.heading(found.indicator.title),
            say(TITLES[answer.estimand]),
            found.outcome.primary,
            answer.estimand is Estimand.AS_DRAWN,
            answer.head.estimate,
            answer.head.p,
            answer.said.adjusted_p,
        )
        for found in results.outcomes
        for answer in found.answers
        if answer.estimand in ESTIMANDS and answer.head.scale is scale and answer.head.estimate is not None
    ]


def _figure(scale: Scale, branches: Sequence[Branch], say: Speech) -> Figure:
    title, none = say(TITLE_OF[scale]), 1 if scale is Scale.RATIO else 0
    apart = sum(1 for one in branches if one.interval and not one.interval.holds(none))
    what = say(SHOWS, count=len(branches), none=none, apart=apart)
    key = f"forest-{scale.name.lower()}"
    size = WIDTH, TOP + ROW * len(branches) + 34
    svg = drawing.drawing(key, title, what, size=size, parts=_parts(scale, branches, none, say=say))
    rows = tuple(
        row(
            one.outcome,
            Cell(one.question),
            say.scaled(one.estimate, f"{one.outcome}, {one.question}", scale),
            say.p(one.p),
            say.p(one.adjusted),
        )
        for one in branches
    )
    head = tuple(say(one) for one in (OUTCOME, QUESTION, VALUE, P, ADJUSTED))
    return Figure(key, title, what, svg, Table("", head, rows, say.notes()))


def _parts(scale: Scale, branches: Sequence[Branch], none: float, *, say: Speech) -> Iterator[SafeString]:
    times = 100.0 if scale is Scale.SHARES else 1.0
    axis = _axis([one.interval for one in branches if one.interval], ratio=scale is Scale.RATIO)
    bottom = TOP + ROW * len(branches)
    yield drawing.line(
        (axis.x(none), TOP - 10), (axis.x(none), bottom), drawing.Pen(drawing.QUIET, 1.0, "3 3")
    )
    for value in _ticks(axis):
        yield drawing.line((axis.x(value), bottom), (axis.x(value), bottom + 5))
        places = 2 if axis.ratio and value < 1 else 0
        yield drawing.words(axis.x(value), bottom + 20, say.number(times * value, places), anchor="middle")
    yield drawing.line((LEFT, bottom), (WIDTH - RIGHT, bottom))
    for place, one in enumerate(branches):
        yield from _branch(one, axis, TOP + ROW * (place + 0.5))


def _branch(one: Branch, axis: Axis, y: float) -> Iterator[SafeString]:
    if one.first:
        yield drawing.words(4, y + 4, shorten(one.outcome, 190, drawing.LETTER), bold=one.primary)
    yield drawing.words(206, y + 4, one.question, colour=drawing.QUIET)
    if one.interval is not None and isinstance(one.estimate, Estimate):
        colour = drawing.TREATED if one.first else drawing.QUIET
        ends = axis.x(one.interval.low), axis.x(one.interval.high)
        yield drawing.line((ends[0], y), (ends[1], y), drawing.Pen(colour, 2.0))
        yield drawing.dot(axis.x(one.estimate.value), y, colour, square=one.primary and one.first)


def _axis(intervals: Sequence[Interval], *, ratio: bool) -> Axis:
    lows = [one.low for one in intervals]
    highs = [one.high for one in intervals if one.high < inf]
    if not ratio:
        reach = max(map(abs, (*lows, *highs)), default=1.0) * 1.1 or 1.0
        return Axis(-reach, reach, ratio=False)
    reach = max((abs(log(one)) for one in (*lows, *highs) if one > 0), default=log(2.0)) * 1.1
    reach = min(max(reach, log(2.0)), log(FURTHEST))
    return Axis(exp(-reach), exp(reach), ratio=True)


def _ticks(axis: Axis) -> list[float]:
    if axis.ratio:
        return [one for one in (0.1, 0.25, 0.5, 1.0, 2.0, 4.0, 10.0) if axis.low <= one <= axis.high]
    times = 100.0 if axis.high <= 1 else 1.0
    step = drawing.nice_step(2 * axis.high * times) / times
    count = int(axis.high / step)
    return [step * place for place in range(-count, count + 1)]
