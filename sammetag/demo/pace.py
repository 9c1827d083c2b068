"""How long citizens wait for what is ordered, where a trial has changed it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Pace:
    """Waits and gaps as a share of the usual ones, counted from a day on; `since` None: the usual ones.

    `most` is how many things are tried about one hurdle.
    """

    share: float = 1.0
    since: int | None = None
    most: int = 4

    def begins(self, begin: int, wait: int) -> int:
        """The day on which something begins that usually does `wait` days after the programme."""
        if self.since is None or begin + wait <= self.since:
            return begin + wait
        return self.since + 2 + round((begin + wait - self.since) * self.share)

    def gap(self, days: int) -> int:
        """How many days lie between one thing and the next."""
        return max(round(days * self.share), 4)


USUAL = Pace()
