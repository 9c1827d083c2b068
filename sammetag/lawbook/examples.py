"""The examples by which lawyers check the rules: read from the repository's tests, where they are at hand.

An installed program comes without its tests; then there are none, and the page says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.utils.translation import gettext as _

from sammetag.design.wording import told
from sammetag.law import BOOK, Words
from sammetag.lawbook.speaking import amount_words, day_words

EXAMPLES = Path(__file__).parents[2] / "tests" / "law"
WORDS = Path(__file__).with_name("outcomes.yaml")
ENDING = "_examples.yaml"
# Files that are not called after their rule.
TOPIC_OF = {
    "benefit": "benefit.month",
    "benefit_earnings": "benefit.pay",
    "duration": "programme.length",
    "form": "talks.form",
    "plan_ahead": "plan.ahead",
    "reimbursement": "reimbursement.benefit",
    "talks": "talks.due",
}
# What picks the version, where an example names no day asked about.
DAYS = ("asked_on", "since", "fixed_on", "happened_on", "granted_on")
UNITS = {
    **dict.fromkeys(("base", "base_kroner", "entitled", "kroner", "limit"), "kroner"),
    **dict.fromkeys(("oere", "paid_oere", "set_off_oere"), "oere"),
}


@dataclass(frozen=True)
class Example:
    """One case in a sentence, which is Danish; the day that it is about, and what comes out."""

    topic: str
    sentence: str
    source: str
    on: date
    expected: Mapping[str, Any]

    @property
    def outcome(self) -> str:
        """What comes out, in the reader's language; nothing where the sentence says it all."""
        if "error" in self.expected:
            return _value(self.expected["error"])
        return ", ".join(_pair(key, value) for key, value in self.expected.items() if _tells(key, value))


def examples_of(topic: str) -> tuple[Example, ...] | None:
    """Give the examples of a rule by day; None where the program runs without its repository."""
    found = all_examples()
    return None if found is None else found.get(topic, ())


@cache
def all_examples(folder: Path = EXAMPLES) -> dict[str, tuple[Example, ...]] | None:
    """Give the examples of every rule, by its name; None where there is no folder with any."""
    files = sorted(folder.glob(f"*{ENDING}")) if folder.is_dir() else []
    if not files:
        return None
    found: dict[str, list[Example]] = defaultdict(list)
    for file in files:
        for one in _read(file):
            found[one.topic].append(one)
    return {topic: tuple(sorted(some, key=lambda one: one.on)) for topic, some in found.items()}


def _read(file: Path) -> list[Example]:
    stem = file.name.removesuffix(ENDING)
    named = {topic.name.replace(".", "_"): topic.name for topic in BOOK.topics()}
    usual = TOPIC_OF.get(stem) or named.get(stem, stem)
    written = yaml.safe_load(file.read_text("utf-8"))["examples"]
    return [
        Example(one.get("topic", usual), one["sentence"], one["source"], day, one["expected"])
        for one in written
        if (day := _day(one))
    ]


def _day(one: Mapping[str, Any]) -> date | None:
    """The day that picks the version; where none is known to, the first that the case tells of."""
    facts = {**one.get("facts", {}), **one}
    days = {key: value for key, value in facts.items() if isinstance(value, date) and key != "born_on"}
    return next((days[key] for key in (*DAYS, *days) if key in days), None)


def _tells(key: str, value: object) -> bool:
    """Whether it is worth saying: not that there is none of something."""
    return value is not None and value != [] and not (key == "warnings" and not value)


def _pair(key: str, value: object) -> str:
    return f"{_words('keys', key)}: {_value(value, key)}"


def _value(value: object, key: str = "") -> str:
    if isinstance(value, bool):
        return _("ja") if value else _("nej")
    if isinstance(value, date):
        return day_words(value)
    if isinstance(value, int):
        return amount_words(value, UNITS[key]) if key in UNITS else str(value)
    if isinstance(value, dict):
        return ", ".join(f"{_value(one)} {_value(how)}" for one, how in value.items())
    if isinstance(value, list):
        return ", ".join(_value(one) for one in value)
    return _words("values", str(value))


def _words(part: str, key: str) -> str:
    known = _outcome_words()[part].get(key)
    return told(known) if known else key


@cache
def _outcome_words() -> dict[str, dict[str, Words]]:
    written = yaml.safe_load(WORDS.read_text("utf-8"))
    return {part: {key: Words(**one) for key, one in words.items()} for part, words in written.items()}
