"""The latest decision holds from its day on, whatever stood before; a withdrawal leaves nothing standing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sammetag.law import Period
from sammetag.practice.standing import Outlook, held, held_on, outlook


@dataclass(frozen=True)
class Step:
    """A decision as far as its days are concerned."""

    number: int
    day: date
    withdraws: bool = False


MARCH, APRIL, MAY = date(2026, 3, 1), date(2026, 4, 1), date(2026, 5, 1)


def days(*steps: Step) -> list[tuple[int, Period]]:
    return [(one.decision.number, one.period) for one in held(steps)]


def test_a_decision_holds_from_its_day_until_the_day_before_the_next() -> None:
    assert days(Step(1, MARCH), Step(2, MAY)) == [
        (1, Period(MARCH, date(2026, 4, 30))),
        (2, Period(MAY, None)),
    ]


def test_what_is_decided_later_from_an_earlier_day_takes_over_from_there() -> None:
    assert days(Step(1, MARCH), Step(2, MAY), Step(3, APRIL)) == [
        (1, Period(MARCH, date(2026, 3, 31))),
        (3, Period(APRIL, None)),
    ]


def test_after_a_withdrawal_nothing_holds_until_something_is_decided_again() -> None:
    steps = [Step(1, MARCH), Step(2, APRIL, withdraws=True), Step(3, MAY)]

    assert days(*steps) == [(1, Period(MARCH, date(2026, 3, 31))), (3, Period(MAY, None))]
    assert held_on(steps, APRIL) is None
    assert held_on(steps, MAY) == steps[2]


def test_before_the_first_day_nothing_holds() -> None:
    assert held_on([Step(1, APRIL)], date(2026, 3, 31)) is None


def test_the_outlook_tells_what_holds_until_when_and_what_changes() -> None:
    first, second = Step(1, MARCH), Step(2, MAY)
    end, earlier_end = Step(2, MAY, withdraws=True), Step(3, APRIL, withdraws=True)

    assert outlook([first, second], APRIL) == Outlook(first, date(2026, 4, 30), (second,))
    assert outlook([first, end], APRIL) == Outlook(first, date(2026, 4, 30), (end,))
    assert outlook([first, end, earlier_end], MARCH) == Outlook(first, date(2026, 3, 31), (earlier_end,))
    assert outlook([first, end], MAY) == Outlook(None, None, ())
    assert outlook([first], date(2026, 2, 1)) == Outlook(None, None, (first,))


def test_a_withdrawal_that_ends_nothing_is_no_change() -> None:
    steps = [Step(1, MAY), Step(2, APRIL, withdraws=True)]

    assert outlook(steps, MARCH) == Outlook(None, None, ())


DAYS = st.dates(date(2026, 1, 1), date(2026, 1, 20))
STEPS = st.lists(st.tuples(DAYS, st.booleans()), max_size=8)


@given(STEPS, DAYS)
def test_on_each_day_the_last_of_those_that_had_begun_decides(
    steps: list[tuple[date, bool]], day: date
) -> None:
    decided = [Step(number, since, withdraws) for number, (since, withdraws) in enumerate(steps, 1)]
    begun = [one for one in decided if one.day <= day]
    last = begun[-1] if begun else None

    assert held_on(reversed(decided), day) == (None if last is None or last.withdraws else last)
