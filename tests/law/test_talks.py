"""The count of talks adds up for every programme, and its sentences say what the numbers say."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sammetag import law

STARTS = st.dates(date(2013, 1, 1), date(2026, 1, 31))
OFFSETS = st.integers(0, 800)


def facts(starts_on: date, *held: date, ends_on: date | None = None) -> law.TalkFacts:
    return law.TalkFacts(law.RESSOURCEFORLOEB, starts_on, starts_on, ends_on, held)


@given(STARTS, OFFSETS, st.lists(OFFSETS, max_size=12))
def test_what_is_missing_is_what_is_required_less_what_is_held(
    start: date, later: int, talks: list[int]
) -> None:
    on = start + timedelta(days=later)
    held = tuple(start + timedelta(days=offset) for offset in talks)

    due = law.talks_due(facts(start, *held), on).value

    assert due.missing == max(0, due.required - due.held)
    assert due.held == sum(due.window.contains(day) and day <= on for day in held)
    assert due.window.contains(on)
    assert (due.last_day is None) == (due.required == 0)
    assert not (due.agreed_after and due.required)


@given(STARTS, OFFSETS, OFFSETS)
def test_one_more_talk_never_makes_more_missing(start: date, later: int, extra: int) -> None:
    on = start + timedelta(days=later)

    without = law.talks_due(facts(start), on).value
    with_one = law.talks_due(facts(start, start + timedelta(days=extra)), on).value

    assert with_one.missing <= without.missing


def test_the_reasons_say_what_is_required_held_and_missing_and_by_when() -> None:
    answer = law.talks_due(facts(date(2025, 3, 3), date(2025, 4, 1)), date(2025, 5, 1))

    assert [reason.text.da for reason in answer.reasons] == [
        "Der skal holdes mindst 4 samtaler fra og med 3. marts 2025 til og med 2. september 2025.",
        "Siden 3. marts 2025 er der holdt 1 samtale.",
        "Der mangler 3 samtaler, senest 2. september 2025.",
    ]
    assert answer.reasons[0].source == answer.version.source


def test_when_talks_are_agreed_the_reasons_name_the_right_to_a_talk() -> None:
    answer = law.talks_due(facts(date(2024, 1, 1), date(2024, 2, 1)), date(2025, 1, 1))

    assert answer.value.agreed_after
    assert answer.reasons[1].text.da == "I de første 6 måneder blev der holdt 1 samtale."
    assert "ret til en samtale" in answer.reasons[0].text.da
    assert "right to a talk" in answer.reasons[0].text.en


@pytest.mark.parametrize(
    ("on", "warned"),
    [(date(2020, 3, 19), True), (date(2020, 4, 1), True), (date(2020, 8, 31), True)],
)
def test_the_pause_of_2020_is_told_and_changes_no_count(on: date, warned: bool) -> None:
    answer = law.talks_due(facts(date(2020, 3, 1)), on)

    assert answer.value.required == 4
    assert bool(answer.warnings) == warned


@pytest.mark.parametrize(
    ("held", "doubted"),
    [
        (date(2020, 3, 19), False),
        (date(2020, 3, 20), True),
        (date(2020, 5, 26), True),
        (date(2020, 5, 27), False),
    ],
)
def test_a_talk_held_in_the_pause_is_counted_with_a_doubt(held: date, doubted: bool) -> None:
    answer = law.talks_due(facts(date(2020, 3, 1), held), date(2020, 6, 1))

    assert answer.value.held == 1
    assert any("siger reglen ikke" in warning.text.da for warning in answer.warnings) == doubted


def test_a_window_that_begins_after_the_pause_has_no_warning() -> None:
    assert not law.talks_due(facts(date(2020, 5, 27)), date(2020, 8, 1)).warnings


def test_a_window_that_outlives_the_rule_of_2019_says_so() -> None:
    answer = law.talks_due(facts(date(2019, 9, 1)), date(2019, 12, 1))

    assert answer.value.last_day == date(2020, 8, 31)
    assert any("31. december 2019" in reason.text.da for reason in answer.warnings)


def test_our_reading_of_the_twelve_months_stands_in_the_note() -> None:
    note = law.talks_due(facts(date(2015, 1, 1)), date(2015, 6, 1)).version.note

    assert note is not None
    assert "vores læsning" in note.da


def test_the_unread_text_of_2026_stands_in_the_note() -> None:
    version = law.talks_due(facts(date(2026, 1, 31)), date(2026, 7, 1)).version

    assert version.confidence is law.Confidence.MEDIUM
    assert version.note is not None
    assert "ikke læst" in version.note.da


def test_a_programme_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        facts(date(2025, 1, 2), ends_on=date(2025, 1, 1))
