"""χ² and p of a printed table equal R's, with and without continuity correction."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.published import Verdict
from sammetag.evaluation.published.chi_squared import chi_squared_of, probability, statistic
from tests.evaluation.published.printed import count, printed

GOLDENS = json.loads((Path(__file__).parents[1] / "goldens" / "published.json").read_text("utf-8"))
COMPLAINTS = [[count(106), count(95)], [count(3), count(14)]]
SUPPORT = [[count(7), count(5)], [count(18), count(10)], [count(84), count(94)]]


@pytest.mark.parametrize("golden", GOLDENS["chi"], ids=lambda golden: str(golden["table"]))
def test_it_is_what_r_makes_of_the_table(golden: dict[str, Any]) -> None:
    """R: chisq.test(table, correct = FALSE), and TRUE."""
    result = chi_squared_of([[Fraction(cell) for cell in row] for row in golden["table"]])

    assert result is not None and result.degrees == golden["degrees"]
    assert float(result.statistic) == pytest.approx(golden["statistic"], rel=1e-12)
    assert result.p(result.statistic) == pytest.approx(golden["p"], rel=1e-9)
    if result.corrected is not None:
        assert float(result.corrected) == pytest.approx(golden["corrected"], rel=1e-12, abs=1e-12)
        assert result.p(result.corrected) == pytest.approx(golden["corrected_p"], rel=1e-9)


def test_a_printed_statistic_is_recognised_without_and_with_correction() -> None:
    plain = statistic(printed("7,7", "chi2"), table=COMPLAINTS)
    corrected = statistic(printed("6,4", "chi2"), table=COMPLAINTS)
    neither = statistic(printed("6,9", "chi2"), table=COMPLAINTS)

    assert [one.verdict for one in (plain, corrected, neither)] == [Verdict.OK, Verdict.OK, Verdict.MISMATCH]
    assert corrected.sentence.da == "Tabellen giver χ² = 6,4 med kontinuitetskorrektion, som trykt."


def test_a_p_below_a_limit_is_below_it_and_the_correction_is_told_beside() -> None:
    finding = probability(printed("0,01", "p_upper"), table=COMPLAINTS)

    assert finding.verdict is Verdict.OK
    assert finding.remark is not None
    assert finding.remark.da == "Med kontinuitetskorrektion er χ² = 6,38 og p = 0,0115."


def test_a_p_that_is_not_below_its_limit_is_told() -> None:
    finding = probability(printed("0,20", "p_upper"), table=SUPPORT)

    assert finding.verdict is Verdict.MISMATCH and finding.remark is None
    assert finding.sentence.da == "Tabellen giver p = 0,2038 (χ² = 3,18, df = 2); der er trykt p < 0,20."


def test_a_p_that_is_printed_itself_is_rounded() -> None:
    assert probability(printed("0,204", "p"), table=SUPPORT).verdict is Verdict.OK
    assert probability(printed("0,20", "p"), table=SUPPORT).verdict is Verdict.OK
    assert probability(printed("0,21", "p"), table=SUPPORT).verdict is Verdict.MISMATCH


def test_a_table_with_an_empty_row_is_refused() -> None:
    with pytest.raises(InputRefused) as refusal:
        statistic(printed("1,0", "chi2"), table=[[count(0), count(0)], [count(3), count(4)]])

    assert "en tabel, hvor en række eller søjle er 0" in refusal.value.sentence.da
