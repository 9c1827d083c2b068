"""DS 5: whoever is with a company has an agreement of three on the aim, or is told to make it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from sammetag import law
from sammetag.law.case_facts import CaseFacts, ReformFacts
from sammetag.law.case_question import Lacking
from sammetag.law.impact import Impact, Verdict, impact
from sammetag.law.reform import ReformedBook
from sammetag.law.reforms.agreed_aim import REFORM, AgreedAim, AimFacts, agreed_aim
from tests.law.asking import outcome, uncovered

Example = dict[str, Any]
HERE = Path(__file__).parent
EXAMPLES: list[Example] = yaml.safe_load((HERE / "agreed_aim_examples.yaml").read_text("utf-8"))["examples"]
CASES = [pytest.param(example, id=example["sentence"]) for example in EXAMPLES]
VERSIONS = [amendment.version for amendment in REFORM.amendments]
BOOK = ReformedBook(law.BOOK, (REFORM,))
DAY = date(2024, 5, 1)
[QUESTION] = REFORM.questions


def seen(answer: law.Answer[AgreedAim], key: str) -> Any:
    return answer.version.confidence.value if key == "confidence" else answer.value.state.value


def asked(scheme: str = law.RESSOURCEFORLOEB, **told: Any) -> law.Answer[Any] | None:
    return QUESTION.ask(CaseFacts(id="1", scheme=scheme, reform=ReformFacts(**told)), DAY, BOOK)


def changed(**told: Any) -> Impact | None:
    case = CaseFacts(id="1", scheme=law.RESSOURCEFORLOEB, reform=ReformFacts(**told))
    return impact(case, DAY, under=BOOK, questions=())


@pytest.mark.parametrize("example", CASES)
def test_an_example_comes_out_as_it_says(example: Example) -> None:
    facts, expected = AimFacts(**example["facts"]), example["expected"]

    assert outcome(lambda: agreed_aim(facts, example["asked_on"], book=BOOK), expected, seen) == expected


@pytest.mark.parametrize("version", VERSIONS, ids=lambda v: f"{v.schemes} {v.period.first}")
def test_a_version_has_examples_inside_on_and_outside_its_limits(version: law.Version) -> None:
    days = {one["asked_on"] for one in EXAMPLES if one["facts"]["scheme"] in version.schemes}

    assert uncovered(version, days) == []


def test_without_the_reform_the_law_asks_for_no_agreement() -> None:
    with pytest.raises(law.NotInForce):
        agreed_aim(AimFacts(law.RESSOURCEFORLOEB, agreed=False), DAY, book=law.BOOK)


def test_follow_up_as_it_goes_on_is_told_with_the_agreement() -> None:
    told = [one.text.da for one in agreed_aim(AimFacts(law.RESSOURCEFORLOEB, True), DAY, book=BOOK).reasons]

    assert told == [
        "Når borgeren er i praktik eller løntilskud, skal borger, jobcenter og virksomhed have en klar "
        "aftale om målet.",
        "Jobcentret følger løbende op på forløbet i virksomheden.",
        "Der er en aftale om målet.",
    ]


@pytest.mark.parametrize(
    ("told", "lacks"),
    [
        ({}, ("reform.in_internship",)),
        ({"aim_agreed": True}, ("reform.in_internship",)),
        ({"in_internship": True}, ("reform.aim_agreed",)),
    ],
)
def test_a_case_that_does_not_tell_says_what_it_lacks(told: dict[str, Any], lacks: tuple[str, ...]) -> None:
    with pytest.raises(Lacking) as lacking:
        asked(**told)

    assert lacking.value.fields == lacks


def test_the_question_is_for_those_who_are_with_a_company_in_a_programme() -> None:
    assert asked(in_internship=False) is None
    assert asked(law.FLEKSJOB, in_internship=True, aim_agreed=False) is None


@pytest.mark.parametrize(
    ("agreed", "verdict"), [(False, Verdict.AFFECTED), (True, Verdict.UNAFFECTED)], ids=["missing", "agreed"]
)
def test_only_a_missing_agreement_changes_something(agreed: bool, verdict: Verdict) -> None:
    found = changed(in_internship=True, aim_agreed=agreed)

    assert found is not None
    assert found.verdict is verdict
