"""`sammetag evaluate power --simulate`: a trial is tried out, its persons coming draw by draw; or why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.config.evaluate_asked import Evaluate

PLAN = ["power", "--simulate", "--weeks", "106"]
DRAWS = ["--draws", "13", "--every", "2", "--per-draw", "16"]
SHARES = ["--shares", "0,25", "0,14"]
RATIO = ["--hazard-ratio", "2", "--control-share", "0,14"]
CHANCE = ["--random-seed", "7", "--trials", "200"]


@pytest.fixture
def evaluate(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Evaluate:
    """The command."""
    return Evaluate(capsys, tmp_path)


def test_the_power_is_said_with_how_persons_come_in_and_with_its_interval(evaluate: Evaluate) -> None:
    code, said, _fault = evaluate(*PLAN, *SHARES, *DRAWS, *CHANCE)

    assert code == 0
    assert "Lodtrækninger: 13. Personer i alt: 208. De følges i 106 til 130 uger." in said
    assert "Med en hazard ratio på 1,91 ventes 4" in said
    assert "Power in per cent: 5" in said and "(95 per cent interval " in said
    assert "The trial was simulated 200 times" in said


def test_the_last_draw_is_followed_for_the_weeks_of_the_plan_and_those_before_it_longer(
    evaluate: Evaluate,
) -> None:
    data = evaluate.data(*PLAN, *RATIO, "--draws", "3", "--every", "4", "--per-draw", "20", *CHANCE)["power"]

    assert data["weeks"] == [114, 110, 106] and data["persons"] == [20, 20, 20]
    assert data["hazard_ratio"] == 2 and (data["trials"], data["seed"]) == (200, 7)
    assert data["interval"]["low"] < data["power"] < data["interval"]["high"]


def test_a_single_draw_needs_no_weeks_between(evaluate: Evaluate) -> None:
    said = evaluate(*PLAN, *SHARES, "--draws", "1", "--per-draw", "200", *CHANCE)[1]

    assert "Lodtrækninger: 1. Personer i alt: 200. De følges i 106 uger." in said


def test_a_file_tells_draws_of_their_own_sizes(evaluate: Evaluate) -> None:
    file = evaluate.file("persons;weeks\n30;130\n12;118\n8;106\n")

    data = evaluate.data(*PLAN, *RATIO, "--accrual", file, "--ratio", "2:1", *CHANCE)["power"]

    assert data["persons"] == [30, 12, 8] and data["weeks"] == [130, 118, 106] and data["ratio"] == [2, 1]


def test_the_same_seed_gives_the_same_power_and_another_one_another(evaluate: Evaluate) -> None:
    asked = [*PLAN, *SHARES, *DRAWS, "--trials", "200", "--random-seed"]

    first, again, other = (evaluate.data(*asked, seed)["power"]["events"] for seed in ("1", "1", "2"))

    assert first == again != other


@pytest.mark.parametrize("option", ["--competing", "--lost"])
def test_other_ends_leave_fewer_events_and_none_of_them_leaves_as_many(
    evaluate: Evaluate, option: str
) -> None:
    asked = [*PLAN, *RATIO, *DRAWS, *CHANCE]

    plain, none, half = (
        evaluate.data(*asked, *more)["power"]["events"] for more in ([], [option, "0"], [option, "0.5"])
    )

    assert plain == none > half


def test_shares_that_are_alike_are_found_to_differ_by_chance_alone(evaluate: Evaluate) -> None:
    data = evaluate.data(*PLAN, "--shares", "0,2", "0,2", *DRAWS, "--random-seed", "7")["power"]

    assert data["hazard_ratio"] == 1 and data["power"] < 0.08


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (["--weeks", "106", *DRAWS, *CHANCE], "Spørg enten om to andele"),
        ([*SHARES, *DRAWS, *CHANCE], "--weeks mangler. Angiv de uger, som andelene gælder efter."),
        ([*SHARES, "--weeks", "106", *CHANCE], "Sig, hvordan personerne kommer ind: --draws 13"),
        ([*SHARES, "--weeks", "106", *DRAWS], "--random-seed mangler. Angiv et helt tal, så svaret kan"),
        (["--weeks", "106", "--hazard-ratio", "2", *DRAWS], "--control-share mangler."),
    ],
)
def test_what_is_missing_is_asked_for(evaluate: Evaluate, typed: list[str], sentence: str) -> None:
    assert sentence in evaluate.refusal("power", "--simulate", *typed)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (["--each", "100"], "--each kan ikke angives sammen med --simulate"),
        (["--power", "0,8"], "--power kan ikke angives sammen med --simulate"),
        (["--control-share", "0,1"], "--control-share hører til --hazard-ratio."),
        (["--accrual", "draws.csv"], "--draws kan ikke angives sammen med --accrual"),
        (["--shares", "25", "14"], "--shares: Andelen skal ligge mellem 0 og 1"),
        (["--lost", "1"], "--lost: Andelen skal ligge mellem 0 og 1"),
        (["--per-draw", "0"], "--per-draw: 0 kan ikke bruges. Skriv et helt tal fra 1 til 50000."),
        (["--random-seed", "-1"], "--random-seed: -1 kan ikke bruges. Skriv et helt tal fra 0"),
        (["--ratio", "2"], "--ratio: »2« er ikke et forhold mellem to grupper. Skriv det som 1:1"),
        (["--ratio", "1:1:1"], "--ratio: »1:1:1« er ikke et forhold mellem to grupper."),
        (["--draws", "900", "--per-draw", "900"], "Forsøget er for stort til at simulere."),
    ],
)
def test_what_cannot_be_simulated_is_refused_in_a_sentence(
    evaluate: Evaluate, typed: list[str], sentence: str
) -> None:
    assert sentence in evaluate.refusal(*PLAN, *SHARES, *DRAWS, *CHANCE, *typed)


def test_a_hazard_ratio_of_nothing_is_refused(evaluate: Evaluate) -> None:
    asked = [*PLAN, "--hazard-ratio", "0", "--control-share", "0.1", *DRAWS, *CHANCE]

    assert "--hazard-ratio skal være over 0; 0 kan ikke bruges." in evaluate.refusal(*asked)


def test_several_draws_need_the_weeks_between_them(evaluate: Evaluate) -> None:
    asked = [*PLAN, *SHARES, "--draws", "2", "--per-draw", "10", *CHANCE]

    assert "--every mangler. Angiv antallet af uger mellem lodtrækningerne." in evaluate.refusal(*asked)


def test_a_file_with_an_empty_draw_is_refused_by_its_name(evaluate: Evaluate) -> None:
    file = evaluate.file("persons,weeks\n30,130\n0,118\n", "draws.csv")

    refusal = evaluate.refusal(*PLAN, *SHARES, "--accrual", file, *CHANCE)

    assert "draws.csv: Hver lodtrækning skal have mindst én person" in refusal


@pytest.mark.parametrize("option", ["--weeks", "--draws", "--lost", "--trials", "--random-seed", "--ratio"])
def test_what_belongs_to_a_simulation_is_refused_without_one(evaluate: Evaluate, option: str) -> None:
    refusal = evaluate.refusal("power", *SHARES, option, "10")

    assert f"{option} hører til --simulate. Angiv --simulate, eller udelad {option}." in refusal
