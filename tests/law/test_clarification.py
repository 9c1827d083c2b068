"""The clocks of a job clarification programme run as the act says, and the examples of the law hold."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sammetag import law
from sammetag.law.clarification import long_term, team_deadline
from sammetag.law.clarification_facts import LongTermFacts, TeamExemption, TeamFacts
from tests.law.asking import outcome, uncovered

Example = dict[str, Any]
EXAMPLES: list[Example] = yaml.safe_load(
    Path(__file__).with_name("clarification_examples.yaml").read_text("utf-8")
)["examples"]
CASES = [pytest.param(case, id=case["sentence"]) for case in EXAMPLES]
TOPICS = {"clarification.team", "clarification.long_term"}
VERSIONS = [version for version in law.BOOK.versions() if version.topic.name in TOPICS]
SCHEME = law.JOBAFKLARINGSFORLOEB
STARTS = st.dates(date(2014, 7, 1), date(2026, 6, 30))


def ask(example: Example) -> law.Answer[Any]:
    told: Example = {"scheme": SCHEME, **example["facts"]}
    if example["topic"] == "clarification.long_term":
        return long_term(LongTermFacts(**told), example["asked_on"])
    if "exemption" in told:
        told["exemption"] = TeamExemption(told["exemption"])
    on: date = example["asked_on"] if "asked_on" in example else told["starts_on"]
    return team_deadline(TeamFacts(**told), on)


def seen(answer: law.Answer[Any], key: str) -> Any:
    if key == "confidence":
        return answer.version.confidence.value
    return len(answer.warnings) if key == "warnings" else getattr(answer.value, key)


def chosen_on(example: Example) -> date:
    day: date = example["facts"].get("starts_on") or example["asked_on"]
    return day


@pytest.mark.parametrize("example", CASES)
def test_an_example_comes_out_as_it_says(example: Example) -> None:
    expected = example["expected"]

    assert outcome(lambda: ask(example), expected, seen) == expected


@pytest.mark.parametrize("example", CASES)
def test_an_example_has_a_sentence_and_a_source(example: Example) -> None:
    assert example["sentence"].endswith(".")
    assert example["source"].startswith(("LAB", "LBK", "LOV", "BEK"))


@pytest.mark.parametrize("version", VERSIONS, ids=lambda v: f"{v.topic.name} {v.period.first}")
def test_a_version_has_examples_inside_on_and_outside_its_limits(version: law.Version) -> None:
    examples = [case for case in EXAMPLES if case["topic"] == version.topic.name]
    days = {chosen_on(case) for case in examples if case["facts"].get("scheme", SCHEME) in version.schemes}

    assert uncovered(version, days) == []


@given(STARTS, st.integers(0, 400))
def test_a_case_is_kept_exactly_when_the_team_treats_it_by_the_due_day(starts_on: date, later: int) -> None:
    treated_on = starts_on + timedelta(days=later)

    deadline = team_deadline(TeamFacts(SCHEME, starts_on, treated_on=treated_on), treated_on).value

    assert deadline.due_on is not None
    assert deadline.kept == (treated_on <= deadline.due_on)


@given(STARTS)
def test_the_team_has_four_weeks_unless_they_were_suspended(starts_on: date) -> None:
    due_on = team_deadline(TeamFacts(SCHEME, starts_on), starts_on).value.due_on

    suspended = date(2021, 7, 1) <= starts_on <= date(2022, 2, 28)
    assert due_on == (date(2022, 3, 31) if suspended else starts_on + timedelta(days=28))


@given(STARTS, st.sampled_from(TeamExemption))
def test_an_exempt_case_has_no_limit_and_is_never_overdue(starts_on: date, exemption: TeamExemption) -> None:
    answer = team_deadline(TeamFacts(SCHEME, starts_on, exemption=exemption), date(2026, 12, 31))

    assert answer.value.due_on is None
    assert not any("løb ud" in warning.text.da for warning in answer.warnings)


@given(st.dates(date(2014, 7, 1), date(2024, 12, 31)), st.sampled_from([True, False, None]))
def test_the_talk_is_needed_only_where_the_risk_was_judged_so(ended_on: date, at_risk: bool | None) -> None:
    answer = long_term(LongTermFacts(SCHEME, ended_on, at_risk), ended_on)

    assert answer.value.talk_needed is at_risk
    assert timedelta(days=181) <= answer.value.four_years_on - answer.value.talk_by <= timedelta(days=184)


def test_before_2020_an_intensified_contact_went_with_the_talk() -> None:
    facts = LongTermFacts(SCHEME, date(2016, 8, 31), at_risk=True)

    before = [reason.text.da for reason in long_term(facts, date(2019, 12, 31)).reasons]
    since = [reason.text.da for reason in long_term(facts, date(2020, 1, 1)).reasons]

    assert any("mindst 6 samtaler inden for 6 kalendermåneder" in text for text in before)
    assert not any("kontaktforløb" in text for text in since)


def test_a_treatment_that_lies_ahead_does_not_silence_the_overdue_limit() -> None:
    facts = TeamFacts(SCHEME, date(2024, 5, 6), treated_on=date(2024, 6, 20))

    before = team_deadline(facts, date(2024, 6, 10))
    after = team_deadline(facts, date(2024, 6, 20))

    assert len(before.warnings) == 1
    assert not after.warnings


def test_a_late_talk_is_asked_for_at_once() -> None:
    answer = long_term(LongTermFacts(SCHEME, date(2021, 3, 31), at_risk=True), date(2024, 10, 1))

    sentence = "Samtalen skulle være sat i gang senest 30. september 2024. Sæt den i gang nu."
    assert [warning.text.da for warning in answer.warnings] == [sentence]


def test_what_is_not_read_since_july_2026_says_where_to_look() -> None:
    with pytest.raises(law.NotKnown) as refused:
        team_deadline(TeamFacts(SCHEME, date(2026, 7, 1)), date(2026, 7, 1))

    assert "LAB § 109" in refused.value.sentence.da


def test_the_longest_programme_is_two_years_at_a_time() -> None:
    assert law.number("longest_months", scheme=SCHEME, on=date(2024, 5, 1)).value == 24


def test_a_case_treated_before_the_programme_is_refused() -> None:
    with pytest.raises(ValueError, match="before the programme began"):
        TeamFacts(SCHEME, date(2024, 5, 6), treated_on=date(2024, 5, 5))


@pytest.mark.parametrize("name", ["talk_on", "new_until"])
def test_what_lies_before_the_end_of_the_benefit_is_refused(name: str) -> None:
    told: Example = {name: date(2021, 3, 30)}

    with pytest.raises(ValueError, match="before the benefit ended"):
        LongTermFacts(SCHEME, date(2021, 3, 31), at_risk=True, **told)


@pytest.mark.parametrize("example", CASES)
def test_every_sentence_is_whole_in_both_languages(example: Example) -> None:
    if "error" in example["expected"]:
        return

    for reason in ask(example).reasons:
        assert "{" not in reason.text.da + reason.text.en
        assert reason.text.da != reason.text.en
