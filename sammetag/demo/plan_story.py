"""How the plan of a life is told before it becomes rows; days are counted from today, as elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from sammetag.people.models import Field
from sammetag.plan.models import About, Achievement, Voice


@dataclass(frozen=True)
class Wish:
    """The job goal as it was put on a day, and in whose words."""

    day: int
    text: str
    voice: Voice = Voice.CITIZEN


@dataclass(frozen=True)
class Mark:
    """How far a sub-goal had come on a day, and why, where it was given up or only partly reached."""

    day: int
    achievement: Achievement
    reason: str = ""


@dataclass(frozen=True)
class SubAim:
    """A sub-goal: the day it was written, its dates, its marks; `serves` counts efforts of the story."""

    title: str
    day: int
    due: int
    begins: int | None = None
    marks: tuple[Mark, ...] = ()
    serves: tuple[int, ...] = ()
    voice: Voice = Voice.COORDINATOR


@dataclass(frozen=True)
class Aim:
    """A goal with its sub-goals, and the day it was written."""

    title: str
    field: Field
    day: int
    steps: tuple[SubAim, ...]
    voice: Voice = Voice.COORDINATOR


@dataclass(frozen=True)
class Round:
    """A version of the plan: proposed, perhaps taken home until a day, agreed on a day or not yet."""

    proposed: int
    home_until: int | None = None
    agreed: int | None = None
    disagreement: str = ""


@dataclass(frozen=True)
class Opinion:
    """What somebody thought of the plan on a day, from 1 to 5."""

    day: int
    voice: Voice
    about: About
    value: int


@dataclass(frozen=True)
class PlanTold:
    """A whole plan through time. The last wish is the job goal that holds now."""

    wishes: tuple[Wish, ...]
    aims: tuple[Aim, ...]
    rounds: tuple[Round, ...] = ()
    opinions: tuple[Opinion, ...] = ()


def on_the_way(day: int) -> Mark:
    """A sub-goal that has been begun."""
    return Mark(day, Achievement.ON_THE_WAY)


def reached(day: int) -> Mark:
    """A sub-goal that is reached."""
    return Mark(day, Achievement.REACHED)


def partly(day: int, reason: str) -> Mark:
    """A sub-goal of which a part is reached."""
    return Mark(day, Achievement.PARTLY, reason)


def given_up(day: int, reason: str) -> Mark:
    """A sub-goal that was given up."""
    return Mark(day, Achievement.GIVEN_UP, reason)


def rated(day: int, voice: Voice, ownership: int, realism: int) -> tuple[Opinion, Opinion]:
    """What somebody thought of both on a day."""
    return (Opinion(day, voice, About.OWNERSHIP, ownership), Opinion(day, voice, About.REALISM, realism))
