"""`sammetag keys` makes keys, adds newer ones, and names them without showing them."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from sammetag.config import command
from sammetag.keyring import ring


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "keys"
    assert command.main(["keys", "new", str(made)]) == 0
    return made


def test_new_keys_are_for_their_user_alone(file: Path) -> None:
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert len(ring.read(file).sealing) == len(ring.read(file).finding) == 1


def test_keys_that_are_there_are_not_overwritten(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = file.read_bytes()

    assert command.main(["keys", "new", str(file)]) == 1

    assert file.read_bytes() == before
    assert "er der allerede" in capsys.readouterr().err


def test_a_newer_key_seals_and_the_older_one_still_opens(file: Path) -> None:
    old = ring.read(file)
    sealed = old.seal(b"secret", purpose="x", about="y")

    assert command.main(["keys", "add", str(file)]) == 0

    both = ring.read(file)
    assert both.sealing[1:] == old.sealing and both.finding[1:] == old.finding
    assert both.open(sealed, purpose="x", about="y") == b"secret" and not both.is_newest(sealed)


def test_a_list_names_keys_and_shows_none(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command.main(["keys", "add", str(file)])
    capsys.readouterr()

    assert command.main(["keys", "list", str(file)]) == 0

    told = capsys.readouterr().out
    held = ring.read(file)
    assert told.split()[1::2] == [ring.fingerprint(key).hex() for key in (*held.sealing, *held.finding)]
    assert not any(key in told for kind in json.loads(file.read_text()).values() for key in kind)


@pytest.mark.parametrize("what", ["missing", "cut short"])
def test_a_file_that_holds_no_keys_is_left_as_it_is(
    what: str, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if what == "missing":
        file.unlink()
    else:
        file.write_text(file.read_text()[:40])

    assert command.main(["keys", "add", str(file)]) == 1

    assert str(file) in capsys.readouterr().err
    assert not file.exists() if what == "missing" else len(file.read_text()) == 40
