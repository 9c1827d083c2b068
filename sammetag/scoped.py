"""Queries over people that refuse to run until somebody has said for whose eyes they are."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any, Self, TypeVar, cast

from django.db import models

import sammetag.any_of  # noqa: F401 - every query may ask for one of several values
from sammetag.errors import Unscoped

M = TypeVar("M", bound=models.Model)


class ScopedQuerySet(models.QuerySet[M]):
    """A query that raises Unscoped when it would reach the database without a scope."""

    scope: str = ""

    def scoped(self, reason: str) -> Self:
        """The same query, allowed to run; rooms call it in their own `seen_by`, together with the filter.

        `reason` says in a word whose eyes it is for, and stays with the query for whoever debugs it.
        """
        query = self.all()
        query.scope = reason
        return query

    def _clone(self) -> Self:
        query = super()._clone()  # type: ignore[misc]
        query.scope = self.scope
        return cast(Self, query)

    def demand_scope(self) -> None:
        """Raises Unscoped where nobody has said for whose eyes the rows are."""
        if not self.scope:
            raise Unscoped(f"{self.model.__name__} was queried without a scope")

    def _admit(self, *others: Any) -> None:
        """Lets other queries be joined to this one, whose scope must not cover for one that has none."""
        for other in others:
            if isinstance(other, ScopedQuerySet) and not other.query.is_empty():
                other.demand_scope()

    def _combinator_query(self, combinator: str, *others: Any, all: bool = False) -> Self:
        self._admit(*others)
        query: Self = super()._combinator_query(combinator, *others, all=all)  # type: ignore[misc]
        return query

    def __or__(self, other: Any) -> Self:
        self._admit(other)
        return super().__or__(other)

    def __and__(self, other: Any) -> Self:
        self._admit(other)
        return super().__and__(other)

    def __xor__(self, other: Any) -> Self:
        self._admit(other)
        query: Self = super().__xor__(other)  # type: ignore[misc]
        return query

    def resolve_expression(self, *args: Any, **kwargs: Any) -> Any:
        self.demand_scope()
        return super().resolve_expression(*args, **kwargs)

    def _fetch_all(self) -> None:
        if self._result_cache is None:
            self.demand_scope()
        super()._fetch_all()

    def iterator(self, *args: Any, **kwargs: Any) -> Iterator[M]:
        self.demand_scope()
        return super().iterator(*args, **kwargs)

    def aiterator(self, *args: Any, **kwargs: Any) -> AsyncIterator[M]:
        self.demand_scope()
        return super().aiterator(*args, **kwargs)

    def raw(self, *args: Any, **kwargs: Any) -> Any:
        self.demand_scope()
        return super().raw(*args, **kwargs)

    def explain(self, *args: Any, **kwargs: Any) -> str:
        self.demand_scope()
        return super().explain(*args, **kwargs)

    def create(self, **kwargs: Any) -> M:
        self.demand_scope()
        return super().create(**kwargs)

    def bulk_create(self, *args: Any, **kwargs: Any) -> list[M]:
        self.demand_scope()
        return super().bulk_create(*args, **kwargs)

    def count(self) -> int:
        self.demand_scope()
        return super().count()

    def exists(self) -> bool:
        self.demand_scope()
        return super().exists()

    def aggregate(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        self.demand_scope()
        return super().aggregate(*args, **kwargs)

    def update(self, **kwargs: Any) -> int:
        self.demand_scope()
        return super().update(**kwargs)

    def delete(self) -> tuple[int, dict[str, int]]:
        self.demand_scope()
        return super().delete()
