"""The keys that lie outside the database: what they seal, nobody reads from a copy of it.

Two kinds of key: for sealing, and for keyed hashes by which something sealed can be found. Each kind stands
newest first. A key has no name of its own but its fingerprint, so that a wrong key is simply a missing one.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from sammetag.keyring.errors import KeysMissing, NotAsSealed

FORM = b"\x01"
BYTES, FINGERPRINT, NONCE = 32, 8, 12
KINDS = ("sealing", "finding")
FOR_OTHERS = 0o007


@dataclass(frozen=True)
class KeyRing:
    """The keys of one installation, newest first. Neither printing nor comparing one shows them."""

    sealing: tuple[bytes, ...] = field(repr=False)
    finding: tuple[bytes, ...] = field(repr=False)

    def seal(self, secret: bytes, *, purpose: str, about: str) -> bytes:
        """The secret, sealed with the newest key for one purpose and one owner: form, key, nonce, ciphertext.

        `about` names where it lies, such as the id of a citizen: moved to another place, it does not open.
        """
        key, nonce = self.sealing[0], secrets.token_bytes(NONCE)
        sealed = AESGCM(derived(key, purpose)).encrypt(nonce, secret, _bound(purpose, about))
        return FORM + fingerprint(key) + nonce + sealed

    def open(self, sealed: bytes, *, purpose: str, about: str) -> bytes:
        """What was sealed; raises KeysMissing without its key, NotAsSealed where it was changed or moved."""
        key = self._key_of(sealed)
        nonce, rest = sealed[9 : 9 + NONCE], sealed[9 + NONCE :]
        try:
            return AESGCM(derived(key, purpose)).decrypt(nonce, rest, _bound(purpose, about))
        except (InvalidTag, ValueError) as fault:
            raise NotAsSealed(purpose) from fault

    def is_newest(self, sealed: bytes) -> bool:
        """Whether it is sealed with the key that seals today."""
        return bytes(sealed[:9]) == FORM + fingerprint(self.sealing[0])

    def mark(self, value: str, *, purpose: str, about: str) -> bytes:
        """A keyed hash under the newest key: the value is found by it, and not read from it."""
        return _mark(self.finding[0], value, purpose, about)

    def marks(self, value: str, *, purpose: str, about: str) -> list[bytes]:
        """The hashes under all keys, newest first: for a search while keys are being changed."""
        return [_mark(key, value, purpose, about) for key in self.finding]

    def is_newest_mark(self, mark: bytes) -> bool:
        """Whether the hash was made with the key that is used today."""
        return bytes(mark[:FINGERPRINT]) == fingerprint(self.finding[0])

    def _key_of(self, sealed: bytes) -> bytes:
        if len(sealed) < 9 + NONCE + 16 or bytes(sealed[:1]) != FORM:
            raise NotAsSealed("unknown form")
        wanted = bytes(sealed[1:9])
        for key in self.sealing:
            if hmac.compare_digest(fingerprint(key), wanted):
                return key
        raise KeysMissing.one(wanted.hex())


def fingerprint(key: bytes) -> bytes:
    """Eight bytes that tell one key from another and tell nothing of the key."""
    return hashlib.sha256(b"sammetag key" + key).digest()[:FINGERPRINT]


@cache
def derived(key: bytes, purpose: str) -> bytes:
    """The key for one purpose: what seals CPR numbers opens nothing else."""
    return HKDF(algorithm=SHA256(), length=BYTES, salt=None, info=purpose.encode()).derive(key)


def new_keys() -> dict[str, list[str]]:
    """A first key of each kind, as the file holds them."""
    return {kind: [new_key()] for kind in KINDS}


def new_key() -> str:
    """One random key, as the file holds it."""
    return base64.b64encode(secrets.token_bytes(BYTES)).decode()


def read(path: Path) -> KeyRing:
    """The ring in a file; raises KeysMissing, with a sentence, where there is none or it cannot be read."""
    try:
        if path.stat().st_mode & FOR_OTHERS:
            raise KeysMissing.open_to_all(str(path))
        held = json.loads(path.read_text())
    except OSError as fault:
        raise KeysMissing.file(str(path)) from fault
    except ValueError as fault:
        raise KeysMissing.unreadable(str(path)) from fault
    return ring_of(held, str(path))


def ring_of(held: object, where: str) -> KeyRing:
    """The ring that such a file holds; raises KeysMissing for anything else."""
    if not isinstance(held, Mapping) or set(held) != set(KINDS):
        raise KeysMissing.unreadable(where)
    try:
        kinds = {kind: tuple(_keys(held[kind])) for kind in KINDS}
    except (TypeError, ValueError) as fault:
        raise KeysMissing.unreadable(where) from fault
    if not all(kinds.values()):
        raise KeysMissing.unreadable(where)
    return KeyRing(**kinds)


def write(path: Path, held: Mapping[str, list[str]]) -> None:
    """Writes the keys where only this user reads them, wholly or not at all."""
    unfinished = path.with_name(f"{path.name}-{os.getpid()}")
    with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as opened:
        json.dump(held, opened, indent=2)
        opened.flush()
        os.fsync(opened.fileno())
    unfinished.replace(path)


def _keys(words: object) -> Iterator[bytes]:
    if not isinstance(words, list):
        raise TypeError("not a list")
    for word in words:
        key = base64.b64decode(word, validate=True)
        if len(key) != BYTES:
            raise ValueError("not 32 bytes")
        yield key


def _mark(key: bytes, value: str, purpose: str, about: str) -> bytes:
    bound = hmac.new(derived(key, purpose), f"{about}\x00{value}".encode(), hashlib.sha256)
    return fingerprint(key) + bound.digest()


def _bound(purpose: str, about: str) -> bytes:
    return f"{purpose}\x00{about}".encode()
