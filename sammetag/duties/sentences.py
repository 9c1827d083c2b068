"""How duties speak: days, the last talk, and what the law says, in the reader's language."""

from __future__ import annotations

from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sammetag.design.wording import date_words
from sammetag.duties.facts import CaseFacts
from sammetag.law.answer import CONFIDENCE_WORDS, Answer, ReasonKind
from sammetag.law.duration import Length
from sammetag.law.talks import TalksDue
from sammetag.talks.models import Outcome


def day_words(day: date, today: date) -> str:
    """A day as it is said: without the year when it is this one."""
    return date_words(day, "day" if day.year == today.year else "long")


def last_held_words(facts: CaseFacts, today: date) -> str:
    held = [talk.on for talk in facts.talks if talk.outcome == Outcome.HELD]
    if not held:
        return _("Der er ikke holdt en samtale endnu.")
    return _("Den sidste samtale blev holdt %(day)s.") % {"day": day_words(held[-1], today)}


def law_words(answer: Answer[TalksDue] | Answer[Length]) -> tuple[str, ...]:
    """What the rule demands, what to be wary of, where it stands and how well it has been read."""
    told = [one.text for one in answer.reasons if one.kind is not ReasonKind.FACT]
    if answer.version.note:
        told.append(answer.version.note)
    language = get_language() or "da"
    read = CONFIDENCE_WORDS[answer.version.confidence].in_language(language)
    return (*(words.in_language(language) for words in told), f"{answer.version.source}, {read}.")
