"""Many tests asked together are adjusted as R and statsmodels adjust them."""

from __future__ import annotations

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.multitest import multipletests

from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.multiplicity import Way, adjust
from tests.evaluation.drawn import GOLDENS

GOLDEN = json.loads((GOLDENS / "multiplicity.json").read_text())
BY_STATSMODELS = {Way.HOLM: "holm", Way.BONFERRONI: "bonferroni", Way.BENJAMINI_HOCHBERG: "fdr_bh"}


@pytest.mark.parametrize("family", GOLDEN)
@pytest.mark.parametrize("way", Way)
def test_p_is_adjusted_as_in_r(family: str, way: Way) -> None:
    """R: `p.adjust(p, "holm")`, `"bonferroni"`, `"BH"`."""
    golden = GOLDEN[family]

    found = adjust(golden["p"], way)

    assert np.allclose(found.p, golden[way.name], rtol=1e-12)


@given(st.lists(st.floats(0, 1), min_size=2, max_size=12), st.sampled_from(list(Way)))
def test_p_is_adjusted_as_by_statsmodels(p: list[float], way: Way) -> None:
    holds, adjusted, _sidak, _bonferroni = multipletests(p, 0.05, BY_STATSMODELS[way])

    found = adjust(p, way)

    assert np.allclose(found.p, adjusted, rtol=1e-9)
    near = np.isclose(adjusted, 0.05)
    assert (np.array(found.holds) == holds)[~near].all()


def test_of_the_six_outcomes_of_the_report_the_complaints_alone_hold_when_adjusted() -> None:
    """VIVE19, chapter 8: clarified, support, completed, placement, sanctions, complaints (p 0.0055)."""
    found = adjust(GOLDEN["report"]["p"])

    assert found.holds == (False, False, False, False, False, True)
    assert round(found.p[-1], 3) == 0.033


def test_a_test_that_stands_alone_is_as_it_was_and_says_so() -> None:
    found = adjust([0.03])

    assert found.p == (0.03,)
    assert found.warnings[0].da == "Der er kun én test, så intet er justeret."


@pytest.mark.parametrize(
    ("p", "row", "sentence"),
    [
        ([], None, "Der er ingen p at justere."),
        ([0.1, 1.2], 2, "Række 2: p skal ligge mellem 0 og 1."),
        ([-0.1], 1, "Række 1: p skal ligge mellem 0 og 1."),
        ([0.1, float("nan")], 2, "Række 2: p mangler eller er ikke et tal."),
    ],
)
def test_what_is_no_p_is_refused_with_its_row(p: list[float], row: int | None, sentence: str) -> None:
    with pytest.raises(InputRefused) as refused:
        adjust(p)

    assert refused.value.row == row
    assert refused.value.sentence.da.startswith(sentence)
