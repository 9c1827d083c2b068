"""The test of proportional hazards equals that of R, by each of the four clocks."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.testing import assert_allclose

from sammetag.evaluation.cox_model import CoxModel
from sammetag.evaluation.cox_zph import Transform, cox_zph
from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.followed import Followed
from sammetag.evaluation.result import Test, Undefined
from tests.evaluation.cox_trial import GOLDENS, asked

CLOSE, OF_P = 1e-7, 1e-6
TESTED = [name for name, golden in GOLDENS.items() if "zph" in golden]


@pytest.mark.parametrize("transform", Transform)
@pytest.mark.parametrize("golden", TESTED)
def test_each_covariate_and_all_together_are_tested_as_r_does(golden: str, transform: Transform) -> None:
    """survival::cox.zph(fit, transform = ...)$table, of the models of tests/r/cox.R."""
    wanted = GOLDENS[golden]["zph"][transform.value]

    found = cox_zph(asked(golden), transform=transform)

    tests = [one for one in (*found.covariates.values(), found.together) if isinstance(one, Test)]
    assert_allclose([one.statistic for one in tests], wanted["statistic"], rtol=CLOSE)
    assert_allclose([one.p for one in tests], wanted["p"], rtol=OF_P)
    assert [one.degrees for one in tests] == wanted["degrees"]


def test_by_strata_by_entry_and_by_both_ties_it_was_compared() -> None:
    assert {name.rpartition("_")[0] for name in TESTED} == {
        *("plain", "strata", "entry", "entry_strata", "cause", "arm"),
    }
    assert len(TESTED) == 12


def test_an_effect_that_turns_is_found_and_one_that_stays_is_not() -> None:
    chance = np.random.Generator(np.random.PCG64(3))
    treated, steady = chance.random(600) < 0.5, chance.normal(size=600)
    # With the intervention twice the hazard until time 1, half of it after.
    drawn = chance.exponential(np.exp(-0.5 * steady))
    early, late = drawn / 2, 1 + (drawn - 2) * 2
    time = np.where(treated, np.where(drawn < 2, early, late), drawn)

    found = cox_zph(CoxModel(Followed(time, np.ones(600, np.int64)), {"treated": treated, "steady": steady}))

    turns, stays = found.covariates["treated"], found.covariates["steady"]
    assert isinstance(turns, Test) and turns.p < 1e-4
    assert isinstance(stays, Test) and stays.p > 0.01


def people(time: list[float], event: list[int], treated: list[int]) -> CoxModel:
    return CoxModel(Followed(np.array(time), np.array(event)), {"treated": np.array(treated)})


def test_events_at_one_time_tell_nothing_of_change() -> None:
    found = cox_zph(people([1, 1, 1, 2, 2, 2], [1, 1, 1, 0, 0, 0], [1, 1, 0, 0, 1, 0]))

    assert isinstance(found.covariates["treated"], Undefined)
    assert isinstance(found.together, Undefined)
    assert "tidspunkter" in found.together.why.da and "times" in found.together.why.en


def test_an_arm_without_the_event_has_nothing_to_test() -> None:
    found = cox_zph(people([1, 2, 3, 4, 2, 4], [1, 1, 1, 0, 0, 0], [0, 0, 0, 0, 1, 1]))

    assert isinstance(found.covariates["treated"], Undefined)
    assert isinstance(found.together, Undefined)


def test_time_0_has_no_logarithm() -> None:
    model = people([3, 0, 2, 1, 4, 5], [1, 1, 1, 0, 1, 1], [1, 0, 1, 0, 0, 1])

    with pytest.raises(InputRefused, match="logarithm") as refused:
        cox_zph(model, transform=Transform.LOG)

    assert refused.value.row == 2
    assert isinstance(cox_zph(model, transform=Transform.RANK).together, Test)


def test_the_test_tells_its_clock() -> None:
    told = cox_zph(asked("arm_efron"), transform=Transform.RANK).method

    assert "rækkefølge" in told.words.da and "rank" in told.words.en
    assert "Grambsch" in told.source


def test_few_events_are_warned_of_here_too() -> None:
    assert cox_zph(asked("arm_efron")).warnings == ()
    (warning,) = cox_zph(people([3, 1, 2, 1, 4, 5], [1, 1, 1, 0, 1, 1], [1, 0, 1, 0, 0, 1])).warnings
    assert "5 hændelser" in warning.da and "5 events" in warning.en
