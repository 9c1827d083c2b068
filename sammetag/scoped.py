"""Queries over people that refuse to run until somebody has said for whose eyes they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Self, TypeVar, cast

from django.db import models

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

    def _demand_scope(self) -> None:
        if not self.scope:
            raise Unscoped(f"{self.model.__name__} was queried without a scope")

    def _fetch_all(self) -> None:
        if self._result_cache is None:
            self._demand_scope()
        super()._fetch_all()

    def iterator(self, *args: Any, **kwargs: Any) -> Iterator[M]:
        self._demand_scope()
        return super().iterator(*args, **kwargs)

    def count(self) -> int:
        self._demand_scope()
        return super().count()

    def exists(self) -> bool:
        self._demand_scope()
        return super().exists()

    def aggregate(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        self._demand_scope()
        return super().aggregate(*args, **kwargs)

    def update(self, **kwargs: Any) -> int:
        self._demand_scope()
        return super().update(**kwargs)

    def delete(self) -> tuple[int, dict[str, int]]:
        self._demand_scope()
        return super().delete()
