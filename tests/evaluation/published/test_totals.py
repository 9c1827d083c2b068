"""Counts and shares add up, within what rounding allows, or a sentence says what they make."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sammetag.evaluation.published import Verdict
from sammetag.evaluation.published.rounding import half_up
from sammetag.evaluation.published.totals import at_most, between, halves, hundred, rows, same, total
from tests.evaluation.published.printed import count, printed


def test_a_total_of_counts_is_exact() -> None:
    finding = total(count(97), of=[count(19), count(27), count(27), count(26)])

    assert finding.verdict is Verdict.MISMATCH
    assert finding.sentence.da == "19 + 27 + 27 + 26 = 99; der er trykt 97."
    assert finding.sentence.en == "19 + 27 + 27 + 26 = 99; 97 is printed."


def test_what_is_taken_away_is_taken_away() -> None:
    assert total(count(30), of=[count(38), Fraction(3)], minus=[count(11)]).verdict is Verdict.OK


@pytest.mark.parametrize(
    ("whole", "verdict"), [("96", Verdict.OK), ("95", Verdict.WITHIN), ("94", Verdict.MISMATCH)]
)
def test_a_total_of_rounded_shares_has_room_for_their_rounding(whole: str, verdict: Verdict) -> None:
    assert total(printed(whole), of=[printed("54"), printed("42")]).verdict is verdict


@given(st.lists(st.integers(0, 500), min_size=1, max_size=7).filter(any), st.integers(0, 2))
def test_shares_that_were_each_rounded_are_never_blamed(counts: list[int], places: int) -> None:
    everybody = sum(counts)
    shares = [half_up(Fraction(100 * one, everybody), places) for one in counts]
    told = [printed(f"{float(one):.{places}f}".replace(".", ",")) for one in shares]

    assert hundred(told).verdict in (Verdict.OK, Verdict.WITHIN)


@pytest.mark.parametrize(
    ("shares", "verdict"), [(("50", "51"), Verdict.WITHIN), (("49", "50"), Verdict.MISMATCH)]
)
def test_a_half_is_rounded_up_so_two_shares_can_be_101_but_never_99(
    shares: tuple[str, str], verdict: Verdict
) -> None:
    assert hundred([printed(one) for one in shares]).verdict is verdict


def test_shares_that_cannot_be_a_whole_are_named() -> None:
    finding = hundred([printed("92,2"), printed("9,9")])

    assert finding.verdict is Verdict.MISMATCH
    assert finding.sentence.da.startswith("92,2 + 9,9 = 102,1 procent; det bliver ikke 100")


@pytest.mark.parametrize(
    ("here", "there", "verdict"),
    [
        ("42", "42", Verdict.OK),
        ("41", "42", Verdict.MISMATCH),
        ("46", "46,3", Verdict.OK),
        ("46,4", "46", Verdict.WITHIN),
        ("46,6", "46", Verdict.MISMATCH),
    ],
)
def test_a_number_in_two_places_is_the_same_to_the_decimals_of_each(
    here: str, there: str, verdict: Verdict
) -> None:
    assert same(printed(here), other=printed(there)).verdict is verdict


def test_a_part_is_no_larger_than_what_it_is_part_of() -> None:
    assert at_most(count(9), of=[count(57)], minus=[count(40)]).verdict is Verdict.OK
    assert at_most(count(4), of=[count(3)]).sentence.da == "Der kan højst være 3; der er trykt 4."


def test_what_holds_of_all_lies_between_what_holds_of_the_parts() -> None:
    low, high = printed("45"), printed("60")

    assert between(printed("54"), low=low, high=high).verdict is Verdict.OK
    assert between(printed("44"), low=low, high=high).verdict is Verdict.MISMATCH


def test_two_halves_differ_by_one_at_most() -> None:
    assert halves(count(7), other=count(6)).verdict is Verdict.OK
    assert halves(count(8), other=count(6)).verdict is Verdict.MISMATCH


def test_rows_are_counted() -> None:
    assert rows(count(2), of=[count(1), count(5)]).verdict is Verdict.OK
