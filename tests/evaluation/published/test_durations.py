"""A printed stretch of time is the one between its days, to the nearest month."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sammetag.evaluation.errors import InputRefused
from sammetag.evaluation.published import Verdict
from sammetag.evaluation.published.durations import lasts, months_between
from sammetag.evaluation.published.verdicts import Hedge
from tests.evaluation.published.printed import stretch

ENDS = date(2019, 5, 9)
days = st.dates(date(1990, 1, 1), date(2040, 12, 31))


@pytest.mark.parametrize(
    ("text", "begins", "verdict"),
    [
        ("1 aar 11 mdr", date(2017, 6, 19), Verdict.OK),
        ("2 år og 4 måneder", date(2017, 1, 16), Verdict.OK),
        ("2 år 3 mdr", date(2017, 1, 16), Verdict.MISMATCH),
        ("1 år 9 mdr", date(2018, 8, 15), Verdict.MISMATCH),
    ],
)
def test_a_stretch_is_counted_from_day_to_day(text: str, begins: date, verdict: Verdict) -> None:
    assert lasts(stretch(text), begins=[begins], ends=ENDS).verdict is verdict


def test_a_stretch_with_a_word_of_room_is_approximate_and_told_with_it() -> None:
    finding = lasts(stretch("2 aar 3 mdr"), begins=[date(2017, 1, 16)], ends=ENDS, hedge=Hedge.ABOUT)

    assert finding.verdict is Verdict.APPROXIMATE
    assert finding.sentence.da == (
        "Fra 16. januar 2017 til 9. maj 2019 er der 2 år og 4 måneder; der er trykt ca. 2 år og 3 måneder."
    )
    assert finding.sentence.en.endswith("is 2 years and 4 months; ca. 2 years and 3 months is printed.")


def test_a_stretch_that_began_within_a_month_may_be_each_of_its_lengths() -> None:
    august = [date(2018, 8, 1), date(2018, 8, 31)]

    findings = [lasts(stretch(f"0 år {months} mdr"), begins=august, ends=ENDS) for months in (7, 8, 9, 10)]

    verdicts = [finding.verdict for finding in findings]
    assert verdicts == [Verdict.MISMATCH, Verdict.WITHIN, Verdict.OK, Verdict.MISMATCH]


@given(days, st.integers(0, 400))
def test_months_grow_with_every_day_and_agree_with_the_calendar(first: date, length: int) -> None:
    last = first + timedelta(length)
    months = months_between(first, last)

    assert months_between(first, last + timedelta(1)) >= months
    assert abs(float(months) * 30.436875 - length) < 4


def test_what_is_no_stretch_is_refused() -> None:
    with pytest.raises(InputRefused) as refusal:
        lasts(stretch("to år"), begins=[date(2017, 1, 16)], ends=ENDS)

    assert "»to år« er ikke år og måneder" in refusal.value.sentence.da
