"""The examples that a lawyer can read are true, and every version of every rule has enough of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from sammetag import law
from tests.law.asking import uncovered

HERE = Path(__file__).parent
FILES = {
    "talks.due": "talks_examples.yaml",
    "talks.form": "form_examples.yaml",
    "programme.length": "duration_examples.yaml",
    "guarantee": "guarantee_examples.yaml",
    "mentor.period": "mentor_period_examples.yaml",
    "plan.ahead": "plan_ahead_examples.yaml",
    "suspensions": "suspensions_examples.yaml",
}
# Topics whose facts are richer: the test of that name asks their examples itself.
ELSEWHERE = {
    "administrative": ("hearing", "letter", "complaint", "reassessment", "own_limit"),
    "benefit": ("rate", "pay", "month"),
    "clarification": ("team", "long_term"),
    "flexi_job": ("grant", "clock", "retention"),
    "health": ("coordinator",),
    "job": ("broker",),
    "reimbursement": ("benefit", "programme"),
    "sanction": ("", "guidance", "steps"),
    "target": ("group",),
    "team": ("decision",),
}
CHOSEN_BY_FACT = {"mentor.period": "since", "plan.ahead": "fixed_on"}
Example = dict[str, Any]


def read(topic: str) -> list[Example]:
    examples: list[Example] = yaml.safe_load((HERE / FILES[topic]).read_text("utf-8"))["examples"]
    return examples


def ask_talks(facts: Example, on: date) -> law.Answer[Any]:
    held = tuple(facts.pop("held", ()))
    return law.talks_due(law.TalkFacts(**{"ends_on": None, "held": held, **facts}), on)


def ask_form(facts: Example, on: date) -> law.Answer[Any]:
    chapters = frozenset(facts.pop("in_offer_chapters", ()))
    return law.forms_allowed(law.FormFacts(in_offer_chapters=chapters, **facts), on)


def ask_length(facts: Example, _on: date) -> law.Answer[Any]:
    return law.length_allowed(law.LengthFacts(**{"ends_on": None, **facts}))


def ask_guarantee(facts: Example, on: date) -> law.Answer[Any]:
    told: Example = {"ends_on": None, **facts}
    told["efforts"] = tuple(
        law.Effort(law.EffortKind(kind), day, in_plan=not more)
        for kind, day, *more in facts.get("efforts", ())
    )
    told["exempt"] = tuple(law.Period(first, last) for first, last in facts.get("exempt", ()))
    told["reliefs"] = tuple(law.Relief(law.ReliefKind(kind), day) for kind, day in facts.get("reliefs", ()))
    return law.guarantee(law.GuaranteeFacts(**told), on)


def ask_mentor(facts: Example, on: date) -> law.Answer[Any]:
    return law.mentor_period(law.MentorFacts(**{"until": None, **facts}), on)


def ask_plan(facts: Example, on: date) -> law.Answer[Any]:
    return law.plan_ahead(law.PlanFacts(**{"fixed_until": None, "ends_on": None, **facts}), on)


def ask_suspension(facts: Example, on: date) -> law.Answer[Any]:
    told = {**facts, "activity": law.SuspendedActivity(facts["activity"])}
    return law.suspension(law.SuspensionFacts(**told), on)


ASKS = {
    "talks.due": ask_talks,
    "talks.form": ask_form,
    "programme.length": ask_length,
    "guarantee": ask_guarantee,
    "mentor.period": ask_mentor,
    "plan.ahead": ask_plan,
    "suspensions": ask_suspension,
}


def ask(topic: str, example: Example) -> law.Answer[Any]:
    facts = dict(example["facts"])
    on: date = example.get("asked_on") or facts[CHOSEN_BY_FACT.get(topic, "granted_on")]
    return ASKS[topic](facts, on)


def seen(answer: law.Answer[Any], key: str) -> Any:
    if key == "confidence":
        return answer.version.confidence.value
    if key == "warnings":
        return len(answer.warnings)
    if key == "relieved_by":
        return answer.value.relieved_by and answer.value.relieved_by.kind.value
    if key == "forms":
        return {form.value for form in answer.value}
    return getattr(answer.value, key)


def chosen_on(topic: law.Topic, example: Example) -> date:
    by_grant = topic.chosen_by is law.ChosenBy.GRANT
    fact = "granted_on" if by_grant else CHOSEN_BY_FACT.get(topic.name)
    day: date = example["facts"][fact] if fact else example["asked_on"]
    return day


CASES = [pytest.param(topic, case, id=case["sentence"]) for topic in FILES for case in read(topic)]


@pytest.mark.parametrize(("topic", "example"), CASES)
def test_an_example_comes_out_as_it_says(topic: str, example: Example) -> None:
    expected = dict(example["expected"])
    if "error" in expected:
        with pytest.raises(law.LawError) as refused:
            ask(topic, example)
        assert type(refused.value).__name__ == expected["error"]
        return

    answer = ask(topic, example)

    forms = expected.pop("forms", None)
    assert {key: seen(answer, key) for key in expected} == expected
    assert forms is None or seen(answer, "forms") == set(forms)


@pytest.mark.parametrize(("topic", "example"), CASES)
def test_an_example_has_a_sentence_and_a_source(topic: str, example: Example) -> None:
    assert example["sentence"].endswith(".")
    assert example["source"].startswith(("LAB", "LBK", "LOV", "BEK", "STAR"))


VERSIONS = [version for version in law.BOOK.versions() if version.topic.name in FILES]


@pytest.mark.parametrize("version", VERSIONS, ids=lambda v: f"{v.topic.name} {v.period.first}")
def test_a_version_has_examples_inside_on_and_outside_its_limits(version: law.Version) -> None:
    examples = [case for case in read(version.topic.name) if case["facts"]["scheme"] in version.schemes]
    days = {chosen_on(version.topic, case) for case in examples}

    assert uncovered(version, days) == []


def test_every_rule_has_an_example_file() -> None:
    elsewhere = {f"{name}.{part}".rstrip(".") for name, parts in ELSEWHERE.items() for part in parts}

    assert {topic.name for topic in law.BOOK.topics()} == set(FILES) | elsewhere


def test_an_example_file_is_read_by_the_test_of_its_rule() -> None:
    unread = {
        file.name
        for file in HERE.glob("*_examples.yaml")
        if not any(file.name in test.read_text("utf-8") for test in HERE.glob("test_*.py"))
    }

    assert unread == set()
