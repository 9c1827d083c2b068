"""`sammetag evaluate incidence`: how large a share ends by each cause, where one excludes another."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from functools import partial

import numpy as np

from sammetag.config.commands.evaluate_rows import (
    EVERYBODY,
    Arms,
    Texts,
    arm_columns,
    arms_of,
    of_rows,
    optional,
    rows_of,
)
from sammetag.config.commands.evaluate_shown import Part, estimate, part_or_why, show, test
from sammetag.config.commands.evaluate_typed import times
from sammetag.evaluation.arrays import Bools, Floats
from sammetag.evaluation.curve import Reading
from sammetag.evaluation.figures import number
from sammetag.evaluation.fine_gray import fine_gray
from sammetag.evaluation.followed import Followed
from sammetag.evaluation.gray import gray
from sammetag.evaluation.groups import among, events_of
from sammetag.evaluation.incidence import METHOD, cumulative_incidence, incidence_difference
from sammetag.evaluation.reading import Column, Kind
from sammetag.evaluation.result import Undefined
from sammetag.words import Words

SHARES = Words("Andelen, der er sluttet", "The share that has ended")
GRAY = Words("Grays test, årsag {cause}", "Gray's test, cause {cause}")
DIFFERENCE = Words("Forskellen, årsag {cause} ved {time}", "The difference, cause {cause} at {time}")
FINE_GRAY = Words("Fine-Gray, årsag {cause}", "Fine-Gray, cause {cause}")

COUNTED = Words(
    "{who}, årsag {cause}: {events} af {persons} personer",
    "{who}, cause {cause}: {events} of {persons} persons",
)
AT = Words(
    "{who}, årsag {cause}, procent ved {time} ({at_risk} fulgt så længe)",
    "{who}, cause {cause}, per cent at {time} ({at_risk} followed that long)",
)
DIFFERS = Words("Forskel", "Difference")
POINTS = Words("Forskel i procentpoint", "Difference in percentage points")
RATIO = Words("Subhazard-forhold, {name}", "Subdistribution hazard ratio, {name}")
P_OF = Words("Test, {name}", "Test, {name}")
NOBODY_YET = Words(
    "Ingen i gruppen sluttede med årsagen, så der er ingen kurve.",
    "Nobody of the arm ended by the cause, so there is no curve.",
)


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """What is asked of whom."""

    followed: Followed
    arms: Arms | None
    strata: Texts | None
    adjusted: dict[str, Floats]
    at: tuple[float, ...]

    @property
    def causes(self) -> tuple[int, ...]:
        """The causes by which anybody ended."""
        ending = self.followed.ending
        return tuple(np.unique(ending[ending > 0]).tolist())


@dataclass(frozen=True, slots=True)
class Share:
    """How many of a group ended by a cause, and the share at each time; or why there is no curve."""

    arm: Words
    persons: int
    cause: int
    events: int
    at: tuple[Reading, ...] | Undefined


def answer(chosen: argparse.Namespace) -> int:
    """Tells how large a share ends by each cause, and how much the arms differ."""
    asked = _asked(chosen, times("--at", chosen.at))
    parts = [part_or_why("incidence", SHARES, partial(_shares, asked))]
    for cause in asked.causes:
        if asked.arms:
            parts.append(_tested(asked, asked.arms, cause))
            parts += [_apart(asked, asked.arms, cause, time) for time in asked.at]
        if asked.arms or asked.adjusted:
            title = FINE_GRAY.filled(cause=cause)
            parts.append(part_or_why(f"fine_gray_{cause}", title, partial(_fine_gray, asked, cause)))
    show(parts, in_json=chosen.json)
    return 0


def _asked(chosen: argparse.Namespace, at: tuple[float, ...]) -> Asked:
    contract = (
        Column(chosen.time),
        Column(chosen.cause, Kind.WHOLE),
        *arm_columns(chosen),
        *optional(chosen.stratum, Kind.TEXT),
        *optional(chosen.person, Kind.TEXT, unique=True),
        *(Column(name) for name in chosen.adjust or ()),
    )
    table = rows_of(chosen.file, contract)
    with of_rows(chosen.file, table):
        followed = Followed(table.numbers(chosen.time), table.wholes(chosen.cause))
    return Asked(
        followed=followed,
        arms=None if chosen.arm is None else arms_of(chosen, table),
        strata=None if chosen.stratum is None else np.array(table.texts(chosen.stratum)),
        adjusted={name: table.numbers(name) for name in chosen.adjust or ()},
        at=at,
    )


def _shares(asked: Asked) -> Part:
    events_of(asked.followed, None)
    everybody = np.ones(len(asked.followed), np.bool_)
    groups = asked.arms.named() if asked.arms else ((EVERYBODY, everybody),)
    found = [_share(asked, who, rows, cause) for who, rows in groups for cause in asked.causes]
    lines = tuple(line for one in found for line in _share_in_words(one))
    return Part("incidence", SHARES, {"shares": found}, lines, METHOD)


def _share(asked: Asked, who: Words, rows: Bools, cause: int) -> Share:
    part = among(asked.followed, rows)
    events = int((part.ending == cause).sum())
    if not events:
        return Share(who, len(part), cause, events, Undefined(NOBODY_YET))
    curve = cumulative_incidence(part).of(cause).curve
    return Share(who, len(part), cause, events, curve.at(asked.at))


def _share_in_words(share: Share) -> list[Words]:
    known = {"who": share.arm, "cause": share.cause}
    counted = COUNTED.filled(events=share.events, persons=share.persons, **known)
    if isinstance(share.at, Undefined):
        return [counted]
    return [
        counted,
        *(
            estimate(
                AT.filled(time=number(one.time), at_risk=one.at_risk, **known), one.estimate, 1, times=100
            )
            for one in share.at
        ),
    ]


def _tested(asked: Asked, arms: Arms, cause: int) -> Part:
    title = GRAY.filled(cause=cause)

    def ask() -> Part:
        found = gray(asked.followed, arms.is_treated, cause=cause, strata=asked.strata)
        data = {"cause": cause, "test": found.test, "z": found.z}
        lines = (test(DIFFERS, found.test),)
        return Part(f"gray_{cause}", title, data, lines, found.method, found.warnings)

    return part_or_why(f"gray_{cause}", title, ask)


def _apart(asked: Asked, arms: Arms, cause: int, time: float) -> Part:
    name, title = f"difference_{cause}_at_{time:g}", DIFFERENCE.filled(cause=cause, time=number(time))

    def ask() -> Part:
        found = incidence_difference(asked.followed, arms.is_treated, cause=cause, at=time)
        data = {
            "cause": cause,
            "time": time,
            "treated": found.treated,
            "control": found.control,
            "difference": found.difference,
            "test": found.test,
        }
        lines = (estimate(POINTS, found.difference, 1, times=100), test(DIFFERS, found.test))
        return Part(name, title, data, lines, None, found.warnings)

    return part_or_why(name, title, ask)


def _fine_gray(asked: Asked, cause: int) -> Part:
    arm = {asked.arms.column: asked.arms.is_treated} if asked.arms else {}
    found = fine_gray(asked.followed, {**arm, **asked.adjusted}, cause=cause)
    lines = [
        line
        for name, effect in found.effects.items()
        for line in (
            estimate(RATIO.filled(name=name), effect.ratio),
            test(P_OF.filled(name=name), effect.wald),
        )
    ]
    data = {"cause": cause, "effects": found.effects, "events": found.events, "together": found.wald}
    title = FINE_GRAY.filled(cause=cause)
    return Part(f"fine_gray_{cause}", title, data, tuple(lines), found.method, found.warnings)
