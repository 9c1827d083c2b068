from datetime import date
from decimal import Decimal

import pytest
from django.utils import translation

from sammetag.design import wording

DAY = date(2026, 11, 3)


@pytest.mark.parametrize(
    ("language", "kind", "words"),
    [
        ("da", "long", "3. november 2026"),
        ("da", "short", "3.11.2026"),
        ("da", "day", "3. november"),
        ("da", "weekday", "tirsdag den 3. november"),
        ("en", "long", "3 November 2026"),
        ("en", "short", "3 Nov 2026"),
        ("en", "weekday", "Tuesday 3 November"),
    ],
)
def test_dates_are_written_as_people_write_them(language: str, kind: str, words: str) -> None:
    with translation.override(language):
        assert wording.date_words(DAY, kind).replace("\u00a0", " ") == words


def test_no_line_ends_between_a_day_and_its_month() -> None:
    with translation.override("da"):
        assert "3.\u00a0november" in wording.date_words(DAY)


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "i dag"),
        (1, "i morgen"),
        (2, "om 2 dage"),
        (9, "om 9 dage"),
        (-1, "1 dag over"),
        (-9, "9 dage over"),
    ],
)
def test_distances_are_said_from_today(count: int, words: str) -> None:
    with translation.override("da"):
        assert wording.distance_words(count) == words


def test_a_period_of_one_day_is_that_day() -> None:
    with translation.override("da"):
        assert wording.period_words(DAY, DAY) == "3.11.2026"
        assert wording.period_words(DAY, None) == "fra 3.11.2026"


@pytest.mark.parametrize(("number", "words"), [("4.50", "4,5"), ("10", "10"), ("100.0", "100"), ("0", "0")])
def test_numbers_have_no_needless_decimals(number: str, words: str) -> None:
    with translation.override("da"):
        assert wording.number_words(Decimal(number)) == words
