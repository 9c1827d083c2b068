"""A mentor is given for six months at a time, and the answer says how it can go on."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sammetag import law

BEGINNINGS = st.dates(date(2013, 1, 1), date(2027, 12, 31))


def facts(since: date, until: date | None = None, *, scheme: str = law.RESSOURCEFORLOEB) -> law.MentorFacts:
    return law.MentorFacts(scheme, date(2013, 1, 1), since, until)


def said(answer: law.Answer[law.MentorPeriod]) -> list[str]:
    return [reason.text.da for reason in answer.reasons]


@given(BEGINNINGS, st.integers(0, 400))
def test_a_period_fits_exactly_up_to_its_limit(since: date, length: int) -> None:
    until = since + timedelta(days=length)

    period = law.mentor_period(facts(since, until), since).value

    assert period.fits == (until <= period.longest_until)
    assert period.longest_until == law.months_from(since, 6).last


@given(BEGINNINGS, st.dates(date(2013, 1, 1), date(2030, 12, 31)))
def test_the_day_asked_about_changes_neither_version_nor_limit(since: date, on: date) -> None:
    then, now = law.mentor_period(facts(since), since), law.mentor_period(facts(since), on)

    assert (then.value, then.version) == (now.value, now.version)
    assert bool(now.warnings) == (on > now.value.longest_until)


def test_since_2020_a_new_period_needs_an_assessment_and_my_plan_shows_the_hours() -> None:
    answer = law.mentor_period(facts(date(2024, 3, 1), date(2024, 8, 31)), date(2024, 3, 1))

    assert said(answer) == [
        "Mentorstøtte gives for højst 6 måneder ad gangen, her til og med 31. august 2024.",
        "Slutdatoen 31. august 2024 ligger inden for reglerne.",
        "Er der stadig brug for en mentor, kan der efter en konkret vurdering gives en ny periode på op til "
        "6 måneder.",
        "Min Plan skal vise målet, mentorens navn og kontaktdata, opgaverne, varigheden og timetallet.",
    ]


def test_before_2020_the_agreement_could_be_extended() -> None:
    answer = law.mentor_period(facts(date(2016, 3, 1)), date(2016, 3, 1))

    assert "kan aftalen forlænges" in said(answer)[1]
    assert "skriftlig aftale" in said(answer)[2]


def test_too_late_an_end_says_what_to_choose() -> None:
    answer = law.mentor_period(facts(date(2024, 3, 1), date(2024, 9, 1)), date(2024, 3, 1))

    assert "Slutdatoen 1. september 2024 er for sen. Vælg 31. august 2024 eller tidligere." in said(answer)
    assert "psykiatrisk indlæggelse" in answer.warnings[0].text.da


def test_in_2013_there_was_no_right_after_a_psychiatric_ward_to_tell_of() -> None:
    assert not law.mentor_period(facts(date(2013, 3, 1), date(2013, 12, 1)), date(2013, 3, 1)).warnings


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        facts(date(2024, 3, 1), date(2024, 2, 29))
