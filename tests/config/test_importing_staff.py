"""`sammetag import staff` and all that follows, from an empty database to somebody who works in a case."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from django.test import Client
from openpyxl import load_workbook

from sammetag.config import command
from tests.intake import making, staffing
from tests.intake.staffing import TEAM, row

PASSWORD = "tre-æbler-og-en-hest"  # noqa: S105 - the password of an invented person
HERE = ("--municipality", "Lilleby Kommune")


@pytest.fixture
def empty(superuser: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A database in which nobody is, as 'sammetag database prepare' leaves it; a superuser's connection."""
    monkeypatch.setenv("DATABASE_HOST", connections["default"].settings_dict["HOST"])
    superuser.execute("TRUNCATE people_municipality, people_account CASCADE")
    return superuser


@pytest.fixture
def typed(tmp_path: Path) -> Any:
    """Types the command for a file of staff with these rows, and gives its exit code."""

    def type_it(*rows: dict[str, str], words: tuple[str, ...] = HERE) -> int:
        path = tmp_path / "medarbejdere.csv"
        path.write_bytes(staffing.file(*rows))
        return command.main(["import", "staff", str(path), *words])

    return type_it


def count(superuser: Any, table: str) -> int:
    return int(superuser.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608 - our own names


def test_from_nothing_to_a_coordinator_who_opens_a_case(
    empty: Any, typed: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    programmes = tmp_path / "forløb.csv"
    programmes.write_bytes(making.file(making.cells(enhed="Jobcenter Nord", koordinator="ida", mentor="mo")))

    assert typed(*TEAM) == 0
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSWORD}\n"))
    assert command.main(["account", "password", "ida"]) == 0
    assert command.main(["import", "programmes", str(programmes), "--as", "lea"]) == 0

    client = Client(HTTP_HOST="localhost")
    answer = client.post("/log-in/password/", {"username": "ida", "password": PASSWORD}, follow=True)
    assert answer.status_code == 200 and "Ågård" in answer.content.decode()
    [case_id] = empty.execute("SELECT id FROM cases_case").fetchone()
    assert client.get(f"/cases/{case_id}/").status_code == 200


def test_what_was_taken_in_is_told_with_the_next_step(empty: Any, typed: Any, capsys: Any) -> None:
    assert typed(*TEAM) == 0

    assert capsys.readouterr().out == (
        "Indlæst.\n"
        "  Kommune: Lilleby Kommune (ny)\n"
        "  Nye enheder: 3\n"
        "  Nye medarbejdere: 4\n"
        "  Nye konti: 3\n"
        "  Nye roller: 4\n"
        "  Roller, der har fået en sidste dag: 0\n"
        "  Her allerede, ikke rørt: 0\n"
        "\n"
        "Uden adgangskode, så de ikke kan logge ind endnu: 3\n  ida\n  lea\n  mo\n"
        "Giv dem én med: sammetag account password BRUGERNAVN\n"
    )


def test_the_same_file_twice_is_once(empty: Any, typed: Any, capsys: Any) -> None:
    typed(*TEAM)
    capsys.readouterr()

    assert typed(*TEAM, words=("--municipality", "lilleby  kommune")) == 0

    told = capsys.readouterr().out
    assert "  Kommune: Lilleby Kommune\n" in told and "Her allerede, ikke rørt: 4" in told
    tables = ("people_municipality", "people_unit", "people_account", "people_staff", "access_roleheld")
    assert [count(empty, table) for table in tables] == [1, 3, 3, 4, 4]


def test_a_dry_run_takes_in_nothing(empty: Any, typed: Any, capsys: Any) -> None:
    assert typed(*TEAM, words=(*HERE, "--dry-run")) == 0

    told = capsys.readouterr().out
    assert "Intet er indlæst" in told and "Nye medarbejdere: 4" in told and "Uden adgangskode" not in told
    assert count(empty, "people_municipality") == count(empty, "people_account") == 0


def test_faults_are_told_and_written_and_nothing_is_taken_in(
    empty: Any, typed: Any, tmp_path: Path, capsys: Any
) -> None:
    out = tmp_path / "fejl.csv"

    assert typed(*TEAM, row(brugernavn="bo", rolle="chef"), words=(*HERE, "--faults", str(out))) == 1

    assert capsys.readouterr().err == (
        "Intet er indlæst. Fejl i filen: 1\n"
        "  række 7, rolle: »chef« kendes ikke her. "
        "Skriv en af disse: koordinator, leder, mentor, evaluator.\n"
    )
    assert len(out.read_text("utf-8-sig").splitlines()) == 2
    assert count(empty, "people_municipality") == 0


def test_another_municipality_is_made_only_when_that_is_said(empty: Any, typed: Any, capsys: Any) -> None:
    typed(*TEAM)
    slip = ("--municipality", "Lileby Kommune")
    other = row(brugernavn="per", enhed="Jobcenter Øst")

    assert typed(other, words=slip) == 1
    told = capsys.readouterr().err
    assert "ingen kommune med navnet »Lileby Kommune«. Her er: Lilleby Kommune." in told
    assert typed(other, words=(*slip, "--new-municipality")) == 0
    assert count(empty, "people_municipality") == 2


@pytest.mark.parametrize("name", [" ", "x" * 81])
def test_a_municipality_has_a_name_of_fitting_length(name: str, empty: Any, typed: Any, capsys: Any) -> None:
    assert typed(*TEAM, words=("--municipality", name)) == 1
    assert "højst 80 tegn" in capsys.readouterr().err


def test_without_a_server_of_ones_own_nobody_is_let_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    monkeypatch.delenv("DATABASE_HOST", raising=False)

    assert command.main(["import", "staff", str(tmp_path / "x.csv"), *HERE]) == 1
    assert "DATABASE_HOST" in capsys.readouterr().err


def test_the_template_is_written_once_and_never_over_a_file(tmp_path: Path, capsys: Any) -> None:
    path = tmp_path / "skabelon.csv"

    assert command.main(["import", "staff-template", str(path)]) == 0
    heading, meanings, example = path.read_text("utf-8-sig").splitlines()
    assert heading == "brugernavn;navn;arbejdssted;enhed;område;rolle;fra;til"
    assert meanings.startswith("# ") and example.startswith("# astrid.holm;Astrid Holm")
    assert command.main(["import", "staff-template", str(path)]) == 1
    assert "er der allerede" in capsys.readouterr().err


def test_the_template_may_be_a_workbook_and_is_taken_in_as_one(
    empty: Any, superuser: Any, tmp_path: Path, capsys: Any
) -> None:
    path = tmp_path / "skabelon.xlsx"
    assert command.main(["import", "staff-template", str(path)]) == 0
    book = load_workbook(path)
    for cell in book.worksheets[0][2]:
        cell.value = str(cell.value or "").removeprefix("# ")
    book.save(path)

    assert command.main(["import", "staff", str(path), "--municipality", "Ådal"]) == 0

    assert "Nye medarbejdere: 1" in capsys.readouterr().out
    assert count(superuser, "people_staff") == 1
