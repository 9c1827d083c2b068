"""The examples of the proposals that bring questions of their own: each comes out, and none says half."""

from __future__ import annotations

from typing import Any

import pytest

from sammetag import law
from sammetag.law.flexi_job import retention
from sammetag.law.flexi_job_facts import ProposedRetentionFacts
from sammetag.law.reform import Reform, ReformedBook
from sammetag.law.reforms import (
    assessment_after_a_year,
    education,
    flexi_clarification,
    flexi_retention,
    flexi_small,
    rehabilitation,
)
from tests.law.reforms.proposals import Ask, Example, came_out, examples_of, faults, half_sentences


def of_an_assessment(example: Example, book: ReformedBook) -> law.Answer[Any]:
    scheme, facts, on = example["scheme"], example["facts"], example["asked_on"]
    if example["topic"] == "capacity.assessment":
        told = assessment_after_a_year.AssessmentFacts(scheme=scheme, **facts)
        return assessment_after_a_year.capacity_assessment(told, on, book=book)
    return assessment_after_a_year.programme_right(facts["since"], on, scheme=scheme, book=book)


def of_an_education(example: Example, book: ReformedBook) -> law.Answer[Any]:
    told = education.EducationFacts(scheme=example["scheme"], **example["facts"])
    return education.vocational_education(told, example["asked_on"], book=book)


def of_a_clarification(example: Example, book: ReformedBook) -> law.Answer[Any]:
    told, on = {"scheme": example["scheme"], **example["facts"]}, example["asked_on"]
    if example["topic"] == "flexi_job.clarification":
        facts = flexi_clarification.ClarificationFacts(**told)
        return flexi_clarification.flexi_clarification(facts, on, book=book)
    return flexi_clarification.early_follow_up(flexi_clarification.EarlyFollowUpFacts(**told), on, book=book)


def of_a_retention(example: Example, book: ReformedBook) -> law.Answer[Any]:
    told = {"scheme": example["scheme"], "hired_on": example["asked_on"], **example["facts"]}
    return retention(ProposedRetentionFacts(**told), book=book)


def of_a_small_job(example: Example, book: ReformedBook) -> law.Answer[Any]:
    told = flexi_small.SmallJobFacts(scheme=example["scheme"], **example["facts"])
    return flexi_small.small_flexi_job(told, example["asked_on"], book=book)


def of_a_rehabilitation(example: Example, book: ReformedBook) -> law.Answer[Any]:
    told, on = {"scheme": example["scheme"], **example["facts"]}, example["asked_on"]
    if example["topic"] == "rehabilitation.payment":
        return rehabilitation.education_payment(rehabilitation.PaymentFacts(**told), on, book=book)
    return rehabilitation.rehabilitation_group(rehabilitation.RehabilitationFacts(**told), on, book=book)


PROPOSALS: dict[str, tuple[Reform, Ask]] = {
    "assessment_after_a_year": (assessment_after_a_year.REFORM, of_an_assessment),
    "education": (education.REFORM, of_an_education),
    "flexi_clarification": (flexi_clarification.REFORM, of_a_clarification),
    "flexi_retention": (flexi_retention.REFORM, of_a_retention),
    "flexi_small": (flexi_small.REFORM, of_a_small_job),
    "rehabilitation": (rehabilitation.REFORM, of_a_rehabilitation),
}


CASES = [
    pytest.param(example, reform, ask, id=f"{name}: {example['sentence']}")
    for name, (reform, ask) in PROPOSALS.items()
    for example in examples_of(name)
]


@pytest.mark.parametrize(("example", "reform", "ask"), CASES)
def test_an_example_comes_out_as_it_says(example: Example, reform: Reform, ask: Ask) -> None:
    assert came_out(example, ask, reform) == example["expected"]


@pytest.mark.parametrize("name", PROPOSALS)
def test_the_examples_cover_the_proposal_and_name_their_source(name: str) -> None:
    assert faults(examples_of(name), PROPOSALS[name][0]) == []


@pytest.mark.parametrize(("example", "reform", "ask"), CASES)
def test_every_sentence_is_whole_in_both_languages(example: Example, reform: Reform, ask: Ask) -> None:
    assert half_sentences(example, ask, reform) == []
