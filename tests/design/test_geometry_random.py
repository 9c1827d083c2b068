"""Random histories, as crowded as they come: nothing overlaps and nothing leaves the picture."""

import re
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from sammetag.design.bars import Label
from sammetag.design.geometry import Layout, PlacedLane, layout
from sammetag.design.lettering import shorten, width_of
from sammetag.design.timeline import Bar, Gap, HoursStep, Mark, MarkKind, Picture, State
from tests.design.pictures import KEYS, TODAY, picture

WORDS = st.sampled_from(["Mentor", "§ 85", "Virksomhedspraktik i butik, 12 timer", "Søvn og pauser", "Æ"])
DAYS = st.integers(-900, 500).map(lambda days: TODAY + timedelta(days=days))
LENGTHS = st.none() | st.integers(0, 400)
KINDS: st.SearchStrategy[MarkKind] = st.sampled_from(
    ["decision", "talk-held", "talk-booked", "talk-no-show", "deadline", "deadline-missed"]
)
STATES: st.SearchStrategy[State] = st.sampled_from(["planned", "waiting", "running", "paused"])


@st.composite
def bars(draw: st.DrawFn) -> Bar:
    first, length = draw(DAYS), draw(LENGTHS)
    last = None if length is None else first + timedelta(days=length)
    stem = draw(st.integers(1, 6))
    return Bar(
        f"{stem}:{first}", draw(st.sampled_from(KEYS[1:6])), first, last, draw(STATES), draw(WORDS), ""
    )


@st.composite
def marks(draw: st.DrawFn) -> Mark:
    return Mark(
        str(draw(st.integers())), draw(st.sampled_from(KEYS[:7])), draw(DAYS), draw(KINDS), draw(WORDS), ""
    )


@st.composite
def pictures(draw: st.DrawFn) -> Picture:
    gaps = draw(st.lists(st.tuples(DAYS, LENGTHS), max_size=4))
    steps = draw(st.lists(st.tuples(DAYS, st.integers(0, 90), st.decimals(0, 37, places=1)), max_size=6))
    first = TODAY - timedelta(days=draw(st.integers(0, 900)))
    return picture(
        bars=tuple(draw(st.lists(bars(), max_size=25))),
        marks=tuple(draw(st.lists(marks(), max_size=25))),
        gaps=tuple(
            Gap(on, None if days is None else on + timedelta(days=days), "Ophold") for on, days in gaps
        ),
        hours=tuple(HoursStep(on, on + timedelta(days=days), hours) for on, days, hours in steps),
        first=first,
        last=first + timedelta(days=draw(st.integers(1, 1200))),
    )


VIEWS = st.tuples(pictures(), st.booleans()).map(
    lambda pair: layout(pair[0], 343 if pair[1] else 1120, pair[1], "I dag")
)


@given(VIEWS)
@settings(max_examples=60)
def test_no_two_bars_of_a_lane_overlap_in_a_row(view: Layout) -> None:
    for lane in view.lanes:
        for row in {item.row for item in lane.bars}:
            line = sorted((item.x, item.x + item.width) for item in lane.bars if item.row == row)
            assert all(one[1] <= other[0] + 0.11 for one, other in zip(line, line[1:], strict=False))


def words_in(lane: PlacedLane) -> list[Label]:
    found = [*(item.label for item in lane.bars), *(item.label for item in lane.marks)]
    return [label for label in (*found, *(item.label for item in lane.gaps)) if label]


def labels_of(view: Layout) -> list[Label]:
    found = [label for lane in view.lanes for label in words_in(lane)]
    return [*found, *(lane.label for lane in view.lanes), *view.years]


@given(VIEWS)
@settings(max_examples=60)
def test_every_word_stays_inside_the_picture(view: Layout) -> None:
    for label in labels_of(view):
        assert label.words and label.left >= -0.1 and label.right <= view.width + 0.1
        assert 0 <= label.y <= view.height


@given(VIEWS)
@settings(max_examples=60)
def test_no_two_words_of_a_lane_overlap(view: Layout) -> None:
    for lane in view.lanes:
        words = words_in(lane)
        for count, one in enumerate(words):
            for other in words[count + 1 :]:
                apart = one.right <= other.left + 0.2 or other.right <= one.left + 0.2
                assert apart or abs(one.y - other.y) >= 12


@given(VIEWS)
@settings(max_examples=60)
def test_every_sign_stays_inside_its_lane(view: Layout) -> None:
    for lane in view.lanes:
        for item in lane.bars:
            assert view.left - 0.1 <= item.x and item.x + item.width <= view.right + 0.1
            assert lane.top <= item.y and item.y + item.height <= lane.top + lane.height
        for mark in lane.marks:
            assert mark.x - mark.radius >= 0 and mark.x + mark.radius <= view.width
            assert lane.top <= mark.y - mark.radius and mark.y + mark.radius <= lane.top + lane.height
    assert view.bottom <= view.height


@given(VIEWS)
@settings(max_examples=60)
def test_the_thread_and_the_hours_run_inside_the_plot(view: Layout) -> None:
    for lane in view.lanes:
        paths = [lane.thread.solid + lane.thread.ahead] if lane.thread else []
        paths += [lane.hours.line] if lane.hours else []
        across = [float(x) for path in paths for x in re.findall(r"[MH](-?[\d.]+)", path)]
        down = [float(y) for path in paths for y in re.findall(r"V(-?[\d.]+)", path)]
        assert all(view.left - 0.1 <= x <= view.right + 0.1 for x in across)
        assert all(lane.top <= y <= lane.top + lane.height for y in down)


@given(st.text(max_size=60), st.floats(0, 300))
def test_shortened_words_fit(words: str, room: float) -> None:
    assert width_of(shorten(words, room, 12), 12) <= room
