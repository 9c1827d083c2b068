"""`field__any=[...]` asks for one of several values as an array: one statement, however many there are.

Django's own `__in` writes a place for each value, so that a list of another length is another statement,
which PostgreSQL reads and plans anew.
"""

from __future__ import annotations

from typing import Any

from django.db.models import Field, ForeignKey, Lookup


@Field.register_lookup
@ForeignKey.register_lookup
class AnyOf(Lookup):  # type: ignore[type-arg]
    """One of several values; none of them where there is no value."""

    lookup_name = "any"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        lhs, params = self.process_lhs(compiler, connection)
        return f"{lhs} = ANY (%s)", [*params, list(self.rhs)]
