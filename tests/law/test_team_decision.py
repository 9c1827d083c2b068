"""The team recommends and the municipality decides: otherwise only when the team has had the case again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from sammetag import law
from sammetag.law.case_facts import CaseFacts, ReformFacts
from sammetag.law.case_question import Lacking
from sammetag.law.team_decision import (
    TEAM_DECISION,
    DecisionState,
    TeamDecision,
    TeamDecisionFacts,
    team_decision,
)
from sammetag.law.team_decision_question import TEAM_DECISION_QUESTION
from tests.law.asking import outcome, uncovered

Example = dict[str, Any]
HERE = Path(__file__).parent
EXAMPLES: list[Example] = yaml.safe_load((HERE / "team_decision_examples.yaml").read_text("utf-8"))[
    "examples"
]
CASES = [pytest.param(example, id=example["sentence"]) for example in EXAMPLES]
VERSIONS = [version for version in law.BOOK.versions() if version.topic == TEAM_DECISION]
DAY = date(2024, 5, 1)
DEVIATES = TeamDecisionFacts(law.RESSOURCEFORLOEB, deviates=True, reconsidered=False)
CASE = CaseFacts(id="1", scheme=law.RESSOURCEFORLOEB)


def seen(answer: law.Answer[TeamDecision], key: str) -> Any:
    if key == "confidence":
        return answer.version.confidence.value
    if key == "section":
        return answer.version.source.section
    return answer.value.state.value


@pytest.mark.parametrize("example", CASES)
def test_an_example_comes_out_as_it_says(example: Example) -> None:
    facts = TeamDecisionFacts(**example["facts"])
    expected = example["expected"]

    assert outcome(lambda: team_decision(facts, example["asked_on"]), expected, seen) == expected


@pytest.mark.parametrize("example", CASES)
def test_an_example_has_a_sentence_and_a_source(example: Example) -> None:
    assert example["sentence"].endswith(".")
    assert example["source"].startswith(("LBK", "LOV", "Lov om ansvaret"))


@pytest.mark.parametrize("version", VERSIONS, ids=lambda v: f"{v.schemes} {v.period.first}")
def test_a_version_has_examples_inside_on_and_outside_its_limits(version: law.Version) -> None:
    days = {one["asked_on"] for one in EXAMPLES if one["facts"]["scheme"] in version.schemes}

    assert uncovered(version, days) == []


def test_a_decision_that_deviates_is_told_what_to_do_first() -> None:
    [demand, told] = team_decision(DEVIATES, DAY).reasons

    assert demand.source == law.Source("LOB", "§ 11, stk. 2", "LOV 1482/2014, LBK 1294/2022, LBK 254/2024")
    assert "Forelæg den for teamet, før der træffes afgørelse." in told.text.da


def test_whether_the_team_had_it_again_matters_only_where_the_decision_deviates() -> None:
    follows = [team_decision(TeamDecisionFacts(law.FLEKSJOB, False, had), DAY) for had in (True, False, None)]

    assert len({answer.value for answer in follows}) == 1
    assert all(answer.reasons == follows[0].reasons for answer in follows)


def test_a_case_that_does_not_tell_of_the_decision_says_what_it_lacks() -> None:
    with pytest.raises(Lacking) as lacking:
        TEAM_DECISION_QUESTION.ask(CASE, DAY, law.BOOK)

    assert lacking.value.fields == ("reform.decision_deviates",)


@pytest.mark.parametrize(
    ("deviates", "state"), [(True, DecisionState.NOT_JUDGED), (False, DecisionState.FREE)], ids=str
)
def test_a_case_is_asked_by_what_it_tells_of_the_decision(deviates: bool, state: DecisionState) -> None:
    case = replace(CASE, reform=ReformFacts(decision_deviates=deviates))

    answer = TEAM_DECISION_QUESTION.ask(case, DAY, law.BOOK)

    assert answer is not None
    assert TEAM_DECISION_QUESTION.gist(answer.value) == state
