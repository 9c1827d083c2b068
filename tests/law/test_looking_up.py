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


def test_a_number_goes_by_the_grant_where_the_rules_that_read_it_do() -> None:
    days = {"on": date(2025, 6, 1), "granted_on": date(2021, 6, 1)}
    (longest,) = held_on("longest_months", scheme=law.RESSOURCEFORLOEB, **days)
    (talks,) = held_on("talks_in_first_months", scheme=law.RESSOURCEFORLOEB, **days)

    assert isinstance(longest.entry, law.Number)
    assert (longest.chosen_on, longest.entry.value) == (date(2021, 6, 1), 60)
    assert talks.chosen_on == date(2025, 6, 1)


@pytest.mark.parametrize(
    ("name", "on", "granted_on", "kind"),
    [
        ("job.broker", SPRING, date(2026, 2, 15), law.NotInForce),
        ("guarantee", SPRING, date(2026, 2, 15), law.NotInForce),
        ("talks.due", SPRING, date(2026, 2, 15), law.NotInForce),
        ("job.broker", date(2025, 1, 1), date(2021, 1, 1), law.NotKnown),
        ("health.coordinator", date(2025, 1, 1), date(2021, 12, 31), law.NotKnown),
        ("mentor.period", date(2025, 1, 1), date(2012, 12, 31), law.NotInForce),
    ],
)
def test_nothing_is_said_to_hold_for_a_grant_that_the_rule_does_not_cover(
    name: str, on: date, granted_on: date, kind: type[law.LawError]
) -> None:
    (held,) = held_on(name, on=on, granted_on=granted_on, scheme=law.RESSOURCEFORLOEB)

    assert held.entry is None
    assert type(held.refused) is kind


@pytest.mark.parametrize("granted_on", [date(2022, 1, 1), date(2026, 1, 31)])
def test_what_covers_the_grant_holds(granted_on: date) -> None:
    for name in ("job.broker", "guarantee", "health.coordinator", "talks.due"):
        (held,) = held_on(name, on=SPRING, granted_on=granted_on, scheme=law.RESSOURCEFORLOEB)
        assert held.entry is not None


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
