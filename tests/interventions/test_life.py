"""The life of an intervention as days: whatever is done, no two states share a day and no row is lost."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sammetag.interventions.life import Piece, back_to, end_on, enter, with_hours
from sammetag.interventions.models import State

JAN_1 = date(2026, 1, 1)


def day(number: int) -> date:
    return JAN_1 + timedelta(days=number)


def piece(state: State, since: int, until: int | None = None, hours: str | None = None) -> Piece:
    return Piece(
        state, day(since), None if until is None else day(until), None if hours is None else Decimal(hours)
    )


@st.composite
def lives(draw: st.DrawFn) -> list[Piece]:
    """A life after some steps, each on the day of the one before it or later."""
    pieces = [piece(draw(st.sampled_from(State)), 0)]
    on = 0
    for _ in range(draw(st.integers(0, 5))):
        on += draw(st.integers(0, 9))
        if draw(st.booleans()):
            pieces = enter(pieces, piece(draw(st.sampled_from(State)), on))
        else:
            pieces = with_hours(pieces, day(on), Decimal(draw(st.integers(0, 37))))
    return pieces


def is_in_order(pieces: list[Piece]) -> bool:
    """Whether each piece lies wholly before the next."""
    runs_forward = all(one.until is None or one.since <= one.until for one in pieces)
    pairs = zip(pieces, pieces[1:], strict=False)
    return runs_forward and all(one.until is not None and one.until < two.since for one, two in pairs)


def states(pieces: list[Piece], days: range) -> list[Any]:
    """The state of each day."""
    return [
        [p.state for p in pieces if p.since <= day(n) and (p.until is None or day(n) <= p.until)]
        for n in days
    ]


@given(lives(), st.integers(0, 60), st.sampled_from(State))
def test_a_step_changes_all_from_its_day_on_and_nothing_before(
    pieces: list[Piece], on: int, state: State
) -> None:
    after = enter(pieces, piece(state, on))

    assert is_in_order(after) and len(after) >= len(pieces)
    assert states(after, range(on)) == states(pieces, range(on))
    assert states(after, range(on, 80)) == [[state]] * (80 - on)


@given(lives(), st.integers(0, 60), st.sampled_from(State))
def test_a_step_that_is_taken_back_leaves_what_was_there(pieces: list[Piece], on: int, state: State) -> None:
    after = enter(pieces, piece(state, on))

    back = back_to(after, pieces)

    assert is_in_order(back) and len(back) == len(after)
    assert states(back, range(80)) == states(pieces, range(80))


@given(lives(), st.integers(0, 60), st.integers(0, 37))
def test_other_hours_change_no_state(pieces: list[Piece], on: int, hours: int) -> None:
    after = with_hours(pieces, day(on), Decimal(hours))

    assert is_in_order(after)
    assert states(after, range(80)) == states(pieces, range(80))
    assert {one.hours for one in after if one.since >= day(on)} <= {Decimal(hours)}


@given(lives(), st.integers(0, 60))
def test_an_end_reaches_its_day(pieces: list[Piece], on: int) -> None:
    after = end_on(pieces, day(on))

    assert is_in_order(after) and len(after) == len(pieces)
    assert states(after, range(on + 1)) == states(pieces, range(on + 1))
    assert [one.until for one in after if one.since <= day(on)][-1] == day(on)


def test_an_agreed_end_and_the_hours_agreed_for_later_are_kept() -> None:
    pieces = [piece(State.RUNNING, 0, 9), piece(State.RUNNING, 10, 30, "8")]

    after = enter(pieces, piece(State.PAUSED, 5, 30))

    assert after == [
        piece(State.RUNNING, 0, 4),
        piece(State.PAUSED, 5, 9),
        piece(State.PAUSED, 10, 30, "8"),
    ]
