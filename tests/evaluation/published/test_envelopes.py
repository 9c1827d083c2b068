"""A hazard ratio, its interval and its p belong together if some estimate is printed so, and only then."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy import stats

from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.published import Verdict
from sammetag.evaluation.published.envelopes import HIGH, LOW, RATIO, P, envelope_of
from sammetag.evaluation.published.hazard import ratio_with_interval
from tests.evaluation.published.printed import printed

Z = float(stats.norm.ppf(0.975))
GOLDENS = json.loads((Path(__file__).parents[1] / "goldens" / "published.json").read_text("utf-8"))


def told(ratio: str, low: str, high: str, p: str) -> tuple[Verdict, str]:
    """The verdict and the sentence on four printed numbers."""
    figures = {"low": printed(low, "lo"), "high": printed(high, "hi"), "p": printed(p, "p")}
    finding = ratio_with_interval(printed(ratio, "hr"), **figures)
    return finding.verdict, finding.sentence.da


def as_printed(value: float, decimals: int) -> str:
    return f"{value:.{decimals}f}".replace(".", ",")


@pytest.mark.parametrize("golden", GOLDENS["wald"], ids=lambda golden: f"HR {golden['ratio']:.2f}")
def test_what_r_gives_belongs_together_and_lies_within_what_three_leave(golden: dict[str, Any]) -> None:
    """R: exp(m), exp(m -+ qnorm(0.975) * s), 2 * pnorm(-abs(m) / s)."""
    figures = [printed(as_printed(golden[name], 3), name) for name in (RATIO, LOW, HIGH, P)]
    envelope = envelope_of(*figures)

    assert envelope.agrees
    for name in (RATIO, LOW, HIGH, P):
        limits = envelope.without(name)
        assert limits is not None and limits.low <= golden[name] <= limits.high


@given(st.floats(-1.5, 1.5), st.floats(0.05, 0.8))
def test_an_estimate_that_was_rounded_is_never_blamed(m: float, s: float) -> None:
    ratio, low, high = (as_printed(math.exp(m + step * s), 2) for step in (0, -Z, Z))
    p = as_printed(2 * float(stats.norm.sf(abs(m) / s)), 2)
    assume("0,00" not in (ratio, low, high))

    assert told(ratio, low, high, p)[0] is Verdict.WITHIN


def test_three_that_agree_say_where_the_fourth_would_lie() -> None:
    verdict, sentence = told("1,23", "0,87", "2,11", "0,45")

    assert verdict is Verdict.MISMATCH
    assert "De tre andre passer sammen, hvis den nedre grænse er 0,71-0,72." in sentence
    assert sentence.count("De tre andre") == 1


def test_four_of_which_no_three_agree_say_so() -> None:
    verdict, sentence = told("1,74", "0,87", "3,12", "0,0988")

    assert verdict is Verdict.MISMATCH
    assert sentence.endswith("Der er heller ikke tre af dem, der passer sammen.")


def test_no_estimate_gives_what_is_told_to_be_impossible() -> None:
    """A slow plain twin: of a fine grid of estimates, none is printed as these four, nor as three of them."""
    ratios = [1.2 + 0.001 * step for step in range(1000)]
    errors = [0.15 + 0.001 * step for step in range(400)]

    def fitting(ratio: float, s: float) -> int:
        low, high = ratio * math.exp(-Z * s), ratio * math.exp(Z * s)
        p = math.erfc(math.log(ratio) / s / math.sqrt(2))
        near = [(ratio, 1.74, 0.005), (low, 0.87, 0.005), (high, 3.12, 0.005), (p, 0.0988, 0.00005)]
        return sum(abs(value - middle) <= half for value, middle, half in near)

    assert max(fitting(ratio, s) for ratio in ratios for s in errors) == 2


@pytest.mark.parametrize(
    "four",
    [
        ("0,62", "0,41", "0,94", "0,02"),
        ("1,00", "0,50", "2,00", "1,00"),
        ("1,00", "0,90", "1,10", "0,94"),
        ("2,00", "1,50", "2,67", "0,00"),
    ],
)
def test_ratios_below_one_and_ps_at_their_ends_are_understood(four: tuple[str, str, str, str]) -> None:
    assert told(*four)[0] is Verdict.WITHIN


def test_an_interval_that_reaches_zero_is_refused() -> None:
    with pytest.raises(InputRefused) as refusal:
        told("1,20", "0,00", "2,00", "0,50")

    assert "skal være større end 0" in refusal.value.sentence.da
