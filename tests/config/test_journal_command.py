"""`sammetag journal`: seals, checks, names what is wrong, and says what it needs."""

from __future__ import annotations

import random
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sammetag.config import command
from sammetag.config.database import DatabaseServer
from sammetag.journal.sealing import keys
from tests.access.walls import Superuser
from tests.journal.sealing import PATIENCE, write_events, write_looks
from tests.town import Town

DICE = random.Random(8)  # noqa: S311 - chance for a test


@pytest.fixture
def journal(
    *,
    committed: Town,
    superuser: Superuser,
    database_server: DatabaseServer,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> Superuser:
    """A journal on a server that the environment names, with a key and a second place for its seals."""
    monkeypatch.setenv("DATABASE_HOST", database_server.host)
    monkeypatch.setenv("DATABASE_PORT", str(database_server.port))
    monkeypatch.setenv("DATABASE_NAME", superuser.info.dbname)
    keys.new_key(tmp_path / "seal-key")
    monkeypatch.setenv("SAMMETAG_SEAL_KEY", str(tmp_path / "seal-key"))
    monkeypatch.setenv("SAMMETAG_SEAL_COPY", f"file:{tmp_path / 'seals'}")
    monkeypatch.delenv("SAMMETAG_SEAL_PUBLIC", raising=False)
    return superuser


def sammetag(*words: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    """What the command answers, and all that it says."""
    code = command.main(["journal", *words])
    told = capsys.readouterr()
    return code, told.out + told.err


def seal_all(capsys: pytest.CaptureFixture[str]) -> None:
    """Seals until nothing waits: another test on the same server may hold a transaction open for a while."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        assert sammetag("seal", capsys=capsys)[0] == 0
        if "Nothing waits for a seal" in sammetag("verify", capsys=capsys)[1]:
            return
        time.sleep(0.05)
    raise TimeoutError("something stays unsealed")


def test_what_is_sealed_stands(journal: Superuser, capsys: pytest.CaptureFixture[str]) -> None:
    write_events(journal, 2, DICE)
    write_looks(journal, 1, DICE)
    seal_all(capsys)

    code, told = sammetag("verify", capsys=capsys)

    assert (code, "All that is sealed stands as it was sealed" in told) == (0, True)
    assert "Compared with the copy" in told


def test_what_was_altered_and_what_is_missing_are_named(
    journal: Superuser, capsys: pytest.CaptureFixture[str]
) -> None:
    altered, missing = write_events(journal, 2, DICE)
    seal_all(capsys)
    journal.execute("SET session_replication_role = replica")
    journal.execute("UPDATE journal_event SET role = 'other' WHERE id = %s", [altered])
    journal.execute("DELETE FROM journal_event WHERE id = %s", [missing])

    code, told = sammetag("verify", capsys=capsys)

    assert code == 1
    assert f"The event {altered} was altered" in told and f"The event {missing} was sealed and is not" in told
    assert "Findings: 2" in told


def test_where_nothing_is_sealed_there_is_nothing_to_verify(
    journal: Superuser, capsys: pytest.CaptureFixture[str]
) -> None:
    write_events(journal, 1, DICE)

    code, told = sammetag("verify", capsys=capsys)

    assert (code, "There is nothing to verify" in told) == (1, True)


def test_the_age_of_what_is_not_sealed_is_told_and_warned_of(
    journal: Superuser, capsys: pytest.CaptureFixture[str]
) -> None:
    (key,) = write_events(journal, 1, DICE)
    journal.execute("SET session_replication_role = replica")
    journal.execute("UPDATE journal_event SET recorded_at = now() WHERE id <> %s", [key])
    long_ago = datetime.now(UTC) - timedelta(hours=3)
    journal.execute("UPDATE journal_event SET recorded_at = %s WHERE id = %s", [long_ago, key])

    told = sammetag("verify", capsys=capsys)[1]

    assert "the oldest is 3:0" in told and "WARNING: over two minutes" in told


def test_what_came_in_lately_with_an_old_date_is_no_older_than_the_last_seal(
    journal: Superuser, capsys: pytest.CaptureFixture[str]
) -> None:
    write_events(journal, 1, DICE)
    seal_all(capsys)
    write_events(journal, 1, DICE)

    told = sammetag("verify", capsys=capsys)[1]

    assert "Not sealed yet: 1; the oldest is 0:0" in told


def test_verifying_needs_the_public_key_alone(
    *,
    journal: Superuser,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    write_events(journal, 1, DICE)
    seal_all(capsys)
    (tmp_path / "public").write_text(keys.signer(tmp_path / "seal-key").public + "\n")
    monkeypatch.setenv("SAMMETAG_SEAL_PUBLIC", str(tmp_path / "public"))
    monkeypatch.delenv("SAMMETAG_SEAL_KEY")

    assert sammetag("verify", capsys=capsys)[0] == 0


def test_a_seal_by_another_key_is_refused(
    *,
    journal: Superuser,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    write_events(journal, 1, DICE)
    seal_all(capsys)
    (tmp_path / "public").write_text(keys.new_key(tmp_path / "another").public)
    monkeypatch.setenv("SAMMETAG_SEAL_PUBLIC", str(tmp_path / "public"))

    code, told = sammetag("verify", capsys=capsys)

    assert (code, "Seal 1 is signed with a key that is not known here" in told) == (1, True)


@pytest.mark.parametrize(
    ("word", "setting"), [("seal", "SAMMETAG_SEAL_KEY"), ("verify", "SAMMETAG_SEAL_PUBLIC")]
)
def test_without_a_key_it_says_which_setting_is_missing(
    *,
    word: str,
    setting: str,
    journal: Superuser,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("SAMMETAG_SEAL_KEY")

    code, told = sammetag(word, capsys=capsys)

    assert (code, setting in told) == (1, True)


def test_a_key_that_is_away_is_told_in_a_plain_sentence(
    journal: Superuser, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "seal-key").unlink()

    code, told = sammetag("seal", capsys=capsys)

    assert (code, "Intet er tabt, men intet bliver forseglet" in told) == (1, True)


def test_a_new_key_is_made_and_its_public_half_shown(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    code, told = sammetag("new-key", str(tmp_path / "key"), capsys=capsys)

    assert code == 0
    assert keys.signer(tmp_path / "key").public in told
    assert "PRIVATE" not in told
