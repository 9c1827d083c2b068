"""The plan reaches six months ahead, but never past the programme, and the answer says what to do."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sammetag import law

FIXED = st.dates(date(2014, 7, 1), date(2026, 1, 31))
LENGTHS = st.none() | st.integers(0, 500)


def facts(
    fixed_on: date,
    fixed_until: date | None = None,
    ends_on: date | None = None,
    *,
    scheme: str = law.RESSOURCEFORLOEB,
) -> law.PlanFacts:
    return law.PlanFacts(scheme, date(2014, 7, 1), fixed_on, fixed_until, ends_on)


def said(answer: law.Answer[law.PlanAhead]) -> list[str]:
    return [reason.text.da for reason in answer.reasons]


@given(FIXED, LENGTHS, LENGTHS, st.sampled_from((law.JOBAFKLARINGSFORLOEB, law.RESSOURCEFORLOEB)))
def test_a_plan_fits_from_six_months_or_the_end_of_the_programme(
    fixed_on: date, reach: int | None, programme: int | None, scheme: str
) -> None:
    until = None if reach is None else fixed_on + timedelta(days=reach)
    ends_on = None if programme is None else fixed_on + timedelta(days=programme)

    plan = law.plan_ahead(facts(fixed_on, until, ends_on, scheme=scheme), fixed_on).value

    six_months = law.months_from(fixed_on, 6).last
    assert six_months is not None
    assert plan.earliest_until == min(six_months, ends_on or six_months)
    assert plan.fits == (None if until is None else until >= plan.earliest_until)


def test_too_short_a_plan_says_how_far_it_must_reach() -> None:
    answer = law.plan_ahead(facts(date(2024, 3, 1), date(2024, 8, 30)), date(2024, 3, 1))

    assert said(answer) == [
        "Tilbud og opfølgning fastlægges for mindst 6 måneder ad gangen, her mindst til og med "
        "31. august 2024.",
        "Planen rækker kun til 30. august 2024. Fastlæg den mindst til og med 31. august 2024.",
        "Planen skal opdateres løbende.",
    ]


def test_an_end_within_the_six_months_is_told() -> None:
    answer = law.plan_ahead(facts(date(2024, 3, 1), None, date(2024, 6, 30)), date(2024, 3, 1))

    assert "Forløbet slutter 30. juni 2024, så planen behøver ikke at række længere." in said(answer)
    assert answer.version.note is not None
    assert "vores læsning" in answer.version.note.da


def test_a_plan_that_has_run_out_asks_for_the_next_months() -> None:
    answer = law.plan_ahead(facts(date(2024, 3, 1), date(2024, 8, 31)), date(2024, 9, 1))

    assert [warning.text.da for warning in answer.warnings] == [
        "Det, der er fastlagt, gik til 31. august 2024. Fastlæg de næste måneder sammen med borgeren."
    ]


def test_since_february_2026_the_person_is_told_where_to_look() -> None:
    with pytest.raises(law.NotKnown) as refused:
        law.plan_ahead(facts(date(2026, 2, 1)), date(2026, 2, 1))

    assert "LOV 1750/2025 § 21 (VEJ 9117/2026)" in refused.value.sentence.da
    assert "1 February 2026" in refused.value.sentence.en


@pytest.mark.parametrize(
    ("until", "end"), [(date(2024, 2, 29), None), (None, date(2024, 2, 29))], ids=["plan", "programme"]
)
def test_an_end_before_the_plan_is_fixed_is_refused(until: date | None, end: date | None) -> None:
    with pytest.raises(ValueError, match="before it begins"):
        facts(date(2024, 3, 1), until, end)
