"""The leaf of a row, counted in plain Python from its values: the form, written a second time."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
ORDER = {
    "event": "id municipality_id case_id kind subject subject_id occurred_at precision recorded_at by role"
    " on_behalf_of corrects data version position xid",
    "look": "id municipality_id at by role page purpose allowed cases term request_id position xid",
}


def leaf(kind: str, row: Mapping[str, Any]) -> bytes:
    """The hash of all that a row holds."""
    columns = [said(row[name]) for name in ORDER[kind].split()]
    told = ["1", kind, bytes(row["salt"]).hex(), *columns]
    return hashlib.sha256(json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()).digest()


def said(value: object) -> str | None:
    """A value as the database writes it."""
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return f"{Decimal((value - EPOCH) // timedelta(microseconds=1)).scaleb(-6):.6f}"
    if isinstance(value, dict):
        return jsonb(value)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "{" + ",".join(str(one) for one in value) + "}"
    return str(value)


def jsonb(value: object) -> str:
    """JSON as the database keeps it: shorter keys first, then by their bytes."""
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: (len(key.encode()), key.encode()))
        return "{" + ", ".join(f"{jsonb(key)}: {jsonb(value[key])}" for key in keys) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(jsonb(one) for one in value) + "]"
    return json.dumps(value, ensure_ascii=False)
