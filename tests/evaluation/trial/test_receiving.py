"""What somebody received in fact, by what was recorded after the draw."""

from __future__ import annotations

from datetime import date

from sammetag.evaluation.trial.receiving import Fate, Told, fate

ARMS = ("treatment", "control")
DAY = date(2026, 3, 1)


def test_where_nothing_was_recorded_they_received_what_was_drawn() -> None:
    assert fate("treatment", ARMS, swapped=False, told=[]) == Fate("treatment")


def test_a_swapped_list_gives_everybody_the_other_arm() -> None:
    assert fate("treatment", ARMS, swapped=True, told=[]).received == "control"


def test_what_is_told_of_the_person_goes_before_the_swap_of_the_list() -> None:
    told = [Told("nothing", DAY)]

    assert fate("treatment", ARMS, swapped=True, told=told).received is None
    assert fate("control", ARMS, swapped=True, told=[Told("other-arm", DAY)]).received == "treatment"


def test_of_several_arms_the_one_that_was_named_was_received() -> None:
    assert fate("a", ("a", "b", "c"), swapped=False, told=[Told("other-arm", DAY, "c")]).received == "c"


def test_who_left_is_followed_to_the_first_day_they_left() -> None:
    told = [Told("moved", DAY), Told("withdrew", date(2026, 5, 1)), Told("excluded", DAY, words="For ung.")]

    found = fate("control", ARMS, swapped=False, told=told)

    assert (found.left, found.left_on, found.excluded) == ("moved", DAY, "For ung.")
