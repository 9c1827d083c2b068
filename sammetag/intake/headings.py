"""A column of a file that we take in, and all columns of one kind of file, found by their headings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.utils.functional import Promise
from django.utils.translation import get_language

from sammetag.intake.values import Parser
from sammetag.people.danish import search_key


@dataclass(frozen=True)
class Column:
    """One column: `key` is the field it fills, `da` and `en` its heading, `also` what else is understood."""

    key: str
    da: str
    en: str
    parse: Parser
    about: Promise
    example: str
    also: tuple[str, ...] = ()
    required: bool = False

    @property
    def name(self) -> str:
        """The heading in the reader's language."""
        return self.en if (get_language() or "da").startswith("en") else self.da

    def headings(self) -> Iterator[str]:
        """Everything that the column may be called."""
        yield from (self.da, self.en, self.key, *self.also)


@dataclass(frozen=True)
class Columns:
    """The columns of one kind of file.

    `in_every_row` is the key without which a row cannot be placed; `instead_of_cpr` says what to write where
    the file holds numbers of persons.
    """

    each: tuple[Column, ...]
    in_every_row: str
    instead_of_cpr: Promise

    @cached_property
    def by_key(self) -> dict[str, Column]:
        """The columns by the field that they fill."""
        return {column.key: column for column in self.each}

    @cached_property
    def by_heading(self) -> dict[str, Column]:
        """The columns by each folded heading under which they are understood."""
        return {folded(heading): column for column in self.each for heading in column.headings()}


def folded(heading: str) -> str:
    """A heading as it is compared: whatever its case, spaces, accents and signs."""
    letters = search_key(heading)
    return " ".join("".join(sign if sign.isalnum() else " " for sign in letters).split())
