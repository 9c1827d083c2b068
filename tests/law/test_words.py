"""Words are whole in both languages, and dates and numbers in them read as people write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sammetag import law
from sammetag.law import (
    duration_words,
    form_words,
    guarantee_words,
    mentor_period_words,
    plan_ahead_words,
    programme,
    registry,
    talks_words,
)
from sammetag.law.talks_words import talks_in_words

MODULES = (
    duration_words,
    form_words,
    guarantee_words,
    mentor_period_words,
    plan_ahead_words,
    programme,
    registry,
    talks_words,
)
EVERY_TEXT = [value for module in MODULES for value in vars(module).values() if isinstance(value, law.Words)]
EVERY_TEXT += [
    words
    for named in (guarantee_words.EFFORTS, guarantee_words.NEVER, guarantee_words.RELIEFS)
    for words in named.values()
]


@pytest.mark.parametrize("words", EVERY_TEXT, ids=lambda words: words.en[:40])
def test_a_text_says_the_same_names_in_both_languages(words: law.Words) -> None:
    def named(text: str) -> set[str]:
        return {part.split("}")[0] for part in text.split("{")[1:]}

    assert words.da != words.en
    assert named(words.da) - {"talks"} == named(words.en) - {"talks", "count"}


@pytest.mark.parametrize(("da", "en"), [("", "text"), ("tekst", ""), (" ", "text")])
def test_words_without_one_language_are_refused(da: str, en: str) -> None:
    with pytest.raises(ValueError, match="both languages"):
        law.Words(da, en)


def test_a_date_is_written_out_in_each_language() -> None:
    words = law.Words("Senest {day}", "By {day}").filled(day=date(2025, 11, 3))

    assert words == law.Words("Senest 3. november 2025", "By 3 November 2025")


def test_words_inside_words_take_the_language_around_them() -> None:
    words = law.Words("om {title}", "on {title}").filled(title=law.Words("form", "shape"))

    assert words == law.Words("om form", "on shape")


def test_a_name_without_a_value_is_refused() -> None:
    with pytest.raises(KeyError):
        law.Words("{day}", "{day}").filled(month=1)


@pytest.mark.parametrize(
    ("count", "da", "en"),
    [(0, "0 samtaler", "0 talks"), (1, "1 samtale", "1 talk"), (2, "2 samtaler", "2 talks")],
)
def test_the_singular_is_for_exactly_one(count: int, da: str, en: str) -> None:
    assert talks_in_words(count) == law.Words(da, en)


def test_a_language_we_do_not_have_falls_back_to_danish() -> None:
    words = law.Words("hus", "house")

    assert words.in_language("en") == "house"
    assert words.in_language("da") == words.in_language("kl") == str(words) == "hus"


def test_sentences_are_joined_in_both_languages() -> None:
    assert law.together(law.Words("A.", "B."), law.Words("C.", "D.")) == law.Words("A. C.", "B. D.")


def test_a_period_says_that_both_its_days_belong_to_it() -> None:
    closed = law.period_in_words(law.Period(date(2020, 1, 1), date(2020, 6, 30)))
    still_open = law.period_in_words(law.Period(date(2026, 7, 1)))

    assert closed.da == "fra og med 1. januar 2020 til og med 30. juni 2020"
    assert closed.en == "from 1 January 2020 to 30 June 2020, both included"
    assert still_open == law.Words("fra og med 1. juli 2026", "from 1 July 2026")


@given(st.dates())
def test_every_date_names_its_year_and_day(day: date) -> None:
    words = law.day_in_words(day)

    assert words.da.startswith(f"{day.day}. ")
    assert words.da.endswith(f" {day.year}")
    assert words.en.startswith(f"{day.day} ")
