"""Sums over stretches of moments, only ever added up: to subtract would lose the digits of what is small."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from sammetag.evaluation.arrays import Floats, Ints


class Stretches:
    """Stretches of moments, each from a first to a last one, both included.

    Spans of 1, 2, 4, 8 ... moments lie one after another. A stretch belongs to the smallest span that holds
    it, and so passes the middle of that span: it is what reaches back from there, and what reaches on. The
    sums from the middles of all spans of one size are found at once.
    """

    def __init__(self, first: Ints, last: Ints, moments: int) -> None:
        """Sort the stretches by the size of their spans."""
        size = np.frexp((first ^ last).astype(np.float64))[1]
        self._order = np.argsort(size.astype(np.int16), kind="stable")
        self._first, self._last = first[self._order], last[self._order]
        self._begins = np.append(0, np.cumsum(np.bincount(size)))
        self._moments = moments
        self._padded = 1 << (moments - 1).bit_length()

    def spread(self, values: Floats) -> Floats:
        """Give for each moment the sum of the values of the stretches that hold it."""
        values = values[self._order]
        found = np.zeros(self._padded)
        for half, here in self._sizes():
            ends = np.bincount(self._first[here], values[here], self._padded).astype(np.float64, copy=False)
            if half:
                ends += np.bincount(self._last[here], values[here], self._padded)
                back, on = _halves(ends, half)
                np.cumsum(back, axis=1, out=back)
                np.cumsum(on[:, ::-1], axis=1, out=on[:, ::-1])
            found += ends
        return found[: self._moments]

    def gather(self, values: Floats, add: np.ufunc = np.add) -> Floats:
        """Give for each stretch the sum of the values of its moments; with np.minimum, the least of them."""
        found = np.empty(len(self._order))
        padded = np.zeros(self._padded)
        padded[: self._moments] = values
        for half, here in self._sizes():
            rows = self._order[here]
            if not half:
                found[rows] = padded[self._first[here]]
                continue
            reached = padded.copy()
            back, on = _halves(reached, half)
            add.accumulate(back[:, ::-1], axis=1, out=back[:, ::-1])
            add.accumulate(on, axis=1, out=on)
            found[rows] = add(reached[self._first[here]], reached[self._last[here]])
        return found

    def _sizes(self) -> Iterator[tuple[int, slice]]:
        """Give half the size of a span, 0 for a single moment, with the stretches of spans of that size."""
        for size, (begin, end) in enumerate(zip(self._begins[:-1], self._begins[1:], strict=True)):
            if begin < end:
                yield (1 << size) >> 1, slice(begin, end)


def _halves(values: Floats, half: int) -> tuple[Floats, Floats]:
    """Give the parts before and after the middle of each span, to be changed where they stand."""
    spans = values.reshape(-1, 2, half)
    return spans[:, 0], spans[:, 1]
