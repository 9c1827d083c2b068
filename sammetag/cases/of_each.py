"""Questions about many cases at once, each put into SQL one time only.

Django takes longer to write such a question than PostgreSQL to answer it, and my day asks ten of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from sammetag.cases.models import Case

# Stands in a question for the day on which it will be asked.
THE_DAY = date.min


class OfEach:
    """A question about the rows of several cases; its answer is rows of values, not objects.

    It is written as `of_each(())`, and asked with the cases in that place: fetching them was the check.
    """

    def __init__(self, question: QuerySet[Any, Any]) -> None:
        self._question = question

    def of(self, cases: Iterable[Case], day: date | None = None) -> list[tuple[Any, ...]]:
        """The rows of these cases, which their reader has been let into. One query."""
        sentence, places = self._written
        filled = {"cases": [case.id for case in cases], "day": day}
        with connection.cursor() as cursor:
            cursor.execute(sentence, [filled.get(name, value) for name, value in places])
            found: list[tuple[Any, ...]] = cursor.fetchall()
        return found

    @cached_property
    def _written(self) -> tuple[str, list[tuple[str, Any]]]:
        """The question in SQL, and what goes into it: the cases, the day, or what is always the same."""
        sentence, params = self._question.query.sql_with_params()
        return sentence, [(_name(one), one) for one in params]


def _name(param: Any) -> str:
    if isinstance(param, list):
        return "cases"
    return "day" if param is THE_DAY else ""
