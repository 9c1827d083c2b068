"""The rulebook can be read: what holds on a day, for whom, and what turns between two days."""

from __future__ import annotations

from datetime import date

import pytest

from sammetag import law
from sammetag.law.looking_up import Turn, UnknownName, changes, held_on, name_of, names
from sammetag.law.schemes import KONTANTHJAELP

SPRING = date(2026, 3, 1)


def test_a_rule_that_goes_by_the_grant_is_looked_up_by_the_day_of_the_grant() -> None:
    (held,) = held_on("programme.length", on=SPRING, granted_on=date(2021, 6, 1), scheme=law.RESSOURCEFORLOEB)

    assert held.chosen_on == date(2021, 6, 1)
    assert held.entry is not None and held.entry.period.contains(date(2021, 6, 1))


def test_a_rule_that_goes_by_the_day_is_looked_up_by_the_day_whatever_the_grant() -> None:
    (held,) = held_on("talks.due", on=SPRING, granted_on=date(2014, 6, 1), scheme=law.RESSOURCEFORLOEB)

    assert held.chosen_on == SPRING


def test_without_a_grant_the_day_asked_about_stands_for_it() -> None:
    (held,) = held_on("programme.length", on=SPRING, granted_on=None, scheme=law.RESSOURCEFORLOEB)

    assert held.entry is None
    assert held.refused is not None and "1. februar 2026" in held.refused.sentence.da


def test_what_has_not_been_read_is_refused_with_its_reason() -> None:
    (held,) = held_on("plan.ahead", on=SPRING, granted_on=None, scheme=law.RESSOURCEFORLOEB)

    assert isinstance(held.refused, law.NotKnown)


def test_without_a_scheme_each_that_has_had_it_is_told() -> None:
    schemes = {one.scheme for one in held_on("longest_months", on=SPRING, granted_on=None, scheme=None)}

    assert schemes == {law.RESSOURCEFORLOEB, law.JOBAFKLARINGSFORLOEB}


@pytest.mark.parametrize("name", names())
def test_every_name_can_be_looked_up_on_every_day_of_change(name: str) -> None:
    for day in law.change_dates():
        assert held_on(name, on=day, granted_on=day, scheme=None)


def test_a_name_that_is_not_there_is_answered_with_those_that_are() -> None:
    with pytest.raises(UnknownName) as fault:
        held_on("talk.due", on=SPRING, granted_on=None, scheme=None)

    assert "talks.due" in fault.value.names


def test_a_scheme_that_is_not_there_is_refused() -> None:
    with pytest.raises(law.UnknownScheme):
        held_on("talks.due", on=SPRING, granted_on=None, scheme="flexjob")


def test_a_scheme_that_only_reforms_are_about_is_told_that_the_law_has_nothing_for_it() -> None:
    held = held_on("talks.due", on=SPRING, granted_on=None, scheme=KONTANTHJAELP)

    assert [one.entry for one in held] == [None]
    assert held[0].refused is not None
    assert "kontanthjælp" in held[0].refused.sentence.da


def test_the_days_on_which_something_turns_are_the_change_dates() -> None:
    assert sorted({one.on for one in changes(None, None)}) == list(law.change_dates())


def test_between_two_days_both_are_told_of() -> None:
    first, last = date(2022, 1, 1), date(2022, 1, 1)

    found = changes(first, last)

    assert {one.on for one in found} == {first}
    assert [one.turn for one in found if name_of(one.entry) == "longest_months"] == [Turn.ENDS, Turn.BEGINS]
