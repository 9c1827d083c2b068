"""What a timeline shows: the contract between the room that gathers a case and the page that draws it.

Plain Python. All dates are inclusive ('til og med'), and all words arrive in the reader's language.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

State = Literal["recommended", "planned", "waiting", "running", "paused"]
MarkKind = Literal[
    "decision",
    "talk-held",
    "talk-booked",
    "talk-no-show",
    "talk-cancelled",
    "deadline",
    "deadline-missed",
]

# The lanes that are drawn in a way of their own; every other key is a field with bars and flags.
TALKS = "talks"
HOURS = "hours"


@dataclass(frozen=True)
class Lane:
    """One horizontal band of the picture; the picture gives the order."""

    key: str
    label: str


@dataclass(frozen=True)
class Bar:
    """One stretch of one intervention in one state.

    Without `last` it is drawn to today, or to the end of the picture when planned. Ids that share the part
    before the first ':' are stretches of one intervention and stay in one row.
    """

    id: str
    lane: str
    first: date
    last: date | None
    state: State
    label: str
    detail: str
    ended: bool = False
    url: str = ""

    @property
    def stem(self) -> str:
        """Which intervention this is a stretch of."""
        return self.id.partition(":")[0]


@dataclass(frozen=True)
class Mark:
    """Something that happened, or must happen, on one day."""

    id: str
    lane: str
    on: date
    kind: MarkKind
    label: str
    detail: str
    url: str = ""


@dataclass(frozen=True)
class Gap:
    """Dead time, said in words: the thread frays there."""

    first: date
    last: date | None
    label: str


@dataclass(frozen=True)
class HoursStep:
    """How many hours a week over a stretch of days."""

    first: date
    last: date
    hours: Decimal


@dataclass(frozen=True)
class Picture:
    """Everything one timeline shows, from `first` to `last`; `months` are twelve short names.

    The thread runs from `begins` to `ends`, where they are given: outside a programme there is none.
    """

    title: str
    description: str
    lanes: tuple[Lane, ...]
    bars: tuple[Bar, ...]
    marks: tuple[Mark, ...]
    gaps: tuple[Gap, ...]
    hours: tuple[HoursStep, ...]
    today: date
    first: date
    last: date
    months: tuple[str, ...]
    begins: date | None = None
    ends: date | None = None

    def end_of(self, bar: Bar) -> date:
        """The last day on which a bar is drawn, an open one included."""
        if bar.last is not None:
            return bar.last
        return self.last if bar.state == "planned" else max(self.today, bar.first)

    def end_of_gap(self, gap: Gap) -> date:
        """The last day of dead time; one that goes on ends today."""
        return gap.last if gap.last is not None else max(self.today, gap.first)

    def shows(self, first: date, last: date) -> bool:
        """Whether any day of a stretch lies inside the picture."""
        return first <= self.last and last >= self.first and first <= last

    @property
    def visible_bars(self) -> tuple[Bar, ...]:
        """The bars of which something can be seen."""
        return tuple(bar for bar in self.bars if self.shows(bar.first, self.end_of(bar)))

    @property
    def visible_marks(self) -> tuple[Mark, ...]:
        """The marks whose day can be seen."""
        return tuple(mark for mark in self.marks if self.shows(mark.on, mark.on))

    @property
    def visible_gaps(self) -> tuple[Gap, ...]:
        """The dead time of which something can be seen."""
        return tuple(gap for gap in self.gaps if self.shows(gap.first, self.end_of_gap(gap)))

    @property
    def visible_hours(self) -> tuple[HoursStep, ...]:
        """The hours of which something can be seen."""
        return tuple(step for step in self.hours if self.shows(step.first, step.last))
