"""How fast a machine is at this moment: lent machines are twice as fast in one hour as in the next."""

from __future__ import annotations

import statistics
import time
from concurrent.futures import ProcessPoolExecutor

CORES, TIMES, SQUARES = 2, 40, 100_000


def yardstick() -> float:
    """Milliseconds that Python takes for 100,000 squares while both cores do so: the median of 80 times."""
    with ProcessPoolExecutor(CORES) as both:
        taken = list(both.map(_taken, range(CORES)))
    return statistics.median(one for each in taken for one in each)


def said() -> str:
    """The yardstick as a report says it, to be compared with that of another day."""
    return (
        f"The machine at this moment: {yardstick():.1f} ms for {SQUARES:,} squares in Python, on both cores."
    )


def _taken(_core: int) -> list[float]:
    found = []
    for _ in range(TIMES):
        begun = time.perf_counter()
        sum(number * number for number in range(SQUARES))
        found.append((time.perf_counter() - begun) * 1000)
    return found
