"""Makes a backup: the database as it stood at one moment, and what it came to, counted at the same moment."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

import psycopg
from django.conf import settings
from psycopg import IsolationLevel

from sammetag.config import roles
from sammetag.config.backups import checksums, manifest, programs
from sammetag.config.backups.checksums import LEFT_OUT, Contents
from sammetag.config.backups.manifest import DUMP, Manifest
from sammetag.config.database import KEEPER, DatabaseServer
from sammetag.config.refusal import Refused
from sammetag.journal.sealing.settled import last_seal
from sammetag.keyring import ring
from sammetag.keyring.errors import KeysMissing

Say = Callable[[str], None]


def backup(server: DatabaseServer, place: Path, *, say: Say) -> Path:
    """Makes a backup in a folder of its own below `place`, as the keeper; answers where it lies."""
    if not place.is_dir():
        raise Refused(f"Mappen {place} findes ikke. Lav den, og prøv igen. Intet er skrevet.")
    now = datetime.now(UTC)
    target = place / f"sammetag-{now:%Y%m%dT%H%M%SZ}"
    try:
        with roles.connect_to(server, KEEPER) as connection, _unfinished(place) as folder:
            made = _make(connection, server, folder, now)
            _keep(folder)
            if target.exists():
                raise Refused(f"{target} er der allerede. Intet er overskrevet. Prøv igen.")
            folder.rename(target)
        _keep(place)
    except OSError as fault:
        raise Refused(
            f"Backuppen kunne ikke skrives i {place}: {fault.strerror}. "
            "Der er intet efterladt. Ret det, og prøv igen."
        ) from fault
    say("".join(_sentences(target, made)))
    return target


def _make(
    connection: psycopg.Connection[Any], server: DatabaseServer, folder: Path, now: datetime
) -> Manifest:
    connection.isolation_level = IsolationLevel.REPEATABLE_READ
    connection.read_only = True
    postgresql = connection.info.server_version // 10000
    pg_dump = programs.find("pg_dump", at_least=postgresql)
    with connection.transaction():
        snapshot = _one(connection, "SELECT pg_export_snapshot()")
        with pg_dump.begin(server, KEEPER, _words(folder / DUMP, snapshot)) as writing:
            with programs.interrupted(writing):
                tables = checksums.of_all(connection)
                told = _told_by(connection, tables)
            programs.finish(writing)
    dump = folder / DUMP
    _keep(dump)
    made = Manifest(
        made_at=now.isoformat(),
        sammetag=version("sammetag"),
        postgresql=postgresql,
        pg_dump=pg_dump.version,
        tables=tables,
        keys=_fingerprints(),
        size=dump.stat().st_size,
        sha256=manifest.sum_of_file(dump),
        **told,
    )
    manifest.write(folder, made)
    return made


def _words(dump: Path, snapshot: str) -> list[str]:
    left_out = [f"--exclude-table-data=public.{table}" for table in LEFT_OUT]
    return [
        "--format=custom",
        "--enable-row-security",
        f"--snapshot={snapshot}",
        "--schema=public",
        "--no-comments",
        "--lock-wait-timeout=60s",
        f"--file={dump}",
        *left_out,
    ]


def _told_by(connection: psycopg.Connection[Any], tables: dict[str, Contents]) -> dict[str, Any]:
    """Which migrations the tables have been through, and the newest seal."""
    if "django_migrations" not in tables or "journal_seal" not in tables:
        raise Refused("Databasen er ikke klar. Kør 'sammetag database prepare'. Intet er skrevet.")
    run = connection.execute("SELECT app, name FROM public.django_migrations ORDER BY app, name").fetchall()
    return {
        "migrations": [list(one) for one in run],
        "seal": manifest.told_of(last_seal(connection)),
    }


def _fingerprints() -> list[str]:
    """The keys that this installation has today; whoever backs up elsewhere may not have them at hand."""
    try:
        held = ring.read(Path(settings.KEYS))
    except KeysMissing:
        return []
    return [f"{kind} {ring.fingerprint(key).hex()}" for kind in ring.KINDS for key in getattr(held, kind)]


@contextmanager
def _unfinished(place: Path) -> Iterator[Path]:
    """A folder that nobody takes for a backup; it is gone at the end, unless it was given its name."""
    folder = place / f"unfinished-{os.getpid()}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _keep(path: Path) -> None:
    """Comes back when the disk has a file, or the names in a folder."""
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _one(connection: psycopg.Connection[Any], query: str) -> str:
    found = connection.execute(query.encode()).fetchone()
    return str(found[0]) if found else ""


def _sentences(target: Path, made: Manifest) -> Iterator[str]:
    yield f"{target}\n{made.rows} rækker i {len(made.tables)} tabeller, {made.size / 1e6:.1f} MB.\n"
    yield (
        f"Journalen er forseglet til og med segl {made.seal['number']}.\n"
        if made.seal
        else "Journalen er ikke forseglet: ændringer i den vil ikke kunne ses.\n"
    )
    yield "Nøglerne er ikke med. Uden dem kan det forseglede ikke læses igen. Gem dem et andet sted.\n"
    yield "".join(f"    {key}\n" for key in made.keys)
