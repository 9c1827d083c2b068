"""DS 10: what the team recommends under other acts is granted, and lost reimbursement comes back."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from sammetag import law
from sammetag.law.case_facts import CaseFacts, ProgrammeCost, ReformFacts
from sammetag.law.case_question import Lacking
from sammetag.law.case_questions import QUESTIONS
from sammetag.law.impact import Verdict, impact
from sammetag.law.reform import ReformedBook
from sammetag.law.reforms.other_acts import (
    OTHER_ACTS,
    REFORM,
    OtherAct,
    OtherActsDuty,
    OtherActsFacts,
    other_acts_duty,
)
from sammetag.law.reimbursement_programme import PROGRAMME
from tests.law.asking import outcome, uncovered

Example = dict[str, Any]
HERE = Path(__file__).parent
EXAMPLES: dict[str, list[Example]] = yaml.safe_load((HERE / "other_acts_examples.yaml").read_text("utf-8"))
DUTIES = [pytest.param(example, id=example["sentence"]) for example in EXAMPLES["duty"]]
SHARES = [pytest.param(example, id=example["sentence"]) for example in EXAMPLES["share"]]
BOOK = ReformedBook(law.BOOK, (REFORM,))
DAY = date(2024, 5, 1)
[QUESTION] = REFORM.questions


def acts(names: list[str]) -> frozenset[OtherAct]:
    return frozenset(OtherAct(name) for name in names)


def seen_duty(answer: law.Answer[OtherActsDuty], key: str) -> Any:
    if key == "warnings":
        return len(answer.warnings)
    return list(answer.value.owed) if key == "owed" else answer.value.state


def seen_share(answer: law.Answer[law.Share], key: str) -> Any:
    if key == "warnings":
        return len(answer.warnings)
    if key == "act":
        return answer.version.source.act
    return answer.version.confidence.value if key == "confidence" else answer.value.per_cent


def case(**told: Any) -> CaseFacts:
    return CaseFacts(id="1", scheme=law.RESSOURCEFORLOEB, reform=ReformFacts(**told))


@pytest.mark.parametrize("example", DUTIES)
def test_an_example_of_the_duty_comes_out_as_it_says(example: Example) -> None:
    told, expected = example["facts"], example["expected"]
    facts = OtherActsFacts(told["scheme"], acts(told["recommended"]), acts(told["granted"]))

    found = outcome(lambda: other_acts_duty(facts, example["asked_on"], book=BOOK), expected, seen_duty)

    assert found == expected


@pytest.mark.parametrize("example", SHARES)
def test_an_example_of_the_share_comes_out_as_it_says(example: Example) -> None:
    facts = law.CostFacts(example["facts"]["scheme"], law.CostKind(example["facts"]["kind"]))
    expected = example["expected"]

    found = outcome(lambda: law.programme_share(facts, example["asked_on"], book=BOOK), expected, seen_share)

    assert found == expected


@pytest.mark.parametrize("amendment", REFORM.amendments, ids=lambda one: one.version.topic.name)
def test_each_part_has_examples_inside_on_and_outside_its_limits(amendment: Any) -> None:
    examples = EXAMPLES["duty" if amendment.version.topic == OTHER_ACTS else "share"]
    days = {one["asked_on"] for one in examples if one["facts"]["scheme"] in amendment.version.schemes}

    assert uncovered(amendment.version, days) == []


def test_the_share_that_comes_back_says_that_the_proposal_names_none() -> None:
    facts = law.CostFacts(law.RESSOURCEFORLOEB, law.CostKind.MENTOR)
    [again, ours] = law.programme_share(facts, DAY, book=BOOK).reasons

    assert again.text.da == (
        "Staten betaler igen 50 procent af udgiften til mentor, som den gjorde til og med 31. december 2021."
    )
    assert ours.text.da == "Forslaget nævner ingen sats. De 50 procent er den sidste, der er læst."


def test_it_brings_the_duty_and_changes_the_share() -> None:
    assert {topic.name for topic in REFORM.topics} == {OTHER_ACTS.name, PROGRAMME.name}


@pytest.mark.parametrize(
    ("told", "lacks"),
    [
        ({}, ("reform.social_recommended", "reform.health_recommended")),
        ({"social_recommended": False}, ("reform.health_recommended",)),
        ({"social_recommended": True, "health_recommended": False}, ("reform.social_granted",)),
        (
            {"social_recommended": True, "social_granted": True, "health_recommended": True},
            ("reform.health_granted",),
        ),
    ],
)
def test_a_case_that_does_not_tell_says_what_it_lacks(told: dict[str, bool], lacks: tuple[str, ...]) -> None:
    with pytest.raises(Lacking) as lacking:
        QUESTION.ask(case(**told), DAY, BOOK)

    assert lacking.value.fields == lacks


@pytest.mark.parametrize("health", [{}, {"health_recommended": True}], ids=["nothing", "recommended"])
def test_one_effort_that_is_owed_is_enough_to_tell_of_it(health: dict[str, bool]) -> None:
    answer = QUESTION.ask(case(social_recommended=True, social_granted=False, **health), DAY, BOOK)

    assert answer is not None
    assert answer.value.owed == (OtherAct.SOCIAL,)
    assert QUESTION.told(answer.value).da.startswith("Teamet har anbefalet en social indsats")


@pytest.mark.parametrize(
    ("granted", "verdict"), [(False, Verdict.AFFECTED), (True, Verdict.UNAFFECTED)], ids=["owed", "granted"]
)
def test_a_case_is_affected_where_a_recommended_effort_is_not_granted(
    granted: bool, verdict: Verdict
) -> None:
    told = case(social_recommended=True, social_granted=granted, health_recommended=False)

    found = impact(told, DAY, under=BOOK, questions=())

    assert found is not None
    assert found.verdict is verdict


def test_without_recommended_efforts_nothing_is_changed() -> None:
    told = case(social_recommended=False, health_recommended=False)

    found = impact(told, DAY, under=BOOK, questions=())

    assert found is not None
    assert found.verdict is Verdict.UNAFFECTED


def test_the_question_is_not_for_a_job_clarification_programme() -> None:
    assert QUESTION.ask(CaseFacts(id="1", scheme=law.JOBAFKLARINGSFORLOEB), DAY, BOOK) is None


def test_what_the_state_pays_again_of_a_month_is_told_in_kroner_where_the_costs_are_known() -> None:
    costs = (
        ProgrammeCost(date(2024, 5, 1), law.CostKind.MENTOR, 4_000),
        ProgrammeCost(date(2024, 5, 1), law.CostKind.CASEWORK, 1_000),
        ProgrammeCost(date(2024, 4, 1), law.CostKind.MENTOR, 9_000),
    )
    told = CaseFacts(id="1", scheme=law.RESSOURCEFORLOEB, costs=costs)

    found = impact(told, DAY, under=BOOK, questions=QUESTIONS)

    assert found is not None
    (paid,) = (one for one in found.effects if one.topic == PROGRAMME)
    assert paid.verdict is Verdict.AFFECTED
    assert paid.before is not None
    assert paid.after is not None
    assert "betaler 0 kroner af de 5.000 kroner" in paid.before.da
    assert "betaler 2.000 kroner af de 5.000 kroner" in paid.after.da


def test_where_the_costs_are_not_told_what_the_state_pays_is_not_judged() -> None:
    found = impact(case(), DAY, under=BOOK, questions=QUESTIONS)

    assert found is not None
    assert [one.lacks for one in found.effects if one.topic == PROGRAMME] == [("costs",)]
