"""Day by day: what runs, what does not, and the hours it comes to. A slow twin counts every single day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sammetag.interventions.models import Intervention, State, Stretch
from sammetag.interventions.running import Level, Span, chapters_on, hours_levels, idle_spans, in_state

JAN_1 = date(2026, 1, 1)
ONE_DAY = timedelta(days=1)
LONGEST = 60


def day(number: int) -> date:
    """The day so many days after New Year."""
    return JAN_1 + timedelta(days=number)


def given_to(
    *stretches: tuple[str, int, int | None],
    hours: str = "5",
    mentor: bool = False,
    chapter: int | None = None,
) -> Any:
    """An intervention with these stretches: state, first day, last day, both included."""
    one: Any = Intervention(hours_per_week=Decimal(hours), mentor=mentor, chapter=chapter)
    rows = [
        Stretch(intervention=one, state=s, since=day(a), until=None if b is None else day(b))
        for s, a, b in stretches
    ]
    one._prefetched_objects_cache = {"stretches": rows}
    return one


def runs_on(one: Intervention, on: date) -> bool:
    """The twin's question: does this run on this day?"""
    return any(
        part.state == State.RUNNING and part.since <= on and (part.until is None or on <= part.until)
        for part in one.stretches.all()
    )


def every_day(first: date, last: date) -> Iterable[date]:
    return (first + timedelta(days=n) for n in range((last - first).days + 1))


def empty() -> list[tuple[str, int, int | None]]:
    """No stretches yet."""
    return []


@st.composite
def interventions(draw: st.DrawFn) -> list[Any]:
    """A few interventions with stretches that follow each other, some still going on."""
    made = []
    for _ in range(draw(st.integers(0, 4))):
        at, rows = draw(st.integers(-10, LONGEST)), empty()
        for _ in range(draw(st.integers(0, 3))):
            length = draw(st.integers(0, 12))
            rows.append((draw(st.sampled_from(State.values)), at, at + length))
            at += length + 1 + draw(st.integers(0, 5))
        goes_on = draw(st.booleans())
        if rows and goes_on:
            rows[-1] = (rows[-1][0], rows[-1][1], None)
        hours = draw(st.sampled_from(["0", "2.5", "5", "37"]))
        made.append(given_to(*rows, hours=hours, mentor=draw(st.booleans())))
    return made


WINDOWS = st.tuples(st.integers(0, LONGEST), st.integers(0, LONGEST)).map(
    lambda pair: (day(min(pair)), day(max(pair)))
)


def test_where_nothing_is_given_every_day_is_idle() -> None:
    assert idle_spans([], day(0), day(9)) == [Span(day(0), day(9))]


def test_the_day_before_and_the_day_after_are_idle_and_the_ends_are_not() -> None:
    one = given_to(("running", 3, 5))

    assert idle_spans([one], day(0), day(9)) == [Span(day(0), day(2)), Span(day(6), day(9))]


def test_waiting_planned_and_paused_are_not_running() -> None:
    one = given_to(("planned", 0, 2), ("waiting", 3, 4), ("paused", 5, None))

    assert idle_spans([one], day(0), day(9)) == [Span(day(0), day(9))]


def test_a_mentor_alone_is_not_something_running() -> None:
    assert idle_spans([given_to(("running", 0, None), mentor=True)], day(0), day(9)) == [Span(day(0), day(9))]


def test_two_that_follow_each_other_day_by_day_leave_no_gap() -> None:
    both = [given_to(("running", 0, 4)), given_to(("running", 5, None))]

    assert idle_spans(both, day(0), day(9)) == []


def test_the_hours_of_what_runs_at_once_are_added_up_step_by_step() -> None:
    both = [given_to(("running", 0, 5), hours="5"), given_to(("running", 4, None), hours="2.5")]

    assert hours_levels(both, day(0), day(9)) == [
        Level(day(0), day(3), Decimal("5")),
        Level(day(4), day(5), Decimal("7.5")),
        Level(day(6), day(9), Decimal("2.5")),
    ]


def test_a_pause_takes_its_hours_away() -> None:
    one = given_to(("running", 0, 2), ("paused", 3, 5), ("running", 6, None), hours="4")

    assert [level.hours for level in hours_levels([one], day(0), day(9))] == [4, 0, 4]


def test_a_state_holds_on_its_first_and_on_its_last_day() -> None:
    one = given_to(("waiting", 3, 5))

    assert [bool(in_state([one], State.WAITING, day(n))) for n in (2, 3, 5, 6)] == [False, True, True, False]


def test_the_law_is_told_only_the_chapters_that_run_on_the_day() -> None:
    both = [given_to(("running", 0, 4), chapter=12), given_to(("waiting", 0, None), chapter=11)]

    assert chapters_on(both, day(2)) == frozenset({12})
    assert chapters_on(both, day(5)) == frozenset()


@given(interventions(), WINDOWS)
def test_a_day_is_idle_exactly_when_nothing_but_a_mentor_runs(made: list[Any], window: Any) -> None:
    first, last = window

    spans = idle_spans(made, first, last)

    idle = {on for span in spans for on in every_day(span.first, span.last or last)}
    assert idle == {
        on for on in every_day(first, last) if not any(runs_on(one, on) and not one.mentor for one in made)
    }


@given(interventions(), WINDOWS)
def test_idle_spans_lie_in_order_inside_the_window_and_never_touch(made: list[Any], window: Any) -> None:
    first, last = window

    spans = idle_spans(made, first, last)

    assert all(span.last is not None and first <= span.first <= span.last <= last for span in spans)
    assert all(
        one.last is not None and one.last + ONE_DAY < two.first
        for one, two in zip(spans, spans[1:], strict=False)
    )


@given(interventions(), WINDOWS)
def test_the_hours_of_each_day_are_those_of_all_that_runs_on_it(made: list[Any], window: Any) -> None:
    first, last = window

    levels = hours_levels(made, first, last)

    told = [level.hours for level in levels for _ in every_day(level.first, level.last)]
    assert told == [
        sum((one.hours_per_week for one in made if runs_on(one, on)), Decimal(0))
        for on in every_day(first, last)
    ]


@given(interventions(), WINDOWS)
def test_levels_fill_the_window_and_differ_from_their_neighbours(made: list[Any], window: Any) -> None:
    first, last = window

    levels = hours_levels(made, first, last)

    assert (levels[0].first, levels[-1].last) == (first, last)
    for one, two in zip(levels, levels[1:], strict=False):
        assert one.last + ONE_DAY == two.first
        assert one.hours != two.hours
