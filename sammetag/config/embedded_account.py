"""Which user the embedded server runs as, and where that user's files lie."""

from __future__ import annotations

import hashlib
import os
import pwd
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sammetag.config.embedded_faults import EmbeddedServerFailed

CHECKOUT = Path(__file__).resolve().parent.parent.parent
UNPRIVILEGED = "nobody"
CLEAN_ENVIRONMENT = {"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"}


@dataclass(frozen=True)
class Account:
    """The operating-system user of the server: ourselves, or `nobody` when we are root."""

    uid: int
    gid: int
    ours: bool
    person: str

    def run(self, command: Sequence[str | Path], *, timeout: float) -> subprocess.CompletedProcess[str]:
        """What a program answers when this user runs it, with nothing of our environment."""
        change: dict[str, Any] = (
            {} if self.ours else {"user": self.uid, "group": self.gid, "extra_groups": []}
        )
        return subprocess.run(  # noqa: S603 - our own list of words, no shell
            [str(word) for word in command],
            env=CLEAN_ENVIRONMENT,
            cwd="/",
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=timeout,
            start_new_session=True,
            umask=0o077,
            **change,
        )

    def folder(self, path: Path) -> Path:
        """A folder that only this user (and root) may enter; made where it is missing."""
        path.mkdir(mode=0o700, exist_ok=True)
        if not self.ours:
            os.chown(path, self.uid, self.gid, follow_symlinks=False)
        os.chmod(path, 0o700)
        return path


def account() -> Account:
    """The account for this process: PostgreSQL refuses to run as root, so root lends it `nobody`."""
    person = _name_of(os.geteuid())
    if os.geteuid() != 0:
        return Account(os.geteuid(), os.getegid(), ours=True, person=person)
    try:
        nobody = pwd.getpwnam(UNPRIVILEGED)
    except KeyError as fault:
        raise EmbeddedServerFailed(
            f"Brugeren {UNPRIVILEGED} findes ikke på maskinen, og databasen må ikke køre som root.",
            f"This machine has no user {UNPRIVILEGED}, and the database may not run as root.",
        ) from fault
    return Account(nobody.pw_uid, nobody.pw_gid, ours=False, person=person)


def _name_of(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError as fault:
        raise EmbeddedServerFailed(
            f"Brugernummer {uid} har intet navn på maskinen; sæt DATABASE_HOST.",
            f"User number {uid} has no name on this machine; set DATABASE_HOST.",
        ) from fault


def home() -> Path:
    """This checkout's folder, below SAMMETAG_DATA, /var/lib/sammetag (root) or the user's data folder."""
    mark = hashlib.sha256(os.fsencode(CHECKOUT)).hexdigest()[:12]
    return _base() / mark


def _base() -> Path:
    given = os.environ.get("SAMMETAG_DATA", "")
    if given:
        return Path(given).expanduser().absolute()
    if os.geteuid() == 0:
        return Path("/var/lib/sammetag")
    shared = Path(os.environ.get("XDG_DATA_HOME", ""))
    return (shared if shared.is_absolute() else Path.home() / ".local" / "share") / "sammetag"


def make_home(path: Path, owner: Account) -> Path:
    """The home folder, made where it is missing; others may not look into it, the server's user may pass."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.mkdir(exist_ok=True)
    if path.stat().st_uid == os.geteuid():
        path.chmod(0o700 if owner.ours else 0o711)
    return path.resolve()
