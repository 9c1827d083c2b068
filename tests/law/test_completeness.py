"""On every date on which the law changes, every question gets an answer or an explained refusal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from sammetag import law
from tests.law.questions import ASKS, FIRST_DAYS, PICKED_BY_ANOTHER_DAY, Ask

DAYS = sorted({day for change in law.change_dates() for day in (change - law.DAY, change)})


def has_both_languages(words: law.Words) -> bool:
    return all(text.strip() and "{" not in text for text in (words.da, words.en)) and words.da != words.en


@pytest.mark.parametrize("scheme", law.SCHEMES)
@pytest.mark.parametrize("question", ASKS)
def test_on_every_day_of_change_a_question_is_answered_or_refused_with_words(
    question: str, scheme: str
) -> None:
    faults = [fault for day in DAYS for fault in faults_of(ASKS[question], scheme, day)]

    assert faults == []


def faults_of(ask: Ask, scheme: str, day: date) -> Iterator[str]:
    """What is wrong with the answer of a day: no reason, or a sentence that lacks a language."""
    try:
        answer = ask(scheme, day)
    except (law.NotInForce, law.NotKnown) as refused:
        if not (has_both_languages(refused.sentence) and str(refused)):
            yield f"{day}: refused without words"
        return
    if not answer.reasons:
        yield f"{day}: no reason"
    yield from (f"{day}: {one.text.da}" for one in answer.reasons if not has_both_languages(one.text))
    if question_of_the_day(answer) and not answer.version.period.contains(day):
        yield f"{day}: the version of another day"


def question_of_the_day(answer: law.Answer[Any]) -> bool:
    """Whether the day that is asked about, or the grant on it, picks the version."""
    return answer.version.topic.name not in PICKED_BY_ANOTHER_DAY


@pytest.mark.parametrize("scheme", law.SCHEMES)
@pytest.mark.parametrize("question", ASKS)
def test_the_day_before_the_first_rule_is_refused(question: str, scheme: str) -> None:
    with pytest.raises(law.LawError):
        ASKS[question](scheme, FIRST_DAYS[scheme] - law.DAY)


@pytest.mark.parametrize("question", ASKS)
def test_an_unknown_scheme_is_refused_with_the_schemes_there_are(question: str) -> None:
    with pytest.raises(law.UnknownScheme) as refused:
        ASKS[question]("flexjob", date(2026, 1, 15))

    assert "jobafklaringsforloeb" in refused.value.sentence.da
    assert has_both_languages(refused.value.sentence)


@pytest.mark.parametrize("version", law.BOOK.versions(), ids=lambda v: f"{v.topic.name} {v.period.first}")
def test_a_version_read_with_less_than_full_confidence_says_why(version: law.Version) -> None:
    notes = [version.topic.title] + ([version.note] if version.note else [])

    assert all(has_both_languages(note) for note in notes)
    assert version.note or version.confidence is law.Confidence.HIGH


def test_the_change_dates_are_in_order_and_begin_with_the_scheme() -> None:
    changes = law.change_dates()

    assert changes[0] == date(2013, 1, 1)
    assert all(earlier < later for earlier, later in pairwise(changes))
