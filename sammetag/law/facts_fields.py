"""Which fields the facts of a case have in a file, by the types of the facts: a new fact is one field.

The fields of the programme stand once, at the top of the case, and are handed to each part that has one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from functools import cache
from types import NoneType
from typing import Any, ClassVar, Protocol, get_args, get_origin, get_type_hints

from sammetag.law.case_facts import CaseFacts
from sammetag.law.schemes import KNOWN_SCHEMES

PROGRAMME = ("scheme", "granted_on", "starts_on", "ends_on", "born_on")
# No day of a living person's case lies outside, and all that is counted from one stays a day of the calendar.
FIRST_YEAR, LAST_YEAR = 1900, 2199
MOST = 1_000_000_000
# Ten years: more days inside a programme are a slip of the pen, and would lead out of the calendar.
MOST_DAYS = 3_660
LONGEST_ID = 100
# What a file must say although its type has a default: left out, it would be taken for a no.
MUST_BE_SAID = {
    "GuaranteeFacts": ("efforts",),
    "FlexiClockFacts": ("followed_up",),
    "RetentionFacts": ("acute",),
    "BenefitFacts": ("incomes",),
}


class Fact(Protocol):
    """One kind of facts: a dataclass."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]


@dataclass(frozen=True, slots=True)
class FactField:
    """One field: its type without None, whether null may stand there, and whether it must be written.

    `has_default`: what is not written need not be handed on. `from_top`: it is not written in this part,
    since it stands at the top. `choices`: the only texts allowed.
    """

    name: str
    hint: Any
    nullable: bool
    required: bool
    has_default: bool
    from_top: bool
    choices: tuple[str, ...] = ()

    @property
    def most(self) -> int:
        """Give the largest number that may stand there."""
        return MOST_DAYS if self.name.endswith("_days") else MOST


@cache
def fields_of(facts: type[Fact]) -> tuple[FactField, ...]:
    """Give the fields of one kind of facts, in their order.

    A field that may be not known (None) need not be written, whether or not it has a default.
    """
    hints = get_type_hints(facts)
    return tuple(_field(facts, one, hints[one.name]) for one in fields(facts))


def written_fields(facts: type[Fact]) -> tuple[FactField, ...]:
    """Give those of its fields that are written in the part itself."""
    return tuple(one for one in fields_of(facts) if not one.from_top)


def items_of(hint: Any) -> Any | None:
    """Give the type of what a list holds, None for what is no list; raises TypeError for a fixed tuple."""
    origin, inside = get_origin(hint), get_args(hint)
    if origin is frozenset:
        return inside[0]
    if origin is tuple:
        if inside[1:] != (Ellipsis,):
            raise TypeError(f"a list of facts is tuple[X, ...], not {hint}")
        return inside[0]
    return None


def kinds_of_facts(top: type[Fact] = CaseFacts) -> tuple[type[Fact], ...]:
    """Give every kind of facts that a case holds, the case first, each once."""
    found: dict[type[Fact], None] = {top: None}
    for one in fields_of(top):
        inside = items_of(one.hint) or one.hint
        if is_dataclass(inside) and isinstance(inside, type):
            found |= dict.fromkeys(kinds_of_facts(inside))
    return tuple(found)


def programme_of(found: Mapping[str, Any]) -> dict[str, Any]:
    """Give the fields of the programme out of those at the top; None where one is not known."""
    return {name: found.get(name) for name in PROGRAMME}


def _field(facts: type[Fact], one: Field[Any], hint: Any) -> FactField:
    inside = get_args(hint)
    nullable = NoneType in inside
    kept = [arg for arg in inside if arg is not NoneType]
    has_default = one.default is not MISSING or one.default_factory is not MISSING
    return FactField(
        name=one.name,
        hint=kept[0] if nullable else hint,
        nullable=nullable,
        required=not (nullable or has_default) or one.name in MUST_BE_SAID.get(facts.__name__, ()),
        has_default=has_default,
        from_top=facts is not CaseFacts and one.name in PROGRAMME,
        choices=tuple(KNOWN_SCHEMES) if one.name == "scheme" else (),
    )
