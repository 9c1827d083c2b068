"""The leaf of a row: a hash of all that it holds, counted by the database, so that no row leaves it.

A leaf of form 1 is SHA-256 of a JSON list of texts: the form, the kind of row, its salt, then its columns in
the order below. The texts are the same on every server and in every session: moments are seconds since 1970
in UTC, bytes are hex, and everything else is as PostgreSQL writes it. tests/journal/twin.py counts the same.
"""

from __future__ import annotations

from dataclasses import dataclass

FORM = 1
EVENT, LOOK = "event", "look"
MOMENTS = {"occurred_at", "recorded_at", "at"}


@dataclass(frozen=True)
class Sealed:
    """A table whose rows are sealed, with every column that it has."""

    kind: str
    table: str
    columns: tuple[str, ...]
    recorded: str

    @property
    def leaf(self) -> str:
        """The expression of SQL that counts the leaf of a row."""
        texts = ", ".join(_text(column) for column in self.columns)
        listed = f"ARRAY['{FORM}', '{self.kind}', pg_catalog.encode(salt, 'hex'), {texts}]::text[]"
        return f"pg_catalog.sha256(pg_catalog.convert_to(pg_catalog.array_to_json({listed})::text, 'UTF8'))"


TABLES = (
    Sealed(
        EVENT,
        "public.journal_event",
        (
            "id",
            "municipality_id",
            "case_id",
            "kind",
            "subject",
            "subject_id",
            "occurred_at",
            "precision",
            "recorded_at",
            "by",
            "role",
            "on_behalf_of",
            "corrects",
            "data",
            "version",
            "position",
            "xid",
        ),
        recorded="recorded_at",
    ),
    Sealed(
        LOOK,
        "public.journal_look",
        (
            "id",
            "municipality_id",
            "at",
            "by",
            "role",
            "page",
            "purpose",
            "allowed",
            "cases",
            "term",
            "request_id",
            "position",
            "xid",
        ),
        recorded="at",
    ),
)

# The leaves of a seal as one hash, in two steps, so that no step holds more than ten thousand of them.
# Each says where it is and whose: an id that is one day all that is left of a row cannot be changed either.
CHUNK = "(place - 1) / 10000"
LEAF = "int4send(place) || convert_to(kind, 'UTF8') || uuid_send(row_id) || hash"
OF_CHUNK = f"sha256(string_agg({LEAF}, ''::bytea ORDER BY place))"
OF_CHUNKS = "sha256(coalesce(string_agg(hash, ''::bytea ORDER BY chunk), ''::bytea))"


def _text(column: str) -> str:
    if column in MOMENTS:
        return f'extract(epoch FROM "{column}")::text'
    return f'"{column}"::text'
