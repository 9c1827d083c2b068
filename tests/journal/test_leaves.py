"""The hash of a row: of every column, alike in the database and in Python, and in every session."""

from __future__ import annotations

import random
from typing import Any

import pytest
from psycopg.rows import dict_row

from sammetag.config.database import DatabaseServer
from sammetag.journal.sealing.leaves import TABLES, Sealed
from tests.access.walls import Superuser
from tests.journal import twin
from tests.journal.sealing import connected, write_events, write_looks
from tests.town import Town

BOTH = pytest.mark.parametrize("one", TABLES, ids=lambda one: one.kind)


@pytest.fixture
def filled(committed: Town, superuser: Superuser) -> Superuser:
    dice = random.Random(4)  # noqa: S311 - chance for a test, the same each time
    with superuser.transaction():
        write_events(superuser, 300, dice)
        write_looks(superuser, 300, dice)
    return superuser


def leaves(superuser: Superuser, one: Sealed) -> dict[str, bytes]:
    sentence = f"SELECT id::text, {one.leaf} FROM {one.table}"  # noqa: S608 - our own expression
    return dict(superuser.execute(sentence.encode()).fetchall())


@BOTH
def test_python_counts_the_same_leaf_as_the_database(one: Sealed, filled: Superuser) -> None:
    with filled.cursor(row_factory=dict_row) as cursor:
        rows: list[dict[str, Any]] = cursor.execute(f"SELECT * FROM {one.table}".encode()).fetchall()  # noqa: S608

    assert len(rows) >= 300
    assert leaves(filled, one) == {str(row["id"]): twin.leaf(one.kind, row) for row in rows}


@BOTH
def test_every_column_is_in_the_leaf(one: Sealed, filled: Superuser) -> None:
    """A column that a later migration adds must come into a new form, or it could be altered unseen."""
    found = filled.execute(
        "SELECT attname FROM pg_attribute"
        " WHERE attrelid = to_regclass(%s) AND attnum > 0 AND NOT attisdropped",
        [one.table],
    )

    assert sorted(name for (name,) in found) == sorted([*one.columns, "salt"])


@BOTH
def test_a_session_with_other_habits_counts_the_same(
    one: Sealed, filled: Superuser, database_server: DatabaseServer
) -> None:
    with connected(filled, database_server) as keeper:
        for habit in (
            "timezone = 'America/St_Johns'",
            "datestyle = 'German, DMY'",
            "intervalstyle = 'sql_standard'",
            "bytea_output = 'escape'",
            "extra_float_digits = -5",
            "client_encoding = 'LATIN1'",
            "standard_conforming_strings = off",
        ):
            keeper.execute(f"SET {habit}".encode())
        sentence = f"SELECT id::text, encode({one.leaf}, 'hex') FROM {one.table}"  # noqa: S608 - our own
        kept = dict(keeper.execute(sentence.encode()).fetchall())

    assert kept == {key: leaf.hex() for key, leaf in leaves(filled, one).items()}
