"""The disk of the database is full: a small one of its own, in memory, which only root may make."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from bench.faults.reckoning import Reckoning, reckon
from bench.faults.world import World, wait_until, world
from bench.faults.writers import Account, Answer, Write, saved
from sammetag.config.embedded import Server

SAYS = ("Der er ikke plads til mere", "Vi kan ikke nå vores database lige nu")
ROOM = 48 * 1024 * 1024
BLOCK = 8192
BEFORE = 4
LONG = " Et notat, der fylder." * 200


@dataclass(frozen=True)
class FullDisk:
    """How long it took until the disk was full, what was said then, and how soon it went on."""

    acknowledged: int
    status: int
    said: str
    back: float
    reckoning: Reckoning


class SmallDisk:
    """A disk with little room, under the data of a server."""

    def __init__(self) -> None:
        self.place = Path(tempfile.mkdtemp(prefix="sammetag-faults-"))
        # The server's user passes through it.
        self.place.chmod(0o755)
        self.data: Path | None = None

    def carry(self, server: Server) -> None:
        """Moves the data of an empty server onto it."""
        data, aside = server.cluster.data, server.cluster.data.with_name("aside")
        server.cluster.stop()
        data.rename(aside)
        data.mkdir()
        size = sum(file.lstat().st_blocks * 512 for file in aside.rglob("*"))
        if not _mount(data, size + ROOM):
            raise OSError("this machine lets nobody make a disk")
        self.data = data
        subprocess.run(["cp", "-a", f"{aside}/.", str(data)], check=True)  # noqa: S603, S607 - our own words
        shutil.rmtree(aside)
        server.cluster.start()

    def fill(self) -> None:
        """Leaves no room at all."""
        with suppress(OSError), self._ballast.open("wb", buffering=0) as ballast:
            while True:
                ballast.write(b"x" * BLOCK)

    def make_room(self) -> None:
        """Takes the filling away."""
        self._ballast.unlink()

    def remove(self) -> None:
        """Takes the disk away, with all that is on it."""
        if self.data:
            _run("umount", str(self.data))
        shutil.rmtree(self.place, ignore_errors=True)

    @property
    def _ballast(self) -> Path:
        if self.data is None:
            raise LookupError("nothing was carried onto the disk")
        return self.data / "ballast"


def possible() -> bool:
    """Whether a disk of our own can be made here."""
    with tempfile.TemporaryDirectory() as folder:
        return os.geteuid() == 0 and _mount(Path(folder), BLOCK) and _run("umount", folder)


def full_disk() -> FullDisk:
    """Fills the disk under the database, writes until it refuses, makes room, and reckons."""
    disk = SmallDisk()
    try:
        with world(disk.place, begin=disk.carry) as made:
            account = Account()
            for write in islice(made.desks[0].writes, BEFORE):
                if saved(made.desks[0], made.desks[0].send(write)):
                    account.acknowledged.append((time.monotonic(), write))
            disk.fill()
            refused, stuck = _write_until_refused(made, account)
            disk.make_room()
            begun = time.monotonic()
            wait_until(lambda: saved(made.desks[0], made.desks[0].send(stuck)), "nobody is answered any more")
            account.acknowledged.append((time.monotonic(), stuck))
            back = time.monotonic() - begun
            said = next((words for words in SAYS if words in refused.page), "")
            return FullDisk(len(account.acknowledged), refused.status, said, back, reckon(made, account))
    finally:
        disk.remove()


def _write_until_refused(made: World, account: Account) -> tuple[Answer, Write]:
    desk = made.desks[0]
    for write in desk.writes:
        write.fields[write.words] += LONG
        answer = desk.send(write)
        if not saved(desk, answer):
            return answer, write
        account.acknowledged.append((time.monotonic(), write))
    raise LookupError("the writes have no end")


def _mount(folder: Path, size: int) -> bool:
    return _run("mount", "-t", "tmpfs", "-o", f"size={size},mode=0700", "tmpfs", str(folder))


def _run(*words: str) -> bool:
    """Whether a program of the machine did what it was asked."""
    return subprocess.run(words, capture_output=True, check=False).returncode == 0  # noqa: S603 - our own words
