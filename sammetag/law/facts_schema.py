"""The JSON schema of a facts file, made from the types of the facts so that it is never behind them."""

from __future__ import annotations

from dataclasses import is_dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sammetag.law.errors import RulebookError
from sammetag.law.facts_descriptions import DESCRIPTIONS
from sammetag.law.facts_fields import (
    LONGEST_ID,
    Fact,
    FactField,
    items_of,
    kinds_of_facts,
    written_fields,
)

ABOUT = (
    "Facts about one case, for the commands under 'sammetag law'. Dates are YYYY-MM-DD, and days are "
    "included. A field that is null or left out is not known, and never a no, unless its description says "
    "what it then stands for."
)
_PLAIN: dict[Any, dict[str, Any]] = {
    date: {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    bool: {"type": "boolean"},
    int: {"type": "integer", "minimum": 0},
    str: {"type": "string", "minLength": 1, "maxLength": LONGEST_ID},
}


def facts_schema() -> dict[str, Any]:
    """Give the schema (JSON Schema 2020-12) of one case; a file of many has one such case on each line.

    Raises RulebookError for a field without a description.
    """
    case, *parts = kinds_of_facts()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Facts of a case",
        "description": ABOUT,
        **_object(case),
        "$defs": {part.__name__: _object(part) for part in parts},
    }


def _object(facts: type[Fact]) -> dict[str, Any]:
    own = written_fields(facts)
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [one.name for one in own if one.required],
        "properties": {one.name: _property(facts, one) for one in own},
    }


def _property(facts: type[Fact], one: FactField) -> dict[str, Any]:
    description = DESCRIPTIONS.get(facts.__name__, {}).get(one.name)
    if not description:
        raise RulebookError(f"{facts.__name__}.{one.name} needs a line in facts_descriptions.py")
    schema: dict[str, Any] = {"enum": list(one.choices)} if one.choices else _type(one.hint)
    if one.hint is int:
        schema["maximum"] = one.most
    if one.nullable:
        schema = {"anyOf": [schema, {"type": "null"}]}
    return {"description": description, **schema}


def _type(hint: Any) -> dict[str, Any]:
    listed = items_of(hint)
    if listed is not None:
        once = {"uniqueItems": True} if listed is date else {}
        return {"type": "array", "items": _type(listed), **once}
    if is_dataclass(hint) and isinstance(hint, type):
        return {"$ref": f"#/$defs/{hint.__name__}"}
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return {"enum": list(hint)}
    return dict(_PLAIN[hint])
