"""One question of the law, as it is asked of a case: the same for a facts file, a caseload and a reform."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sammetag.law.answer import Answer, Book, Topic
from sammetag.law.case_facts import CaseFacts
from sammetag.law.errors import LawError
from sammetag.law.registry import BOOK
from sammetag.words import Words

_LACKING = Words(
    "Det kan ikke afgøres, for sagen fortæller ikke om {fields}.",
    "This cannot be decided, since the case does not tell of {fields}.",
)


class Lacking(LawError):
    """The case does not tell what the question must know; `fields` are the paths of what it lacks."""

    def __init__(self, *fields: str) -> None:
        """Hold the paths, as they stand in a facts file: 'guarantee', 'reform.flexi_hours'."""
        super().__init__(_LACKING.filled(fields=", ".join(fields)), f"lacks {', '.join(fields)}")
        self.fields = fields


@dataclass(frozen=True, slots=True)
class Open:
    """What an answer that is not settled leaves open.

    `gist` is what two such answers are compared by: where it is the same, both come out alike, whatever is
    found out. `lacks` are the paths of the facts that the case does not tell and that would settle it.
    """

    gist: Hashable
    lacks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseQuestion:
    """A question, how it is asked of a case on a day, and what of its answer matters.

    `ask` gives None where the question is not for such a case, and raises Lacking where the case does not
    tell enough, otherwise as the question itself. `gist` gives what two answers are compared by: None where
    the answer is not settled, False where nothing follows from it, anything else for what follows. `told`
    says what the answer means for the citizen and the caseworker, in one sentence. `leaves_open` says what
    one that is not settled leaves open in a case; None where two such answers cannot be compared.
    """

    topic: Topic
    ask: Callable[[CaseFacts, date, Book], Answer[Any] | None]
    gist: Callable[[Any], Hashable]
    told: Callable[[Any], Words]
    leaves_open: Callable[[CaseFacts, Any], Open] | None = None


@cache
def covers(topic: Topic, scheme: str) -> bool:
    """Say whether the law itself has, or ever had, such a rule for the scheme; a reform may bring one."""
    return bool(BOOK.periods(topic, scheme))


def programme_of(case: CaseFacts) -> tuple[date, date, date | None]:
    """Give the day of the grant, the first day and the last of the programme; raises Lacking."""
    granted, starts = case.granted_on, case.starts_on
    if granted is None or starts is None:
        named = {"granted_on": granted, "starts_on": starts}
        raise Lacking(*(name for name, day in named.items() if day is None))
    return granted, starts, case.ends_on
