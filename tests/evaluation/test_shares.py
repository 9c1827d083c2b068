"""Two shares differ by as much as Newcombe's paper and R say."""

from __future__ import annotations

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.result import Estimate, Interval, Undefined
from sammetag.evaluation.shares import compare_shares, share
from tests.evaluation.drawn import GOLDENS

GOLDEN = json.loads((GOLDENS / "shares.json").read_text())
MODELLED = [name for name, golden in GOLDEN.items() if "ratio" in golden]

arms = st.integers(1, 60).flatmap(lambda all_: st.tuples(st.integers(0, all_), st.just(all_)))


def ends(found: Estimate | Undefined) -> tuple[float, float]:
    assert isinstance(found, Estimate)
    assert isinstance(found.interval, Interval)
    return found.interval.low, found.interval.high


@pytest.mark.parametrize(
    ("treated", "control", "low", "high"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((6, 7), (2, 7), 0.0582, 0.8062),
        ((5, 56), (0, 29), -0.0381, 0.1926),
    ],
)
def test_the_difference_has_the_interval_of_newcombes_paper(
    treated: tuple[int, int], control: tuple[int, int], low: float, high: float
) -> None:
    """Newcombe (1998), Stat Med 17:873, table II, method 10."""
    found = compare_shares(treated, control)

    assert tuple(round(end, 4) for end in ends(found.difference)) == (low, high)


@pytest.mark.parametrize("name", GOLDEN)
def test_shares_and_their_difference_are_those_of_r(name: str) -> None:
    """R: `prop.test(events, persons, correct = FALSE)$conf.int` for each arm, squared and added."""
    golden = GOLDEN[name]
    a, b, c, d = golden["pair"]

    found = compare_shares((a, b), (c, d))

    assert np.allclose(ends(found.treated), golden["treated"], rtol=1e-9, atol=1e-12)
    assert np.allclose(ends(found.control), golden["control"], rtol=1e-9, atol=1e-12)
    assert np.allclose(
        [found.difference.value, *ends(found.difference)], golden["difference"], rtol=1e-9, atol=1e-12
    )


@pytest.mark.parametrize("name", MODELLED)
def test_ratios_are_those_of_a_model_in_r(name: str) -> None:
    """R: `glm(counts ~ arm, binomial("log"))` and `("logit")`, with `confint.default`."""
    golden = GOLDEN[name]
    a, b, c, d = golden["pair"]

    found = compare_shares((a, b), (c, d))

    for estimate, expected in ((found.ratio, golden["ratio"]), (found.odds_ratio, golden["odds_ratio"])):
        assert isinstance(estimate, Estimate)
        assert np.allclose([estimate.value, *ends(estimate)], expected, rtol=1e-6)


def test_complaints_fell_by_ten_percentage_points_between_three_and_eighteen() -> None:
    """VIVE19, table 8.8: 3 of 109 against 14 of 109."""
    found = compare_shares((3, 109), (14, 109))

    assert round(found.difference.value, 3) == -0.101
    assert tuple(round(end, 2) for end in ends(found.difference)) == (-0.18, -0.03)


@given(arms, arms)
def test_swapped_arms_turn_every_answer_around(treated: tuple[int, int], control: tuple[int, int]) -> None:
    one, other = compare_shares(treated, control), compare_shares(control, treated)

    assert np.allclose(ends(one.difference), [-end for end in reversed(ends(other.difference))])
    for ours, theirs in ((one.ratio, other.ratio), (one.odds_ratio, other.odds_ratio)):
        assert isinstance(ours, Estimate) == isinstance(theirs, Estimate)
        if isinstance(ours, Estimate) and isinstance(theirs, Estimate):
            assert np.isclose(ours.value, 1 / theirs.value)


@given(arms, arms)
def test_an_interval_holds_its_value_and_never_leaves_what_shares_can_be(
    treated: tuple[int, int], control: tuple[int, int]
) -> None:
    found = compare_shares(treated, control).difference

    low, high = ends(found)

    assert -1 - 1e-12 <= low <= found.value + 1e-12
    assert found.value - 1e-12 <= high <= 1 + 1e-12


def test_another_level_gives_a_wider_interval() -> None:
    narrow, wide = share(10, 40, 0.9).interval, share(10, 40, 0.99).interval

    assert isinstance(narrow, Interval) and isinstance(wide, Interval)
    assert (narrow.level, wide.level) == (0.9, 0.99)
    assert wide.low < narrow.low < narrow.high < wide.high


def test_without_events_in_an_arm_there_is_a_difference_and_no_ratio() -> None:
    found = compare_shares((0, 29), (3, 28))

    assert isinstance(found.ratio, Undefined)
    assert isinstance(found.odds_ratio, Undefined)
    assert found.ratio.why.da.endswith("Se på forskellen.")


def test_where_everybody_had_the_event_the_ratio_has_no_interval() -> None:
    found = compare_shares((20, 20), (30, 30))

    assert isinstance(found.ratio, Estimate)
    assert found.ratio.value == 1.0
    assert isinstance(found.ratio.interval, Undefined)


@pytest.mark.parametrize(
    ("treated", "control", "sentence"),
    [
        ((0, 0), (1, 2), "Indsatsgruppen: der er ingen personer."),
        ((1, 2), (3, 2), "Kontrolgruppen: 3 af 2 kan ikke have haft hændelsen."),
        ((1, 2), (-1, 2), "Kontrolgruppen: -1 af 2 kan ikke have haft hændelsen."),
    ],
)
def test_what_cannot_be_a_share_is_refused(
    treated: tuple[int, int], control: tuple[int, int], sentence: str
) -> None:
    with pytest.raises(InputRefused) as refused:
        compare_shares(treated, control)

    assert refused.value.sentence.da.startswith(sentence)
