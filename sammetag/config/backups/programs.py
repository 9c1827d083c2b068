"""PostgreSQL's own programs, by which the database is written out and in."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from sammetag.config import embedded_programs
from sammetag.config.database import DatabaseServer
from sammetag.config.embedded_faults import EmbeddedServerFailed
from sammetag.config.refusal import Refused

Running = subprocess.Popen[bytes]
# Programs of version 17 and newer set it in every server, and older servers do not know it.
HARMLESS = "transaction_timeout"
ERROR = re.compile(r"^pg_(?:dump|restore): error: (.*)$", re.MULTILINE)


@dataclass(frozen=True)
class Program:
    """One of PostgreSQL's programs, of a version."""

    path: Path
    version: int

    def begin(
        self, server: DatabaseServer, role: str, words: Sequence[str | Path]
    ) -> subprocess.Popen[bytes]:
        """Starts it on a database as a role; how it comes in stands nowhere that other users can read."""
        return subprocess.Popen(  # noqa: S603 - our own words, no shell
            [str(self.path), *map(str, words)],
            env=_environment(server, role),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            umask=0o077,
        )

    def run(self, server: DatabaseServer, role: str, words: Sequence[str | Path]) -> str:
        """What it answers; raises Refused where it fails."""
        return finish(self.begin(server, role, words))


def finish(process: Running) -> str:
    """What a program answers in the end; raises Refused, with its own last words, where it failed."""
    with process, interrupted(process):
        out, err = process.communicate()
    words = err.decode(errors="replace")
    faults = [line for line in ERROR.findall(words) if HARMLESS not in line]
    if faults or (process.returncode != 0 and HARMLESS not in words):
        last = faults[0] if faults else (words.strip().splitlines() or ["-"])[-1]
        raise Refused(f"PostgreSQL kunne ikke gøre det færdigt: {last}\nPostgreSQL could not finish: {last}")
    return out.decode(errors="replace")


@contextmanager
def interrupted(process: Running) -> Iterator[None]:
    """Ends a program together with what was done beside it: nothing goes on writing behind our back."""
    try:
        yield
    except BaseException:
        process.kill()
        raise


def find(name: str, *, at_least: int) -> Program:
    """A program that is new enough, the same version as the server before newer ones."""
    found = [Program(path, version) for path in _places(name) if (version := _version(path))]
    fitting = sorted((one for one in found if one.version >= at_least), key=lambda one: one.version)
    if not fitting:
        there = ", ".join(f"{one.path} ({one.version})" for one in found) or "-"
        raise Refused(
            f"Der skal bruges {name} i version {at_least} eller nyere; fundet: {there}. "
            "Installér den, eller sæt SAMMETAG_POSTGRES_BIN. Intet er ændret.\n"
            f"{name} in version {at_least} or newer is needed; found: {there}. "
            "Install it or set SAMMETAG_POSTGRES_BIN. Nothing was changed."
        )
    return fitting[0]


def _places(name: str) -> Iterator[Path]:
    # Whoever runs a server of their own may have no embedded one.
    with suppress(EmbeddedServerFailed):
        yield embedded_programs.find() / name
    if on_path := shutil.which(name):
        yield Path(on_path)


def _version(path: Path) -> int | None:
    try:
        answer = subprocess.run(  # noqa: S603 - a program of PostgreSQL and a fixed word
            [str(path), "--version"], capture_output=True, text=True, timeout=30, check=False
        )
    except OSError:
        return None
    found = re.search(r"\b(\d+)(?:\.|devel|beta|rc)", answer.stdout)
    return int(found[1]) if found else None


def _environment(server: DatabaseServer, role: str) -> dict[str, str]:
    how = {
        "PGHOST": server.host,
        "PGPORT": str(server.port),
        "PGDATABASE": server.name,
        "PGUSER": role,
        "PGAPPNAME": "sammetag backup",
        "PGCONNECT_TIMEOUT": "10",
        "LC_ALL": "C",
    }
    if password := server.passwords.get(role):
        how["PGPASSWORD"] = password
    return {**os.environ, **how}
