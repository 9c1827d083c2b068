"""The public pension age follows the day of birth; a birth beyond the table has none."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sammetag import law
from sammetag.law.pension_age import TABLE, pension_age, pension_age_among

BIRTHS = st.dates(date(1930, 1, 1), date(2010, 12, 31))


@pytest.mark.parametrize(
    ("born_on", "years", "months", "reached_on"),
    [
        (date(1953, 12, 31), 65, 0, date(2018, 12, 31)),
        (date(1954, 1, 1), 65, 6, date(2019, 7, 1)),
        (date(1954, 6, 30), 65, 6, date(2019, 12, 30)),
        (date(1954, 7, 1), 66, 0, date(2020, 7, 1)),
        (date(1954, 12, 31), 66, 0, date(2020, 12, 31)),
        (date(1955, 1, 1), 66, 6, date(2021, 7, 1)),
        (date(1955, 6, 30), 66, 6, date(2021, 12, 30)),
        (date(1955, 7, 1), 67, 0, date(2022, 7, 1)),
        (date(1962, 12, 31), 67, 0, date(2029, 12, 31)),
        (date(1963, 1, 1), 68, 0, date(2031, 1, 1)),
        (date(1966, 12, 31), 68, 0, date(2034, 12, 31)),
        (date(1967, 1, 1), 69, 0, date(2036, 1, 1)),
        (date(1970, 12, 31), 69, 0, date(2039, 12, 31)),
        (date(1971, 1, 1), 70, 0, date(2041, 1, 1)),
    ],
)
def test_the_age_changes_on_the_limits_of_the_table(
    born_on: date, years: int, months: int, reached_on: date
) -> None:
    found = pension_age(born_on)

    assert (found.years, found.months, found.reached_on) == (years, months, reached_on)


@given(BIRTHS, BIRTHS)
def test_whoever_is_born_later_reaches_the_age_no_earlier(one: date, other: date) -> None:
    earlier, later = sorted((one, other))

    assert pension_age(earlier).reached_on <= pension_age(later).reached_on


@pytest.mark.parametrize(
    ("born_on", "reached_on"),
    [(date(1960, 2, 29), date(2027, 3, 1)), (date(1954, 3, 31), date(2019, 10, 1))],
)
def test_a_day_that_the_last_month_lacks_becomes_the_first_of_the_next(
    born_on: date, reached_on: date
) -> None:
    assert pension_age(born_on).reached_on == reached_on


def test_the_ages_from_the_act_of_2025_say_that_they_were_not_read_in_it() -> None:
    inferred = pension_age(date(1971, 1, 1))
    read = pension_age(date(1966, 12, 31))

    assert (inferred.confidence, read.confidence) == (law.Confidence.MEDIUM, law.Confidence.HIGH)
    assert inferred.note is not None
    assert "LOV 703/2025" in inferred.note.da
    assert str(read.source) == "LSP § 1 a (LBK 1123/2024)"


def test_a_birth_beyond_the_table_is_not_known() -> None:
    with pytest.raises(law.NotKnown) as refused:
        pension_age_among(TABLE[:-1], date(1971, 1, 1))

    assert "1. januar 1971, står ikke i tabellen" in refused.value.sentence.da
    assert "LSP § 1 a" in refused.value.sentence.en
    assert "1971" not in str(refused.value)


def test_the_lines_of_the_table_follow_each_other_by_birth_and_by_age() -> None:
    limits = [row.born_until for row in TABLE]
    ages = [(row.years, row.months) for row in TABLE]

    assert limits[-1] is None
    assert sorted(limit for limit in limits if limit) == limits[:-1]
    assert sorted(ages) == ages
