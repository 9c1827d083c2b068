"""`sammetag evaluate report`: three files from an extract, the same each time, or a sentence and nothing."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from sammetag.config.command import main
from sammetag.evaluation.trial.extract import Extract, as_text
from tests.evaluation.trial.simulated import small

FILES = ("report.html", "report.json", "report.pdf")


@pytest.fixture
def extract_file(tmp_path: Path) -> Path:
    """An extract as the page of a trial gives it."""
    return written(tmp_path, small())


def written(folder: Path, extract: Extract) -> Path:
    file = folder / "extract.json"
    file.write_text(as_text(extract), encoding="utf-8")
    return file


def report(file: Path, out: Path, *more: str) -> int:
    return main(["evaluate", "report", str(file), "--out", str(out), *more])


def test_a_report_is_three_files_in_a_folder_that_is_made(
    extract_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "not" / "there"

    assert report(extract_file, out) == 0

    assert sorted(one.name for one in out.iterdir()) == list(FILES)
    assert '<html lang="da">' in (out / "report.html").read_text(encoding="utf-8")
    assert f"Skrevet: {out / 'report.pdf'}" in capsys.readouterr().out


def test_the_same_extract_gives_the_same_files_byte_for_byte(extract_file: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        assert report(extract_file, tmp_path / name) == 0

    for file in FILES:
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()


def test_the_page_is_in_english_where_that_is_asked_and_the_json_in_both(
    extract_file: Path, tmp_path: Path
) -> None:
    assert report(extract_file, tmp_path / "out", "--language", "en") == 0

    assert '<html lang="en">' in (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    data = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert data["outcomes"][0]["title"] == {"da": "Afklaring", "en": "Clarification"}


@pytest.mark.parametrize("content", [b"{}", b"[]", b"navn;tal", b"\xff\xfe", b""])
def test_what_is_no_extract_is_refused_with_a_sentence_and_leaves_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes
) -> None:
    file = tmp_path / "wrong.json"
    file.write_bytes(content)

    assert report(file, tmp_path / "out") == 1

    said = capsys.readouterr().err
    assert "wrong.json: Filen er" in said and "Fetch the extract on the trial's page" in said
    assert not (tmp_path / "out").exists()


def test_a_file_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert report(tmp_path / "gone.json", tmp_path / "out") == 1

    assert "gone.json: Filen kan ikke læses." in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_named(
    extract_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    taken = tmp_path / "taken"
    taken.write_text("a file")

    assert report(extract_file, taken) == 1

    assert "Choose another folder with --out." in capsys.readouterr().err


def test_a_flow_that_does_not_add_up_is_said_in_the_terminal_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = small()
    file = written(tmp_path, replace(found, persons=found.persons[1:]))

    assert report(file, tmp_path / "out") == 0

    assert "Draw 1: 15 were on the list and 1 were refused" in capsys.readouterr().out
