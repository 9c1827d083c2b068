"""`sammetag law`: shows a rule with its source, lists what changes, refuses in a sentence. No database."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sammetag.config import command
from sammetag.config.commands import law_check


def law(*words: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    """What the command answers, what it says, and what it says of a fault."""
    code = command.main(["law", *words])
    told = capsys.readouterr()
    return code, told.out, told.err


def test_a_number_is_shown_with_its_dates_its_source_and_how_well_it_was_read(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, said, _fault = law("show", "longest_months", "--on", "2024-01-01", capsys=capsys)

    assert code == 0
    assert "ressourceforløb · 36 måneder · fra og med 1. januar 2022" in said
    assert "(ressourceforløb) · 36 months · from 1 January 2022" in said
    assert "LAB § 114, stk. 1" in said and "læst i lovteksten" in said


def test_a_rule_goes_by_the_day_of_the_grant_where_the_law_does(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("show", "programme.length", "--on", "2026-03-01", "--scheme", "ressourceforloeb")
    _code, without, _fault = law(*words, capsys=capsys)
    _code, granted, _fault = law(*words, "--granted", "2023-05-01", capsys=capsys)

    assert "Der kan ikke bevilges nye ressourceforløb" in without
    assert "til og med 31. januar 2026" in granted


def test_a_number_goes_by_the_day_of_the_grant_where_its_rule_does(
    capsys: pytest.CaptureFixture[str],
) -> None:
    words = ("show", "longest_months", "--on", "2025-06-01", "--scheme", "ressourceforloeb", "--json")
    _code, without, _fault = law(*words, capsys=capsys)
    _code, granted, _fault = law(*words, "--granted", "2021-06-01", capsys=capsys)

    assert [one["value"] for one in json.loads(without)] == [36]
    assert [one["value"] for one in json.loads(granted)] == [60]


@pytest.mark.parametrize("scheme", ["ressourceforloeb", "ressourceforløb", "Ressourceforløb"])
def test_a_scheme_is_named_as_it_is_written_or_spoken(
    scheme: str, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("show", "longest_months", "--on", "2024-01-01", "--scheme", scheme, "--json")
    _code, said, _fault = law(*words, capsys=capsys)

    assert [one["scheme"] for one in json.loads(said)] == ["ressourceforloeb"]


def test_for_a_program_it_answers_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    _code, said, _fault = law("show", "longest_months", "--on", "2024-01-01", "--json", capsys=capsys)

    (first, *_rest) = json.loads(said)
    assert (first["value"], first["unit"], first["from"], first["to"]) == (
        36,
        "months",
        "2022-01-01",
        "2026-01-31",
    )
    assert first["confidence"] == "high" and first["source"]["act"] == "LAB"


def test_what_is_not_known_says_why(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("show", "plan.ahead", "--on", "2026-03-01", "--scheme", "ressourceforloeb", "--json")
    code, said, _fault = law(*words, capsys=capsys)

    (told,) = json.loads(said)
    assert code == 0
    assert told["holds"] is False and told["why"]["da"] and told["why"]["en"]


def test_what_changes_between_two_days_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    code, said, _fault = law("changes", "--from", "2022-01-01", "--to", "2022-01-01", capsys=capsys)

    assert code == 0
    assert said.count("2022-01-01") == len(said.splitlines())
    ended = "longest_months = 60 måneder / 60 months (ressourceforloeb): Den længste varighed, er ophørt"
    assert f"{ended} / is over" in said


def test_what_has_not_been_read_is_not_said_to_hold(capsys: pytest.CaptureFixture[str]) -> None:
    _code, said, _fault = law("changes", "--from", "2026-02-01", "--to", "2026-02-01", capsys=capsys)

    (line,) = (
        one for one in said.splitlines() if one.startswith("2026-02-01  plan.ahead (ressourceforloeb)")
    )
    assert "er ikke læst fra nu / has not been read from now" in line


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("show", "talks.due", "--on", "i morgen"), "--on: »i morgen« er ikke en dag i kalenderen."),
        (("show", "talks.due", "--on", "2024-06-31"), "--on: »2024-06-31« er ikke en dag"),
        (("show", "talks.due", "--on", "2024-06-30", "--granted", "x"), "--granted: »x« er ikke en dag"),
        (
            ("show", "talks.due", "--on", "2024-06-30", "--granted", "2024-07-01"),
            "--granted 2024-07-01 ligger efter --on 2024-06-30. Skriv bevillingsdagen, og spørg",
        ),
        (("show", "talk.due", "--on", "2024-06-30"), "Ingen regel og intet tal hedder »talk.due«."),
        (("show", "talks.due", "--on", "20250101"), "--on: »20250101« er ikke en dag"),
        (("show", "talks.due", "--on", "2025-W01-1"), "--on: »2025-W01-1« er ikke en dag"),
        (
            ("show", "talks.due", "--on", "2024-06-30", "--scheme", "flexjob"),
            "--scheme: Ordningen »flexjob« findes ikke her. Vælg en af disse: ressourceforloeb, jobafk",
        ),
        (("changes", "--from", "2024-02-01", "--to", "2024-01-01"), "--to 2024-01-01 ligger før"),
    ],
)
def test_bad_input_is_refused_in_a_sentence(
    words: tuple[str, ...], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, said, fault = law(*words, capsys=capsys)

    assert code == 1
    assert said == ""
    assert sentence in fault and "Traceback" not in fault


def test_the_rulebook_is_checked_and_found_whole(capsys: pytest.CaptureFixture[str]) -> None:
    code, said, _fault = law("check", capsys=capsys)

    assert code == 0
    assert "Ingen fejl. / No faults." in said
    assert "pay_limit (ressourceforløb) har ingen værdi" in said


def test_a_check_is_told_in_json_with_the_reforms(capsys: pytest.CaptureFixture[str]) -> None:
    _code, said, _fault = law("check", "--json", capsys=capsys)

    whole = json.loads(said)
    assert whole["faults"] == [] and whole["examples"] > 500
    assert whole["reforms"]["examples"] > 150 and whole["reforms"]["numbers"] > 5


def test_a_program_without_its_examples_says_that_they_are_not_at_hand(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(law_check, "EXAMPLES", tmp_path)

    code, said, _fault = law("check", capsys=capsys)

    assert code == 0 and said.count("Eksemplerne er ikke til stede") == 2


@pytest.mark.parametrize("folder", ["", "nowhere"])
def test_a_folder_that_was_typed_and_holds_no_examples_is_refused(
    folder: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    code, said, fault = law("check", "--examples", str(tmp_path / folder), capsys=capsys)

    assert (code, said) == (1, "")
    assert "--examples: Der er ingen eksempler i" in fault


@pytest.mark.parametrize(
    "typed", ["rules: {", "rules: []", "examples: 3", "- 1", "rules: {a: b}\nexamples: [{}]"]
)
def test_a_file_of_examples_that_is_none_is_told_by_its_name(
    typed: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "own_examples.yaml").write_text(typed)

    code, said, fault = law("check", "--examples", str(tmp_path), capsys=capsys)

    assert (code, said) == (1, "")
    assert "own_examples.yaml" in fault
    assert "Traceback" not in fault


def test_a_rule_without_examples_makes_the_check_fail_in_a_sentence(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "plan_examples.yaml").write_text("rules: {plan.ahead: fixed_on}\nexamples: []\n", "utf-8")

    code, said, _fault = law("check", "--examples", str(tmp_path), capsys=capsys)

    assert code == 1
    assert "plan.ahead, fra og med 1. juli 2014" in said and "mangler eksempler på: 2014-06-30" in said
