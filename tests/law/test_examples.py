"""The examples that a lawyer can read are true, and every version of every rule has enough of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from sammetag import law

HERE = Path(__file__).parent
FILES = {
    "talks.due": "talks_examples.yaml",
    "talks.form": "form_examples.yaml",
    "programme.length": "duration_examples.yaml",
}
Example = dict[str, Any]


def read(topic: str) -> list[Example]:
    examples: list[Example] = yaml.safe_load((HERE / FILES[topic]).read_text("utf-8"))["examples"]
    return examples


def ask(topic: str, example: Example) -> law.Answer[Any]:
    facts = dict(example["facts"])
    if topic == "talks.due":
        held = tuple(facts.pop("held", ()))
        return law.talks_due(law.TalkFacts(**{"ends_on": None, "held": held, **facts}), example["asked_on"])
    if topic == "talks.form":
        chapters = frozenset(facts.pop("in_offer_chapters", ()))
        return law.forms_allowed(law.FormFacts(in_offer_chapters=chapters, **facts), example["asked_on"])
    return law.length_allowed(law.LengthFacts(**{"ends_on": None, **facts}))


def seen(answer: law.Answer[Any], key: str) -> Any:
    if key == "confidence":
        return answer.version.confidence.value
    if key == "warnings":
        return len(answer.warnings)
    if key == "forms":
        return {form.value for form in answer.value}
    return getattr(answer.value, key)


def chosen_on(topic: law.Topic, example: Example) -> date:
    by_grant = topic.chosen_by is law.ChosenBy.GRANT
    day: date = example["facts"]["granted_on"] if by_grant else example["asked_on"]
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
    assert example["source"].startswith(("LAB", "LBK", "LOV"))


@pytest.mark.parametrize("version", law.BOOK.versions(), ids=lambda v: f"{v.topic.name} {v.period.first}")
def test_a_version_has_examples_inside_on_and_outside_its_limits(version: law.Version) -> None:
    examples = [case for case in read(version.topic.name) if case["facts"]["scheme"] in version.schemes]
    days = {chosen_on(version.topic, case) for case in examples}
    first, last = version.period.first, version.period.last
    ends = set() if last is None else {last, last + law.DAY}

    missing = sorted(({first - law.DAY, first} | ends) - days)

    assert not missing
    assert any(version.period.contains(day) and day not in (first, last) for day in days)


def test_every_rule_has_an_example_file() -> None:
    assert {topic.name for topic in law.BOOK.topics()} == set(FILES)
