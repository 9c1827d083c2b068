"""A journal to seal: rows of every kind, the keeper's own connection, and a seal over all of it."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import psycopg
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sammetag.config.database import KEEPER, OWNER, DatabaseServer
from sammetag.journal.sealing.actions import seal_once
from sammetag.journal.sealing.copies import Copy
from sammetag.journal.sealing.findings import Finding
from sammetag.journal.sealing.keys import PublicKeys, Signer, listed
from sammetag.journal.sealing.verification import Verdict, verify

Connection = psycopg.Connection[Any]
SIGNER = Signer(Ed25519PrivateKey.generate())
KEYS: PublicKeys = listed([SIGNER.public])
WORDS = (
    "Ærø",
    "blå gæs",
    "",
    "o'Brien",
    'an "other"',
    "back\\slash",
    "tab\there",
    "line\nbreak",
    "æøå ÆØÅ é 漢 😀",
)
BEGIN = datetime(2019, 1, 1, tzinfo=UTC)
PATIENCE = 120.0


@contextmanager
def connected(superuser: Connection, server: DatabaseServer, role: str = KEEPER) -> Iterator[Connection]:
    """A connection of a role's own to the database of this test."""
    with psycopg.connect(
        host=server.host,
        port=server.port,
        dbname=superuser.info.dbname,
        user=role,
        password=server.passwords.get(role) or None,
    ) as connection:
        yield connection


def owner(superuser: Connection, server: DatabaseServer) -> Any:
    """The owner's connection: who may take the triggers away."""
    return connected(superuser, server, OWNER)


def write_events(connection: Connection, number: int, dice: random.Random) -> list[UUID]:
    """Random events, each in a transaction of its own where the connection commits by itself."""
    return [_insert(connection, "journal_event", _event(dice)) for _ in range(number)]


def write_looks(connection: Connection, number: int, dice: random.Random) -> list[UUID]:
    """Random looks, likewise."""
    return [_insert(connection, "journal_look", _look(dice)) for _ in range(number)]


def seal_all(keeper: Connection, copy: Copy | None = None, signer: Signer = SIGNER) -> None:
    """Seals until nothing waits: another test on the same server may hold a transaction open for a while."""
    until = time.monotonic() + PATIENCE
    while True:
        seal_once(keeper, signer, copy)
        if not check(keeper)[0].unsealed.rows:
            return
        if time.monotonic() > until:
            raise TimeoutError("something stays unsealed")
        time.sleep(0.05)


def check(
    keeper: Connection, copy: Copy | None = None, keys: PublicKeys = KEYS
) -> tuple[Verdict, list[Finding]]:
    """The verdict and each finding; the connection can seal again afterwards."""
    found: list[Finding] = []
    try:
        return verify(keeper, keys, copy, told=found.append), found
    finally:
        keeper.isolation_level = None
        keeper.read_only = None


def named(found: list[Finding]) -> set[tuple[str, str, str]]:
    """What was found, by what is wrong, kind and key."""
    return {(one.fault.name, one.kind, one.key) for one in found}


def _insert(connection: Connection, table: str, row: dict[str, object]) -> UUID:
    names, places = ", ".join(f'"{name}"' for name in row), ", ".join("%s" for _ in row)
    sentence = f"INSERT INTO {table} ({names}) VALUES ({places}) RETURNING id"  # noqa: S608 - our own names
    found = connection.execute(sentence.encode(), list(row.values())).fetchone()
    return UUID(str(found and found[0]))


def _event(dice: random.Random) -> dict[str, object]:
    return {
        "id": _id(dice),
        "municipality_id": _id(dice),
        "case_id": dice.choice([None, _id(dice)]),
        "kind": f"talk.{dice.choice(['held', 'møde'])}",
        "subject": "talk",
        "subject_id": dice.choice([None, _id(dice)]),
        "occurred_at": _moment(dice),
        "precision": dice.choice(["day", "minute"]),
        "recorded_at": _moment(dice),
        "by": dice.choice([None, _id(dice)]),
        "role": dice.choice(WORDS)[:32],
        "on_behalf_of": dice.choice([None, _id(dice)]),
        "corrects": dice.choice([None, _id(dice)]),
        "data": json.dumps(_data(dice)),
        "version": dice.randint(1, 9),
        "salt": dice.randbytes(16),
    }


def _look(dice: random.Random) -> dict[str, object]:
    return {
        "id": _id(dice),
        "municipality_id": dice.choice([None, _id(dice)]),
        "at": _moment(dice),
        "by": dice.choice([None, _id(dice)]),
        "role": dice.choice(WORDS)[:32],
        "page": "my-day",
        "purpose": dice.choice(WORDS),
        "allowed": dice.random() < 0.8,
        "cases": [_id(dice) for _ in range(dice.choice([0, 1, 3, 40]))],
        "term": dice.randbytes(dice.choice([0, 32])).hex(),
        "request_id": _id(dice),
        "salt": dice.randbytes(16),
    }


def _data(dice: random.Random) -> dict[str, object]:
    scalars = (None, True, False, 0, -17, 10**15, 0.5, 12.25, *WORDS)
    depths: list[object] = [
        dice.choice(scalars),
        [dice.choice(scalars) for _ in range(dice.randint(0, 5))],
        {dice.choice(WORDS): dice.choice(scalars), "zz": {"å": []}, "b": {}},
    ]
    named = {f"{dice.choice(WORDS)}{number}": dice.choice(depths) for number in range(dice.randint(0, 6))}
    return named | ({"much": "æ" * 40_000} if dice.random() < 0.03 else {})


def _moment(dice: random.Random) -> datetime:
    return BEGIN + timedelta(microseconds=dice.randrange(-(10**16) * 4, 10**14 * 2))


def _id(dice: random.Random) -> UUID:
    return UUID(bytes=dice.randbytes(16), version=4)
