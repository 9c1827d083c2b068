"""Restores a backup: beside the name that is to serve, which it gets when everything has been checked.

Whatever goes wrong before that, nothing is served that is half there, and the restore can begin again.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import psycopg
from django.db.migrations.loader import MigrationLoader
from psycopg import sql

from sammetag.config import preparation, roles, sealing
from sammetag.config.backups import catalogue, checksums, manifest, programs
from sammetag.config.backups.manifest import DUMP, Manifest
from sammetag.config.database import KEEPER, OWNER, DatabaseServer
from sammetag.config.refusal import Refused
from sammetag.config.terminal import step
from sammetag.journal.sealing.actions import take_over_after_restore
from sammetag.journal.sealing.findings import Finding
from sammetag.journal.sealing.keys import PublicKeys
from sammetag.journal.sealing.settled import last_seal
from sammetag.journal.sealing.verification import verify

Say = Callable[[str], None]
RESTORING = 5_312_021
# The databases that a restore makes besides, and may remove again; the mark tells them from anybody else's.
HALF, FRESH = "_restoring", "_as_new"
MARK = "sammetag: made by a restore that has not ended"
LONGEST_NAME = 63
# What `sammetag database prepare` makes before the tables are there.
MADE_BEFORE = (" SCHEMA - ", " ACL - SCHEMA ", " EXTENSION - ", " DEFAULT ACL ", " COMMENT ")
USED = """
    SELECT EXISTS (
        SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname !~ '^(pg_|information_schema)' AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
          AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e'))
"""
CONNECTED = """
    SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = %s AND backend_type = 'client backend')
"""
LEAVING_SECONDS = 3.0
DIFFERENCES_TOLD = 5


def restore(server: DatabaseServer, folder: Path, *, say: Say) -> None:
    """Restores a backup into a database that is empty or not there; raises Refused for any other."""
    held = manifest.read(folder)
    _refuse_newer(held, server)
    known = sealing.public_keys() if held.seal else {}
    tool = programs.find("pg_restore", at_least=max(held.pg_dump, held.postgresql))
    with roles.administration(server) as admin, _alone(admin, server.name):
        _refuse_used(admin, server)
        half, fresh = _beside(server, HALF), _beside(server, FRESH)
        if _remove(admin, half):
            say("En gendannelse blev afbrudt før; den begynder forfra.\n")
        _remove(admin, fresh)
        try:
            with step("Læser backuppen ind"):
                _read_in(admin, tool, half, folder / DUMP)
            with step("Efterprøver alle rækker"):
                _compare_contents(half, held)
            _make_as_new(admin, half, fresh)
            with step("Efterprøver journalen"):
                verdict = _take_over(half, known)
            _give_name(admin, half, server)
        finally:
            _remove(admin, half)
            _remove(admin, fresh)
    say("".join(_sentences(held, verdict)))


def _refuse_newer(held: Manifest, server: DatabaseServer) -> None:
    known = {tuple(one) for one in MigrationLoader(None).disk_migrations}
    if unknown := [one for one in held.migrations if tuple(one) not in known]:
        raise Refused(
            f"Backuppen er lavet af Sammetag {held.sammetag}, som kender mere end denne udgave "
            f"({'.'.join(unknown[0])}). Intet er skrevet. Installér den udgave, og prøv igen."
        )
    with roles.administration(server) as admin:
        here = admin.info.server_version // 10000
    if held.postgresql > here:
        raise Refused(
            f"Backuppen er fra PostgreSQL {held.postgresql}, og her er {here}. Intet er skrevet. "
            f"Brug PostgreSQL {held.postgresql} eller nyere."
        )


@contextmanager
def _alone(admin: psycopg.Connection[Any], name: str) -> Iterator[None]:
    if not _answer(admin, "SELECT pg_try_advisory_lock(%s, hashtext(%s))", RESTORING, name):
        raise Refused(
            f"Databasen {name} er ved at blive gendannet. Vent, til det er færdigt. Intet er ændret."
        )
    yield


def _refuse_used(admin: psycopg.Connection[Any], server: DatabaseServer) -> None:
    """Stops before anything is written where the name is taken by something, or somebody is using it."""
    if len(server.name + HALF) > LONGEST_NAME:
        raise Refused(f"Navnet {server.name} er for langt til en gendannelse. Intet er ændret.")
    if not _exists(admin, server.name):
        return
    with roles.administration(server, server.name) as inside:
        used = _answer(inside, USED)
    if used:
        raise Refused(
            f"Databasen {server.name} er i brug: der er tabeller i den. Intet er ændret. "
            "Gendan i en anden med DATABASE_NAME, eller flyt den gamle først."
        )
    if _is_used(admin, server.name):
        raise Refused(f"Nogen bruger databasen {server.name}. Stop Sammetag, og prøv igen. Intet er ændret.")


def _is_used(admin: psycopg.Connection[Any], name: str) -> bool:
    """Whether somebody is connected; whoever has just left takes a moment to be gone."""
    give_up = time.monotonic() + LEAVING_SECONDS
    while _answer(admin, CONNECTED, name):
        if time.monotonic() > give_up:
            return True
        time.sleep(0.1)
    return False


def _read_in(
    admin: psycopg.Connection[Any], tool: programs.Program, half: DatabaseServer, dump: Path
) -> None:
    _mark(admin, half)
    roles.make_room(half)
    admin.execute(_filled("GRANT CONNECT ON DATABASE {} TO {}", half.name, KEEPER))
    listed = tool.run(half, OWNER, ["--list", dump]).splitlines()
    wanted = [line for line in listed if not any(word in line for word in MADE_BEFORE)]
    with tempfile.NamedTemporaryFile("w", suffix=".list") as contents:
        contents.write("\n".join(wanted))
        contents.flush()
        # Not several at once: a foreign key would be checked by the owner behind a wall that stands already.
        words: list[str | Path] = ["--dbname", half.name, "--no-owner", "--use-list", contents.name, dump]
        tool.run(half, OWNER, words)


def _compare_contents(half: DatabaseServer, held: Manifest) -> None:
    with roles.connect_to(half, KEEPER) as connection, connection.transaction():
        there = checksums.of_all(connection)
        seal = manifest.told_of(last_seal(connection))
    if different := sorted(
        table for table in {*there, *held.tables} if there.get(table) != held.tables.get(table)
    ):
        raise Refused(
            f"Det, der blev læst ind, er ikke det, der blev skrevet ud: {', '.join(different)}. "
            "Databasen er fjernet igen. Brug en anden backup."
        )
    # What the manifest says of the seal decides whether the journal is looked at.
    if seal != held.seal:
        raise Refused(
            "Backuppen siger noget andet om journalens segl end databasen i den. "
            "Databasen er fjernet igen. Brug en anden backup."
        )


def _make_as_new(admin: psycopg.Connection[Any], half: DatabaseServer, fresh: DatabaseServer) -> None:
    """Brings the tables up to this version, and checks their walls and rights against new ones."""
    with step("Sammenligner mure og rettigheder med en ny installation"):
        _make_new(admin, fresh)
        _bring_up(half)
        _compare_walls(half, fresh)


def _make_new(admin: psycopg.Connection[Any], fresh: DatabaseServer) -> None:
    """Makes a database as it is in a new installation, to compare with."""
    _mark(admin, fresh)
    _bring_up(fresh)


def _bring_up(one: DatabaseServer) -> None:
    roles.prepare(one)
    with roles.at_database(one.name):
        preparation.migrate()


def _compare_walls(half: DatabaseServer, fresh: DatabaseServer) -> None:
    restored, new = (_lines(one) for one in (half, fresh))
    if restored == new:
        return
    told = [f"+ {line}" for line in sorted(restored - new)] + [f"- {line}" for line in sorted(new - restored)]
    raise Refused(
        "Mure eller rettigheder i backuppen er ikke som i en ny installation. Databasen er fjernet igen.\n"
        + "\n".join(told[:DIFFERENCES_TOLD])
    )


def _lines(server: DatabaseServer) -> set[str]:
    with roles.administration(server, server.name) as connection:
        return catalogue.lines_of(connection)


def _take_over(half: DatabaseServer, known: PublicKeys) -> str:
    """Lets this cluster go on sealing, and checks the seals that are there."""
    with roles.connect_to(half, OWNER) as connection:
        take_over_after_restore(connection)
        connection.execute("ANALYZE")
    if not known:
        return "Journalen var ikke forseglet, så det kan ikke ses, om den er ændret.\n"
    found: list[Finding] = []
    with roles.connect_to(half, KEEPER) as connection:
        verdict = verify(connection, known, None, told=found.append)
    if not verdict.holds:
        raise Refused(
            "Journalen i backuppen er ikke, som den blev forseglet. Databasen er fjernet igen.\n"
            + "\n".join(str(one) for one in found[:DIFFERENCES_TOLD])
        )
    return f"Journalen står, som den blev forseglet: {verdict.seals} segl, {verdict.leaves} blade.\n"


def _give_name(admin: psycopg.Connection[Any], half: DatabaseServer, server: DatabaseServer) -> None:
    """Takes away the empty database, if there is one, and gives the checked one its name."""
    # Somebody may have begun to use it since it was looked at.
    _refuse_used(admin, server)
    admin.execute(_filled("DROP DATABASE IF EXISTS {}", server.name))
    admin.execute(_filled("COMMENT ON DATABASE {} IS NULL", half.name))
    admin.execute(_filled("ALTER DATABASE {} RENAME TO {}", half.name, server.name))


def _mark(admin: psycopg.Connection[Any], one: DatabaseServer) -> None:
    """Makes a database that says of itself that it is half there, and lets nobody in."""
    admin.execute(_filled("CREATE DATABASE {} ENCODING 'UTF8' TEMPLATE template0", one.name))
    admin.execute(_filled("REVOKE ALL ON DATABASE {} FROM PUBLIC", one.name))
    comment = sql.SQL("COMMENT ON DATABASE {} IS {}")
    admin.execute(comment.format(sql.Identifier(one.name), sql.Literal(MARK)))


def _remove(admin: psycopg.Connection[Any], one: DatabaseServer) -> bool:
    """Removes what a restore left behind; answers whether there was anything, and raises for a stranger's."""
    if not _exists(admin, one.name):
        return False
    said = _answer(
        admin,
        "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s",
        one.name,
    )
    if said != MARK:
        with roles.administration(one, one.name) as inside:
            strange = _answer(inside, USED)
        if strange:
            raise Refused(
                f"Databasen {one.name} er ikke fra en gendannelse. Intet er ændret. Flyt den først."
            )
    roles.drop_database(one, one.name)
    return True


def _beside(server: DatabaseServer, ending: str) -> DatabaseServer:
    return replace(server, name=server.name + ending)


def _exists(admin: psycopg.Connection[Any], name: str) -> bool:
    return bool(_answer(admin, "SELECT EXISTS (SELECT FROM pg_database WHERE datname = %s)", name))


def _answer(connection: psycopg.Connection[Any], query: str, *values: object) -> Any:
    row = connection.execute(query.encode(), values).fetchone()
    return row[0] if row else None


def _filled(statement: str, *names: str) -> sql.Composed:
    return sql.SQL(statement).format(*(sql.Identifier(name) for name in names))


def _sentences(held: Manifest, verdict: str) -> Iterator[str]:
    yield f"{held.rows} rækker i {len(held.tables)} tabeller er som i backuppen fra {held.made_at[:16]}.\n"
    yield "Mure og rettigheder er som i en ny installation.\n"
    yield verdict
    yield (
        "Er den en prøve, så kør intet mod den med det rigtige SAMMETAG_SEAL_COPY. Skal den bruges i stedet "
        "for den gamle, og sendes segl til et andet sted, så kør nu: sammetag journal seal --after-restore\n"
    )
    yield "Alle skal logge ind igen. Nøglerne er ikke i backuppen; disse skal være i SAMMETAG_KEYS:\n"
    yield "".join(f"    {key}\n" for key in held.keys) or "    (de nøgler, som installationen havde)\n"
