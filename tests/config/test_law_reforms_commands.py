"""`sammetag law reforms` and `law impact`: what can be switched on, and whom it would affect."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sammetag.config import command
from sammetag.law.reforms import REFORMS

Out = pytest.CaptureFixture[str]
LINES = [
    {"id": "small", "scheme": "fleksjob", "reform": {"flexi_hours": 4, "flexi_since": "2024-01-01"}},
    {"id": "ceiling", "scheme": "ressourceforloeb", "reform": {"coordinator_cases": 70}},
]


def impact(place: Path, *words: str) -> int:
    file = place / "facts.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in LINES))
    return command.main(["law", "impact", *words, str(file), "--on", "2025-06-01"])


def told(out: Out) -> Any:
    return json.loads(out.readouterr().out)


def test_every_reform_is_listed_with_who_asks_for_it(capsys: Out) -> None:
    assert command.main(["law", "reforms", "--json"]) == 0

    listed = told(capsys)
    assert [one["name"] for one in listed] == [one.name for one in REFORMS]
    assert all(one["source"]["published"] and one["rules"] for one in listed)


def test_a_case_that_does_not_tell_enough_is_said_to_lack_it(tmp_path: Path, capsys: Out) -> None:
    assert impact(tmp_path, "--reform", "ds-11-caseload-ceiling", "--json") == 0

    by_case = {one["case"]: one for one in told(capsys)["cases"]}
    assert by_case["ceiling"]["verdict"] == "not_judged"
    assert by_case["ceiling"]["effects"][0]["lacks"] == ["reform.caseload_kind"]


def test_for_people_the_count_comes_first_and_then_what_is_not_known(tmp_path: Path, capsys: Out) -> None:
    assert impact(tmp_path, "--reform", "ds-11-caseload-ceiling") == 0

    shown = capsys.readouterr().out
    assert "2025-06-01: ds-11-caseload-ceiling" in shown
    assert "kan ikke vurderes / cannot be judged" in shown
    assert "reform.caseload_kind?" in shown


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--reform", "nothing-such"), "findes ikke her"),
        (
            ("--reform", "guarantee-as-proposed", "--reform", "guarantee-as-enacted"),
            "cannot hold at once",
        ),
    ],
    ids=["unknown", "contradiction"],
)
def test_what_cannot_be_switched_on_is_refused_in_a_sentence(
    tmp_path: Path, capsys: Out, words: tuple[str, ...], said: str
) -> None:
    assert impact(tmp_path, *words) == 1

    refused = capsys.readouterr()
    assert said in refused.out + refused.err


def test_without_a_file_one_says_whose_caseload(capsys: Out) -> None:
    assert command.main(["law", "impact", "--reform", "ds-11-caseload-ceiling"]) == 1

    refused = capsys.readouterr()
    assert "--as BRUGERNAVN" in refused.out + refused.err


def test_a_file_and_a_caseload_at_once_are_refused(tmp_path: Path, capsys: Out) -> None:
    assert impact(tmp_path, "--reform", "ds-11-caseload-ceiling", "--as", "nobody") == 1

    assert "enten en fil med fakta eller --as BRUGERNAVN" in capsys.readouterr().err
