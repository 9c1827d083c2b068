"""The share that a trial can detect is the one that R gives."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.power import power_of_shares
from sammetag.evaluation.published import Finding, Verdict
from sammetag.evaluation.published.power import detectable
from tests.evaluation.published.printed import count, printed

GOLDENS = json.loads((Path(__file__).parents[1] / "goldens" / "published.json").read_text("utf-8"))


def asked(share: str, control: str = "10", size: int = 100, power: int = 80) -> Finding:
    """The finding on a printed share at the usual level."""
    levels = {"power": Fraction(power), "level": Fraction(5)}
    return detectable(printed(share), control=printed(control), size=count(size), **levels)


@pytest.mark.parametrize("golden", GOLDENS["power"], ids=lambda golden: f"{golden['one']}-{golden['other']}")
def test_power_is_what_r_gives(golden: dict[str, Any]) -> None:
    """R: power.prop.test(n, p1, p2, sig.level = 0.05)$power."""
    persons = (golden["per_group"], golden["per_group"])

    found = power_of_shares(golden["one"], golden["other"], persons)

    assert found.power == pytest.approx(golden["power"], rel=1e-9)


@pytest.mark.parametrize("golden", GOLDENS["detectable"], ids=lambda golden: f"from {golden['one']}")
def test_the_share_that_can_be_detected_is_what_r_gives(golden: dict[str, Any]) -> None:
    """R: power.prop.test(n, p1, power, sig.level = 0.05)$p2."""
    text = f"{100 * golden['other']:.4f}".replace(".", ",")

    finding = asked(text, f"{100 * golden['one']:.0f}", golden["per_group"], round(100 * golden["power"]))

    assert finding.verdict is Verdict.OK


def test_a_share_that_cannot_be_detected_is_told() -> None:
    finding = asked("20")

    assert finding.verdict is Verdict.MISMATCH
    assert finding.sentence.da.startswith("Med 100 i hver gruppe, 10 procent i den ene, styrke 80 procent")
    assert finding.sentence.da.endswith("kan 25 procent i den anden påvises; der er trykt 20.")


@pytest.mark.parametrize(("control", "size"), [("0", 100), ("10", 1)])
def test_a_trial_that_can_detect_nothing_is_refused(control: str, size: int) -> None:
    with pytest.raises(InputRefused) as refusal:
        asked("25", control, size)

    assert "ingen andel kan påvises" in refusal.value.sentence.da
