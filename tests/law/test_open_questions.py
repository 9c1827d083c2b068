"""What the law leaves open is told with its readings; a municipality's own one has a day and a reason."""

from __future__ import annotations

from datetime import date

import pytest

from sammetag import law
from sammetag.law.open_questions import OPEN_QUESTIONS

CLOSING = date(2026, 2, 1)
TOPICS = {topic.name for topic in law.BOOK.topics()}
OF_2026 = date(2026, 1, 1)


def named(scheme: str, on: date) -> set[str]:
    return {question.name for question in law.open_questions(scheme=scheme, on=on)}


def on_the_day(day: date) -> law.Period:
    return law.Period(day, day)


def decided(reading: str, on: date, question: str = "six-month-plan") -> law.LocalReading:
    return law.LocalReading(question, reading, "Besluttet i udvalget.", on)


@pytest.mark.parametrize("question", OPEN_QUESTIONS, ids=lambda one: one.name)
def test_a_question_can_be_read_in_two_ways_at_least_and_touches_rules_that_exist(
    question: law.OpenQuestion,
) -> None:
    assert len({reading.name for reading in question.readings}) >= 2
    assert set(question.topics) <= TOPICS
    assert question.depends_on


@pytest.mark.parametrize("question", OPEN_QUESTIONS, ids=lambda one: one.name)
def test_a_question_is_told_in_both_languages(question: law.OpenQuestion) -> None:
    for words in (question.title, question.asks, *(reading.text for reading in question.readings)):
        assert words.da != words.en and "{" not in words.da + words.en


def test_no_two_questions_have_one_name() -> None:
    assert len({question.name for question in OPEN_QUESTIONS}) == len(OPEN_QUESTIONS)


def test_the_closing_opens_questions_for_those_who_go_on_and_not_the_day_before() -> None:
    opened = named(law.RESSOURCEFORLOEB, CLOSING) - named(law.RESSOURCEFORLOEB, CLOSING - law.DAY)

    assert {"six-month-details", "six-month-plan", "extension", "benefit-refund"} <= opened


def test_job_clarification_is_touched_only_by_what_changed_in_july() -> None:
    assert named(law.JOBAFKLARINGSFORLOEB, date(2026, 6, 30)) == set()
    assert named(law.JOBAFKLARINGSFORLOEB, date(2026, 7, 1)) == {"contact-since-july", "end-of-the-team"}


def test_the_end_of_the_team_touches_the_guarantee_that_sends_a_case_to_it() -> None:
    def touching(day: date) -> set[str]:
        asked = law.questions_about("guarantee", scheme=law.RESSOURCEFORLOEB, days=law.Period(day, day))
        return {question.name for question in asked}

    july = date(2026, 7, 1)
    assert touching(july) - touching(july - law.DAY) == {"end-of-the-team"}


def test_of_the_costs_since_the_closing_only_casework_is_answered_as_the_question_says() -> None:
    (question,) = law.questions_about(
        "reimbursement.programme", scheme=law.RESSOURCEFORLOEB, days=law.Period(CLOSING, CLOSING)
    )
    answered = []
    for kind in law.CostKind:
        try:
            law.programme_share(law.CostFacts(law.RESSOURCEFORLOEB, kind), CLOSING)
        except law.NotKnown:
            continue
        answered.append(kind.value)

    assert answered == ["casework", "talks", "plans", "certificates"]
    assert "sagsbehandling, samtaler, planer og lægeattester. Om andre udgifter gives der intet svar" in (
        question.asks.da
    )


def test_a_scheme_that_does_not_exist_is_refused() -> None:
    with pytest.raises(law.UnknownScheme):
        law.open_questions(scheme="flexjob", on=CLOSING)


def about(*topics: str, days: law.Period, scheme: str | None = None) -> list[str]:
    return [one.name for one in law.questions_about(*topics, days=days, scheme=scheme)]


def test_months_meet_every_question_that_was_open_in_some_of_them() -> None:
    rates = ("benefit.rate", "benefit.month")

    assert about(*rates, days=law.Period(date(2025, 1, 1), date(2025, 12, 31))) == []
    assert about(*rates, days=law.Period(date(2025, 12, 1), date(2026, 1, 31))) == ["rates-2026"]
    assert about(*rates, days=law.Period(date(2026, 12, 1), date(2027, 2, 28))) == [
        "no-decision-at-the-end",
        "rates-2026",
    ]


def test_a_scheme_meets_its_own_questions_and_without_one_all_are_met() -> None:
    days = on_the_day(date(2026, 11, 1))

    assert about("plan.ahead", days=days) == ["six-month-plan", "job-broker-in-plan", "end-of-the-team"]
    assert about("plan.ahead", days=days, scheme=law.JOBAFKLARINGSFORLOEB) == ["end-of-the-team"]
    assert about("plan.ahead", days=days, scheme=law.FLEKSJOB) == []
    with pytest.raises(law.UnknownScheme):
        about("plan.ahead", days=days, scheme="flexjob")


@pytest.mark.parametrize(
    "stretch",
    [one for one in law.BOOK.unknown if OF_2026 <= one.period.first < date(2027, 1, 1)],
    ids=lambda one: f"{one.topic.name} {one.period.first}",
)
def test_whatever_became_unknown_in_2026_is_an_open_question(stretch: object) -> None:
    unknown = next(one for one in law.BOOK.unknown if one is stretch)

    for scheme in unknown.schemes:
        assert law.questions_about(unknown.topic.name, scheme=scheme, days=on_the_day(unknown.period.first))


@pytest.mark.parametrize(
    "version",
    [
        version
        for version in law.BOOK.versions()
        if version.period.first >= OF_2026
        and version.confidence is law.Confidence.MEDIUM
        and law.FLEKSJOB not in version.schemes
    ],
    ids=lambda one: f"{one.topic.name} {one.period.first}",
)
def test_whatever_is_only_inferred_since_2026_is_an_open_question(version: law.Version) -> None:
    for scheme in version.schemes:
        assert law.questions_about(version.topic.name, scheme=scheme, days=on_the_day(version.period.first))


def test_the_last_reading_decided_by_the_day_is_the_one_that_counts() -> None:
    readings = [decided("no-span", date(2026, 5, 1)), decided("six-months", date(2026, 3, 1))]

    assert law.reading_of("six-month-plan", readings, date(2026, 2, 28)) is None
    assert law.reading_of("six-month-plan", readings, date(2026, 3, 1)) is readings[1]
    assert law.reading_of("six-month-plan", readings, date(2026, 5, 1)) is readings[0]
    assert law.reading_of("extension", readings, date(2026, 5, 1)) is None


def test_of_two_readings_decided_on_one_day_the_later_one_counts() -> None:
    readings = [decided("six-months", CLOSING), decided("no-span", CLOSING)]

    assert law.reading_of("six-month-plan", readings, CLOSING) is readings[1]


def test_a_reading_decided_ahead_does_not_count_before_the_question_is_open() -> None:
    early = [decided("no-span", date(2026, 1, 5))]

    assert law.reading_of("six-month-plan", early, CLOSING - law.DAY) is None
    assert law.reading_of("six-month-plan", early, CLOSING) is early[0]


@pytest.mark.parametrize(
    ("question", "reading", "reason", "told"),
    [
        ("six-month", "no-span", "Fordi.", "six-month-plan"),
        ("six-month-plan", "none", "Fordi.", "six-months, no-span"),
        ("six-month-plan", "no-span", "  ", "hvorfor kommunen læser"),
    ],
)
def test_a_reading_that_nobody_could_understand_is_refused(
    question: str, reading: str, reason: str, told: str
) -> None:
    with pytest.raises(law.NoSuchReading) as refused:
        law.LocalReading(question, reading, reason, CLOSING)

    assert told in refused.value.sentence.da
