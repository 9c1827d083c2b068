"""A question that is put into SQL one time only, and asked again and again with other values.

Django takes longer to write a question with the wall's conditions than PostgreSQL to answer it. Where a page
asks it for everybody every day, it is written once with a `Place` for each value.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any, Generic, TypeVar

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import Model, QuerySet
from django.db.models.query import get_related_populators  # type: ignore[attr-defined]

from sammetag.any_of import Place
from sammetag.scoped import ScopedQuerySet

M = TypeVar("M", bound=Model)


class Written(Generic[M]):
    """A question with its places; like any other, it refuses to be asked without a scope."""

    def __init__(self, question: QuerySet[M, Any]) -> None:
        self._question = question

    def rows(self, **values: Any) -> list[tuple[Any, ...]]:
        """The rows as they come from the database, with a value for each place. One query."""
        sentence, params = self._written
        filled = [values[one.name] if isinstance(one, Place) else one for one in params]
        with connection.cursor() as cursor:
            cursor.execute(sentence, filled)
            found: list[tuple[Any, ...]] = cursor.fetchall()
        return found

    def objects(self, **values: Any) -> list[M]:
        """The objects, with what the question selects along with them. One query."""
        return list(self._made(self.rows(**values)))

    @cached_property
    def _written(self) -> tuple[str, list[Any]]:
        if isinstance(self._question, ScopedQuerySet):
            self._question.demand_scope()
        sentence, params = self._compiler.as_sql()
        return sentence, list(params)

    @cached_property
    def _compiler(self) -> Any:
        # As `sql_with_params` makes one; kept, since it knows which column belongs to what.
        return self._question.query.get_compiler(DEFAULT_DB_ALIAS)

    def _made(self, rows: list[tuple[Any, ...]]) -> Iterator[M]:
        """As `ModelIterable` of Django makes objects of rows."""
        compiler = self._compiler
        model, places = compiler.klass_info["model"], compiler.klass_info["select_fields"]
        first, after = places[0], places[-1] + 1
        names = [column.target.attname for column, *_rest in compiler.select[first:after]]
        beside = get_related_populators(compiler.klass_info, compiler.select, DEFAULT_DB_ALIAS)
        for row in compiler.results_iter([rows]):
            made = model.from_db(DEFAULT_DB_ALIAS, names, row[first:after])
            for one in beside:
                one.populate(row, made)
            yield made
