"""`sammetag law reforms` and `law impact`: what can be switched on, and whom it would affect."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sammetag.config import command
from sammetag.law.reforms import REFORMS

Out = pytest.CaptureFixture[str]
TARGET = {"complex_problems": True, "unsolved": False, "can_develop": None, "disability_pension": False}
LINES: list[dict[str, Any]] = [
    {"id": "small", "scheme": "fleksjob", "reform": {"flexi_hours": 4, "flexi_since": "2024-01-01"}},
    {"id": "ceiling", "scheme": "ressourceforloeb", "reform": {"coordinator_cases": 70}},
]


def impact(place: Path, *words: str) -> int:
    return impact_of(LINES, place, *words)


def impact_of(lines: list[dict[str, Any]], place: Path, *words: str) -> int:
    file = place / "facts.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in lines))
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


def test_for_people_each_case_tells_what_holds_now_what_would_and_what_of_that_is_our_reading(
    tmp_path: Path, capsys: Out
) -> None:
    over = {"coordinator_cases": 70, "caseload_kind": "adult"}
    lines = [{"id": "over", "scheme": "ressourceforloeb", "reform": over}]

    assert impact_of(lines, tmp_path, "--reform", "ds-11-caseload-ceiling") == 0

    shown = capsys.readouterr().out
    assert "over\n  antallet af sager pr. sagsbehandler: ville mærke det" in shown
    assert "Loven har ingen sådan regel den dag." in shown
    assert "Med reformen: Sagsbehandleren har 70 sager. Det er 15 for mange." in shown
    assert "Under the reform: The caseworker has 70 cases." in shown
    assert "udledt af forslaget / inferred from the proposal" in shown
    assert "som loft, er vores læsning." in shown


def test_for_people_the_law_of_today_stands_before_what_a_reform_makes_of_it(
    tmp_path: Path, capsys: Out
) -> None:
    start = {"granted_on": "2025-03-03", "starts_on": "2025-03-03"}
    exempt = {"efforts": [], "exempt": [{"first": "2025-05-05", "last": "2025-05-18"}]}
    lines = [{"id": "later", "scheme": "ressourceforloeb", **start, "guarantee": exempt}]

    assert impact_of(lines, tmp_path, "--reform", "guarantee-as-proposed") == 0

    shown = capsys.readouterr().out
    law, reform = shown.index("Efter loven: Noget skal"), shown.index("Med reformen: Noget skal")
    assert law < reform


def test_for_people_a_case_that_cannot_be_judged_says_why_and_what_it_lacks(
    tmp_path: Path, capsys: Out
) -> None:
    educated = {"has_vocational_education": True, "wants_education": True}
    lines = [
        {"id": "open", "scheme": "ressourceforloeb", "born_on": "1988-05-17", "target": TARGET},
        {"id": "unread", "scheme": "kontanthjaelp", "reform": educated},
    ]
    reforms = ("--reform", "ds-8-earlier-programme", "--reform", "ds-6-education")

    assert impact_of(lines, tmp_path, *reforms) == 0

    shown = capsys.readouterr().out
    summary, cases = shown.split("\nopen\n")
    assert "     1  target.can_develop?\n" in summary
    assert "     1  Borgeren har en erhvervsuddannelse. Om LAB § 22, stk. 4" in summary
    assert "Betingelser, der mangler at blive vurderet:" in cases
    assert "    target.can_develop?\n" in cases
    assert "unread\n  erhvervsuddannelse på kontanthjælp: kan ikke vurderes" in cases


def test_for_programs_each_effect_has_its_source_its_confidence_and_its_note(
    tmp_path: Path, capsys: Out
) -> None:
    over = {"coordinator_cases": 70, "caseload_kind": "adult"}
    lines = [{"id": "over", "scheme": "ressourceforloeb", "reform": over}]

    assert impact_of(lines, tmp_path, "--reform", "ds-11-caseload-ceiling", "--json") == 0

    (effect,) = told(capsys)["cases"][0]["effects"]
    assert effect["confidence"] == "medium"
    assert effect["source"]["act"] == "DS"
    assert "our reading" in effect["note"]["en"]


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
