"""What each rule means for the citizen, in a few plain sentences: no section numbers, no acts.

They stand in the YAML file beside this one; its numbers are filled in from the rulebook. What has not
been read is not told: the citizen is asked to ask.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

import yaml
from django.utils.translation import gettext as _

from sammetag.design.wording import told
from sammetag.law import BOOK, Confidence, LawError, NotKnown, Number, Words, number, scheme_name
from sammetag.law.looking_up import Held, held_on
from sammetag.law.numbers_read import goes_by_grant
from sammetag.law.period import DAY
from sammetag.lawbook.speaking import amount_words, value_words

FILE = Path(__file__).with_suffix(".yaml")


@dataclass(frozen=True)
class Sentence:
    """A sentence about one scheme, or about all of the rule's where it names none."""

    words: Words
    scheme: str = ""

    @property
    def numbers(self) -> frozenset[str]:
        """The numbers that it asks for, in either language."""
        parsed = (part for text in (self.words.da, self.words.en) for part in Formatter().parse(text))
        return frozenset(name for _before, name, *_rest in parsed if name)


@dataclass(frozen=True)
class Plainly:
    """What a rule is called to a citizen, and what is said of it."""

    title: Words
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True)
class Stand:
    """How surely a rule is known for one scheme, and the day for which its numbers are asked."""

    scheme: str
    confidence: Confidence
    day: date

    @property
    def is_read(self) -> bool:
        return self.confidence is not Confidence.LOW


@cache
def plainly() -> dict[str, Plainly]:
    """Give what is written for citizens of every rule, by its name."""
    written: dict[str, Any] = yaml.safe_load(FILE.read_text("utf-8"))
    return {
        name: Plainly(Words(**one["title"]), tuple(map(_sentence, one["says"])))
        for name, one in written.items()
    }


def for_citizens(name: str, on: date) -> tuple[str, ...]:
    """Say what a rule means for a citizen on a day, in the reader's language; none where nobody wrote it yet.

    A sentence whose rule or number did not hold on that day, or was not read, is left out; of schemes for
    which the rule was not read it is said that they must ask.
    """
    if name not in plainly():
        return ()
    stands = _stands(name, on)
    said = [text for one in plainly()[name].sentences if (text := _said(one, stands))]
    unread = [one.scheme for one in stands if not one.is_read]
    if unread:
        said.append(_ask_about(unread) if said else _ask())
    return tuple(said)


def unsure_schemes(name: str, on: date) -> tuple[str, ...]:
    """Give the schemes for which the rule of that day was not read in the text of the act itself."""
    return tuple(one.scheme for one in _stands(name, on) if one.confidence is not Confidence.HIGH)


def is_unsure_for_all(name: str, on: date) -> bool:
    """Whether that is so for every scheme that has the rule."""
    return len(unsure_schemes(name, on)) == len(_stands(name, on))


def _ask() -> str:
    return _("Vi kan ikke sige sikkert, hvad der gælder nu. Spørg din koordinator.")


def _ask_about(schemes: Iterable[str]) -> str:
    names = _(" og ").join(told(scheme_name(one)) for one in schemes)
    return _("Om %(schemes)s kan vi ikke sige noget sikkert her. Spørg din koordinator.") % {"schemes": names}


def _sentence(written: dict[str, str]) -> Sentence:
    return Sentence(Words(written["da"], written["en"]), written.get("scheme", ""))


def _stands(name: str, on: date) -> list[Stand]:
    """How the rule stands for each scheme that has or had it by that day."""
    topic = BOOK.topic_named(name)
    held = held_on(name, on=on, granted_on=None, scheme=None) if topic else ()
    return [stand for one in held if (stand := _stand(name, one))]


def _stand(name: str, held: Held) -> Stand | None:
    if held.entry:
        return Stand(held.scheme, held.entry.confidence, held.chosen_on)
    if isinstance(held.refused, NotKnown):
        return Stand(held.scheme, Confidence.LOW, held.chosen_on)
    closed = [
        one.since
        for one in BOOK.closings
        if one.topic.name == name and held.scheme in one.schemes and one.since <= held.chosen_on
    ]
    if not closed:
        return None
    # Whoever was granted a programme goes on under the rule of that day; of other rules it is known that
    # they are over.
    if goes_by_grant(name):
        last_grant = min(closed) - DAY
        return _stand(name, held_on(name, on=last_grant, granted_on=None, scheme=held.scheme)[0])
    return Stand(held.scheme, Confidence.HIGH, held.chosen_on)


def _said(sentence: Sentence, stands: list[Stand]) -> str:
    """The sentence with its numbers; nothing where it cannot be said."""
    about = [one for one in stands if sentence.scheme in ("", one.scheme)]
    if not about or not all(one.is_read for one in about):
        return ""
    try:
        values = {field: {_value(field, stand) for stand in about} for field in sentence.numbers}
    except LawError:
        return ""
    if any(len(differing) > 1 for differing in values.values()):
        return ""
    return told(sentence.words).format_map({field: spoken for field, (spoken,) in values.items()})


def _value(name: str, stand: Stand) -> str:
    return _spoken(number(name, scheme=stand.scheme, on=stand.day))


def _spoken(one: Number) -> str:
    """A number as one says it: three years, and not thirty-six months."""
    years, months = divmod(one.value, 12)
    whole = one.unit == "months" and years and not months
    return amount_words(years, "years") if whole else value_words(one)
