"""`sammetag import programmes`, from the words that are typed to the database."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.db import connections

from sammetag.config import command
from tests.intake import booking
from tests.intake.making import cells, file
from tests.town import Town


@pytest.fixture
def typed(committed: Town, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """Types the command for a file with these bytes, and gives its exit code."""
    monkeypatch.setenv("DATABASE_HOST", connections["default"].settings_dict["HOST"])

    def type_it(data: bytes, *words: str, username: str = "lis") -> int:
        path = tmp_path / "forløb.csv"
        path.write_bytes(data)
        return command.main(["import", "programmes", str(path), "--as", username, *words])

    return type_it


def count(superuser: Any) -> int:
    found = superuser.execute("SELECT count(*) FROM cases_case WHERE number LIKE '2026-70%'").fetchone()
    return int(found[0])


def test_a_file_is_taken_in_and_twice_is_once(typed: Any, superuser: Any, capsys: Any) -> None:
    data = file(cells(), cells("2026-7002", koordinator=""))

    assert typed(data) == 0
    once = capsys.readouterr().out
    assert typed(data) == 0
    twice = capsys.readouterr().out

    assert once == (
        "Indlæst.\n  Nye forløb: 2\n  Indsatser: 2\n  Her allerede, ikke rørt: 0\n  Uden koordinator: 1\n"
    )
    assert "Nye forløb: 0" in twice and "Her allerede, ikke rørt: 2" in twice
    assert count(superuser) == 2


def test_a_workbook_is_taken_in_like_any_other_file(typed: Any, superuser: Any) -> None:
    assert typed(booking.saved(booking.programmes(cells(), cells("2026-7002", koordinator="")))) == 0

    assert count(superuser) == 2


def test_a_dry_run_takes_in_nothing(typed: Any, superuser: Any, capsys: Any) -> None:
    assert typed(file(cells()), "--dry-run") == 0

    assert "Intet er indlæst" in capsys.readouterr().out
    assert count(superuser) == 0


def test_faults_are_told_and_written_and_nothing_is_taken_in(
    typed: Any, superuser: Any, tmp_path: Path, capsys: Any
) -> None:
    out = tmp_path / "fejl.csv"
    rows = [cells(f"2026-7{turn:03}", timer_om_ugen="40") for turn in range(25)]

    assert typed(file(cells("2026-7099"), *rows), "--faults", str(out)) == 1

    told = capsys.readouterr().err
    assert told.startswith("Intet er indlæst. Fejl i filen: 25\n  række 3, timer om ugen: »40«")
    assert f"… og 5 mere. Alle står i {out}." in told
    assert len(out.read_text("utf-8-sig").splitlines()) == 26
    assert count(superuser) == 0


@pytest.mark.parametrize(
    ("username", "told"),
    [
        ("ingen", "Der er ingen åben bruger med navnet ingen."),
        ("nora", "Brugeren nora har ingen rolle i dag."),
        ("astrid", "Brugeren astrid leder ingen enhed, og kan ikke indlæse."),
    ],
)
def test_whoever_may_not_is_told_so(username: str, told: str, typed: Any, capsys: Any) -> None:
    assert typed(file(cells()), username=username) == 1

    assert capsys.readouterr().err == f"{told}\n"


def test_a_file_that_is_no_csv_is_told_so(typed: Any, capsys: Any) -> None:
    assert typed(b"MZ\x00\x00") == 1

    assert capsys.readouterr().err.startswith("Det er et program")


def test_a_file_that_is_not_there_is_told_so(typed: Any, tmp_path: Path, capsys: Any) -> None:
    missing = tmp_path / "intet.csv"

    assert command.main(["import", "programmes", str(missing), "--as", "lis"]) == 1
    assert capsys.readouterr().err.startswith(f"Filen {missing} kan ikke læses")


def test_a_file_that_is_far_too_large_is_not_even_opened(typed: Any, tmp_path: Path, capsys: Any) -> None:
    large = tmp_path / "stor.csv"
    with large.open("wb") as opened:
        opened.truncate(10 * 1024 * 1024 * 1024)

    assert command.main(["import", "programmes", str(large), "--as", "lis"]) == 1
    assert "mere end 8 MB" in capsys.readouterr().err
