"""A seal: what it says, the hash over that, and how it is written on one line."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

FIRST = bytes(32)
FORM = 1
SIGNED = (
    "form",
    "number",
    "follows",
    "made_at",
    "settled_before",
    "cluster",
    "events",
    "looks",
    "leaves",
    "previous",
    "key",
)
COLUMNS = (*SIGNED, "head", "signature")
BYTES, TEXTS = {"leaves", "previous", "head", "signature"}, {"made_at", "key"}


@dataclass(frozen=True)
class Seal:
    """All rows that were settled at one moment and not sealed before; its head rests on the head before it.

    `follows` is the number of the seal before it: one lower, unless a restore lost some. `settled_before`
    is the transaction below which all were over, on the cluster that counts them. `key` is a fingerprint, and
    `made_at` a moment in UTC, as text: what somebody altered may be no moment at all.
    """

    form: int
    number: int
    follows: int
    made_at: str
    settled_before: int
    cluster: int
    events: int
    looks: int
    leaves: bytes
    previous: bytes
    key: str
    head: bytes = b""
    signature: bytes = b""

    def counted_head(self) -> bytes:
        """The hash over everything that the seal says."""
        said = [_said(getattr(self, name)) for name in SIGNED]
        return hashlib.sha256(json.dumps(["sammetag seal", *said]).encode()).digest()

    @property
    def line(self) -> str:
        """The seal as one line: it holds counts and hashes, and nothing about anybody."""
        return json.dumps({name: _written(value) for name, value in asdict(self).items()})


def of_row(row: tuple[Any, ...]) -> Seal:
    """The seal of a row with the columns in their order."""
    return Seal(**dict(zip(COLUMNS, row, strict=True)))


def of_line(line: str) -> Seal:
    """The seal that a line tells of; raises ValueError where it tells of none."""
    told = json.loads(line)
    if not isinstance(told, Mapping) or set(told) != set(COLUMNS):
        raise ValueError("not a seal")
    try:
        return Seal(**{name: _read(name, value) for name, value in told.items()})
    except (TypeError, AttributeError) as fault:
        raise ValueError("not a seal") from fault


def _said(value: object) -> str:
    return value.hex() if isinstance(value, bytes) else str(value)


def _written(value: int | str | bytes) -> int | str:
    return base64.b64encode(value).decode() if isinstance(value, bytes) else value


def _read(name: str, value: Any) -> Any:
    if name in BYTES:
        return base64.b64decode(value, validate=True)
    if not isinstance(value, str if name in TEXTS else int):
        raise ValueError("not a seal")
    return value
