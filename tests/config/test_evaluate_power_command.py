"""`sammetag evaluate power`: the power of a size, or the size for a power; or why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.config.evaluate_asked import Evaluate

SHARES = ["--shares", "0,10", "0.25"]
RATIO = ["--hazard-ratio", "1,5"]


@pytest.fixture
def evaluate(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Evaluate:
    """The command."""
    return Evaluate(capsys, tmp_path)


def test_the_persons_for_two_shares_are_those_of_the_textbook(evaluate: Evaluate) -> None:
    data = evaluate.data("power", *SHARES)["power"]

    assert data["persons"] == [100, 100] and data["shares"] == [0.1, 0.25]
    assert 0.8 <= data["power"] < 0.81 and data["method"]["source"].startswith("Fleiss")


def test_the_power_of_so_many_persons_is_said_in_both_languages(evaluate: Evaluate) -> None:
    code, said, _fault = evaluate("power", *SHARES, "--each", "109")

    assert code == 0
    assert "Med 109 og 109 personer findes forskellen mellem 10 og 25 procent i 83," in said
    assert "With 109 and 109 persons the difference of 10 and 25 per cent is found in 83." in said


def test_the_events_for_a_hazard_ratio_are_schoenfelds(evaluate: Evaluate) -> None:
    asked = evaluate.data("power", *RATIO, "--power", "0,9")["power"]

    assert asked["events"] == 256 and asked["hazard_ratio"] == 1.5


def test_few_events_have_little_power(evaluate: Evaluate) -> None:
    assert evaluate.data("power", *RATIO, "--events", "55")["power"]["power"] == pytest.approx(
        0.324, abs=1e-3
    )


def test_where_few_events_are_expected_it_is_said_that_the_power_is_rough(evaluate: Evaluate) -> None:
    said = evaluate("power", "--shares", "0.01", "0.10", "--each", "100")[1]

    assert "Der ventes under 5 hændelser i en gruppe" in said


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ([], "Spørg enten om to andele (--shares 0,10 0,25) eller om en hazard ratio"),
        ([*SHARES, *RATIO], "Spørg enten om to andele"),
        (["--shares", "0,1", "0,1"], "Andelene skal ligge mellem 0 og 1, og være forskellige"),
        (["--shares", "10", "25"], "Andelene skal ligge mellem 0 og 1"),
        (["--shares", "ti", "0,1"], "--shares: »ti« er ikke et tal."),
        ([*SHARES, "--each", "0"], "Der skal være mindst én person i hver gruppe."),
        ([*SHARES, "--each", "10,5"], "--each: »10,5« er ikke et helt tal."),
        ([*SHARES, "--each", "10", "--power", "0.8"], "--each og --power kan ikke angives sammen"),
        ([*SHARES, "--events", "10"], "--events hører til --hazard-ratio. Angiv --hazard-ratio"),
        ([*SHARES, "--power", "80"], "Styrke og niveau skal ligge mellem 0 og 1"),
        (["--hazard-ratio", "1"], "Hazard ratio skal være over 0 og ikke 1"),
        ([*RATIO, "--each", "10"], "--each hører til --shares. Angiv --shares, eller udelad --each."),
        ([*RATIO, "--events", "0"], "Der skal være mindst én hændelse."),
    ],
)
def test_what_has_no_power_is_refused_in_a_sentence(
    evaluate: Evaluate, typed: list[str], sentence: str
) -> None:
    assert sentence in evaluate.refusal("power", *typed)
