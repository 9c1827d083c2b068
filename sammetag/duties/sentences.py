"""How duties speak: days, the last talk, and what the law says, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sammetag.design.wording import date_words
from sammetag.duties.facts import CaseFacts
from sammetag.law.answer import CONFIDENCE_WORDS, Answer, Reason, ReasonKind
from sammetag.law.errors import LawError


def day_words(day: date, today: date) -> str:
    """A day as it is said: without the year when it is this one."""
    return date_words(day, "day" if day.year == today.year else "long")


def last_held_words(facts: CaseFacts, today: date) -> str:
    if facts.last_held is None:
        return _("Der er ikke holdt en samtale endnu.")
    return _("Den sidste samtale blev holdt %(day)s.") % {"day": day_words(facts.last_held, today)}


def law_words(answer: Answer[Any]) -> tuple[str, ...]:
    """What the rule demands, what to be wary of, where it stands and how well it has been read."""
    told = [one.text for one in answer.reasons if one.kind is not ReasonKind.FACT]
    if answer.version.note:
        told.append(answer.version.note)
    language = _language()
    read = CONFIDENCE_WORDS[answer.version.confidence].in_language(language)
    return (*(words.in_language(language) for words in told), f"{answer.version.source}, {read}.")


def reason_words(reasons: Iterable[Reason]) -> tuple[str, ...]:
    """The sentences of the law on this very case."""
    return tuple(one.text.in_language(_language()) for one in reasons)


def why_silent(fault: LawError) -> str:
    """Why the law gives no answer."""
    return fault.sentence.in_language(_language())


def _language() -> str:
    return get_language() or "da"
