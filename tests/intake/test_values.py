"""How single cells are read."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sammetag.intake.columns import FIELD, PROGRAMMES, SCHEME, STATE, YES_OR_NO
from sammetag.intake.headings import Column
from sammetag.intake.values import BadValue, chapter, day, holds_cpr, hours, is_formula, words
from sammetag.interventions.models import State
from sammetag.people.models import Field


@pytest.mark.parametrize(
    "cell",
    ["1.2.2026", "01.02.2026", "01-02-2026", "1/2/2026", "2026-02-01", "1. 2. 2026", "2026-02-01 00:00:00"],
)
def test_the_day_comes_before_the_month(cell: str) -> None:
    assert day(cell) == date(2026, 2, 1)


@pytest.mark.parametrize(
    ("cell", "remedy"),
    [
        ("1.2.26", "fire cifre"),
        ("2/13/2026", "dag, måned og år"),
        ("30.2.2026", "dag, måned og år"),
        ("1.2.0206", "Ret årstallet"),
        ("februar", "1.2.2026"),
        ("46054", "1.2.2026"),
    ],
)
def test_a_day_that_is_none_says_how_to_write_it(cell: str, remedy: str) -> None:
    with pytest.raises(BadValue) as bad:
        day(cell)
    assert remedy in bad.value.remedy


@pytest.mark.parametrize(("cell", "read"), [("7,5", "7.5"), ("7.5", "7.5"), (" 37 ", "37"), ("0", "0")])
def test_hours_have_a_comma_or_a_point(cell: str, read: str) -> None:
    assert hours(cell) == Decimal(read)


@pytest.mark.parametrize("cell", ["37,1", "-1", "7,25", "syv", "1e3", "∞", "٣", "1.000,5"])
def test_other_hours_are_refused(cell: str) -> None:
    with pytest.raises(BadValue):
        hours(cell)


@pytest.mark.parametrize(("cell", "read"), [("11", 11), ("Kapitel 11", 11), ("kap. 9", 9)])
def test_a_chapter_is_a_number(cell: str, read: int) -> None:
    assert chapter(cell) == read


def test_words_of_a_list_are_known_in_any_case_and_both_languages() -> None:
    assert FIELD("Beskæftigelse") == FIELD("BESKAEFTIGELSE") == FIELD("employment") == Field.EMPLOYMENT
    assert STATE("I gang") == STATE("igang") == STATE("running") == State.RUNNING
    assert SCHEME("Jobafklaringsforløb") == SCHEME("jobafklaringsforloeb") == "jobafklaringsforloeb"
    assert (YES_OR_NO("JA"), YES_OR_NO("falsk")) == (True, False)


def test_an_unknown_word_names_those_that_are_known() -> None:
    with pytest.raises(BadValue) as bad:
        FIELD("kultur")
    assert "beskæftigelse, uddannelse, social, sundhed, behandling" in bad.value.remedy


def test_a_text_has_a_limit_and_no_spaces_around() -> None:
    assert words(5)("  a \r\n b ") == "a b"
    with pytest.raises(BadValue):
        words(5)("abcdef")


@pytest.mark.parametrize(
    "cell", ["=1+1", "+45", "@x", "\t=1", "\rx", " =1", "-cmd|' /C calc'!A0", "-2+3", "\uff1d1"]
)
def test_what_a_spreadsheet_would_run_is_a_formula(cell: str) -> None:
    assert is_formula(cell)


@pytest.mark.parametrize("cell", ["a=1", "7,5", "-1", "-", "Anna-Lise", ""])
def test_what_it_would_not_run_is_none(cell: str) -> None:
    assert not is_formula(cell)


@pytest.mark.parametrize(
    "cell",
    ["140384-1234", "1403841234", "140384 1234", "se 740384-1234.", "311299 - 0000", "140384\u20131234"],
)
def test_what_looks_like_a_cpr_number_is_seen(cell: str) -> None:
    assert holds_cpr(cell)


@pytest.mark.parametrize(
    "cell", ["2026-0114", "14.3.1984", "991384-1234", "12345678901", "1403841", "140384"]
)
def test_what_does_not_is_left_alone(cell: str) -> None:
    assert not holds_cpr(cell)


@pytest.mark.parametrize("column", PROGRAMMES.each, ids=lambda column: column.key)
@given(cell=st.text(max_size=30))
def test_every_cell_is_a_value_or_a_fault_with_a_remedy(column: Column, cell: str) -> None:
    try:
        column.parse(cell)
    except BadValue as bad:
        assert bad.what and bad.remedy


@pytest.mark.parametrize(
    "column", [one for one in PROGRAMMES.each if one.example], ids=lambda column: column.key
)
def test_the_example_of_a_column_can_be_read(column: Column) -> None:
    assert column.parse(column.example) is not None
