"""`field__any=[...]` asks for one of several values as an array: one statement, however many there are.

Django's own `__in` writes a place for each value, so that a list of another length is another statement,
which PostgreSQL reads and plans anew. `Place` leaves the value open until the question is asked.
"""

from __future__ import annotations

from typing import Any

from django.db.models import Expression, Field, ForeignKey, Lookup


class Place(Expression):
    """Stands in a question for a value of this name that it is asked with: see `sammetag.written`."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        return "%s", [self]


@Field.register_lookup
@ForeignKey.register_lookup
class AnyOf(Lookup):  # type: ignore[type-arg]
    """One of several values; none of them where there is no value."""

    lookup_name = "any"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        lhs, params = self.process_lhs(compiler, connection)
        values = self.rhs if isinstance(self.rhs, Place) else list(self.rhs)
        return f"{lhs} = ANY (%s)", [*params, values]
