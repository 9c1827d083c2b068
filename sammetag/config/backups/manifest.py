"""What a backup says of itself. It is written last, so that one cut short has none."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from sammetag.config.backups.checksums import Contents
from sammetag.config.refusal import Refused
from sammetag.journal.sealing.seals import Seal

FORM = "sammetag-backup-1"
DUMP, MANIFEST = "database.dump", "manifest.json"
PIECE = 1024 * 1024


@dataclass(frozen=True)
class Manifest:
    """What a backup holds and what is needed to use it."""

    made_at: str
    sammetag: str
    postgresql: int
    pg_dump: int
    migrations: list[list[str]]
    tables: dict[str, Contents]
    seal: dict[str, str] | None
    keys: list[str]
    size: int
    sha256: str
    form: str = FORM

    @property
    def rows(self) -> int:
        """How many rows it holds."""
        return sum(one.rows for one in self.tables.values())


def told_of(seal: Seal | None) -> dict[str, str] | None:
    """The journal's newest seal, as a manifest tells of it."""
    return {"number": str(seal.number), "head": seal.head.hex()} if seal else None


def write(folder: Path, manifest: Manifest) -> None:
    """Writes the manifest, with a sum over itself, where only this user reads it."""
    body = asdict(manifest)
    whole = {"manifest": body, "sha256": _sum_of(body)}
    path = folder / MANIFEST
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as opened:
        json.dump(whole, opened, indent=1, sort_keys=True)
        opened.flush()
        os.fsync(opened.fileno())


def read(folder: Path) -> Manifest:
    """What a whole, unaltered backup says of itself; raises Refused for anything else. It writes nothing."""
    found = _read(folder)
    dump = folder / DUMP
    if not dump.is_file() or dump.stat().st_size != found.size:
        raise _refused(folder, "er ikke hel: databasens fil mangler eller er kortere, end den skal være")
    if sum_of_file(dump) != found.sha256:
        raise _refused(folder, "er ændret, siden den blev lavet")
    return found


def sum_of_file(path: Path) -> str:
    """The SHA-256 of a file, however large."""
    counted = hashlib.sha256()
    with path.open("rb") as opened:
        while piece := opened.read(PIECE):
            counted.update(piece)
    return counted.hexdigest()


def _read(folder: Path) -> Manifest:
    try:
        whole = json.loads((folder / MANIFEST).read_text())
    except FileNotFoundError as fault:
        raise _refused(folder, "er ikke en backup, eller blev afbrudt, før den var færdig") from fault
    except (OSError, ValueError) as fault:
        raise _refused(folder, "kan ikke læses") from fault
    body: dict[str, Any] = whole.get("manifest", {}) if isinstance(whole, dict) else {}
    if body.get("form") != FORM:
        raise _refused(folder, "er ikke lavet af Sammetag, eller af en nyere udgave")
    if whole.get("sha256") != _sum_of(body):
        raise _refused(folder, "er ændret, siden den blev lavet")
    return Manifest(**(body | {"tables": {name: Contents(**one) for name, one in body["tables"].items()}}))


def _sum_of(body: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()


def _refused(folder: Path, why: str) -> Refused:
    return Refused(f"Backuppen i {folder} {why}. Intet er skrevet. Brug en anden.")
