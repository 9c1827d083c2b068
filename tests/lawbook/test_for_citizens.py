"""Every rule is told to the citizen in one to three plain sentences, with the numbers of the law."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import chain

import pytest
from django.utils import translation

from sammetag import law
from sammetag.law.looking_up import names
from sammetag.lawbook.for_citizens import fields_of, for_citizens, is_unsure, sentences

TODAY = date(2026, 11, 22)
TOPICS = [topic.name for topic in law.BOOK.topics()]


@pytest.fixture(autouse=True)
def danish() -> Iterator[None]:
    with translation.override("da"):
        yield


@pytest.mark.parametrize("name", TOPICS)
def test_every_rule_is_told_in_one_to_three_sentences_in_both_languages(name: str) -> None:
    for language in ("da", "en"):
        with translation.override(language):
            told = for_citizens(name, TODAY)
        assert 1 <= len(told) <= 3
        assert all(one.endswith(".") and "{" not in one for one in told)


def test_nothing_is_told_of_rules_that_do_not_exist() -> None:
    assert sorted(sentences()) == TOPICS


def test_no_sentence_names_a_section_an_act_or_a_word_that_only_staff_know() -> None:
    texts = [text for one in chain(*sentences().values()) for text in (one.da, one.en)]

    forbidden = re.compile(r"§|\b(LAB|LAS|LBK|LOV|BEK|stk\.|nr\.|kapitel|sanktion|refusion)\b", re.IGNORECASE)
    assert [text for text in texts if forbidden.search(text)] == []
    assert max(map(len, texts)) < 230


def test_every_number_asked_for_is_one_of_the_law() -> None:
    asked = {field for one in chain(*sentences().values()) for field in fields_of(one)}

    assert {field.partition("@")[0] for field in asked} <= set(names())
    assert {field.partition("@")[2] for field in asked} <= {"", *law.SCHEMES}


def test_numbers_are_those_of_the_day_and_months_are_said_as_years() -> None:
    assert "mindst 4 samtaler" in for_citizens("talks.due", TODAY)[0]
    assert "højst 3 år" in for_citizens("programme.length", TODAY)[0]
    assert "højst 5 år" in for_citizens("programme.length", date(2021, 5, 1))[0]


def test_a_sentence_about_what_did_not_exist_yet_is_left_out() -> None:
    assert len(for_citizens("programme.length", date(2013, 5, 1))) == 2


def test_what_was_not_read_in_the_act_itself_is_said_to_be_unsure() -> None:
    assert is_unsure("plan.ahead", TODAY)
    assert not is_unsure("administrative.hearing", TODAY)
    # That it is closed is known.
    assert not is_unsure("target.group", TODAY)
