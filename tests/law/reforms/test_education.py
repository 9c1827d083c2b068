"""A citizen on cash benefit who wishes a vocational education gets a plan for it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sammetag import law
from sammetag.law.impact import Verdict
from sammetag.law.reform import ReformedBook
from sammetag.law.reforms.education import REFORM, EducationFacts, vocational_education
from sammetag.law.schemes import KONTANTHJAELP, RESSOURCEFORLOEB
from tests.law.reforms.proposals import (
    Example,
    came_out,
    effect,
    examples_of,
    faults,
    half_sentences,
)

EXAMPLES = examples_of("education")
CASES = [pytest.param(case, id=case["sentence"]) for case in EXAMPLES]


def ask(example: Example, book: ReformedBook) -> law.Answer[Any]:
    told = {"scheme": example["scheme"], **example["facts"]}
    return vocational_education(EducationFacts(**told), example["asked_on"], book=book)


@pytest.mark.parametrize("example", CASES)
def test_an_example_comes_out_as_it_says(example: Example) -> None:
    assert came_out(example, ask, REFORM) == example["expected"]


def test_the_examples_cover_the_proposal_and_name_their_source() -> None:
    assert faults(EXAMPLES, REFORM) == []


@pytest.mark.parametrize("example", CASES)
def test_every_sentence_is_whole_in_both_languages(example: Example) -> None:
    assert half_sentences(example, ask, REFORM) == []


DAY = date(2019, 5, 2)


@pytest.mark.parametrize(
    ("has", "wants", "verdict", "lacks"),
    [
        (False, True, Verdict.AFFECTED, ()),
        (None, False, Verdict.UNAFFECTED, ()),
        (False, None, Verdict.NOT_JUDGED, ("reform.wants_education",)),
        (None, True, Verdict.NOT_JUDGED, ("reform.has_vocational_education",)),
        (True, True, Verdict.NOT_JUDGED, ()),
    ],
)
def test_who_has_no_vocational_education_and_wishes_one_is_affected(
    has: bool | None, wants: bool | None, verdict: Verdict, lacks: tuple[str, ...]
) -> None:
    told = {"has_vocational_education": has, "wants_education": wants}

    found = effect(REFORM, "education.vocational", DAY, scheme=KONTANTHJAELP, reform_facts=told)

    assert found is not None
    assert (found.verdict, found.lacks) == (verdict, lacks)


def test_the_conditions_that_were_not_read_are_said_to_be() -> None:
    told = {"has_vocational_education": True, "wants_education": True}

    found = effect(REFORM, "education.vocational", DAY, scheme=KONTANTHJAELP, reform_facts=told)

    assert found is not None
    assert found.why_not is not None
    assert "er ikke læst" in found.why_not.da


def test_another_scheme_is_not_asked_about() -> None:
    assert effect(REFORM, "education.vocational", DAY, scheme=RESSOURCEFORLOEB) is None
