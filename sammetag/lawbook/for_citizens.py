"""What each rule means for the citizen, in one to three plain sentences: no section numbers, no acts.

They stand in the YAML file beside this one; its numbers are filled in from the rulebook.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from string import Formatter

import yaml

from sammetag.law import BOOK, Confidence, Number, Version, Words
from sammetag.law.looking_up import held_on
from sammetag.law.numbers import all_numbers
from sammetag.lawbook.speaking import amount_words, told, value_words

FILE = Path(__file__).with_suffix(".yaml")


@cache
def sentences() -> dict[str, tuple[Words, ...]]:
    """Give the sentences of every rule, by its name."""
    written = yaml.safe_load(FILE.read_text("utf-8"))
    return {name: tuple(Words(**one) for one in texts) for name, texts in written.items()}


def for_citizens(name: str, on: date) -> tuple[str, ...]:
    """Say what a rule means for a citizen on a day, in the reader's language; none where nobody wrote it yet.

    A sentence whose number did not exist yet on that day is left out.
    """
    found = []
    for sentence in sentences().get(name, ()):
        values = {field: _latest(field, on) for field in fields_of(sentence)}
        known = {field: _spoken(one) for field, one in values.items() if one}
        if len(known) == len(values):
            found.append(told(sentence).format_map(known))
    return tuple(found)


def is_unsure(name: str, on: date) -> bool:
    """Whether the rule was neither read in the text of the act itself, for any scheme, nor closed."""
    if any(one.topic.name == name and one.since <= on for one in BOOK.closings):
        return False
    held = [one.entry for one in held_on(name, on=on, granted_on=None, scheme=None)]
    return not any(isinstance(one, Version) and one.confidence is Confidence.HIGH for one in held)


def fields_of(sentence: Words) -> frozenset[str]:
    """Give the numbers that a sentence asks for, in either language."""
    parsed = (part for text in (sentence.da, sentence.en) for part in Formatter().parse(text))
    return frozenset(name for _before, name, *_rest in parsed if name)


def _spoken(number: Number) -> str:
    """A number as one says it: three years, and not thirty-six months."""
    years, months = divmod(number.value, 12)
    whole = number.unit == "months" and years and not months
    return amount_words(years, "years") if whole else value_words(number)


def _latest(field: str, on: date) -> Number | None:
    """The number on that day, or the one before it: whoever has a programme goes on under it."""
    name, _at, scheme = field.partition("@")
    known = [
        one
        for one in all_numbers()
        if one.name == name
        and one.period.first <= on
        and one.confidence is not Confidence.LOW
        and (not scheme or scheme in one.schemes)
    ]
    return max(known, key=lambda one: one.period.first, default=None)
