"""From days to pixels, and which days deserve a line and a word."""

from dataclasses import dataclass
from datetime import date, timedelta

from sammetag.design.lettering import Shelf, width_of

DAYS_A_MONTH = 30.4
LETTER = 12.0
_STEPS = (1, 3, 6, 12, 24, 60)
_ROOM_FOR_WEEKS = 4.0
_ROOM_FOR_DAY_NUMBERS = 7.0


@dataclass(frozen=True)
class Scale:
    """Days laid out evenly between two points; a day has a beginning and an end."""

    first: date
    last: date
    left: float
    right: float
    today: date | None = None

    @property
    def now(self) -> float | None:
        """Where today ends, if the picture shows it."""
        if self.today is None or not self.first <= self.today <= self.last:
            return None
        return self.end(self.today)

    def crosses_now(self, left: float, right: float) -> bool:
        """Whether words between two points would lie across the line of today."""
        return self.now is not None and left < self.now < right

    @property
    def per_day(self) -> float:
        """How wide one day is."""
        return (self.right - self.left) / max(1, (self.last - self.first).days + 1)

    def start(self, day: date) -> float:
        """Where a day begins, kept inside the scale."""
        return self._inside(self.left + (day - self.first).days * self.per_day)

    def end(self, day: date) -> float:
        """Where a day ends, kept inside the scale."""
        return self._inside(self.left + ((day - self.first).days + 1) * self.per_day)

    def middle(self, day: date) -> float:
        """Where a thing of one day stands."""
        return (self.start(day) + self.end(day)) / 2

    def _inside(self, x: float) -> float:
        return round(min(max(x, self.left), self.right), 1)


@dataclass(frozen=True)
class Tick:
    """A line through the picture at a day, with its word if there is room for one."""

    x: float
    word: str
    kind: str


def months_between_ticks(scale: Scale, months: tuple[str, ...]) -> int:
    """How many months apart the lines stand so that their words do not run together."""
    widest = max((width_of(name, LETTER) for name in months), default=0.0)
    needed = widest + 10
    month = scale.per_day * DAYS_A_MONTH
    return next((step for step in _STEPS if step * month >= needed), _STEPS[-1])


def ticks(scale: Scale, months: tuple[str, ...]) -> tuple[Tick, ...]:
    """The lines of months, quarters or years, and of weeks where days are wide."""
    shelf = Shelf()
    step = months_between_ticks(scale, months)
    starts = _month_starts(scale, step)
    if step == 1 and scale.first not in starts:
        starts.append(scale.first)
    lines = [_tick(scale, day, months[day.month - 1] if step < 12 else "", shelf) for day in starts]
    if scale.per_day >= _ROOM_FOR_WEEKS:
        numbered = scale.per_day >= _ROOM_FOR_DAY_NUMBERS
        lines += [_tick(scale, day, str(day.day) if numbered else "", shelf) for day in _mondays(scale)]
    return tuple(sorted(lines, key=lambda tick: tick.x))


def year_words(scale: Scale) -> tuple[tuple[float, float, str], ...]:
    """Each year that has room for its number: from where, to where, and the number."""
    years = range(scale.first.year, scale.last.year + 1)
    spans = [(scale.start(date(year, 1, 1)), scale.end(date(year, 12, 31)), str(year)) for year in years]
    return tuple(span for span in spans if span[1] - span[0] >= width_of(span[2], LETTER) + 10)


def _month_starts(scale: Scale, step: int) -> list[date]:
    year, month = scale.first.year, 1
    found = []
    while date(year, month, 1) <= scale.last:
        day = date(year, month, 1)
        if day >= scale.first and (year * 12 + month - 1) % step == 0:
            found.append(day)
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return found


def _mondays(scale: Scale) -> list[date]:
    day = scale.first + timedelta(days=-scale.first.weekday() % 7)
    count = (scale.last - day).days // 7 + 1
    mondays = (day + timedelta(weeks=week) for week in range(max(0, count)))
    return [monday for monday in mondays if monday.day != 1 and monday != scale.first]


def _tick(scale: Scale, day: date, word: str, shelf: Shelf) -> Tick:
    kind = "week" if day.day != 1 else "year" if day.month == 1 else "month"
    return Tick(scale.start(day), _fitting(scale, scale.start(day), word, shelf), kind)


def _fitting(scale: Scale, x: float, word: str, shelf: Shelf) -> str:
    if not word:
        return ""
    right = x + 4 + width_of(word, LETTER)
    if right > scale.right or not shelf.is_free(x, right + 4):
        return ""
    shelf.take(x, right + 4)
    return word
