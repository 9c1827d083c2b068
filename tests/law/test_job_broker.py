"""Everyone in a programme granted since 2022 has a right to a job broker."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from sammetag import law
from sammetag.law.job_broker import JOB_BROKER
from tests.law.asking import outcome, uncovered

Example = dict[str, Any]
EXAMPLES: list[Example] = yaml.safe_load(
    (Path(__file__).parent / "job_broker_examples.yaml").read_text("utf-8")
)["examples"]
CASES = [pytest.param(example, id=example["sentence"]) for example in EXAMPLES]
VERSIONS = [version for version in law.BOOK.versions() if version.topic == JOB_BROKER]


def ask(facts: Example, on: date) -> law.Answer[law.JobBroker]:
    told: Example = {"scheme": law.RESSOURCEFORLOEB, "ends_on": None, **facts}
    return law.job_broker(law.JobBrokerFacts(**told), on)


def seen(answer: law.Answer[law.JobBroker], key: str) -> Any:
    if key == "confidence":
        return answer.version.confidence.value
    return len(answer.warnings) if key == "warnings" else getattr(answer.value, key)


def said(**facts: Any) -> list[str]:
    start = date(2024, 3, 1)
    answer = ask({"granted_on": start, "starts_on": start, **facts}, date(2024, 5, 1))
    return [reason.text.da for reason in answer.reasons]


@pytest.mark.parametrize("example", CASES)
def test_an_example_comes_out_as_it_says(example: Example) -> None:
    expected = example["expected"]

    assert outcome(lambda: ask(example["facts"], example["asked_on"]), expected, seen) == expected
    assert example["sentence"].endswith(".")
    assert example["source"].startswith(("LAB", "BEK", "LOV"))


@pytest.mark.parametrize("version", VERSIONS, ids=lambda version: str(version.period.first))
def test_a_version_has_examples_inside_on_and_outside_its_limits(version: law.Version) -> None:
    days = {one["asked_on"] for one in EXAMPLES if "scheme" not in one["facts"]}

    assert uncovered(version, days) == []


def test_one_without_a_job_broker_is_to_be_asked_and_given_a_name() -> None:
    assert said(has_job_broker=False) == [
        "Alle i et ressourceforløb har ret til en personlig jobformidler.",
        "Borgeren har ingen jobformidler. Find ud af, om borgeren ønsker en, og sæt navn på.",
        "Jobformidleren hjælper med at finde et match til ordinære løntimer eller et virksomhedsrettet "
        "tilbud og arbejder sammen med den koordinerende sagsbehandler.",
        "Jobformidlerens navn, kontaktdata og rolle og det, der er aftalt, skal stå i Min Plan.",
    ]


@pytest.mark.parametrize("recommended", [True, False])
def test_what_the_team_recommended_changes_nothing(recommended: bool) -> None:
    assert said(company_recommended=recommended) == said()


@pytest.mark.parametrize(
    ("on", "order"), [(date(2024, 12, 31), "BEK 2408/2021"), (date(2025, 1, 1), "BEK 1708/2024")], ids=str
)
def test_what_stands_in_my_plan_is_taken_from_the_order_of_the_day(on: date, order: str) -> None:
    answer = ask({"granted_on": date(2024, 3, 1), "starts_on": date(2024, 3, 1)}, on)

    assert answer.reasons[-1].source is not None
    assert answer.reasons[-1].source.published == order


def test_a_programme_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match="before it begins"):
        said(ends_on=date(2024, 2, 1))
