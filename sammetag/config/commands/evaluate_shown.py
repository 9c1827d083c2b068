"""How `sammetag evaluate` shows an answer: in both languages for a person, in JSON for another program."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from math import inf
from typing import Any

from sammetag.config.commands.law_shown import as_json, told
from sammetag.config.terminal import say
from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.figures import figure, number, range_of
from sammetag.evaluation.plain import both, plain
from sammetag.evaluation.result import Estimate, Interval, Method, Test, Undefined
from sammetag.words import Words

SMALLEST_P = 0.0005

UNDEFINED = Words("Kan ikke regnes ud. {why}", "Cannot be worked out. {why}")
WITHOUT = Words("{what}: kan ikke regnes ud. {why}", "{what}: cannot be worked out. {why}")
WITH_INTERVAL = Words(
    "{what}: {value} ({level}-procents interval {range})",
    "{what}: {value} ({level} per cent interval {range})",
)
WITHOUT_INTERVAL = Words("{what}: {value}, uden interval. {why}", "{what}: {value}, without interval. {why}")
FROM = Words("fra {low}, åbent opad", "from {low}, open above")
TESTED = Words("{what}: {p} ({statistic})", "{what}: {p} ({statistic})")
CHI_SQUARE = Words("chi-i-anden {value}, frihedsgrader {degrees}", "chi-square {value}, degrees {degrees}")
Z = Words("z {value}", "z {value}")
P, P_BELOW = Words("p = {p}", "p = {p}"), Words("p < 0,001", "p < 0.001")


@dataclass(frozen=True, slots=True)
class Part:
    """One of the answers to what was asked: told in lines, and in data under its name."""

    name: str
    title: Words
    data: Mapping[str, Any]
    lines: tuple[Words, ...]
    method: Method | None = None
    warnings: tuple[Words, ...] = field(default=())


def part_or_why(name: str, title: Words, ask: Callable[[], Part]) -> Part:
    """The answer to a part of the question, or why these data have none."""
    try:
        return ask()
    except InputRefused as fault:
        return without(name, title, fault.sentence)


def without(name: str, title: Words, why: Words) -> Part:
    """A part that has no answer."""
    return Part(name, title, {"value": None, "why": both(why)}, (UNDEFINED.filled(why=why),))


def show(parts: Iterable[Part], *, in_json: bool) -> None:
    """Says all the answers, in sentences or for another program."""
    if in_json:
        say(as_json({one.name: _part_as_data(one) for one in parts}))
    else:
        say("\n".join(_part_in_words(one) for one in parts))


def estimate(what: Words, found: Estimate | Undefined, places: int = 2, *, times: float = 1) -> Words:
    """A number with its interval as a line; `times` 100 says a share in per cent."""
    if isinstance(found, Undefined):
        return WITHOUT.filled(what=what, why=found.why)
    value, interval = figure(times * found.value, places), found.interval
    if isinstance(interval, Undefined):
        return WITHOUT_INTERVAL.filled(what=what, value=value, why=interval.why)
    scaled = Interval(times * interval.low, times * interval.high, interval.level)
    limits = FROM.filled(low=figure(scaled.low, places)) if scaled.high == inf else range_of(scaled, places)
    level = number(100 * interval.level)
    return WITH_INTERVAL.filled(what=what, value=value, level=level, range=limits)


def test(what: Words, found: Test | Undefined) -> Words:
    """A test as a line."""
    if isinstance(found, Undefined):
        return WITHOUT.filled(what=what, why=found.why)
    value = figure(found.statistic)
    statistic = (
        Z.filled(value=value)
        if found.degrees is None
        else CHI_SQUARE.filled(value=value, degrees=found.degrees)
    )
    return TESTED.filled(what=what, p=p_in_words(found.p), statistic=statistic)


def p_in_words(p: float) -> Words:
    """A p with three decimals, as far as it has any."""
    return P_BELOW if p < SMALLEST_P else P.filled(p=figure(p, 3))


def _part_as_data(part: Part) -> dict[str, Any]:
    method = {} if part.method is None else {"method": plain(part.method)}
    return {**plain(part.data), **method, "warnings": plain(part.warnings)}


def _part_in_words(part: Part) -> str:
    lines = "".join(told(line, 2) for line in part.lines)
    warnings = "".join(told(one, 4) for one in part.warnings)
    method = told(part.method.words, 4) + f"    [{part.method.source}]\n" if part.method else ""
    return f"{part.title.da} / {part.title.en}\n{lines}{warnings}{method}"
