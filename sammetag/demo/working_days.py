"""Which days and hours a jobcentre has, and whether a person is free then."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

CLOCK = ZoneInfo("Europe/Copenhagen")
DAY = timedelta(days=1)
HOURS = (time(9), time(10), time(11), time(13), time(14), time(9, 30), time(10, 30), time(13, 30))
CLOSED = {(1, 1), (6, 5), (12, 24), (12, 25), (12, 26), (12, 31)}


def is_open(day: date) -> bool:
    """Whether the jobcentre is open: weekdays that are no fixed holiday."""
    return day.weekday() < 5 and (day.month, day.day) not in CLOSED


@lru_cache(maxsize=20_000)
def open_day(day: date, step: int) -> date:
    """The day itself, or the nearest open one before (-1) or after (+1) it."""
    while not is_open(day):
        day += step * DAY
    return day


def moment(day: date, hour: time) -> datetime:
    """A day and an hour as the clock in Copenhagen shows them."""
    return datetime.combine(day, hour, CLOCK)


class Diary:
    """Who is busy when, so that nobody sits in two talks at once."""

    def __init__(self) -> None:
        self._busy: dict[tuple[str, date], list[tuple[datetime, datetime]]] = defaultdict(list)

    def take(self, who: tuple[str, ...], start: datetime, minutes: int) -> bool:
        """Enter a talk for all of them if all are free; says whether it was entered."""
        end = start + timedelta(minutes=minutes)
        day = start.date()
        if any(start < last and first < end for one in who for first, last in self._busy[one, day]):
            return False
        for one in who:
            self._busy[one, day].append((start, end))
        return True

    def find(self, who: tuple[str, ...], day: date, *, step: int, first: int, minutes: int) -> datetime:
        """The nearest hour in which all are free, from `day` on in the direction of `step`; entered too."""
        while True:
            day = open_day(day, step)
            for turn in range(len(HOURS)):
                start = moment(day, HOURS[(first + turn) % len(HOURS)])
                if self.take(who, start, minutes):
                    return start
            day += step * DAY
