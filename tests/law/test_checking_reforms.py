"""The reforms are whole too; and each thing that could be wrong with one is found and told in a sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sammetag import law
from sammetag.law.checking import Example
from sammetag.law.checking_reforms import check_reforms, read_reform_examples
from sammetag.law.numbers import reform_numbers
from sammetag.law.reform import WHOLE, Reform, ReformStatus
from sammetag.law.reforms import REFORMS

HERE = Path(__file__).parent
FIRST = date(2020, 1, 1)
WORDS = law.Words("prøven", "the test")
SOURCE = law.Source("Forslag", "1", "2020")
TOPIC = law.Topic("test", WORDS, law.ChosenBy.DAY)
DAYS = (FIRST - law.DAY, FIRST, date(2020, 6, 1))


def reform(**told: Any) -> Reform:
    """A proposal that changes one rule from the first day on."""
    one = Reform("new", WORDS, WORDS, SOURCE, ReformStatus.PROPOSED)
    amended = one.amends(TOPIC, part=WHOLE, schemes=(law.FLEKSJOB,), first=FIRST, last=None, **told)
    amended(lambda base, facts, asked: base())
    return one


def examples(*days: date, **changes: Any) -> dict[str, list[Example]]:
    told = [Example("test", law.FLEKSJOB, day, "Sådan er det.", "Forslag 1") for day in days]
    return {"new": [replace(one, **changes) for one in told]}


def told(found: dict[str, list[Example]] | None, one: Reform | None = None) -> list[tuple[str, str]]:
    faults = check_reforms([one or reform()], (), found).faults
    return [(fault.kind.value, fault.sentence.da) for fault in faults]


def test_every_reform_has_its_examples_and_its_numbers_have_sources() -> None:
    found = check_reforms(REFORMS, reform_numbers(), read_reform_examples(HERE))

    assert [fault.sentence.da for fault in found.faults] == []
    assert found.examples is not None and found.examples > 150
    assert (found.reforms, found.numbers) == (len(REFORMS), len(reform_numbers()))


def test_a_reform_with_examples_on_its_limits_inside_and_outside_has_no_fault() -> None:
    assert told(examples(*DAYS)) == []
    assert told(None) == []


@pytest.mark.parametrize("left_out", DAYS)
def test_a_missing_example_is_told_with_the_reform(left_out: date) -> None:
    ((kind, sentence),) = told(examples(*(day for day in DAYS if day != left_out)))

    assert kind == "no-example"
    assert sentence.startswith("Reformen new: test, fra og med 1. januar 2020, mangler eksempler på: ")


def test_an_example_of_another_scheme_does_not_count() -> None:
    assert [kind for kind, _sentence in told(examples(*DAYS, scheme=law.RESSOURCEFORLOEB))] == ["no-example"]


def test_an_example_without_a_source_and_one_of_no_reform_are_found() -> None:
    bare = examples(*DAYS)
    bare["new"][0] = replace(bare["new"][0], source=None)
    stray = examples(*DAYS) | {"old": examples(FIRST)["new"]}

    assert [kind for kind, _sentence in told(bare)] == ["no-source"]
    assert told(stray) == [("no-example", "Der er eksempler på reformen old, som ikke findes.")]


def test_what_was_only_inferred_says_why() -> None:
    silent = reform(confidence=law.Confidence.MEDIUM)

    assert [kind for kind, _sentence in told(None, silent)] == ["inferred-without-note"]
    assert told(None, reform(confidence=law.Confidence.MEDIUM, note=WORDS)) == []


def test_two_numbers_of_one_day_overlap() -> None:
    (number, *_rest) = reform_numbers()

    faults = check_reforms([], [number, number], None).faults

    assert {fault.kind.value for fault in faults} == {"overlap"}


def test_a_folder_without_reforms_has_none_to_look_at(tmp_path: Path) -> None:
    assert read_reform_examples(tmp_path) is None
