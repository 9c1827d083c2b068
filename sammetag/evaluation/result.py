"""What a question of statistics is answered with: frozen, with its interval, its method and its warnings."""

from __future__ import annotations

from dataclasses import dataclass

from sammetag.words import Words

LEVEL = 0.95


@dataclass(frozen=True, slots=True)
class Interval:
    """An interval with its level: 0.95 means that 95 of 100 such intervals hold the true value."""

    low: float
    high: float
    level: float = LEVEL

    def holds(self, value: float) -> bool:
        """Say whether the value lies in it, its ends included."""
        return self.low <= value <= self.high


@dataclass(frozen=True, slots=True)
class Undefined:
    """What cannot be worked out from these data, and why: stands where a number would."""

    why: Words


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number from the data with its uncertainty; `interval` is Undefined where the data give none."""

    value: float
    interval: Interval | Undefined
    standard_error: float | None = None


@dataclass(frozen=True, slots=True)
class Test:
    """A test: its statistic, its degrees of freedom (None where it has none), its p (two-sided)."""

    # pytest takes what is called Test for a class of tests.
    __test__ = False

    statistic: float
    p: float
    degrees: int | None = None


@dataclass(frozen=True, slots=True)
class Method:
    """How a result came about, in one or two sentences for its reader, and where the method is described."""

    words: Words
    source: str
