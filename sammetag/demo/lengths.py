"""How long programmes are granted for, and how long they last: three years, and two and a half on average.

Most end when their time is up. Before that few end in the first year, and more in each that follows.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random
from typing import TypeVar

from sammetag.demo.grants import terms
from sammetag.demo.story import Given
from sammetag.law import JOBAFKLARINGSFORLOEB

T = TypeVar("T")
Weights = tuple[tuple[str, int], ...]
# How many in a hundred are granted how many months, where the law allows it.
LONG = ((24, 20), (36, 62), (48, 6), (60, 12))
SHORT = ((12, 18), (18, 14), (24, 68))
# The share that ends before its time in each half year since the grant.
ENDS_IN_HALF_YEAR = (0.005, 0.02, 0.05, 0.08, 0.17, 0.24, 0.3, 0.3, 0.3, 0.3)
HALF_YEAR = 182
JOB_CLARIFICATION = 0.2
# Weights of what follows a programme: pension for most of those about whom it is decided.
AT_THE_END = (
    ("disability-pension", 40),
    ("flexi-job", 17),
    ("time-limit", 16),
    ("cash-benefit", 9),
    ("education", 2),
    ("ordinary-job", 3),
    ("moved", 2),
)
OF_THE_SICK_LISTED = (
    ("sick-pay", 22),
    ("flexi-job", 24),
    ("disability-pension", 20),
    ("ordinary-job", 12),
    ("time-limit", 14),
    ("education", 4),
)


@dataclass(frozen=True)
class Course:
    """A programme as it was granted, and after how many days it ends by itself."""

    given: Given
    lasts: int
    granted_days: int


def draw_course(granted: int, today: date, chance: Random) -> Course:
    """A programme granted so many days from today; the law shortens what it does not allow."""
    sick_listed = chance.random() < JOB_CLARIFICATION
    given = Given(
        granted,
        months=_weighted(SHORT if sick_listed else LONG, chance),
        met=chance.randrange(9, 40),
        waits=chance.choice((0, 0, 0, 4, 7)),
        scheme=JOBAFKLARINGSFORLOEB if sick_listed else "",
    )
    law = terms(given, today)
    length = (law.granted_until - law.starts_on).days
    return Course(given, min(_exit(chance), length), length)


def outcome(scheme: str, at_the_limit: bool, chance: Random) -> str:
    """Why a programme ended; only one whose time was up can end with its time."""
    weights: tuple[tuple[str, int], ...] = (
        OF_THE_SICK_LISTED if scheme == JOBAFKLARINGSFORLOEB else AT_THE_END
    )
    if not at_the_limit:
        weights = tuple((reason, weight) for reason, weight in weights if reason != "time-limit")
    return _weighted(weights, chance)


def _exit(chance: Random) -> int:
    """The day on which somebody would leave, if time was never up."""
    for half, share in enumerate(ENDS_IN_HALF_YEAR):
        if chance.random() < share:
            return half * HALF_YEAR + chance.randrange(40, HALF_YEAR)
    return HALF_YEAR * len(ENDS_IN_HALF_YEAR)


def _weighted(weights: tuple[tuple[T, int], ...], chance: Random) -> T:
    return chance.choices([one for one, _ in weights], [weight for _, weight in weights])[0]
