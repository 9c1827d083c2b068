"""Simulated trials find as much as the formulas say where these hold, and less where they do not."""

from __future__ import annotations

import json
from dataclasses import replace
from math import isclose

import numpy as np
import pytest

from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.power import power_of_hazards
from sammetag.evaluation.power_simulated import (
    Accrual,
    Course,
    SimulatedPower,
    log_rank_statistics,
    simulate_power,
    weekly_rate,
)
from sammetag.evaluation.result import Interval
from tests.evaluation.drawn import BLOCKS, GOLDENS, read

GOLDEN = json.loads((GOLDENS / "power.json").read_text())
# Draws as in VIVE19, Bilagstabel 1.1; followed to one day, so a draw a fortnight later has two weeks fewer.
DRAWS = Accrual(
    tuple(treated + control for _day, treated, control in BLOCKS),
    tuple(118 - 2 * number for number in range(len(BLOCKS))),
)
# Some 14 per cent clarified in control, as in VIVE19, table 8.3; 5 per cent move away.
PLANNED = Course((weekly_rate(0.14, 106), weekly_rate(0.05, 106)), (2.0, 1.0))


def within(found: SimulatedPower, value: float) -> bool:
    """Whether the value is within what chance leaves the share, generously."""
    assert isinstance(found.power.interval, Interval)
    reach = found.power.interval.high - found.power.interval.low
    return abs(found.power.value - value) < reach


@pytest.mark.parametrize(("stratified", "golden"), [(False, "log_rank"), (True, "log_rank_in_blocks")])
def test_the_log_rank_of_many_trials_at_once_is_that_of_r(stratified: bool, golden: str) -> None:
    """R: `survdiff(Surv(week, clarified) ~ treated)$chisq` and `~ treated + strata(block)`."""
    trial = read()
    weeks = trial.followed.time.astype(np.int64)
    rows = np.stack([weeks, weeks])
    outcome, treated = np.tile(trial.followed.ending == 1, (2, 1)), np.tile(trial.blocks.treated, (2, 1))
    strata = trial.blocks.block if stratified else np.zeros_like(trial.blocks.block)

    found = log_rank_statistics(rows, outcome, treated, strata)

    assert np.allclose(found, GOLDEN[golden], rtol=1e-9)


def test_a_trial_without_events_finds_nothing() -> None:
    weeks, none = np.array([[3, 4, 5]]), np.zeros((1, 3), bool)

    found = log_rank_statistics(weeks, none, np.array([[True, False, True]]), np.zeros(3, np.int64))

    assert found.tolist() == [0.0]


def test_where_nothing_competes_the_power_is_near_schoenfelds() -> None:
    course = Course((weekly_rate(0.4, 104),), (1.6,))
    accrual = Accrual((400,), (104,))

    found = simulate_power(course, accrual, seed=1)

    assert within(found, power_of_hazards(1.6, round(found.events)).power)


def test_without_a_difference_one_trial_in_twenty_finds_one() -> None:
    found = simulate_power(replace(PLANNED, ratios=(1.0, 1.0)), DRAWS, seed=2)

    assert within(found, 0.05)


def test_what_takes_events_away_takes_power_away() -> None:
    plain = simulate_power(replace(PLANNED, rates=PLANNED.rates[:1], ratios=(2.0,)), DRAWS, seed=3)

    competing = simulate_power(
        replace(PLANNED, rates=(PLANNED.rates[0], weekly_rate(0.5, 106))), DRAWS, seed=3
    )
    losing = simulate_power(replace(PLANNED, lost=weekly_rate(0.5, 106)), DRAWS, seed=3)

    for poorer in (competing, losing):
        assert poorer.events < plain.events
        assert poorer.power.value < plain.power.value


def test_the_trial_of_the_report_had_little_chance_to_find_what_it_looked_for() -> None:
    """VIVE19, 9: 40 were clarified, and the power was small; a doubled rate is found every other time."""
    found = simulate_power(PLANNED, DRAWS, seed=4)

    assert 40 < found.events < 50
    assert 0.4 < found.power.value < 0.7
    assert isinstance(found.power.interval, Interval)
    assert found.power.interval.high - found.power.interval.low < 0.05


def power(accrual: Accrual, *, stratified: bool) -> float:
    return simulate_power(PLANNED, accrual, seed=5, trials=1000, stratified=stratified).power.value


def test_comparing_within_draws_costs_power_only_where_they_are_very_small() -> None:
    pairs = Accrual((2,) * 109, (106,) * 109)

    assert abs(power(DRAWS, stratified=True) - power(DRAWS, stratified=False)) < 0.03
    assert power(pairs, stratified=True) < power(pairs, stratified=False) - 0.03


def test_the_method_says_whether_it_was_compared_within_the_draws() -> None:
    within_draws, together = (
        simulate_power(PLANNED, DRAWS, seed=5, trials=10, stratified=stratified).method.words.da
        for stratified in (True, False)
    )

    assert within_draws == f"{together} Der sammenlignes kun inden for lodtrækningerne."


def test_a_seed_gives_the_same_power_and_another_seed_nearly() -> None:
    one, again, other = (simulate_power(PLANNED, DRAWS, seed=seed, trials=300) for seed in (6, 6, 7))

    assert one.power == again.power
    assert one.events == again.events != other.events


def test_a_trial_with_few_events_is_warned_of() -> None:
    found = simulate_power(PLANNED, Accrual((20,), (52,)), seed=8, trials=50)

    assert found.warnings[0].da.startswith("Et forsøg får i gennemsnit kun")
    assert not simulate_power(PLANNED, DRAWS, seed=8, trials=50).warnings


def test_a_weekly_rate_gives_the_share_back() -> None:
    rate = weekly_rate(0.14, 106)

    assert isclose(1 - np.exp(-rate * 106), 0.14, rel_tol=1e-12)


def test_plans_that_cannot_be_are_refused() -> None:
    for rates, ratios in (((), ()), ((0.1,), ()), ((0.0,), (1.0,)), ((0.1,), (-1.0,))):
        with pytest.raises(InputRefused, match="rates"):
            Course(rates, ratios)
    for persons, weeks in (((), ()), ((10,), ()), ((0,), (10,)), ((10,), (0,))):
        with pytest.raises(InputRefused, match="persons"):
            Accrual(persons, weeks)
    with pytest.raises(InputRefused, match="ratio"):
        Accrual((10,), (10,), (0, 1))
    with pytest.raises(InputRefused, match="trials"):
        simulate_power(PLANNED, DRAWS, seed=1, trials=0)
    for share, time in ((0.0, 10.0), (1.0, 10.0), (0.5, 0.0)):
        with pytest.raises(InputRefused, match="share"):
            weekly_rate(share, time)


def test_the_rate_of_a_share_near_nothing_is_not_lost_in_rounding() -> None:
    assert weekly_rate(1e-20, 10) == pytest.approx(1e-21)
