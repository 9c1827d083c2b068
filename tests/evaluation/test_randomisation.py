"""Drawing again within the blocks gives what coin gives in R, and what all possible draws give one by one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, product
from math import comb, isclose, log10, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.followed import Followed
from sammetag.evaluation.randomisation import (
    Blocks,
    Redrawn,
    difference_redrawn,
    log_rank_redrawn,
    log_rank_scores,
    redraws_of,
)
from sammetag.evaluation.result import Test, Undefined
from tests.evaluation.drawn import BLOCKS, GOLDENS, read

GOLDEN = json.loads((GOLDENS / "randomisation.json").read_text())
TRIAL = read()
BY_COIN = 400_000


def the_test(found: Redrawn) -> Test:
    assert isinstance(found.test, Test)
    return found.test


def as_recorded(name: str) -> Redrawn:
    """What coin was asked, asked of us: seats as recorded, since coin permutes within blocks."""
    followed, blocks = TRIAL.followed, TRIAL.blocks
    if name == "shares":
        return difference_redrawn(followed.ending == 1, blocks, seed=1, stratified=False, extra_seat=False)
    if name == "means":
        return difference_redrawn(TRIAL.age, blocks, seed=1, stratified=False, extra_seat=False)
    cause = None if name == "any_cause" else 1
    stratified = name == "stratified"
    return log_rank_redrawn(followed, blocks, seed=1, cause=cause, stratified=stratified, extra_seat=False)


@pytest.mark.parametrize("name", ["log_rank", "any_cause", "stratified", "shares", "means"])
def test_redraws_within_the_recorded_seats_give_what_coin_gives(name: str) -> None:
    """R: `logrank_test(Surv(week, clarified) ~ arm | block, distribution = approximate(400000))` of coin;

    `independence_test` with scores from each block for `stratified`; `oneway_test` for shares and means.
    """
    theirs = GOLDEN[name]

    found = as_recorded(name)

    assert isclose(the_test(found).statistic, theirs["z"], rel_tol=1e-9)
    both = sqrt(found.error**2 + theirs["p"] * (1 - theirs["p"]) / BY_COIN)
    assert abs(the_test(found).p - theirs["p"]) < 3 * both


@pytest.mark.parametrize(
    ("stratified", "golden"),
    [(False, "observed_less_expected"), (True, "observed_less_expected_in_blocks")],
)
def test_what_is_observed_is_the_events_beyond_those_expected(stratified: bool, golden: str) -> None:
    """R: `survdiff(Surv(week, clarified) ~ arm)` and `~ arm + strata(block)`: obs - exp of the treated."""
    found = log_rank_redrawn(TRIAL.followed, TRIAL.blocks, seed=1, cause=1, stratified=stratified, redraws=10)

    assert isclose(found.observed, GOLDEN[golden], rel_tol=1e-9)


def test_strata_of_their_own_are_compared_within_while_the_draw_stays_in_its_blocks() -> None:
    days, blocks = TRIAL.blocks.block, TRIAL.blocks

    in_blocks, in_strata, in_one = (
        log_rank_redrawn(TRIAL.followed, blocks, seed=1, cause=1, strata=strata, redraws=500)
        for strata in (None, days, np.zeros_like(days))
    )

    plain = log_rank_redrawn(TRIAL.followed, blocks, seed=1, cause=1, stratified=False, redraws=500)
    assert (in_strata.observed, in_strata.test) == (in_blocks.observed, in_blocks.test)
    assert (in_one.observed, in_one.test) == (plain.observed, plain.test)
    assert "samme stratum" in in_one.method.words.da and "samme stratum" not in plain.method.words.da


def test_the_trial_has_the_draws_of_the_report() -> None:
    """VIVE19, Bilagstabel 1.1: 13 draws, 109 and 109; 10^56.6 ways to draw them anew."""
    treated = np.bincount(TRIAL.blocks.block, weights=TRIAL.blocks.treated)

    found = log_rank_redrawn(TRIAL.followed, TRIAL.blocks, seed=1, redraws=10, extra_seat=False)

    assert treated.tolist() == [block[1] for block in BLOCKS]
    assert (treated.sum(), len(TRIAL.blocks.treated)) == (109, 218)
    ways = sum(log10(comb(treated + control, treated)) for _day, treated, control in BLOCKS)
    assert round(found.possible, 1) == round(ways, 1) == 56.6


def test_with_the_extra_seats_drawn_the_arms_differ_in_size_from_draw_to_draw() -> None:
    everybody = np.ones(218)

    sizes = redraws_of(everybody, TRIAL.blocks, seed=2, redraws=5000)
    recorded = redraws_of(everybody, TRIAL.blocks, seed=1, redraws=50, extra_seat=False)

    assert set(recorded) == {109}
    # Four blocks are odd: 107 in the smallest case, 111 in the largest.
    assert set(sizes) == {107, 108, 109, 110, 111}
    assert abs(sizes.mean() - 109) < 0.05


def test_a_seed_gives_the_same_redraws_and_fewer_are_the_first_of_more() -> None:
    scores = log_rank_scores(TRIAL.followed)

    many = redraws_of(scores, TRIAL.blocks, seed=7, redraws=8000)

    assert np.array_equal(many, redraws_of(scores, TRIAL.blocks, seed=7, redraws=8000))
    assert not np.array_equal(many, redraws_of(scores, TRIAL.blocks, seed=8, redraws=8000))
    assert np.array_equal(many[:4000], redraws_of(scores, TRIAL.blocks, seed=7, redraws=4000))


def every_draw(blocks: Blocks, *, extra_seat: bool) -> Iterator[tuple[list[int], Fraction]]:
    """Every way the treated can be drawn, with its probability: slow, plain and exact."""
    assert blocks.ratio is not None
    ways = []
    for block in range(len(blocks.sizes)):
        members = np.flatnonzero(blocks.block == block).tolist()
        seats = int(blocks.treated[members].sum())
        exact = Fraction(len(members) * blocks.ratio[0], sum(blocks.ratio))
        down = exact.numerator // exact.denominator
        chances = {seats: Fraction(1)}
        if extra_seat and exact != down and seats in {down, down + 1}:
            chances = {down: 1 - (exact - down), down + 1: exact - down}
        ways.append(
            [
                (chosen, chance / comb(len(members), size))
                for size, chance in chances.items()
                for chosen in combinations(members, size)
            ]
        )
    for draw in product(*ways):
        chance = Fraction(1)
        for _chosen, one in draw:
            chance *= one
        yield [person for chosen, _one in draw for person in chosen], chance


def exactly(scores: np.ndarray, blocks: Blocks, *, extra_seat: bool) -> tuple[float, float]:
    """The distance from the mean of all draws in their standard deviations, and p, draw by draw."""
    draws = [
        (float(scores[chosen].sum()), float(chance))
        for chosen, chance in every_draw(blocks, extra_seat=extra_seat)
    ]
    mean = sum(total * chance for total, chance in draws)
    spread = sqrt(sum((total - mean) ** 2 * chance for total, chance in draws))
    far = float(scores[blocks.treated].sum()) - mean
    p = sum(chance for total, chance in draws if abs(total - mean) >= abs(far) - 1e-9)
    return (far / spread if spread > 1e-9 else 0.0), p


SMALL = [
    # Blocks of 4, 3 and 1; a ratio of 2 to 1 in blocks of 3 and 4; blocks that nobody would draw so.
    Blocks(np.array([1, 1, 0, 0, 1, 0, 0, 1], bool), [1, 1, 1, 1, 2, 2, 2, 3]),
    Blocks(np.array([1, 1, 0, 1, 1, 1, 0], bool), [1, 1, 1, 2, 2, 2, 2], (2, 1)),
    Blocks(np.array([1, 0, 0, 0, 0, 1, 1, 1], bool), [1, 1, 1, 1, 1, 2, 2, 2]),
]
VALUES = [3.0, 1.0, 4.0, 1.5, 5.0, 9.0, 2.0, 6.0]


@pytest.mark.parametrize("blocks", SMALL)
@pytest.mark.parametrize("extra_seat", [True, False])
def test_redraws_of_a_small_trial_come_near_all_draws_one_by_one(blocks: Blocks, extra_seat: bool) -> None:
    values = np.array(VALUES[: len(blocks.treated)])
    z, p = exactly(values - values.mean(), blocks, extra_seat=extra_seat)

    found = difference_redrawn(
        values, blocks, seed=3, stratified=False, redraws=40_000, extra_seat=extra_seat
    )

    assert isclose(the_test(found).statistic, z, rel_tol=1e-9)
    assert abs(the_test(found).p - p) < 4 * found.error + 1 / 40_000


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 2), st.integers(0, 9)), min_size=2, max_size=9))
def test_mean_and_spread_of_all_draws_are_known_without_drawing(rows: list[tuple[bool, int, int]]) -> None:
    treated = np.array([row[0] for row in rows])
    treated[:2] = [True, False]
    blocks = Blocks(treated, [row[1] for row in rows])
    values = np.array([float(row[2]) for row in rows])
    z, _p = exactly(values - values.mean(), blocks, extra_seat=True)

    found = difference_redrawn(values, blocks, seed=3, stratified=False, redraws=5)

    if isinstance(found.test, Test):
        assert isclose(found.test.statistic, z, rel_tol=1e-7, abs_tol=1e-7)
    else:
        assert z == 0.0


def test_a_difference_is_told_in_its_own_unit() -> None:
    treated = np.array([True, True, False, False, False, True])
    blocks = Blocks(treated, ["a", "a", "a", "a", "b", "b"])
    values = [4.0, 2.0, 1.0, 1.0, 10.0, 13.0]

    plain = difference_redrawn(values, blocks, seed=1, stratified=False, redraws=10)
    within = difference_redrawn(values, blocks, seed=1, redraws=10)

    assert isclose(plain.observed, 19 / 3 - 4)
    # 2 in a block of four and 3 in a block of two: the first tells twice as much.
    assert isclose(within.observed, (2 * 1 + 3 * 0.5) / 1.5)


def test_scores_after_late_entry_add_up_to_nothing() -> None:
    """Over all who were followed, events beyond those expected are none: here with left truncation."""
    followed = Followed(
        np.array([5.0, 6.0, 6.0, 9.0]), np.array([1, 1, 0, 2]), np.array([0.0, 2.0, 5.0, 1.0])
    )

    scores = log_rank_scores(followed)

    # At week 5 three are at risk (the third enters then), at week 6 three, at week 9 one.
    assert np.allclose(scores, [1 - 1 / 3, 1 - 2 / 3, -1 / 3, 1 - 1 / 3 - 1 / 3 - 1])
    assert isclose(scores.sum(), 0, abs_tol=1e-12)


def test_where_no_draw_can_part_the_arms_there_is_no_test_and_it_says_why() -> None:
    blocks = Blocks(np.array([True, True, False]), [1, 1, 2])

    found = difference_redrawn([1.0, 2.0, 3.0], blocks, seed=1, redraws=10, extra_seat=False)

    assert isinstance(found.test, Undefined)
    assert found.test.why.da.startswith("Ingen lodtrækning kan skille grupperne")


def test_a_trial_with_few_possible_draws_says_how_small_p_can_be() -> None:
    blocks = Blocks(np.array([True, True, False, False]), [1, 1, 1, 1])

    found = difference_redrawn([1.0, 2.0, 3.0, 4.0], blocks, seed=1, redraws=10)

    assert [words.da for words in found.warnings] == [
        "Der er kun 6 mulige lodtrækninger, så p kan ikke komme under 1 ud af 6."
    ]


@pytest.mark.parametrize(
    ("treated", "block", "ratio", "sentence"),
    [
        ([True, True], [1, 1], (1, 1), "Alle 2 personer er i samme gruppe"),
        ([True, False], [1], (1, 1), "indsatsgruppen har 2 rækker, men der skal være 1."),
        (["ja", "nej"], [1, 1], (1, 1), "Række 1: det skal være sandt eller falsk"),
        ([True, False], ["a", None], (1, 1), "Række 2: blokken mangler."),
        ([True, False], [1, 1], (0, 1), "Forholdet mellem grupperne skal være to hele tal fra 1."),
    ],
)
def test_blocks_that_cannot_be_redrawn_are_refused(
    treated: list[object], block: list[object], ratio: tuple[int, int], sentence: str
) -> None:
    with pytest.raises(InputRefused) as refused:
        Blocks(treated, block, ratio)

    assert refused.value.sentence.da.startswith(sentence)


def test_where_nobody_had_the_event_there_is_nothing_to_redraw() -> None:
    followed = Followed(np.array([1.0, 2.0]), np.array([0, 0]))

    with pytest.raises(InputRefused, match="all censored"):
        log_rank_redrawn(followed, Blocks([True, False], [1, 1]), seed=1)


def test_a_missing_value_is_refused_with_its_row() -> None:
    blocks = Blocks(np.array([True, False]), [1, 1])

    with pytest.raises(InputRefused) as refused:
        difference_redrawn([1.0, float("nan")], blocks, seed=1)

    assert refused.value.row == 2


def test_no_redraws_are_refused() -> None:
    with pytest.raises(InputRefused, match="0 redraws"):
        log_rank_redrawn(TRIAL.followed, TRIAL.blocks, seed=1, redraws=0)


def test_where_the_ratio_is_not_known_a_block_keeps_the_seats_it_has() -> None:
    blocks = Blocks([True, True, False], ["first"] * 3, None)
    seats, chance = blocks.seats(extra_seat=True)

    assert seats.tolist() == [2]
    assert chance.tolist() == [0.0]
