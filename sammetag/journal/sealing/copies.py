"""The second place, out of reach of whoever owns the database: a file, or the log of another machine.

A file is read back: what it lacks is sent next time, and a tail that was cut in the database is found by it.
Syslog cannot be asked, so the database keeps which seals went there.
"""

from __future__ import annotations

import logging
import os
import socket
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from logging.handlers import SysLogHandler
from pathlib import Path

from sammetag.journal.sealing import refusals
from sammetag.journal.sealing.refusals import SealRefused
from sammetag.journal.sealing.seals import Seal, of_line

TAIL = 64 * 1024
PORT = 514
# The facility "log audit" of RFC 5424, which Python has no name for.
AUDIT = 13


@dataclass(frozen=True)
class File:
    """One seal a line; lines are added and never changed."""

    path: Path

    @property
    def place(self) -> str:
        """Where it is, for sentences."""
        return str(self.path)

    def last(self) -> Seal | None:
        """The newest seal in it, or none; raises OSError where it cannot be read."""
        if not self.path.exists():
            return None
        with self.path.open("rb") as opened:
            opened.seek(max(0, opened.seek(0, os.SEEK_END) - TAIL))
            lines = opened.read().decode(errors="replace").splitlines()
        for line in reversed(lines):
            if seal := _seal_of(line):
                return seal
        return None

    def send(self, seals: Sequence[Seal]) -> None:
        """Adds the seals, and comes back when the disk has them."""
        new = not self.path.exists()
        with self.path.open("ab+") as opened:
            text = "".join(f"{seal.line}\n" for seal in seals)
            opened.write((("\n" if self._ends_half_way() else "") + text).encode())
            opened.flush()
            os.fsync(opened.fileno())
        if new:
            _keep_the_name(self.path.parent)

    def read(self) -> Iterator[tuple[int, Seal | None]]:
        """Each line's number and its seal; none where a line cannot be read.

        Half a line, left by a machine that stopped, is passed over where the whole line follows it.
        """
        half, at = "", 0
        with self.path.open(encoding="utf-8", errors="replace", newline="\n") as opened:
            for number, line in enumerate((one.rstrip("\n") for one in opened), 1):
                seal = _seal_of(line)
                if half and not (seal and line.startswith(half)):
                    yield at, None
                half, at = ("", 0) if seal else (line, number)
                if seal:
                    yield number, seal
        if half:
            yield at, None

    def _ends_half_way(self) -> bool:
        with self.path.open("rb") as opened:
            if opened.seek(0, os.SEEK_END) == 0:
                return False
            opened.seek(-1, os.SEEK_END)
            return opened.read(1) != b"\n"


@dataclass(frozen=True)
class Syslog:
    """The system log of this machine or another, as RFC 5424 has it, over UDP or the socket of the log."""

    address: tuple[str, int] | str

    @property
    def place(self) -> str:
        """Where it is, for sentences and for what the database keeps."""
        return self.address if isinstance(self.address, str) else "{}:{}".format(*self.address)

    def send(self, seals: Sequence[Seal]) -> None:
        """Sends each seal as a message of its own; raises OSError where nobody takes it."""
        handler = _Loud(self.address, AUDIT)
        handler.append_nul = False
        try:
            for seal in seals:
                handler.emit(logging.makeLogRecord({"msg": _message(seal), "levelname": "INFO"}))
        finally:
            handler.close()


Copy = File | Syslog


def named(what: str) -> Copy | None:
    """The place that a setting names; none where it names none, SealRefused where it is no such place."""
    kind, _, where = what.partition(":")
    if not what:
        return None
    if kind == "file" and where.startswith("/"):
        return File(Path(where))
    if kind == "syslog" and where.startswith("/"):
        return Syslog(where)
    host, _, port = where.rpartition(":") if ":" in where else (where, "", str(PORT))
    if kind == "syslog" and host and port.isascii() and port.isdigit():
        return Syslog((host, int(port)))
    raise SealRefused(refusals.NO_SUCH_COPY.format(what=what))


class _Loud(SysLogHandler):
    """A handler that tells whoever sends when nothing was sent."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the name is that of logging
        raise  # noqa: PLE0704 - logging calls this while it handles the fault


def _message(seal: Seal) -> str:
    now = datetime.now(UTC).isoformat(timespec="microseconds")
    return f"1 {now} {socket.gethostname() or '-'} sammetag {os.getpid()} seal - {seal.line}"


def _seal_of(line: str) -> Seal | None:
    try:
        return of_line(line)
    except ValueError:
        return None


def _keep_the_name(folder: Path) -> None:
    """Lets the disk remember that the folder holds a new file."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
