"""Reading CPR numbers as people write them. The numbers here are replacement numbers, or of the long dead."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from sammetag.people.cpr import Number, WrongNumber, bare, doubts, looks_like, mask, read

TODAY = date(2026, 11, 22)
DIGITS = "6105801001"
# Born on 1 January 1890; with the last digit of the second, modulus 11 does not come out even.
CHECKED, UNCHECKED = "010190-5004", "010190-5005"


def wrong(typed: str) -> str:
    with pytest.raises(WrongNumber) as refusal:
        read(typed, TODAY)
    assert str(refusal.value.remedy)
    return str(refusal.value.what)


@pytest.mark.parametrize(
    "typed",
    [
        "6105801001",
        "610580-1001",
        " 610580-1001 ",
        "610580 1001",
        "610580\u20131001",
        "61 05 80 10 01",
        "610580 - 1001",
    ],
)
def test_a_number_is_read_however_it_is_spaced(typed: str) -> None:
    assert read(typed, TODAY) == Number(DIGITS, date(1980, 5, 1))


@pytest.mark.parametrize(
    ("typed", "what"),
    [
        ("610580-100", "for kort"),
        ("", "for kort"),
        ("10580-1001", "for kort"),
        ("610580-10011", "for langt"),
        ("610580-1001 610580-1002", "for langt"),
        ("610580-1OO1", "bogstaver"),
        ("CPR 610580-1001", "bogstaver"),
        ("６１０５８０1001", "en anden slags cifre"),
        ("610580\u0661001", "en anden slags cifre"),
        ("610580/1001", "et tegn"),
        ("61-05-80-1001", "et tegn"),
        ("610580--1001", "et tegn"),
        ("000000-0000", "ingen dato"),
        ("610080-1001", "ingen dato"),
        ("321280-1001", "ingen dato"),
        ("925801-1001", "ingen dato"),
        ("310480-1001", "ingen dato"),
        ("290200-1001", "intet skudår"),
        ("610550-5001", "i fremtiden"),
        ("311226-4001", "i fremtiden"),
    ],
)
def test_each_wrong_form_is_named_with_what_to_do(typed: str, what: str) -> None:
    assert what in wrong(typed)


# As the CPR office's table has it: seventh digit, years, and the first and last year of each cell.
@pytest.mark.parametrize(
    ("sevenths", "year", "born"),
    [
        ("0123", "00", 1900),
        ("0123", "36", 1936),
        ("0123", "37", 1937),
        ("0123", "57", 1957),
        ("0123", "58", 1958),
        ("0123", "99", 1999),
        ("49", "00", 2000),
        ("49", "26", 2026),
        ("49", "37", 1937),
        ("49", "57", 1957),
        ("49", "58", 1958),
        ("49", "99", 1999),
        ("5678", "00", 2000),
        ("5678", "26", 2026),
        ("5678", "58", 1858),
        ("5678", "99", 1899),
    ],
)
def test_the_seventh_digit_tells_the_century(sevenths: str, year: str, born: int) -> None:
    assert {read(f"6101{year}{seventh}001", TODAY).born_on.year for seventh in sevenths} == {born}


def test_a_leap_day_needs_a_leap_year() -> None:
    assert read("890200-4001", TODAY).born_on == date(2000, 2, 29)


def test_a_replacement_number_is_known_and_has_no_check() -> None:
    number = read("610580-1001", TODAY)

    assert (number.is_replacement, number.passes_the_check) == (True, True)
    assert not read(CHECKED, TODAY).is_replacement


def test_modulus_11_only_raises_a_question() -> None:
    born_on = date(1890, 1, 1)

    assert doubts(read(CHECKED, TODAY), born_on) == []
    [doubt] = doubts(read(UNCHECKED, TODAY), born_on)
    assert "modulus 11" in doubt


def test_another_day_of_birth_is_named() -> None:
    [doubt] = doubts(read("610580-1001", TODAY), date(1980, 5, 2))

    assert "1.\xa0maj 1980" in doubt and "2.\xa0maj 1980" in doubt


def test_a_number_never_prints_itself() -> None:
    number = read("610580-1001", TODAY)

    assert (str(number), f"{number}", mask("610580")) == ("610580-****",) * 3
    assert "1001" not in repr(number)
    assert number.whole == "610580-1001"


@pytest.mark.parametrize("term", ["6105801001", "610580-1001", " 610580 1001", "999999-9999"])
def test_what_is_written_as_a_number_is_known_for_one(term: str) -> None:
    assert looks_like(term) and len(bare(term)) == 10


@pytest.mark.parametrize("term", ["Ærø", "2026-0001", "2026-000123", "61058010011", "610580-100", ""])
def test_other_terms_are_not(term: str) -> None:
    assert not looks_like(term)


@settings(max_examples=1000)
@given(
    some.one_of(
        some.text(max_size=60),
        some.from_regex(r"[0-9]{6}-?[0-9]{4}", fullmatch=True),
        some.text(alphabet="0123456789 -–\u0661６\x00", max_size=14),
    )
)
def test_whatever_is_typed_is_read_or_named_and_never_repeated(typed: str) -> None:
    try:
        number = read(typed, TODAY)
    except WrongNumber as refusal:
        told = f"{refusal.what} {refusal.remedy}"
        assert "cif" in told or "tegn" in told or "tal" in told
        assert bare(typed)[:6] not in told or len(bare(typed)) < 6
    else:
        assert number.born_on <= TODAY and number.digits == bare(typed)
