"""The ring of this installation, read once from the file that the settings name."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from django.conf import settings

from sammetag.keyring.ring import KeyRing, read


def ring() -> KeyRing:
    """The keys of this installation; raises KeysMissing where there are none."""
    return _read(settings.KEYS)


@cache
def _read(path: str) -> KeyRing:
    return read(Path(path))
