"""The numbers of the law: each with its unit, its dates and its source, in a YAML file beside its rule."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from itertools import combinations
from pathlib import Path
from typing import Any

import jsonschema
import yaml

from sammetag.law.answer import Confidence, Source
from sammetag.law.errors import NotInForce, NotKnown, RulebookError
from sammetag.law.period import Period
from sammetag.law.schemes import KNOWN_SCHEMES, scheme_name
from sammetag.words import Words

HERE = Path(__file__).parent
FILES = tuple(sorted(file.name for file in HERE.glob("*.yaml")))
REFORM_FILES = tuple(sorted(f"reforms/{file.name}" for file in HERE.glob("reforms/*.yaml")))

_NO_NUMBER = Words(
    "{title} er ikke fastsat for {scheme} den {day}. Kontrollér datoen i sagen.",
    "{title}: nothing is laid down for the scheme '{scheme}' on {day}. Check the date in the case.",
)
_NOT_READ = Words(
    "{title} er ikke læst sikkert nok til at blive brugt for {scheme} den {day}. Slå op: {source}.",
    "{title} has not been read well enough for the scheme '{scheme}' on {day}. Look it up: {source}.",
)


@dataclass(frozen=True, slots=True)
class Number:
    """One number of the law: its value and unit, its schemes and dates, and where it stands."""

    name: str
    title: Words
    unit: str
    schemes: tuple[str, ...]
    period: Period
    value: int
    source: Source
    confidence: Confidence
    note: Words | None = None


class _PlainDates(yaml.SafeLoader):
    """Leaves dates as text, since the schema knows text and numbers only."""


_PlainDates.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in pairs if tag != "tag:yaml.org,2002:timestamp"]
    for letter, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@lru_cache(maxsize=16_384)
def number(name: str, *, scheme: str, on: date) -> Number:
    """Give the number of that name for a scheme on a date.

    Raises UnknownScheme; NotInForce outside its dates; NotKnown where it was read with low confidence only.
    """
    return number_among(_by_name().get(name, ()), name, scheme=scheme, on=on)


def number_among(numbers: Iterable[Number], name: str, *, scheme: str, on: date) -> Number:
    """Give the number out of those handed in; raises as `number` does, and KeyError for no such name."""
    named = [candidate for candidate in numbers if candidate.name == name]
    if not named:
        raise KeyError(f"no number is called {name!r}")
    spoken = {"title": named[0].title, "scheme": scheme_name(scheme), "day": on}
    for found in named:
        if scheme in found.schemes and found.period.contains(on):
            if found.confidence is Confidence.LOW:
                sentence = _NOT_READ.filled(source=found.source, **spoken)
                raise NotKnown(sentence, f"{name} has low confidence for {scheme} on {on}")
            return found
    raise NotInForce(_NO_NUMBER.filled(**spoken), f"{name} has no value for {scheme} on {on}")


@cache
def all_numbers() -> tuple[Number, ...]:
    """Give every number of the law, read and checked once.

    Raises RulebookError where a file breaks the schema, lacks a source, or gives two values for one day.
    """
    numbers = _read(FILES)
    refuse_overlaps(numbers)
    return numbers


@lru_cache(maxsize=4096)
def number_of_reform(name: str, *, scheme: str, on: date) -> Number:
    """Give the number of that name that a reform brings, for a scheme on a date; it is no law in force.

    Its dates are those of the amendments that use it. Raises as `number` does, and KeyError also for a number
    of the law.
    """
    return number_among(reform_numbers(), name, scheme=scheme, on=on)


@cache
def reform_numbers() -> tuple[Number, ...]:
    """Give every number that a reform brings, read and checked once; raises as `all_numbers` does.

    A reform cannot call its number as the law calls one of those that it has for the same schemes.
    """
    numbers = _read(REFORM_FILES)
    refuse_overlaps((*all_numbers(), *numbers))
    return numbers


@cache
def _by_name() -> dict[str, list[Number]]:
    found: dict[str, list[Number]] = {}
    for one in all_numbers():
        found.setdefault(one.name, []).append(one)
    return found


def read_numbers(text: str, name: str) -> tuple[Number, ...]:
    """Give the numbers of one YAML text; `name` is what to call it in an error (RulebookError)."""
    content = yaml.load(text, Loader=_PlainDates)  # noqa: S506  a SafeLoader that reads less, not more
    try:
        jsonschema.validate(content, _schema())
        return tuple(_number(entry) for entry in content["numbers"])
    except (jsonschema.ValidationError, ValueError) as error:
        raise RulebookError(f"{name}: {error}") from error


def refuse_overlaps(numbers: Iterable[Number]) -> None:
    """Raise RulebookError where two numbers of one name hold for one scheme on one day."""
    for one, other in combinations(numbers, 2):
        shared = set(one.schemes) & set(other.schemes)
        if one.name == other.name and shared and one.period.overlaps(other.period):
            raise RulebookError(
                f"{one.name}: two values for {sorted(shared)} in {one.period} and {other.period}"
            )


@cache
def numbers_in(file: str) -> tuple[Number, ...]:
    """Give the numbers of one of the files, read once; raises as `read_numbers`."""
    return read_numbers((HERE / file).read_text("utf-8"), file)


def _read(files: Iterable[str]) -> tuple[Number, ...]:
    return tuple(found for name in files for found in numbers_in(name))


@cache
def _schema() -> dict[str, Any]:
    schema: dict[str, Any] = json.loads((HERE / "numbers_schema.json").read_text("utf-8"))
    return schema


def _number(entry: dict[str, Any]) -> Number:
    unknown = set(entry["schemes"]) - set(KNOWN_SCHEMES)
    if unknown:
        raise ValueError(f"{entry['name']} names unknown schemes {sorted(unknown)}")
    last = entry["to"] and date.fromisoformat(entry["to"])
    return Number(
        name=entry["name"],
        title=Words(**entry["title"]),
        unit=entry["unit"],
        schemes=tuple(entry["schemes"]),
        period=Period(date.fromisoformat(entry["from"]), last),
        value=entry["value"],
        source=Source(**entry["source"]),
        confidence=Confidence(entry["confidence"]),
        note=Words(**entry["note"]) if "note" in entry else None,
    )
