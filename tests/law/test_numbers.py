"""A number of the law has a source, holds on its dates only, and is never given when it was not read."""

from __future__ import annotations

from datetime import date

import pytest

from sammetag import law
from sammetag.law.looking_up import changes, name_of, names
from sammetag.law.numbers import (
    all_numbers,
    number_among,
    number_of_reform,
    read_numbers,
    reform_numbers,
    refuse_overlaps,
)

SOURCE = "source: {act: LAB, section: '§ 1', published: LBK 1/2020}"


def text(*, source: str = SOURCE, confidence: str = "high", scheme: str = "ressourceforloeb") -> str:
    return f"""
numbers:
  - name: weeks_of_test
    title: {{da: Prøvens længde, en: The length of the test}}
    unit: weeks
    schemes: [{scheme}]
    from: 2020-01-01
    to: 2020-12-31
    value: 4
    {source}
    confidence: {confidence}
"""


def test_a_number_without_a_source_is_refused() -> None:
    with pytest.raises(law.RulebookError, match="'source' is a required property"):
        read_numbers(text(source=""), "test.yaml")


def test_a_number_whose_source_names_no_section_is_refused() -> None:
    with pytest.raises(law.RulebookError, match="'section' is a required property"):
        read_numbers(text(source="source: {act: LAB, published: LBK 1/2020}"), "test.yaml")


def test_a_number_with_an_unknown_confidence_is_refused() -> None:
    with pytest.raises(law.RulebookError, match="'certain' is not one of"):
        read_numbers(text(confidence="certain"), "test.yaml")


def test_a_number_for_an_unknown_scheme_is_refused() -> None:
    with pytest.raises(law.RulebookError, match="unknown schemes"):
        read_numbers(text(scheme="flexjob"), "test.yaml")


def test_two_values_for_one_day_are_refused() -> None:
    numbers = read_numbers(text(), "test.yaml")

    with pytest.raises(law.RulebookError, match="two values"):
        refuse_overlaps(numbers * 2)


def test_a_number_holds_on_its_first_and_its_last_day() -> None:
    numbers = read_numbers(text(), "test.yaml")

    for day in (date(2020, 1, 1), date(2020, 12, 31)):
        found = number_among(numbers, "weeks_of_test", scheme="ressourceforloeb", on=day)
        assert (found.value, found.unit, str(found.source)) == (4, "weeks", "LAB § 1 (LBK 1/2020)")


@pytest.mark.parametrize("day", [date(2019, 12, 31), date(2021, 1, 1)])
def test_outside_its_dates_a_number_is_not_in_force(day: date) -> None:
    numbers = read_numbers(text(), "test.yaml")

    with pytest.raises(law.NotInForce) as refused:
        number_among(numbers, "weeks_of_test", scheme="ressourceforloeb", on=day)

    assert "er ikke fastsat" in refused.value.sentence.da


def test_a_number_read_with_low_confidence_is_never_given() -> None:
    numbers = read_numbers(text(confidence="low"), "test.yaml")

    with pytest.raises(law.NotKnown) as refused:
        number_among(numbers, "weeks_of_test", scheme="ressourceforloeb", on=date(2020, 5, 1))

    assert "LAB § 1" in refused.value.sentence.en


def test_a_number_that_nobody_wrote_down_is_an_error_of_the_program() -> None:
    with pytest.raises(KeyError, match="no number is called"):
        law.number("no_such_number", scheme="ressourceforloeb", on=date(2020, 5, 1))


def test_the_longest_programme_became_three_years_in_2022() -> None:
    before = law.number("longest_months", scheme="ressourceforloeb", on=date(2021, 12, 31))
    after = law.number("longest_months", scheme="ressourceforloeb", on=date(2022, 1, 1))

    assert (before.value, after.value) == (60, 36)


def test_every_number_has_words_and_a_source_in_full() -> None:
    for found in all_numbers():
        assert found.title.da != found.title.en
        assert found.source.section.startswith("§")
        assert found.note or found.confidence is law.Confidence.HIGH


def test_a_number_that_a_reform_brings_is_found_among_those_of_reforms_only() -> None:
    day = date(2020, 5, 1)

    assert number_of_reform("flexi_small_hours", scheme="fleksjob", on=day).value == 5
    with pytest.raises(KeyError, match="no number is called"):
        law.number("flexi_small_hours", scheme="fleksjob", on=day)
    with pytest.raises(KeyError, match="no number is called"):
        number_of_reform("flexi_job_months", scheme="fleksjob", on=day)


def test_no_number_of_a_reform_is_shown_as_law() -> None:
    proposed = {found.name for found in reform_numbers()}

    assert proposed
    assert not proposed & set(names())
    assert not proposed & {name_of(one.entry) for one in changes(None, None)}


def test_every_number_of_a_reform_has_words_and_a_source() -> None:
    for found in reform_numbers():
        assert found.title.da != found.title.en
        assert found.note or found.confidence is law.Confidence.HIGH
