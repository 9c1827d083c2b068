"""The lives that chance tells: who they are is written here, what happens to them follows from the seed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

from sammetag.demo.chance import Span, efforts_in, meetings_in
from sammetag.demo.grants import terms
from sammetag.demo.people import AASEN, HAVNEN, LAERKEOE, Place
from sammetag.demo.story import Around, Given, Story
from sammetag.demo.telling import Frame

CLOSING_DAYS = 12


@dataclass(frozen=True)
class Sketch:
    """A citizen and the frame of a life: granted days ago or on a date of the past, and how it ended."""

    key: str
    given_name: str
    family_name: str
    born: date
    place: Place
    coordinator: str
    granted: int | date
    months: int = 24
    ended: date | None = None
    reason: str = ""
    mentor: str = ""
    before: tuple[str, date] | None = None


SKETCHES = (
    Sketch("fatima", "Fatima", "El-Khatib", date(1984, 5, 23), HAVNEN, "bjoern.krogh", -210),
    Sketch("signe", "Signe", "Bjørnskov", date(1996, 10, 1), HAVNEN, "bjoern.krogh", -430, months=30),
    Sketch("lan", "Thi Lan", "Nguyen", date(1979, 12, 4), HAVNEN, "bjoern.krogh", -95, months=18),
    Sketch(
        "lars",
        "Lars Kjær",
        "Overgaard",
        date(1971, 6, 6),
        HAVNEN,
        "bjoern.krogh",
        date(2019, 3, 4),
        months=48,
        ended=date(2022, 2, 18),
        reason="flexi-job",
        before=("inge.soerensen", date(2020, 8, 17)),
    ),
    Sketch(
        "kurt",
        "Kurt Åge",
        "Brandt",
        date(1960, 9, 14),
        HAVNEN,
        "inge.soerensen",
        date(2015, 2, 9),
        months=36,
        ended=date(2017, 11, 24),
        reason="disability-pension",
    ),
    Sketch("rasmus", "Rasmus", "Fjeldsøe", date(1999, 3, 19), HAVNEN, "nadia.rahimi", -150),
    Sketch("hawa", "Hawa Jama", "Ali", date(1988, 7, 7), HAVNEN, "nadia.rahimi", -520, months=36),
    Sketch(
        "birthe",
        "Birthe",
        "Mølbak",
        date(1962, 4, 2),
        HAVNEN,
        "nadia.rahimi",
        date(2016, 8, 15),
        months=48,
        ended=date(2019, 10, 11),
        reason="flexi-job",
    ),
    Sketch("magnus", "Magnus", "Højlund", date(2001, 11, 27), AASEN, "laerke.thygesen", -120),
    Sketch("samira", "Samira", "Haidari", date(1990, 2, 13), AASEN, "laerke.thygesen", -280, months=30),
    Sketch("maja", "Maja", "Skjødt", date(1993, 8, 30), AASEN, "laerke.thygesen", -45, months=12),
    Sketch(
        "jytte",
        "Jytte",
        "Smedegård",
        date(1965, 1, 11),
        AASEN,
        "laerke.thygesen",
        date(2017, 5, 8),
        months=48,
        ended=date(2021, 2, 26),
        reason="ordinary-job",
    ),
    Sketch("lejla", "Lejla", "Begović", date(1982, 6, 18), AASEN, "ole.broendum", -390, months=36),
    Sketch(
        "torben", "Torben", "Rævdal", date(1973, 3, 8), AASEN, "ole.broendum", date(2021, 12, 13), months=60
    ),
    Sketch(
        "gunnar", "Gunnar", "Søholm", date(1970, 10, 20), LAERKEOE, "henning.baek", -180, mentor="rikke.falk"
    ),
    Sketch(
        "anne-grethe", "Anne-Grethe", "Østerlund", date(1978, 5, 5), LAERKEOE, "henning.baek", -460, months=30
    ),
    Sketch("abdi", "Abdi Hassan", "Mohamud", date(1992, 9, 25), LAERKEOE, "henning.baek", -75, months=18),
    Sketch(
        "vibeke",
        "Vibeke Kaas",
        "Lyng",
        date(1967, 12, 12),
        LAERKEOE,
        "henning.baek",
        date(2015, 9, 1),
        months=36,
        ended=date(2018, 3, 16),
        reason="flexi-job",
    ),
)


def stories(frame: Frame) -> tuple[Story, ...]:
    """The invented lives as they stand today."""
    return tuple(_story(sketch, frame) for sketch in SKETCHES)


def _story(sketch: Sketch, frame: Frame) -> Story:
    given = _given(sketch, frame)
    law = terms(given, frame.today)
    end = given.ended
    last = (law.granted_until - frame.today).days if end is None else end
    span = Span((law.starts_on - frame.today).days, last, ended=end is not None)
    chance = frame.chance(sketch.key, "life")
    efforts = efforts_in(span, sketch.place, chance)
    return Story(
        key=sketch.key,
        given_name=sketch.given_name,
        family_name=sketch.family_name,
        born=sketch.born,
        place=sketch.place,
        coordinators=_coordinators(sketch, frame),
        programmes=(given,),
        efforts=efforts,
        meetings=meetings_in(span, efforts, frame, frame.chance(sketch.key, "talks")),
        around=(Around(sketch.mentor, span.begin + 90, granted=True),) if sketch.mentor else (),
        opened=chance.randrange(25, 70),
        closed=None if end is None or end + CLOSING_DAYS >= 0 else end + CLOSING_DAYS,
    )


def _given(sketch: Sketch, frame: Frame) -> Given:
    """The programme: one that has run out its time ended on its last day."""
    granted = sketch.granted if isinstance(sketch.granted, int) else (sketch.granted - frame.today).days
    waits = _waits(frame.chance(sketch.key, "waits"))
    given = Given(
        granted, months=sketch.months, met=frame.chance(sketch.key, "met").randrange(9, 40), waits=waits
    )
    last = terms(given, frame.today).granted_until
    ended = sketch.ended or (last if last < frame.today else None)
    if ended is None:
        return given
    return Given(
        granted,
        months=sketch.months,
        met=given.met,
        waits=waits,
        ended=(ended - frame.today).days,
        reason=sketch.reason or "time-limit",
    )


def _waits(chance: Random) -> int:
    return chance.choice((0, 0, 0, 4, 7))


def _coordinators(sketch: Sketch, frame: Frame) -> tuple[tuple[str, int | None], ...]:
    if sketch.before is None:
        return ((sketch.coordinator, None),)
    key, until = sketch.before
    return ((key, None), (sketch.coordinator, (until - frame.today).days))
