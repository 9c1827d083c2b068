"""The limits of a programme follow its grant, move with leave, and say what is wrong with an end."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sammetag import law

GRANTS = st.dates(date(2013, 1, 1), date(2026, 1, 31))


def facts(
    granted_on: date, ends_on: date | None = None, *, leave_days: int = 0, scheme: str = law.RESSOURCEFORLOEB
) -> law.LengthFacts:
    return law.LengthFacts(scheme, granted_on, granted_on, ends_on, leave_days)


@given(GRANTS, st.integers(0, 3000))
def test_an_end_fits_exactly_between_the_limits(granted_on: date, later: int) -> None:
    end = granted_on + timedelta(days=later)

    length = law.length_allowed(facts(granted_on, end)).value

    assert length.shortest_end is not None
    assert length.fits == (length.shortest_end <= end <= length.longest_end)


@given(st.dates(date(2020, 1, 1), date(2026, 1, 31)), st.integers(0, 400))
def test_leave_moves_both_limits_by_its_days(granted_on: date, days: int) -> None:
    without = law.length_allowed(facts(granted_on)).value
    with_leave = law.length_allowed(facts(granted_on, leave_days=days)).value

    assert without.shortest_end is not None
    assert with_leave.shortest_end == without.shortest_end + timedelta(days=days)
    assert with_leave.longest_end == without.longest_end + timedelta(days=days)


@pytest.mark.parametrize(
    ("end", "sentence"),
    [
        (
            date(2024, 12, 31),
            "Slutdatoen 31. december 2024 er for tidlig. Vælg 31. januar 2025 eller senere.",
        ),
        (date(2025, 1, 31), "Slutdatoen 31. januar 2025 ligger inden for reglerne."),
        (date(2027, 2, 1), "Slutdatoen 1. februar 2027 er for sen. Vælg 31. januar 2027 eller tidligere."),
    ],
)
def test_an_end_is_judged_in_a_sentence(end: date, sentence: str) -> None:
    answer = law.length_allowed(facts(date(2024, 2, 1), end))

    assert sentence in [reason.text.da for reason in answer.reasons]


def test_without_an_end_only_the_limits_are_told() -> None:
    answer = law.length_allowed(facts(date(2024, 2, 1)))

    assert answer.value.fits is None
    assert {reason.kind for reason in answer.reasons} == {law.ReasonKind.RULE}


def test_a_grant_after_january_2026_is_told_that_running_programmes_go_on() -> None:
    with pytest.raises(law.NotInForce) as refused:
        law.length_allowed(facts(date(2026, 2, 1)))

    assert "fra og med 1. februar 2026" in refused.value.sentence.da
    assert "fortsætter" in refused.value.sentence.da
    assert "go on" in refused.value.sentence.en


def test_a_short_grant_from_before_2022_has_no_warning() -> None:
    assert not law.length_allowed(facts(date(2021, 6, 1), date(2024, 5, 31))).warnings


def test_negative_leave_is_refused() -> None:
    with pytest.raises(ValueError, match="leave cannot be"):
        facts(date(2024, 2, 1), leave_days=-1)


def test_a_job_clarification_programme_has_no_shortest_length() -> None:
    answer = law.length_allowed(facts(date(2024, 2, 1), date(2024, 2, 1), scheme=law.JOBAFKLARINGSFORLOEB))

    assert answer.value.shortest_end is None
    assert answer.value.fits
