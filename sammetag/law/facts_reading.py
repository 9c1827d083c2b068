"""How each type of fact is read out of JSON, and what is said where it does not fit."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from typing import Any

from sammetag.law.facts_fields import (
    FIRST_YEAR,
    LAST_YEAR,
    LONGEST_ID,
    Fact,
    FactField,
    fields_of,
    items_of,
    written_fields,
)
from sammetag.law.facts_refused import (
    DAY_TWICE,
    DO_NOT_FIT,
    FAR_DAY,
    MISSING,
    MISSING_AT_TOP,
    MISSPELT_FIELD,
    NO_ID,
    NOT_A_CHOICE,
    NOT_A_DAY,
    STANDS_ONCE,
    TOO_LARGE,
    TOO_SMALL,
    UNKNOWN_FIELD,
    WRONG_TYPE,
    FactsRefused,
    explained,
)
from sammetag.words import Words

Programme = Mapping[str, Any]
# A reader is given what stands there, the path to it, and the fields of the programme.
Reader = Callable[[object, str, Programme], Any]

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LONGEST_SHOWN = 40
A_DAY = Words("en dag som 2026-01-31", "a day such as 2026-01-31")
YES_OR_NO = Words("true eller false", "true or false")
A_NUMBER = Words("et helt tal", "a whole number")
A_TEXT = Words("en tekst", "a text")
A_LIST = Words("en liste [ … ]", "a list [ … ]")
AN_OBJECT = Words("felter i { … }", "fields in { … }")
ONE_OF = Words("en af disse: {known}", "one of these: {known}")


@cache
def reader_of(one: FactField) -> Reader:
    """Give what reads a field; raises FactsRefused there for what does not fit, with the path."""
    if one.choices:
        read = _choice(one.choices)
    else:
        read = _number(one.most) if one.hint is int else _reader(one.hint)
    if not one.nullable:
        return read
    return lambda value, path, programme: None if value is None else read(value, path, programme)


@cache
def object_reader(facts: type[Fact]) -> Reader:
    """Give what reads one kind of facts, with the fields of the programme handed in from the top."""
    readers = [(one, reader_of(one)) for one in written_fields(facts)]
    from_top = [one for one in fields_of(facts) if one.from_top]
    names = {one.name for one, _read in readers}

    def read(value: object, path: str, programme: Programme) -> Any:
        if not isinstance(value, dict):
            raise wrong_type(value, path, AN_OBJECT)
        if unknown := value.keys() - names:
            raise _unknown_field(sorted(unknown)[0], path, facts)
        found = {one.name: _from_top(one, path, programme) for one in from_top}
        for one, read_field in readers:
            if one.name in value:
                found[one.name] = read_field(value[one.name], inside(path, one.name), programme)
            elif one.required:
                raise FactsRefused(inside(path, one.name), MISSING.filled(expected=expected(one)))
            elif not one.has_default:
                found[one.name] = None
        try:
            return facts(**found)
        except ValueError as fault:
            raise FactsRefused(path, explained(str(fault)) or DO_NOT_FIT) from fault

    return read


def inside(path: str, name: str) -> str:
    """Give the path of a field in what lies at `path`."""
    return f"{path}.{name}" if path else name


def wrong_type(value: object, path: str, wanted: Words) -> FactsRefused:
    """Give the refusal of a value of another type."""
    return FactsRefused(path, WRONG_TYPE.filled(expected=wanted, value=_shown(value)))


def expected(one: FactField) -> Words:
    """Say in a few words what a field must hold."""
    if one.choices:
        return ONE_OF.filled(known=", ".join(one.choices))
    if items_of(one.hint) is not None:
        return A_LIST
    if is_dataclass(one.hint):
        return AN_OBJECT
    if isinstance(one.hint, type) and issubclass(one.hint, StrEnum):
        return ONE_OF.filled(known=", ".join(one.hint))
    plain: dict[Any, Words] = {date: A_DAY, bool: YES_OR_NO, int: A_NUMBER, str: A_TEXT}
    return plain[one.hint]


def _reader(hint: Any) -> Reader:
    listed = items_of(hint)
    if listed is not None:
        return _list(listed, frozenset if hint.__origin__ is frozenset else tuple)
    if is_dataclass(hint) and isinstance(hint, type):
        return object_reader(hint)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _enum(hint)
    plain: dict[Any, Reader] = {date: _day, bool: _yes_or_no, str: _text}
    if hint not in plain:
        raise TypeError(f"facts of the type {hint} cannot be read from a file")
    return plain[hint]


def _list(listed: Any, gathered: Callable[[list[Any]], Any]) -> Reader:
    read = _reader(listed)

    def read_all(value: object, path: str, programme: Programme) -> Any:
        if not isinstance(value, list):
            raise wrong_type(value, path, A_LIST)
        found = [read(item, f"{path}[{at}]", programme) for at, item in enumerate(value)]
        if listed is date:
            _refuse_day_twice(found, path)
        return gathered(found)

    return read_all


def _refuse_day_twice(days: list[date], path: str) -> None:
    seen: set[date] = set()
    for at, day in enumerate(days):
        if day in seen:
            raise FactsRefused(f"{path}[{at}]", DAY_TWICE.filled(day=day))
        seen.add(day)


def _choice(choices: tuple[str, ...]) -> Reader:
    def read(value: object, path: str, programme: Programme) -> str:
        if not isinstance(value, str):
            raise wrong_type(value, path, A_TEXT)
        if value not in choices:
            raise FactsRefused(path, NOT_A_CHOICE.filled(value=cut(value), known=", ".join(choices)))
        return value

    return read


def _enum(kind: type[StrEnum]) -> Reader:
    choose = _choice(tuple(kind))

    def read(value: object, path: str, programme: Programme) -> StrEnum:
        return kind(choose(value, path, programme))

    return read


def _day(value: object, path: str, programme: Programme) -> date:
    if not isinstance(value, str):
        raise wrong_type(value, path, A_DAY)
    try:
        day = date.fromisoformat(value if _DAY.fullmatch(value) else "")
    except ValueError:
        raise FactsRefused(path, NOT_A_DAY.filled(value=cut(value))) from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        first, last = date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)
        raise FactsRefused(path, FAR_DAY.filled(value=value, first=first, last=last))
    return day


def _yes_or_no(value: object, path: str, programme: Programme) -> bool:
    if not isinstance(value, bool):
        raise wrong_type(value, path, YES_OR_NO)
    return value


def _number(most: int) -> Reader:
    def read(value: object, path: str, programme: Programme) -> int:
        if not isinstance(value, int) or isinstance(value, bool):
            raise wrong_type(value, path, A_NUMBER)
        if value < 0:
            raise FactsRefused(path, TOO_SMALL.filled(value=cut(str(value))))
        if value > most:
            raise FactsRefused(path, TOO_LARGE.filled(value=cut(str(value)), most=most))
        return value

    return read


def _text(value: object, path: str, programme: Programme) -> str:
    if not isinstance(value, str):
        raise wrong_type(value, path, A_TEXT)
    if not value.strip() or len(value) > LONGEST_ID or not value.isprintable():
        raise FactsRefused(path, NO_ID.filled(most=LONGEST_ID))
    return value


def _from_top(one: FactField, path: str, programme: Programme) -> Any:
    value = programme[one.name]
    if value is None and not one.nullable:
        raise FactsRefused(one.name, MISSING_AT_TOP.filled(part=path, expected=expected(one)))
    return value


def _unknown_field(name: str, path: str, facts: type[Fact]) -> FactsRefused:
    own = [one.name for one in written_fields(facts)]
    at = inside(path, cut(name))
    if any(one.from_top and one.name == name for one in fields_of(facts)):
        return FactsRefused(at, STANDS_ONCE)
    near = get_close_matches(name, own, n=1)
    if near:
        return FactsRefused(at, MISSPELT_FIELD.filled(near=near[0]))
    return FactsRefused(at, UNKNOWN_FIELD.filled(known=", ".join(own)))


def _shown(value: object) -> Words:
    """Say what stands there: a list or an object by its kind, anything else as it is written in JSON."""
    if value is None or isinstance(value, bool):
        written = {None: "null", True: "true", False: "false"}[value]
        return Words(written, written)
    if isinstance(value, list):
        return A_LIST
    if isinstance(value, dict):
        return AN_OBJECT
    if isinstance(value, str):
        return Words("»{text}«", "'{text}'").filled(text=cut(value))
    return Words("{number}", "{number}").filled(number=cut(str(value)))


def cut(text: str) -> str:
    """Give the text as it can be shown on one line."""
    short = text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in short)
