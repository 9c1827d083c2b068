"""Questions about many cases at once: my day asks ten of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import QuerySet

from sammetag.any_of import Place
from sammetag.cases.models import Case
from sammetag.written import Written

# Stand in a question for the cases, and for the day on which it will be asked.
EACH, THE_DAY = Place("cases"), Place("day")


class OfEach:
    """A question about the rows of several cases; its answer is rows of values, not objects.

    It is written as `of_each(EACH)`, and asked with cases that their reader was let into: fetching them was
    the check.
    """

    def __init__(self, question: QuerySet[Any, Any]) -> None:
        self._question = Written[Any](question)

    def of(self, cases: Iterable[Case], day: date | None = None) -> list[tuple[Any, ...]]:
        """The rows of these cases, which their reader has been let into. One query."""
        return self._question.rows(cases=[case.id for case in cases], day=day)
