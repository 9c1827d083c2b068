"""Seals anew what lies under older keys, so that an old key can be dropped: what one row becomes.

Nobody remembers how far it came. Each row says under which keys it lies, so what is left is what is still
under older ones, however often the work was broken off.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from sammetag.keyring.errors import KeysMissing, NotAsSealed
from sammetag.keyring.ring import FINGERPRINT, FORM, KeyRing, fingerprint


@dataclass(frozen=True)
class Place:
    """Where something sealed lies: a table, its key, what is sealed for which purpose, and about what.

    With `mark`, a keyed hash of the same secret stands beside it; `mark_about` is the column it is bound to.
    `only` is a column and its value, where other rows of the table hold nothing sealed.
    """

    table: str
    key: str
    sealed: str
    purpose: str
    about: str
    mark: str = ""
    mark_about: str = ""
    only: tuple[str, str] | None = None


@dataclass(frozen=True)
class Lying:
    """One row as it lies there: its key, what the seal is about, the sealed bytes and the mark."""

    key: object
    about: str
    sealed: bytes
    mark: bytes = b""
    mark_about: str = ""


@dataclass
class Tally:
    """What became of the rows: sealed anew, and what was left, with the reason."""

    done: int = 0
    without_key: Counter[str] = field(default_factory=Counter)
    not_as_sealed: list[str] = field(default_factory=list)
    double: list[str] = field(default_factory=list)

    @property
    def left(self) -> int:
        """How many rows still lie under an older key."""
        return self.without_key.total() + len(self.not_as_sealed) + len(self.double)


def newest(ring: KeyRing) -> tuple[bytes, bytes]:
    """The bytes with which everything begins that lies under the newest keys: what is sealed, and a mark."""
    return FORM + fingerprint(ring.sealing[0]), fingerprint(ring.finding[0])


def anew(ring: KeyRing, place: Place, row: Lying, tally: Tally) -> Lying | None:
    """The row under the newest keys; none where it cannot be opened, which the tally is told of."""
    try:
        secret = ring.open(row.sealed, purpose=place.purpose, about=row.about)
    except KeysMissing:
        tally.without_key[key_of(row.sealed)] += 1
        return None
    except NotAsSealed:
        tally.not_as_sealed.append(str(row.key))
        return None
    sealed = row.sealed
    if not ring.is_newest(sealed):
        sealed = ring.seal(secret, purpose=place.purpose, about=row.about)
    mark = row.mark
    if place.mark:
        mark = ring.mark(secret.decode(), purpose=place.purpose, about=row.mark_about)
    return Lying(row.key, row.about, sealed, mark, row.mark_about)


def key_of(sealed: bytes) -> str:
    """The fingerprint of the key under which something lies, as people read it."""
    return bytes(sealed[len(FORM) : len(FORM) + FINGERPRINT]).hex()
