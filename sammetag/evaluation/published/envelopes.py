"""Whether a hazard ratio, its interval and its p can belong together, over all that rounding allows.

A Wald interval is symmetric on the logarithmic scale: with m the logarithm of the ratio, s its standard
error and z the quantile of the level, the ends are exp(m - zs) and exp(m + zs), and p is 2(1 - Φ(|m|/s)).
Each printed number bounds m and s by straight lines. The four agree if and only if the lines leave a
polygon; the corners of what three leave give the limits for the fourth. Source: Collett, Modelling
Survival Data in Medical Research (2015), 3.4. A likelihood interval need not be symmetric.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations
from typing import NamedTuple

from scipy import stats

from sammetag.evaluation.normal import deviations
from sammetag.evaluation.published.figures import Figure
from sammetag.evaluation.published.rounding import Span
from sammetag.evaluation.result import LEVEL

# What a corner may miss a line by, from binary fractions.
NEAR = 1e-9
RATIO, LOW, HIGH, P = "ratio", "low", "high", "p"


class Corner(NamedTuple):
    """A logarithm of a ratio with its standard error."""

    m: float
    s: float


class Line(NamedTuple):
    """Leaves the points with a*m + b*s <= c."""

    a: float
    b: float
    c: float

    def leaves(self, corner: Corner) -> bool:
        """Say whether the line leaves a point."""
        return self.a * corner.m + self.b * corner.s <= self.c + NEAR


class Limits(NamedTuple):
    """The smallest and the largest value."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Envelope:
    """What a printed ratio, its interval and its p allow each other to be."""

    spans: Mapping[str, Span]
    level: float = LEVEL

    @property
    def agrees(self) -> bool:
        """Say whether the four can belong together."""
        return bool(self._corners(self.spans))

    def without(self, name: str) -> Limits | None:
        """Give the limits that the other three leave for one; None if they do not agree themselves."""
        return self.left_for(name, [other for other in self.spans if other != name])

    def left_for(self, name: str, by: Sequence[str]) -> Limits | None:
        """Give the limits that some of the numbers leave for one; None if they do not agree themselves."""
        values = [self._value(name, corner) for corner in self._corners(by)]
        return Limits(min(values), max(values)) if values else None

    def _corners(self, names: Iterable[str]) -> list[Corner]:
        """The corners of what the lines of those numbers leave; none where they leave nothing."""
        named = list(names)
        return [corner for side in self._sides for corner in self._corners_on(side, named)]

    def _corners_on(self, side: float, names: Iterable[str]) -> list[Corner]:
        """The corners where the ratio is above 1 (side 1), or below it (side -1)."""
        bounds = (self._bounds(name) if name != P else self._bounds_of_p(side) for name in names)
        lines = [Line(0, -1, 0), *chain.from_iterable(bounds)]
        crossings = (_crossing(one, other) for one, other in combinations(lines, 2))
        return [corner for corner in crossings if corner and all(line.leaves(corner) for line in lines)]

    @property
    def _sides(self) -> tuple[float, ...]:
        """On which sides of 1 the ratio can be: both where it is printed as 1,00."""
        span = self.spans[RATIO]
        return tuple(side for side, there in ((1.0, span.high > 1), (-1.0, span.low < 1)) if there)

    def _bounds(self, name: str) -> list[Line]:
        """The two lines that a printed ratio or end draws."""
        span, slope = self.spans[name], self._slope(name)
        lines = [Line(1, slope, math.log(span.high))]
        return [*lines, Line(-1, -slope, -math.log(span.low))] if span.low > 0 else lines

    def _bounds_of_p(self, side: float) -> list[Line]:
        """The two lines that a printed p draws, on one side of 1."""
        span = self.spans[P]
        lines = [Line(-side, float(stats.norm.isf(min(1.0, float(span.high)) / 2)), 0)]
        if span.low > 0:
            lines.append(Line(side, -float(stats.norm.isf(float(span.low) / 2)), 0))
        return lines

    def _value(self, name: str, corner: Corner) -> float:
        if name == P:
            return float(2 * stats.norm.sf(abs(corner.m) / corner.s)) if corner.s else 0.0
        return math.exp(corner.m + self._slope(name) * corner.s)

    def _slope(self, name: str) -> float:
        return {RATIO: 0, LOW: -1, HIGH: 1}[name] * deviations(self.level)


def envelope_of(ratio: Figure, low: Figure, high: Figure, p: Figure) -> Envelope:
    """Give the envelope of four printed figures."""
    return Envelope({RATIO: ratio.span, LOW: low.span, HIGH: high.span, P: p.span})


def _crossing(one: Line, other: Line) -> Corner | None:
    slant = one.a * other.b - other.a * one.b
    if abs(slant) < NEAR:
        return None
    return Corner((one.c * other.b - other.c * one.b) / slant, (one.a * other.c - other.a * one.c) / slant)
