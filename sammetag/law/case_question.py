"""One question of the law, as it is asked of a case: the same for a facts file, a caseload and a reform."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sammetag.law.answer import Answer, Book, Topic
from sammetag.law.case_facts import CaseFacts
from sammetag.law.errors import LawError
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
class CaseQuestion:
    """A question, how it is asked of a case on a day, and what of its answer matters.

    `ask` gives None where the question is not for such a case, and raises Lacking where the case does not
    tell enough, otherwise as the question itself. `gist` gives what two answers are compared by: None where
    the answer is not settled, False where nothing follows from it, anything else for what follows. `told`
    says what the answer means for the citizen and the caseworker, in one sentence.
    """

    topic: Topic
    ask: Callable[[CaseFacts, date, Book], Answer[Any] | None]
    gist: Callable[[Any], Hashable]
    told: Callable[[Any], Words]
