"""A period of the law as people write it."""

from __future__ import annotations

from sammetag.law.period import Period
from sammetag.words import Words

_FROM = Words("fra og med {first}", "from {first}")
_FROM_TO = Words("fra og med {first} til og med {last}", "from {first} to {last}, both included")


def period_in_words(period: Period) -> Words:
    """Give a period as people write it: 'fra og med 1. juli 2026', and 'til og med' where it has an end."""
    if period.last is None:
        return _FROM.filled(first=period.first)
    return _FROM_TO.filled(first=period.first, last=period.last)
