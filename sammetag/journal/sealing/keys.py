"""The key that signs seals, and the public halves by which anybody checks them.

The web server has neither the file nor a need of it: whoever breaks into it can seal nothing.
"""

from __future__ import annotations

import base64
import hashlib
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from sammetag.journal.sealing import refusals
from sammetag.journal.sealing.refusals import SealRefused

PURPOSE = b"sammetag seal\x00"
FOR_OTHERS = 0o007


@dataclass(frozen=True)
class Signer:
    """Whoever holds the key: the only one who can make a seal."""

    private: Ed25519PrivateKey = field(repr=False)

    @property
    def public(self) -> str:
        """The public half, as it stands on a line of the file of public keys."""
        return base64.b64encode(self.private.public_key().public_bytes_raw()).decode()

    @property
    def fingerprint(self) -> str:
        """Which key it is, in sixteen signs."""
        return fingerprint(self.private.public_key())

    def sign(self, head: bytes) -> bytes:
        """The signature of a head."""
        return self.private.sign(PURPOSE + head)


PublicKeys = Mapping[str, Ed25519PublicKey]


def is_signed(head: bytes, signature: bytes, key: Ed25519PublicKey) -> bool:
    """Whether this key signed this head."""
    try:
        key.verify(signature, PURPOSE + head)
    except InvalidSignature:
        return False
    return True


def fingerprint(key: Ed25519PublicKey) -> str:
    """Which key it is: the beginning of a hash of its public half."""
    return hashlib.sha256(b"sammetag seal key" + key.public_bytes_raw()).hexdigest()[:16]


def new_key(path: Path) -> Signer:
    """Makes a key in a file that only this user reads; refuses to write over anything."""
    private = Ed25519PrivateKey.generate()
    text = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    unfinished = path.with_name(f"{path.name}-{os.getpid()}")
    try:
        with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o400), "wb") as opened:
            opened.write(text)
            opened.flush()
            os.fsync(opened.fileno())
        try:
            # A link refuses where a file is, and half a key is never there to be found.
            os.link(unfinished, path)
        finally:
            unfinished.unlink()
    except FileExistsError as fault:
        raise SealRefused(refusals.KEY_IS_THERE.format(where=path)) from fault
    except OSError as fault:
        raise SealRefused(refusals.KEY_NOT_WRITTEN.format(where=path, why=fault.strerror)) from fault
    return Signer(private)


def signer(path: Path) -> Signer:
    """The key in a file; raises SealRefused, with a sentence, where there is none or everybody reads it."""
    try:
        if path.stat().st_mode & FOR_OTHERS:
            raise SealRefused(refusals.OPEN_TO_ALL.format(where=path))
        text = path.read_bytes()
    except OSError as fault:
        raise SealRefused(refusals.NO_KEY.format(where=path)) from fault
    try:
        private = load_pem_private_key(text, None)
    except (ValueError, TypeError, UnsupportedAlgorithm) as fault:
        raise SealRefused(refusals.NOT_A_KEY.format(where=path)) from fault
    if not isinstance(private, Ed25519PrivateKey):
        raise SealRefused(refusals.NOT_A_KEY.format(where=path))
    return Signer(private)


def public_keys(path: Path) -> PublicKeys:
    """The public keys in a file, one on a line; those of yesterday stay, for what they signed."""
    try:
        lines = [line.strip() for line in path.read_text().splitlines()]
        return listed(line for line in lines if line and not line.startswith("#"))
    except (OSError, ValueError) as fault:
        raise SealRefused(refusals.NO_PUBLIC_KEYS.format(where=path)) from fault


def listed(lines: Iterable[str]) -> PublicKeys:
    """The keys on these lines by their fingerprints; ValueError where one is no key, or none is."""
    keys = [Ed25519PublicKey.from_public_bytes(base64.b64decode(line, validate=True)) for line in lines]
    if not keys:
        raise ValueError("no key")
    return {fingerprint(key): key for key in keys}
