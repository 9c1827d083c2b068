"""`sammetag evaluate survival`: time until an event in a file, in sentences or in JSON, or why not."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from tests.config.evaluate_asked import COX, DRAWN, Evaluate

CASE = ["--time", "week", "--event", "cause", "--cause", "1", "--arm", "treated", "--treated", "1"]
OWN = ["--time", "uge", "--event", "job", "--arm", "gruppe", "--treated", "ny"]
ROWS = """id;uge;job;gruppe;alder
a;1,5;ja;ny;30
b;2,5;nej;ny;41
c;3;ja;ny;52
d;4;ja;vant;33
e;5;nej;vant;44
f;6;ja;vant;25
"""


@pytest.fixture
def evaluate(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Evaluate:
    """The command."""
    return Evaluate(capsys, tmp_path)


def test_both_arms_are_told_of_in_both_languages(evaluate: Evaluate) -> None:
    code, said, _fault = evaluate("survival", DRAWN, *CASE, "--stratum", "block", "--at", "52", "--tau", "50")

    assert code == 0
    assert "treated = 1: 109 personer, 33 med hændelsen" in said
    assert "treated = 0, per cent without the event at 52 (96 followed that long): 88.9" in said
    assert "Difference: p = 0.087 (chi-square 2.92, degrees 1)" in said
    assert "Forskel i tid: -1,8 (95-procents interval -4,4 til 0,8)" in said
    assert "Sig med --better, om man håber på flere eller færre" in said


def test_every_answer_carries_its_method_and_its_numbers_in_json(evaluate: Evaluate) -> None:
    data = evaluate.data("survival", DRAWN, *CASE, "--stratum", "block", "--at", "52", "--tau", "50")

    assert list(data) == [
        "kaplan_meier",
        "logrank",
        "cox",
        "proportionality",
        "restricted_mean",
        "conclusion",
    ]
    assert all(data[part]["method"]["da"] for part in list(data)[:-1])
    assert data["logrank"]["test"]["p"] == pytest.approx(0.087, abs=5e-4)
    assert data["cox"]["effects"]["treated"]["hazard_ratio"]["interval"]["level"] == 0.95
    assert data["kaplan_meier"]["arms"][0]["at"][0]["time"] == 52


def test_a_median_that_is_not_reached_is_null_with_a_why(evaluate: Evaluate) -> None:
    data = evaluate.data("survival", DRAWN, *CASE)

    median = data["kaplan_meier"]["arms"][0]["median"]
    assert median["value"] is None and median["why"]["en"].startswith("Fewer than half reached the event")


def test_an_open_interval_ends_in_null_with_a_why(evaluate: Evaluate) -> None:
    data = evaluate.data("survival", evaluate.file(ROWS), *OWN)

    interval = data["kaplan_meier"]["arms"][1]["median"]["interval"]
    assert interval["high"] is None and interval["why"]["da"].startswith("Intervallet er åbent opad")


def test_covariates_ties_and_late_entry_are_taken_in(evaluate: Evaluate) -> None:
    asked = ["survival", COX, "--time", "week", "--event", "ending", "--cause", "1", "--entry", "entry"]
    arm = ["--arm", "treated", "--treated", "1", "--adjust", "age", "woman", "--ties", "breslow"]

    data = evaluate.data(*asked, *arm)

    assert list(data["cox"]["effects"]) == ["treated", "age", "woman"]
    assert data["cox"]["ties"] == "breslow" and "Breslow" in data["cox"]["method"]["source"]
    assert data["proportionality"]["together"]["degrees"] == 3


def test_one_group_alone_has_its_curve_and_its_mean(evaluate: Evaluate) -> None:
    data = evaluate.data("survival", evaluate.file(ROWS), "--time", "uge", "--event", "job", "--tau", "3")

    assert list(data) == ["kaplan_meier", "restricted_mean"]
    assert data["kaplan_meier"]["arms"][0]["arm"] == {"da": "Alle", "en": "Everybody"}
    assert data["restricted_mean"]["mean"]["value"] == pytest.approx(1.5 + 1.5 * 5 / 6)


def test_what_is_concluded_needs_the_way_that_is_hoped_for(evaluate: Evaluate) -> None:
    data = evaluate.data("survival", DRAWN, *CASE, "--better", "more", "--planned", "1,5")

    assert data["conclusion"]["verdict"] == "neither"
    assert "the planned one (a ratio of 1.5)" in data["conclusion"]["told"]["en"]


def test_parquet_is_read_as_csv_is(evaluate: Evaluate, tmp_path: Path) -> None:
    file = tmp_path / "drawn.parquet"
    duckdb.sql(f"COPY (SELECT * FROM read_csv('{DRAWN}')) TO '{file}' (FORMAT parquet)")  # noqa: S608 - ours

    assert evaluate.data("survival", str(file), *CASE) == evaluate.data("survival", DRAWN, *CASE)


def test_where_nobody_has_the_event_every_answer_says_so(evaluate: Evaluate) -> None:
    nobody = evaluate.file(ROWS.replace(";ja;", ";nej;"))

    data = evaluate.data("survival", nobody, *OWN)

    for part in ("logrank", "cox", "proportionality"):
        assert data[part]["value"] is None
        assert data[part]["why"]["da"].startswith("Ingen af de 6 personer nåede hændelsen")
    assert "Tallene kan ikke besvare" in evaluate("survival", nobody, *OWN, "--better", "more")[1]


def test_where_an_arm_parts_people_there_is_no_hazard_ratio_but_a_why(evaluate: Evaluate) -> None:
    parted = evaluate.file(ROWS.replace("d;4;ja", "d;4;nej").replace("f;6;ja", "f;6;nej"))

    data = evaluate.data("survival", parted, *OWN, "--better", "more")

    assert "log-rank" in str(data["cox"]) and "Infinity" not in str(data)
    assert data["conclusion"]["verdict"] == "undefined"
    assert data["logrank"]["test"]["p"] is not None


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("uge", "ugen", "Filen mangler kolonnen »uge«. Er det den, der hedder »ugen«?"),
        ("b;2,5", "b;to", "I linje 3, kolonnen »uge«, står der »to«. Der skal stå et tal"),
        ("b;2,5", "b;", "I linje 3, kolonnen »uge«, er feltet tomt."),
        ("b;2,5", "b;-2", "rows.csv, linje 3: Række 2: tiden er negativ."),
        ("b;2,5", "b;2.5", "Decimaltegnet er komma i linje 2 og punktum i linje 3."),
        ("2,5;nej", "2,5;måske", "står der »måske«. Der skal stå ja eller nej"),
        ("nej;vant", "nej;anden", "I linje 6, kolonnen »gruppe«, står »anden«, som er hverken »ny«"),
        (";vant", ";ny", "Alle 6 personer er i samme gruppe"),
        (";ny", ";vant", "Ingen række har »ny« i kolonnen »gruppe«. Dér står: »vant«. Ret --treated."),
        ("b;2", "a;2", "I linje 3, kolonnen »id«, står »a«, som også står i linje 2."),
    ],
)
def test_a_row_that_cannot_be_right_is_named_with_its_remedy(
    evaluate: Evaluate, old: str, new: str, sentence: str
) -> None:
    wrong = evaluate.file(ROWS.replace(old, new))

    assert sentence in evaluate.refusal("survival", wrong, *OWN, "--person", "id")


def test_in_parquet_a_row_is_named_by_its_number(evaluate: Evaluate, tmp_path: Path) -> None:
    file = tmp_path / "drawn.parquet"
    third = f"SELECT * REPLACE (if(person = 'P003', 2, treated) AS treated) FROM read_csv('{DRAWN}')"  # noqa: S608 - ours
    duckdb.sql(f"COPY ({third}) TO '{file}' (FORMAT parquet)")

    assert "I række 3, kolonnen »treated«, står »2«" in evaluate.refusal("survival", str(file), *CASE)


def test_an_event_before_entry_is_refused_with_its_line(evaluate: Evaluate) -> None:
    late = evaluate.file("id;ind;uge;job\na;0;3;ja\nb;5;4;ja\n")

    said = evaluate.refusal("survival", late, "--time", "uge", "--event", "job", "--entry", "ind")

    assert "linje 3: Række 2: personen går ud, før" in said
    assert "line 3: Row 2: the person leaves before" in said


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (["--tau", "et år"], "--tau: »et år« er ikke et tal. Skriv det som 12 eller 12,5."),
        (["--at", "-3"], "--at: -3 ligger før 0"),
        (["--adjust", "id"], "kolonnen »id«, står der »a«. Der skal stå et tal"),
        (["--adjust", "uge"], "Kolonnen »uge« er angivet til to ting."),
        (["--better", "more", "--planned", "0,5"], "skal ligge på den side, man håber på. Det gør 0,5 ikke."),
        (["--cause", "x"], "--cause: »x« er ikke et helt tal."),
    ],
)
def test_what_is_typed_and_cannot_be_is_refused(evaluate: Evaluate, typed: list[str], sentence: str) -> None:
    assert sentence in evaluate.refusal("survival", evaluate.file(ROWS), *OWN, *typed)


def test_an_arm_needs_to_be_told_who_is_treated(evaluate: Evaluate) -> None:
    said = evaluate.refusal("survival", DRAWN, *CASE[:-2])

    assert "--arm og --treated hører sammen" in said


def test_a_limit_beyond_what_is_known_says_how_far_one_can_ask(evaluate: Evaluate) -> None:
    data = evaluate.data("survival", DRAWN, *CASE, "--tau", "1000", "--at", "1000")

    assert "Choose" in data["restricted_mean"]["why"]["en"]
    assert data["kaplan_meier"]["arms"][0]["at"][0]["estimate"]["value"] is None
