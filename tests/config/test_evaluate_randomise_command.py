"""`sammetag evaluate randomise`: a seed and its promise, a draw, and the check of a log; or why not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sammetag.evaluation.allocation import Trial, commit, draw
from tests.config.evaluate_asked import Evaluate

SEED = "5a" * 32
PROMISE = commit(bytes.fromhex(SEED), "lige-muligheder")
TRIAL = ["--trial", "lige-muligheder"]
DRAW = [*TRIAL, "--seed", SEED, "--block", "2026-03-02"]
IDS = "person\nP1\nP2\nP3\nP4\n"


@pytest.fixture
def evaluate(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Evaluate:
    """The command."""
    return Evaluate(capsys, tmp_path)


@pytest.fixture
def log(evaluate: Evaluate) -> str:
    """The log of two draws."""
    first = evaluate("randomise", *DRAW, "--ids", evaluate.file(IDS))[1]
    later = evaluate.file(IDS.replace("P", "Q"))
    second = evaluate("randomise", *DRAW[:-1], "2026-03-09", "--ids", later)[1]
    return first + second.partition("\n")[2]


def test_a_new_seed_comes_with_what_to_publish(evaluate: Evaluate) -> None:
    first, second = (evaluate.data("randomise", *TRIAL, "--new-seed")["seed"] for _time in range(2))

    assert first["seed"] != second["seed"]
    assert first["commitment"] == commit(bytes.fromhex(first["seed"]), "lige-muligheder")


def test_a_list_is_drawn_as_the_seed_says(evaluate: Evaluate) -> None:
    data = evaluate.data("randomise", *DRAW, "--ids", evaluate.file(IDS))

    trial = Trial("lige-muligheder", ("treated", "control"))
    expected = draw(bytes.fromhex(SEED), trial, "2026-03-02", ("P1", "P2", "P3", "P4"))
    assert [one["arm"] for one in data["drawn"]] == list(expected)
    assert sorted(expected) == ["control", "control", "treated", "treated"]
    assert data["commitment"] == PROMISE


def test_arms_have_the_names_and_the_seats_that_are_asked_for(evaluate: Evaluate) -> None:
    own = ["--arms", "ny", "vant", "--ratio", "3:1", "--person", "nummer"]

    _code, said, _fault = evaluate(
        "randomise", *DRAW, *own, "--ids", evaluate.file("nummer;navn\n1;a\n2;b\n3;c\n4;d\n")
    )

    lines = said.splitlines()
    assert lines[0] == "block,person,arm" and lines[1].startswith("2026-03-02,1,")
    assert sum(line.endswith(",ny") for line in lines) == 3


def test_a_log_that_is_as_drawn_holds(evaluate: Evaluate, log: str) -> None:
    asked = ["--check", evaluate.file(log), *TRIAL, "--seed", SEED, "--commitment", PROMISE]

    code, said, _fault = evaluate("randomise", *asked)

    assert code == 0
    assert "Alle 8 personer i 2 lodtrækninger står, som frøet gav dem." in said


def test_every_difference_of_a_log_is_named(evaluate: Evaluate, log: str) -> None:
    lines = log.splitlines()
    swap = {"treated": "control", "control": "treated"}
    block, person, arm = lines[3].split(",")
    lines[3] = f"{block},{person},{swap[arm]}"
    other = commit(bytes.fromhex(SEED), "et andet forsøg")
    asked = ["--check", evaluate.file("\n".join(lines)), *TRIAL, "--seed", SEED, "--commitment", other]

    code, said, _fault = evaluate("randomise", *asked, "--json")
    check = json.loads(said)["check"]

    assert code == 1 and not check["holds"]
    assert [one["kind"] for one in check["differences"]] == ["seed", "arm"]
    assert check["differences"][1]["person"] == person
    assert f"men lodtrækningen gav {arm}" in check["differences"][1]["told"]["da"]


def test_a_list_drawn_twice_is_seen(evaluate: Evaluate, log: str) -> None:
    again = log + "".join(log.splitlines(keepends=True)[1:5])
    asked = ["--check", evaluate.file(again), *TRIAL, "--seed", SEED, "--commitment", PROMISE]

    code, said, _fault = evaluate("randomise", *asked)

    assert code == 1
    assert "2026-03-02: der er trukket lod to gange." in said


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ([], "Vælg én ting: --new-seed"),
        (["--new-seed", "--ids", "x.csv"], "Vælg én ting: --new-seed"),
        (["--new-seed", "--ratio", "1:x"], "--ratio: »x« er ikke et helt tal."),
        (["--new-seed", "--ratio", "1:0"], "Der skal være mindst to grupper"),
        (["--new-seed", "--arms", "a\ud800", "b"], "Navnet indeholder tegn, der ikke kan skrives."),
        (["--ids", "x.csv"], "--seed mangler. Angiv frøet fra --new-seed."),
        (["--ids", "x.csv", "--seed", "abc"], "--seed: Der skal stå 64 hexadecimale cifre."),
        (["--ids", "x.csv", "--seed", SEED], "--block mangler. Angiv lodtrækningens navn"),
        (["--check", "x.csv", "--seed", SEED], "--commitment mangler."),
        (["--check", "x.csv", "--seed", SEED, "--commitment", "ø" * 64], "--commitment: Der skal stå 64"),
        (["--check", "nowhere.csv", "--seed", SEED, "--commitment", PROMISE], "Filen kan ikke læses."),
    ],
)
def test_what_is_missing_or_cannot_be_is_said(evaluate: Evaluate, typed: list[str], sentence: str) -> None:
    assert sentence in evaluate.refusal("randomise", *TRIAL, *typed)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("P2", "P1", "I linje 3, kolonnen »person«, står »P1«, som også står i linje 2."),
        ("person", "persona", "Filen mangler kolonnen »person«. Er det den, der hedder »persona«?"),
        ("P2", '"P\n2"', "linje 3: Række 2: et nummer eller navn må hverken være tomt"),
    ],
)
def test_a_list_that_cannot_be_drawn_is_refused_with_its_line(
    evaluate: Evaluate, old: str, new: str, sentence: str
) -> None:
    wrong = evaluate.file(IDS.replace(old, new))

    assert sentence in evaluate.refusal("randomise", *DRAW, "--ids", wrong)
