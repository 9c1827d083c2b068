"""What the tests of proposed reforms share: their examples, what came of asking, and the facts of a case."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from sammetag import law
from sammetag.law.case_facts import CaseFacts, ReformFacts
from sammetag.law.case_questions import QUESTIONS
from sammetag.law.impact import Effect, impact
from sammetag.law.reform import Reform, ReformedBook
from tests.law.asking import outcome, uncovered

Example = dict[str, Any]
Ask = Callable[[Example, ReformedBook], law.Answer[Any]]


def examples_of(name: str) -> list[Example]:
    """The examples that a lawyer can read, of one reform."""
    text = Path(__file__).with_name(f"{name}_examples.yaml").read_text("utf-8")
    examples: list[Example] = yaml.safe_load(text)["examples"]
    return examples


def under(reform: Reform) -> ReformedBook:
    return ReformedBook(law.BOOK, (reform,))


def came_out(example: Example, ask: Ask, reform: Reform) -> dict[str, Any]:
    return outcome(lambda: ask(example, under(reform)), example["expected"], _seen)


def faults(examples: list[Example], reform: Reform) -> list[str]:
    """What is wrong with the examples: no sentence, no source of the proposal, or days that none is about."""
    found = [f"no sentence: {one['sentence']}" for one in examples if not one["sentence"].endswith(".")]
    found += [
        f"no source: {one['sentence']}" for one in examples if not one["source"].startswith(("DS", "LAB"))
    ]
    for amendment in reform.amendments:
        topic = amendment.version.topic.name
        of_it = [one for one in examples if one["topic"] == topic]
        days = {one["asked_on"] for one in of_it if one["scheme"] in amendment.version.schemes}
        found += [f"{topic} {amendment.version.schemes}: {day}" for day in uncovered(amendment.version, days)]
    return found


def half_sentences(example: Example, ask: Ask, reform: Reform) -> list[str]:
    """The reasons of an answer that lack a language or a name to fill in."""
    if "error" in example["expected"]:
        return []
    texts = [reason.text for reason in ask(example, under(reform)).reasons]
    return [text.da for text in texts if "{" in text.da + text.en or text.da == text.en]


def effect(reform: Reform, topic: str, on: date, **case: Any) -> Effect | None:
    """What the reform does to one question of a case; `reform_facts` are what only reforms ask about."""
    facts = ReformFacts(**case.pop("reform_facts", {}))
    found = impact(CaseFacts(id="one", reform=facts, **case), on, under=under(reform), questions=QUESTIONS)
    return next((one for one in found.effects if one.topic.name == topic), None) if found else None


def _seen(answer: law.Answer[Any], key: str) -> Any:
    if key == "warnings":
        return len(answer.warnings)
    if key == "reasons":
        return len(answer.reasons)
    if key == "law":
        return answer.version in law.BOOK.versions()
    if key == "lacking":
        return list(answer.value.lacking)
    if key == "aims":
        return [[aim.value for aim in aims] for aims in answer.value.aims]
    return getattr(answer.value, key)
