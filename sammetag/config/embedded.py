"""The small supervisor of PostgreSQL: starts and stops a server of our own for the demo and for tests.

It takes any `bin` folder, listens on a socket only, and changes nothing outside its own folder. Whoever
starts it uses it; the last user to stop it stops the server, unless it was started to stay.
"""

from __future__ import annotations

import fcntl
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from sammetag.config import embedded_account, embedded_programs
from sammetag.config.embedded_cluster import PORT, SUPERUSER, Cluster, Purpose
from sammetag.config.embedded_faults import EmbeddedServerFailed, from_os_error

__all__ = ["EmbeddedServerFailed", "Purpose", "Server", "halt", "home", "keep", "running", "start", "watched"]

home = embedded_account.home
EACH = 0.5


@dataclass
class Server:
    """A running server: where it is reached, and whether this call started it."""

    cluster: Cluster
    started: bool
    _using: int | None

    @property
    def host(self) -> str:
        """The socket's folder, as DATABASE_HOST takes it."""
        return str(self.cluster.socket)

    @property
    def port(self) -> int:
        """The port, which only names the socket."""
        return PORT

    @property
    def admin(self) -> str:
        """The superuser, whom only our own operating-system user may be."""
        return SUPERUSER

    @property
    def running(self) -> bool:
        """Whether the server is alive now."""
        return self.cluster.pid() is not None

    def revive(self) -> bool:
        """Starts the server again where somebody killed it; one that was stopped stays so."""
        with _faults_of(self.cluster.folder), _alone(self.cluster.folder):
            if not self.cluster.was_killed:
                return False
            self.cluster.start()
            return True

    def stop(self) -> bool:
        """Leaves the server, and stops it when nobody else uses it and it was not started to stay."""
        if self._using is None:
            return not self.running
        using, self._using = self._using, None
        try:
            with _faults_of(self.cluster.folder), _alone(self.cluster.folder):
                if _stays(self.cluster.folder).exists() or not _last(using):
                    return False
                if self.running:
                    self.cluster.stop()
                return True
        finally:
            os.close(using)


def start(purpose: Purpose, *, home: Path | None = None, programs: Path | None = None) -> Server:
    """The server of a purpose: the one that runs already, or one that is started now.

    `home` and `programs` are for tests and for other PostgreSQL versions; left out, the environment decides.
    """
    wanted = home or embedded_account.home()
    with _faults_of(wanted):
        cluster = _cluster(purpose, wanted, programs or embedded_programs.find())
        with _alone(cluster.folder):
            using = _use(cluster.folder)
            try:
                return Server(cluster, started=_ensure(cluster), _using=using)
            except BaseException:
                # Stopped half-way (Ctrl-C, full disk): nothing may be left running.
                if cluster.pid() is not None and _last(using):
                    cluster.stop()
                os.close(using)
                raise


@contextmanager
def watched(server: Server) -> Iterator[None]:
    """Keeps an eye on a server, as an operating system does in earnest: a killed one is started again."""
    enough = threading.Event()

    def watch() -> None:
        while not enough.wait(EACH):
            # A full disk may refuse the start; the next look may have more luck.
            with suppress(EmbeddedServerFailed):
                server.revive()

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        enough.set()
        watcher.join()


def keep(server: Server) -> None:
    """Lets a server stay after its last user has left, until `halt`."""
    _stays(server.cluster.folder).touch()


def running(purpose: Purpose, *, home: Path | None = None) -> bool:
    """Whether a server of this purpose is alive; nothing is made or started."""
    return any(cluster.pid() is not None for cluster in _existing(purpose, home or embedded_account.home()))


def halt(purpose: Purpose, *, home: Path | None = None) -> bool:
    """Stops the server of a purpose whoever uses it; answers whether there was one."""
    stopped = False
    for cluster in _existing(purpose, home or embedded_account.home()):
        with _faults_of(cluster.folder), _alone(cluster.folder):
            _stays(cluster.folder).unlink(missing_ok=True)
            if cluster.pid() is not None:
                cluster.stop()
                stopped = True
    return stopped


def _cluster(purpose: Purpose, wanted: Path, programs: Path) -> Cluster:
    account = embedded_account.account()
    place = embedded_account.make_home(wanted, account)
    with _alone(place):
        programs = embedded_programs.within_reach(programs, place, account)
    version = embedded_programs.version(programs, account)
    folder = place / f"{purpose}-{version}"
    folder.mkdir(exist_ok=True)
    folder.chmod(0o700 if account.ours else 0o711)
    return Cluster(folder, programs, version, account, purpose)


def _existing(purpose: Purpose, place: Path) -> list[Cluster]:
    """The clusters of a purpose that were made before, of whatever version."""
    account = embedded_account.account()
    found = []
    for folder in sorted(place.resolve().glob(f"{purpose}-*")):
        marker = folder / "programs"
        if marker.exists():
            version = int(folder.name.rsplit("-", 1)[1])
            found.append(Cluster(folder, Path(marker.read_text()), version, account, purpose))
    return found


def _ensure(cluster: Cluster) -> bool:
    if cluster.pid() is not None:
        return False
    _stays(cluster.folder).unlink(missing_ok=True)
    cluster.make()
    (cluster.folder / "programs").write_text(str(cluster.programs))
    cluster.start()
    return True


def _stays(folder: Path) -> Path:
    return folder / "stays"


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Lets one process at a time start or stop the server of a folder."""
    lock = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        # Said aloud: a worker that was forked meanwhile has the file open too, and would keep the lock.
        fcntl.flock(lock, fcntl.LOCK_UN)
        os.close(lock)


def _use(folder: Path) -> int:
    """Marks this process as a user of the server; the mark vanishes with the process, however it ends."""
    mark = os.open(folder / "users", os.O_RDWR | os.O_CREAT, 0o600)
    fcntl.flock(mark, fcntl.LOCK_SH)
    return mark


def _last(mark: int) -> bool:
    try:
        fcntl.flock(mark, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


@contextmanager
def _faults_of(folder: Path) -> Iterator[None]:
    """Turns what the operating system refuses into a sentence."""
    try:
        yield
    except OSError as fault:
        raise from_os_error(fault, folder) from fault
