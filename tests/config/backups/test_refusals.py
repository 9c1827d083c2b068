"""What is not a whole, unaltered backup of this version is not restored."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sammetag.config.backups import manifest
from sammetag.config.backups.making import backup
from sammetag.config.backups.manifest import DUMP, MANIFEST
from sammetag.config.backups.restoring import restore
from sammetag.config.database import DatabaseServer
from sammetag.config.refusal import Refused
from tests.access.walls import Superuser
from tests.config.backups.beside import (
    quiet,
    there,
)


def cut(where: float) -> Callable[[Path], None]:
    def spoil(folder: Path) -> None:
        whole = (folder / DUMP).stat().st_size
        os.truncate(folder / DUMP, int(whole * where) if where < 1 else whole - 1)

    return spoil


def change_a_bit(folder: Path) -> None:
    spoilt = bytearray((folder / DUMP).read_bytes())
    spoilt[len(spoilt) // 2] ^= 1
    (folder / DUMP).write_bytes(bytes(spoilt))


def cut_the_manifest(folder: Path) -> None:
    text = (folder / MANIFEST).read_text()
    (folder / MANIFEST).write_text(text[: len(text) // 2])


def say_something_else(folder: Path) -> None:
    text = (folder / MANIFEST).read_text()
    (folder / MANIFEST).write_text(text.replace('"rows": ', '"rows": 1'))


def be_something_else(folder: Path) -> None:
    (folder / MANIFEST).write_text("[]")


def newer_form(folder: Path) -> None:
    text = (folder / MANIFEST).read_text()
    (folder / MANIFEST).write_text(text.replace(manifest.FORM, "sammetag-backup-9"))


SPOILT: dict[str, Callable[[Path], None]] = {
    "cut at the beginning": cut(0),
    "cut early": cut(0.1),
    "cut in the middle": cut(0.5),
    "cut by one byte": cut(1),
    "a bit changed": change_a_bit,
    "without a manifest": lambda folder: (folder / MANIFEST).unlink(),
    "without a dump": lambda folder: (folder / DUMP).unlink(),
    "a manifest cut short": cut_the_manifest,
    "a manifest that was altered": say_something_else,
    "something else": be_something_else,
    "of a newer form": newer_form,
    "not there": shutil.rmtree,
}


def rewritten(folder: Path, **changes: Any) -> None:
    """A manifest that says something else, and fits itself."""
    read = replace(manifest.read(folder), **changes)
    (folder / MANIFEST).unlink()
    manifest.write(folder, read)


@pytest.mark.parametrize("how", SPOILT)
def test_a_spoilt_backup_is_refused_before_anything_is_written(
    how: str, whole: Path, tmp_path: Path, database_server: DatabaseServer
) -> None:
    wanted = replace(database_server, name=f"{database_server.name}_spoilt")
    copy = Path(shutil.copytree(whole, tmp_path / "copy"))
    SPOILT[how](copy)

    with pytest.raises(Refused, match="Intet er skrevet"):
        restore(wanted, copy, say=quiet)

    assert there(wanted) == set()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"migrations": [["cases", "0099_later"]]}, "cases.0099_later"),
        ({"postgresql": 99}, "PostgreSQL 99"),
        ({"pg_dump": 99}, "pg_restore i version 99"),
    ],
)
def test_a_newer_backup_is_refused_before_anything_is_written(
    *, changes: dict[str, Any], words: str, whole: Path, tmp_path: Path, database_server: DatabaseServer
) -> None:
    wanted = replace(database_server, name=f"{database_server.name}_newer")
    copy = Path(shutil.copytree(whole, tmp_path / "copy"))
    rewritten(copy, **changes)

    with pytest.raises(Refused, match=words):
        restore(wanted, copy, say=quiet)

    assert there(wanted) == set()


def test_rows_that_are_not_those_of_the_backup_are_refused_and_removed(
    whole: Path, tmp_path: Path, database_server: DatabaseServer
) -> None:
    wanted = replace(database_server, name=f"{database_server.name}_other")
    copy = Path(shutil.copytree(whole, tmp_path / "copy"))
    tables = manifest.read(copy).tables
    rewritten(copy, tables=tables | {"people_unit": replace(tables["people_unit"], sum="7")})

    with pytest.raises(Refused, match="ikke det, der blev skrevet ud: people_unit"):
        restore(wanted, copy, say=quiet)

    assert there(wanted) == set()


@pytest.mark.usefixtures("quickly")
def test_walls_that_had_been_taken_down_are_found(
    town_server: DatabaseServer, superuser: Superuser, tmp_path: Path, target: DatabaseServer
) -> None:
    superuser.execute("ALTER TABLE talks_talk NO FORCE ROW LEVEL SECURITY")
    superuser.execute("GRANT DELETE ON people_citizen TO sammetag_app")
    made = backup(town_server, tmp_path, say=quiet)

    with pytest.raises(Refused, match="(?s)Mure eller rettigheder.*sammetag_app may DELETE.*talks_talk has"):
        restore(target, made, say=quiet)

    assert there(target) == set()


def test_a_manifest_that_is_silent_about_the_seal_does_not_spare_the_journal(
    sealed: DatabaseServer, tmp_path: Path, target: DatabaseServer
) -> None:
    made = backup(sealed, tmp_path, say=quiet)
    rewritten(made, seal=None)

    with pytest.raises(Refused, match="noget andet om journalens segl"):
        restore(target, made, say=quiet)

    assert there(target) == set()


@pytest.mark.usefixtures("quickly")
def test_a_journal_that_was_altered_after_its_seal_is_found(
    sealed: DatabaseServer, superuser: Superuser, tmp_path: Path, target: DatabaseServer
) -> None:
    superuser.execute("ALTER TABLE journal_event DISABLE TRIGGER append_only")
    superuser.execute(
        "UPDATE journal_event SET kind = 'y' WHERE id = (SELECT row_id FROM journal_leaf LIMIT 1)"
    )
    superuser.execute("ALTER TABLE journal_event ENABLE TRIGGER append_only")
    made = backup(sealed, tmp_path, say=quiet)

    with pytest.raises(Refused, match="(?s)ikke, som den blev forseglet.*er ændret"):
        restore(target, made, say=quiet)

    assert there(target) == set()
