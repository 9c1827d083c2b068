"""How a life is told before it becomes rows: days are counted from today, and the last one is open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from sammetag.demo.people import Place
from sammetag.demo.plan_story import PlanTold
from sammetag.interventions.models import EndReason, State
from sammetag.people.models import Field
from sammetag.talks.models import Form, Outcome, Side


class Anchor(Enum):
    """What a programme's day counts: its grant, its very last day, or the end of its first six months."""

    GRANT = "grant"
    LAST = "last"
    HALF_YEAR = "half-year"


@dataclass(frozen=True)
class Given:
    """A programme as granted. The law decides its longest length, and its scheme where none is wished for."""

    day: int
    anchor: Anchor = Anchor.GRANT
    months: int = 36
    met: int = 16
    waits: int = 0
    ended: int | None = None
    reason: str = ""
    scheme: str = ""


@dataclass(frozen=True)
class Spell:
    """The day on which an intervention enters a state; it stays there until the next spell or its end.

    `hours` where they differ from those of the intervention; `reason` in words.
    """

    state: State
    since: int
    hours: str = ""
    reason: str = ""


@dataclass(frozen=True)
class Effort:
    """An intervention. `last` is its last day: in the past it has ended, in the future that is agreed.

    `why` it ended before its time or never began, with `words`; `overdue` when nobody has written its end.
    `granted` are the periods of a mentor, first and last day; none where one holds from start to end.
    """

    title: str
    field: Field
    hours: str
    spells: tuple[Spell, ...]
    last: int | None = None
    why: EndReason | None = None
    words: str = ""
    provider: str = ""
    chapter: int | None = None
    company: bool = False
    mentor: bool = False
    recommended: int | None = None
    granted: tuple[tuple[int, int], ...] = ()
    overdue: bool = False


@dataclass(frozen=True)
class Meeting:
    """A talk. `who` holds keys of staff, or words for somebody else; `at` is set where the hour matters."""

    day: int
    outcome: Outcome
    notes: str = ""
    form: Form = Form.IN_PERSON
    who: tuple[str, ...] = ()
    agenda: str = ""
    at: str = ""
    by: Side | None = None
    reason: str = ""
    place: str = ""


@dataclass(frozen=True)
class Around:
    """Somebody with a part around the citizen, from day to day."""

    key: str
    since: int
    until: int | None = None
    granted: bool = False


@dataclass(frozen=True)
class Story:
    """One citizen's life with us. `coordinators` follow each other; the last one has the case now.

    `deserted` is the last day of that one, where nobody has followed. `answer` is what was done when nothing
    had begun in time: the day, and the special reasons, or no words where the team had the case again.
    `exempt` are periods without contact. `number` is that of the case.
    """

    key: str
    given_name: str
    family_name: str
    born: date
    place: Place
    coordinators: tuple[tuple[str, int | None], ...]
    programmes: tuple[Given, ...]
    efforts: tuple[Effort, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    around: tuple[Around, ...] = ()
    opened: int = 45
    closed: int | None = None
    restricted: bool = False
    plan: PlanTold | None = None
    deserted: int | None = None
    answer: tuple[int, str] | None = None
    exempt: tuple[tuple[int, int | None, str], ...] = ()
    number: str = ""

    @property
    def coordinator(self) -> str:
        """Who has the case now, or had it when it closed."""
        return self.coordinators[-1][0]


def planned(since: int) -> Spell:
    """Agreed; a day in the future is the day on which it is agreed to begin."""
    return Spell(State.PLANNED, since)


def recommended(since: int) -> Spell:
    """Recommended by the team, and nothing more so far."""
    return Spell(State.RECOMMENDED, since)


def waiting(since: int, reason: str = "") -> Spell:
    """Ordered, and in a queue."""
    return Spell(State.WAITING, since, reason=reason)


def running(since: int, hours: str = "") -> Spell:
    """Begun, or begun again; or going on with other hours a week."""
    return Spell(State.RUNNING, since, hours)


def paused(since: int, reason: str = "") -> Spell:
    """Interrupted for a while."""
    return Spell(State.PAUSED, since, reason=reason)


def held(
    day: int, notes: str, *, form: Form = Form.IN_PERSON, who: tuple[str, ...] = (), agenda: str = ""
) -> Meeting:
    """A talk that took place."""
    return Meeting(day, Outcome.HELD, notes, form, who, agenda)


def booked(
    day: int,
    agenda: str,
    *,
    form: Form = Form.IN_PERSON,
    who: tuple[str, ...] = (),
    at: str = "",
    place: str = "",
) -> Meeting:
    """A talk that is agreed, or that nobody has registered since."""
    return Meeting(day, Outcome.BOOKED, form=form, who=who, agenda=agenda, at=at, place=place)


def no_show(day: int, reason: str = "", *, by: Side = Side.CITIZEN) -> Meeting:
    """A talk to which somebody did not come."""
    return Meeting(day, Outcome.NO_SHOW, by=by, reason=reason)


def called_off(day: int, by: Side, reason: str) -> Meeting:
    """A talk that was cancelled in time."""
    return Meeting(day, Outcome.CANCELLED, by=by, reason=reason)
