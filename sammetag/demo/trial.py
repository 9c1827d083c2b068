"""The trial that the invented municipality has run: who was drawn when, for which arm, and what went wrong.

Every fortnight a list was made of those who had been granted a programme since the last one. The seed is the
demo's own and known to everybody: the draw can be repeated, but it is no secret.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sammetag.demo.telling import Frame
from sammetag.demo.trial_held import (
    ARMS,
    CONTROL,
    INTERVENTION,
    OTHER,
    SEED,
    Astray,
    DrawHeld,
    Entered,
    TrialHeld,
    all_entered,
)
from sammetag.demo.working_days import open_day
from sammetag.evaluation.allocation import Trial, draw
from sammetag.evaluation.trial.eligibility import age_on
from sammetag.studies.actions.draw import LENGTH, LETTERS

# The first draw and the last one, in days from today: everybody is followed for a year and a half or more.
FIRST, LAST, CLOSED = -1050, -580, -10
BETWEEN = 14
LEAST_AGE = 30
SWAPPED_DRAW, MOST_WHO_MOVED = 7, 3


@dataclass(frozen=True)
class Listed:
    """Somebody who could stand on a list: granted a programme that day, born that day."""

    key: str
    granted_on: date
    born_on: date
    ended_on: date | None = None


def hold_trial(frame: Frame, listed: Iterable[Listed]) -> TrialHeld:
    """Draw between all whom the municipality granted a programme in the weeks of the trial."""
    trial = Trial(str(frame.id("trial")), ARMS)
    people = sorted(listed, key=lambda one: frame.id(one.key, "trial"))
    draws = tuple(_draws(frame, trial, people))
    ended = {one.key: one.ended_on for one in people if one.ended_on}
    astray = tuple(_astray(draws, ended, frame))
    return TrialHeld(frame.id("trial"), frame.day(CLOSED), _as_received(draws, astray), astray)


def _draws(frame: Frame, trial: Trial, listed: list[Listed]) -> Iterator[DrawHeld]:
    """Each draw that had anybody to draw between, on an open Monday or the first open day after it."""
    number = 0
    monday = frame.day(FIRST) - timedelta(days=frame.day(FIRST).weekday())
    since = monday - timedelta(days=BETWEEN)
    while monday < frame.day(LAST):
        on = open_day(monday, 1)
        there = [one for one in listed if since <= one.granted_on < on]
        fit = [one for one in there if age_on(one.born_on, on) >= LEAST_AGE]
        if fit:
            number += 1
            refused = tuple(one.key for one in there if one not in fit)
            yield DrawHeld(number, on, _entered(frame, trial, on, fit), refused)
        since, monday = on, monday + timedelta(days=BETWEEN)


def _entered(frame: Frame, trial: Trial, on: date, fit: list[Listed]) -> tuple[Entered, ...]:
    pseudonyms = [_pseudonym(frame, one.key) for one in fit]
    arms = draw(SEED, trial, on.isoformat(), pseudonyms)
    return tuple(
        Entered(one.key, pseudonym, arm, age_on(one.born_on, on), arm)
        for one, pseudonym, arm in zip(fit, pseudonyms, arms, strict=True)
    )


def _pseudonym(frame: Frame, key: str) -> str:
    """A name for this trial alone, from which nobody finds the way back."""
    chance = frame.chance(key, "pseudonym")
    return "".join(chance.choice(LETTERS) for _place in range(LENGTH))


def _astray(draws: tuple[DrawHeld, ...], ended: dict[str, date], frame: Frame) -> Iterator[Astray]:
    yield from _swapped(draws)
    yield from _other_arm(draws)
    yield from _excluded(draws)
    yield from _who_moved(draws, ended, frame)


def _swapped(draws: tuple[DrawHeld, ...]) -> Iterator[Astray]:
    """One whole list, the first from the seventh draw on in which both arms were drawn."""
    for held in draws[SWAPPED_DRAW - 1 :]:
        if len({one.arm for one in held.entered}) == len(ARMS):
            words = "Listen blev sendt videre med grupperne byttet om. Det blev opdaget ugen efter."
            yield Astray("swap", held.on + timedelta(days=8), words, number=held.number)
            return


def _other_arm(draws: tuple[DrawHeld, ...]) -> Iterator[Astray]:
    """One of each arm who got what the other one was drawn for."""
    told = {
        CONTROL: "Havde fået plads på et hold i huset, før listen kom, og blev der.",
        INTERVENTION: "Ville hellere blive hos den leverandør, som borgeren kendte i forvejen.",
    }
    for arm, words in told.items():
        found = next((pair for pair in all_entered(draws[2:6]) if pair[1].arm == arm), None)
        if found:
            held, one = found
            on = held.on + timedelta(days=21)
            yield Astray("other-arm", on, words, key=one.key, received=OTHER[arm])


def _excluded(draws: tuple[DrawHeld, ...]) -> Iterator[Astray]:
    for held, one in list(all_entered(draws[:1]))[:1]:
        words = "Var begyndt i huset, før forsøget gik i gang, og skulle ikke have stået på listen."
        yield Astray("excluded", held.on + timedelta(days=11), words, key=one.key)


def _who_moved(draws: tuple[DrawHeld, ...], ended: dict[str, date], frame: Frame) -> Iterator[Astray]:
    """The first whose programme ended during the trial, after the draws in which all else happened."""
    there = [one for held, one in all_entered(draws[SWAPPED_DRAW:]) if one.key in ended]
    for one in [one for one in there if ended[one.key] < frame.day(CLOSED)][:MOST_WHO_MOVED]:
        yield Astray("moved", ended[one.key], "Flyttede til en anden kommune.", key=one.key)


def _as_received(draws: tuple[DrawHeld, ...], astray: tuple[Astray, ...]) -> tuple[DrawHeld, ...]:
    swapped = {one.number for one in astray if one.kind == "swap"}
    other = {one.key: one.received for one in astray if one.kind == "other-arm"}
    excluded = {one.key for one in astray if one.kind == "excluded"}

    def received(held: DrawHeld, one: Entered) -> str | None:
        if one.key in excluded:
            return None
        return OTHER[one.arm] if held.number in swapped else other.get(one.key, one.arm)

    return tuple(
        replace(held, entered=tuple(replace(one, received=received(held, one)) for one in held.entered))
        for held in draws
    )
