"""`sammetag export programmes`, from the words that are typed to the file."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from openpyxl import load_workbook

from sammetag.config import command
from tests.access.walls import Superuser
from tests.town import Town


@pytest.fixture
def typed(committed: Town, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """Types the command for a file of this name, and gives its exit code."""
    monkeypatch.setenv("DATABASE_HOST", connections["default"].settings_dict["HOST"])

    def type_it(name: str, *words: str, username: str = "lis") -> int:
        file = str(tmp_path / name)
        return command.main(["export", "programmes", file, "--as", username, "--reason", "move", *words])

    return type_it


def test_a_file_is_written_for_this_user_alone_and_told(
    typed: Any, superuser: Superuser, tmp_path: Path, capsys: Any
) -> None:
    assert typed("ud.xlsx") == 0

    out = tmp_path / "ud.xlsx"
    assert stat.S_IMODE(out.stat().st_mode) == 0o600
    assert load_workbook(out).active["C2"].value == "Ærø own"
    assert "1 forløb på 1 rækker" in capsys.readouterr().out
    kinds = superuser.execute(
        "SELECT kind FROM journal_event WHERE kind LIKE 'export.%' ORDER BY recorded_at"
    ).fetchall()
    assert kinds == [("export.made",), ("export.fetched",), ("export.removed",)]
    looks = superuser.execute("SELECT purpose FROM journal_look WHERE page = 'export'").fetchall()
    assert looks == [("move",)]
    assert superuser.execute("SELECT sealed FROM intake_export").fetchall() == [(None,)]


def test_the_name_says_which_kind_of_file(typed: Any, tmp_path: Path) -> None:
    assert typed("ud.csv") == 0

    assert (tmp_path / "ud.csv").read_text("utf-8-sig").startswith("sagsnummer;")


@pytest.mark.parametrize(
    ("username", "told"),
    [
        ("ingen", "Der er ingen åben bruger med navnet ingen."),
        ("nora", "Brugeren nora har ingen rolle i dag."),
        ("astrid", "Brugeren astrid leder ingen enhed, og kan ikke hente forløb ud."),
    ],
)
def test_whoever_may_not_is_told_so(username: str, told: str, typed: Any, capsys: Any) -> None:
    assert typed("ud.xlsx", username=username) == 1

    assert capsys.readouterr().err == f"{told}\n"


def test_what_is_refused_leaves_no_file(typed: Any, tmp_path: Path) -> None:
    assert typed("ud.xlsx", username="astrid") == 1

    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_left_alone(typed: Any, tmp_path: Path, superuser: Superuser) -> None:
    (tmp_path / "ud.xlsx").write_text("mit")

    assert typed("ud.xlsx") == 1

    assert (tmp_path / "ud.xlsx").read_text() == "mit"
    assert superuser.execute("SELECT count(*) FROM intake_export").fetchone() == (0,)


@pytest.mark.parametrize(
    ("name", "told"), [("ud.pdf", "skal ende på .xlsx eller .csv"), ("ingen/ud.csv", "kan ikke skrives")]
)
def test_a_file_that_cannot_be_is_told_so(name: str, told: str, typed: Any, capsys: Any) -> None:
    assert typed(name) == 1

    assert told in capsys.readouterr().err
