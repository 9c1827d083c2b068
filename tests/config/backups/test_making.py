"""A backup holds all of it as it stood at one moment, and is whole or none."""

from __future__ import annotations

import errno
import json
import stat
import time
from pathlib import Path
from typing import Any

import psycopg
import pytest

from sammetag.config.backups import manifest
from sammetag.config.backups.making import backup
from sammetag.config.backups.manifest import DUMP, MANIFEST
from sammetag.config.backups.restoring import restore
from sammetag.config.database import DatabaseServer
from sammetag.config.refusal import Refused
from tests.access.walls import Superuser
from tests.config.backups.beside import (
    at_work,
    begun,
    contents,
    quiet,
    wait_for,
)


def test_a_backup_is_for_its_user_alone_and_holds_no_session(
    superuser: Superuser, sealed: DatabaseServer, tmp_path: Path
) -> None:
    superuser.execute("INSERT INTO django_session VALUES ('the-key-of-a-session', 'x', now())")

    made = backup(sealed, tmp_path, say=quiet)

    assert {stat.S_IMODE(file.stat().st_mode) for file in made.iterdir()} == {0o600}
    assert stat.S_IMODE(made.stat().st_mode) == 0o700
    assert {file.name for file in made.iterdir()} == {DUMP, MANIFEST}
    assert manifest.read(made).tables["django_session"].rows == 0


def test_keys_are_named_and_not_kept(sealed: DatabaseServer, tmp_path: Path, settings: Any) -> None:
    told: list[str] = []

    made = backup(sealed, tmp_path, say=told.append)

    held = json.loads(Path(settings.KEYS).read_text())
    whole = "".join(told) + (made / MANIFEST).read_text()
    assert manifest.read(made).keys[0] in whole and "Nøglerne er ikke med" in whole
    assert not any(key in whole for kind in held.values() for key in kind)


@pytest.mark.usefixtures("quickly")
def test_a_backup_taken_while_somebody_writes_holds_one_moment(
    town_server: DatabaseServer, tmp_path: Path, target: DatabaseServer
) -> None:
    before = contents(town_server)["journal_event"].rows
    with at_work(town_server):
        made = backup(town_server, tmp_path, say=quiet)
        time.sleep(0.1)
    rows = manifest.read(made).tables["journal_event"].rows

    restore(target, made, say=quiet)

    assert (rows - before) % 2 == 0 and 0 < rows - before < contents(town_server)["journal_event"].rows
    assert contents(target)["journal_event"].rows == rows


def test_a_backup_that_is_killed_leaves_nothing_that_is_taken_for_one(
    town_server: DatabaseServer, superuser: Superuser, tmp_path: Path
) -> None:
    place, log = tmp_path / "backups", tmp_path / "log"
    place.mkdir()
    with superuser.transaction():
        superuser.execute("LOCK TABLE talks_talk")
        killed = begun(town_server, log, "backup", str(place))
        wait_for(lambda: list(place.glob("unfinished-*/*")), killed, log)
        killed.kill()
        killed.wait()
        superuser.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'sammetag_keeper'"
            " AND datname = current_database()"
        )
    (left,) = place.iterdir()

    with pytest.raises(Refused, match="blev afbrudt, før den var færdig"):
        restore(town_server, left, say=quiet)

    assert backup(town_server, place, say=quiet).name.startswith("sammetag-")


def test_a_backup_into_a_folder_that_is_not_there_is_refused(town_server: DatabaseServer) -> None:
    with pytest.raises(Refused, match="findes ikke"):
        backup(town_server, Path("/nonexistent/backups"), say=quiet)


def test_a_backup_that_fails_half_way_leaves_nothing(
    town_server: DatabaseServer, superuser: Superuser, tmp_path: Path
) -> None:
    superuser.execute("REVOKE SELECT ON talks_talk FROM sammetag_keeper")

    with pytest.raises((Refused, psycopg.Error), match="talks_talk"):
        backup(town_server, tmp_path, say=quiet)

    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_told_with_its_place_and_leaves_nothing(
    town_server: DatabaseServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(folder: Path, told: manifest.Manifest) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(manifest, "write", full)

    with pytest.raises(Refused, match=f"ikke skrives i {tmp_path}: No space left"):
        backup(town_server, tmp_path, say=quiet)

    assert list(tmp_path.iterdir()) == []
