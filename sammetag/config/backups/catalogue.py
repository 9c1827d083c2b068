"""What a database says of its own walls, rights, functions and rules, so that two can be compared."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import psycopg

QUERY = Path(__file__).with_name("catalogue.sql")
# PostgreSQL writes a list of words in one way when it is first told of it and in another after a restore.
WORD = re.compile(r"\(?('(?:[^']|'')*')::character varying\)?(?:::text)?")
LIST = re.compile(r"\(ARRAY\[((?:'(?:[^']|'')*'(?:, )?)+)\]\)::text\[\]")


def lines_of(connection: psycopg.Connection[Any]) -> set[str]:
    """A line for each thing that it says."""
    return {_plain(str(line)) for (line,) in connection.execute(QUERY.read_bytes()).fetchall()}


def _plain(line: str) -> str:
    """The line as it reads in whichever of the two ways it was written."""
    return LIST.sub(r"ARRAY[\1]", WORD.sub(r"\1", line))
