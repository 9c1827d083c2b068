"""The citizens that chance invents: those whom coordinators have today, and those whose cases are closed.

Who has a programme today was granted it at an even pace over the past years and has not left since. Of those
who have, the municipality has kept the cases of the last years and fewer of the first ones.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from sammetag.cases.models import Part
from sammetag.demo.efforts import Ground, Laid, Span, efforts_in
from sammetag.demo.encounters import Table, meetings_in
from sammetag.demo.grants import Terms, terms
from sammetag.demo.guaranteeing import answer_in
from sammetag.demo.lengths import Course, draw_course, outcome
from sammetag.demo.mentoring import mentor_in
from sammetag.demo.pace import Pace
from sammetag.demo.people import AASEN, KILDEVANG, LAERKEOE, LARGE, SMALL, Place
from sammetag.demo.persona import Persona, draw_persona
from sammetag.demo.planning import Draft, plan_in
from sammetag.demo.staff import COORDINATORS, GONE, MENTORS, STAFF, Worker, staff_of
from sammetag.demo.story import Around, Given, Story
from sammetag.demo.telling import Frame
from sammetag.demo.trial import Listed, hold_trial
from sammetag.demo.trial_held import TrialHeld
from sammetag.people.models import Field

# Coordinators with the day on which each followed the one before, and periods without contact.
Followed = tuple[tuple[str, int | None], ...]
Exempt = tuple[tuple[int, int, str], ...]
SINCE = date(2015, 1, 12)
LONGEST_AGO = 5 * 365
CLOSED = {LARGE: 98, SMALL: 7}
CLOSING_DAYS = 12
MOST_ATTEMPTS = 400
# Cases without a coordinator: where, who had them, and for how many days nobody has.
DESERTED = ((AASEN, "maria.noerskov", -9), (KILDEVANG, "fadime.kaya", -23))
HAND_OVERS_A_YEAR = 0.38
EXEMPT = 0.06
PARTS = {
    "Støtte i hjemmet (§ 85)": Part.HOME_SUPPORT_WORKER,
    "Hverdagshjælp": Part.HOME_SUPPORT_WORKER,
    Field.HEALTH: Part.HEALTH_GUIDE,
    Field.SOCIAL: Part.PERSONAL_GUIDE,
}
ILLNESSES = ("Operation og genoptræning", "Langvarig sygdom", "Barsel", "Indlæggelse")


@dataclass(frozen=True)
class Seat:
    """A place in somebody's caseload, to be filled; `ended` is set for a programme that has ended."""

    key: str
    place: Place
    coordinator: str
    load: int
    mentor: str = ""
    ended: int | None = None
    deserted: int | None = None


@dataclass(frozen=True)
class Granted:
    """A seat with its citizen and the programme as it was granted: all that the list for a draw knows."""

    seat: Seat
    course: Course
    persona: Persona
    law: Terms


def stories(frame: Frame, told: Iterable[Story]) -> tuple[tuple[Story, ...], TrialHeld]:
    """The invented lives as they stand today, beside those told by hand, and the trial they were in."""
    seats = [*_running(told), *_deserted()]
    filled = _with_mentors(seats, told, frame.chance("mentors"))
    taken = {f"{story.given_name} {story.family_name}" for story in told}
    granted = [_granted(seat, frame, taken) for seat in (*filled, *_ended(frame))]
    trial = hold_trial(frame, (_listed(one, frame) for one in granted if one.seat.place is not LAERKEOE))
    return tuple(_story(one, frame, trial) for one in granted), trial


def _running(told: Iterable[Story]) -> Iterator[Seat]:
    had = Counter(story.coordinator for story in told if story.closed is None)
    for worker, place in _with_places(COORDINATORS):
        for turn in range(worker.load - had[worker.key]):
            yield Seat(f"{worker.key}-{turn}", place, worker.key, worker.load)


def _with_places(workers: Iterable[Worker]) -> Iterator[tuple[Worker, Place]]:
    return ((one, one.place) for one in workers if one.place)


def _deserted() -> Iterator[Seat]:
    for place, key, last in DESERTED:
        yield Seat(f"{place.key}-deserted", place, key, STAFF[key].load, deserted=last)


def _with_mentors(seats: list[Seat], told: Iterable[Story], chance: Random) -> list[Seat]:
    """The same seats, with as many of them to each mentor as that one has citizens."""
    had = Counter(one.key for story in told if story.closed is None for one in story.around)
    filled = {seat.key: seat for seat in seats}
    for municipality in (LARGE, SMALL):
        free = [seat.key for seat in seats if seat.place.municipality == municipality]
        chance.shuffle(free)
        for mentor in (one for one in MENTORS if one.municipality == municipality):
            for _turn in range(mentor.load - had[mentor.key]):
                key = free.pop()
                filled[key] = replace(filled[key], mentor=mentor.key)
    return list(filled.values())


def _ended(frame: Frame) -> Iterator[Seat]:
    """Cases that are closed: who had them last was there then."""
    for municipality, many in CLOSED.items():
        workers = [one for one in (*COORDINATORS, *GONE) if one.municipality == municipality]
        for turn in range(many):
            chance = frame.chance(municipality, "ended", turn)
            oldest = (SINCE - frame.today).days
            ended = min(round(oldest * 0.93 * chance.random() ** 1.35) - 20, -20)
            there = [*_with_places(one for one in workers if one.left is None or one.left > ended)]
            worker, place = chance.choices(there, [_weight(one, ended) for one, _place in there])[0]
            mentor = ""
            if chance.random() < 0.4:
                mentor = chance.choice([one for one in MENTORS if one.municipality == municipality]).key
            yield Seat(
                f"{place.key}-ended-{municipality[0]}{turn}",
                place,
                worker.key,
                max(worker.load, 22),
                mentor,
                ended,
            )


def _weight(worker: Worker, ended: int) -> int:
    """Who has left had a full desk before; who is here has had the one that they have."""
    return 60 if worker.left is not None and ended > worker.left - 1500 else max(worker.load, 4)


def _granted(seat: Seat, frame: Frame, taken: set[str]) -> Granted:
    course = _course(seat, frame)
    law = terms(course.given, frame.today)
    return Granted(seat, course, _persona(seat, law.granted_on, frame, taken), law)


def _listed(one: Granted, frame: Frame) -> Listed:
    ended = one.course.given.ended
    last = None if ended is None else frame.day(ended)
    return Listed(one.seat.key, one.law.granted_on, one.persona.born, last)


def _story(granted: Granted, frame: Frame, trial: TrialHeld) -> Story:
    seat, course, persona = granted.seat, granted.course, granted.persona
    given = replace(course.given, reason="moved") if seat.key in trial.moved else course.given
    begin = (granted.law.starts_on - frame.today).days
    ended = given.ended
    span = Span(begin, course.granted_days + begin if ended is None else ended, ended=ended is not None)
    pace = trial.pace(seat.key, frame.today)
    laid = efforts_in(Ground(persona, seat.place, span, frame.chance(seat.key, "efforts"), pace))
    around: list[Around] = []
    if seat.mentor:
        mentoring, part = mentor_in(span, seat.mentor, frame.chance(seat.key, "mentor"))
        laid, around = (*laid, mentoring), [part]
    around += _around(seat, laid, frame.chance(seat.key, "around"))
    return _told(seat, Lived(persona, given, span, laid, tuple(around), pace), frame)


@dataclass(frozen=True)
class Lived:
    """Whose programme it was, its days, what was done in them and how soon, and who was around."""

    persona: Persona
    given: Given
    span: Span
    laid: tuple[Laid, ...]
    around: tuple[Around, ...]
    pace: Pace

    @property
    def closed(self) -> int | None:
        """The day on which the case was closed."""
        return None if self.given.ended is None else self.given.ended + CLOSING_DAYS


def _told(seat: Seat, lived: Lived, frame: Frame) -> Story:
    persona, span, laid = lived.persona, lived.span, lived.laid
    coordinators = _coordinators(seat, span, frame)
    exempt = _exempt(span, frame.chance(seat.key, "exempt"))
    table = _table(seat, lived, coordinators, exempt)
    meetings = meetings_in(table, frame, frame.chance(seat.key, "talks"))
    if seat.deserted is not None:
        meetings = tuple(one for one in meetings if one.day < seat.deserted)
    first = min((one.day for one in meetings if one.notes), default=span.latest)
    return Story(
        key=seat.key,
        given_name=persona.name.given,
        family_name=persona.name.family,
        born=persona.born,
        place=seat.place,
        coordinators=coordinators,
        programmes=(lived.given,),
        efforts=tuple(one.effort for one in laid),
        meetings=meetings,
        around=lived.around,
        opened=lived.given.met + frame.chance(seat.key, "opened").randrange(7, 40),
        closed=lived.closed,
        plan=plan_in(Draft(persona, span, laid, first, frame.chance(seat.key, "plan"))),
        deserted=seat.deserted,
        answer=answer_in(lived.given, laid, span, frame),
        exempt=exempt,
    )


def _table(seat: Seat, lived: Lived, coordinators: Followed, exempt: Exempt) -> Table:
    latest = lived.span.latest if seat.deserted is None else seat.deserted
    return Table(
        lived.persona,
        lived.span,
        lived.laid,
        seat.load,
        tuple(since for _key, since in coordinators if since is not None),
        tuple((one.key, one.since, latest if one.until is None else one.until) for one in lived.around),
        lived.given.reason,
        tuple((since, until) for since, until, _reason in exempt),
        lived.pace,
    )


def _course(seat: Seat, frame: Frame) -> Course:
    """A programme that runs today, or one that ended about the seat's day."""
    chance = frame.chance(seat.key, "course")
    return _running_course(chance, frame) if seat.ended is None else _ended_course(seat.ended, chance, frame)


def _running_course(chance: Random, frame: Frame) -> Course:
    while True:
        drawn = draw_course(-chance.randrange(8, LONGEST_AGO), frame.today, chance)
        if drawn.lasts > -drawn.given.day + 6:
            return drawn


def _ended_course(ended: int, chance: Random, frame: Frame) -> Course:
    """Of the lengths that programmes have, one that fits; in the first year few do, and one is broken off."""
    oldest = (SINCE - frame.today).days
    for _attempt in range(MOST_ATTEMPTS):
        drawn = draw_course(max(ended - chance.randrange(200, 1900), oldest), frame.today, chance)
        begin = (terms(drawn.given, frame.today).starts_on - frame.today).days
        if abs(begin + drawn.lasts - ended) < 40:
            return _ending(drawn, begin, chance, frame)
    drawn = draw_course(max(ended - 400, oldest), frame.today, chance)
    begin = (terms(drawn.given, frame.today).starts_on - frame.today).days
    return _ending(replace(drawn, lasts=min(ended - begin, drawn.granted_days)), begin, chance, frame)


def _ending(drawn: Course, begin: int, chance: Random, frame: Frame) -> Course:
    ended = min(begin + drawn.lasts, -CLOSING_DAYS - 4)
    scheme = terms(drawn.given, frame.today).scheme
    reason = outcome(scheme, drawn.lasts >= drawn.granted_days, chance)
    return replace(drawn, given=replace(drawn.given, ended=ended, reason=reason))


def _persona(seat: Seat, granted: date, frame: Frame, taken: set[str]) -> Persona:
    """Somebody whose name nobody else has."""
    chance = frame.chance(seat.key, "persona")
    while True:
        persona = draw_persona(seat.key, granted, chance)
        if persona.name.whole not in taken:
            taken.add(persona.name.whole)
            return persona


def _coordinators(seat: Seat, span: Span, frame: Frame) -> Followed:
    """The coordinator, after another one for those who have had to change."""
    chance = frame.chance(seat.key, "change")
    changed = span.begin + round(chance.expovariate(HAND_OVERS_A_YEAR) * 365)
    if not span.begin + 50 < changed < span.latest - 25:
        return ((seat.coordinator, None),)
    others = [
        one
        for one in (*COORDINATORS, *GONE, *GONE)
        if one.place is seat.place
        and one.key not in (seat.coordinator, "astrid.holm")
        and (one.left is None or one.left >= changed)
    ]
    if not others:
        return ((seat.coordinator, None),)
    return ((chance.choice(others).key, None), (seat.coordinator, changed))


def _around(seat: Seat, laid: tuple[Laid, ...], chance: Random) -> Iterator[Around]:
    """Those from the other fields, each once, while something of theirs is about."""
    there = set[Part]()
    municipality = seat.place.municipality
    for one in laid:
        effort = one.effort
        kind = (
            Part.COMPANY_CONSULTANT if effort.company else PARTS.get(effort.title) or PARTS.get(effort.field)
        )
        begun = effort.spells[-1].since
        if kind is None or kind in there or effort.mentor or begun >= -1:
            continue
        staff = staff_of(kind, municipality)
        there.add(kind)
        last = effort.last if effort.last is not None and effort.last < -1 else None
        yield Around(chance.choice(staff).key, begun, max(last, begun) if last is not None else None)


def _exempt(span: Span, chance: Random) -> Exempt:
    """A time without contact in a few lives, that is over."""
    room = span.latest - span.begin
    if chance.random() > EXEMPT or room < 260:
        return ()
    since = span.begin + chance.randrange(60, room - 150)
    return ((since, since + chance.randrange(30, 110), chance.choice(ILLNESSES)),)
