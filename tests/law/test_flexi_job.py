"""A flexi-job is granted, followed up, judged and kept as the act says, and the examples of the law hold."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sammetag import law
from sammetag.law.flexi_job import flexi_clock, flexi_grant, retention
from sammetag.law.flexi_job_facts import FlexiClockFacts, FlexiGrantFacts, GrantKind, RetentionFacts
from sammetag.law.half_years import years_in_words
from sammetag.law.schemes import FLEKSJOB
from tests.law.asking import outcome, uncovered

Example = dict[str, Any]
EXAMPLES: list[Example] = yaml.safe_load(
    Path(__file__).with_name("flexi_job_examples.yaml").read_text("utf-8")
)["examples"]
CASES = [pytest.param(case, id=case["sentence"]) for case in EXAMPLES]
CHOSEN_BY = {
    "flexi_job.grant": "granted_on",
    "flexi_job.clock": "asked_on",
    "flexi_job.retention": "hired_on",
}
VERSIONS = [version for version in law.BOOK.versions() if version.topic.name in CHOSEN_BY]
STARTS = st.dates(date(2013, 1, 1), date(2024, 12, 31))


def ask(example: Example) -> law.Answer[Any]:
    told: Example = {"scheme": FLEKSJOB, **example["facts"]}
    if example["topic"] == "flexi_job.grant":
        return flexi_grant(FlexiGrantFacts(**told))
    if example["topic"] == "flexi_job.retention":
        return retention(RetentionFacts(**told))
    told["followed_up"] = tuple(told.get("followed_up", ()))
    return flexi_clock(FlexiClockFacts(**told), example["asked_on"])


def seen(answer: law.Answer[Any], key: str) -> Any:
    if key == "confidence":
        return answer.version.confidence.value
    return len(answer.warnings) if key == "warnings" else getattr(answer.value, key)


def chosen_on(example: Example) -> date:
    day: date = {**example, **example["facts"]}[CHOSEN_BY[example["topic"]]]
    return day


def job(starts_on: date, **changes: Any) -> FlexiClockFacts:
    told: Example = {"scheme": FLEKSJOB, "granted_on": starts_on, "starts_on": starts_on, "permanent": False}
    return FlexiClockFacts(**{**told, **changes})


@pytest.mark.parametrize("example", CASES)
def test_an_example_comes_out_as_it_says(example: Example) -> None:
    expected = example["expected"]

    assert outcome(lambda: ask(example), expected, seen) == expected


@pytest.mark.parametrize("example", CASES)
def test_an_example_has_a_sentence_and_a_source(example: Example) -> None:
    assert example["sentence"].endswith(".")
    assert example["source"].startswith(("LAB", "LBK", "LOV"))


@pytest.mark.parametrize("version", VERSIONS, ids=lambda v: f"{v.topic.name} {v.period.first}")
def test_a_version_has_examples_inside_on_and_outside_its_limits(version: law.Version) -> None:
    days = {chosen_on(case) for case in EXAMPLES if case["topic"] == version.topic.name}

    assert uncovered(version, days) == []


@given(STARTS, st.dates(date(1950, 1, 1), date(1995, 12, 31)), st.booleans())
def test_only_those_of_forty_with_a_job_before_get_a_permanent_one(
    granted_on: date, born_on: date, had_one_before: bool
) -> None:
    facts = FlexiGrantFacts(FLEKSJOB, granted_on, granted_on, born_on, had_one_before, conditions_met=True)

    kind = flexi_grant(facts).value.kind

    birthdays = granted_on.year - born_on.year
    had_this_year = (granted_on.month, granted_on.day) >= (born_on.month, born_on.day)
    forty = birthdays - (not had_this_year) >= 40
    assert (kind is GrantKind.PERMANENT) == (had_one_before and forty)


@given(STARTS, st.integers(0, 1800), st.integers(0, 1800))
def test_the_next_follow_up_moves_with_the_latest_one(starts_on: date, first: int, second: int) -> None:
    one, other = (starts_on + timedelta(days=days) for days in (first, second))
    on = max(one, other)

    both = flexi_clock(job(starts_on, followed_up=(one, other)), on).value
    latest = flexi_clock(job(starts_on, followed_up=(on,)), on).value

    assert both.follow_up_due == latest.follow_up_due
    assert timedelta(days=911) <= both.follow_up_due - on <= timedelta(days=916)


@given(STARTS)
def test_the_status_leaves_half_a_year_before_the_grant_ends(starts_on: date) -> None:
    clock = flexi_clock(job(starts_on), starts_on).value

    assert clock.status_due is not None
    assert clock.ends_on is not None
    assert timedelta(days=179) <= clock.ends_on - clock.status_due <= timedelta(days=184)


def test_a_follow_up_of_the_future_does_not_count_yet() -> None:
    planned = job(date(2022, 1, 1), followed_up=(date(2024, 6, 1),))

    before = flexi_clock(planned, date(2024, 5, 31)).value
    after = flexi_clock(planned, date(2024, 6, 1)).value

    assert before.follow_up_due == date(2024, 7, 1)
    assert after.follow_up_due == date(2026, 12, 1)


def test_a_job_of_five_years_without_any_follow_up_is_warned_of_three_things() -> None:
    answer = flexi_clock(job(date(2019, 1, 1)), date(2024, 1, 1))

    assert [reason.text.da for reason in answer.warnings] == [
        "Opfølgningen var ventet 1. juli 2021. Hold samtalen nu.",
        "Status var ventet 1. juli 2023. Lav den nu, så der er tid til at træffe afgørelse.",
        "Bevillingen løb ud 31. december 2023, og der er ikke truffet afgørelse. Personen bliver i "
        "fleksjobbet så længe. Træf afgørelsen nu.",
    ]


def test_a_decision_keeps_the_person_until_its_day() -> None:
    decided = job(date(2019, 1, 1), decided_on=date(2024, 2, 1))

    assert flexi_clock(decided, date(2024, 1, 31)).value.stays
    assert not flexi_clock(decided, date(2024, 2, 1)).value.stays


def test_the_clocks_are_told_in_half_years() -> None:
    texts = [reason.text.da for reason in flexi_clock(job(date(2024, 1, 1)), date(2024, 1, 1)).reasons]

    assert any("efter 2½ år" in text for text in texts)
    assert any("Efter 4½ år" in text for text in texts)


@pytest.mark.parametrize(
    ("months", "danish", "english"),
    [
        (6, "6 måneder", "6 months"),
        (12, "1 år", "1 year"),
        (30, "2½ år", "2½ years"),
        (31, "31 måneder", "31 months"),
        (60, "5 år", "5 years"),
    ],
)
def test_months_are_said_as_half_years_where_they_are(months: int, danish: str, english: str) -> None:
    said = years_in_words(months)

    assert (said.da, said.en) == (danish, english)


def test_no_length_cannot_be_said() -> None:
    with pytest.raises(ValueError, match="0 months"):
        years_in_words(0)


def test_a_job_before_its_grant_is_refused() -> None:
    with pytest.raises(ValueError, match="before its grant"):
        job(date(2024, 1, 1), granted_on=date(2024, 1, 2))
    with pytest.raises(ValueError, match="before its grant"):
        FlexiGrantFacts(FLEKSJOB, date(2024, 1, 2), date(2024, 1, 1), date(1990, 1, 1), False, True)


def test_a_follow_up_before_the_job_is_refused() -> None:
    with pytest.raises(ValueError, match="before the job started"):
        job(date(2024, 1, 1), followed_up=(date(2023, 12, 31),))


def test_a_grant_before_the_birth_is_refused() -> None:
    with pytest.raises(ValueError, match="before the birth"):
        FlexiGrantFacts(FLEKSJOB, date(2024, 1, 1), date(2024, 1, 1), date(2024, 1, 2), False, True)


def test_special_terms_after_the_flexi_job_are_refused() -> None:
    with pytest.raises(ValueError, match="before special terms"):
        RetentionFacts(FLEKSJOB, date(2024, 1, 1), date(2040, 1, 1), date(2024, 1, 2))


@given(STARTS.filter(lambda day: day >= date(2020, 1, 1)), st.integers(-400, 400))
def test_more_than_six_years_to_pension_binds_and_six_do_not(hired_on: date, days: int) -> None:
    six_years_on = law.add_months(hired_on, 72)
    facts = RetentionFacts(FLEKSJOB, hired_on, six_years_on + timedelta(days=days), None)

    assert retention(facts).value.allowed == (days <= 0)


@pytest.mark.parametrize("example", CASES)
def test_every_sentence_is_whole_in_both_languages(example: Example) -> None:
    if "error" in example["expected"]:
        return

    for reason in ask(example).reasons:
        assert "{" not in reason.text.da + reason.text.en
        assert reason.text.da != reason.text.en
