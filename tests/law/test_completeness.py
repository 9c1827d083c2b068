"""On every date on which the law changes, every question gets an answer or an explained refusal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from sammetag import law

Ask = Callable[[str, date], law.Answer[Any]]


def ask_talks(scheme: str, day: date) -> law.Answer[Any]:
    return law.talks_due(law.TalkFacts(scheme, day, day, None, ()), day)


def ask_form(scheme: str, day: date) -> law.Answer[Any]:
    return law.forms_allowed(law.FormFacts(scheme, day, day, first_talk=True), day)


def ask_length(scheme: str, day: date) -> law.Answer[Any]:
    return law.length_allowed(law.LengthFacts(scheme, day, day, None))


def ask_guarantee(scheme: str, day: date) -> law.Answer[Any]:
    return law.guarantee(law.GuaranteeFacts(scheme, day, day, None), day)


def ask_mentor(scheme: str, day: date) -> law.Answer[Any]:
    return law.mentor_period(law.MentorFacts(scheme, day, day, day), day)


def ask_plan(scheme: str, day: date) -> law.Answer[Any]:
    return law.plan_ahead(law.PlanFacts(scheme, day, day, day, None), day)


ASKS: list[Ask] = [ask_talks, ask_form, ask_length, ask_guarantee, ask_mentor, ask_plan]
DAYS = sorted({day for change in law.change_dates() for day in (change - law.DAY, change)})


def has_both_languages(words: law.Words) -> bool:
    return all(text.strip() and "{" not in text for text in (words.da, words.en)) and words.da != words.en


@pytest.mark.parametrize("ask", ASKS)
@pytest.mark.parametrize("scheme", law.SCHEMES)
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_every_question_is_answered_or_refused_with_words(ask: Ask, scheme: str, day: date) -> None:
    try:
        answer = ask(scheme, day)
    except (law.NotInForce, law.NotKnown) as refused:
        assert has_both_languages(refused.sentence)
        assert str(refused)
    else:
        assert answer.reasons
        assert all(has_both_languages(reason.text) for reason in answer.reasons)
        assert answer.version.period.contains(day)


@pytest.mark.parametrize("ask", ASKS)
@pytest.mark.parametrize("scheme", law.SCHEMES)
def test_the_day_before_the_first_rule_is_refused(ask: Ask, scheme: str) -> None:
    first_scheme_day = {law.RESSOURCEFORLOEB: date(2013, 1, 1), law.JOBAFKLARINGSFORLOEB: date(2014, 7, 1)}

    with pytest.raises(law.NotInForce):
        ask(scheme, first_scheme_day[scheme] - law.DAY)


@pytest.mark.parametrize("ask", ASKS)
def test_an_unknown_scheme_is_refused_with_the_schemes_there_are(ask: Ask) -> None:
    with pytest.raises(law.UnknownScheme) as refused:
        ask("flexjob", date(2024, 5, 1))

    assert "jobafklaringsforløb" in refused.value.sentence.da
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
