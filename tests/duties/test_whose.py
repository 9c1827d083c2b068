"""Who answers for a case: the unit, while nobody does, and those who hand it over."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

from sammetag.duties.duty import Band, Duty
from sammetag.duties.whose import HandedOver, Whose, duties_towards
from tests.duties.cases import CASE, with_plain_spaces

TODAY = date(2025, 11, 1)
DAY = timedelta(days=1)


def asked(whose: Whose, today: date = TODAY) -> list[Duty]:
    return [with_plain_spaces(duty) for duty in duties_towards(whose, today)]


def handed(on: date, *, done: bool = False, giver: str = "Astrid") -> HandedOver:
    return HandedOver(on, giver, "Birk", uuid4(), done)


def test_a_case_that_somebody_answers_for_asks_for_nothing() -> None:
    assert asked(Whose(CASE)) == []


def test_a_case_that_is_nobodys_is_loud_and_timed() -> None:
    [duty] = asked(Whose(CASE, nobody=True, since=TODAY - 9 * DAY))

    assert (duty.name, duty.band, duty.due) == ("name-coordinator", Band.LAW_MISSED, TODAY - 9 * DAY)
    assert duty.why[0] == "Nu 10 dage, siden 23. oktober."


def test_a_coordinator_who_has_left_is_named() -> None:
    [duty] = asked(Whose(CASE, nobody=True, since=TODAY, left="Astrid"))

    assert duty.why[:2] == (
        "Astrid står på sagen, men arbejder her ikke længere.",
        "Nu 1 dag, siden 1. november.",
    )


def test_since_when_is_not_said_where_nobody_knows() -> None:
    [duty] = asked(Whose(CASE, nobody=True, left="Astrid"))

    assert (duty.due, duty.timed) == (TODAY, False)
    assert not any("siden" in why for why in duty.why)


def test_an_agreed_hand_over_of_a_case_that_is_nobodys_is_told_in_the_same_row() -> None:
    [duty] = asked(Whose(CASE, nobody=True, since=TODAY, hand_over=handed(TODAY + 4 * DAY)))

    assert duty.name == "name-coordinator"
    assert duty.why[-1] == "Birk overtager sagen 5. november."


def test_an_agreed_hand_over_is_in_time_on_its_day_and_owed_on_the_day_after() -> None:
    whose = Whose(CASE, hand_over=handed(TODAY))

    [in_time], [late] = asked(whose), asked(whose, TODAY + DAY)

    assert (in_time.name, in_time.band, in_time.due) == ("carry-out-hand-over", Band.COMING, TODAY)
    assert in_time.why == ("Aftalt mellem Astrid og Birk til 1. november.",)
    assert (late.band, late.what) == (Band.PROMISE_MISSED, "Sagen skulle være overdraget til Birk")


def test_what_came_with_a_case_is_read_within_a_week() -> None:
    whose = Whose(CASE, hand_over=handed(TODAY - 7 * DAY, done=True))

    [in_time], [late] = asked(whose), asked(whose, TODAY + DAY)

    assert (in_time.name, in_time.band, in_time.due) == ("read-hand-over", Band.COMING, TODAY)
    assert late.band is Band.PROMISE_MISSED
    assert late.why == ("Birk overtog sagen fra Astrid 25. oktober.",)


def test_a_case_that_was_nobodys_before_names_no_giver() -> None:
    [duty] = asked(Whose(CASE, hand_over=handed(TODAY, done=True, giver="")))

    assert duty.why == ("Birk overtog sagen 1. november.",)
