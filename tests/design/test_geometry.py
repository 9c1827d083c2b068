from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from sammetag.design.bars import PlacedBar
from sammetag.design.geometry import Layout, PlacedLane, layout
from sammetag.design.lettering import width_of
from sammetag.design.timeline import Bar, Gap, HoursStep, Mark
from tests.design.pictures import GAP, HELD, MENTOR, STEP, SUPPORT, TODAY, TRAINING, picture


def lane(view: Layout, key: str) -> PlacedLane:
    return next(item for item in view.lanes if item.lane.key == key)


def bar(view: Layout, wanted: Bar) -> PlacedBar:
    return next(item for item in lane(view, wanted.lane).bars if item.bar == wanted)


def test_overlapping_bars_land_in_different_rows() -> None:
    view = layout(picture(bars=(MENTOR, TRAINING)), 1120, False)
    assert {item.row for item in lane(view, "employment").bars} == {0, 1}


def test_stretches_of_one_intervention_stay_in_one_row() -> None:
    paused = replace(MENTOR, id="1:b", first=date(2026, 7, 1), last=date(2026, 7, 31), state="paused")
    again = replace(MENTOR, id="1:c", first=date(2026, 8, 1), last=None)
    view = layout(picture(bars=(TRAINING, again, paused, MENTOR)), 1120, False)
    assert len({bar(view, item).row for item in (MENTOR, paused, again)}) == 1


def test_an_open_end_is_drawn_to_today() -> None:
    view = layout(picture(bars=(SUPPORT,)), 1120, False)
    placed = bar(view, SUPPORT)
    assert view.today is not None
    assert placed.x + placed.width == pytest.approx(view.today, abs=1.5)


def test_an_open_plan_is_drawn_to_the_end() -> None:
    plan = replace(SUPPORT, first=date(2027, 1, 1), state="planned")
    placed = bar(layout(picture(bars=(plan,)), 1120, False), plan)
    assert placed.x + placed.width == pytest.approx(1119, abs=1.5)


def test_only_a_paused_bar_is_hatched() -> None:
    paused = replace(TRAINING, state="paused")
    assert bar(layout(picture(bars=(paused,)), 1120, False), paused).hatch
    assert not bar(layout(picture(bars=(TRAINING,)), 1120, False), TRAINING).hatch


def test_a_label_that_fits_stands_inside() -> None:
    placed = bar(layout(picture(bars=(MENTOR,)), 1120, False), MENTOR)
    assert placed.label_inside and placed.label is not None and placed.label.words == "Mentor"


def test_a_label_too_long_for_its_bar_stands_beside_it() -> None:
    short = replace(TRAINING, last=date(2026, 3, 10))
    placed = bar(layout(picture(bars=(short,)), 1120, False), short)
    assert placed.label is not None and placed.label.words == "Intern træning"
    assert not placed.label_inside and placed.label.x > placed.x + placed.width


def test_a_label_without_room_anywhere_is_cut() -> None:
    last = replace(SUPPORT, first=date(2027, 5, 1), last=date(2027, 6, 30), label="Støtte i hjemmet hver uge")
    placed = bar(layout(picture(bars=(last,)), 1120, False), last)
    assert placed.label is not None and placed.label.words.endswith("…")
    assert width_of(placed.label.words, 12) < placed.width


def test_a_gap_frays_the_thread() -> None:
    talks = lane(layout(picture(gaps=(GAP,)), 1120, False), "talks")
    assert talks.thread is not None and talks.thread.solid.count("M") == 2
    assert talks.gaps[0].fibres.count("M") == 6 and talks.gaps[0].dots


def test_a_gap_that_goes_on_does_not_mend() -> None:
    goes_on = Gap(date(2026, 10, 1), None, "52 dage")
    view = layout(picture(gaps=(goes_on,)), 1120, False)
    placed = lane(view, "talks").gaps[0]
    assert placed.fibres.count("M") == 3
    assert view.today is not None and placed.x + placed.width == pytest.approx(view.today)


def test_without_a_gap_the_thread_is_whole() -> None:
    talks = lane(layout(picture(), 1120, False), "talks")
    assert talks.thread is not None and talks.thread.solid.count("M") == 1 and not talks.gaps


def test_empty_lanes_collapse() -> None:
    view = layout(picture(bars=(MENTOR,)), 1120, False)
    assert lane(view, "health").empty and not lane(view, "employment").empty
    assert lane(view, "health").height < lane(view, "employment").height


def test_the_talks_lane_always_shows_the_thread() -> None:
    assert not lane(layout(picture(), 1120, False), "talks").empty


def test_narrow_has_the_labels_above_the_lanes() -> None:
    item = lane(layout(picture(bars=(MENTOR,)), 343, True), "employment")
    assert item.label.y < item.bars[0].y


def test_wide_has_the_labels_left_of_the_lanes() -> None:
    view = layout(picture(bars=(MENTOR,)), 1120, False)
    label = lane(view, "employment").label
    assert label.right < view.left and label.y == bar(view, MENTOR).y + 12


def test_a_flag_stands_beside_a_single_row_of_bars() -> None:
    flag = Mark("f", "social", date(2027, 1, 18), "deadline", "Revurderes 18.1.", "")
    item = lane(layout(picture(bars=(SUPPORT,), marks=(flag,)), 1120, False), "social")
    assert item.marks[0].y == item.bars[0].y + 12


def test_a_flag_stands_below_several_rows_of_bars() -> None:
    flag = Mark("f", "employment", date(2027, 1, 18), "deadline", "Revurderes 18.1.", "")
    item = lane(layout(picture(bars=(MENTOR, TRAINING), marks=(flag,)), 1120, False), "employment")
    assert item.marks[0].y > max(placed.y + placed.height for placed in item.bars)


def test_words_avoid_the_line_of_today() -> None:
    booked = Mark("t", "talks", TODAY + timedelta(days=9), "talk-booked", "Samtale 30.11. kl. 10", "")
    view = layout(picture(marks=(booked,)), 1120, False)
    label = lane(view, "talks").marks[0].label
    assert label is not None and view.today is not None and label.left >= view.today


def test_crowded_decisions_keep_their_words_apart() -> None:
    days = [date(2026, 2, 1) + timedelta(days=count) for count in range(0, 60, 6)]
    marks = tuple(Mark(f"d{day}", "decisions", day, "decision", "Mentor bevilget", "") for day in days)
    placed = lane(layout(picture(marks=marks), 1120, False), "decisions").marks
    labels = [item.label for item in placed if item.label]
    clashes = [
        (one, other)
        for one in labels
        for other in labels
        if one is not other and one.y == other.y and one.left < other.right and other.left < one.right
    ]
    assert labels and not clashes


def test_a_held_talk_needs_no_words_and_a_no_show_has_its_own() -> None:
    missed = Mark("t2", "talks", date(2026, 5, 20), "talk-no-show", "udeblev", "")
    held, other = lane(layout(picture(marks=(HELD, missed)), 1120, False), "talks").marks
    assert held.label is None and other.label is not None and other.label.words == "udeblev"


def test_today_outside_the_picture_is_not_drawn() -> None:
    view = layout(picture(today=date(2030, 1, 1)), 1120, False)
    assert view.today is None and view.future_width == 0


def test_a_long_time_has_fewer_words_than_a_short_one() -> None:
    decade = layout(picture(first=date(2017, 1, 1)), 1120, False)
    year = layout(picture(first=date(2026, 7, 1)), 1120, False)
    assert {tick.word for tick in decade.ticks} <= {"", "jan", "jul"}
    assert {"jul", "aug", "sep"} <= {tick.word for tick in year.ticks}


def test_weeks_are_numbered_when_days_are_wide() -> None:
    view = layout(picture(first=date(2026, 10, 10), last=date(2026, 12, 31)), 1120, False)
    assert "19" in {tick.word for tick in view.ticks} and view.ticks[0].word == "okt"


def test_the_highest_hours_and_todays_are_labelled() -> None:
    now = HoursStep(date(2026, 7, 1), TODAY, Decimal(2))
    profile = lane(layout(picture(hours=(STEP, now)), 1120, False), "hours").hours
    assert profile is not None and profile.peak is not None and profile.current is not None
    assert (profile.peak.step, profile.current.step) == (STEP, now)


def test_no_hours_leave_the_lane_thin() -> None:
    assert lane(layout(picture(), 1120, False), "hours").empty
    assert lane(layout(picture(hours=(replace(STEP, hours=Decimal(0)),)), 1120, False), "hours").empty


def test_what_lies_outside_the_picture_is_left_out() -> None:
    view = layout(picture(bars=(MENTOR,), marks=(HELD,), first=date(2026, 9, 1)), 1120, False)
    assert lane(view, "employment").empty and not lane(view, "talks").marks
