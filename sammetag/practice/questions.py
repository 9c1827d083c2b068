"""The questions that the law leaves open, over all schemes: what a municipality may read for itself."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from sammetag.errors import NotAllowed
from sammetag.law import SCHEMES, OpenQuestion, open_questions


def questions_on(day: date) -> list[OpenQuestion]:
    """Every question that is open on the day for some scheme, each once."""
    found = {one.name: one for scheme in SCHEMES for one in open_questions(scheme=scheme, on=day)}
    return list(found.values())


def question_called(name: str) -> OpenQuestion:
    """The question of that name that is open today; raises NotAllowed where none is."""
    for one in questions_on(timezone.localdate()):
        if one.name == name:
            return one
    raise NotAllowed(f"no open question {name!r}")
