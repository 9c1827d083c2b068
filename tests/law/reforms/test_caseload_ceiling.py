"""DS 11: the number of cases of a caseworker is below the guiding numbers, within them, or over."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sammetag import law
from sammetag.law.case_facts import CaseFacts, CaseloadKind, ReformFacts
from sammetag.law.case_question import Lacking
from sammetag.law.impact import Verdict, impact
from sammetag.law.reform import ReformedBook
from sammetag.law.reforms.caseload_ceiling import (
    REFORM,
    Caseload,
    CaseloadFacts,
    CaseloadState,
    caseload_ceiling,
)
from sammetag.law.schemes import KONTANTHJAELP
from tests.law.asking import outcome, uncovered

Example = dict[str, Any]
HERE = Path(__file__).parent
EXAMPLES: list[Example] = yaml.safe_load((HERE / "caseload_ceiling_examples.yaml").read_text("utf-8"))[
    "examples"
]
CASES = [pytest.param(example, id=example["sentence"]) for example in EXAMPLES]
VERSIONS = [amendment.version for amendment in REFORM.amendments]
BOOK = ReformedBook(law.BOOK, (REFORM,))
DAY = date(2024, 5, 1)
[QUESTION] = REFORM.questions


def seen(answer: law.Answer[Caseload], key: str) -> Any:
    return answer.version.confidence.value if key == "confidence" else getattr(answer.value, key)


def load(cases: int, kind: CaseloadKind = CaseloadKind.ADULT) -> law.Answer[Caseload]:
    return caseload_ceiling(CaseloadFacts(law.RESSOURCEFORLOEB, kind, cases), DAY, book=BOOK)


@pytest.mark.parametrize("example", CASES)
def test_an_example_comes_out_as_it_says(example: Example) -> None:
    told, expected = example["facts"], example["expected"]
    facts = CaseloadFacts(told["scheme"], CaseloadKind(told["kind"]), told["cases"])

    found = outcome(lambda: caseload_ceiling(facts, example["asked_on"], book=BOOK), expected, seen)

    assert found == expected


@pytest.mark.parametrize("version", VERSIONS, ids=lambda v: f"{v.schemes} {v.period.first}")
def test_a_version_has_examples_inside_on_and_outside_its_limits(version: law.Version) -> None:
    days = {one["asked_on"] for one in EXAMPLES if one["facts"]["scheme"] in version.schemes}

    assert uncovered(version, days) == []


@given(st.integers(0, 300), st.sampled_from(CaseloadKind))
def test_one_case_more_never_brings_a_caseworker_further_down(cases: int, kind: CaseloadKind) -> None:
    order = list(CaseloadState)

    before, after = load(cases, kind).value.state, load(cases + 1, kind).value.state

    assert order.index(after) >= order.index(before)


@pytest.mark.parametrize(
    ("cases", "told"),
    [
        (1, "Sagsbehandleren har 1 sag. Det er færre end 40."),
        (42, "Sagsbehandleren har 42 sager. Det er ikke over loftet."),
        (57, "Sagsbehandleren har 57 sager. Det er 2 for mange."),
    ],
)
def test_what_is_told_names_the_number_and_what_it_is_held_against(cases: int, told: str) -> None:
    [norm, fact] = load(cases).reasons

    assert fact.text.da == told
    assert norm.text.da.startswith("En fuldtidsansat med voksne bør have 40-55 sager.")
    assert "den lave ende" in norm.text.da


@pytest.mark.parametrize(
    ("told", "lacks"),
    [
        ({}, ("reform.coordinator_cases", "reform.caseload_kind")),
        ({"coordinator_cases": 40}, ("reform.caseload_kind",)),
        ({"caseload_kind": CaseloadKind.YOUNG}, ("reform.coordinator_cases",)),
    ],
)
def test_a_case_that_does_not_tell_says_what_it_lacks(told: dict[str, Any], lacks: tuple[str, ...]) -> None:
    with pytest.raises(Lacking) as lacking:
        QUESTION.ask(CaseFacts(id="1", scheme=law.RESSOURCEFORLOEB, reform=ReformFacts(**told)), DAY, BOOK)

    assert lacking.value.fields == lacks


@pytest.mark.parametrize(
    ("cases", "verdict"),
    [(0, Verdict.UNAFFECTED), (55, Verdict.UNAFFECTED), (56, Verdict.AFFECTED)],
    ids=str,
)
def test_only_cases_of_one_who_has_too_many_are_affected(cases: int, verdict: Verdict) -> None:
    told = ReformFacts(coordinator_cases=cases, caseload_kind=CaseloadKind.ADULT)

    found = impact(CaseFacts(id="1", scheme=law.RESSOURCEFORLOEB, reform=told), DAY, under=BOOK, questions=())

    assert found is not None
    assert found.verdict is verdict


@pytest.mark.parametrize("scheme", [law.RESSOURCEFORLOEB, law.JOBAFKLARINGSFORLOEB, KONTANTHJAELP])
def test_only_where_the_numbers_were_not_given_is_it_our_reading_to_use_them_at_all(scheme: str) -> None:
    told = ReformFacts(coordinator_cases=60, caseload_kind=CaseloadKind.ADULT)

    answer = QUESTION.ask(CaseFacts(id="1", scheme=scheme, reform=told), DAY, BOOK)

    assert answer is not None and answer.version.note is not None
    assert "som loft, er vores læsning" in answer.version.note.da
    assert ("givet for kontanthjælp" in answer.version.note.da) == (scheme != KONTANTHJAELP)


def test_the_question_is_not_for_a_flexi_job() -> None:
    assert QUESTION.ask(CaseFacts(id="1", scheme=law.FLEKSJOB), DAY, BOOK) is None


def test_fewer_cases_than_none_are_refused() -> None:
    with pytest.raises(ValueError, match="nobody has -1 cases"):
        load(-1)
