"""DS 9: a decision that deviates from that of the team cannot be taken, and nothing goes back to the team."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from sammetag import law
from sammetag.law.case_facts import CaseFacts, ReformFacts
from sammetag.law.impact import Verdict, impact
from sammetag.law.reform import ReformedBook
from sammetag.law.reforms.team_decides import REFORM
from sammetag.law.team_decision import DecisionState, TeamDecision, TeamDecisionFacts, team_decision
from sammetag.law.team_decision_question import TEAM_DECISION_QUESTION
from tests.law.asking import outcome, uncovered

Example = dict[str, Any]
HERE = Path(__file__).parent
EXAMPLES: list[Example] = yaml.safe_load((HERE / "team_decides_examples.yaml").read_text("utf-8"))["examples"]
CASES = [pytest.param(example, id=example["sentence"]) for example in EXAMPLES]
BOOK = ReformedBook(law.BOOK, (REFORM,))
DAY = date(2024, 5, 1)


def seen(answer: law.Answer[TeamDecision], key: str) -> Any:
    return answer.version.source.act if key == "act" else answer.value.state.value


@pytest.mark.parametrize("example", CASES)
def test_an_example_comes_out_as_it_says(example: Example) -> None:
    facts, expected = TeamDecisionFacts(**example["facts"]), example["expected"]

    assert outcome(lambda: team_decision(facts, example["asked_on"], book=BOOK), expected, seen) == expected


def test_the_proposal_has_examples_inside_on_and_outside_its_limits() -> None:
    [amendment] = REFORM.amendments
    days = {one["asked_on"] for one in EXAMPLES if one["facts"]["scheme"] in amendment.version.schemes}

    assert uncovered(amendment.version, days) == []


def test_a_deviating_decision_names_the_proposal_and_what_to_do() -> None:
    [demand, told] = team_decision(TeamDecisionFacts(law.RESSOURCEFORLOEB, True), DAY, book=BOOK).reasons

    assert demand.source == REFORM.source
    assert told.text.da == "Afgørelsen fraviger teamets beslutning og kan ikke træffes. Følg beslutningen."


@pytest.mark.parametrize("reconsidered", [True, False, None])
def test_having_gone_to_the_team_again_makes_no_difference(reconsidered: bool | None) -> None:
    facts = TeamDecisionFacts(law.RESSOURCEFORLOEB, True, reconsidered)

    assert team_decision(facts, DAY, book=BOOK).value.state is DecisionState.BARRED


@pytest.mark.parametrize(
    ("deviates", "verdict"),
    [(True, Verdict.AFFECTED), (False, Verdict.UNAFFECTED), (None, Verdict.NOT_JUDGED)],
    ids=str,
)
def test_a_case_is_affected_where_the_decision_deviates(deviates: bool | None, verdict: Verdict) -> None:
    case = CaseFacts(id="1", scheme=law.RESSOURCEFORLOEB, reform=ReformFacts(decision_deviates=deviates))

    found = impact(case, DAY, under=BOOK, questions=(TEAM_DECISION_QUESTION,))

    assert found is not None
    assert found.verdict is verdict
