"""Seals CPR numbers and reveals them: the only place that knows both the number and its row.

No field does it by itself. History and `values()` would carry what such a field tells, and a row that is
copied would not open. Whoever asks for a number is to have written down first that they saw it.
"""

from __future__ import annotations

from datetime import date
from uuid import UUID

from sammetag.keyring.installed import ring
from sammetag.people.cpr import Number, read
from sammetag.people.models import Cpr

PURPOSE = "cpr"


def seal(number: Number, *, citizen_id: UUID, municipality_id: UUID) -> Cpr:
    """The row that holds this number for a citizen, under the newest keys; not saved yet."""
    keys = ring()
    return Cpr(
        citizen_id=citizen_id,
        municipality_id=municipality_id,
        sealed=keys.seal(number.digits.encode(), purpose=PURPOSE, about=str(citizen_id)),
        mark=keys.mark(number.digits, purpose=PURPOSE, about=str(municipality_id)),
        date_part=number.date_part,
    )


def reveal(row: Cpr) -> Number:
    """The number in a row; raises KeysMissing without its key, NotAsSealed where it was changed or moved."""
    opened = ring().open(bytes(row.sealed), purpose=PURPOSE, about=str(row.citizen_id))
    return read(opened.decode(), date.max)


def marks_of(digits: str, municipality_id: UUID) -> list[bytes]:
    """By what a number is found in a municipality, newest key first: several while keys are changed."""
    return ring().marks(digits, purpose=PURPOSE, about=str(municipality_id))
