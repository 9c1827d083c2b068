"""What the embedded server tells a person when it cannot do what it was asked."""

from __future__ import annotations

import errno
from pathlib import Path

FULL = ("No space left on device", "Disk quota exceeded")
CLOSED = ("Permission denied", "Read-only file system", "Operation not permitted")


class EmbeddedServerFailed(RuntimeError):
    """The embedded server could not be started or stopped; `sentence` says so in Danish and in English."""

    def __init__(self, danish: str, english: str, technical: str = "") -> None:
        self.sentence = f"{danish}\n{english}"
        self.technical = technical
        super().__init__(self.sentence if not technical else f"{self.sentence}\n{technical}")


def from_os_error(fault: OSError, folder: Path) -> EmbeddedServerFailed:
    """The sentence for a file or folder that could not be written."""
    if fault.errno in (errno.ENOSPC, errno.EDQUOT):
        return _full(folder, str(fault))
    if fault.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return _closed(folder, str(fault))
    # shutil gathers what went wrong with many files and leaves the number out.
    return from_output(str(fault), folder)


def from_output(output: str, folder: Path) -> EmbeddedServerFailed:
    """The sentence for what PostgreSQL's own programs or its log say."""
    if any(words in output for words in FULL):
        return _full(folder, output)
    if any(words in output for words in CLOSED):
        return _closed(folder, output)
    return _unknown(folder, output)


def _full(folder: Path, technical: str) -> EmbeddedServerFailed:
    return EmbeddedServerFailed(
        f"Disken med databasen er fuld: {folder}. Ryd op, og prøv igen; intet er tabt.",
        f"The disk with the database is full: {folder}. Free some space and try again; nothing is lost.",
        technical,
    )


def _closed(folder: Path, technical: str) -> EmbeddedServerFailed:
    return EmbeddedServerFailed(
        f"Databasen må ikke skrive i {folder}. Ret rettighederne, eller sæt SAMMETAG_DATA.",
        f"The database may not write to {folder}. Mend the permissions or set SAMMETAG_DATA.",
        technical,
    )


def _unknown(folder: Path, technical: str) -> EmbeddedServerFailed:
    last = technical.strip().splitlines()[-1] if technical.strip() else "-"
    return EmbeddedServerFailed(
        f"Den indbyggede database i {folder} kunne ikke startes eller stoppes: {last}",
        f"The embedded database in {folder} could not be started or stopped: {last}",
        technical,
    )
