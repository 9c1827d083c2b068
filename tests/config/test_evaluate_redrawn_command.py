"""`--block` of `sammetag evaluate survival` and `compare`: lots are drawn anew in the blocks; or why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.config.evaluate_asked import DRAWN, Evaluate

ARM = ["--arm", "treated", "--treated", "1"]
SURVIVAL = ["survival", DRAWN, "--time", "week", "--event", "cause", "--cause", "1", *ARM]
COMPARE = ["compare", DRAWN, "--outcome", "cause", "--yes", "1", *ARM]
REDRAW = ["--block", "block", "--random-seed", "7", "--redraws", "4000"]


@pytest.fixture
def evaluate(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Evaluate:
    """The command."""
    return Evaluate(capsys, tmp_path)


def test_the_log_rank_is_held_against_what_the_draw_alone_gives(evaluate: Evaluate) -> None:
    code, said, _fault = evaluate(*SURVIVAL, *REDRAW)

    assert code == 0
    assert "Randomiseringstest / Randomisation test\n  treated = 1: hændelser ud over de ventede: 7," in said
    assert "with an uncertainty of 0.00" in said
    assert "af 4000 nye lodtrækninger skilte grupperne mindst så meget som den virkelige." in said
    assert "The draw was repeated 4,000 times in the same blocks." in said


def test_the_answer_holds_all_that_it_takes_to_repeat_it(evaluate: Evaluate) -> None:
    data = evaluate.data(*SURVIVAL, *REDRAW)["randomisation"]

    assert (data["block"], data["ratio"], data["redraws"], data["seed"]) == ("block", [1, 1], 4000, 7)
    assert data["test"]["p"] == pytest.approx((1 + data["extreme"]) / 4001)
    assert data["error"] == pytest.approx((data["test"]["p"] * (1 - data["test"]["p"]) / 4000) ** 0.5)
    assert data["method"]["source"].startswith("Rosenberger & Lachin")
    assert data == evaluate.data(*SURVIVAL, *REDRAW)["randomisation"]


def test_what_is_observed_is_what_the_log_rank_beside_it_counts(evaluate: Evaluate) -> None:
    for strata in ([], ["--stratum", "block"], ["--stratum", "sex"]):
        data = evaluate.data(*SURVIVAL, *REDRAW, *strata)

        treated = data["logrank"]["arms"][0]
        assert data["randomisation"]["observed"] == pytest.approx(treated["observed"] - treated["expected"])


def test_a_stratum_is_compared_within_while_the_draw_is_repeated_in_its_block(evaluate: Evaluate) -> None:
    plain = evaluate.data(*SURVIVAL, *REDRAW)["randomisation"]
    within = evaluate.data(*SURVIVAL, *REDRAW, "--stratum", "sex")["randomisation"]

    assert "inden for samme stratum" in within["method"]["da"]
    assert "inden for samme stratum" not in plain["method"]["da"]
    assert within["possible_draws_log10"] == plain["possible_draws_log10"]


def test_the_difference_of_shares_is_held_against_the_draw_too(evaluate: Evaluate) -> None:
    data = evaluate.data(*COMPARE, *REDRAW)

    assert data["randomisation"]["observed"] == pytest.approx(data["shares"]["difference"]["value"])
    assert data["randomisation"]["test"]["p"] == pytest.approx(0.1, abs=0.02)
    assert "Forskel i procentpoint: 10,1\n" in evaluate(*COMPARE, *REDRAW)[1]


def test_another_ratio_of_the_seats_is_another_draw(evaluate: Evaluate) -> None:
    rows = ("b,1", "b,1", "b,0", "a,1", "a,1", "b,0", "a,0")
    file = evaluate.file("day,arm,job\n" + "".join(f"d,{row}\n" for row in rows))
    asked = ["compare", file, "--outcome", "job", "--arm", "arm", "--treated", "a", "--block", "day"]

    even, odd = (
        evaluate.data(*asked, "--random-seed", "1", "--ratio", ratio)["randomisation"]
        for ratio in ("1:1", "1:2")
    )

    assert even["ratio"] == [1, 1] and odd["ratio"] == [1, 2]
    assert even["possible_draws_log10"] != odd["possible_draws_log10"]


def test_where_no_draw_can_part_the_arms_it_is_said_why(evaluate: Evaluate) -> None:
    file = evaluate.file("day,arm,job\n1,a,1\n1,a,0\n2,b,0\n2,b,1\n")
    asked = ["compare", file, "--outcome", "job", "--arm", "arm", "--treated", "a"]

    data = evaluate.data(*asked, "--block", "day", "--random-seed", "1")["randomisation"]

    assert data["test"]["value"] is None and "extreme" not in data
    assert data["test"]["why"]["da"].startswith("Ingen lodtrækning kan skille grupperne")


@pytest.mark.parametrize("asked", [SURVIVAL, COMPARE])
@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        (["--block", "block"], "--random-seed mangler. Angiv et helt tal, så svaret kan gentages."),
        (["--random-seed", "7"], "--random-seed hører til --block. Angiv --block, eller udelad"),
        (["--redraws", "100"], "--redraws hører til --block."),
        (["--ratio", "2:1"], "--ratio hører til --block."),
        ([*REDRAW, "--redraws", "0"], "--redraws: 0 kan ikke bruges. Skriv et helt tal fra 1"),
        ([*REDRAW, "--ratio", "0:1"], "--ratio: 0 kan ikke bruges."),
        ([*REDRAW, "--random-seed", "syv"], "--random-seed: »syv« er ikke et helt tal."),
        ([*REDRAW, "--block", "blok"], "Filen mangler kolonnen »blok«. Er det den, der hedder »block«?"),
        ([*REDRAW, "--block", "treated"], "Kolonnen »treated« er angivet til to ting."),
    ],
)
def test_what_cannot_be_drawn_anew_is_refused_with_its_remedy(
    evaluate: Evaluate, asked: list[str], typed: list[str], sentence: str
) -> None:
    assert sentence in evaluate.refusal(*asked, *typed)


def test_a_block_without_arms_is_refused(evaluate: Evaluate) -> None:
    asked = ["survival", DRAWN, "--time", "week", "--event", "cause", "--cause", "1", *REDRAW]

    assert "Angiv også --arm og --treated." in evaluate.refusal(*asked)


def test_an_outcome_of_several_categories_needs_to_be_told_which_is_the_event(evaluate: Evaluate) -> None:
    asked = ["compare", DRAWN, "--outcome", "cause", *ARM, *REDRAW]

    assert "Sig med --yes, hvad der er hændelsen." in evaluate.refusal(*asked)
