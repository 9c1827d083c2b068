"""Every version lies where its days are, in the lane of its scheme; what was not read is torn and hatched."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sammetag.lawbook.time_axis import (
    NARROW,
    WIDE,
    Axis,
    Lane,
    Layout,
    PlacedStretch,
    Stretch,
    place,
    span_of,
)

TODAY = date(2026, 11, 22)


def stretch(first: date, last: date | None, kind: str = "version", **other: object) -> Stretch:
    usual: dict[str, object] = {"label": "LBK 1/2013", "words": "ord", "anchor": "version-1"}
    return Stretch(first, last, kind, **{**usual, **other})  # type: ignore[arg-type]


OLD = stretch(date(2013, 1, 1), date(2019, 12, 31))
NEW = stretch(date(2020, 1, 1), None)
UNREAD = stretch(date(2014, 7, 1), date(2019, 12, 31), "unread", label="ikke læst")


def axis(*lanes: tuple[Stretch, ...], on: date | None = None) -> Axis:
    return Axis(
        title="Udgaver",
        description="",
        lanes=tuple(Lane(f"Ordning {number}", some) for number, some in enumerate(lanes)),
        first=date(2013, 1, 1),
        last=date(2027, 12, 31),
        today=TODAY,
        today_word="I dag",
        on=on,
        on_word="1. maj 2019" if on else "",
    )


def placed(layout: Layout) -> list[PlacedStretch]:
    return [one for lane in layout.lanes for one in lane.stretches]


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_the_day_after_one_version_is_where_the_next_begins(width: float) -> None:
    old, new = placed(place(axis((OLD, NEW)), width))

    assert old.x + old.width == pytest.approx(new.x, abs=1.1)
    assert old.width == pytest.approx(new.width * 7 / 8, rel=0.02)


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_nothing_leaves_the_picture(width: float) -> None:
    layout = place(axis((OLD, NEW), (UNREAD, NEW), on=date(2019, 5, 1)), width)

    assert all(layout.left <= one.x and one.x + one.width <= width for one in placed(layout))
    assert all(flag.label.left >= 0 and flag.label.right <= width for flag in layout.flags)
    assert all(one.y + 28 <= layout.bottom <= layout.height for one in placed(layout))
    assert all(year.right <= width for year in layout.years)


def test_schemes_lie_in_lanes_of_their_own_below_each_other() -> None:
    first, second = place(axis((OLD,), (UNREAD,)), WIDE).lanes

    assert first.stretches[0].y + 28 < second.stretches[0].y


def test_on_a_phone_the_name_stands_above_its_lane_and_the_years_keep_apart() -> None:
    layout = place(axis((OLD,)), NARROW)
    (lane,) = layout.lanes

    assert lane.label.y < lane.stretches[0].y
    apart = [later.x - year.right for year, later in zip(layout.years, layout.years[1:], strict=False)]
    assert len(layout.years) > 4
    assert min(apart) > 2


def test_what_was_not_read_is_torn_at_its_ends_and_hatched_and_what_was_is_neither() -> None:
    unread, new = placed(place(axis((UNREAD, NEW)), WIDE))

    assert unread.hatch and "l-4 3.5l4 3.5" in unread.outline
    assert not new.hatch and "l-4" not in new.outline


def test_what_goes_on_ends_in_a_point_and_what_has_ended_does_not() -> None:
    old, new = placed(place(axis((OLD, NEW)), WIDE))

    assert "L" in new.outline
    assert "L" not in old.outline


def test_words_are_cut_where_there_is_little_room_but_a_value_is_whole_or_left_out() -> None:
    short = stretch(date(2020, 1, 1), date(2020, 12, 31), label="LOV 548/2019 og LBK 701/2022")
    for one, shown in ((short, "LOV"), (replace(short, label="14.203 kroner", exact=True), "")):
        (found,) = placed(place(axis((one,)), WIDE))
        assert (found.label.words if found.label else "")[:3] == shown
    (value,) = placed(place(axis((replace(short, label="14.203", exact=True),)), WIDE))
    assert value.label and value.label.words == "14.203"


def test_the_day_asked_about_has_a_line_beside_today_and_none_when_it_is_today() -> None:
    asked = place(axis((OLD,), on=date(2019, 5, 1)), WIDE)

    assert [flag.key for flag in asked.flags] == ["on", "today"]
    (old,) = placed(asked)
    assert old.x < asked.flags[0].x < old.x + old.width < asked.flags[1].x
    assert [flag.key for flag in place(axis((OLD,), on=TODAY), WIDE).flags] == ["today"]


def test_the_axis_holds_whole_years_up_to_the_one_after_today() -> None:
    assert span_of([date(2013, 5, 1), date(2020, 1, 1)], TODAY) == (date(2013, 1, 1), date(2027, 12, 31))
    assert span_of([date(2028, 3, 1)], TODAY) == (date(2026, 1, 1), date(2029, 12, 31))
